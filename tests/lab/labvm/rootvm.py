"""The VM of the root flavour: a real sshd with PAM and real sudo for three users, in a mount namespace of its own.

Inside that namespace /etc/passwd and its companions, /etc/sudoers.d, /home, /root, /usr/local/bin, /tmp, /run and the
logs are the lab's, and /usr/bin is an overlay; the machine's own files are never touched. All of it ends with the
last process in the namespace.

labadmin    logs in with the key; sudo without a password
labpw       logs in with a password or the key; sudo with the password
labnosudo   logs in with the key; may not use sudo
"""
import json
import os
import shutil
import subprocess
from pathlib import Path

from . import process
from .files import new_password, write_script, write_text
from .paths import LabError
from .process import wait_for
from .ssh import SFTP
from .values import values_text

NAME = "sshd-root"
USERS = {"labadmin": (61001, "nopasswd"), "labpw": (61002, "password"), "labnosudo": (61003, "refused")}
SUDOERS = "labadmin ALL=(ALL:ALL) NOPASSWD: ALL\nlabpw ALL=(ALL:ALL) ALL\n"
CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {ssh}/vm_host_key
PidFile none
UsePAM yes
PasswordAuthentication yes
KbdInteractiveAuthentication no
PermitRootLogin no
AllowUsers labadmin labpw labnosudo
PrintMotd no
AcceptEnv LANG LC_*
MaxStartups 100
LogLevel VERBOSE
SetEnv RAYHELM_LAB_DIR={root}
Subsystem sftp {sftp}
Match User labadmin,labnosudo
    PasswordAuthentication no
"""
# Runs as the first process of the new mount namespace.
NAMESPACE = """\
#!/bin/sh
set -e
vm={vm}
for file in passwd shadow group gshadow; do mount --bind "$vm/etc/$file" "/etc/$file"; done
mount --bind "$vm/etc/sudoers.d" /etc/sudoers.d
for folder in home root usr/local/bin tmp; do mount --bind "$vm/$folder" "/$folder"; done
mount -t tmpfs -o mode=755 tmpfs /var/log
: > /var/log/wtmp; : > /var/log/lastlog; : > /var/log/btmp; chmod 600 /var/log/btmp
[ -d /var/lib/sudo ] && mount -t tmpfs -o mode=711 tmpfs /var/lib/sudo
mount -t tmpfs -o mode=755 tmpfs "$vm/overlay"
mkdir "$vm/overlay/upper" "$vm/overlay/work"
mount -t overlay -o "lowerdir=/usr/bin,upperdir=$vm/overlay/upper,workdir=$vm/overlay/work" overlay /usr/bin ||
    echo "no overlay here: programs of /usr/bin cannot be taken away" >&2
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/sshd /run/sudo /run/lock
chmod 711 /run/sudo
exec /usr/sbin/sshd -D -e -f "$vm/sshd_config"
"""


def _vm(lab):
    return lab.paths.root / "vmroot"


def _account_files(lab):
    """The machine's accounts plus the lab's three users, in copies."""
    etc = _vm(lab) / "etc"
    lines = {name: Path("/etc", name).read_text() for name in ("passwd", "shadow", "group", "gshadow")
             if Path("/etc", name).exists()}
    for user, (number, _) in USERS.items():
        file = lab.paths.secrets / f"ssh-{user}"
        write_text(file, new_password(), 0o600)
        digest = subprocess.run(["openssl", "passwd", "-6", "-stdin"], input=file.read_text(), capture_output=True,
                                text=True, check=True).stdout.strip()
        lines["passwd"] += f"{user}:x:{number}:{number}:{user}:/home/{user}:/bin/bash\n"
        lines["shadow"] += f"{user}:{digest}:19000:0:99999:7:::\n"
        lines["group"] += f"{user}:x:{number}:\n"
        lines["gshadow"] = lines.get("gshadow", "") + f"{user}:!::\n"
    for name, text in lines.items():
        write_text(etc / name, text, 0o640 if "shadow" in name else 0o644)
    write_text(etc / "sudoers.d" / "rayhelm-lab", SUDOERS, 0o440)


def _homes(lab):
    key = (lab.paths.ssh / "id_lab.pub").read_text()
    values = values_text(lab.paths, lab.node)
    for user, (number, _) in USERS.items():
        home = _vm(lab) / "home" / user
        shutil.copytree("/etc/skel", home, dirs_exist_ok=True)
        write_text(home / ".ssh" / "authorized_keys", key, 0o600)
        write_text(home / ".interlink" / "lab_raycluster.yaml", values)
        for path in (home, *home.rglob("*")):
            os.chown(path, number, number)
        (home / ".ssh").chmod(0o700)
        home.chmod(0o750)


def _link_or_copy(source, target):
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _prepare(lab):
    vm = _vm(lab)
    shutil.rmtree(vm, ignore_errors=True)
    for folder in ("etc/sudoers.d", "home", "root", "usr/local/bin", "tmp", "overlay"):
        (vm / folder).mkdir(parents=True)
    (vm / "tmp").chmod(0o1777)
    (vm / "root").chmod(0o700)
    _account_files(lab)
    _homes(lab)
    for program in ("helm", "kubectl"):
        _link_or_copy(lab.bin / program, vm / "usr" / "local" / "bin" / program)
    write_text(vm / "root" / ".kube" / "config", lab.paths.kubeconfig.read_text(), 0o600)
    write_text(vm / "root" / ".bashrc", "")
    write_text(vm / "sshd_config", CONFIG.format(port=lab.ports["sshd"], ssh=lab.paths.ssh, root=lab.paths.root,
                                                 sftp=SFTP), 0o600)
    write_script(vm / "namespace", NAMESPACE.format(vm=vm))


def inside(lab, *command):
    """Runs a command as root inside the VM's namespace and returns the finished process."""
    pid = lab.processes.pid(NAME)
    if not pid:
        raise LabError("The VM's ssh server does not run.")
    return subprocess.run(["nsenter", "-t", str(pid), "-m", "env", "-i", "HOME=/root",
                           "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", *command],
                          capture_output=True, text=True, check=False, cwd="/")


def up(lab, progress):
    """Starts the VM's part that needs root; a second call does nothing."""
    if lab.processes.pid(NAME):
        return
    _prepare(lab)
    lab.processes.start(NAME, ["unshare", "-m", "--propagation", "private", "--", _vm(lab) / "namespace"])
    wait_for(lambda: _answers(lab), 20, "the VM's ssh server")
    added = inside(lab, "helm", "repo", "add", "kuberay", lab.helm_repository.url)
    if added.returncode:
        raise LabError(f"helm repo add failed on the VM: {added.stderr}")
    _remember(lab)
    progress.say("the VM is up: real sshd with PAM, real sudo, users labadmin, labpw, labnosudo")


def _answers(lab):
    from .ports import accepts
    if not lab.processes.pid(NAME):
        raise LabError(f"The VM's ssh server did not start:\n{lab.processes.log_tail(NAME)}")
    return accepts(lab.ports["sshd"])


def _remember(lab):
    """What `lab env` says differently in this flavour."""
    vm = _vm(lab)
    users = {user: {"sudo": sudo, "login": "key, password" if user == "labpw" else "key", "home": f"/home/{user}",
                    "password_file": str(lab.paths.secrets / f"ssh-{user}")} for user, (_, sudo) in USERS.items()}
    lab.plan["root_env"] = {
        "LAB_SSH_USER": "labadmin", "LAB_SSH_HOME": str(vm / "home" / "labadmin"),
        "LAB_SSH_USERS_JSON": json.dumps(users), "LAB_PATH": "/usr/local/bin",
        "LAB_VALUES": str(vm / "home" / "labadmin" / ".interlink" / "lab_raycluster.yaml"),
        "LAB_ROOT_HOME": str(vm / "root"), "LAB_VM_TMP": str(vm / "tmp")}
    lab.save_plan()


def members(lab):
    """Processes that live in the VM's mount namespace: sessions, and what sudo started in them."""
    pid = lab.processes.pid(NAME)
    if not pid:
        return set()
    own = os.readlink(f"/proc/{pid}/ns/mnt")
    found = set()
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink(f"/proc/{name}/ns/mnt") == own:
                found.add(int(name))
        except OSError:
            continue
    return found


def down(lab, progress):
    if lab.plan["flavour"] != "root":
        return
    process.end_processes(members(lab) | lab.processes.members([NAME]), 3)
    lab.processes.stop([NAME])
    shutil.rmtree(_vm(lab), ignore_errors=True)
    progress.say("the VM's ssh server and users are gone")


def hide(lab, program):
    """Takes a program out of the VM's PATH."""
    # The machine may have one of its own beside the lab's.
    found = inside(lab, "sh", "-c", f"command -v {program} >/dev/null || exit 1; while p=$(command -v {program}); do "
                                    f"mv \"$p\" \"$(dirname $p)/.{program}.hidden\" || exit 1; hash -r; done")
    if found.returncode:
        raise LabError(f"The VM has no program named {program} that could be taken away. {found.stderr.strip()}")


def show(lab, program):
    inside(lab, "sh", "-c", f"for d in /usr/local/bin /usr/bin; do h=$d/.{program}.hidden; "
                            f"[ -e $h ] && mv $h $d/{program}; done; true")


def snapshot_sections(lab):
    """The sections that differ from the ordinary user's flavour."""
    from . import snapshot
    vm = _vm(lab)
    return {"vm processes": snapshot.named(members(lab)), "vm tmp": snapshot.tree(vm / "tmp"),
            "vm root": snapshot.tree(vm / "root"), "vm homes": snapshot.tree(vm / "home"),
            "vm programs": snapshot.tree(vm / "usr" / "local" / "bin")}
