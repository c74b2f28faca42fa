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


def _without_job(state):
    return (*state[:4], False)


def unexplained(found, seen):
    """The transitions that neither the recordings nor the two rules below explain.

    * A state in between that the polls of the recording missed: a -> b with a -> c and b -> c recorded.
    * Two races of the virtual kubelet, which is the genuine program here as there; they last milliseconds, so that
      only a watch (or a poll on a busy machine) meets them: the JobID annotation is lost and written again, and a pod
      that is being deleted gets an old `running` once more.
    """
    closure = reachable(seen)
    deleted, running = ("Running", False, "terminated", "VKProviderPodContainerDeleted", True), ALIVE[1]

    def explained(a, b):
        if (a, b) in closure or (a, b) == (deleted, running) or (NEW, b) in closure and b == _without_job(a):
            return True
        return any((a, c) in seen and (b, c) in seen for _, c in seen)
    return {(a, b) for a, b in found if not explained(a, b)}
