"""A person who has a keyboard and a screen reader, and no pointer.

Keys go to the window that has the keyboard, through the X server. After each of them the focus must be on something that is shown,
in sight and named; otherwise the step fails.
"""

from __future__ import annotations

import subprocess

from screenreader import Control, Role, ScreenReader, Silent, State, children, description_of, look, shows, text_of

VIEWS = {Role.TABLE, Role.TREE, Role.TREE_TABLE, Role.LIST}
MOST_STOPS = 150  # more than any panel has: Tab has then come round


class Person:
    def __init__(self, reader: ScreenReader):
        self.reader = reader
        self.stops: set[str] = set()  # every place at which the focus has been
        self.keys = 0

    # ---- keys

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "15", *keys], check=True)
        self.reader.listen(0.03)

    def type(self, text: str) -> None:
        """By way of a pipe: what is typed may be a password, and arguments can be read by others."""
        self.keys += len(text)
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", "--file", "-"], input=text, text=True, check=True)
        self.reader.listen(0.03)

    def focus(self) -> Control:
        control = self.reader.focus()
        self.stops.add(str(control))
        return control

    def move(self, key: str, may_stay: bool = False) -> Control:
        """Presses a key that moves the focus, and says where it has gone; the same place when it did not move."""
        moves = self.reader.focus_moves
        self.press(key)
        for _ in range(6 if may_stay else 40):
            if self.reader.focus_moves != moves:
                break
            self.reader.listen(0.05)
        return self.focus()

    def tab(self, back: bool = False) -> Control:
        """To the next place. A text that keeps Tab for itself says in its description how to leave it."""
        here = self.focus()
        if here.has(State.MULTI_LINE) and "press Escape and then Tab" in description_of(here):
            self.press("Escape")
        return self.move("shift+Tab" if back else "Tab")

    # ---- finding the way

    def tab_to(self, name: str, *roles: Role, back: bool = False) -> Control:
        """Goes on by Tab until the focus is on that control."""
        control = self.focus()
        passed = []
        while not (control.name == name and (not roles or control.role in roles)):
            passed.append(str(control))
            if len(passed) > MOST_STOPS:
                raise Silent(f"Tab does not reach \"{name}\"; it passes {sorted(set(passed))}\n{self.reader.everything()}")
            control = self.tab(back)
        return control

    def push(self, name: str, back: bool = False, seconds: float = 20) -> None:
        """Goes to a button, once it can be pushed, and pushes it."""
        buttons = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX)  # Qt says "check box" of a button that stays down
        self.reader.wait(lambda: self._on(name, *buttons), seconds, f"a button \"{name}\" that can be pushed")
        self.tab_to(name, *buttons, back=back)
        self.press("space")

    def _on(self, name: str, *roles: Role) -> bool:
        control = self.reader.find(name, *roles)
        return control is not None and control.has(State.ENABLED)

    # ---- fields

    def fill(self, text: str, secret: bool = False) -> None:
        """Replaces what stands in the field that has the focus, and reads it back."""
        field = self.focus()
        self.press("ctrl+a")
        self.type(text)
        if not secret:
            self.reader.wait(lambda: self._reads(field, text), 10, f"\"{text}\" in {field}")

    @staticmethod
    def _reads(field: Control, text: str) -> bool:
        return text_of(field.accessible) == text or (look(field.accessible) or field).accessible.get_name() == text

    def write(self, name: str, text: str, secret: bool = False, back: bool = False) -> None:
        self.tab_to(name, Role.TEXT, Role.ENTRY, Role.PASSWORD_TEXT, Role.SPIN_BUTTON, Role.COMBO_BOX, back=back)
        self.fill(text, secret)

    def choose(self, name: str, words: str) -> None:
        """Chooses in a combo box by the arrow keys."""
        box = self.tab_to(name, Role.COMBO_BOX).accessible
        self.press("Home")
        for _ in range(60):
            self.reader.listen(0.1)
            if words in box.get_name():
                return
            self.press("Down")
        raise Silent(f"\"{words}\" is not offered in \"{name}\"\n{self.reader.everything()}")

    def pick(self, name: str) -> None:
        """Chooses one of a group of radio buttons: Tab goes to the chosen one, arrows choose another."""
        wanted = self.reader.wait(lambda: self.reader.find(name, Role.RADIO_BUTTON), 15, f"the choice \"{name}\"")
        group = {control.name for control in map(look, children(wanted.accessible.get_parent()))
                 if control and control.role == Role.RADIO_BUTTON}
        control = self.focus()
        for _ in range(MOST_STOPS):
            if control.role == Role.RADIO_BUTTON and control.name in group:
                break
            control = self.tab()
        for key in ["Down"] * len(group) + ["Right"] * len(group):  # one below the other, or in a row
            if control.name == name:
                break
            control = self.move(key, may_stay=True)
        if not self._checked(control):
            self.press("space")
        self.reader.wait(lambda: control.name == name and self._checked(control), 5, f"the choice \"{name}\" taken")

    def tick(self, name: str, on: bool) -> None:
        box = self.tab_to(name, Role.CHECK_BOX)
        if self._checked(box) != on:
            self.press("space")
            self.reader.wait(lambda: self._checked(box) == on, 5, f"{box} {'on' if on else 'off'}")

    @staticmethod
    def _checked(control: Control) -> bool:
        now = look(control.accessible)
        return now is not None and now.has(State.CHECKED)

    # ---- lists, menus, windows

    def row(self, words: str) -> None:
        """Goes down the list or table that has the focus until a row with these words is the chosen one."""
        self.focus()
        self.press("ctrl+Home")
        before = None
        for _ in range(200):
            chosen = self.chosen()
            if any(words in name for name in chosen):
                return
            if chosen == before:
                break
            before = chosen
            self.move("Down", may_stay=True)
        raise Silent(f"no row \"{words}\"; the last one is {before}\n{self.reader.everything()}")

    def chosen(self) -> list[str]:
        """What is chosen in the list or table that has the focus, or that holds what has it."""
        view = self.focus().accessible
        if view.get_role() not in VIEWS:
            view = view.get_parent()
        return [control.name for control in map(look, children(view)) if control and control.has(State.SELECTED)]

    def menu(self, letter: str, entry: str) -> None:
        """Opens a menu by Alt and its letter, goes down to an entry and takes it."""
        control = self.move(f"alt+{letter}")
        for _ in range(3):  # a window that has just been given the keyboard may miss the first key
            if control.role in (Role.MENU_ITEM, Role.CHECK_MENU_ITEM, Role.MENU):
                break
            control = self.move(f"alt+{letter}")
        for _ in range(40):
            if control.name == entry and control.role in (Role.MENU_ITEM, Role.CHECK_MENU_ITEM):
                break
            control = self.move("Down")
        else:
            raise Silent(f"no entry \"{entry}\" in the menu Alt+{letter}\n{self.reader.everything()}")
        self.press("Return")

    def wait_window(self, title: str, seconds: float = 15) -> None:
        """Until that window is there and has the focus."""
        def there() -> bool:
            window = self.reader.window(title)
            return window is not None and shows(window) and is_in(self.reader._focus, window)
        self.reader.wait(there, seconds, f"the window \"{title}\" with the focus in it")
        self.focus()


def is_in(accessible, window) -> bool:
    while accessible is not None:
        if accessible == window:
            return True
        accessible = accessible.get_parent()
    return False
