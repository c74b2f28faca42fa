"""Where the lab keeps its things.

One folder (`LAB_DIR`) holds everything that runs; the cache holds what was
built once. Both are chosen so that an ordinary user needs no rights outside
them, and so that socket paths stay below the 107 characters of Unix sockets.
"""
import os
import pwd
import stat
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent
ACCOUNT = "rayhelm-lab"
ACCOUNT_HOME = Path("/var/lib/rayhelm-lab")
SYSTEM_CACHE = Path("/var/cache/rayhelm-lab")
LONGEST_LAB_DIR = 80


class LabError(Exception):
    """A failure that is told to the person in one sentence, without a traceback."""


def user_name():
    return pwd.getpwuid(os.getuid()).pw_name


def _everyone_may_enter(folder):
    """True when each existing parent of the folder lets other users pass."""
    folder = folder.absolute()
    while not folder.exists():
        folder = folder.parent
    for part in (folder, *folder.parents):
        if not part.stat().st_mode & stat.S_IXOTH:
            return False
    return True


def cache_dir():
    """The folder of built parts. Root's cache must be readable by the lab's own account."""
    named = os.environ.get("RAYHELM_LAB_CACHE")
    if named:
        return Path(named)
    xdg = os.environ.get("XDG_CACHE_HOME")
    folder = Path(xdg) / "rayhelm-lab" if xdg else Path.home() / ".cache" / "rayhelm-lab"
    if os.getuid() == 0 and not _everyone_may_enter(folder):
        return SYSTEM_CACHE
    return folder


def default_lab_dir():
    named = os.environ.get("LAB_DIR")
    if named:
        return Path(named).absolute()
    if os.getuid() == 0 or user_name() == ACCOUNT:
        return ACCOUNT_HOME / (os.environ.get("RAYHELM_LAB_NETNS") or "lab")
    state = os.environ.get("XDG_STATE_HOME")
    folder = (Path(state) if state else Path.home() / ".local" / "state") / "rayhelm-lab"
    if len(str(folder)) > LONGEST_LAB_DIR:
        folder = Path(f"/tmp/rayhelm-lab-{os.getuid()}")
    return folder


class LabPaths:
    """The names of all files and folders of one lab."""

    def __init__(self, root):
        self.root = Path(root)
        if len(str(self.root)) > LONGEST_LAB_DIR:
            raise LabError(f"The lab's folder {self.root} has a path that is too long for Unix sockets; "
                           f"set LAB_DIR to a path of at most {LONGEST_LAB_DIR} characters.")
        for name in ("etc", "run", "log", "munge", "etcd", "certs", "slurm", "jobs", "mlflow", "nginx",
                     "repo", "ssh", "faults", "internal", "secrets", "crds"):
            setattr(self, name, self.root / name)
        self.vm_home = self.root / "vm" / "home"
        self.vm_bin = self.root / "vm" / "bin"
        self.hpc_home = self.root / "hpc" / "homes" / "user"
        self.hpc_bin = self.root / "hpc" / "bin"
        self.images = self.root / "hpc" / "images"
        self.root_home = self.root / "root-home"
        self.kubeconfig = self.etc / "kubeconfig"
        self.slurm_conf = self.slurm / "slurm.conf"
        self.plan = self.run / "plan.json"
        self.values = self.vm_home / ".interlink" / "lab_raycluster.yaml"

    def make_folders(self):
        self.root.mkdir(parents=True, exist_ok=True)
        self.root.chmod(0o755)
        for folder in (self.etc, self.run, self.log, self.munge, self.slurm / "state", self.slurm / "spool",
                       self.jobs, self.mlflow, self.nginx, self.repo, self.ssh, self.faults, self.internal,
                       self.certs, self.vm_home / ".interlink", self.vm_bin, self.hpc_home, self.hpc_bin, self.images):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o755)
        self.secrets.mkdir(exist_ok=True)
        self.secrets.chmod(0o700)
        for home in (self.vm_home, self.hpc_home):
            home.chmod(0o700)
