"""Bringing the stack up and down, as one ordinary user."""
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import build, interlink, kube, owner, slurm, values
from .lab import Lab, new_plan
from .paths import LabError
from .process import end_marked, marked_processes

NEEDED = ("/usr/sbin/sshd", "/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/sbin/munged", "/usr/sbin/nginx",
          "/usr/bin/bwrap", "/usr/bin/openssl", "/usr/bin/ssh-keygen")
PACKAGES = "openssh-server slurm-wlm munge nginx-light bubblewrap openssl python3-venv"
STOP_ORDER = (("sshd-vm", "sshd-hpc", "relay", "ingress", "nginx", "mlflow", "helm-repo", "registry"),
              ("kuberay-operator", "virtual-kubelet", "interlink", "sidecar"), ("slurmd",), ("slurmctld",),
              ("kube-scheduler", "kube-controller-manager"), ("kube-apiserver",), ("etcd",), ("munged",), ("owner",))


def check_machine():
    missing = [program for program in NEEDED if not Path(program).exists()]
    if missing:
        raise LabError(f"Missing on this machine: {', '.join(missing)}. Debian packages: {PACKAGES}.")


def _prepare(lab, progress):
    lab.copy_standins()
    lab.kubernetes.prepare()
    lab.slurm.prepare()
    lab.interlink.prepare()
    lab.ssh.prepare()
    lab.helm_repository.prepare()
    lab.mlflow.prepare()
    lab.ingress.prepare()
    values.prepare(lab)
    lab.save_plan()
    progress.say("configuration, keys and passwords are written")


def _start_cluster(lab, progress):
    """etcd to the Ready node; the longest chain of the start."""
    lab.kubernetes.wait_ready()
    progress.say("Kubernetes answers")
    lab.kubernetes.start_controllers()
    lab.kubernetes.make_interlink_namespace()
    lab.interlink.start_sidecar()
    lab.interlink.start_api()
    lab.interlink.start_kubelet()  # its first ping takes seconds, which the kinds use
    lab.kubernetes.install_definitions()
    lab.kubernetes.start_operator()
    progress.say("controllers, KubeRay, interLink and the virtual kubelet are started")
    lab.kubernetes.wait_node()
    lab.interlink.wait_kubelet()
    progress.say(f"node {lab.node} is Ready")


def _start_slurm(lab, progress):
    lab.slurm.start()
    lab.slurm.wait_idle()
    progress.say("Slurm is idle, 8 GPUs")


def _start_access(lab, progress):
    lab.helm_repository.start()
    if lab.plan["flavour"] == "user":
        lab.ssh.start_vm()
    lab.ssh.start_hpc()
    lab.ssh.start_relay()
    lab.ingress.start()
    if lab.plan["flavour"] == "user":
        home = lab.paths.vm_home / ".kube"
        home.mkdir(exist_ok=True)
        shutil.copy(lab.paths.kubeconfig, home / "config")
        lab.helm_repository.add_for_login_user()
        lab.ssh.check_login()
    progress.say("ssh, chart repository and Ingress answer")


def _start_mlflow(lab, progress):
    lab.mlflow.add_users()
    progress.say("MLflow answers, its users are made")


def up(root, flavour, progress):
    """Starts everything; does nothing when it is up already, mends it when parts are missing."""
    check_machine()
    if Lab.exists(root):
        lab = Lab(root)
        if all_running(lab):
            progress.say(f"the lab is up already in {root}")
            return lab
        progress.say("an unfinished lab is here; clearing it away first")
        down(root, progress)
    build.build(progress)
    lab = Lab(root, new_plan(flavour))
    lab.paths.make_folders()
    lab.copy_standins()
    owner.claim(lab)
    lab.save_plan()
    _prepare(lab, progress)
    lab.mlflow.start()
    lab.kubernetes.start_etcd()
    lab.kubernetes.start_apiserver()
    with ThreadPoolExecutor() as pool:
        parts = [pool.submit(part, lab, progress) for part in (_start_cluster, _start_slurm, _start_access, _start_mlflow)]
        for part in parts:
            part.result()
    lab.plan["complete"] = True
    lab.save_plan()
    return lab


def expected(lab):
    """Names of the processes that belong to a complete lab."""
    names = [*kube.STACK, *slurm.STACK, *interlink.STACK, "mlflow", "nginx", "ingress", "helm-repo", "relay",
             "sshd-hpc", "owner"]
    if lab.plan["flavour"] == "user":
        return [*names, "sshd-vm"]
    return [*names, "sshd-root"] if os.getuid() == 0 else names


def all_running(lab):
    return bool(lab.plan.get("complete")) and all(lab.processes.pid(name) for name in expected(lab))


def _give_back(lab, progress):
    """Ends the Slurm jobs: Ray lives outside all process groups that the lab knows."""
    for name in ("kuberay-operator", "virtual-kubelet"):  # else they would submit new ones
        lab.processes.stop([name], 3)
    if lab.processes.pid("slurmctld"):
        try:
            lab.slurm.cancel_all()
        except (LabError, OSError, TimeoutError):
            progress.say("Slurm did not end its jobs; ending them by force")


def down(root, progress):
    """Stops everything and removes the lab's folder; what a crash left is found by its mark."""
    root = Path(root)
    if not root.exists() and not marked_processes(root):
        progress.say("no lab is up")
        return
    if Lab.exists(root):
        lab = Lab(root)
        _give_back(lab, progress)
        for group in STOP_ORDER:
            lab.processes.stop(group)
        progress.say("all processes are stopped")
    end_marked(root)
    _keep_logs(root)
    _remove(root)
    progress.say("the lab is down")


def _keep_logs(root):
    """LAB_KEEP_LOGS names a folder that gets a copy of the logs (for continuous integration)."""
    target = os.environ.get("LAB_KEEP_LOGS")
    if target and (root / "log").exists():
        shutil.copytree(root / "log", target, dirs_exist_ok=True)


def _remove(root):
    if root.is_symlink() or (root.exists() and not (root / "run").exists()):
        raise LabError(f"{root} does not look like a lab's folder; it was left alone.")
    shutil.rmtree(root, ignore_errors=True)
    if root.exists():
        shutil.rmtree(root)  # once more, with the reason when it fails
