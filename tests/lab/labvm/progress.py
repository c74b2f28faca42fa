"""What the lab says while it works: one line per step, with the seconds since the start."""
import sys
import time


class Progress:
    def __init__(self, stream=None):
        self._start = time.monotonic()
        self._stream = stream or sys.stderr

    def seconds(self):
        return time.monotonic() - self._start

    def say(self, text):
        print(f"[{self.seconds():6.1f} s] {text}", file=self._stream, flush=True)
