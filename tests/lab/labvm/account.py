"""Called by root: the stack runs under an unprivileged account all the same, since that is what the lab is about.

The account is made when missing and removed on `down`. Root keeps what only root can do: the account itself, a
network namespace on request, and the root flavour's ssh server (rootvm).
"""
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time

from . import build, netns, owner
from .lab import Lab
from .paths import ACCOUNT, ACCOUNT_HOME, SOURCE, LabError, cache_dir
from .process import end_marked
from .progress import Progress

PASSED_ON = ("LAB_RAY", "LAB_OPERATOR", "LAB_SIDECAR", "LAB_CHART", "LAB_VK", "LAB_KEEP_LOGS", "LANG", "LC_ALL", "TERM",
             "RAYHELM_LAB_NETNS")


def _entry():
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        return None


def _make_account(progress):
    if not _entry():
        subprocess.run(["useradd", "--system", "--user-group", "--home-dir", str(ACCOUNT_HOME), "--create-home",
                        "--skel", "/nonexistent", "--shell", "/bin/bash", ACCOUNT], check=True, capture_output=True)
        progress.say(f"made the account {ACCOUNT}; the lab runs as this ordinary user")
    ACCOUNT_HOME.chmod(0o755)


def _remove_account(progress):
    entry = _entry()
    if not entry:
        return
    for number in (signal.SIGTERM, signal.SIGKILL):
        left = _processes_of(entry.pw_uid)
        for pid in left:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass
        if left:
            time.sleep(0.5)
    subprocess.run(["userdel", ACCOUNT], check=False, capture_output=True)
    shutil.rmtree(ACCOUNT_HOME, ignore_errors=True)
    progress.say(f"removed the account {ACCOUNT}")


def _processes_of(uid):
    found = []
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.stat(f"/proc/{name}").st_uid == uid:
                found.append(int(name))
        except OSError:
            pass
    return found


def _own_source():
    """A copy of the scripts that the account can read, wherever the project lies."""
    target = ACCOUNT_HOME / "src"
    shutil.copytree(SOURCE, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "selftest"))
    return target


def delegate(options, arguments):
    """Runs the same command as the lab's account and returns its exit code."""
    env = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    env.update({"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(ACCOUNT_HOME), "USER": ACCOUNT,
                "LOGNAME": ACCOUNT, "LAB_DIR": str(options.dir), "RAYHELM_LAB_CACHE": str(cache_dir()),
                "PYTHONPATH": str(_own_source()), "PYTHONDONTWRITEBYTECODE": "1", "RAYHELM_LAB_CALLER": "root"})
    sys.stdout.flush()
    return subprocess.run(["setpriv", "--reuid", ACCOUNT, "--regid", ACCOUNT, "--init-groups", "/usr/bin/python3", "-m",
                           "labvm.commands", *arguments], env=env, cwd="/", check=False).returncode


def _up(options, arguments, progress):
    from . import rootvm, updown
    other = owner.current()
    if other and other["dir"] != str(options.dir):
        raise LabError(f"A lab of {other['user']} is up already (folder {other['dir']}); take it down first, or set "
                       "LAB_NETNS=1 for a network of its own.")
    build.build(progress)
    _make_account(progress)
    options.dir.mkdir(parents=True, exist_ok=True)
    shutil.chown(options.dir, ACCOUNT, ACCOUNT)
    if Lab.exists(options.dir) and not updown.all_running(Lab(options.dir)):
        rootvm.down(Lab(options.dir), progress)  # its files are root's: the account cannot clear them away
    if "--flavour" not in " ".join(arguments):
        arguments = [*arguments, "--flavour", options.flavour]
    code = delegate(options, arguments)
    if code == 0 and Lab(options.dir).plan["flavour"] == "root":
        rootvm.up(Lab(options.dir), progress)
    return code


def _down(options, arguments, progress):
    from . import rootvm
    if Lab.exists(options.dir):
        rootvm.down(Lab(options.dir), progress)
    shutil.rmtree(options.dir / "root-home", ignore_errors=True)
    code = delegate(options, arguments) if _entry() else 0
    end_marked(options.dir)
    shutil.rmtree(options.dir, ignore_errors=True)
    others = list(ACCOUNT_HOME.glob("*/run"))
    if not others:
        _remove_account(progress)
    return code


def run_as_root(options, arguments):
    from . import commands
    if netns.wanted():
        return netns.run_inside(options, arguments)
    progress = Progress()
    if options.command == "up":
        return _up(options, arguments, progress)
    if options.command == "down":
        return _down(options, arguments, progress)
    if options.command == "fault":
        return _fault(options, arguments)
    return commands.run(options)


def _fault(options, arguments):
    """Root switches the faults of the root flavour's VM itself and leaves the others to the lab's account."""
    from . import commands, faults
    if options.words == ["list"] or Lab(options.dir).plan["flavour"] != "root":
        return delegate(options, arguments)
    if options.words == ["all", "off"]:
        lab = Lab(options.dir)
        for name, word in faults.switched_on(lab):
            if name in faults.vm.FAULTS:
                faults.switch(lab, name, word, "off")
        return delegate(options, arguments)
    return commands.run(options) if options.words[0] in faults.vm.FAULTS else delegate(options, arguments)
