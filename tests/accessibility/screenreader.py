"""What a screen reader knows of a program: the tree that AT-SPI gives, where the focus is, and what was announced.

Names are read as a screen reader reads them. A combo box is called by its label, because its own name is only what is chosen in it.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role, State = Atspi.Role, Atspi.StateType
ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))  # they order the signs of a sentence and are not read out
ALERTS = {Role.ALERT, Role.NOTIFICATION}
TABLES = {Role.TABLE, Role.TREE_TABLE}
HEADERS = {Role.COLUMN_HEADER, Role.TABLE_COLUMN_HEADER}
# A person acts on these. Whether they can have the focus or not, they need a name.
CONTROLS = {Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.COMBO_BOX, Role.SPIN_BUTTON, Role.SLIDER,
            Role.ENTRY, Role.PASSWORD_TEXT, Role.PAGE_TAB, Role.PAGE_TAB_LIST, Role.MENU_ITEM, Role.CHECK_MENU_ITEM, Role.MENU,
            Role.TABLE, Role.TREE, Role.TREE_TABLE, Role.LIST, *HEADERS}
SEEN = 16  # so much of a control (px) must lie in the window to be seen; less for smaller ones


class Silent(AssertionError):
    """The program does not say what a person who cannot see it needs to know."""


@dataclasses.dataclass(frozen=True)
class Control:
    """One accessible as it was at one moment."""
    accessible: Atspi.Accessible
    role: Role
    name: str
    states: frozenset

    def has(self, state: State) -> bool:
        return state in self.states

    def __str__(self) -> str:
        return f"{Atspi.role_get_name(self.role)} \"{self.name}\""


class ScreenReader:
    """Listens to the program named `program`; make it before the program starts."""

    def __init__(self, program: str):
        self.program = program
        self.heard: list[str] = []  # what was announced without being asked for, in order
        self._focus: Atspi.Accessible | None = None
        self.focus_moves = 0
        Atspi.init()
        self._listeners = []
        for kind, heed in (("object:state-changed:focused", self._on_focus), ("object:state-changed:showing", self._on_showing)):
            listener = Atspi.EventListener.new(heed)
            listener.register(kind)
            self._listeners.append(listener)

    # ---- events

    def _on_focus(self, event):
        if event.detail1 and self._is_ours(event.source):
            self._focus = event.source
            self.focus_moves += 1

    def _on_showing(self, event):
        try:
            if event.detail1 and event.source.get_role() in ALERTS and self._is_ours(event.source):
                self.heard.append(plain(event.source.get_name()))
        except GLib.Error:
            pass  # gone before it could be asked

    def _is_ours(self, source: Atspi.Accessible) -> bool:
        try:
            application = source.get_application()
            return application is not None and application.get_name() == self.program
        except GLib.Error:
            return False

    def listen(self, seconds: float = 0.0) -> None:
        """Takes in the events that have come, for at least `seconds`."""
        end = time.monotonic() + seconds
        context = GLib.MainContext.default()
        while True:
            while context.iteration(False):
                pass
            left = end - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, 0.02))

    def wait(self, condition: Callable[[], object], seconds: float, what: str):
        """What `condition` gives once it is true. Silent, with all that the window says, when it is not in time."""
        end = time.monotonic() + seconds
        while True:
            self.listen(0.05)
            value = condition()
            if value:
                return value
            if time.monotonic() > end:
                raise Silent(f"not within {seconds:g} s: {what}\n{self.everything()}")

    def wait_heard(self, words: str, seconds: float, since: int = 0) -> str:
        """An announcement that holds these words, made after `since` others."""
        return self.wait(lambda: next((text for text in self.heard[since:] if words in text), None), seconds,
                         f"the announcement \"{words}\"; heard: {self.heard[since:]}")

    # ---- the tree

    def application(self) -> Atspi.Accessible | None:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_name() == self.program:
                application.set_cache_mask(Atspi.Cache.NONE)  # what is read is what is there now
                return application
        return None

    def windows(self) -> list[Atspi.Accessible]:
        application = self.application()
        return [window for window in children(application) if shows(window)] if application else []

    def shown(self, below: Atspi.Accessible | None = None) -> Iterator[Control]:
        """Everything that is shown, in the order of the tree. What is not shown hides all that lies in it."""
        stack = [below] if below else list(reversed(self.windows()))
        while stack:
            accessible = stack.pop()
            control = look(accessible)
            if control is None or not control.has(State.SHOWING):
                continue
            yield control
            if control.role not in TABLES | {Role.TREE} or accessible.get_child_count() < 400:
                stack.extend(reversed(children(accessible)))

    def find(self, name: str, *roles: Role, below: Atspi.Accessible | None = None) -> Control | None:
        for control in self.shown(below):
            if control.name == name and (not roles or control.role in roles):
                return control
        return None

    def window(self, title: str) -> Atspi.Accessible | None:
        for window in self.windows():
            if plain(window.get_name()) == title:
                return window
        return None

    def says(self, words: str) -> bool:
        """Whether a name or a text that is shown holds these words."""
        return any(words in control.name or words in text_of(control.accessible) for control in self.shown())

    def everything(self) -> str:
        lines = [f"--- the focus is on {self._focus and look(self._focus)}; the window says"]
        for control in self.shown():
            text = text_of(control.accessible)
            if control.name or text:
                off = "" if control.has(State.ENABLED) else " (off)"
                lines.append(f"{control}{off}" + (f": {text[:200]!r}" if text else ""))
        return "\n".join(lines)

    # ---- the focus

    def focus(self, seconds: float = 3.0) -> Control:
        """Where the focus is. Silent when it is nowhere, on something without a name, or on something that is out of sight."""
        end = time.monotonic() + seconds
        while True:
            self.listen(0.01)
            control = look(self._focus) if self._focus else None
            problem = self._focus_problem(control)
            if not problem:
                return control
            if time.monotonic() > end:
                raise Silent(f"the focus {problem}\n{self.everything()}")
            self.listen(0.1)

    @staticmethod
    def _focus_problem(control: Control | None) -> str:
        if control is None or not control.has(State.FOCUSED):
            return f"is nowhere; it was on {control}"
        if not control.has(State.SHOWING):
            return f"is on {control}, which is not shown"
        if not control.name:
            return f"is on a {Atspi.role_get_name(control.role)} without a name, in {path_of(control.accessible)}"
        if not in_sight(control.accessible):
            return f"is on {control}, which is out of sight"
        return ""


def plain(text: str | None) -> str:
    return (text or "").translate(ISOLATES).strip()


def children(accessible: Atspi.Accessible) -> list[Atspi.Accessible]:
    found = []
    try:
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child is not None:
                found.append(child)
    except GLib.Error:
        pass
    return found


def shows(accessible: Atspi.Accessible) -> bool:
    try:
        return accessible.get_state_set().contains(State.SHOWING)
    except GLib.Error:
        return False


def label_of(accessible: Atspi.Accessible) -> str:
    for relation in accessible.get_relation_set() or []:
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            names = [plain(relation.get_target(i).get_name()) for i in range(relation.get_n_targets())]
            return " ".join(name for name in names if name)
    return ""


def empty_cell(accessible: Atspi.Accessible) -> str:
    """An empty cell is read as its column's name."""
    table = accessible.get_parent()
    if table is None or table.get_role() not in TABLES:
        return ""
    columns = table.get_table_iface().get_n_columns()
    for row in range(min(table.get_table_iface().get_n_rows(), 50)):
        for column in range(columns):
            if table.get_table_iface().get_accessible_at(row, column) == accessible:
                header = table.get_table_iface().get_column_header(column)
                title = plain(header.get_name()) if header else ""
                return title and f"{title}: empty"
    return ""


def look(accessible: Atspi.Accessible) -> Control | None:
    """None when it has gone meanwhile."""
    try:
        role = accessible.get_role()
        name = label_of(accessible) if role == Role.COMBO_BOX else plain(accessible.get_name())
        if not name and role == Role.TABLE_CELL:
            name = empty_cell(accessible)
        return Control(accessible, role, name, frozenset(accessible.get_state_set().get_states()))
    except GLib.Error:
        return None


def description_of(control: Control) -> str:
    try:
        return plain(control.accessible.get_description())
    except GLib.Error:
        return ""


def text_of(accessible: Atspi.Accessible) -> str:
    """What is written in a field or a text. A password reads empty."""
    try:
        text = accessible.get_text_iface()
        return text.get_text(0, text.get_character_count()).translate(ISOLATES) if text else ""
    except GLib.Error:
        return ""


def path_of(accessible: Atspi.Accessible) -> str:
    names = []
    try:
        while accessible is not None and accessible.get_role() != Role.DESKTOP_FRAME:
            names.append(f"{accessible.get_role_name()} \"{plain(accessible.get_name())}\"")
            accessible = accessible.get_parent()
    except GLib.Error:
        pass
    return " < ".join(names)


def in_sight(accessible: Atspi.Accessible) -> bool:
    """Whether enough of it lies inside all that holds it."""
    try:
        own = accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        left, top, right, bottom = own.x, own.y, own.x + own.width, own.y + own.height
        above = accessible.get_parent()
        while above is not None and above.get_role() not in (Role.APPLICATION, Role.DESKTOP_FRAME):
            component = above.get_component_iface()
            if component:
                box = component.get_extents(Atspi.CoordType.SCREEN)
                if box.width > 0 and box.height > 0:
                    left, top = max(left, box.x), max(top, box.y)
                    right, bottom = min(right, box.x + box.width), min(bottom, box.y + box.height)
            if above.get_role() == Role.POPUP_MENU:
                break  # it lies outside the bar that it belongs to
            above = above.get_parent()
        return right - left >= min(own.width, SEEN) > 0 and bottom - top >= min(own.height, SEEN) > 0
    except GLib.Error:
        return False


def unnamed(reader: ScreenReader) -> list[str]:
    """The controls that are shown and that a screen reader could not name: those that can have the focus and those that can be
    operated. A combo box without a label is one of them, and so is a table that does not name its columns."""
    found = []
    for control in reader.shown():
        if not control.name and (control.role in CONTROLS or control.has(State.FOCUSABLE)):
            if not is_part(control):
                found.append(path_of(control.accessible))
        elif control.role in TABLES and not names_columns(control.accessible):
            found.append(f"columns of {path_of(control.accessible)}")
    return found


def is_part(control: Control) -> bool:
    """The line inside a spin box or a combo box, and the list that drops down from it, are reached through their owner."""
    parent = control.accessible.get_parent()
    return parent is not None and parent.get_role() in (Role.COMBO_BOX, Role.SPIN_BUTTON)


def names_columns(accessible: Atspi.Accessible) -> bool:
    table = accessible.get_table_iface()
    if table is None:
        return False
    # The headers are the first children; an empty table gives them in no other way.
    first = [accessible.get_child_at_index(i) for i in range(min(accessible.get_child_count(), 2 * table.get_n_columns() + 2))]
    headers = [child for child in first if child is not None and child.get_role() in HEADERS]
    return len(headers) >= table.get_n_columns() and all(plain(header.get_name()) for header in headers)
