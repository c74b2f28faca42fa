"""The built programs are hardened, and the check finds programs that are not: each flag is left out once.

    test_hardening.py COMPILER PROGRAM...
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

from hardening import missing

COMPILER, *PROGRAMS = sys.argv[1:]
del sys.argv[1:]
SOURCE = "#include <cstring>\n#include <cstdio>\nint main(int c, char **v) { char b[64]; std::strcpy(b, v[c - 1]); return std::puts(b); }\n"
GOOD = ["-O2", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2", "-fPIE", "-pie", "-fstack-protector-strong", "-Wl,-z,relro", "-Wl,-z,now",
        "-Wl,-z,noexecstack"]


class Hardening(unittest.TestCase):
    def test_the_programs(self):
        self.assertTrue(PROGRAMS)
        for program in PROGRAMS:
            with self.subTest(program):
                self.assertEqual(missing(pathlib.Path(program), fortified=False), [])

    def test_what_is_left_out_is_found(self):
        cases = {
            (): [],
            ("-no-pie", "-fno-PIE"): ["position independent (PIE)"],
            ("-Wl,-z,norelro",): ["read-only relocations (RELRO)"],
            ("-Wl,-z,lazy",): ["bound at start (BIND_NOW)"],
            ("-Wl,-z,execstack",): ["stack not executable (NX)"],
            ("-fno-stack-protector",): ["stack protector"],
            ("-U_FORTIFY_SOURCE",): ["fortified functions"],
        }
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "a.cpp")
            source.write_text(SOURCE)
            for flags, expected in cases.items():
                with self.subTest(flags):
                    program = pathlib.Path(folder, "a")
                    subprocess.run([COMPILER, *GOOD, *flags, "-o", program, source], check=True, capture_output=True)
                    self.assertEqual(missing(program, fortified=True), expected)


if __name__ == "__main__":
    unittest.main()
