"""The .ts files against the sources: nothing is missing or left over, and a German text keeps what its English one needs.

Called with the source folder and the program lupdate.
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

LUPDATE = sys.argv.pop(2)
ROOT = pathlib.Path(sys.argv.pop(1))

MNEMONIC = re.compile(r"&(\w)")
PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|n)")
INFORMAL = re.compile(r"\b([Dd]u|[Dd]ir|[Dd]ich|[Dd]eine?[nmrs]?)\b")


class Text:
    """One message of a .ts file: its key, and one form or (plural) two."""

    def __init__(self, context, message):
        self.context = context
        self.source = message.findtext("source")
        self.plural = message.get("numerus") == "yes"
        self.key = (context, self.source, message.findtext("comment") or "", self.plural)
        translation = message.find("translation")
        self.state = translation.get("type") or ""
        self.forms = [form.text or "" for form in translation.findall("numerusform")] if self.plural else [translation.text or ""]

    def __str__(self):
        return f"{self.context}: {self.source!r} -> {self.forms!r}"


def texts(path):
    root = ElementTree.parse(path).getroot()
    return [Text(context.findtext("name"), message) for context in root.iter("context") for message in context.iter("message")]


def lupdate(language, *options):
    """A fresh run into a copy of the language's file: its messages and what lupdate complained about."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / f"rayhelm_{language}.ts"
        shutil.copy(ROOT / "translations" / copy.name, copy)
        # A time limit, because lupdate loops for ever on some sources, for example translate(..., int(hours / 24)).
        done = subprocess.run([LUPDATE, "-no-obsolete", "-locations", "none", *options, "-I", ".", "-I", "app", "app", "ui",
                               "resources", "-extensions", "cpp,h", "-ts", str(copy)],
                              cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
        return texts(copy), done.stderr.strip()


class Translations(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.german = texts(ROOT / "translations" / "rayhelm_de.ts")
        cls.english = texts(ROOT / "translations" / "rayhelm_en.ts")

    def none_of(self, wrong):
        self.assertEqual([], [str(text) for text in wrong])

    def lacking(self, check):
        """German texts with a form for which `check(source, form)` is false."""
        self.none_of(text for text in self.german if not all(check(text.source, form) for form in text.forms))

    def test_files_hold_what_the_sources_hold(self):
        self.assertGreater(len(self.german), 1500)
        for language, options, kept in (("de", [], self.german), ("en", ["-pluralonly"], self.english)):
            fresh, complaints = lupdate(language, *options)
            with self.subTest(language):
                self.assertEqual("", complaints, "a text has another context for lupdate than for the program")
                self.assertEqual([], sorted({text.key for text in fresh} ^ {text.key for text in kept}),
                                 "run: ninja update-translations, and translate what is new")

    def test_every_text_is_translated(self):
        self.none_of(text for text in self.german + self.english if text.state or not all(text.forms))
        self.none_of(text for text in self.german + self.english if text.plural and len(text.forms) != 2)

    def test_english_has_no_optional_s(self):
        self.none_of(text for text in self.english if any("(s)" in form for form in text.forms))
        self.none_of(text for text in self.german if "(s)" in text.source and not text.plural)

    def test_placeholders_are_kept(self):
        def wrong(text):
            wanted = collections.Counter(PLACEHOLDER.findall(text.source))
            for number, form in enumerate(text.forms):
                got = collections.Counter(PLACEHOLDER.findall(form))
                # "the job" may stand for "1 job".
                if set(got) != set(wanted) and not (text.plural and number == 0 and set(wanted) - set(got) == {"%n"}):
                    return True
            return False
        self.none_of(text for text in self.german + self.english if wrong(text))

    def test_mnemonics_are_kept_and_differ(self):
        self.lacking(lambda source, form: len(MNEMONIC.findall(source)) == len(MNEMONIC.findall(form)))
        contexts = collections.defaultdict(list)
        for text in self.german:
            contexts[text.context].append(text)
        wrong = []
        for context, messages in contexts.items():
            pairs = [(MNEMONIC.findall(text.source), MNEMONIC.findall(text.forms[0])) for text in messages]
            letters = [[letter.lower() for side in sides for letter in side] for sides in zip(*pairs)]
            if len(set(letters[0])) == len(letters[0]) and len(set(letters[1])) != len(letters[1]):
                wrong.append((context, letters[1]))
        self.assertEqual([], wrong)

    def test_ends_and_blanks_are_kept(self):
        for end in ("...", ":", ".", "?"):
            with self.subTest(end):
                self.lacking(lambda source, form: source.endswith(end) == form.endswith(end))
        self.lacking(lambda source, form: (source[:1] == " ", source[-1:] == " ") == (form[:1] == " ", form[-1:] == " "))
        self.lacking(lambda source, form: [source.count(sign) for sign in "\n\t*"] == [form.count(sign) for sign in "\n\t*"])

    def test_style(self):
        self.none_of(text for text in self.german if any("!" in form or '"' in form for form in text.forms))
        self.none_of(text for text in self.german if any(INFORMAL.search(form.replace("&", "")) for form in text.forms))
        self.none_of(text for text in self.german if any(form.count("„") != form.count("“") for form in text.forms))


if __name__ == "__main__":
    unittest.main()
