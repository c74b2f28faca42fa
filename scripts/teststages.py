"""The stages of ./test: each has a time limit, the whole ends by minute 85 and names the stage that was running.

A stage is a command. What it passed, failed and skipped is read from the JUnit file that it leaves, or from a line
"N passed, N failed, N skipped". A stage that leaves neither counts as one passed or one failed by its exit status.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import pathlib
import re
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "ci"
RELEASE = ROOT / "build" / "release"
WHOLE_LIMIT = 85 * 60
LINE = re.compile(r"(\d+) passed, (\d+) failed(?:, (\d+) skipped)?")


@dataclasses.dataclass
class Stage:
    name: str
    command: list[str]
    minutes: float
    modes: str  # q: --quick, d: the default run, l: --long
    junit: pathlib.Path | None = None


@dataclasses.dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, other: "Count") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


def ctest(name: str, labels: str, minutes: float, modes: str, parallel: int = 2, tries: int = 1) -> Stage:
    junit = BUILD / f"junit-{name}.xml"
    command = ["ctest", "--test-dir", str(BUILD), "-L", f"^({labels})$", "-j", str(parallel), "--output-on-failure",
               "--no-tests=error", "--repeat", f"until-pass:{tries}", "--output-junit", str(junit)]
    return Stage(name, command, minutes, modes, junit)


def stages() -> list[Stage]:
    lab = str(ROOT / "tests" / "lab" / "lab")
    return [
        Stage("configure", ["cmake", "--preset", "ci"], 3, "qdl"),
        Stage("build", ["ninja", "-C", str(BUILD), "-j2"], 60, "qdl"),
        ctest("unit", "unit|ui", 15, "qdl"),
        Stage("lab-build", [lab, "build"], 30, "dl"),
        # What needs Go or Helm, which the stage before has built: the editor's corpus, and real Helm on what the form writes.
        ctest("corpus", "corpus", 10, "dl", parallel=1),
        # A whole cluster on a shared machine can be late once; what fails twice is a failure.
        ctest("journeys", "journey", 45, "dl", parallel=1, tries=2),
        Stage("lab-down", [lab, "down"], 2, "dl"),
        # The long run: the practice VM's own tests, the release build with its package and figures, long fuzzing.
        ctest("lab", "lab|lab-root", 60, "l", parallel=1),
        Stage("release", ["sh", "-c", f"cmake --preset release && ninja -C {RELEASE} -j2 && cd {RELEASE} && cpack -G DEB"], 40, "l"),
        ctest("package", "package", 20, "l", parallel=1),
        Stage("bench", [str(ROOT / "tests" / "bench" / "bench")], 30, "l"),
        ctest("long", "long", 600, "l", parallel=1),
    ]


def count_junit(path: pathlib.Path) -> Count | None:
    if not path.exists():
        return None
    count = Count()
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        status = case.get("status", "run")
        if case.find("failure") is not None or status == "fail":
            count.failed += 1
        elif case.find("skipped") is not None or status in ("notrun", "disabled"):
            count.skipped += 1
        else:
            count.passed += 1
    return count


def count_of(stage: Stage, output: str, status: int) -> Count:
    count = count_junit(stage.junit) if stage.junit else None
    if count is None:
        lines = LINE.findall(output)
        if lines:
            passed, failed, skipped = lines[-1]
            count = Count(int(passed), int(failed), int(skipped or 0))
    if count is None:
        return Count(passed=1) if status == 0 else Count(failed=1)
    if status != 0 and count.failed == 0:
        count.failed += 1  # for example a test program that could not be started
    return count


def run(stage: Stage, limit: float) -> tuple[int, str]:
    """Runs one stage in a process group of its own, shows its output, ends it at the limit (status 124)."""
    if stage.junit:
        stage.junit.unlink(missing_ok=True)
    process = subprocess.Popen(stage.command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               stdin=subprocess.DEVNULL, start_new_session=True)
    os.set_blocking(process.stdout.fileno(), False)
    kept = bytearray()
    end = time.monotonic() + limit
    while True:
        chunk = process.stdout.read()
        if chunk:
            sys.stdout.buffer.write(chunk)
            sys.stdout.flush()
            kept += chunk
            del kept[:-200_000]
        elif process.poll() is not None:
            return process.returncode, kept.decode(errors="replace")
        elif time.monotonic() > end:
            stop_group(process)
            return 124, kept.decode(errors="replace")
        else:
            time.sleep(0.05)


def stop_group(process: subprocess.Popen) -> None:
    for which in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, which)
        except ProcessLookupError:
            return
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            continue


def choose(options: argparse.Namespace) -> list[Stage]:
    if options.stage:
        return [stage for stage in stages() if stage.name in options.stage]
    mode = "q" if options.quick else "l" if options.long else "d"
    return [stage for stage in stages() if mode in stage.modes]


def main() -> int:
    parser = argparse.ArgumentParser(prog="./test")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--stage", action="append")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if options.list:
        print("\n".join(stage.name for stage in stages()))
        return 0

    begin = time.monotonic()
    whole_limit = float("inf") if options.long else WHOLE_LIMIT
    total = Count()
    times = []
    for stage in choose(options):
        left = whole_limit - (time.monotonic() - begin)
        if left <= 0:
            print(f"The whole run reached its time limit before stage {stage.name}.")
            total.failed += 1
            break
        print(f"== {stage.name} ==", flush=True)
        stage_begin = time.monotonic()
        status, output = run(stage, min(stage.minutes * 60, left))
        times.append(f"{stage.name} {time.monotonic() - stage_begin:.0f} s")
        count = count_of(stage, output, status)
        total.add(count)
        if status == 124:
            print(f"Stage {stage.name} reached its time limit.")
        if status != 0 and stage.name in ("configure", "build", "lab-build"):
            break  # nothing after it can say anything
    print("Stages: " + ", ".join(times))
    print(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped")
    in_ci = os.environ.get("CI") == "true"
    return 1 if total.failed or (in_ci and total.skipped) else 0


if __name__ == "__main__":
    sys.exit(main())
