"""A stand-in for Ray behind a UNIX socket: answers what a submission asks, slowly, and writes every request down."""

import json
import re
import socketserver
import sys
import time

PATH, ASKED = sys.argv[1:3]


class Handler(socketserver.StreamRequestHandler):
    def answer(self, status, body, kind="application/json"):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.wfile.write(b"HTTP/1.1 %d X\r\nContent-Type: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                         % (status, kind.encode(), len(data)) + data)

    def handle(self):
        line = self.rfile.readline().decode("latin1").strip()
        length = 0
        while True:
            field = self.rfile.readline().decode("latin1").strip()
            if not field:
                break
            if field.lower().startswith("content-length:"):
                length = int(field.split(":")[1])
        body = self.rfile.read(length)
        with open(ASKED, "a") as asked:
            asked.write(line + (" " + json.loads(body).get("submission_id", "") if line.startswith("POST /api/jobs/ ") else "") + "\n")
        method, path = line.split(" ")[:2]
        if path == "/api/version":
            self.answer(200, {"version": "4", "ray_version": "2.54.0", "ray_commit": "x", "session_name": "session_1"})
        elif path.startswith("/nodes"):
            self.answer(200, {"result": True, "data": {"summary": []}})
        elif path.startswith("/api/packages/"):
            time.sleep(1)  # time to lose the link in
            self.answer(200 if method == "PUT" else 404, b"{}" if method == "PUT" else b"Package does not exist", "text/plain")
        elif method == "POST" and path == "/api/jobs/":
            time.sleep(1)
            self.answer(200, {"submission_id": json.loads(body)["submission_id"]})
        elif path == "/api/jobs/":
            self.answer(200, [])
        elif re.match("/api/jobs/[^/]+$", path):
            self.answer(200, {"type": "SUBMISSION", "submission_id": path.rsplit("/", 1)[1], "status": "SUCCEEDED"})
        else:
            self.answer(200, {"logs": "", "stopped": True})


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


Server(PATH, Handler).serve_forever()
