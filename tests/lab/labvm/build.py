"""The cache of built parts: Go programs and three Python environments, keyed by what they are made of."""
import fcntl
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from . import gobuild
from .paths import SOURCE, LabError, cache_dir
from .progress import Progress

RAY_VERSIONS = ("2.9.0", "current")
ENVIRONMENTS = {"ray-2.9.0": "ray-2.9.0.txt", "ray-current": "ray-current.txt", "mlflow": "mlflow.txt"}
PYTHONS = ("python3.11", "python3.10", "python3.9", "python3")


def _digest(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else part.encode())
    return digest.hexdigest()[:12]


def _read(*names):
    return b"".join((SOURCE / name).read_bytes() for name in names)


def debian_python():
    """The distribution's Python (3.9 to 3.11, which Ray 2.9.0 needs): readable by every user, unlike a private one."""
    for name in PYTHONS:
        path = Path("/usr/bin") / name
        if path.exists():
            text = subprocess.run([path, "-c", "import sys; print(sys.version_info[1])"], capture_output=True,
                                  text=True, check=True).stdout
            if 9 <= int(text) <= 11:
                return path
    raise LabError("The lab needs a Python 3.9 to 3.11 in /usr/bin (packages python3 and python3-venv), "
                   "because Ray 2.9.0 runs on no newer one.")


class Cache:
    """Folders of the cache; a folder counts only when its `.complete` file is there."""

    def __init__(self):
        self.root = cache_dir()
        go = _digest(_read("go/go.mod", "go/go.sum", "go-operator-1.2.2/go.mod", "go-operator-1.2.2/go.sum"),
                     gobuild.FLAGS, gobuild.PING_AFTER)
        self.bin = self.root / f"bin-{go}"
        self.environments = {name: self.root / f"{name}-{_digest(_read(f'requirements/{file}'), name)}"
                             for name, file in ENVIRONMENTS.items()}

    def missing(self):
        folders = [self.bin, *self.environments.values()]
        missing = [folder for folder in folders if not (folder / ".complete").exists()]
        return missing if missing or self.databases_are_made() else [self.databases()]

    def databases(self):
        return self.venv("mlflow") / "databases"

    def databases_are_made(self):
        return (self.databases() / "auth.db").exists()

    def venv(self, name):
        return self.environments[name]

    def ray_version(self, name):
        """The version number that stands in the pinned requirements."""
        for line in (SOURCE / "requirements" / ENVIRONMENTS[f"ray-{name}"]).read_text().splitlines():
            if line.startswith("ray=="):
                return line.partition("==")[2]
        raise LabError(f"No Ray version in the requirements of {name}.")


def _build_environment(folder, requirements, progress):
    """A virtual environment made in its final place (they cannot be moved)."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([debian_python(), "-m", "venv", folder], check=True)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--no-deps", "--no-cache-dir", "-q",
           "--disable-pip-version-check", "-r", SOURCE / "requirements" / requirements]
    subprocess.run(["nice", *map(str, pip)], check=True)
    (folder / ".complete").touch()
    progress.say(f"made the Python environment {folder.name}")


def _empty_databases(folder, progress):
    """MLflow's two databases, empty and migrated, so that each start saves the migrations."""
    target = folder / "databases"
    target.mkdir(exist_ok=True)
    env = {**os.environ, "MLFLOW_DISABLE_TELEMETRY": "true"}
    for words in (["mlflow", "db", "upgrade", f"sqlite:///{target}/mlflow.db"],
                  ["mlflow.server.auth", "db", "upgrade", "--url", f"sqlite:///{target}/auth.db"]):
        subprocess.run([folder / "bin" / "python", "-m", *words], check=True, env=env, capture_output=True)
    progress.say("made MLflow's empty databases")


def build(progress=None):
    """Fills the cache with what is missing; a second builder waits for the first."""
    progress = progress or Progress()
    cache = Cache()
    if not cache.missing():
        return cache
    cache.root.mkdir(parents=True, exist_ok=True)
    cache.root.chmod(0o755)
    os.umask(0o022)
    with open(cache.root / "build.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        missing = cache.missing()
        if not missing:  # another builder was faster
            return cache
        progress.say(f"building {len(missing)} missing parts into {cache.root} "
                     "(about ten minutes for all of them on two cores)")
        for name, requirements in ENVIRONMENTS.items():
            if cache.venv(name) in missing:
                _build_environment(cache.venv(name), requirements, progress)
        if not cache.databases_are_made():
            _empty_databases(cache.venv("mlflow"), progress)
        if cache.bin in missing:
            _build_programs(cache, progress)
        progress.say("the cache is complete")
    return cache


def _build_programs(cache, progress):
    work = cache.root / "work"
    work.mkdir(exist_ok=True)
    try:
        gobuild.GoBuild(work, cache.bin, progress).everything(work)
        (cache.bin / ".complete").touch()
    finally:
        subprocess.run(["chmod", "-R", "u+w", work], check=False)  # Go's module cache is read-only
        shutil.rmtree(work, ignore_errors=True)
