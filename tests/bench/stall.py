"""How long the event loops of two windows are held, from outside: each is asked by the window manager's _NET_WM_PING, which Qt answers
from its event loop, and the time to the answer is noted. What a bare window shows in the same run is the machine's and X's part.

usage: stall.py NAME=PID NAME=PID      until SIGTERM; then prints one JSON object, milliseconds by NAME
"""

from __future__ import annotations

import json
import select
import signal
import statistics
import sys
import time

from Xlib import X, display, protocol

PAUSE = 0.004  # seconds between an answer and the next question
stopped = False


class Window:
    def __init__(self, name: str, window):
        self.name = name
        self.window = window
        self.asked: float | None = None
        self.answered = 0.0
        self.round_trips: list[float] = []

    def ask(self, connection, atoms, serial: int) -> None:
        event = protocol.event.ClientMessage(window=self.window, client_type=atoms["WM_PROTOCOLS"],
                                             data=(32, [atoms["_NET_WM_PING"], serial, self.window.id, 0, 0]))
        self.window.send_event(event, event_mask=X.NoEventMask)
        self.asked = time.perf_counter()


def windows_of(connection, pid: int):
    """The mapped window of a process that takes part in pings."""
    pid_atom, protocols = connection.intern_atom("_NET_WM_PID"), connection.intern_atom("WM_PROTOCOLS")
    listed = connection.screen().root.get_full_property(connection.intern_atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
    for identifier in listed.value if listed else []:
        window = connection.create_resource_object("window", identifier)
        owner = window.get_full_property(pid_atom, X.AnyPropertyType)
        if owner and owner.value[0] == pid and window.get_full_property(protocols, X.AnyPropertyType):
            return window
    raise SystemExit(f"the process {pid} has no window")


def watch(places: list[tuple[str, int]]) -> dict[str, Window]:
    connection = display.Display()
    atoms = {name: connection.intern_atom(name) for name in ("WM_PROTOCOLS", "_NET_WM_PING")}
    connection.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
    watched = {}
    for name, pid in places:
        window = windows_of(connection, pid)
        watched[window.id] = Window(name, window)
    serial = 0
    while not stopped:
        now = time.perf_counter()
        for window in watched.values():
            if window.asked is None and now - window.answered >= PAUSE:
                serial += 1
                window.ask(connection, atoms, serial)
        connection.flush()
        select.select([connection.fileno()], [], [], 0.001)
        while connection.pending_events():
            take(connection.next_event(), atoms, watched)
    for window in watched.values():
        if window.asked is not None:  # an answer that never came counts as what was waited for it
            window.round_trips.append(time.perf_counter() - window.asked)
    return watched


def take(event, atoms, watched) -> None:
    if event.type & 0x7F != X.ClientMessage or event.client_type != atoms["WM_PROTOCOLS"]:
        return
    words = event.data[1]
    window = watched.get(words[2]) if words[0] == atoms["_NET_WM_PING"] else None
    if window and window.asked is not None:
        window.answered = time.perf_counter()
        window.round_trips.append(window.answered - window.asked)
        window.asked = None


def summary(round_trips: list[float]) -> dict[str, float]:
    if len(round_trips) < 100:
        return {"samples": len(round_trips)}
    cuts = statistics.quantiles(round_trips, n=1000)
    return {"samples": len(round_trips), "median": cuts[499] * 1000, "p99": cuts[989] * 1000, "longest": max(round_trips) * 1000,
            "over 50 ms": sum(value > 0.05 for value in round_trips)}


def stop(*_) -> None:
    global stopped
    stopped = True


def main() -> int:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    places = [(name, int(pid)) for name, _, pid in (word.partition("=") for word in sys.argv[1:])]
    watched = watch(places)
    print(json.dumps({window.name: summary(window.round_trips) for window in watched.values()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
