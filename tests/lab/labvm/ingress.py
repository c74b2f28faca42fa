"""nginx in the place of an Ingress: Ray's dashboard behind a path and a password, following the head pod."""
import subprocess
import sys

from .files import new_password, write_text

USER = "ray"


class Ingress:
    def __init__(self, lab):
        self._lab = lab
        self._paths = lab.paths
        self.url = f"http://127.0.0.1:{lab.ports['ingress']}/default/raycluster-kuberay"
        self.password_file = lab.paths.secrets / "ingress"

    def prepare(self):
        folder = self._paths.nginx
        write_text(self.password_file, new_password(), 0o600)
        line = subprocess.run(["openssl", "passwd", "-apr1", "-stdin"], input=self.password_file.read_text(),
                              capture_output=True, text=True, check=True).stdout
        write_text(folder / "htpasswd", f"{USER}:{line}", 0o600)
        sys.path.insert(0, str(self._lab.standins))
        from ingress import configuration  # the stand-in's own text, with no head known yet
        write_text(folder / "nginx.conf", configuration(folder, self._lab.ports["ingress"], folder / "htpasswd", {}))

    def start(self):
        folder = self._paths.nginx
        self._lab.processes.start("nginx", ["/usr/sbin/nginx", "-e", "stderr", "-c", folder / "nginx.conf"])
        self._lab.processes.start("ingress", [
            "/usr/bin/python3", self._lab.standins / "ingress.py", self._lab.ports["apiserver"],
            self._paths.secrets / "token", folder / "nginx.conf", folder / "nginx.pid", self._lab.ports["ingress"],
            folder / "htpasswd"])
