"""Faults that are made for real and leave nothing behind when switched off.

`FAULTS` maps a name to an object with `on(lab, word)` and `off(lab, word)`; `word` is the program's name of
`missing-program` and None elsewhere. A file in the lab's faults folder says that a fault is on.
"""
from ..paths import LabError
from . import kubernetes, network, release, site, vm

FAULTS = {**site.FAULTS, **kubernetes.FAULTS, **release.FAULTS, **network.FAULTS, **vm.FAULTS}


def flag(lab, name, word=None):
    return lab.paths.faults / (f"{name}.{word}" if word else name)


def switch(lab, name, word, state):
    """Switches one fault; switching twice in the same direction does nothing."""
    fault = FAULTS.get(name)
    if fault is None:
        raise LabError(f"There is no fault named {name}; `fault list` names them.")
    if fault.takes_word != (word is not None):
        raise LabError(f"{name} {'needs the name of a program' if fault.takes_word else 'takes no further word'}.")
    mark = flag(lab, name, word)
    if state == "on" and not mark.exists():
        mark.touch()
        try:
            fault.on(lab, word)
        except BaseException:
            mark.unlink(missing_ok=True)
            raise
    elif state == "off" and mark.exists():
        fault.off(lab, word)
        mark.unlink(missing_ok=True)


def switched_on(lab):
    """(name, word) of every fault that is on."""
    names = sorted(file.name for file in lab.paths.faults.iterdir() if not file.name.endswith(".state"))
    return [(name.partition(".")[0], name.partition(".")[2] or None) for name in names]


def listing():
    width = max(map(len, FAULTS))
    return "\n".join(f"{name:{width}}  {fault.what}" for name, fault in sorted(FAULTS.items()))


def command(lab, words):
    """`fault list`, `fault all off`, `fault NAME [PROGRAM] on|off`."""
    if words == ["list"]:
        print(listing())
        return 0
    if words == ["all", "off"]:
        for name, word in switched_on(lab):
            switch(lab, name, word, "off")
        return 0
    if len(words) not in (2, 3) or words[-1] not in ("on", "off"):
        raise LabError("Say `fault NAME on`, `fault NAME off`, `fault missing-program PROGRAM on`, "
                       "`fault all off` or `fault list`.")
    switch(lab, words[0], words[1] if len(words) == 3 else None, words[-1])
    return 0
