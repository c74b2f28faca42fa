"""Stand-in for interLink's Slurm plugin: the four HTTP calls that interLink's API makes.

    POST /create   one pod with the contents of its volumes  -> sbatch
    GET  /status   a list of pods; an empty list is a ping   -> squeue
    POST /delete   one pod                                   -> scancel
    GET  /getLogs  which container, how much, follow or not  -> the job's output files

Environment: LAB_SIDECAR_PORT, LAB_SIDECAR_JOBS (folder of the jobs), LAB_SIDECAR_FAULTS (folder of switched-on
faults). The number of a job lives in its folder alone, so the plugin may be restarted at any time.
"""
import json
import os
import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import logs
import status
import submit


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    jobs = Path(os.environ.get("LAB_SIDECAR_JOBS", "."))
    statuses = status.Statuses(jobs, Path(os.environ.get("LAB_SIDECAR_FAULTS", ".")))

    def _body(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")

    def _answer(self, code, content, kind="application/json"):
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _handle(self, calls):
        call = calls.get(self.path.partition("?")[0])
        if call is None:
            self._answer(404, b"no such call\n", "text/plain")
            return
        try:
            call(self._body())
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        except submit.Refused as refusal:
            print(f"refused: {refusal}", file=sys.stderr, flush=True)
            self._answer(504, f"{refusal}\n".encode(), "text/plain")
        except Exception:  # the plugin must outlive any pod it cannot handle
            traceback.print_exc()
            self._answer(500, b"Some errors occurred. Check the plugin's log.\n", "text/plain")

    def do_GET(self):
        self._handle({"/status": self._status, "/getLogs": self._logs})

    def do_POST(self):
        self._handle({"/create": self._create, "/delete": self._delete})

    def _create(self, data):
        pod = data[0] if isinstance(data, list) else data
        number = submit.create(self.jobs, pod)
        self._answer(200, {"PodUID": pod["pod"]["metadata"]["uid"], "PodJID": number})

    def _status(self, pods):
        self._answer(200, self.statuses.answer(pods) if pods else {"status": "ready"})

    def _delete(self, pod):
        submit.delete(self.jobs, pod)
        self._answer(200, b"deleted\n", "text/plain")

    def _logs(self, request):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in logs.pieces(self.jobs, request):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, format, *args):  # the name is the base class's
        print(self.log_date_time_string(), format % args, file=sys.stderr, flush=True)


if __name__ == "__main__":
    ThreadingHTTPServer.daemon_threads = True
    ThreadingHTTPServer(("127.0.0.1", int(os.environ["LAB_SIDECAR_PORT"])), Handler).serve_forever()
