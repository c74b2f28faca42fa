"""interLink's API, the virtual kubelet, and the plugin that speaks with Slurm (ours, or the one of LAB_SIDECAR)."""
import json
import os
import shlex

from .files import write_script, write_text
from .paths import LabError
from .process import wait_for

STACK = ("sidecar", "interlink", "virtual-kubelet")
API = """\
InterlinkAddress: "http://127.0.0.1"
InterlinkPort: "{interlink}"
SidecarURL: "http://127.0.0.1"
SidecarPort: "{sidecar}"
VerboseLogging: true
ErrorsOnlyLogging: false
DataRootFolder: "{root}/jobs/"
"""
KUBELET = """\
InterlinkURL: "http://127.0.0.1"
InterlinkPort: "{interlink}"
VerboseLogging: true
ErrorsOnlyLogging: false
ServiceAccount: "virtual-kubelet"
Namespace: interlink
VKTokenFile: ""
PodIP: "127.0.0.1"
PodCIDR:
  Subnet: "127.98.0.0/24"
  MaxIP: 250
  MinIP: 2
KubernetesApiAddr: "127.0.0.1"
KubernetesApiPort: "{apiserver}"
Resources:
  CPU: "256"
  Memory: "1000Gi"
  Pods: "100"
HTTP:
  Insecure: true
KubeletHTTP:
  Insecure: true
"""
# Read by a genuine plugin in the place of ours (LAB_SIDECAR).
PLUGIN = """\
SidecarPort: "{sidecar}"
SbatchPath: "{bin}/sbatch"
ScancelPath: "/usr/bin/scancel"
SqueuePath: "/usr/bin/squeue"
SinfoPath: "/usr/bin/sinfo"
SingularityPath: "{bin}/singularity"
BashPath: "/bin/bash"
CommandPrefix: ""
SingularityPrefix: ""
ImagePrefix: ""
Namespace: "vk"
DataRootFolder: "{root}/jobs/"
ExportPodData: true
Tsocks: false
VerboseLogging: true
ErrorsOnlyLogging: false
"""
# Adds to each submission what the switched-on faults ask for; the real sbatch and the real Slurm do the rest.
SBATCH = """\
#!/bin/sh
faults={root}/faults
[ -e "$faults/wall-time" ] && set -- --time=1 "$@"
[ -e "$faults/out-of-memory" ] && set -- --mem=400 "$@"
[ -e "$faults/refused-option" ] && set -- --partition=nope "$@"
exec /usr/bin/sbatch "$@"
"""


class Interlink:
    def __init__(self, lab):
        self._lab = lab
        self._paths = lab.paths

    def prepare(self):
        etc, ports = self._paths.etc, self._lab.ports
        values = {**ports, "root": self._paths.root, "bin": self._paths.hpc_bin}
        write_text(etc / "interlink.yaml", API.format(**values))
        write_text(etc / "virtual-kubelet.yaml", KUBELET.format(**values))
        write_text(etc / "plugin.yaml", PLUGIN.format(**values))
        write_script(self._paths.hpc_bin / "sbatch", SBATCH.format(root=self._paths.root))
        write_script(self._paths.hpc_bin / "singularity",
                     f'#!/bin/sh\nexec /usr/bin/python3 -S {self._lab.standins}/singularity/main.py "$@"\n')
        write_text(etc / "singularity.json", json.dumps({
            "ray_bin": str(self._lab.cache.venv(f"ray-{self._lab.plan['ray']}") / "bin"),
            "state": str(self._paths.root / "hpc" / "pull"), "faults": str(self._paths.faults),
            "keep": [str(self._lab.cache.root)]}))

    def hpc_environment(self):
        """What a session or a job on the pretended HPC site sees."""
        return {"HOME": self._paths.hpc_home, "PATH": f"{self._paths.hpc_bin}:/usr/local/bin:/usr/bin:/bin",
                "SLURM_CONF": self._paths.slurm_conf, "LAB_SINGULARITY": self._paths.etc / "singularity.json"}

    def start_sidecar(self):
        own = f"/usr/bin/python3 {shlex.quote(str(self._lab.standins))}/sidecar/main.py"
        command = self._lab.plan.get("sidecar") or own
        self._lab.processes.start("sidecar", ["/bin/sh", "-c", f"exec {command}"], cwd=self._paths.hpc_home, env={
            **self.hpc_environment(), "SLURMCONFIGPATH": self._paths.etc / "plugin.yaml",
            "LAB_SIDECAR_PORT": self._lab.ports["sidecar"], "LAB_SIDECAR_JOBS": self._paths.jobs,
            "LAB_SIDECAR_FAULTS": self._paths.faults})

    def start_api(self):
        self._lab.processes.start("interlink", [self._lab.bin / "interlink"],
                                  env={"INTERLINKCONFIGPATH": self._paths.etc / "interlink.yaml"})

    def start_kubelet(self):
        log = self._paths.log / "virtual-kubelet.log"
        self._log_begin = log.stat().st_size if log.exists() else 0
        program = "virtual-kubelet-genuine" if os.environ.get("LAB_VK") == "genuine" else "virtual-kubelet"
        self._lab.processes.start("virtual-kubelet", [self._lab.bin / program], env={
            "CONFIGPATH": self._paths.etc / "virtual-kubelet.yaml", "KUBECONFIG": self._paths.kubeconfig,
            "NODENAME": self._lab.node, "POD_IP": "127.0.0.1", "KUBELET_URL": "127.0.0.1",
            "KUBELET_PORT": self._lab.ports["kubelet"]})

    def wait_kubelet(self, tries=4):
        """Until the virtual kubelet watches pods. Now and then it hangs before that, with its node Ready and its pings answered;
        no pod is ever taken then, and only a new start helps."""
        log = self._paths.log / "virtual-kubelet.log"
        for last in [False] * (tries - 1) + [True]:
            try:
                wait_for(lambda: b"starting workers" in log.read_bytes()[self._log_begin:], 10, "the virtual kubelet to watch pods")
                return
            except LabError:
                if last:
                    raise
                self._lab.processes.stop(["virtual-kubelet"])
                self.start_kubelet()
