"""Faults of the HPC site: Slurm, the image, the plugin."""
import re

from ..process import wait_for
from .base import Fault, move_away, move_back, nothing, recall, remember

FILLER = "lab-queue-full"
GPUS = 8


def _gpus_in_use(lab):
    asked = lab.slurm.command("/usr/bin/squeue", "-h", "-t", "R", "-o", "%b", check=False)
    return sum(int(number) for number in re.findall(r"gpu:(?:[a-z]+:)?(\d+)", asked))


def _fill(lab, gpus):
    if gpus > 0:
        lab.slurm.command("/usr/bin/sbatch", "-p", "gpu", f"--gres=gpu:{gpus}", "-J", FILLER, "-o", "/dev/null", "-D", "/",
                          "--wrap", "exec sleep 100000")


def _fillers(lab, state="all"):
    return lab.slurm.command("/usr/bin/squeue", "-h", "-t", state, "-n", FILLER, "-o", "%i", check=False).split()


def _fillers_reasons(lab):
    """Why fillers wait, once Slurm has tried to place them."""
    lines = lab.slurm.command("/usr/bin/squeue", "-h", "-t", "PD", "-n", FILLER, "-o", "%r", check=False).split()
    return [line for line in lines if line != "None"]


def _fill_queue(lab):
    """Takes the GPUs that are free now, and stands first in line for those in use.

    A filler that waits itself (its GPU was taken meanwhile) fills the queue just as well.
    """
    used = _gpus_in_use(lab)
    _fill(lab, GPUS - used)
    _fill(lab, used)
    wait_for(lambda: _fillers(lab, "R") or any(_fillers_reasons(lab)), 30, "the queue to be full", 0.2)


def _empty_queue(lab):
    lab.slurm.cancel("-n", FILLER)
    wait_for(lambda: not _fillers(lab, "PD,R,CG"), 20, "the queue to be free again", 0.2)


def _shorten(lab):
    """New jobs get one minute (the sbatch wrapper); jobs that run already are cut to one minute too."""
    limits = [line.split() for line in lab.slurm.command("/usr/bin/squeue", "-h", "-o", "%i %l").splitlines()]
    remember(lab, "wall-time", limits)
    for job, _ in limits:
        lab.slurm.command("/usr/bin/scontrol", "update", f"JobId={job}", "TimeLimit=1", check=False)


def _lengthen(lab):
    for job, limit in recall(lab, "wall-time", []):
        if job in lab.slurm.queue():
            lab.slurm.command("/usr/bin/scontrol", "update", f"JobId={job}", f"TimeLimit={limit}", check=False)


FAULTS = {
    "queue-full": Fault("Slurm's GPUs are all taken: jobs pend with a reason", _fill_queue, _empty_queue),
    "wall-time": Fault("jobs get one minute of wall time, running ones too", _shorten, _lengthen),
    "refused-option": Fault("sbatch refuses every job (Invalid partition name specified)", nothing, nothing),
    "out-of-memory": Fault("new jobs get 400 MiB, too little for Ray", nothing, nothing),
    "image-missing": Fault("the image file is gone", lambda lab: move_away(lab.paths.images / "hython:sif"),
                           lambda lab: move_back(lab.paths.images / "hython:sif")),
    "stale-status": Fault("the plugin asks Slurm for one pod per ten seconds, as the genuine one", nothing, nothing),
    "no-space": Fault("singularity pull ends with: no space left on device", nothing, nothing),
}
