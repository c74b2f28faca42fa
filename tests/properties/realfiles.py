"""Real values files: those of the charts and of the test data in these Go modules, fetched through Go's module proxy.

Every module is named with its version and the checksum that Go's checksum database has for it. All are Apache-2.0.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess

MODULES = {
    "helm.sh/helm/v3@v3.18.6": "h1:S/2CqcYnNfLckkHLI0VgQbxgcDaU3N4A/46E3n9wSNY=",
    "helm.sh/helm/v4@v4.0.0": "h1:Ppai7cygdmyxSR+JR9djUoVrRmyMI/yY5P5TBd25oHs=",
    "github.com/cert-manager/cert-manager@v1.17.0": "h1:ba7K/WLzcTCFzB+5fQiwD4LAqaRc0c+KwKCD9KqHPSg=",
    "sigs.k8s.io/external-dns@v0.16.1": "h1:0bml79osvrPd17FiBNXFFansCUEOUaQd1QBZpeXn2WM=",
    "sigs.k8s.io/descheduler@v0.36.0": "h1:fBemfJD1RhmbsdH94lKwGMOwQcbsrw67A5IK2c2fANA=",
    "github.com/kyverno/kyverno@v1.13.4": "h1:2zUi+eszlisLdCir+WIf2NtuUfFPvJtjUNpewdtLjVw=",
}
FEWEST = 100


def fetch(go, environment, module, checksum):
    """The folder of the module's files."""
    result = subprocess.run([go, "mod", "download", "-json", module], env=environment, stdout=subprocess.PIPE, text=True, check=False)
    answer = json.loads(result.stdout or "{}")
    if result.returncode or "Dir" not in answer:
        raise SystemExit(f"The Go module {module} could not be fetched: {answer.get('Error', 'no answer')}")
    if answer.get("Sum") != checksum:
        raise SystemExit(f"The Go module {module} has the checksum {answer.get('Sum')}, not {checksum}.")
    return pathlib.Path(answer["Dir"])


def is_values_file(path):
    """Values of a chart, not a template or the definition of something that is called so."""
    if path.parent.name == "templates":
        return False
    text = path.read_bytes()
    return path.is_file() and bool(text.strip()) and b"apiextensions.k8s.io" not in text and b"kind: Values" not in text


def collect(go, work):
    """Entries for the list of documents; every content once. The modules are deleted again."""
    modules = work / "go-modules"
    environment = {**os.environ, "GOMODCACHE": str(modules), "GOFLAGS": "-modcacherw", "GOTOOLCHAIN": "local", "GOWORK": "off"}
    target = work / "real"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    seen, entries = set(), []
    for module, checksum in MODULES.items():
        folder = fetch(go, environment, module, checksum)
        for path in sorted(folder.rglob("*")):
            if path.suffix not in (".yaml", ".yml") or "values" not in path.name.lower() or not is_values_file(path):
                continue
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            if digest in seen:
                continue
            seen.add(digest)
            copy = target / f"{len(seen):03}.yaml"
            shutil.copyfile(path, copy)
            entries.append({"name": f"{module}/{path.relative_to(folder)}", "file": str(copy), "group": "real", "class": "real files",
                            "refuse": False})
    shutil.rmtree(modules, ignore_errors=True)
    print(f"{len(entries)} distinct real values files from {len(MODULES)} Go modules")
    if len(entries) < FEWEST:
        raise SystemExit(f"That are fewer than {FEWEST}.")
    return entries
