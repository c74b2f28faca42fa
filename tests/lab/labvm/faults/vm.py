"""Faults of the VM: programs and settings that are not there. In the root flavour they are root's, and root is needed."""
from .. import rootvm
from .base import Fault, WordFault, move_away, move_back, recall, remember
from ..paths import LabError


def _is_root_flavour(lab):
    return lab.plan["flavour"] == "root"


def _hide(lab, program):
    if _is_root_flavour(lab):
        rootvm.hide(lab, program)
        return
    link = lab.paths.vm_bin / program
    if not link.is_symlink():
        raise LabError(f"The VM has no program named {program}.")
    remember(lab, f"missing-program.{program}", str(link.readlink()))
    link.unlink()


def _show(lab, program):
    if _is_root_flavour(lab):
        rootvm.show(lab, program)
        return
    link = lab.paths.vm_bin / program
    target = recall(lab, f"missing-program.{program}", None)
    if target and not link.is_symlink():
        link.symlink_to(target)


def _home(lab):
    return lab.paths.root / "vmroot" / "root" if _is_root_flavour(lab) else lab.paths.vm_home


def _repositories(lab):
    return _home(lab) / ".config" / "helm" / "repositories.yaml"


def _kubeconfig(lab):
    return _home(lab) / ".kube" / "config"


FAULTS = {
    "missing-program": WordFault("a program (helm, kubectl, base64, ...) is not on the VM", _hide, _show),
    "no-chart-repo": Fault("helm knows no chart repository", lambda lab: move_away(_repositories(lab)),
                           lambda lab: move_back(_repositories(lab))),
    "no-kubeconfig": Fault("there is no kubeconfig", lambda lab: move_away(_kubeconfig(lab)),
                           lambda lab: move_back(_kubeconfig(lab))),
}
