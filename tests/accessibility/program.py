"""The built program on a private desktop, with a home of its own, as a screen reader meets it."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from person import Person
from screenreader import ScreenReader, unnamed

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Program:
    """`with Program(path) as program:` starts it; leaving ends it by Ctrl+Q if it still runs."""

    def __init__(self, binary: str, size: tuple[int, int] = (1280, 800)):
        if "RAYHELM_DESKTOP_HOME" not in os.environ:
            raise SystemExit("Run this under tests/support/with-desktop: keys would go to your own desktop.")
        self.binary = str(pathlib.Path(binary).resolve())
        self.size = size
        self.unnamed: list[str] = []
        self.screens: list[str] = []
        self._begin = time.monotonic()

    def __enter__(self) -> "Program":
        # What a screen reader does when it starts: it tells the desktop that it is there.
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
                            "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", name, "<true>"], check=True,
                           stdout=subprocess.DEVNULL)
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rh-a11y-"))
        self.reader = ScreenReader("rayhelm")
        self.person = Person(self.reader)
        with open(self.home / "output", "wb") as output:
            self.process = subprocess.Popen([self.binary], env=self._environment(), cwd=self.home, stdin=subprocess.DEVNULL,
                                            stdout=output, stderr=subprocess.STDOUT)
        try:
            self.reader.wait(self.reader.windows, 60, "the window of the program")
            self._resize()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, kind, error, trace) -> None:
        if error is not None:
            self.picture("failure")
            print(self.output(), flush=True)
        self._end()

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items()
                if name in ("PATH", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "LD_LIBRARY_PATH", "SSL_CERT_FILE")}
        return {**kept, "HOME": str(self.home), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "ASAN_OPTIONS": "detect_leaks=0"}

    def _resize(self) -> None:
        """As a tiling desktop would: the size of a window is not given by pointer."""
        window = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid)], check=True,
                                capture_output=True, text=True, timeout=60).stdout.split()[-1]
        subprocess.run(["xdotool", "windowsize", window, *map(str, self.size)], check=True)
        subprocess.run(["xdotool", "windowmove", window, "0", "0"], check=True)
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True, timeout=60)

    def _end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def output(self) -> str:
        return (self.home / "output").read_text(errors="replace")[-4000:]

    def quit(self, seconds: float = 60) -> None:
        """By Ctrl+Q; the program must end by itself and report no error."""
        self.person.press("ctrl+q")
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.reader.listen(0.2)
        if self.process.poll() != 0:
            raise AssertionError(f"the program ended with {self.process.poll()}:\n{self.output()}")

    def screen(self, name: str) -> None:
        """One screen of the way: counts what has no name in it and checks the focus."""
        self.person.focus()
        found = unnamed(self.reader)
        self.screens.append(name)
        self.unnamed += [f"{name}: {control}" for control in found]
        print(f"{time.monotonic() - self._begin:6.1f} s  {name}: {len(found)} unnamed, {len(self.person.stops)} places, "
              f"{self.person.keys} keys", *found, sep="\n          ", flush=True)

    def picture(self, name: str) -> None:
        folder = pathlib.Path(os.environ.get("RAYHELM_PICTURES", tempfile.gettempdir()))
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-silent", "-window", "root", str(folder / f"{name}.png")], check=False)

