"""A TCP relay in front of an ssh server, to make a network fail.

    relay.py LISTEN_PORT TARGET_PORT CONTROL_SOCKET

The control socket takes one word and answers with the mode that then holds:
pass    data flows
freeze  nothing moves and nothing is said: connections stay open, new ones are taken and not answered
drop    all connections are reset and new ones are reset at once
mode    asks only
"""
import asyncio
import socket
import struct
import sys
import time

MODES = ("pass", "freeze", "drop")


class Relay:
    def __init__(self, target):
        self._target = target
        self._mode = "pass"
        self._flows = asyncio.Event()
        self._flows.set()
        self._writers = set()

    async def accept(self, reader, writer):
        if self._mode == "drop":
            reset(writer)
            return
        self._writers.add(writer)
        await self._flows.wait()
        try:
            back_reader, back_writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            reset(writer)
            self._writers.discard(writer)
            return
        self._writers.add(back_writer)
        await asyncio.gather(self._copy(reader, back_writer), self._copy(back_reader, writer))
        for one in (writer, back_writer):
            self._writers.discard(one)
            one.close()

    async def _copy(self, reader, writer):
        try:
            while True:
                await self._flows.wait()
                data = await reader.read(65536)
                await self._flows.wait()
                if not data:
                    break
                writer.write(data)
                await writer.drain()
            if writer.can_write_eof():
                writer.write_eof()
        except OSError:
            reset(writer)

    async def control(self, reader, writer):
        word = (await reader.readline()).decode().strip()
        if word in MODES:
            self._switch(word)
        writer.write(f"{self._mode}\n".encode())
        await writer.drain()
        writer.close()

    def _switch(self, mode):
        print(f"{time.strftime('%H:%M:%S')} {mode}, {len(self._writers)} ends", file=sys.stderr, flush=True)
        self._mode = mode
        if mode == "freeze":
            self._flows.clear()
            return
        if mode == "drop":
            for writer in list(self._writers):
                reset(writer)
            self._writers.clear()
        self._flows.set()


def reset(writer):
    """Closes with a TCP reset instead of an orderly end."""
    plain = writer.get_extra_info("socket")
    if plain is not None:
        try:
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        except OSError:
            pass
    writer.transport.abort()


async def main(listen, target, control):
    relay = Relay(int(target))
    await asyncio.start_unix_server(relay.control, control)
    server = await asyncio.start_server(relay.accept, "127.0.0.1", int(listen))
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
