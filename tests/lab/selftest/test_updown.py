"""up and down, twice and after a crash; runs last, since it restarts the lab."""
import os
import signal
import subprocess
import unittest
from pathlib import Path

from support import lab, wait_for

FLAVOUR = os.environ.get("LAB_FLAVOUR", "user")


def listening(port):
    text = subprocess.run(["ss", "-ltnH"], capture_output=True, text=True, check=True).stdout
    return f":{port} " in text


def lab_pids(folder):
    """Processes with the lab's mark, or with its folder in their command line."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            marked = entry.name.isdigit() and (f"RAYHELM_LAB_DIR={folder}".encode() in (entry / "environ").read_bytes()
                                               or f"{folder}/".encode() in (entry / "cmdline").read_bytes())
        except OSError:
            continue
        if marked and int(entry.name) != os.getpid():
            found.append(int(entry.name))
    return found


class UpDown(unittest.TestCase):
    def env(self):
        text = lab("env").stdout
        return dict(line.split("=", 1) for line in text.splitlines())

    def check_nothing_left(self, env):
        folder = env["LAB_DIR"]
        self.assertEqual(lab("status", check=False).returncode, 3)
        wait_for(lambda: not lab_pids(folder), 5, "the end of all processes")
        self.assertFalse(Path(folder).exists())
        for name in ("LAB_SSH_PORT", "LAB_SSHD_PORT", "LAB_HPC_PORT"):
            self.assertFalse(listening(env[name]))
        self.assertNotIn(folder, Path("/proc/mounts").read_text())

    def test_1_twice(self):
        before = lab("snapshot").stdout
        self.assertIn("up already", lab("up", "--flavour", FLAVOUR).stderr)
        self.assertEqual(lab("snapshot").stdout, before)

    def test_2_another_lab_is_refused(self):
        result = lab("up", check=False, env={"LAB_DIR": "/tmp/rayhelm-second-lab"})
        self.assertEqual(result.returncode, 1)
        self.assertIn("is up already", result.stderr)
        self.assertFalse(Path("/tmp/rayhelm-second-lab").exists())

    def test_3_down_twice_and_up_again(self):
        env = self.env()
        lab("down")
        self.check_nothing_left(env)
        lab("down")
        lab("up", "--flavour", FLAVOUR)
        self.assertEqual(lab("status").returncode, 0)

    def test_4_after_a_crash(self):
        env = self.env()
        for pid in lab_pids(env["LAB_DIR"]):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.assertEqual(lab("status", check=False).returncode, 1)
        lab("down")
        self.check_nothing_left(env)
        lab("up", "--flavour", FLAVOUR)

    def test_5_up_mends_a_broken_lab(self):
        run = Path(self.env()["LAB_DIR"]) / "run"
        os.kill(int((run / "etcd.pid").read_text().split()[0]), signal.SIGKILL)
        wait_for(lambda: lab("status", check=False).returncode == 1, 5, "the loss being noticed")
        self.assertIn("unfinished lab", lab("up", "--flavour", FLAVOUR).stderr)
        self.assertEqual(lab("status").returncode, 0)
