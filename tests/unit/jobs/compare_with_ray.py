"""Compares Rayhelm's packing with Ray's own on random folders.

    compare_with_ray.py PACKAGEPROBE [--count 300] [--seed 1]

Run by a Python that has Ray. Each random folder has ignore files, links, empty
folders and odd names; name, members, contents and permission of the package must
be equal. Two differences are meant: a link to a folder above is followed up to
the kernel's limit by Ray, and a package without members is no file here.
"""
import argparse
import hashlib
import json
import logging
import os
import random
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path

from ray import __version__ as ray_version
from ray._private.runtime_env import packaging

NAMES = ["a", "b", "c.log", "d.py", "data", "é", "x y", "[z]", "a*b", ".hid", "venv", "__pycache__", "!n", "#h", "Ab"]
PIECES = ["a", "b", "*", "**", "?", "/", "[a-c]", "[!a]", "[]x]", ".", "d", "\\", "!", ".log", ".py", "é", "x y", "[", "]", "-", "#", "data",
          "/**/", "**/", "/**"]
MODERN = tuple(int(part) for part in ray_version.split(".")[:2])


def random_line(rng):
    if rng.random() < 0.4:
        return rng.choice(["*.log", "a", "b/", "/a", "data/", "!c.log", "**/a", "a/**", "a/b", "*/b", "# note", "", "  a  ", "x y", "\\#h",
                           "\\!n", "[ab]", "*", ".*", "d.py", "data/*", "!a", "é"])
    return "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 5)))


def make_folder(rng, folder, depth=0):
    for name in rng.sample(NAMES, rng.randint(0, 5)):
        path = folder / name
        kind = rng.random()
        if kind < 0.35 and depth < 3:
            path.mkdir()
            make_folder(rng, path, depth + 1)
        elif kind < 0.42:
            path.symlink_to(rng.choice(["a", "b", "nowhere", "c.log"]))
        else:
            path.write_bytes(rng.randbytes(rng.randint(0, 300)))
            path.chmod(rng.choice([0o644, 0o755, 0o600, 0o664]))
    for name, chance in ((".gitignore", 0.35), (".rayignore", 0.2)):
        if rng.random() < chance:
            text = rng.choice(["\n", "\r\n"]).join(random_line(rng) for _ in range(rng.randint(1, 4)))
            (folder / name).write_bytes(text.encode())


def has_loop(folder):
    return any(path.is_dir() and folder.resolve().is_relative_to(path.resolve()) or path.is_symlink() and path.is_dir()
               and path.parent.resolve().is_relative_to(path.resolve()) for path in folder.rglob("*"))


def members(path):
    if not os.path.exists(path):
        return {}
    with zipfile.ZipFile(path) as package:
        return {info.filename: (package.read(info), bool(info.external_attr >> 16 & 0o100)) for info in package.infolist()}


def by_ray(folder, excludes, target):
    """Ray's own name and zip; None when Ray itself fails."""
    gitignore = {"include_gitignore": True} if MODERN >= (2, 50) else {}
    try:
        name = packaging.get_uri_for_directory(str(folder), excludes=excludes, **gitignore)
        if MODERN >= (2, 50):
            packaging._zip_files(str(folder), excludes, target, include_parent_dir=False, **gitignore)
        else:
            packaging._zip_directory(str(folder), excludes, target, include_parent_dir=False)
    except Exception as problem:  # a line like "[z-a]" ends Ray with a traceback
        return None, repr(problem)
    return name, members(target)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("probe")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if MODERN < (2, 10):  # the last release that folds MD5 instead of SHA-1; everything else is the same
        packaging.hashlib.md5 = hashlib.sha1
    logging.disable(logging.INFO)
    warnings.simplefilter("ignore")
    built_in = [".git", ".venv", "venv", "__pycache__"] if MODERN >= (2, 54) else []
    probe = subprocess.Popen([options.probe], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    rng = random.Random(options.seed)
    compared = failed_in_ray = different = sent_nothing = 0
    work = Path(tempfile.mkdtemp(prefix="compare-"))
    try:
        while compared < options.count and failed_in_ray < 20 * options.count:
            folder = work / "folder"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make_folder(rng, folder)
            excludes = [random_line(rng) for _ in range(rng.choice([0, 0, 1, 2]))]
            if has_loop(folder):
                continue
            for path in (work / "ray.zip", work / "own.zip"):
                path.unlink(missing_ok=True)
            name, theirs = by_ray(folder, built_in + excludes, str(work / "ray.zip"))
            if name is None:
                failed_in_ray += 1
                continue
            probe.stdin.write(json.dumps({"folder": str(folder), "excludes": excludes, "zip": str(work / "own.zip"),
                                          "builtIn": bool(built_in), "rayIgnore": MODERN >= (2, 53)}) + "\n")
            probe.stdin.flush()
            answer = probe.stdout.readline().strip()
            own = members(str(work / "own.zip"))
            compared += 1
            sent_nothing += not theirs
            if answer != name or own != theirs:
                different += 1
                kept = Path(tempfile.mkdtemp(prefix="different-"))
                shutil.copytree(folder, kept / "folder", symlinks=True)
                print(f"DIFFERENT: {answer} instead of {name}; excludes {excludes}; only Ray has {sorted(set(theirs) - set(own))}, "
                      f"only Rayhelm has {sorted(set(own) - set(theirs))}; kept in {kept}")
    finally:
        probe.stdin.close()
        probe.wait()
        shutil.rmtree(work, ignore_errors=True)
    print(f"Ray {ray_version}: {compared} folders compared ({sent_nothing} without a member), {different} different, "
          f"{failed_in_ray} left out because Ray failed")
    return 1 if different or compared < options.count else 0


if __name__ == "__main__":
    sys.exit(main())
