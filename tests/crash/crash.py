"""The application is killed (kill -9) at random moments of typing, saving, installing, submitting and deleting, and started again.

After every restart: nothing typed is gone (but for the last moment), what this computer has noted fits to what the VM did, and nothing
begins by itself. In turn the disk is ordinary, full (a small tmpfs in a mount namespace of the test's own; needs root) or slow (2 s for
each fsync); the window must never wait for the slow one, and what was typed there waits for the files before it.
"""

from __future__ import annotations

import argparse
import http.server
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOSS = 1.0  # seconds of typing that a kill may take with it: 100 ms until it is written, the rest for a machine that does much else
FSYNC = 2.0  # seconds for each on the slow disk
WRITE = 3 * FSYNC  # what was typed last waits for the draft before it (the file and its folder), and for its own
STALL = 50  # ms for which the window may stand still in a release build
AGAIN = 3.0  # seconds until what met a full disk is surely stored
BEGINS = ("helm uninstall", "helm rollback", "helm upgrade")


class Ray(http.server.BaseHTTPRequestHandler):
    """What the dashboard answers; it keeps the ids of what was submitted."""

    protocol_version = "HTTP/1.1"
    submitted: dict[str, set[str]] = {}

    def answer(self, body: str, status: int = 200) -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        if self.path.endswith("/api/version"):
            self.answer('{"version":"4","ray_version":"2.9.0","ray_commit":"x"}')
        elif "/api/packages/" in self.path:
            self.answer("Package does not exist", 404)
        elif self.path.rstrip("/").endswith("/api/jobs"):
            self.answer("[]")
        elif "/nodes" in self.path:
            self.answer('{"result":true,"data":{"summary":[]}}')
        else:
            self.answer("{}", 404)

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer("{}")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        sent = json.loads(body or b"{}")
        if self.path.rstrip("/").endswith("/api/jobs"):
            self.submitted.setdefault(self.path.split("/")[1], set()).add(sent.get("submission_id", ""))
        self.answer(json.dumps(sent))

    def log_message(self, *_: object) -> None:
        pass


class Round:
    def __init__(self, options: argparse.Namespace, seed: int, disk: str, port: int):
        self.options, self.seed, self.disk = options, seed, disk
        self.random = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rhcrash-"))
        self.key = f"r{seed}"
        for name in ("home/.interlink", "data", "config", "run", "state", "job"):
            (self.folder / name).mkdir(parents=True, mode=0o700)
        (self.folder / "job/config.yaml").write_text("training:\n  _target_: x\n")
        (self.folder / "job/train.py").write_text("print(1)\n")
        support = ROOT / "tests/support"
        self.environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", HOME=str(self.folder / "home"),
                                FAKE_STATE=str(self.folder / "state"), XDG_RUNTIME_DIR=str(self.folder / "run"),
                                CRASH_RAY=f"http://127.0.0.1:{port}/{self.key}",
                                PATH=f"{support}/panelvm:{support}/standins:{os.environ['PATH']}")
        node = {"metadata": {"name": "vega-virtual-node", "labels": {"virtual-node.interlink/type": "virtual-kubelet"}},
                "status": {"conditions": [{"type": "Ready", "status": "True"}]}}
        (self.folder / "state/nodes.json").write_text(json.dumps({"apiVersion": "v1", "kind": "List", "items": [node]}))
        if disk == "full":
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k,mode=700", "tmpfs", str(self.folder / "data")], check=True)
        self.problems: list[str] = []
        self.lost = 0.0
        self.stall = 0

    def state(self, name: str) -> str:
        path = self.folder / "state" / name
        return path.read_text(errors="replace") if path.exists() else ""

    def calls(self) -> list[str]:
        return [line for line in self.state("calls").splitlines() if line.startswith(BEGINS) and "--dry-run" not in line]

    def start(self, *arguments: str) -> subprocess.Popen:
        environment = dict(self.environment)
        command = [self.options.program, str(self.folder), *arguments]
        if self.disk == "slow" and arguments[0] == "work":
            environment["SLOWFSYNC_MS"] = str(int(FSYNC * 1000))  # tests/support/slowfsync.c is part of the program
            environment["SLOWFSYNC_LOG"] = str(self.folder / "fsyncs")
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                start_new_session=True)

    def fill(self) -> None:
        """For a second the disk is full."""
        time.sleep(self.random.uniform(0.2, 2.0))
        filler = self.folder / "data/filler"
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        time.sleep(1)
        filler.unlink()

    def work(self) -> list[tuple[float, str]]:
        """Lines of what it did, each with its time; killed at a random moment."""
        process = self.start("work", str(self.seed))
        lines: list[tuple[float, str]] = []
        began = threading.Event()

        def read() -> None:
            for line in process.stdout:
                lines.append((time.monotonic(), line.strip()))
                began.set()
            began.set()

        reader = threading.Thread(target=read)
        reader.start()
        began.wait(60)
        filler = threading.Thread(target=self.fill) if self.disk == "full" else None
        if filler:
            filler.start()
        # On the slow disk everything but the window takes longer.
        time.sleep(self.random.uniform(0.05, self.options.longest * (3 if self.disk == "slow" else 1)))
        if filler:
            filler.join()
            time.sleep(AGAIN)  # what failed is tried again every two seconds
        killed = time.monotonic()
        errors = ""
        if process.poll() is not None:
            errors = process.stderr.read()
            self.problems.append(f"it ended by itself with {process.returncode}: {errors[-1500:]}")
        # The whole group would take the detached helm with it, which lives on the VM; only the application dies.
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        reader.join()
        process.stderr.close()
        lines.append((killed, "killed"))
        for _, line in lines:
            if line.startswith("stall "):
                self.stall = max(self.stall, int(line.split()[1]))
        return lines

    def settle(self) -> None:
        """Until nothing that was begun on the VM is still running."""
        last, since, end = None, time.monotonic(), time.monotonic() + 40
        while time.monotonic() < end:
            now = (self.state("calls"), self.state("labels"))
            if now != last:
                last, since = now, time.monotonic()
            if time.monotonic() - since > 0.6:
                return
            time.sleep(0.05)

    def look(self) -> dict[str, dict]:
        process = self.start("look")
        try:
            output, errors = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            self.problems.append("the restart hangs")
        if process.returncode != 0:
            self.problems.append(f"the restart ended with {process.returncode}: {errors[-1500:]}")
        found = {}
        for line in output.splitlines():
            word, _, rest = line.partition(" ")
            if word in ("found", "connected") and rest.startswith("{"):
                found[word] = json.loads(rest)
            elif line in ("not connected", "the data belong to another process"):
                self.problems.append(line)
        return found

    def check_typed(self, lines: list[tuple[float, str]], found: dict) -> None:
        killed = lines[-1][0]
        allowed = LOSS + (WRITE if self.disk == "slow" else 0)
        opened = [killed - at for at, line in lines if line == "opened"]
        if opened and opened[0] > allowed and not found["open"]:
            self.problems.append(f"what was opened {opened[0]:.2f} s before the kill is not open again")
        kept = {"form": number(found["form"]), "values": number(found["values"]), "job": number(found["job"])}
        saved = number(self.file())
        kept["values"] = max(kept["values"], saved)
        for at, line in lines:
            if not line.startswith("typed "):
                continue
            _, what, count = line.split()
            if int(count) > kept[what]:
                self.lost = max(self.lost, killed - at)
                if killed - at > allowed:
                    self.problems.append(f"typed {killed - at:.2f} s before the kill, and gone: {what} {count}, found {kept[what]}")
                    return

    def file(self) -> str:
        path = self.folder / "home/.interlink/crash.yaml"
        return path.read_text(errors="replace") if path.exists() else ""

    def check_vm(self, found: dict, connected: dict) -> None:
        text = self.file()
        if text and not text.endswith(f"# typed {number(text)}\n") and number(text):
            self.problems.append("the saved file is cut")
        labels = self.state("labels").split("\t")
        installs = {record["id"] for record in found["installs"]}
        if len(labels) > 2 and labels[2] and labels[2] not in installs:
            self.problems.append(f"the VM runs {labels[2]}, of which this computer knows nothing")
        for job in Ray.submitted.get(self.key, set()):
            if job not in found["jobs"]:
                self.problems.append(f"Ray has {job}, of which this computer knows nothing")
        if any(call.startswith("helm uninstall") for call in self.calls()) and not found["reports"]:
            self.problems.append("something was deleted, and there is no report")
        if connected and not labels[0] and connected["installing"]:
            self.problems.append("it waits for an install that is not there")

    def run(self) -> None:
        lines = self.work()
        self.settle()
        before, sent = self.calls(), set(Ray.submitted.get(self.key, set()))
        found = self.look()
        self.settle()
        if "found" not in found:
            self.problems.append("the restart says nothing")
            return
        self.check_typed(lines, found["found"])
        self.check_vm(found["found"], found.get("connected", {}))
        begun = [call for call in self.calls()[len(before):]]
        if begun:
            self.problems.append(f"began by itself: {begun}")
        if Ray.submitted.get(self.key, set()) != sent:
            self.problems.append("submitted by itself")
        self.check_modes()
        if self.stall > self.options.stall:
            self.problems.append(f"the window stood still for {self.stall} ms")
        synced = self.folder / "fsyncs"
        if synced.exists() and (times := synced.read_text().split().count("window")):
            self.problems.append(f"the window waited {times} times for the disk")

    def check_modes(self) -> None:
        for top in ("data", "config"):
            for path in (self.folder / top).rglob("*"):
                mode = path.lstat().st_mode & 0o777
                if mode & 0o077:
                    self.problems.append(f"{path.relative_to(self.folder)} has the mode {mode:o}")

    def close(self) -> None:
        if self.disk == "full":
            subprocess.run(["umount", "-l", str(self.folder / "data")], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # the killed application's connections end in the middle


def number(text: str) -> int:
    """How far somebody had typed; 0: nothing of it is there."""
    digits = re.findall(r"(?:# typed |/form/|run )(\d+)", text)
    return max(map(int, digits), default=0)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--longest", type=float, default=4.0, help="seconds after the first line until the kill")
    parser.add_argument("--stall", type=int, default=STALL, help="ms; the sanitizers need more")
    parser.add_argument("--disk", choices=("ordinary", "full", "slow"), help="only this one")
    parser.add_argument("--keep", action="store_true", help="keep the folders of rounds with problems")
    options = parser.parse_args()
    private = os.geteuid() == 0 and not os.environ.get("CRASH_MOUNTS")
    if private:  # the full disks are mounts that nobody else sees, and that go with this program
        os.environ["CRASH_MOUNTS"] = "private"
        os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, "-u", "-B", *sys.argv])
    server = Server(("127.0.0.1", 0), Ray)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"seed {options.seed}, {options.rounds} rounds", flush=True)
    failed, moments, lost = 0, {}, {}
    stalls: dict[str, int] = {}
    for at in range(options.rounds):
        disk = options.disk or ("slow" if at % 6 == 5 else "full" if os.geteuid() == 0 and at % 6 == 2 else "ordinary")
        one = Round(options, options.seed * 1000 + at, disk, server.server_address[1])
        try:
            one.run()
        finally:
            if not (options.keep and one.problems):
                one.close()
        lost[disk] = max(lost.get(disk, 0), round(one.lost * 1000))
        stalls[disk] = max(stalls.get(disk, 0), one.stall)
        moments[disk] = moments.get(disk, 0) + 1
        if one.problems:
            failed += 1
            print(f"round {at} (seed {one.seed}, {disk} disk, {one.folder}): " + "; ".join(one.problems), flush=True)
    print(f"{moments}; typing lost at most, in ms: {lost}; longest pause of the window, in ms: {stalls}")
    print(f"{options.rounds - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
