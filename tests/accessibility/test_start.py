"""A first start without any machine, by keys and screen reader alone: every panel, the menus, the dialogs, wide and narrow."""

import sys
import unittest

from program import Program
from screenreader import Role, State, description_of

BINARY = sys.argv.pop(1)
MENUS = {"f": "File", "e": "Edit", "v": "View", "c": "Cluster", "j": "Jobs", "t": "Tools", "h": "Help"}
DIALOGS = (("t", "Accounts and passwords...", "Accounts and passwords"), ("h", "About Rayhelm", "About Rayhelm"))
PANELS = ("Connection", "Image", "Configuration", "Cluster", "Jobs", "Activity")


class FirstStart(unittest.TestCase):
    def panels(self, program: Program) -> None:
        person = program.person
        self.assertEqual(person.focus().name, "Connect to my VM...")
        program.screen("welcome")
        for number, panel in enumerate(PANELS, 1):
            person.press(f"ctrl+{number}")
            program.screen(panel)
            self.round_trip(program)

    def round_trip(self, program: Program, at_least: int = 5) -> None:
        """Tab goes through the whole window and comes back; each stop is named and in sight."""
        person = program.person
        first = person.focus()
        for count in range(150):
            if person.tab().accessible == first.accessible:
                self.assertGreaterEqual(count + 1, at_least)
                return
        self.fail(f"Tab does not come back to {first}")

    def test_menus(self):
        with Program(BINARY) as program:
            person, reader = program.person, program.reader
            entries = 0
            for letter, title in MENUS.items():
                first = person.move(f"alt+{letter}")
                self.assertEqual(first.role, Role.MENU_ITEM, f"{first} in the menu {title}")
                program.screen(f"menu {title}")
                entries += 1
                for _ in range(40):
                    if person.move("Down").name == first.name:
                        break
                    entries += 1
                for _ in range(4):  # the menu, the bar; and a key that a busy window missed
                    person.press("Escape")
                    reader.listen(0.3)
                    if reader.find("Connect to my VM...").has(State.FOCUSED):
                        break
                reader.wait(lambda: reader.find("Connect to my VM...").has(State.FOCUSED), 10, "the focus back in the panel")
            program.quit()
            self.assertGreaterEqual(entries, 15)  # what is off is passed over
            self.assertEqual(program.unnamed, [])

    def test_dialogs(self):
        with Program(BINARY) as program:
            person, reader = program.person, program.reader
            for letter, entry, title in DIALOGS:
                person.menu(letter, entry)
                person.wait_window(title)
                program.screen(title)
                self.round_trip(program, 1)
                person.press("Escape")
                reader.wait(lambda: not reader.window(title), 10, f"the end of \"{title}\"")
                person.focus()
            person.menu("t", "Accounts and passwords...")
            person.push("Add account...")
            program.screen("Accounts and passwords, adding")
            self.round_trip(program)
            person.press("Escape")
            reader.wait(lambda: not reader.window("Accounts and passwords"), 10, "the end of the accounts")
            person.press("ctrl+3")
            person.press("ctrl+o")
            person.wait_window("Open a configuration")
            program.screen("Open a configuration")
            self.round_trip(program, 3)
            person.push("From the example")
            reader.wait(lambda: reader.find("Find a setting", Role.TEXT), 20, "the form")
            program.screen("configuration, basic")
            person.pick("All")
            program.screen("configuration, all")
            self.round_trip(program)
            program.quit()
            self.assertEqual(program.unnamed, [])

    def test_wrong_settings_are_said(self):
        """A problem of a field is in its description, and the reason why a button is off is in the button's."""
        with Program(BINARY) as program:
            person, reader = program.person, program.reader
            person.press("space")
            reader.wait(lambda: person.focus().name == "Address of the VM", 10, "the focus in the first field")
            person.fill("-oProxyCommand=x")
            person.move("Tab")
            field = reader.find("Address of the VM", Role.TEXT)
            reader.wait(lambda: description_of(field), 10, "what is wrong with the address")
            off = [control for control in reader.shown() if control.role == Role.PUSH_BUTTON and not control.has(State.ENABLED)]
            self.assertIn("Connect", [control.name for control in off])
            self.assertEqual([str(control) for control in off if not description_of(control)], [])
            program.screen("connection, wrong address")
            program.quit()
            self.assertEqual(program.unnamed, [])

    def test_panels_wide(self):
        with Program(BINARY) as program:
            self.panels(program)
            program.quit()
            self.assertEqual(program.unnamed, [])

    def test_panels_narrow(self):
        with Program(BINARY, (640, 400)) as program:
            self.panels(program)
            program.quit()
            self.assertEqual(program.unnamed, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
