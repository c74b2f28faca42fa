"""Faults of the network to the VM, and of MLflow's answers."""
from ..files import new_password
from ..mlflow import ADMIN, USER
from ..paths import LabError
from ..ssh import relay_mode
from .base import Fault, recall, remember


def _relay(mode):
    def switch(lab):
        if relay_mode(lab.paths, mode) != mode:
            raise LabError(f"The relay did not switch to {mode}.")
    return switch


def _call(lab, path, body, method="POST"):
    status, answer = lab.mlflow.call(path, body, ADMIN, method)
    if status != 200:
        raise LabError(f"MLflow refused {path}: {status} {answer}")
    return answer


def _other_password(lab):
    _call(lab, "users/update-password", {"username": USER, "password": new_password()}, "PATCH")


def _right_password(lab):
    _call(lab, "users/update-password", {"username": USER, "password": lab.mlflow.password_file(USER).read_text()},
          "PATCH")


def _take_permissions(lab):
    """Takes the user's permission on every experiment."""
    taken = []
    for experiment in _call(lab, "experiments/search", {"max_results": 1000}).get("experiments", []):
        number = experiment["experiment_id"]
        status, answer = lab.mlflow.call(f"experiments/permissions/get?experiment_id={number}&username={USER}", None,
                                         ADMIN, "GET")
        if status == 200:
            permission = answer["experiment_permission"]["permission"]
            _call(lab, "experiments/permissions/delete", {"experiment_id": number, "username": USER}, "DELETE")
            taken.append([number, permission])
    remember(lab, "mlflow-403", taken)


def _give_permissions(lab):
    for number, permission in recall(lab, "mlflow-403", []):
        lab.mlflow.call("experiments/permissions/create",
                        {"experiment_id": number, "username": USER, "permission": permission})


FAULTS = {
    "network-frozen": Fault("the connection to the VM stays open and nothing moves", _relay("freeze"), _relay("pass")),
    "network-dropped": Fault("connections to the VM are reset, new ones too", _relay("drop"), _relay("pass")),
    "mlflow-401": Fault("the user's MLflow password has been changed by somebody", _other_password, _right_password),
    "mlflow-403": Fault("the user may not use any MLflow experiment that exists", _take_permissions, _give_permissions),
}
