"""Free TCP ports, chosen once per lab and kept in its plan."""
import random
import socket

NAMES = ("etcd", "etcd_peer", "apiserver", "kcm", "scheduler", "operator_metrics", "operator_health", "interlink",
         "sidecar", "kubelet", "slurmctld", "slurmd", "sshd", "relay", "hpc_sshd", "helm_repo", "mlflow", "ingress",
         "registry")
FIRST, LAST = 20000, 29999  # below the kernel's own ephemeral range, above what Ray uses


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def choose_ports():
    """A name -> port table; every port was free a moment ago."""
    ports = {}
    candidates = random.sample(range(FIRST, LAST), 400)
    for name in NAMES:
        while not is_free(candidates[-1]):
            candidates.pop()
        ports[name] = candidates.pop()
    return ports


def accepts(port, host="127.0.0.1"):
    """True when something listens on the port."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False
