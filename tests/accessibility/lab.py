"""The practice VM as a witness: what really runs on it, read from kubectl, squeue, Ray and MLflow and never from the program."""

from __future__ import annotations

import json
import os
import pathlib
import shlex
import subprocess
import time

COMMAND = pathlib.Path(__file__).resolve().parents[1] / "lab" / "lab"


class Lab:
    """Brings the lab of this flavour up when it is not, and takes down what it has brought up (`close`)."""

    def __init__(self, flavour: str):
        self.brought_up = False
        self._own = {name: value for name, value in os.environ.items()
                     if not value.startswith(os.environ.get("RAYHELM_DESKTOP_HOME", "\0"))}  # the lab keeps its cache elsewhere
        env = self._lab("env", "--json", check=False)
        self.values = json.loads(env.stdout) if env.returncode == 0 else {}
        if self.values.get("LAB_FLAVOUR") != flavour or self._lab("status", check=False).returncode != 0:
            if env.returncode == 0:
                self._lab("down", seconds=180)
            self._lab("up", "--flavour", flavour, seconds=300)
            self.brought_up = True
            self.values = json.loads(self._lab("env", "--json").stdout)
        self._values_file = pathlib.Path(self["LAB_VALUES"])
        self._values_text = self._values_file.read_bytes()
        self.clean()

    def __getitem__(self, name: str) -> str:
        return str(self.values[name])

    def secret(self, name: str) -> str:
        return pathlib.Path(self[name]).read_text().strip()

    def account(self, user: str) -> dict:
        users = self.values["LAB_SSH_USERS_JSON"]
        users = json.loads(users) if isinstance(users, str) else users
        return users[user] if isinstance(users, dict) else next(one for one in users if one["user"] == user)

    def _lab(self, *words: str, seconds: float = 120, check: bool = True) -> subprocess.CompletedProcess:
        said = subprocess.run([str(COMMAND), *words], capture_output=True, text=True, timeout=seconds, env=self._own, check=False,
                              stdin=subprocess.DEVNULL)
        if check and said.returncode != 0:
            raise AssertionError(f"lab {' '.join(words)}: {said.stdout}{said.stderr}")
        return said

    def _run(self, command: list[str], given: str = "", check: bool = True) -> str:
        said = subprocess.run(command, capture_output=True, text=True, input=given, timeout=60, check=False)
        if check and said.returncode != 0:
            raise AssertionError(f"{' '.join(command)}: {said.stderr}")
        return said.stdout

    # ---- Kubernetes and Slurm

    def kubectl(self, *words: str, check: bool = True) -> str:
        return self._run([self["LAB_KUBECTL"], "--kubeconfig", self["LAB_KUBECONFIG"], "--request-timeout=10s", *words], check=check)

    def helm(self, *words: str, check: bool = True) -> str:
        return self._run([self["LAB_HELM"], "--kubeconfig", self["LAB_KUBECONFIG"], *words], check=check)

    def pods_run(self, count: int) -> bool:
        """Exactly so many pods are there, and each container of each of them is ready and running."""
        pods = json.loads(self.kubectl("get", "pods", "-o", "json"))["items"]
        return len(pods) == count and all(self._runs(pod["status"]) for pod in pods)

    @staticmethod
    def _runs(status: dict) -> bool:
        containers = status.get("containerStatuses") or []
        return status.get("phase") == "Running" and bool(containers) and all(
            one["ready"] and "running" in one["state"] for one in containers)

    def releases(self) -> list[str]:
        return self.helm("list", "-a", "-q").split()

    def queue(self) -> list[str]:
        return self._run([*shlex.split(self["LAB_SQUEUE"]), "--noheader", "-o", "%i %T"]).splitlines()

    # ---- Ray and MLflow

    def get(self, url: str, user: str, password: str, data: str | None = None) -> dict | list:
        """By curl; the login goes through its standard input."""
        login = json.dumps(f"{user}:{password}", ensure_ascii=False)
        post = ["-H", "Content-Type: application/json", "-d", data] if data else []
        text = self._run(["curl", "-sS", "-m", "10", "-K", "-", *post, url], f"user = {login}\n", check=False)
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            return {}

    def ray_jobs(self) -> list[dict]:
        jobs = self.get(self["LAB_INGRESS_URL"] + "/api/jobs/", self["LAB_INGRESS_USER"], self.secret("LAB_INGRESS_PASSWORD_FILE"))
        return jobs if isinstance(jobs, list) else []

    def mlflow_runs(self, experiment: str) -> list[dict]:
        login = self["LAB_MLFLOW_USER"], self.secret("LAB_MLFLOW_PASSWORD_FILE")
        api = self["LAB_MLFLOW_URI"] + "/api/2.0/mlflow"
        found = self.get(f"{api}/experiments/get-by-name?experiment_name={experiment}", *login)
        number = found.get("experiment", {}).get("experiment_id")
        if not number:
            return []
        return self.get(f"{api}/runs/search", *login, json.dumps({"experiment_ids": [number], "max_results": 100})).get("runs", [])

    # ---- before and after

    def clean(self) -> None:
        """No release, no Slurm job, no pod, and the values file as the lab has made it."""
        for release in self.releases():
            self.helm("delete", release, check=False)
        end = time.monotonic() + 60
        while self.queue() and time.monotonic() < end:
            time.sleep(0.3)
        self.kubectl("delete", "pods", "--all", "--force", "--grace-period=0", check=False)
        self._values_file.write_bytes(self._values_text)

    def close(self) -> None:
        self.clean()
        if self.brought_up:
            self._lab("down", seconds=180)
