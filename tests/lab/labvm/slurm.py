"""Munge and Slurm, both under the lab's own user, with 8 pretended GPUs."""
import os
import socket
import subprocess

from .files import write_text
from .paths import LabError, user_name
from .process import wait_for

STACK = ("munged", "slurmctld", "slurmd")
SLURM_CONF = """\
ClusterName=lab
SlurmctldHost={host}(127.0.0.1)
AuthInfo=socket={root}/munge/munge.sock
SlurmUser={user}
SlurmdUser={user}
SlurmctldPort={slurmctld}
SlurmdPort={slurmd}
SlurmctldPidFile={root}/run/ctld.own.pid
SlurmdPidFile={root}/run/slurmd.own.pid
StateSaveLocation={root}/slurm/state
SlurmdSpoolDir={root}/slurm/spool
SlurmctldLogFile={root}/log/slurmctld.own.log
SlurmdLogFile={root}/log/slurmd.own.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SlurmdParameters=config_overrides
ReturnToService=2
JobAcctGatherType=jobacct_gather/linux
JobAcctGatherFrequency=task=3
JobAcctGatherParams=OverMemoryKill
SchedulerParameters=sched_min_interval=200000,batch_sched_delay=0
GresTypes=gpu
KillWait=2
NodeName={host} NodeAddr=127.0.0.1 CPUs=256 RealMemory=1000000 Gres=gpu:8 State=UNKNOWN
PartitionName=cpu Nodes=ALL Default=YES MaxTime=INFINITE State=UP
PartitionName=gpu Nodes=ALL MaxTime=240 State=UP
"""


class Slurm:
    def __init__(self, lab):
        self._lab = lab
        self._paths = lab.paths

    def environment(self):
        return {"SLURM_CONF": str(self._paths.slurm_conf)}

    def command(self, *arguments, check=True, timeout=30):
        """Runs one of Slurm's commands and returns its output."""
        result = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=timeout,
                                env=self._lab.processes.environment(self.environment()))
        if check and result.returncode:
            raise LabError(f"{' '.join(arguments[:3])}: {result.stderr.strip()[-400:]}")
        return result.stdout

    def prepare(self):
        host = socket.gethostname().partition(".")[0]
        slurm = self._paths.slurm
        ports = {name: self._lab.ports[name] for name in ("slurmctld", "slurmd")}
        write_text(self._paths.slurm_conf,
                   SLURM_CONF.format(host=host, root=self._paths.root, user=user_name(), **ports))
        write_text(slurm / "cgroup.conf", "CgroupPlugin=cgroup/v1\n")
        write_text(slurm / "gres.conf", f"NodeName={host} Name=gpu File={slurm}/gpu[0-7]\n")
        for number in range(8):
            (slurm / f"gpu{number}").touch()
        key = self._paths.munge / "munge.key"
        descriptor = os.open(key, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(os.urandom(1024))

    def start(self):
        munge = self._paths.munge
        self._lab.processes.start("munged", [
            "/usr/sbin/munged", "--foreground", "--key-file", munge / "munge.key", "--socket", munge / "munge.sock",
            "--pid-file", munge / "munged.pid", "--log-file", self._paths.log / "munged.own.log",
            "--seed-file", munge / "munged.seed"])
        wait_for((munge / "munge.sock").exists, 10, "munge's socket", 0.05)
        for name in ("slurmctld", "slurmd"):
            self._lab.processes.start(name, [f"/usr/sbin/{name}", "-D"], env=self.environment())

    def wait_idle(self):
        def state():
            return self.command("/usr/bin/sinfo", "-h", "-p", "cpu", "-o", "%t", check=False, timeout=30).strip() == "idle"
        wait_for(state, 40, "Slurm's node to become idle", 0.3)

    def queue(self):
        """Numbers of the jobs that still hold or wait for something."""
        return self.command("/usr/bin/squeue", "-h", "-o", "%i", check=False).split()

    def cancel(self, *selection):
        self.command("/usr/bin/scancel", *selection, check=False)

    def cancel_all(self, seconds=20):
        if self.queue():
            self.cancel("-u", user_name())
            wait_for(lambda: not self.queue(), seconds, "Slurm's queue to become empty", 0.2)
