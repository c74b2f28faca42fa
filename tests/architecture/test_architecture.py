"""The layer rules of docs/architecture.md, checked on the sources: who includes whom, who links what, how long files are."""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]

# Which rooms a room may include besides itself. Everything lower is written out, so a new edge is a decision.
SERVICES = {"values", "remote", "secrets", "explain", "yaml", "core"}
ALLOWED = {
    "core": set(),
    "yaml": {"core"},
    "values": {"yaml", "core"},
    "remote": {"core"},
    "secrets": {"core"},
    "explain": {"core"},
    "cluster": SERVICES,
    "images": SERVICES,
    "jobs": SERVICES,
    "mlflow": SERVICES,
    "session": SERVICES | {"cluster", "images", "jobs", "mlflow"},
}
ALLOWED["ui"] = SERVICES | {"cluster", "images", "jobs", "mlflow", "session"}
# Third-party headers and the only rooms that may see them; QCoro and tl::expected are public through core.
THIRD_PARTY = {
    r"spdlog/": {"core"},
    r"yaml-cpp/": {"yaml"},
    r"yaml\.h": {"yaml"},
    r"qt6keychain/|qtkeychain/|keychain\.h": {"secrets"},
    r"zip\.h": {"jobs"},
    r"QWebSocket": {"jobs"},
    r"QSql": {"jobs"},
}
# Waits that no window can feel, with the reason.
MAY_WAIT = {
    "app/remote/launcher.cpp": "reaps killed children after the last event loop has ended",
    "app/core/workerthreads.h": "its threads end with the application, after the last event loop",
}
# Where a file of this computer is named in the rooms that hear from other machines: each place with what its path is made of. A name
# from outside becomes a file only through core/localfile.
NAMES_FILES = {
    "app/cluster/clustermonitor.cpp": "data folder, the profile's own id",
    "app/cluster/givebackreport.h": "data folder, an id that is checked when it is read",
    "app/cluster/givebackreports.cpp": "data folder, an id that is checked when it is read",
    "app/cluster/installrecord.cpp": "data folder",
    "app/images/imagetags.cpp": "data folder, localFileName",
    "app/jobs/historyfile.cpp": "data folder",
    "app/jobs/folderwalk.cpp": "files that the user's own folder holds",
    "app/jobs/itwinaiconfig.cpp": "files that the user's own folder holds",
    "app/jobs/jobhistory.cpp": "data folder",
    "app/jobs/joblogs.cpp": "data folder, an id that is checked",
    "app/jobs/jobspec.cpp": "the user's own folder, as text",
    "app/jobs/packagezip.cpp": "a temporary folder",
    "app/session/accountsfile.cpp": "data folder",
    "app/session/configuration.cpp": "data folder, the profile's own id",
    "app/session/datalock.cpp": "data folder",
    "app/session/nosecrets.cpp": "data folder",
    "app/session/configurationdraft.cpp": "data folder, the profile's own id",
    "app/session/configurationtheirs.cpp": "a file that the user has chosen",
    "app/session/deletion.cpp": "data folder",
    "app/session/recentfiles.cpp": "data folder",
    "app/session/valuesdraft.cpp": "data folder",
    "ui/activitypanel.cpp": "a file that the user has chosen",
    "ui/accountdraft.cpp": "data folder",
    "ui/connectiondrafts.cpp": "data folder",
    "ui/givebackview.cpp": "a file that the user has chosen",
    "ui/jobdraft.cpp": "the user's own folder",
    "ui/jobdraftstate.cpp": "data folder",
    "ui/jobfilespage.cpp": "the user's own folder",
    "ui/jobwhatpage.cpp": "the user's own folder",
    "ui/jobwizardpage.cpp": "data folder",
    "ui/logpane.cpp": "a file that the user has chosen",
    "ui/practicevm.cpp": "programs beside this one",
    "ui/profileactions.cpp": "a file that the user has chosen",
    "ui/theme.cpp": "resources",
    "ui/usersfilesaving.cpp": "what its widget says",
    "ui/valuespanelfiles.cpp": "a file that the user has chosen",
    "ui/valuespanelmenus.cpp": "a file's name, as text",
}
NAMES_A_FILE = re.compile(r"\b(?:Q(?:Save|Temporary|Lock)?File(?:Info)?|StoredFile)\b\s*(?:\w+\s*)?[({]|\bQ(?:File|Dir|FileInfo)::(?!Permission|ReadO|WriteO|ExeO|Read|Write)\w+\(|"
                          r"\bQDir\b\s*(?:\w+\s*)?[({]|\bstd::(?:o|i)?fstream\b|\bfopen\(|(?<!\w)::open(?:at)?\(|fromLocalFile\(|\breplaceFile\(|\bwriteUsersFile\(|\bUsersFileSaving\(")
# Where Qt would take text as markup: nowhere. Own texts have none, and text from outside must not have any.
MARKUP = re.compile(r"\bsetHtml\(|\bappendHtml\(|\bsetMarkdown\(|\bQTextBrowser\b|\bQTextEdit\b(?!::)|Qt::(?:RichText|AutoText|MarkdownText)\b|"
                    r"\bsetWhatsThis\(|\bWhatsThisRole\b|\binsertHtml\(|\bQTextDocumentFragment\b|\bQErrorMessage\b")
MAY_NAME_MARKUP = {"ui/markupguard.cpp"}
# What is the application's own goes through core/storedfile (0600, replaced as a whole, off the window's thread). These write
# something else, with the reason.
MAY_WRITE = {
    "app/core/localfile.cpp": "files with a name from outside, in a folder that the user chose",
    "app/core/log.cpp": "the log, which grows line by line",
    "app/core/usersfile.cpp": "files that the user names",
    "app/jobs/historyfile.cpp": "the database",
    "app/jobs/joblogs.cpp": "job logs, which grow",
    "app/jobs/packagezip.cpp": "the package of a job, in a temporary folder",
    "app/remote/runtimedirectory.cpp": "the run folder's own files",
    "app/remote/sshway.cpp": "settings of ssh in the run folder, which need not outlive a crash",
}
# Journeys that no TaskScope owns: they only compute (core/compute.h), use no service, and look with a QPointer whether their object is
# still there when they come back.
OWN_THEMSELVES = {"app/values/valuescheck.cpp": {"checkJourney"}, "app/values/valuesdocument.cpp": {"readJourney"},
                  "ui/valuesfieldrowwriting.cpp": {"writeJourney", "resetJourney"}, "ui/usersfilesaving.cpp": {"saveJourney"},
                  # The last journey: it closes the scopes.
                  "app/main.cpp": {"closeAndQuit"}}
HEADER_LINES = 120
SOURCE_LINES = 400
MAIN_WINDOW_LINES = 300
INCLUDE = re.compile(r'^\s*#include\s+[<"]([^>"]+)[>"]', re.M)


def room_of(path: pathlib.Path) -> str:
    parts = path.relative_to(ROOT).parts
    return "ui" if parts[0] == "ui" else parts[1]


def sources() -> list[pathlib.Path]:
    found = [p for top in ("app", "ui") for p in sorted((ROOT / top).rglob("*")) if p.suffix in (".h", ".cpp")]
    return [p for p in found if p.name != "main.cpp"]


def code_of(path: pathlib.Path) -> str:
    """The source without comments and includes."""
    return re.sub(r"//[^\n]*|^\s*#include[^\n]*", "", path.read_text(), flags=re.M)


COROUTINE = re.compile(r"\b(QCoro::Task<void>|Task<[^;{}()]*>)\s+([^;{}=]*?\))\s*(?:const|override|\s)*[;{]")
OTHER_FUNCTION = re.compile(r"^[ \t]*(?:\[\[nodiscard\]\]\s*|static\s+|virtual\s+|explicit\s+|inline\s+)*"
                            r"(?!return\b|co_return\b|co_await\b|else\b|new\b|QCoro|Task<|rayhelm::Task<)"
                            r"[A-Za-z_][\w:<>,*& ]*?[ *&]+(?:\w+::)*(\w+)\([^;{}]*\)\s*(?:const|override|noexcept|\s)*[;{]", re.M)
STATEMENT = re.compile(r"(?:^|[;{}])\s*((?:else\s+|if\s*\([^;{}]*\)\s+)?)(co_await\s+)?"
                       r"((?:[A-Za-z_]\w*(?:\(\))?(?:->|\.|::))*)([A-Za-z_]\w*)\s*\(", re.M)


def without_comments(text: str) -> str:
    """Comments and texts blanked, so that places in the file stay where they are."""
    blank = lambda m: re.sub(r"[^\n]", " ", m.group())
    text = re.sub(r"//[^\n]*|/\*.*?\*/", blank, text, flags=re.S)
    return re.sub(r'"(?:[^"\\\n]|\\.)*"', lambda m: '"' + " " * (len(m.group()) - 2) + '"', text)


def coroutines(texts: list[str]) -> dict[str, set[str]]:
    """The names of coroutines and what waiting for them gives ("void", "Result"); without names that other functions have, too."""
    found: dict[str, set[str]] = {}
    others: set[str] = set()
    for text in texts:
        for kind, rest in COROUTINE.findall(text):
            for name in re.findall(r"(?:^|,\s*|::)([A-Za-z_]\w*)\s*\((?=[^()]*\))", rest):
                found.setdefault(name, set()).add("void" if kind == "QCoro::Task<void>" else "Result")
        others.update(OTHER_FUNCTION.findall(text))
    return {name: kinds for name, kinds in found.items() if name not in others or name.endswith("Journey")}


def loose_statements(text: str, known: dict[str, set[str]]) -> list[tuple[int, str, str]]:
    """Statements that begin with a coroutine's call or with `co_await` and one whose Result nobody looks at: (line, what, name)."""
    loose = []
    for match in STATEMENT.finditer(text):
        awaits, name = match.group(2), match.group(4)
        line = text.count("\n", 0, match.start(4)) + 1
        if awaits and known.get(name) == {"Result"}:
            loose.append((line, "drops a Result", name))
        elif not awaits and name in known:
            loose.append((line, "starts a journey that nobody owns", name))
    return loose


class Architecture(unittest.TestCase):
    def test_there_is_something_to_check(self):
        self.assertGreater(len(sources()), 20)

    def test_includes_follow_the_layers(self):
        wrong = []
        for path in sources():
            room = room_of(path)
            for header in INCLUDE.findall(path.read_text()):
                target = header.split("/")[0] if "/" in header else None
                if target in ALLOWED and target != room and target not in ALLOWED[room]:
                    wrong.append(f"{path.relative_to(ROOT)} includes {header}")
        self.assertEqual(wrong, [])

    def test_third_party_headers_stay_in_their_room(self):
        wrong = []
        for path in sources():
            for header in INCLUDE.findall(path.read_text()):
                for pattern, rooms in THIRD_PARTY.items():
                    if re.match(pattern, header) and room_of(path) not in rooms:
                        wrong.append(f"{path.relative_to(ROOT)} includes {header}")
        self.assertEqual(wrong, [])

    def test_no_widgets_below_the_window(self):
        wrong = []
        for path in (ROOT / "app").rglob("CMakeLists.txt"):
            if path.parent != ROOT / "app" and "Qt6::Widgets" in path.read_text():
                wrong.append(str(path.relative_to(ROOT)))
        self.assertEqual(wrong, [])

    def test_links_follow_the_layers(self):
        wrong = []
        for path in list((ROOT / "app").rglob("CMakeLists.txt")) + [ROOT / "ui" / "CMakeLists.txt"]:
            if path.parent == ROOT / "app":
                continue
            room = room_of(path)
            text = re.sub(r"#.*", "", path.read_text())
            for target in re.findall(r"\brayhelm_(\w+)\b", text):
                if target in ALLOWED and target != room and target not in ALLOWED.get(room, set()):
                    wrong.append(f"{path.relative_to(ROOT)} links rayhelm_{target}")
        self.assertEqual(wrong, [])

    def test_no_nested_loops_no_blocking_waits(self):
        forbidden = re.compile(r"\bQEventLoop\b|processEvents\(|waitFor(Finished|Started|ReadyRead|BytesWritten|Done)\(|"
                               r"\bQThread::m?u?sleep|[.>]exec\(\)")
        wrong = []
        for path in sources():
            if str(path.relative_to(ROOT)) in MAY_WAIT:
                continue
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if forbidden.search(line) and not line.lstrip().startswith(("//", "///", "*")) and "QSqlQuery" not in line \
                        and "query.exec()" not in line:
                    wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
        self.assertEqual(wrong, [])

    def test_R10_R16_every_coroutine_is_awaited_or_owned(self):
        """R10, R16: g++ 12 does not say when the Result of a `co_await` is dropped, nor when a task is. A Result may be dropped with
        `dropped(result, "why")`; what is not awaited is given to a TaskScope."""
        files = {path: without_comments(path.read_text()) for path in [*sources(), ROOT / "app" / "main.cpp"]}
        known = coroutines(list(files.values()))
        self.assertGreater(len(known), 100)
        wrong, excepted = [], set()
        for path, text in files.items():
            place = str(path.relative_to(ROOT))
            for line, what, name in loose_statements(text, known):
                if what.startswith("starts") and name in OWN_THEMSELVES.get(place, set()):
                    excepted.add((place, name))
                else:
                    wrong.append(f"{place}:{line}: {name} {what}")
        self.assertEqual(wrong, [])
        wanted = {(place, name) for place, names in OWN_THEMSELVES.items() for name in names}
        self.assertEqual(wanted - excepted, set(), "these exceptions are needed no more")

    def test_loose_coroutines_are_found(self):
        """The test above can fail: each kind of a loose statement, and none where there is none."""
        head = "Task<> saveIt(int x);\nQCoro::Task<void> goJourney();\nTask<int> readIt(), askIt(QString a);\nvoid close();\n"
        known = coroutines([head, "Task<> close();\n"])
        self.assertEqual(set(known), {"saveIt", "goJourney", "readIt", "askIt"})
        loose = ["void f() { co_await saveIt(1); }", "void f() {\n    goJourney();\n}", "void f() { if (x)\n co_await d->readIt(); }",
                 "void f() { else\n        m_thing->askIt(a); }", "void f() { x = 1;\n    saveIt(2); }"]
        fine = ["void f() { const Result<> r = co_await saveIt(1); }", "void f() { co_await goJourney(); }",
                "void f() { m_scope.keep(goJourney()); }", "Task<> g() { return saveIt(1); }", "void f() { co_return co_await readIt(); }",
                "Task<> A::saveIt(int x)\n{\n}", "void f() { close(); }"]
        for text in loose:
            self.assertEqual(len(loose_statements(text, known)), 1, text)
        for text in fine:
            self.assertEqual(loose_statements(text, known), [], text)

    def test_qts_own_threads_only_paint(self):
        """Qt paints large areas with the threads of its global pool and waits for them: core/workerthreads.h has others."""
        uses = re.compile(r"\bQThreadPool::globalInstance\b|\bQtConcurrent::")
        wrong = [str(path.relative_to(ROOT)) for path in [*sources(), ROOT / "app" / "main.cpp"] if uses.search(path.read_text())]
        self.assertEqual(wrong, [])

    def test_one_place_makes_the_network(self):
        """remote/http's makeNetwork goes to this computer's own ports directly, whatever proxy the desktop has."""
        makes = re.compile(r"\bnew QNetworkAccessManager\b|\bQNetworkAccessManager\s+\w+\s*[;({]|"
                           r"make_(?:unique|shared)<QNetworkAccessManager>")
        wrong = [str(path.relative_to(ROOT)) for path in [*sources(), ROOT / "app" / "main.cpp"]
                 if makes.search(path.read_text()) and path != ROOT / "app" / "remote" / "http.cpp"]
        self.assertEqual(wrong, [])

    def test_names_from_outside_are_no_paths(self):
        rooms = {"cluster", "images", "jobs", "mlflow", "session", "ui"}
        places = {str(path.relative_to(ROOT)) for path in sources()
                  if room_of(path) in rooms and NAMES_A_FILE.search(code_of(path))}
        self.assertEqual(sorted(places - set(NAMES_FILES)), [], "names files of this computer: through core/localfile, or say here what of")
        self.assertEqual(sorted(set(NAMES_FILES) - places), [], "names no files any more")

    def test_no_markup(self):
        wrong = [str(path.relative_to(ROOT)) for path in [*sources(), ROOT / "app" / "main.cpp"]
                 if MARKUP.search(code_of(path)) and str(path.relative_to(ROOT)) not in MAY_NAME_MARKUP]
        self.assertEqual(wrong, [])

    def test_every_application_has_the_guard_against_markup(self):
        for path in ("app/main.cpp", "tests/journeys/testapplication.cpp", "tests/support/drivers.cpp"):
            self.assertIn("installMarkupGuard(", (ROOT / path).read_text(), path)

    def test_own_files_go_through_one_store(self):
        writes = re.compile(r"\bQSaveFile\b|\bQSettings\b|::WriteOnly|::Append\b|::ReadWrite\b|\bstd::ofstream\b|\bfopen\(|mkpath\(")
        wrong = []
        for path in [*sources(), ROOT / "app" / "main.cpp"]:
            name = str(path.relative_to(ROOT))
            if name not in MAY_WRITE and writes.search(path.read_text()):
                wrong.append(name)
        self.assertEqual(wrong, [])

    def test_sizes(self):
        wrong = []
        for path in sources():
            lines = len(path.read_text().splitlines())
            limit = HEADER_LINES if path.suffix == ".h" else MAIN_WINDOW_LINES if path.name == "mainwindow.cpp" else SOURCE_LINES
            if lines > limit:
                wrong.append(f"{path.relative_to(ROOT)}: {lines} lines, at most {limit}")
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
