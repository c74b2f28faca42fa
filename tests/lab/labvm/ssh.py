"""Two OpenSSH servers without root (the cloud VM and the HPC login node) and the relay in front of the VM."""
import os
import socket
import subprocess
from pathlib import Path

from .files import write_script, write_text
from .paths import LabError, user_name
from .process import wait_for

CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {ssh}/{name}_host_key
PidFile none
AuthorizedKeysFile {ssh}/authorized_keys
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
StrictModes no
PrintMotd no
PrintLastLog no
AcceptEnv LANG LC_*
MaxStartups 100
LogLevel VERBOSE
SetEnv {environment}
ForceCommand {session}
Subsystem sftp {sftp}
"""
# sshd starts in the folder of /etc/passwd; a person's session starts in the pretended home.
SESSION = """\
#!/bin/sh
cd "$HOME" || exit 1
[ -n "$SSH_ORIGINAL_COMMAND" ] && exec /bin/bash -c "$SSH_ORIGINAL_COMMAND"
exec /bin/bash -l
"""
SFTP = "/usr/lib/openssh/sftp-server"
SLURM = {"sbatch", "srun", "squeue", "scancel", "sinfo", "sacct", "salloc", "scontrol", "slurmd", "slurmctld", "munged"}


def host_key(paths, name):
    """Makes an ed25519 host key once and returns its SHA256 fingerprint."""
    key = paths.ssh / f"{name}_host_key"
    if not key.exists():
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", f"lab-{name}", "-f", str(key)], check=True)
    text = subprocess.run(["ssh-keygen", "-l", "-E", "sha256", "-f", f"{key}.pub"], capture_output=True, text=True,
                          check=True).stdout
    return text.split()[1]


def client_key(paths):
    """The key of the person who logs in; the same for the VM and the HPC node."""
    key = paths.ssh / "id_lab"
    if not key.exists():
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "lab-user", "-f", str(key)], check=True)
        write_text(paths.ssh / "authorized_keys", Path(f"{key}.pub").read_text(), 0o600)
    return key


def link_programs(folder, left_out):
    """Fills a folder with links to the machine's programs, so that single ones can be taken away for a fault."""
    for source in ("/usr/bin", "/usr/sbin"):
        for entry in os.scandir(source):
            link = folder / entry.name
            if entry.name not in left_out and not link.is_symlink() and not link.exists():
                link.symlink_to(entry.path)


def relay_mode(paths, word):
    """Tells the relay a mode (or asks with `mode`) and returns the one that holds."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        client.connect(str(paths.run / "relay.sock"))
        client.sendall(f"{word}\n".encode())
        return client.recv(64).decode().strip()


class Ssh:
    def __init__(self, lab):
        self._lab = lab
        self._paths = lab.paths

    def prepare(self):
        self._lab.plan["fingerprint"] = host_key(self._paths, "vm")
        self._lab.plan["hpc_fingerprint"] = host_key(self._paths, "hpc")
        client_key(self._paths)
        write_script(self._paths.root / "vm" / "session", SESSION)
        bin_folder = self._paths.vm_bin
        link_programs(bin_folder, SLURM | {"sudo"})
        for program in ("helm", "kubectl"):
            (bin_folder / program).unlink(missing_ok=True)
            (bin_folder / program).symlink_to(self._lab.bin / program)
        (bin_folder / "sudo").symlink_to(self._lab.standins / "sudo")
        write_text(self._paths.vm_home / ".profile", f"PATH={bin_folder}\n")
        write_text(self._paths.hpc_home / ".profile", f"PATH={self._lab.interlink.hpc_environment()['PATH']}\n")

    def _start(self, name, port, environment):
        settings = " ".join(f"{key}={value}" for key, value in environment.items())
        write_text(self._paths.etc / f"sshd_{name}.conf", CONFIG.format(
            port=port, ssh=self._paths.ssh, name=name, environment=settings, sftp=SFTP,
            session=self._paths.root / "vm" / "session"))
        self._lab.processes.start(f"sshd-{name}", ["/usr/sbin/sshd", "-D", "-e", "-f",
                                                   self._paths.etc / f"sshd_{name}.conf"])

    def start_vm(self):
        self._start("vm", self._lab.ports["sshd"], {
            "PATH": self._paths.vm_bin, "HOME": self._paths.vm_home, "RAYHELM_LAB_DIR": self._paths.root})

    def start_hpc(self):
        self._start("hpc", self._lab.ports["hpc_sshd"],
                    {**self._lab.interlink.hpc_environment(), "RAYHELM_LAB_DIR": self._paths.root})

    def start_relay(self):
        (self._paths.run / "relay.sock").unlink(missing_ok=True)
        self._lab.processes.start("relay", ["/usr/bin/python3", self._lab.standins / "relay.py", self._lab.ports["relay"],
                                            self._lab.ports["sshd"], self._paths.run / "relay.sock"])

    def check_login(self):
        """One real login through the relay, as the person would do it."""
        def login():
            result = subprocess.run([
                "ssh", "-F", "none", "-p", str(self._lab.ports["relay"]), "-i", str(self._paths.ssh / "id_lab"),
                "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
                "-o", "LogLevel=ERROR", "-o", "ConnectTimeout=5", f"{user_name()}@127.0.0.1", "pwd"],
                capture_output=True, text=True, check=False)
            return result.stdout.strip() == str(self._paths.vm_home)
        try:
            wait_for(login, 15, "a login by ssh", 0.3)
        except LabError as error:
            raise LabError(f"{error}\n{self._lab.processes.log_tail('sshd-vm')}") from None
