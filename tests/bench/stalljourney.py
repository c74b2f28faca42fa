"""The tutorial by keys and screen reader, with the event loop's stalls watched beside those of a bare window (loopwatch.cpp).

usage: stalljourney.py RAYHELM BAREWINDOW LOOPWATCH      (under tests/support/with-desktop, with the practice VM up)
A screen reader asks the window for its whole tree again and again meanwhile, which a journey by pointer does not.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
RAYHELM, BARE, LOOPWATCH = sys.argv[1:4]
sys.argv = [sys.argv[0], RAYHELM]
sys.path.insert(0, str(HERE.parent / "accessibility"))
import test_journey  # noqa: E402
from program import Program  # noqa: E402


def watched(environment: dict[str, str], file: pathlib.Path) -> dict[str, str]:
    return {**environment, "LD_PRELOAD": LOOPWATCH, "RAYHELM_LOOPWATCH": str(file)}


def milliseconds(file: pathlib.Path) -> list[float]:
    return [int(line) / 1000 for line in file.read_text().split()]


class WatchedProgram(Program):
    """Is watched from its start until it has quit, and a bare window beside it."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rh-stall-"))
        super().__enter__()
        self.bare = subprocess.Popen([BARE], env=watched({**os.environ, "QT_QPA_PLATFORM": "xcb"}, self.folder / "bare"))
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.bare.pid)], check=True,
                       stdout=subprocess.DEVNULL, timeout=60)
        self._resize()  # gives the keyboard back to the program
        return self

    def _environment(self) -> dict[str, str]:
        return watched(super()._environment(), self.folder / "rayhelm")

    def quit(self, seconds: float = 60) -> None:
        super().quit(seconds)
        self.bare.terminate()
        self.bare.wait(10)
        report({name: milliseconds(self.folder / name) for name in ("rayhelm", "bare")})


def report(found: dict[str, list[float]]) -> None:
    worst = {}
    for name, times in found.items():
        if len(times) < 1000:
            raise SystemExit(f"only {len(times)} answers of the event loop of {name}: nothing was measured")
        cuts = statistics.quantiles(times, n=1000)
        worst[name] = (max(times), cuts[989])
        print(f"event loop, {name:8}: {len(times)} answers   median {cuts[499]:.2f} ms   99th percentile {cuts[989]:.1f} ms   "
              f"longest {max(times):.1f} ms   over 50 ms {sum(time > 50 for time in times)}   "
              f"ten longest {', '.join(f'{time:.0f}' for time in sorted(times)[-10:])}")
    print(f"event loop, less the bare loop: longest {worst['rayhelm'][0] - worst['bare'][0]:.1f} ms (goal 50), "
          f"99th percentile {worst['rayhelm'][1] - worst['bare'][1]:.1f} ms (goal 16)", flush=True)


test_journey.Program = WatchedProgram

if __name__ == "__main__":
    result = unittest.TextTestRunner(verbosity=0).run(unittest.defaultTestLoader.loadTestsFromModule(test_journey))
    sys.exit(0 if result.wasSuccessful() else 1)
