"""Faults of the VM's login user: programs and settings that are not there (user flavour; see rootvm for the other)."""
from .base import Fault, WordFault, move_away, move_back, recall, remember
from ..paths import LabError


def _hide(lab, program):
    link = lab.paths.vm_bin / program
    if not link.is_symlink():
        raise LabError(f"The VM has no program named {program}.")
    remember(lab, f"missing-program.{program}", str(link.readlink()))
    link.unlink()


def _show(lab, program):
    link = lab.paths.vm_bin / program
    target = recall(lab, f"missing-program.{program}", None)
    if target and not link.is_symlink():
        link.symlink_to(target)


def _repositories(lab):
    return lab.paths.vm_home / ".config" / "helm" / "repositories.yaml"


FAULTS = {
    "missing-program": WordFault("a program (helm, kubectl, base64, ...) is not on the VM", _hide, _show),
    "no-chart-repo": Fault("helm knows no chart repository", lambda lab: move_away(_repositories(lab)),
                           lambda lab: move_back(_repositories(lab))),
    "no-kubeconfig": Fault("there is no kubeconfig", lambda lab: move_away(lab.paths.vm_home / ".kube" / "config"),
                           lambda lab: move_back(lab.paths.vm_home / ".kube" / "config")),
}
