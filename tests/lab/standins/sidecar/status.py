"""What a pod's containers do, read from Slurm's state of its job.

With the fault `stale-status` on, the plugin behaves as the genuine one: it asks Slurm at most once in ten
seconds, for the pod that is asked for just then, and answers every other question with that same answer. interLink
takes an answer for the pod that is named in it, so of two pods one keeps an old status.
"""
import re
import subprocess
import threading
import time
from datetime import datetime, timezone

import folder as folders

PATTERN = re.compile(r"CD|CG|F|OOM|PD|PR|R|ST|S|TO")
STALE_SECONDS = 10.0
MESSAGES = {"TO": "SLURM job reached its time limit and was terminated",
            "OOM": "SLURM job was killed due to out-of-memory condition"}


def ending(text):
    """A job's exit code, or its signal when it was killed: from `code:signal`, or the raw wait status of Slurm 22.05."""
    code, _, signal = text.partition(":")
    if not signal:
        code, signal = int(code) >> 8, int(code) & 0x7F
    return int(signal) or int(code)


def slurm_state(number):
    """(state, exit code or signal) of a job; None when Slurm has forgotten it."""
    result = subprocess.run(["squeue", "--noheader", "-a", "--states=all", "-O", "exit_code,StateCompact",
                             "-j", number], capture_output=True, text=True, check=False)
    fields = result.stdout.split()
    if len(fields) < 2:
        return None
    found = PATTERN.search(fields[1])
    return (found[0] if found else "", ending(fields[0]))


def _exit_code(folder, container, otherwise):
    try:
        return int((folder / f"run-{container}.status").read_text())
    except (OSError, ValueError):
        return otherwise


def _moment(folder, name, now=None):
    """Reads a time file of the job; with `now` writes it first when it is missing."""
    file = folder / name
    if not file.exists() and now:
        file.write_text(now)
    return file.read_text() if file.exists() else None


def container_status(folder, container, state):
    """One v1.ContainerStatus."""
    name = container["name"]
    answer = {"name": name, "image": container.get("image", ""), "imageID": "", "restartCount": 0, "ready": False}
    if state and state[0] in ("PD", "S"):
        return {**answer, "state": {"waiting": {}}}
    if state and state[0] in ("R", "CG"):
        return {**answer, "ready": True, "state": {"running": {"startedAt": _moment(folder, "StartedAt.time")}}}
    code = _exit_code(folder, name, state[1] if state else 0)
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    ended = {"exitCode": code, "reason": "Completed" if code == 0 else "Error",
             "startedAt": _moment(folder, "StartedAt.time"), "finishedAt": _moment(folder, "FinishedAt.time", now)}
    message = MESSAGES.get(state[0]) if state else None
    if message:
        ended["message"] = message
    return {**answer, "state": {"terminated": ended}}


class Statuses:
    def __init__(self, jobs, faults):
        self._jobs = jobs
        self._faults = faults
        self._lock = threading.Lock()
        self._asked = 0.0
        self._old = []

    def answer(self, pods):
        if not (self._faults / "stale-status").exists():
            return self._ask(pods)
        with self._lock:
            if time.monotonic() - self._asked >= STALE_SECONDS:
                self._old = self._ask(pods)
                self._asked = time.monotonic()
            return self._old

    def _ask(self, pods):
        return [one for one in map(self._pod, pods) if one]

    def _pod(self, pod):
        folder = folders.job_folder(self._jobs, pod)
        try:
            number = (folder / "JobID.jid").read_text()
        except OSError:
            return None
        state = slurm_state(number)
        meta = pod["metadata"]
        return {"name": meta["name"], "UID": meta["uid"], "namespace": meta.get("namespace", "default"), "JID": number,
                "containers": [container_status(folder, one, state) for one in pod["spec"]["containers"]],
                "initContainers": []}
