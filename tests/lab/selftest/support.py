"""What the lab's own tests share: the lab's variables, its commands, waiting on conditions."""
import base64
import json
import os
import subprocess
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

LAB = Path(__file__).resolve().parent.parent / "lab"


def lab(*arguments, check=True, env=None):
    result = subprocess.run([str(LAB), *arguments], capture_output=True, text=True, check=False,
                            env={**os.environ, **(env or {})})
    if check and result.returncode:
        raise AssertionError(f"lab {' '.join(arguments)}: {result.stdout}{result.stderr}")
    return result


def wait_for(condition, seconds, what):
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"in {seconds} s not seen: {what}")
        time.sleep(0.3)


class LabCase(unittest.TestCase):
    """A test on the running lab."""

    @classmethod
    def setUpClass(cls):
        cls.env = json.loads(lab("env", "--json").stdout)

    def kubectl(self, *arguments, check=True):
        result = subprocess.run([self.env["LAB_KUBECTL"], "--kubeconfig", self.env["LAB_KUBECONFIG"], *arguments],
                                capture_output=True, text=True, check=False)
        if check:
            self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def pods(self):
        return json.loads(self.kubectl("get", "pods", "-o", "json"))

    def ssh(self, command, seconds=90, host="SSH", text=None, patience=30):
        env = self.env
        return subprocess.run([
            "ssh", "-F", "none", "-p", env[f"LAB_{host}_PORT"], "-i", env[f"LAB_{host}_KEY"],
            "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o",
            "LogLevel=ERROR", "-o", f"ConnectTimeout={patience}",
            f"{env[f'LAB_{host}_USER']}@127.0.0.1", command],
            capture_output=True, text=True, check=False, timeout=seconds, input=text or "")

    def as_root(self, command, **options):
        """The tutorial's way: `sudo su`, then `cd .interlink`, then the command."""
        return self.ssh(f"sudo su -c {_quoted('cd .interlink && ' + command)}", **options)

    def install(self, *extra):
        words = "helm upgrade --install raycluster kuberay/ray-cluster --version 1.2.2 --values lab_raycluster.yaml"
        result = self.as_root(" ".join([words, *extra]))
        self.assertEqual(result.returncode, 0, result.stderr)
        return result

    def delete(self):
        """Deletes the release and waits until Slurm and Kubernetes are empty."""
        self.as_root("helm delete raycluster --ignore-not-found")
        wait_for(lambda: not self.queue(), 40, "an empty queue")
        self.kubectl("delete", "pods", "--all", "--force", "--grace-period=0")
        wait_for(lambda: not self.pods()["items"], 60, "no pods")

    def queue(self, form="%i %T %r"):
        return subprocess.run([*self.env["LAB_SQUEUE"].split(), "-h", "-o", form], capture_output=True, text=True,
                              check=True).stdout.splitlines()

    def ray(self, path, timeout=5, password=None):
        """Ray's answer through the Ingress, or None."""
        password = password or Path(self.env["LAB_INGRESS_PASSWORD_FILE"]).read_text()
        token = base64.b64encode(f"{self.env['LAB_INGRESS_USER']}:{password}".encode()).decode()
        request = urllib.request.Request(self.env["LAB_INGRESS_URL"] + path, headers={"Authorization": f"Basic {token}"})
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return json.load(answer)
        except (OSError, ValueError):
            return None

    def mlflow(self, path, body=None, user="researcher", method="POST"):
        """(status, object) of a REST call."""
        file = {"researcher": "LAB_MLFLOW_PASSWORD_FILE", "admin": "LAB_MLFLOW_ADMIN_PASSWORD_FILE"}[user]
        token = base64.b64encode(f"{user}:{Path(self.env[file]).read_text()}".encode()).decode()
        request = urllib.request.Request(
            f"{self.env['LAB_MLFLOW_URI']}/api/2.0/mlflow/{path}", method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={"Authorization": f"Basic {token}", "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, {}

    def wait_ready(self, pods=2, seconds=180):
        """Waits until all pods are 1/1 Running and Ray counts them as alive."""
        def usable():
            items = self.pods()["items"]
            names = {pod["metadata"]["name"] for pod in items if pod["status"].get("phase") == "Running" and
                     all(one["ready"] and "running" in one["state"] for one in pod["status"]["containerStatuses"])}
            answer = self.ray("/nodes?view=summary") if len(names) == pods else None
            alive = {node["raylet"].get("instanceId") for node in (answer or {}).get("data", {}).get("summary", [])
                     if node["raylet"].get("state") == "ALIVE"}
            return names if names and names <= alive else None
        return wait_for(usable, seconds, f"{pods} pods that Ray counts")


def _quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"
