"""The chart repository named `kuberay`: the stand-in chart (or the folder of LAB_CHART) behind a small web server."""
import os
import subprocess
import sys

from .process import wait_for
from .ports import accepts


class HelmRepository:
    def __init__(self, lab):
        self._lab = lab
        self._paths = lab.paths
        self.url = f"http://127.0.0.1:{lab.ports['helm_repo']}"

    def helm(self, *arguments, home=None, check=True):
        """Runs helm; with `home` as the VM's login user, whose repositories and cache it then uses."""
        env = self._lab.processes.environment({"KUBECONFIG": self._paths.kubeconfig})
        if home:
            env["HOME"] = str(home)
        result = subprocess.run([str(self._lab.bin / "helm"), *arguments], env=env, capture_output=True, text=True,
                                check=False, timeout=120)
        if check and result.returncode:
            print(result.stderr, file=sys.stderr)
            result.check_returncode()
        return result

    def prepare(self):
        chart = os.environ.get("LAB_CHART") or self._lab.standins / "chart" / "ray-cluster"
        self.helm("package", str(chart), "-d", str(self._paths.repo))
        self.helm("repo", "index", str(self._paths.repo), "--url", self.url)

    def start(self):
        self._lab.processes.start("helm-repo", [
            "/usr/bin/python3", "-m", "http.server", "--bind", "127.0.0.1", "--directory", self._paths.repo,
            self._lab.ports["helm_repo"]])

    def add_for_login_user(self):
        wait_for(lambda: accepts(self._lab.ports["helm_repo"]), 15, "the chart repository")
        self.helm("repo", "add", "kuberay", self.url, home=self._paths.vm_home)
