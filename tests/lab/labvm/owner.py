"""One lab per machine (and network namespace): who holds it."""
import json
import os
import socket

from .paths import LabError, user_name
from .process import wait_for

NAME = "\0rayhelm-lab"


def current():
    """{"user", "dir", "flavour"} of the lab that is up, or None."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(3)
        try:
            client.connect(NAME)
            return json.loads(client.recv(4096))
        except (OSError, ValueError):
            return None


def claim(lab):
    """Starts the process that holds the machine for this lab; LabError names the other lab's owner."""
    other = current()
    if other:
        if other["dir"] == str(lab.paths.root):
            return
        raise LabError(f"A lab of {other['user']} is up already (folder {other['dir']}, flavour {other['flavour']}). "
                       "Ray's ports allow one lab per machine: take that one down first (tests/lab/lab down), "
                       "or as root set LAB_NETNS=1 for a network of its own.")
    text = json.dumps({"user": os.environ.get("RAYHELM_LAB_CALLER") or user_name(), "dir": str(lab.paths.root),
                       "flavour": lab.plan["flavour"]})
    lab.processes.start("owner", ["/usr/bin/python3", "-S", lab.standins / "owner.py", text])
    wait_for(current, 10, "the machine to be marked as taken", 0.05)
