"""The lab's long-running processes: started in groups of their own, found again by pid files.

A pid file holds `pid starttime`: the start time of /proc keeps a reused pid
from being taken for ours. Every process carries RAYHELM_LAB_DIR in its
environment, and so does all that it starts (Slurm exports it into the jobs),
which is how stragglers are found after a crash.
"""
import collections
import os
import signal
import subprocess
import time
from pathlib import Path

from .paths import LabError

MARK = "RAYHELM_LAB_DIR"
BASE_ENV = ("LANG", "LC_ALL", "TERM", "TZ", "USER", "LOGNAME")


def start_time(pid):
    """Clock ticks after boot at which the process began, or None when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else fields[19]


def wait_for(condition, seconds, what, interval=0.1):
    """Polls until the condition holds and returns its value; LabError after the given seconds."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise LabError(f"Waited {seconds} s in vain for: {what}.")
        time.sleep(interval)


class Processes:
    """All named processes of one lab."""

    def __init__(self, paths, path_entries):
        self._paths = paths
        self._path = os.pathsep.join([*map(str, path_entries), "/usr/sbin", "/usr/bin", "/sbin", "/bin"])

    def environment(self, extra=None):
        """A clean environment: nothing of the caller's shell reaches the lab."""
        # Files that root makes would be in the way of the lab's account, so they get a place of their own.
        home = str(self._paths.internal if os.getuid() else self._paths.root_home)
        env = {name: os.environ[name] for name in BASE_ENV if name in os.environ}
        env.update({"PATH": self._path, "HOME": home, MARK: str(self._paths.root)})
        env.update({key: str(value) for key, value in (extra or {}).items()})
        return env

    def _pid_file(self, name):
        return self._paths.run / f"{name}.pid"

    def pid(self, name):
        """The pid of a running process, or None."""
        try:
            pid, begun = self._pid_file(name).read_text().split()
        except (OSError, ValueError):
            return None
        return int(pid) if start_time(int(pid)) == begun else None

    def start(self, name, command, env=None, cwd=None):
        """Starts a process unless it already runs; its output goes to log/NAME.log."""
        if self.pid(name):
            return
        with open(self._paths.log / f"{name}.log", "ab") as log:
            process = subprocess.Popen([str(part) for part in command], env=self.environment(env),
                                       cwd=cwd or self._paths.root, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       start_new_session=True)
        begun = start_time(process.pid)
        self._pid_file(name).write_text(f"{process.pid} {begun or 0}\n")

    def signal(self, name, number):
        pid = self.pid(name)
        if pid:
            os.killpg(pid, number)
        return pid is not None

    def stop(self, names, seconds=5.0):
        """Ends processes together with all that they started: TERM, after the given seconds KILL."""
        end_processes(self.members(names), seconds)
        for name in names:
            self._pid_file(name).unlink(missing_ok=True)

    def members(self, names=None):
        """Pids of named processes (of all by default) and all that they started, also when the first one is gone."""
        table = process_table()
        found = set()
        for name in names or self.names():
            try:
                leader, begun = self._pid_file(name).read_text().split()
            except (OSError, ValueError):
                continue
            if start_time(leader) in (begun, None):  # else the number belongs to a stranger now
                found |= {pid for pid, entry in table.items() if entry.session == int(leader)}
        return descendants(found, table)

    def everything(self):
        """Pids of all processes of the lab, by name, by descent and by mark."""
        return sorted(descendants(self.members() | set(marked_processes(self._paths.root)), process_table()))

    def names(self):
        return sorted(file.stem for file in self._paths.run.glob("*.pid"))

    def log_tail(self, name, lines=8):
        try:
            text = (self._paths.log / f"{name}.log").read_text(errors="replace")
        except OSError:
            return ""
        return "\n".join(text.splitlines()[-lines:])


Entry = collections.namedtuple("Entry", "parent session")


def process_table():
    """pid -> (parent, session) of every process."""
    table = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[0] != "Z":
                table[int(folder.name)] = Entry(int(fields[1]), int(fields[3]))
    return table


def descendants(pids, table):
    """The processes and all their children, without this program and its own ancestors."""
    found, fresh = set(pids), True
    while fresh:
        fresh = {pid for pid, entry in table.items() if entry.parent in found} - found
        found |= fresh
    return found - _ancestors()


def end_processes(pids, seconds):
    """TERM, and KILL for those that are still there after the given seconds."""
    known = {pid: start_time(pid) for pid in pids}
    for number, patience in ((signal.SIGTERM, seconds), (signal.SIGKILL, 2.0)):
        left = [pid for pid, begun in known.items() if begun and start_time(pid) == begun]
        for pid in left:
            try:
                os.kill(pid, signal.SIGCONT)
                os.kill(pid, number)
            except (ProcessLookupError, PermissionError):
                pass
        end = time.monotonic() + patience
        while any(start_time(pid) == known[pid] for pid in left) and time.monotonic() < end:
            _reap()
            time.sleep(0.05)


def _reap():
    """Collects ended children, so that their groups are seen as gone."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def marked_processes(root):
    """Pids of all processes that carry the lab's mark, whoever started them; never our own ancestors."""
    mark = f"{MARK}={root}".encode()
    ours = _ancestors()
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) in ours:
            continue
        try:
            environ = (entry / "environ").read_bytes()
        except OSError:
            continue
        if mark in environ.split(b"\0"):
            found.append(int(entry.name))
    return sorted(found)


def _ancestors():
    pids, pid = set(), os.getpid()
    while pid > 1:
        pids.add(pid)
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            break
    return pids


def end_marked(root, seconds=5.0):
    """Ends what is left of a lab after a crash."""
    end_processes(marked_processes(root), seconds)
