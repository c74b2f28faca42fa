"""Compares Rayhelm's overrides with Hydra's own reading of them.

    compare_with_hydra.py PACKAGEPROBE [--count 2000]

Run by a Python that has hydra-core. A text must come back as the same text; a
value typed by a person must be readable, and be one value instead of a sweep;
lists and maps are left as typed, with their mistakes.
"""
import argparse
import json
import random
import subprocess
import sys

from hydra.core.override_parser.overrides_parser import OverridesParser

PIECES = ["a", "B", "1", "-", "_", "/", ".", ":", "+", "%", "*", "@", "?", "|", "$", "\\", " ", ",", "=", "(", ")", "[", "]", "{", "}", "'",
          '"', "&", "#", "~", ";", "<", ">", "é", "e-3", "true", "null", "inf", "0x1", "http://h:1/p", "\\\"", "\t", "!", "^", "`", "1_0", "nan"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("probe")
    parser.add_argument("--count", type=int, default=2000)
    options = parser.parse_args()
    rng = random.Random(5)
    hydra = OverridesParser.create()
    probe = subprocess.Popen([options.probe], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    wrong = 0
    for _ in range(options.count):
        value = "".join(rng.choice(PIECES) for _ in range(rng.randint(0, 5)))
        if "${" in value:
            continue
        probe.stdin.write(json.dumps({"hydra": value}) + "\n")
        probe.stdin.flush()
        typed, text = json.loads(probe.stdout.readline())
        try:
            read = hydra.parse_override("++key=" + text)
            if read.value() != value or not isinstance(read.value(), str):
                raise ValueError(f"read as {read.value()!r}")
            if typed[:1] not in ("[", "{") and hydra.parse_override("++key=" + typed).is_sweep_override():
                raise ValueError("read as a sweep")
        except Exception as problem:
            wrong += 1
            print(f"WRONG: {value!r} became {text!r} and {typed!r}: {problem}")
    probe.stdin.close()
    probe.wait()
    print(f"{options.count} values, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
