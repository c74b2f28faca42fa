"""Faults of the Helm release named `raycluster`, and of the Ray that it started."""
import json
import os
import signal
import subprocess
from pathlib import Path

from ..paths import LabError
from ..process import marked_processes, wait_for
from .base import Fault, recall, remember

RELEASE = "raycluster"
TRIES = 10


def _install_words(lab):
    values = lab.paths.internal / "other_raycluster.yaml"
    from ..values import values_text
    values.write_text(values_text(lab.paths, lab.node))
    chart = next(lab.paths.repo.glob("ray-cluster-*.tgz"))
    return ["upgrade", "--install", RELEASE, str(chart), "--namespace", "default", "--values", str(values)]


def _state(lab):
    text = lab.helm_repository.helm("list", "-a", "-n", "default", "-o", "json").stdout
    return next((release["status"] for release in json.loads(text) if release["name"] == RELEASE), None)


def _refuse_if_present(lab):
    if _state(lab):
        raise LabError(f"A release named {RELEASE} is there already; delete it before switching this fault on.")


def _interrupted_install(lab):
    """Starts helm and kills it as soon as its release Secret exists."""
    env = lab.processes.environment({"KUBECONFIG": str(lab.paths.kubeconfig)})
    watch = subprocess.Popen([str(lab.bin / "kubectl"), "get", "secrets", "-n", "default", "-l",
                              f"owner=helm,name={RELEASE}", "-w", "-o", "name"], env=env, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
    helm = subprocess.Popen([str(lab.bin / "helm"), *_install_words(lab)], env=env, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)
    watch.stdout.readline()
    helm.kill()
    helm.wait()
    watch.kill()
    watch.wait()


def _leave_pending(lab):
    _refuse_if_present(lab)
    for _ in range(TRIES):
        _interrupted_install(lab)
        if _state(lab) == "pending-install":
            return
        _remove(lab)
    raise LabError(f"helm was never caught in the act in {TRIES} tries; try again.")


def _remove(lab):
    """Deletes the release and waits until its Slurm jobs and pods are gone."""
    lab.helm_repository.helm("uninstall", RELEASE, "-n", "default", "--ignore-not-found")
    lab.kubernetes.kubectl("delete", "rayclusters", f"{RELEASE}-kuberay", "-n", "default", "--ignore-not-found")
    pods = "app.kubernetes.io/instance=" + RELEASE

    def jobs_gone():
        uids = lab.kubernetes.kubectl("get", "pods", "-n", "default", "-l", pods, "-o",
                                      "jsonpath={.items[*].metadata.uid}", check=False).split()
        queue = lab.slurm.command("/usr/bin/squeue", "-h", "-o", "%j", check=False).split()
        return not set(uids) & set(queue)
    wait_for(jobs_gone, 40, "the release's Slurm jobs to end", 0.3)
    lab.kubernetes.wait_no_pods(20)


def _foreign(lab):
    """A second person's release: the same name, no labels of ours."""
    _refuse_if_present(lab)
    lab.helm_repository.helm(*_install_words(lab))


def _dashboards(lab):
    found = []
    for pid in marked_processes(lab.paths.root):
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            continue
        if b"dashboard/dashboard.py" in command:
            found.append(pid)
    return found


def _stop_dashboard(lab):
    pids = _dashboards(lab)
    if not pids:
        raise LabError("No Ray dashboard is running; install a release first.")
    remember(lab, "dashboard-dead", pids)
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)


def _continue_dashboard(lab):
    still = set(_dashboards(lab))
    for pid in recall(lab, "dashboard-dead", []):
        if pid in still:
            os.kill(pid, signal.SIGCONT)


FAULTS = {
    "pending-install": Fault("a release named raycluster is stuck in pending-install", _leave_pending, _remove),
    "foreign-release": Fault("a second person's release named raycluster runs", _foreign, _remove),
    "dashboard-dead": Fault("Ray's dashboard answers nothing while the pods say Running",
                            _stop_dashboard, _continue_dashboard),
}
