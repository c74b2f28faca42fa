"""What the recordings of the genuine stack say about the lives of pods, and the same taken from the lab.

A pod's state is (phase, all containers ready, kind of container state, its reason, has a JobID).
"""
import json
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "recorded"
NEW, GONE = "new", "gone"
# What a pod with a job may say before its failure is seen.
ALIVE = (("Pending", True, "running", "", True), ("Running", True, "running", "", True),
         ("Pending", False, "waiting", "Waiting for InitContainers", True))


def _plain(reason):
    """`Error: 143` and `Error: 8` are the same: which number a killed job leaves is a race."""
    return re.sub(r"^Error: \d+$", "Error: N", reason)


def state(pod):
    status = pod.get("status", {})
    containers = status.get("containerStatuses") or []
    first = (containers[0].get("state") or {}) if containers else {}
    kind = next(iter(first), "none")
    reason = _plain((first.get(kind) or {}).get("reason", ""))
    return (status.get("phase", ""), bool(containers) and all(one.get("ready") for one in containers), kind, reason,
            "JobID" in (pod["metadata"].get("annotations") or {}))


def transitions(listings):
    """{(from, to)} over consecutive listings of pods."""
    found, before = set(), {}
    for listing in listings:
        now = {pod["metadata"]["uid"]: state(pod) for pod in listing["items"]}
        for uid, new in now.items():
            old = before.get(uid, NEW)
            if old != new:
                found.add((old, new))
        found |= {(before[uid], GONE) for uid in before.keys() - now.keys()}
        before = now
    return found


def from_events(events):
    """Short-lived states that the operator's events tell: a pod that had failed when it was deleted."""
    found = set()
    for event in events["items"]:
        text = event.get("message", "")
        ended = re.search(r"Pod status: (\w+);.*ContainerStateTerminated\{.*?Reason:([^,]*),", text)
        if ended:
            failed = (ended[1], False, "terminated", _plain(ended[2]), True)
            found |= {(NEW, failed), (failed, GONE)}
            found |= {(one, failed) for one in ALIVE}
    return found


def recorded(situation):
    """All transitions of one recorded situation."""
    files = sorted((FOLDER / situation).glob("*-pods.json"))
    events = json.loads((FOLDER / situation / "events.json").read_text())
    return transitions([json.loads(file.read_text()) for file in files]) | from_events(events)


def situations():
    return sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


def reachable(edges):
    """Transitive closure: a poll may miss states in between, in the recordings as in the lab."""
    closure = set(edges)
    while True:
        more = {(a, d) for a, b in closure for c, d in closure if b == c and a != d} - closure
        if not more:
            return closure
        closure |= more
