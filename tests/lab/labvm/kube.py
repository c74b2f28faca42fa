"""etcd, the API server, the controllers, the scheduler and the KubeRay operator."""
import json
import subprocess
import time

from .files import new_password, write_text
from .paths import LabError
from .process import wait_for

STACK = ("etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kuberay-operator")
SERVICE_RANGE = "127.99.0.0/16"


def kubeconfig_text(port, token):
    return json.dumps({
        "apiVersion": "v1", "kind": "Config", "current-context": "lab",
        "clusters": [{"name": "lab", "cluster": {"server": f"https://127.0.0.1:{port}",
                                                 "insecure-skip-tls-verify": True}}],
        "users": [{"name": "admin", "user": {"token": token}}],
        "contexts": [{"name": "lab", "context": {"cluster": "lab", "user": "admin"}}],
    }, indent=1) + "\n"


class Kubernetes:
    def __init__(self, lab):
        self._lab = lab
        self._paths = lab.paths
        self._ports = lab.ports

    def kubectl(self, *arguments, text=None, check=True, timeout=30):
        """Runs kubectl as the cluster's administrator and returns its output."""
        command = [str(self._lab.bin / "kubectl"), "--kubeconfig", str(self._paths.kubeconfig), *arguments]
        try:
            result = subprocess.run(command, input=text, capture_output=True, text=True, check=False, timeout=timeout,
                                    env=self._lab.processes.environment())
        except subprocess.TimeoutExpired:
            if check:
                raise LabError(f"kubectl {' '.join(arguments[:4])}: no answer within {timeout} s") from None
            return ""
        if check and result.returncode:
            raise LabError(f"kubectl {' '.join(arguments[:4])}: {result.stderr.strip()[-400:]}")
        return result.stdout

    def prepare(self):
        """Keys, tokens and the kubeconfig."""
        subprocess.run(["openssl", "genrsa", "-out", str(self._paths.certs / "sa.key"), "2048"], check=True,
                       capture_output=True)
        token = new_password(32)
        write_text(self._paths.secrets / "tokens.csv", f'{token},admin,1,"system:masters"\n', 0o600)
        write_text(self._paths.secrets / "token", token, 0o600)
        write_text(self._paths.kubeconfig, kubeconfig_text(self._ports["apiserver"], token), 0o600)

    def start_etcd(self):
        client, peer = (f"http://127.0.0.1:{self._ports[name]}" for name in ("etcd", "etcd_peer"))
        self._lab.processes.start("etcd", [
            self._lab.bin / "etcd", "--data-dir", self._paths.etcd, "--listen-client-urls", client,
            "--advertise-client-urls", client, "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
            "--initial-cluster", f"default={peer}", "--unsafe-no-fsync", "--log-level", "warn"])

    def start_apiserver(self):
        certs = self._paths.certs
        self._lab.processes.start("kube-apiserver", [
            self._lab.bin / "kube-apiserver",
            "--etcd-servers", f"http://127.0.0.1:{self._ports['etcd']}",
            "--secure-port", self._ports["apiserver"], "--bind-address", "127.0.0.1",
            "--advertise-address", "127.0.0.1", "--cert-dir", certs, "--service-cluster-ip-range", SERVICE_RANGE,
            "--service-account-key-file", certs / "sa.key", "--service-account-signing-key-file", certs / "sa.key",
            "--service-account-issuer", "https://kubernetes.default.svc",
            "--token-auth-file", self._paths.secrets / "tokens.csv", "--authorization-mode", "Node,RBAC",
            "--allow-privileged", "--kubelet-preferred-address-types", "InternalIP,Hostname"])

    def start_controllers(self):
        certs, config = self._paths.certs, self._paths.kubeconfig
        self._lab.processes.start("kube-controller-manager", [
            self._lab.bin / "kube-controller-manager", "--kubeconfig", config,
            "--service-account-private-key-file", certs / "sa.key", "--use-service-account-credentials",
            "--leader-elect=false", "--root-ca-file", certs / "apiserver.crt",
            "--bind-address", "127.0.0.1", "--secure-port", self._ports["kcm"]])
        self._lab.processes.start("kube-scheduler", [
            self._lab.bin / "kube-scheduler", "--kubeconfig", config, "--leader-elect=false",
            "--bind-address", "127.0.0.1", "--secure-port", self._ports["scheduler"]])

    def start_operator(self):
        self._lab.processes.start("kuberay-operator", [
            self._lab.bin / f"ray-operator-{self._lab.plan['operator']}",
            "--metrics-addr", f"127.0.0.1:{self._ports['operator_metrics']}",
            "--health-probe-bind-address", f"127.0.0.1:{self._ports['operator_health']}",
            "--enable-leader-election=false"], env={"KUBECONFIG": self._paths.kubeconfig})

    def is_ready(self):
        return self.kubectl("get", "--raw", "/readyz", "--request-timeout=3s", check=False).strip() == "ok"

    def wait_ready(self):
        wait_for(self.is_ready, 150, "the Kubernetes API server", 0.2)

    def install_definitions(self):
        """The RayCluster kinds. They are large: a machine that is busy starting everything may need a second try."""
        for attempt in range(4):
            try:
                self.kubectl("apply", "--server-side", "-f", str(self._lab.bin / "crds"), timeout=120)
                self.kubectl("wait", "--for=condition=established", "-f", str(self._lab.bin / "crds"), "--timeout=90s", timeout=120)
                return
            except LabError:
                if attempt == 3:
                    raise

    def make_interlink_namespace(self):
        self.kubectl("create", "namespace", "interlink", timeout=90)
        self.kubectl("create", "serviceaccount", "virtual-kubelet", "-n", "interlink", timeout=90)

    def wait_node(self, seconds=150):
        """Waits until the virtual node is Ready; it is so after the virtual kubelet's first ping."""
        node = self._lab.node
        path = "jsonpath={.status.conditions[?(@.type=='Ready')].status}"
        wait_for(lambda: self.kubectl("get", "node", node, "-o", path, check=False).strip() == "True", seconds,
                 f"node {node} to become Ready", 0.5)

    def release_pods(self):
        """Names of all pods that Ray's operator made."""
        return self.kubectl("get", "pods", "-A", "-l", "ray.io/is-ray-node=yes", "-o", "name", check=False).split()

    def wait_no_pods(self, seconds=60):
        """Waits for the pods of deleted releases; helps Kubernetes once Slurm is empty."""
        end = time.monotonic() + seconds
        while self.release_pods() and time.monotonic() < end:
            self.kubectl("delete", "pods", "-A", "-l", "ray.io/is-ray-node=yes", "--force", "--grace-period=0",
                         "--wait=false", check=False)
            time.sleep(0.5)
