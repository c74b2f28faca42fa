"""Generates values documents with a seed and tells the class of each. Knows nothing of the editor under test.

Usage: generate.py FOLDER [--count N] [--seed N]. Writes FOLDER/NNNNN.yaml and FOLDER/list.jsonl, and prints the number of
documents of each class and the median number of lines.
"""

import argparse
import collections
import json
import pathlib
import random
import statistics

import documents
import refused

# How likely each thing is, or the range it is taken from; a class changes some of it.
USUAL = {
    "lines": (50, 110), "steps": (2,), "depth": 5, "nest": 0.3, "comment": 0.12, "tail": 0.12, "blank": 0.06, "trailing_blanks": 0.01,
    "flow": 0.08, "flow_root": 0, "single_pair": 0, "block": 0.07, "empty": 0.08, "multiline": 0.03, "next_line": 0.01, "quoted": 0.25,
    "typed": 0.15, "long": 0.002, "nonascii": 0.02, "odd_key": 0.1, "odd_step": 0, "tab": 0, "markers": 0.03, "anchor": 0, "alias": 0,
    "merge": 0, "anchored_empty": 0, "crlf": 0.03, "bom": 0.02, "no_last_line_end": 0.05,
}
CLASSES = {
    "block style": (10, {}),
    "flow style": (8, {"flow": 0.55, "comment": 0.2, "multiline": 0.05}),
    "flow root": (2, {"flow_root": 1, "comment": 0.3, "flow": 0.4}),
    "single pairs": (1, {"flow": 0.4, "single_pair": 0.08}),
    "CRLF": (6, {"crlf": 1}),
    "byte order mark": (4, {"bom": 1, "nonascii": 0.2, "crlf": 0.4}),
    "no last line end": (6, {"no_last_line_end": 1, "block": 0.15}),
    "comments everywhere": (7, {"comment": 0.8, "tail": 0.5, "blank": 0.3, "trailing_blanks": 0.1, "flow": 0.15, "empty": 0.15}),
    "anchors and aliases": (6, {"anchor": 0.12, "alias": 0.25, "anchored_empty": 0.1, "flow": 0.12}),
    "merge keys": (3, {"anchor": 0.2, "merge": 0.4, "nest": 0.4, "alias": 0.05}),
    "non-ASCII": (6, {"nonascii": 0.6, "flow": 0.15}),
    "quotes": (6, {"quoted": 0.9, "multiline": 0.12}),
    "block scalars": (8, {"block": 0.5, "comment": 0.2}),
    "deep nesting": (4, {"depth": 40, "nest": 0.75, "lines": (70, 130)}),
    "empty values": (6, {"empty": 0.6, "comment": 0.25, "tail": 0.25}),
    "odd indentation": (6, {"steps": (1, 2, 3, 4, 5, 7), "odd_step": 0.7, "nest": 0.4}),
    "four blanks": (2, {"steps": (4,)}),
    "long lines": (2, {"long": 0.25}),
    "tabs": (3, {"tab": 0.35, "tail": 0.3}),
    "typed scalars": (6, {"typed": 0.9, "quoted": 0.05, "odd_key": 0.4}),
    "several lines": (4, {"multiline": 0.4, "next_line": 0.15}),
    "document markers": (2, {"markers": 1}),
    "everything": (8, {"steps": (1, 2, 3, 4, 5), "odd_step": 0.3, "comment": 0.3, "tail": 0.25, "flow": 0.2, "block": 0.2, "empty": 0.2,
                       "multiline": 0.12, "nonascii": 0.15, "typed": 0.3, "quoted": 0.4, "odd_key": 0.3, "anchor": 0.05, "alias": 0.15,
                       "merge": 0.1, "tab": 0.05, "long": 0.01, "crlf": 0.3, "bom": 0.2, "no_last_line_end": 0.3, "nest": 0.4}),
}
# Sound for Helm, but yaml.md asks for some edits to be refused: what is added at a random place.
DELICATE = {
    "doubled keys": ("twice: 1", "other: 2", "twice: 3"),
    "question mark keys": ("? asked", ": answer", "plain: 1"),
    "aliases as keys": ("first: &k name", "mapped:", "  *k : 1", "  b: 2"),
    "tags": ("t1: !!int 5", "t2: !!str 5", "t3: !!float 1", "t4: !!bool yes", "t5: !!map", "  a: 1", "t6: !!seq [a, b]", "t7: !!str"),
    "keys above 1000 bytes": ("k" * 1010 + ": 1", "short: 2"),
    "anchored null": ("n1: &n", "n2: 1", "n3: *n"),
}
REFUSED_SHARE, DELICATE_SHARE = 0.05, 0.05


def sound(rng, changes):
    return documents.Document(rng, {**USUAL, **changes}).text()


def one(number, seed):
    """The class, the text and whether it must be refused as a whole."""
    rng = random.Random(f"{seed}/{number}")
    dice = rng.random()
    if dice < REFUSED_SHARE:
        name = rng.choice(list(refused.MAKERS))
        plain = sound(rng, {"crlf": 0, "bom": 0, "markers": 0, "no_last_line_end": 0, "block": 0, "comment": 0, "lines": (60, 110)})
        return "refused: " + name, refused.document(name, plain, rng.random()), True
    if dice < REFUSED_SHARE + DELICATE_SHARE:
        name = rng.choice(list(DELICATE))
        text = sound(rng, {"crlf": 0, "bom": 0, "markers": 0, "no_last_line_end": 0, "block": 0, "odd_step": 0, "steps": (2,)})
        # In front, or behind: the text is a map at column 0 then and has no other root.
        added = "\n".join(DELICATE[name]).encode() + b"\n"
        return "delicate: " + name, added + text if rng.random() < 0.5 else text + added, False
    name = rng.choices(list(CLASSES), [weight for weight, _ in CLASSES.values()])[0]
    return name, sound(rng, CLASSES[name][1]), False


def generate(folder, count, seed):
    """Entries for the list of documents."""
    folder.mkdir(parents=True, exist_ok=True)
    entries, lines, classes = [], [], collections.Counter()
    for number in range(count):
        name, text, must_refuse = one(number, seed)
        file = folder / f"{number:05}.yaml"
        file.write_bytes(text)
        entries.append({"name": f"generated {number} ({name})", "file": str(file), "group": "generated", "class": name,
                        "refuse": must_refuse})
        lines.append(len(text.splitlines()))
        classes[name] += 1
    for name, number in sorted(classes.items()):
        print(f"{number:6} {name}")
    print(f"{count} documents generated, median {statistics.median(lines):.0f} lines, longest {max(lines)}")
    return entries, statistics.median(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    entries, _ = generate(options.folder, options.count, options.seed)
    (options.folder / "list.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))


if __name__ == "__main__":
    main()
