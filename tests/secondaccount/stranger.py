"""Another account of this computer: tries every listening port of an application again and again, and takes its place where it can.

  stranger.py PORTS SUMMARY: PORTS is a file with the numbers, read anew all the time; SUMMARY is written now and then. It ends with its
input. A try asks like a browser, like a program, and cuts the connection at once, in turns; every port that was ever seen is tried to
be listened at, on each address."""

import json
import os
import socket
import struct
import sys
import threading
import time

PORTS, SUMMARY = sys.argv[1:3]
count = {"tries": 0, "answered": 0, "bound": 0, "reached": 0, "words": ""}
seen = set()
taken = {}


def ports():
    try:
        with open(PORTS) as file:
            return [int(word) for word in file.read().split()]
    except (OSError, ValueError):
        return []


def attempt(port, number):
    connection = socket.socket(socket.AF_INET6 if number % 4 == 3 else socket.AF_INET)
    connection.settimeout(5)
    try:
        connection.connect(("::ffff:127.0.0.1" if number % 4 == 3 else "127.0.0.1", port))
        connection.sendall(b"POST /api/jobs/ HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 27\r\n\r\n"
                           b'{"submission_id":"attack-1"}' % port)
        if number % 4 == 2:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            got = connection.recv(1000)
            if got:
                count["answered"] += 1
                count["words"] = got.decode("latin1")
    except OSError:
        pass
    finally:
        connection.close()
    count["tries"] += 1


def take(port):
    """Listens where the application listened, when that is free for a moment."""
    for address, family in (("127.0.0.1", socket.AF_INET), ("0.0.0.0", socket.AF_INET), ("::", socket.AF_INET6)):
        if (address, port) in taken:
            continue
        server = socket.socket(family)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            server.bind((address, port))
            server.listen()
        except OSError:
            server.close()
            continue
        taken[(address, port)] = server
        count["bound"] += 1
        threading.Thread(target=serve, args=(server,), daemon=True).start()


def serve(server):
    while True:
        connection, _ = server.accept()
        connection.settimeout(5)
        try:
            got = connection.recv(1000)
            if got and b"attack-1" not in got:
                count["reached"] += 1
                count["words"] = got.decode("latin1")
        except OSError:
            pass
        connection.close()


writing = threading.Lock()


def told():
    with writing:
        with open(SUMMARY + ".new", "w") as file:
            json.dump(count, file)
        os.replace(SUMMARY + ".new", SUMMARY)


def until_told():
    sys.stdin.read()
    try:
        told()
    finally:
        os._exit(0)


threading.Thread(target=until_told, daemon=True).start()
number = 0
while True:
    now = ports()
    seen.update(now)
    for port in sorted(seen):
        take(port)
    for port in now:
        number += 1
        attempt(port, number)
    if number % 20 == 0 or not now:
        told()
    if not now:
        time.sleep(0.02)
