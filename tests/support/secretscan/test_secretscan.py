"""Plants a secret in each place in turn, in each form once, and expects the scan to find it; and nothing where none is."""

import base64
import gzip
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import uuid

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import secretscan  # noqa: E402

PROCWATCH = sys.argv.pop(1) if len(sys.argv) > 1 else None
SECRET = 'corr"ect & h/orse+b\u00e4ttery'
B64 = base64.b64encode


def forms(secret: str) -> dict[str, bytes]:
    raw = secret.encode()
    release = json.dumps({"config": {"x": secret}}).encode()
    made = {
        "plain": b"text " + raw + b" text",
        "url": b"http://h/?p=" + urllib.parse.quote(secret, safe="").encode(),
        "url plus": b"p=" + urllib.parse.quote_plus(secret).encode(),
        "json": json.dumps({"password": secret}).encode(),
        "json of Go": json.dumps({"p": secret}).replace("&", "\\u0026").encode(),
        "json in json": json.dumps({"a": json.dumps({"p": secret})}).encode(),
        "gzip": b"before" + gzip.compress(b"x" * 50 + raw) + b"after",
        "base64 of gzip": B64(gzip.compress(raw)),
        "helm release": B64(B64(gzip.compress(release))),
        "helm release in json": json.dumps({"data": {"release": B64(B64(gzip.compress(release))).decode()}}).encode(),
        "base64 with line ends": base64.encodebytes(b"z" * 100 + raw + b"z" * 100),
        "base64 for URLs": base64.urlsafe_b64encode(b"ab" + raw),
        "basic header": b"Authorization: Basic " + B64(b"user:" + raw),
    }
    for before in range(3):
        made[f"base64 after {before}"] = b"data: " + B64(b"q" * before + raw + b"tail")
    return made


class Scan(unittest.TestCase):
    def setUp(self):
        self.scanner = secretscan.Scanner([SECRET.encode()])

    def test_finds_each_form(self):
        for name, data in forms(SECRET).items():
            with self.subTest(name):
                self.assertIsNotNone(self.scanner.find(data))

    def test_finds_nothing_in_the_same_forms_of_another_text(self):
        for name, data in forms("corr'ect & h/orse+b\u00e4ttery").items():
            with self.subTest(name):
                self.assertIsNone(self.scanner.find(data))

    def test_finds_it_in_each_kind_of_place(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            places = {name: root / name for name in ("log", "config", "activity", "values", "homes")}
            for place in places.values():
                (place / "deep" / "er").mkdir(parents=True)
                (place / "deep" / "innocent").write_bytes(os.urandom(1000))
            for place in places.values():
                for name, data in forms(SECRET).items():
                    with self.subTest(place=place.name, form=name):
                        self.assertEqual(list(self.scanner.scan_path(root)), [])
                        planted = place / "deep" / "er" / "file"
                        planted.write_bytes(data)
                        self.assertEqual([path for path, _ in self.scanner.scan_path(root)], [planted])
                        planted.unlink()

    def test_finds_it_in_a_file_name(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "pw-hunter2hunter2.txt").touch()
            scanner = secretscan.Scanner([b"hunter2hunter2"])
            self.assertEqual(len(list(scanner.scan_path(pathlib.Path(folder)))), 1)

    def test_refuses_secrets_that_match_everything(self):
        with self.assertRaises(ValueError):
            secretscan.Scanner([b"a"])


@unittest.skipUnless(PROCWATCH, "procwatch is not built")
class Processes(unittest.TestCase):
    def watch(self, argument="x", environment=None):
        """The forms found in what procwatch saw of a process with this argument and environment."""
        with tempfile.TemporaryDirectory() as folder:
            seen = pathlib.Path(folder) / "seen"
            mark = f"MARK_{uuid.uuid4().hex}"
            watch = subprocess.Popen([PROCWATCH, str(seen)], stdout=subprocess.DEVNULL)
            # It runs until it was looked at, however slow this computer is now.
            watched = subprocess.Popen(["sh", "-c", "read line; :", argument], stdin=subprocess.PIPE,
                                       env={**os.environ, **(environment or {}), mark: "1"})
            try:
                self.wait_for(seen, mark.encode(), watch)
            finally:
                watched.communicate(timeout=30)
                watch.send_signal(signal.SIGTERM)
            self.assertEqual(watch.wait(30), 0)
            self.assertEqual(seen.stat().st_mode & 0o777, 0o600)
            return [form for _, form in secretscan.Scanner([SECRET.encode()]).scan_path(seen)]

    def wait_for(self, file, mark, watch):
        end = time.monotonic() + 60
        while not (file.exists() and mark in file.read_bytes()):
            self.assertIsNone(watch.poll(), "procwatch has ended")
            self.assertLess(time.monotonic(), end, "procwatch does not see the process")
            time.sleep(0.02)

    def test_finds_arguments_and_environment(self):
        for name, data in forms(SECRET).items():
            if b"\0" in data:
                continue
            with self.subTest(name):
                self.assertTrue(self.watch(data))
        self.assertTrue(self.watch(environment={"X_PASSWORD": SECRET}))

    def test_quiet_when_there_is_nothing(self):
        self.assertEqual(self.watch(), [])

    def test_lives_on_when_processes_end_under_its_eyes(self):
        with tempfile.TemporaryDirectory() as folder:
            watch = subprocess.Popen([PROCWATCH, str(pathlib.Path(folder) / "seen")], stdout=subprocess.PIPE, text=True)
            end = time.monotonic() + 2
            while time.monotonic() < end:
                subprocess.run(["true"], check=True)
            watch.send_signal(signal.SIGTERM)
            rounds, _ = watch.communicate(timeout=30)
            self.assertEqual(watch.returncode, 0)
            self.assertGreater(int(rounds.split()[0]), 1)


if __name__ == "__main__":
    unittest.main()
