"""Documents that must not be opened for editing: Helm refuses them, or readers differ about them.

Each maker gets a sound text (bytes, line feeds only, a block map at column 0) and returns a spoiled one.
"""

import random


def _inside(text, rng, piece):
    """`piece` behind the letter of some word."""
    places = [i + 1 for i in range(len(text) - 1) if text[i:i + 1].isalpha() and text[i + 1:i + 2].isalpha()]
    at = rng.choice(places)
    return text[:at] + piece + text[at:]


def _append(piece):
    return lambda text, rng: text + piece


def _character(piece):
    return lambda text, rng: _inside(text, rng, piece)


def _tab_indent(text, rng):
    return text + b"tabbed:\n\tinner: 1\n"


MAKERS = {
    "UTF-16": lambda text, rng: text.decode().encode(rng.choice(("utf-16", "utf-16-be", "utf-16-le", "utf-32"))),
    "not UTF-8": lambda text, rng: _inside(text, rng, rng.choice((b"\xe4", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82"))),
    "NUL": _character(b"\0"),
    "control character": lambda text, rng: _inside(text, rng, rng.choice((b"\x04", b"\x1b", b"\x07", b"\x0b", b"\x0c"))),
    "DEL": _character(b"\x7f"),
    "byte order mark inside": _character(b"\xef\xbb\xbf"),
    "lone carriage return": _character(b"\r"),
    "unusual line separator": lambda text, rng: _inside(text, rng, rng.choice((b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9"))),
    "unterminated quote": lambda text, rng: text + rng.choice((b'last: "abc\n', b"last: 'abc\n", b'last: ["a, b]\n')),
    "stray comma": lambda text, rng: rng.choice((b"{a: b},\n", b"[1],\n", b"{a: [1, , 2]}\n", b",\n", b"- a\n,\n", b"{, a: 1}\n")),
    "two documents": lambda text, rng: text + rng.choice((b"---\nx: 1\n", b"--- x\n", b"...\n---\nx: 1\n")),
    "content behind the end": _append(b"...\nb: 2\n"),
    "second root": lambda text, rng: rng.choice((b" a: 1\nb: 2\n", b"{a: 1}\nb: 2\n", b"- a\nb: 1\n", b"text\nb: 1\n")),
    "undefined alias": _append(b"last: *nobody\n"),
    "alias inside its anchor": _append(b"last: &loop\n  a: *loop\n"),
    "template": lambda text, rng: text + rng.choice((b"last: {{ .Values.x }}\n", b"{{ if .x }}\nlast: 1\n", b"last: {{- x -}}\n")),
    "key of 1025 bytes": lambda text, rng: text + b"k" * rng.choice((1025, 1030, 5000)) + b": 1\n",
    "tab as indentation": _tab_indent,
    "map or list as key": lambda text, rng: text + rng.choice((b"? {a: b}\n: c\n", b"? [x]\n: c\n", b"? - x\n: c\n", b"{a: b}: c\n", b"[a]: c\n")),
    "key is missing": lambda text, rng: text + rng.choice((b": x\n", b"last: {: x}\n", b"~: x\n", b"null: x\n", b"last:\n  ? \n  : x\n")),
    "value at the column of its key": lambda text, rng: text + rng.choice((b"last:\nvalue\n", b'last:\n"value"\n', b"last:\n|\n  x\n")),
    "wrong indentation": lambda text, rng: text + rng.choice((b"last:\n    a: 1\n  b: 2\n", b"last: 1\n  b: 2\n", b"last:\n  - 1\n - 2\n", b"last: x: y\n")),
    "reserved sign": lambda text, rng: text + rng.choice((b"last: @x\n", b"last: `x`\n", b"last: %x\n", b"last: &\n", b"last: *\n", b"last: ]\n")),
    "unclosed bracket": lambda text, rng: text + rng.choice((b"last: [a, b\n", b"last: {a: b\n", b"last: [a}\n")),
    "too deep": lambda text, rng: text + b"last: " + b"[" * 600 + b"]" * 600 + b"\n",
    "text after quotes": lambda text, rng: text + rng.choice((b'last: "a" b\n', b"last: 'a'b\n", b"last: [a] b\n", b'last: {a: "b"c}\n')),
    "escape that not all know": lambda text, rng: text + rng.choice((b'last: "a\\/b"\n', b'last: "\\_"\n', b'last: ["\\N"]\n')),
    "aliases that explode": _append(b"x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n" + b"".join(
        b"x%d: &x%d [%s]\n" % (i, i, b", ".join([b"*x%d" % (i - 1)] * 10)) for i in range(1, 9))),
}


def document(name, text, seed):
    return MAKERS[name](text, random.Random(seed))
