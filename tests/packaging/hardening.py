"""How a program was hardened, read from its ELF file (64 bit, little endian) without any other tool.

    hardening.py [--fortified] PROGRAM...    says what is missing; status 1 when something is
"""

from __future__ import annotations

import pathlib
import struct
import sys

ET_DYN = 3
PT_LOAD, PT_DYNAMIC, PT_GNU_STACK, PT_GNU_RELRO = 1, 2, 0x6474E551, 0x6474E552
PF_X = 1
DT_STRTAB, DT_SYMTAB, DT_STRSZ, DT_FLAGS, DT_FLAGS_1, DT_BIND_NOW = 5, 6, 10, 30, 0x6FFFFFFB, 24
DF_BIND_NOW, DF_1_NOW, DF_1_PIE = 8, 1, 0x08000000


class Elf:
    def __init__(self, data: bytes):
        if data[:6] != b"\x7fELF\x02\x01":
            raise ValueError("no ELF file of 64 bit, little endian")
        self.data = data
        self.type = struct.unpack_from("<H", data, 16)[0]
        offset, = struct.unpack_from("<Q", data, 32)
        size, count = struct.unpack_from("<HH", data, 54)
        # type, flags, offset, address, (physical address,) size in the file
        self.segments = [struct.unpack_from("<IIQQQQ", data, offset + i * size) for i in range(count)]
        self.dynamic = self._dynamic()
        self.imports = self._symbol_names()

    def segment(self, kind: int):
        return next((s for s in self.segments if s[0] == kind), None)

    def _dynamic(self) -> dict[int, int]:
        found: dict[int, int] = {}
        segment = self.segment(PT_DYNAMIC)
        if segment:
            for at in range(segment[2], segment[2] + segment[5], 16):
                tag, value = struct.unpack_from("<QQ", self.data, at)
                if tag == 0:
                    break
                found[tag] = value
        return found

    def _place(self, address: int) -> int:
        for kind, _, offset, begin, _, size in self.segments:
            if kind == PT_LOAD and begin <= address < begin + size:
                return offset + address - begin
        raise ValueError("an address outside of the file")

    def _symbol_names(self) -> set[str]:
        if DT_STRTAB not in self.dynamic:
            return set()
        begin = self._place(self.dynamic[DT_STRTAB])
        text = self.data[begin:begin + self.dynamic[DT_STRSZ]]
        return {name.decode(errors="replace") for name in text.split(b"\0")}


def missing(path: pathlib.Path, fortified: bool) -> list[str]:
    elf = Elf(path.read_bytes())
    flags, flags_1 = elf.dynamic.get(DT_FLAGS, 0), elf.dynamic.get(DT_FLAGS_1, 0)
    stack = elf.segment(PT_GNU_STACK)
    checks = {
        "position independent (PIE)": elf.type == ET_DYN and bool(flags_1 & DF_1_PIE),
        "read-only relocations (RELRO)": elf.segment(PT_GNU_RELRO) is not None,
        "bound at start (BIND_NOW)": bool(flags & DF_BIND_NOW or flags_1 & DF_1_NOW or DT_BIND_NOW in elf.dynamic),
        "stack not executable (NX)": stack is not None and not stack[1] & PF_X,
        "stack protector": "__stack_chk_fail" in elf.imports,
    }
    if fortified:
        checks["fortified functions"] = any(n.endswith("_chk") and n.startswith("__") for n in elf.imports)
    return [what for what, good in checks.items() if not good]


def main(arguments: list[str]) -> int:
    fortified = "--fortified" in arguments
    bad = 0
    for name in (a for a in arguments if a != "--fortified"):
        lacks = missing(pathlib.Path(name), fortified)
        print(f"{name}: " + ("lacks " + ", ".join(lacks) if lacks else "hardened"))
        bad += bool(lacks)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
