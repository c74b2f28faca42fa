"""Starts a program (a wrapper script), adds an account by keys and screen reader, and reads it back from the desktop's keychain.

usage: keep_account.py PROGRAM      (under tests/support/with-desktop)
"""

import base64
import pathlib
import sys
import time

import secretstorage

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "accessibility"))
from program import Program  # noqa: E402

PASSWORD = "from-the-clean-system"


def kept() -> bool:
    """QtKeychain stores bytes as base64."""
    bus = secretstorage.dbus_init()
    return any(item.get_secret() in (PASSWORD.encode(), base64.b64encode(PASSWORD.encode()))
               for collection in secretstorage.get_all_collections(bus) for item in collection.get_all_items())


def main() -> int:
    with Program(sys.argv[1]) as program:
        print("ok: the window is mapped", flush=True)
        person = program.person
        person.menu("t", "Accounts and passwords...")
        person.wait_window("Accounts and passwords")
        person.push("Add account...")
        person.choose("What for", "MLflow")
        person.write("Address", "http://mlflow.example:5000")
        person.write("User", "ada")
        person.write("Password", PASSWORD, secret=True)
        person.push("Keep it")
        end = time.monotonic() + 20
        while not kept():
            if time.monotonic() > end:
                print("FAIL: the password did not reach the keychain\n" + program.output() + "\n" + program.reader.everything())
                return 1
            program.reader.listen(0.2)
        print("ok: the account is in the keychain")
    return 0


if __name__ == "__main__":
    sys.exit(main())
