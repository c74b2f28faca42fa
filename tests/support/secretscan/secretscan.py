"""Finds secrets where they must not be, in whatever form they were written there.

A secret is looked for as it is, with URL and JSON escapes, in base64 at each of the three alignments (also inside longer
base64 texts), and in gzip; encodings inside encodings are opened up to a depth of six, because Helm keeps a release as
base64 of base64 of gzip.

usage: secretscan.py --secrets FILE scan NAME=PATH...     files and folders, "-" as PATH reads standard input
FILE holds one secret a line. Hits are printed as "NAME: PATH: FORM" (never the secret), and the exit status is 1.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import pathlib
import re
import sys
import urllib.parse
import zlib

DEPTH = 6
LARGEST = 256 * 1024 * 1024
BASE64_RUN = re.compile(rb"[A-Za-z0-9+/_-][A-Za-z0-9+/_\-\r\n]{14,}={0,2}")
GZIP_MAGIC = b"\x1f\x8b\x08"


def base64_forms(secret: bytes) -> set[bytes]:
    """What is certain of the secret inside a base64 text, whatever stands before and after it."""
    forms = set()
    for before in range(3):
        padded = b"\0" * before + secret
        whole = len(padded) // 3 * 3
        encoded = base64.b64encode(padded[:whole])
        first = {0: 0, 1: 2, 2: 3}[before]  # characters that depend on the unknown bytes before
        certain = encoded[first:]
        if len(certain) >= 6:
            forms.add(certain)
            forms.add(certain.replace(b"+", b"-").replace(b"/", b"_"))
    return forms


def needles(secret: bytes) -> dict[bytes, str]:
    text = secret.decode()
    forms = {secret: "plain"}
    for safe in ("", "/", "!*'()", "~"):
        forms.setdefault(urllib.parse.quote(text, safe=safe).encode(), "URL escapes")
    forms.setdefault(urllib.parse.quote_plus(text).encode(), "URL escapes")
    forms.setdefault("".join(f"%{byte:02x}" for byte in secret).encode(), "URL escapes")
    forms.setdefault("".join(f"%{byte:02X}" for byte in secret).encode(), "URL escapes")
    forms.setdefault(json.dumps(text)[1:-1].encode(), "JSON escapes")
    forms.setdefault(json.dumps(text).replace("/", "\\/")[1:-1].encode(), "JSON escapes")
    escaped = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    forms.setdefault(json.dumps(escaped).replace("\\\\u", "\\u")[1:-1].encode(), "JSON escapes")
    forms.setdefault("".join(f"\\u{ord(c):04x}" for c in text).encode(), "JSON escapes")
    for form in base64_forms(secret):
        forms.setdefault(form, "base64")
    return forms


class Scanner:
    def __init__(self, secrets: list[bytes]):
        if not secrets or any(len(secret) < 6 for secret in secrets):
            raise ValueError("each secret needs at least six bytes, or everything would match")
        self.needles: dict[bytes, str] = {}
        for secret in secrets:
            self.needles.update(needles(secret))

    def find(self, data: bytes, depth: int = 0, way: str = "") -> str | None:
        """The form in which a secret was found, for example "gzip > base64", or None."""
        for needle, form in self.needles.items():
            if needle in data:
                return way + form
        if depth >= DEPTH:
            return None
        return self._in_gzip(data, depth, way) or self._in_base64(data, depth, way) or self._in_escapes(data, depth, way)

    def _in_gzip(self, data: bytes, depth: int, way: str) -> str | None:
        at = data.find(GZIP_MAGIC)
        while at >= 0:
            try:
                inner = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[at:], LARGEST)
            except zlib.error:
                inner = b""
            found = self.find(inner, depth + 1, way + "gzip > ") if inner else None
            if found:
                return found
            at = data.find(GZIP_MAGIC, at + 1)
        return None

    def _in_base64(self, data: bytes, depth: int, way: str) -> str | None:
        for run in BASE64_RUN.findall(data):
            clean = run.translate(bytes.maketrans(b"-_", b"+/"), b"\r\n=")
            for skip in range(4):  # the run may begin with characters that do not belong to it
                part = clean[skip:]
                part = part[: len(part) // 4 * 4] if len(part) % 4 == 1 else part + b"=" * (-len(part) % 4)
                try:
                    inner = base64.b64decode(part)
                except ValueError:
                    continue
                if skip and GZIP_MAGIC not in inner and not looks_encoded(inner):
                    continue  # direct hits at other alignments are found by the needles
                found = self.find(inner, depth + 1, way + "base64 > ")
                if found:
                    return found
        return None

    def _in_escapes(self, data: bytes, depth: int, way: str) -> str | None:
        if b"\\" not in data:
            return None
        plain = re.sub(rb"\\(?:u([0-9a-fA-F]{4})|(.))", unescape, data, flags=re.S)
        return self.find(plain, depth + 1, way + "escapes > ") if plain != data else None

    def scan_path(self, path: pathlib.Path):
        """Yields (path, form) for each file with a secret in it or in its name."""
        if path.is_dir() and not path.is_symlink():
            for folder, _, files in os.walk(path):
                for name in files:
                    yield from self.scan_path(pathlib.Path(folder) / name)
            return
        form = self.find(os.fsencode(path.name), way="name > ")
        if form:
            yield path, form
        if path.is_symlink() or not path.is_file():
            return
        try:
            data = path.read_bytes() if path.stat().st_size <= LARGEST else b""
        except OSError as problem:
            print(f"not read: {path}: {problem}", file=sys.stderr)
            return
        form = self.find(data)
        if form:
            yield path, form


def unescape(match: re.Match) -> bytes:
    if match[1]:
        return chr(int(match[1], 16)).encode(errors="replace")
    return {b"n": b"\n", b"t": b"\t", b"r": b"\r"}.get(match[2], match[2])


def looks_encoded(data: bytes) -> bool:
    return bool(data) and bool(re.fullmatch(rb"[A-Za-z0-9+/=\s_-]+", data))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--secrets", required=True)
    parser.add_argument("what", choices=["scan"])
    parser.add_argument("places", nargs="*")
    options = parser.parse_args()
    secrets = [line for line in pathlib.Path(options.secrets).read_bytes().split(b"\n") if line]
    scanner = Scanner(secrets)
    hits = 0
    for place in options.places:
        name, _, where = place.partition("=")
        if where == "-":
            form = scanner.find(sys.stdin.buffer.read())
            found = [("standard input", form)] if form else []
        else:
            found = list(scanner.scan_path(pathlib.Path(where)))
        for path, form in found:
            print(f"{name}: {path}: {form}")
            hits += 1
    return 1 if hits else 0


if __name__ == "__main__":
    sys.exit(main())
