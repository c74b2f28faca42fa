"""What all faults share."""
import json


class Fault:
    takes_word = False

    def __init__(self, what, on, off):
        self.what = what
        self._on = on
        self._off = off

    def on(self, lab, word):
        self._on(lab, word) if self.takes_word else self._on(lab)

    def off(self, lab, word):
        self._off(lab, word) if self.takes_word else self._off(lab)


class WordFault(Fault):
    takes_word = True


def nothing(lab):
    """For faults whose flag alone is read by a stand-in."""


def remember(lab, name, value):
    (lab.paths.faults / f"{name}.state").write_text(json.dumps(value))


def recall(lab, name, default):
    """What was remembered, and forgets it."""
    file = lab.paths.faults / f"{name}.state"
    try:
        value = json.loads(file.read_text())
    except (OSError, ValueError):
        return default
    file.unlink()
    return value


def move_away(path):
    """Takes a file away so that it can come back."""
    away = path.with_name(f".{path.name}.away")
    if path.exists():
        path.rename(away)


def move_back(path):
    """Brings it back; a newer file in its place stays."""
    away = path.with_name(f".{path.name}.away")
    if away.exists():
        if path.exists():
            away.unlink()
        else:
            away.rename(path)
