"""The folder of one job on the shared file system, and the volumes in it."""
import base64
import math
import os
import re

SUFFIXES = {"": 1, "k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12,
            "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40, "m": 1e-3}


def quantity(text):
    """A Kubernetes quantity ("200m", "2G", "256Mi") as a number."""
    found = re.fullmatch(r"([0-9.]+)([a-zA-Z]*)", str(text))
    if not found or found[2] not in SUFFIXES:
        raise ValueError(f"not a quantity: {text}")
    return float(found[1]) * SUFFIXES[found[2]]


def largest_limit(pod, name):
    """The largest limit of all containers, init containers included; None when none has one."""
    spec = pod["spec"]
    containers = [*spec.get("containers", []), *(spec.get("initContainers") or [])]
    limits = [c.get("resources", {}).get("limits", {}).get(name) for c in containers]
    return max((quantity(limit) for limit in limits if limit is not None), default=None)


def cpus(pod):
    return math.ceil(largest_limit(pod, "cpu") or 1)


def memory_mib(pod):
    limit = largest_limit(pod, "memory")
    return 1 if limit is None else int(limit // 2**20)


def job_folder(jobs, pod):
    meta = pod["metadata"]
    return jobs / f"{meta.get('namespace', 'default')}-{meta['uid']}"


def _write(path, data, mode):
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as stream:
        os.fchmod(descriptor, mode)
        stream.write(data)


def _contents(thing):
    """File name -> bytes of a Secret (data in base64) or a ConfigMap (text, or binaryData)."""
    is_secret = "type" in thing or thing.get("kind") == "Secret"
    files = {}
    for name, value in (thing.get("data") or {}).items():
        files[name] = base64.b64decode(value) if is_secret else value.encode()
    for name, value in (thing.get("binaryData") or {}).items():
        files[name] = base64.b64decode(value)
    for name, value in (thing.get("stringData") or {}).items():
        files[name] = value.encode()
    return files


def _find(things, name):
    return next((thing for thing in things or [] if thing["metadata"]["name"] == name), None)


class Unsupported(Exception):
    """A kind of volume that the plugin cannot give to a job."""


def _fill(target, thing, items, mode, kind):
    files = _contents({**thing, "kind": kind})
    chosen = {item["key"]: item["path"] for item in items} if items else {name: name for name in files}
    for key, path in chosen.items():
        if key in files:
            _write(target / path, files[key], mode)


def volume_source(folder, volume, retrieved):
    """Makes the host folder of a volume and returns it. Secrets are readable by the owner alone."""
    name = volume["name"]
    if "emptyDir" in volume:
        target = folder / "emptyDirs" / name
    elif "secret" in volume:
        target = folder / "secrets" / name
        secret = _find(retrieved.get("secrets"), volume["secret"]["secretName"])
        _fill(target, secret or {}, volume["secret"].get("items"), 0o600, "Secret")
    elif "configMap" in volume:
        target = folder / "configMaps" / name
        config = _find(retrieved.get("configMaps"), volume["configMap"]["name"])
        _fill(target, config or {}, volume["configMap"].get("items"), 0o644, "ConfigMap")
    elif "projected" in volume:
        target = folder / "projectedVolumeMaps" / name
        _fill(target, _find(retrieved.get("projectedvolumemaps"), name) or {}, None, 0o600, "ConfigMap")
    elif volume.get("hostPath", {}).get("type") in ("Directory", "DirectoryOrCreate"):
        return volume["hostPath"]["path"]
    else:
        raise Unsupported(name)
    target.mkdir(parents=True, exist_ok=True)
    return str(target)


def binds(folder, pod, container, retrieved):
    """`host:path:mode` of each mount; one unsupported volume drops all mounts of the container, as in the genuine one."""
    volumes = {volume["name"]: volume for volume in pod["spec"].get("volumes") or []}
    found = []
    for mount in container.get("volumeMounts") or []:
        try:
            host = volume_source(folder, volumes[mount["name"]], retrieved)
        except Unsupported:
            return []
        if mount.get("subPath"):
            host = f"{host}/{mount['subPath']}"
        found.append(f"{host}:{mount['mountPath']}:{'ro' if mount.get('readOnly') else 'rw'}")
    return found
