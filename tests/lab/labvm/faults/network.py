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


def _call(lab, path, body, method="POST", version="2.0"):
    status, answer = lab.mlflow.call(path, body, ADMIN, method, version)
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
    listed = _call(lab, f"users/permissions/list?username={USER}", None, "GET", "3.0")["permissions"]
    taken = [{"resource_type": one["resource_type"], "resource_id": one["resource_pattern"],
              "permission": one["permission"]} for one in listed if one["resource_type"] == "experiment"]
    remember(lab, "mlflow-403", taken)
    for one in taken:
        _call(lab, "users/permissions/revoke", {**one, "username": USER}, version="3.0")


def _give_permissions(lab):
    for one in recall(lab, "mlflow-403", []):
        _call(lab, "users/permissions/grant", {**one, "username": USER}, version="3.0")


FAULTS = {
    "network-frozen": Fault("the connection to the VM stays open and nothing moves", _relay("freeze"), _relay("pass")),
    "network-dropped": Fault("connections to the VM are reset, new ones too", _relay("drop"), _relay("pass")),
    "mlflow-401": Fault("the user's MLflow password has been changed by somebody", _other_password, _right_password),
    "mlflow-403": Fault("the user may not use any MLflow experiment that exists", _take_permissions, _give_permissions),
}
