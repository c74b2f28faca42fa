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
    def watch(self, command, environment=None):
        scanner = secretscan.Scanner([SECRET.encode()])
        watch = subprocess.Popen([PROCWATCH], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        watch.stdin.write("\n".join(needle.hex() for needle in scanner.needles))
        watch.stdin.close()
        time.sleep(0.1)
        subprocess.run(command, env=environment, check=True)
        watch.send_signal(signal.SIGTERM)
        output = watch.stdout.read()
        watch.stdout.close()
        return watch.wait(10), output

    def test_finds_arguments_and_environment(self):
        for name, data in forms(SECRET).items():
            if b"\0" in data:
                continue
            with self.subTest(name):
                status, output = self.watch(["sh", "-c", "sleep 0.06", data])
                self.assertEqual(status, 1, output)
                self.assertIn("cmdline of", output)
        status, output = self.watch(["sleep", "0.06"], {**os.environ, "X_PASSWORD": SECRET})
        self.assertEqual(status, 1)
        self.assertIn("environ of", output)

    def test_quiet_when_there_is_nothing(self):
        status, output = self.watch(["sleep", "0.06"])
        self.assertEqual(status, 0, output)


if __name__ == "__main__":
    unittest.main()
