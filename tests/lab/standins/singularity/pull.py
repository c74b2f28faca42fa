"""`singularity pull [--force] [FILE] docker://REPOSITORY:TAG` from a registry that is a list of tags.

Layers "arrive" over some seconds with a visible progress; the file appears under its name at the end, as with the
real program. Errors that can be had: the file exists already, unknown repository, unknown tag, folder not writable,
disk full (fault `no-space`; the text is the kernel's own, from /dev/full).
"""
import os
import sys
import time
from pathlib import Path

from options import Fatal

LAYERS = (("9f1b2c", 3.2), ("41d0ae", 28.7), ("c7730b", 412.0), ("5e8a91", 1874.3))
SECONDS = 5.0
STEPS = 40


def _say(text, end="\n"):
    print(text, file=sys.stderr, end=end, flush=True)


def _known_tags(site, repository):
    lines = Path(site.get("tags", Path(__file__).parent / "tags.txt")).read_text().splitlines()
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    return [tag for name, tag in pairs if name == repository]


def _arguments(arguments):
    force, plain = False, []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word in ("-F", "--force"):
            force = True
        elif word in ("--name", "--dir", "--arch", "--library") and rest:
            plain.insert(0, rest.pop(0)) if word == "--name" else rest.pop(0)
        elif not word.startswith("-"):
            plain.append(word)
    if not plain:
        raise Fatal("accepts between 1 and 2 arg(s), received 0")
    return force, plain[0] if len(plain) > 1 else None, plain[-1]


def _layer(name, size, seconds):
    """One progress bar: redrawn on a terminal, a line per quarter elsewhere."""
    terminal = sys.stderr.isatty()
    for step in range(1, STEPS + 1):
        time.sleep(seconds / STEPS)
        done = size * step / STEPS
        bar = "=" * (step - 1) + ">"
        line = f"{done:.1f}MiB / {size:.1f}MiB [{bar:<{STEPS}}] {100 * step // STEPS} % {name}"
        if terminal:
            _say(f"\r{line}", end="\n" if step == STEPS else "")
        elif step % (STEPS // 4) == 0:
            _say(line)


def run(arguments, site):
    force, file, address = _arguments(arguments)
    if not address.startswith("docker://"):
        raise Fatal(f"While pulling: unsupported transport type: {address.partition(':')[0]}")
    repository, _, tag = address.removeprefix("docker://").rpartition(":")
    if not repository or "/" in tag:
        repository, tag = address.removeprefix("docker://"), "latest"
    target = Path(file or f"{repository.rpartition('/')[2]}_{tag}.sif")
    if target.exists() and not force:
        raise Fatal(f"Image file already exists: \"{target}\" - will not overwrite")
    if not os.access(target.parent, os.W_OK):
        raise Fatal(f"While making image from oci registry: unable to open {target}: permission denied")
    tags = _known_tags(site, repository)
    failed = "While making image from oci registry: error fetching image: initializing source"
    if not tags:
        raise Fatal(f"{failed} {address}: reading manifest {tag} in {repository}: denied")
    if tag not in tags:
        raise Fatal(f"{failed} {address}: reading manifest {tag} in {repository}: manifest unknown")
    _say("INFO:    Converting OCI blobs to SIF format")
    _say("INFO:    Starting build...")
    _say("INFO:    Fetching OCI image...")
    total = sum(size for _, size in LAYERS)
    for name, size in LAYERS:
        _layer(name, size, float(os.environ.get("LAB_PULL_SECONDS", SECONDS)) * max(size / total, 0.1))
    _say("INFO:    Extracting OCI image...")
    _finish(target, address, site)
    return 0


def _finish(target, address, site):
    """Writes the image beside its place and moves it there."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    where = "/dev/full" if (Path(site["faults"]) / "no-space").exists() else fresh
    _say("INFO:    Inserting Singularity configuration...")
    _say("INFO:    Creating SIF file...")
    try:
        with open(where, "w", encoding="ascii") as stream:
            stream.write(f"stand-in for an image of {address}\n")
            stream.flush()
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise Fatal(f"While making image from oci registry: while building SIF: write {target}: "
                    f"{error.strerror.lower()}") from error
