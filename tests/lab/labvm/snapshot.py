"""All that a journey could leave behind, in a stable order and without pids, times or numbers that change.

Not counted: kubectl's and helm's own caches in a home (`.kube/cache`, `.cache`), events and leases.
"""
import collections
import hashlib
import json
import os
import stat
from pathlib import Path


KINDS = ("pods,services,endpoints,endpointslices.discovery.k8s.io,configmaps,secrets,serviceaccounts,"
         "persistentvolumeclaims,deployments,replicasets,statefulsets,daemonsets,jobs,cronjobs,ingresses,networkpolicies,"
         "roles,rolebindings,rayclusters,rayjobs,rayservices,namespaces,nodes,persistentvolumes")
COLUMNS = "custom-columns=K:.kind,NS:.metadata.namespace,N:.metadata.name"
SKIPPED = ("/.kube/cache", "/.cache")


def _process_name(pid):
    """The program's name; for an interpreter also its script."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return None
    words = [word.decode(errors="replace") for word in words if word]
    if not words:
        return None
    name = words[0].split(" ")[0].rstrip(":").rpartition("/")[2]
    script = next((word for word in words[1:] if not word.startswith("-")), "") if name.startswith("python") else ""
    return f"{name} {script.rpartition('/')[2]}".strip()


def named(pids):
    """How many processes there are of each name."""
    names = collections.Counter(filter(None, map(_process_name, pids)))
    return [f"{count} {name}" for name, count in sorted(names.items())]


def processes(lab):
    return named(lab.processes.everything())


def _socket_inodes(pids):
    inodes = set()
    for pid in pids:
        try:
            for entry in os.scandir(f"/proc/{pid}/fd"):
                target = os.readlink(entry.path)
                if target.startswith("socket:["):
                    inodes.add(target[8:-1])
        except OSError:
            continue
    return inodes


def _address(text):
    host, _, port = text.partition(":")
    octets = [str(int(host[i:i + 2], 16)) for i in (6, 4, 2, 0)] if len(host) == 8 else ["[::]"]
    return ".".join(octets), int(port, 16)


def ports(lab):
    """Listening TCP ports of the lab's processes; the lab's own ones by their names."""
    names = {number: name for name, number in lab.ports.items()}
    inodes = _socket_inodes(lab.processes.everything())
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                host, port = _address(fields[1])
                found.add(f"{host} {names.get(port, port)}")
    return sorted(found)


def mounts(lab):
    lines = Path("/proc/self/mounts").read_text().splitlines()
    return sorted(line.split()[1] for line in lines if str(lab.paths.root) in line or "rayhelm" in line)


def objects(lab):
    text = lab.kubernetes.kubectl("get", KINDS, "-A", "-o", COLUMNS, "--no-headers", timeout=60)
    return sorted(" ".join(line.split()) for line in text.splitlines())


def secrets(lab):
    """Each Secret with a digest of its contents."""
    found = json.loads(lab.kubernetes.kubectl("get", "secrets", "-A", "-o", "json"))["items"]
    return sorted(f"{one['metadata']['namespace']} {one['metadata']['name']} {one.get('type', '')} "
                  f"{_digest(json.dumps(one.get('data'), sort_keys=True).encode())}" for one in found)


def releases(lab):
    found = json.loads(lab.helm_repository.helm("list", "-A", "-a", "-o", "json").stdout)
    return sorted(f"{one['namespace']} {one['name']} {one['status']} {one['chart']}" for one in found)


def queue(lab):
    return sorted(lab.slurm.command("/usr/bin/squeue", "-h", "-o", "%P %T %u").splitlines())


def _digest(data):
    return hashlib.sha256(data).hexdigest()[:16]


def _file_line(path, name):
    status = path.lstat()
    mode = stat.filemode(status.st_mode)
    if path.is_symlink():
        return f"{mode} {name} -> {os.readlink(path)}"
    if not path.is_file():
        return f"{mode} {name}"
    try:
        return f"{mode} {name} {_digest(path.read_bytes())}"
    except OSError:
        return f"{mode} {name} unreadable"


def tree(folder):
    """Every file below a folder: mode, name, digest."""
    lines = []
    for top, folders, files in os.walk(folder):
        inside = os.path.relpath(top, folder)
        folders[:] = [name for name in folders if not f"/{inside}/{name}".endswith(SKIPPED)]
        for name in [*folders, *files]:
            lines.append(_file_line(Path(top) / name, os.path.normpath(os.path.join(inside, name))))
    return sorted(lines, key=lambda line: line.split(" ", 1)[1])


def temporary(lab):
    """Entries of /tmp that belong to the users of the VM."""
    owners = {lab.paths.root.stat().st_uid}
    lines = []
    for entry in os.scandir("/tmp"):
        try:
            if entry.stat(follow_symlinks=False).st_uid in owners:
                lines.append(entry.name)
        except OSError:
            continue
    return sorted(lines)


def sections(lab):
    """Section -> lines."""
    found = {"processes": processes(lab), "ports": ports(lab), "mounts": mounts(lab), "objects": objects(lab),
             "secrets": secrets(lab), "releases": releases(lab), "queue": queue(lab),
             "job folders": sorted(entry.name for entry in os.scandir(lab.paths.jobs)), "tmp": temporary(lab),
             "vm home": tree(lab.paths.vm_home), "hpc home": tree(lab.paths.hpc_home), "images": tree(lab.paths.images),
             "faults": sorted(entry.name for entry in os.scandir(lab.paths.faults))}
    if lab.plan["flavour"] == "root":
        from . import rootvm
        found.update(rootvm.snapshot_sections(lab))
    return found


def text(lab, as_json):
    found = sections(lab)
    if as_json:
        return json.dumps(found, indent=1)
    return "\n".join(line for name, lines in found.items() for line in (f"== {name}", *lines))
