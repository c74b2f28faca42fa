"""The tutorial by keys and screen reader, with the event loop's stalls watched from outside beside those of a bare window.

usage: stalljourney.py RAYHELM BAREWINDOW      (under tests/support/with-desktop, with the practice VM up)
A screen reader asks the window for its whole tree again and again meanwhile, which a journey by pointer does not.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
RAYHELM, BARE = sys.argv[1], sys.argv[2]
sys.argv = [sys.argv[0], RAYHELM]
sys.path.insert(0, str(HERE.parent / "accessibility"))
import test_journey  # noqa: E402
from program import Program  # noqa: E402


class WatchedProgram(Program):
    """Is watched from the first window until it is told to quit."""

    def __enter__(self):
        super().__enter__()
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
        self.bare = subprocess.Popen([BARE], env=environment)
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.bare.pid)], check=True,
                       stdout=subprocess.DEVNULL, timeout=60)
        self._resize()  # gives the keyboard back to the program
        self.watch = subprocess.Popen([sys.executable, "-B", HERE / "stall.py", f"rayhelm={self.process.pid}",
                                       f"bare={self.bare.pid}"], stdout=subprocess.PIPE, text=True)
        return self

    def quit(self, seconds: float = 60) -> None:
        self.report()
        super().quit(seconds)

    def report(self) -> None:
        self.watch.send_signal(signal.SIGTERM)
        found = json.loads(self.watch.communicate(timeout=20)[0])
        self.bare.terminate()
        self.bare.wait(10)
        for name, values in found.items():
            print(f"event loop, {name:8}: " + "   ".join(f"{key} {value:.1f}" for key, value in values.items()))
        ours, bare = found["rayhelm"], found["bare"]
        print(f"event loop, less the bare loop: longest {ours['longest'] - bare['longest']:.1f} ms (goal 50), "
              f"99th percentile {ours['p99'] - bare['p99']:.1f} ms (goal 16)", flush=True)


test_journey.Program = WatchedProgram

if __name__ == "__main__":
    result = unittest.TextTestRunner(verbosity=0).run(unittest.defaultTestLoader.loadTestsFromModule(test_journey))
    sys.exit(0 if result.wasSuccessful() else 1)
