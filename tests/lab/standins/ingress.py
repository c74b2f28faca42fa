"""Keeps nginx pointed at the Ray heads, as an Ingress controller would.

    ingress.py API_PORT TOKEN_FILE CONFIG_FILE NGINX_PID_FILE PORT HTPASSWD

Watches the pods of all heads; each gets the path /NAMESPACE/CLUSTER/ with basic authentication. nginx reads its
configuration again only when an address has changed.
"""
import http.client
import json
import os
import signal
import ssl
import sys
import time
from pathlib import Path

SELECTOR = "/api/v1/pods?labelSelector=ray.io%2Fnode-type%3Dhead"
CONFIG = """\
daemon off;
pid {folder}/nginx.pid;
worker_processes 1;
error_log stderr warn;
events {{ worker_connections 512; }}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  map $http_upgrade $conn {{ default upgrade; '' ''; }}
  client_max_body_size 0;
  server {{
    listen 127.0.0.1:{port};
    location / {{ return 404; }}
{locations}
  }}
}}
"""
LOCATION = """\
    location /{path}/ {{
      auth_basic "Ray"; auth_basic_user_file {passwords};
      proxy_pass http://{address}:8265/;
      proxy_http_version 1.1; proxy_set_header Host $host;
      proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $conn;
      proxy_set_header Authorization "";
      proxy_buffering off; proxy_read_timeout 3600s; proxy_connect_timeout 5s;
    }}
"""


def configuration(folder, port, passwords, heads):
    """The text of nginx.conf; `heads` maps `namespace/cluster` to the head pod's address."""
    parts = [LOCATION.format(path=path, address=address, passwords=passwords) for path, address in sorted(heads.items())]
    return CONFIG.format(folder=folder, port=port, locations="".join(parts))


def head_of(pod):
    """(`namespace/cluster`, address) of a head pod that has an address and is not being deleted."""
    meta = pod["metadata"]
    address = (meta.get("annotations") or {}).get("interlink.eu/pod-ip") or pod.get("status", {}).get("podIP")
    if not address or meta.get("deletionTimestamp"):
        return None
    return f"{meta['namespace']}/{meta['labels']['ray.io/cluster']}", address


class Api:
    def __init__(self, port, token):
        self._port = int(port)
        self._headers = {"Authorization": f"Bearer {token}"}
        self._context = ssl._create_unverified_context()  # the lab's API server signs its own certificate

    def get(self, path, timeout):
        connection = http.client.HTTPSConnection("127.0.0.1", self._port, context=self._context, timeout=timeout)
        connection.request("GET", path, headers=self._headers)
        return connection.getresponse()


def follow(api, apply):
    """Applies the present heads and again after every change, until the API server ends the watch."""
    listing = json.load(api.get(SELECTOR, 10))
    pods = {pod["metadata"]["uid"]: pod for pod in listing["items"]}
    apply(pods)
    version = listing["metadata"]["resourceVersion"]
    for line in api.get(f"{SELECTOR}&watch=1&resourceVersion={version}&timeoutSeconds=300", 330):
        event = json.loads(line)
        uid = event["object"].get("metadata", {}).get("uid")
        if event["type"] == "ERROR" or not uid:
            return
        if event["type"] == "DELETED":
            pods.pop(uid, None)
        else:
            pods[uid] = event["object"]
        apply(pods)


def main(port, token_file, config, pid_file, listen, passwords):
    known = {}

    def apply(pods):
        heads = dict(filter(None, map(head_of, pods.values())))
        if heads == known.get("heads"):
            return
        known["heads"] = heads
        Path(config).write_text(configuration(Path(config).parent, listen, passwords, heads))
        try:
            os.kill(int(Path(pid_file).read_text()), signal.SIGHUP)
        except (OSError, ValueError):
            known.pop("heads")  # nginx is not there yet
        print("heads:", heads, file=sys.stderr, flush=True)

    api = Api(port, Path(token_file).read_text())
    while True:
        try:
            follow(api, apply)
        except (OSError, ValueError, KeyError, http.client.HTTPException) as error:
            print("watch ended:", error, file=sys.stderr, flush=True)
        time.sleep(1)


if __name__ == "__main__":
    main(*sys.argv[1:7])
