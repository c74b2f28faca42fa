"""A network namespace of its own for a lab started by root with LAB_NETNS=NUMBER, so that several fit on a machine.

Clients reach such a lab with `ip netns exec rayhelmNUMBER ...`; `lab env` gives the name as LAB_NETNS.
"""
import os
import subprocess
import sys

INSIDE = "RAYHELM_LAB_NETNS"


def wanted():
    return bool(os.environ.get("LAB_NETNS")) and not os.environ.get(INSIDE)


def name():
    return f"rayhelm{os.environ['LAB_NETNS']}"


def _exists():
    return os.path.exists(f"/run/netns/{name()}")


def _make():
    ip = ["ip", "netns", "exec", name(), "ip"]
    subprocess.run(["ip", "netns", "add", name()], check=True)
    subprocess.run([*ip, "link", "set", "lo", "up"], check=True)
    # Slurm needs an address that is not loopback.
    subprocess.run([*ip, "addr", "add", "192.0.2.2/32", "dev", "lo"], check=True)


def run_inside(options, arguments):
    """Runs the command inside the namespace; `up` makes it, `down` removes it."""
    if not _exists():
        if options.command not in ("up", "down"):
            print("lab: this lab is not up", file=sys.stderr)
            return 3
        if options.command == "up":
            _make()
    inside = ["ip", "netns", "exec", name()] if _exists() else []
    code = subprocess.run([*inside, sys.executable, "-m", "labvm.commands", *arguments],
                          env={**os.environ, INSIDE: name()}, check=False).returncode
    if options.command == "down" and _exists():
        subprocess.run(["ip", "netns", "del", name()], check=False)
    return code
