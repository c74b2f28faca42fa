"""Cold start to the first painted main window, processor time and resident memory, beside a bare Qt window in the same run.

usage: startup.py --rayhelm PROGRAM --bare PROGRAM [--rounds N] [--display :N]
The runs alternate, so that a noisy machine disturbs both alike; medians are printed with their ratio. The first painting is
the first flush of a window's contents that Qt itself reports (category qt.widgets.painting).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import pathlib
import select
import statistics
import subprocess
import sys
import tempfile
import time

LONGEST_START = 30.0
SETTLE = 0.5  # seconds after the first painting, for deferred work


@dataclasses.dataclass
class Start:
    milliseconds: float
    processor: float  # milliseconds, user and system
    memory: float  # megabytes resident


def processor_milliseconds(pid: int) -> float:
    """Of all threads, in the scheduler's own nanoseconds; the clock of /proc/PID/stat ticks only every 10 ms."""
    tasks = pathlib.Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6


def resident_megabytes(pid: int) -> float:
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def wait_for_painting(process: subprocess.Popen, begin: float) -> float:
    seen = b""
    while time.monotonic() - begin < LONGEST_START:
        ready, _, _ = select.select([process.stderr], [], [], 1.0)
        if ready:
            chunk = os.read(process.stderr.fileno(), 65536)
            if not chunk:
                break
            seen = (seen + chunk)[-100_000:]
            if b"Flushing" in seen:
                return time.monotonic() - begin
    raise RuntimeError("no window was painted: " + seen[-2000:].decode(errors="replace"))


def start(command: list[str], environment: dict[str, str]) -> Start:
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    try:
        seconds = wait_for_painting(process, begin)
        time.sleep(SETTLE)
        return Start(seconds * 1000, processor_milliseconds(process.pid), resident_megabytes(process.pid))
    finally:
        process.terminate()
        process.stderr.close()
        process.wait(10)


def median(starts: list[Start]) -> Start:
    return Start(*(statistics.median(getattr(s, field.name) for s in starts) for field in dataclasses.fields(Start)))


def home_with_profile(folder: pathlib.Path) -> list[str]:
    """A configuration folder as after first use: one profile is there."""
    config = folder / "config"
    config.mkdir()
    profile = {"name": "Vega", "host": "vm.example", "user": "ada", "login": "keys"}
    (config / "profiles.json").write_text(json.dumps([profile]))
    return ["--config", str(config), "--data", str(folder / "data")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rayhelm", required=True)
    parser.add_argument("--bare", required=True)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LOGGING_RULES="qt.widgets.painting=true", LC_ALL="C.UTF-8")
    results: dict[str, list[Start]] = {"rayhelm": [], "bare": []}
    with tempfile.TemporaryDirectory() as folder:
        commands = {"rayhelm": [options.rayhelm, *home_with_profile(pathlib.Path(folder))], "bare": [options.bare]}
        for _ in range(options.rounds):
            for name, command in commands.items():
                results[name].append(start(command, environment))
    ours, bare = median(results["rayhelm"]), median(results["bare"])
    for field, unit, goal in (("milliseconds", "ms", 1.5), ("processor", "ms", 1.5), ("memory", "MB", 1.5)):
        mine, theirs = getattr(ours, field), getattr(bare, field)
        print(f"start, {field:12}: rayhelm {mine:7.1f} {unit}   bare Qt window {theirs:7.1f} {unit}   "
              f"ratio {mine / theirs:4.2f} (goal {goal})")
    print(f"start, memory goal of 70 MB: {'met' if ours.memory <= 70 else 'missed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
