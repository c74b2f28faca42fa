"""Creating and deleting the Slurm job of a pod."""
import re
import shutil
import subprocess
import threading
from datetime import datetime, timezone

import folder as folders
import script


class Refused(Exception):
    """sbatch did not take the job; the text is what it said."""


def _write(path, text, mode=0o644):
    path.write_text(text)
    path.chmod(mode)


def create(jobs, data):
    """Writes the job folder, submits it and returns Slurm's number as text."""
    pod = data["pod"]
    folder = folders.job_folder(jobs, pod)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    retrieved = {part["name"]: part for part in data.get("container") or []}
    containers = [*(pod["spec"].get("initContainers") or []), *pod["spec"]["containers"]]
    for container in containers:
        file = folder / f"{container['name']}_envfile.properties"
        file.touch(0o600)
        _write(file, script.environment_file(container), 0o600)
    _write(folder / "job.sh", data.get("jobScript") or script.job_sh(folder, pod, retrieved), 0o774)
    _write(folder / "job.slurm", script.job_slurm(folder, pod))
    _write(folder / "PodUID.uid", pod["metadata"]["uid"])
    _write(folder / "PodNamespace.ns", pod["metadata"].get("namespace", "default"))
    number = _sbatch(folder)
    _write(folder / "JobID.jid", number)
    _write(folder / "StartedAt.time", datetime.now(timezone.utc).isoformat(timespec="seconds"))
    return number


def _sbatch(folder):
    """Any text on sbatch's stderr counts as a failure, as in the genuine plugin."""
    result = subprocess.run(["sbatch", str(folder / "job.slurm")], capture_output=True, text=True, check=False)
    found = re.search(r"Submitted batch job (\d+)", result.stdout)
    if result.stderr.strip() or not found:
        shutil.rmtree(folder, ignore_errors=True)
        raise Refused(result.stderr.strip() or result.stdout.strip() or "sbatch said nothing")
    return found[1]


def delete(jobs, pod):
    """Cancels the job and removes its folder, twice, since an ending job may still write."""
    folder = folders.job_folder(jobs, pod)
    try:
        number = (folder / "JobID.jid").read_text()
    except OSError:
        return
    subprocess.run(["scancel", number], check=False)
    shutil.rmtree(folder, ignore_errors=True)
    later = threading.Timer(5, shutil.rmtree, [folder], {"ignore_errors": True})
    later.daemon = True
    later.start()
