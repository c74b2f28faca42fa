"""Faults of the Kubernetes side: API server, operator, virtual node."""
import signal

from ..process import wait_for
from .base import Fault


def _node_is(lab, status):
    path = "jsonpath={.status.conditions[?(@.type=='Ready')].status}"
    return lab.kubernetes.kubectl("get", "node", lab.node, "-o", path, check=False).strip() == status


def _stop_interlink(lab):
    lab.processes.stop(["interlink"])
    wait_for(lambda: _node_is(lab, "False"), 45, "the node to become NotReady", 0.5)


def _start_interlink(lab):
    lab.interlink.start_api()
    lab.kubernetes.wait_node(60)


def mend(lab):
    """Starts what did not survive an outage of the API server."""
    lab.kubernetes.start_etcd()
    lab.kubernetes.start_apiserver()
    lab.kubernetes.wait_ready()
    lab.kubernetes.start_controllers()
    lab.kubernetes.start_operator()
    lab.interlink.start_sidecar()
    lab.interlink.start_api()
    lab.interlink.start_kubelet()
    lab.kubernetes.wait_node()
    lab.interlink.wait_kubelet()


FAULTS = {
    "node-not-ready": Fault("interLink's API is stopped: the virtual node becomes NotReady",
                            _stop_interlink, _start_interlink),
    "api-server-down": Fault("the Kubernetes API server is stopped (connection refused)",
                             lambda lab: lab.processes.stop(["kube-apiserver"], 2), mend),
    "api-server-frozen": Fault("the Kubernetes API server takes connections and answers nothing",
                               lambda lab: lab.processes.signal("kube-apiserver", signal.SIGSTOP),
                               lambda lab: (lab.processes.signal("kube-apiserver", signal.SIGCONT), mend(lab))),
    "operator-down": Fault("the KubeRay operator is stopped: no pods are made",
                           lambda lab: lab.processes.stop(["kuberay-operator"]),
                           lambda lab: lab.kubernetes.start_operator()),
}
