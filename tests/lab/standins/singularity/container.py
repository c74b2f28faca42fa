"""Runs a command as in a container: the view of the file system, the environment, the few words that must change."""
import os
import re
import sys

from options import Fatal
from view import View

HEAD_SERVICE = re.compile(r"\b[a-z0-9][-a-z0-9]*-head-svc(\.[-a-z0-9]+(\.svc(\.cluster\.local)?)?)?")
METRICS_PORT = re.compile(r"--metrics-export-port=\d+")
AGENT_PORT = re.compile(r"--dashboard-agent-listen-port=\d+")
REWRITTEN = ("FQ_RAY_IP", "RAY_IP", "RAY_ADDRESS", "KUBERAY_GEN_RAY_START_CMD")
KEPT = ("USER", "LOGNAME", "LANG", "TERM", "RAYHELM_LAB_DIR")
IMAGE_ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONUNBUFFERED": "1", "SINGULARITY_CONTAINER": "1",
                     "GIT_PYTHON_REFRESH": "quiet"}


def adapted(text):
    """Names of head services become 127.0.0.1; fixed ports that clash on one machine become free ones.

    The metrics port 8080 is given up by the head too: a kubectl without a kubeconfig asks localhost:8080, and must
    find nothing there, as on a real VM.
    """
    text = HEAD_SERVICE.sub("127.0.0.1", text)
    if "ray start" in text:
        text = METRICS_PORT.sub("--metrics-export-port=0", text)
        if "--head" not in text:
            text = AGENT_PORT.sub("--dashboard-agent-listen-port=0", text)
    return text


def _command(parsed):
    words = [adapted(word) for word in parsed.command]
    # A login shell would reset PATH, which on a real site the image's profile sets right.
    if len(words) > 1 and words[0].endswith("bash") and words[1] == "-lc":
        words[1] = "-c"
    return words or ["/bin/sh"]


def environment(parsed, site, home):
    if parsed.clean_environment:
        env = {name: os.environ[name] for name in KEPT if name in os.environ}
    else:
        env = {name: value for name, value in os.environ.items() if name not in ("BASH_ENV", "ENV")}
    env.update(IMAGE_ENVIRONMENT)
    env["HOME"] = home
    env["PATH"] = f"{site['ray_bin']}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    for name, value in os.environ.items():
        if name.startswith("SINGULARITYENV_"):
            env[name.removeprefix("SINGULARITYENV_")] = value
    env.update(parsed.environment())
    for name in REWRITTEN:
        if name in env:
            env[name] = adapted(env[name])
    return env


def _mount_home(view, parsed):
    """Decides what $HOME is inside; returns (HOME, does the folder exist)."""
    own = os.environ.get("HOME", "/")
    if "--home" in parsed.values:
        source, _, target = parsed.values["--home"][-1].partition(":")
        target = target or source
        view.bind(_source(source, target), target, "rw")
        return target, True
    if parsed.has("--no-home"):
        view.empty(os.path.dirname(own), writable=parsed.writable)
        return own, False
    if parsed.contained:
        view.empty(own, writable=True)
    return own, True


def _source(path, target):
    if not os.path.exists(path):
        raise Fatal(f"container creation failed: mount hook function failure: mount {path}->{target} error: while "
                    f"mounting {path}: mount source {path} doesn't exist")
    return path


def execute(verb, parsed, site):
    image = parsed.image
    if not os.path.isfile(image):
        raise Fatal(f"could not open image {image}: failed to retrieve path for {image}: lstat {image}: "
                    "no such file or directory")
    view = View(writable=parsed.writable, keep=[*site["keep"]])
    if parsed.contained:
        view.empty("/tmp", writable=True)
        view.empty("/var/tmp", writable=True)
    home, exists = _mount_home(view, parsed)
    for source, target, mode in sorted(parsed.binds(), key=lambda bind: bind[1].count("/")):
        view.bind(_source(source, target), target, mode)
    folder = (parsed.values.get("--pwd") or parsed.values.get("--cwd") or [None])[-1]
    if folder is None and parsed.contained:
        folder = home if exists else "/"
    words = _command(parsed)
    print(f"lab singularity: {verb} {words}", file=sys.stderr, flush=True)
    arguments = ["bwrap", *view.arguments(), "--die-with-parent"]
    if folder:
        arguments += ["--chdir", folder]
    os.execvpe("bwrap", [*arguments, "--", *words], environment(parsed, site, home))
