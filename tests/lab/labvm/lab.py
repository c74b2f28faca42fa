"""One lab: its folder, ports, choices and parts."""
import json
import os
import shutil
from pathlib import Path

from . import ports
from .build import Cache
from .files import write_text
from .helmrepo import HelmRepository
from .ingress import Ingress
from .interlink import Interlink
from .kube import Kubernetes
from .mlflow import Mlflow
from .paths import SOURCE, LabError, LabPaths, user_name
from .process import Processes
from .slurm import Slurm
from .ssh import Ssh

NODE = "vega-virtual-node"
RAY_CHOICES, OPERATOR_CHOICES = ("current", "2.9.0"), ("1.4.2", "1.2.2")


def _choice(name, choices):
    value = os.environ.get(name) or choices[0]
    if value not in choices:
        raise LabError(f"{name} must be one of: {', '.join(choices)}.")
    return value


def new_plan(flavour):
    """What is decided once per lab: flavour, versions, ports, stand-ins."""
    ray = RAY_CHOICES if flavour == "user" else RAY_CHOICES[::-1]
    return {"flavour": flavour, "user": user_name(), "ray": _choice("LAB_RAY", ray), "operator": _choice("LAB_OPERATOR", OPERATOR_CHOICES),
            "sidecar": os.environ.get("LAB_SIDECAR", ""), "netns": os.environ.get("RAYHELM_LAB_NETNS", ""),
            "ports": ports.choose_ports()}


class Lab:
    """The parts of the lab in a folder; `plan` is read from it unless a new one is given."""

    node = NODE

    def __init__(self, root, plan=None):
        self.paths = LabPaths(root)
        self.plan = plan or self._read_plan()
        self.ports = self.plan["ports"]
        self.cache = Cache()
        self.bin = self.cache.bin
        self.standins = self.paths.root / "standins"
        self.processes = Processes(self.paths, [self.bin])
        self.kubernetes = Kubernetes(self)
        self.slurm = Slurm(self)
        self.interlink = Interlink(self)
        self.ssh = Ssh(self)
        self.helm_repository = HelmRepository(self)
        self.mlflow = Mlflow(self)
        self.ingress = Ingress(self)

    def _read_plan(self):
        try:
            return json.loads(self.paths.plan.read_text())
        except (OSError, ValueError):
            raise LabError(f"No lab is up in {self.paths.root}; start one with: tests/lab/lab up") from None

    def save_plan(self):
        write_text(self.paths.plan, json.dumps(self.plan, indent=1) + "\n")

    def copy_standins(self):
        """The stand-ins run from the lab's folder, so that the lab's account can read them wherever the project is."""
        shutil.copytree(SOURCE / "standins", self.standins, dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("__pycache__"))

    @staticmethod
    def exists(root):
        return (Path(root) / "run" / "plan.json").exists()
