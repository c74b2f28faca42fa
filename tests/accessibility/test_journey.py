"""The whole tutorial from outside: by key presses and by what a screen reader is told, without a pointer.

The program is the built one. What it did is checked by kubectl, helm, squeue, Ray and MLflow. In every screen that is passed the
controls without a name are counted; the goal is none. RAYHELM_JOURNEY_FLAVOUR chooses the lab: user or root.
"""

import os
import pathlib
import sys
import time
import unittest

from lab import Lab
from program import Program, ROOT
from screenreader import Role, State, description_of, text_of

BINARY = sys.argv.pop(1)
EXPERIMENT = f"journey-keyboard-{int(time.time())}"  # a name that the lab has not seen
VALUES = "lab_raycluster.yaml"


class Tutorial(unittest.TestCase):
    """The sentences of the tutorial, one method each."""

    def setUp(self):
        self.flavour = os.environ.get("RAYHELM_JOURNEY_FLAVOUR", "user")
        self.lab = Lab(self.flavour)
        self.addCleanup(self.lab.close)

    def test_whole_tutorial(self):
        with Program(BINARY) as program:
            self.program, self.person, self.reader = program, program.person, program.reader
            for step in (self.fill_profile, self.connect, self.store_account, self.open_values, self.edit_values, self.save,
                         self.install, self.wait_usable, self.prepare_job, self.submit, self.follow, self.delete,
                         self.read_report):
                print(f"-- {step.__name__}", flush=True)
                step()
            program.quit()
        print("heard: " + "; ".join(dict.fromkeys(self.reader.heard)))
        print(f"{len(program.screens)} screens, {len(program.unnamed)} controls without a name, "
              f"{len(program.person.stops)} different places of the focus, {program.person.keys} keys")
        self.assertEqual(program.unnamed, [])
        self.assertGreaterEqual(len(program.screens), 20)

    # ---- what is read

    def wait_state(self, state: str, seconds: float) -> None:
        """Until a cell of the status strip says so."""
        self.reader.wait(lambda: self.strip(state), seconds, f"the status \"{state}\"")

    def strip(self, state: str) -> bool:
        strip = self.reader.find("Status", Role.FILLER)
        return strip is not None and any(state in control.name for control in self.reader.shown(strip.accessible)
                                         if control.role == Role.PUSH_BUTTON)

    def wait_says(self, words: str, seconds: float) -> None:
        self.reader.wait(lambda: self.reader.says(words), seconds, f"the words \"{words}\"")

    # ---- connect

    def fill_profile(self):
        person = self.person
        self.assertEqual(person.focus().name, "Connect to my VM...")
        self.program.screen("welcome")
        person.press("space")
        self.reader.wait(lambda: person.focus().name == "Address of the VM", 10, "the focus in the first field")
        self.program.screen("connection, empty")
        person.fill(self.lab["LAB_SSH_HOST"])
        person.write("Port", self.lab["LAB_SSH_PORT"])
        person.write("User on the VM", self.user())
        person.pick("A key file")
        person.write("Key file", self.key_file())
        person.tick("Work as root (sudo)", self.flavour == "root")
        person.write("HPC login node, optional",
                     f"{self.lab['LAB_HPC_USER']}@{self.lab['LAB_HPC_HOST']}:{self.lab['LAB_HPC_PORT']}")
        person.push("Advanced settings")
        person.write("Key file for the HPC login node", self.lab["LAB_HPC_KEY"])
        self.program.screen("connection, filled")

    def user(self) -> str:
        return "labpw" if self.flavour == "root" else self.lab["LAB_SSH_USER"]

    def key_file(self) -> str:
        own = self.lab.account(self.user()).get("key") if self.flavour == "root" else None
        return own or self.lab["LAB_SSH_KEY"]

    def connect(self):
        self.person.press("ctrl+Return")
        self.reader.wait_heard("This is the first contact with", 60)
        self.compare_fingerprint(self.lab["LAB_SSH_FINGERPRINT"])
        if self.flavour == "root":
            self.sudo_password()
        self.wait_state("Connected to", 60)
        self.reader.wait_heard("You are in.", 20)
        self.program.screen("connected")

    def compare_fingerprint(self, fingerprint: str) -> None:
        person = self.person
        field = "Paste the one you were given, optional"
        self.reader.wait(lambda: self.reader.find(field, Role.TEXT), 60, "the card that asks to compare the fingerprint")
        self.reader.wait(lambda: person.focus().name == field, 10, "the focus in the card")
        self.program.screen("first contact")
        person.fill("SHA256:" + "A" * 43)
        self.wait_says("They are different", 10)
        trust = self.reader.find("They match: trust it", Role.PUSH_BUTTON)
        self.assertFalse(trust.has(State.ENABLED), "a wrong fingerprint can be trusted")
        self.assertTrue(description_of(trust), "it is off without a reason")
        self.program.screen("first contact, different fingerprint")
        person.fill(fingerprint)
        self.wait_says("They are the same.", 10)
        person.push("They match: trust it")

    def sudo_password(self):
        name = f"Password for sudo on {self.lab['LAB_SSH_HOST']}"
        self.reader.wait(lambda: self.person.focus().name == name, 60, "the focus in the question for the sudo password")
        self.program.screen("sudo password")
        password = pathlib.Path(self.lab.account(self.user())["password_file"]).read_text().strip()
        self.person.fill(password, secret=True)
        self.assertEqual(text_of(self.person.focus().accessible), "", "the password can be read")
        self.person.push("Continue")

    # ---- account and configuration

    def store_account(self):
        person = self.person
        person.menu("t", "Accounts and passwords...")
        person.wait_window("Accounts and passwords")
        self.program.screen("accounts")
        person.push("Add account...")
        person.choose("What for", "MLflow")
        person.write("Address", self.lab["LAB_MLFLOW_URI"])
        person.write("User", self.lab["LAB_MLFLOW_USER"])
        person.write("Password", self.lab.secret("LAB_MLFLOW_PASSWORD_FILE"), secret=True)
        self.assertEqual(text_of(person.focus().accessible), "", "the password can be read")
        self.program.screen("accounts, adding")
        heard = len(self.reader.heard)
        person.push("Keep it")
        self.reader.wait_heard("Kept in the keychain.", 20, heard)
        self.program.screen("accounts, kept")
        person.press("Escape")
        self.reader.wait(lambda: not self.reader.window("Accounts and passwords"), 10, "the closed dialog")

    def open_values(self):
        person = self.person
        person.press("ctrl+3")
        self.program.screen("configuration, empty")
        person.press("ctrl+o")
        person.wait_window("Open a configuration")
        self.wait_says(VALUES, 20)
        self.program.screen("open a configuration")
        person.tab_to(f"Files on {self.lab['LAB_SSH_HOST']}", Role.TABLE)
        person.row(VALUES)
        person.press("Return")
        self.wait_says(f"{VALUES}, saved", 20)
        self.program.screen("configuration")

    def edit_values(self):
        person = self.person
        # By way of the search, as one who knows what the setting is called.
        person.press("ctrl+f")
        self.assertEqual(person.focus().name, "Find a setting")
        person.fill("Workers")
        person.press("Return")
        self.reader.wait(lambda: person.focus().name == "Workers", 10, "the focus in the setting that was found")
        person.fill("1")
        person.press("ctrl+f")
        person.fill("Time limit")
        person.press("Return")
        self.reader.wait(lambda: person.focus().name == "Time limit", 10, "the focus in the setting that was found")
        person.fill("45 min")
        person.move("Tab")
        self.wait_says(f"{VALUES}, not saved", 10)
        self.program.screen("configuration, edited")

    def save(self):
        self.person.press("ctrl+s")
        self.wait_says(f"{VALUES}, saved", 20)
        self.program.screen("configuration, saved")

    # ---- install

    def install(self):
        person = self.person
        person.push("Review and install...")
        self.reader.wait(lambda: self.reader.find("Install", Role.PUSH_BUTTON), 20, "the review")
        install = self.reader.wait(lambda: self.enabled("Install"), 30, "an install that is possible")
        self.assertTrue(install)
        self.program.screen("review")
        self.assertEqual(self.lab.releases(), [])
        person.press("ctrl+Return")
        self.wait_state("Installing", 30)
        self.program.screen("installing")
        self.reader.wait(lambda: self.lab.releases() == ["raycluster"], 60, "the release in helm's list")

    def enabled(self, name: str):
        control = self.reader.find(name, Role.PUSH_BUTTON)
        return control if control and control.has(State.ENABLED) else None

    def wait_usable(self):
        self.reader.wait(lambda: self.lab.pods_run(2), 420, "two pods 1/1 Running")
        self.program.screen("cluster, starting")
        self.wait_state("Cluster usable", 120)
        self.reader.wait_heard("The cluster is usable", 10)
        self.assertEqual(len(self.lab.queue()), 2)
        self.person.tab_to("Pods of the cluster", Role.TABLE)
        self.program.screen("cluster, usable")

    # ---- job

    def prepare_job(self):
        person = self.person
        person.press("ctrl+5")
        self.program.screen("jobs, empty")
        person.push("New job...")
        person.write("Folder with your code", str(ROOT / "tests" / "lab" / "pipelines"))
        self.wait_says("lab_training", 20)
        person.choose("Configuration", "lab_training")
        person.pick("training")
        self.program.screen("new job, what to run")
        self.next_page("are sent")
        self.program.screen("new job, files")
        self.next_page("Experiment")
        person.write("Tracking URI", self.lab["LAB_MLFLOW_URI"])
        person.write("Experiment", EXPERIMENT)
        self.wait_says("Free", 20)
        self.program.screen("new job, MLflow")
        self.next_page("Driver, the program that starts the others")
        self.program.screen("new job, resources")
        self.next_page("itwinai exec-pipeline")
        self.program.screen("new job, review")

    def next_page(self, words: str) -> None:
        self.person.press("ctrl+Return")
        self.wait_says(words, 30)

    def submit(self):
        self.assertEqual(self.lab.ray_jobs(), [])
        self.reader.wait(lambda: self.enabled("Submit"), 30, "a job that can be submitted")
        self.person.press("ctrl+Return")
        self.wait_state("1 job running", 60)
        self.reader.wait_heard("1 job running", 10)
        self.program.screen("job running")

    def follow(self):
        heard = len(self.reader.heard)
        self.wait_says("Finished after", 240)
        self.reader.wait_heard("No job running", 10, heard)
        self.reader.wait(lambda: [job["status"] for job in self.lab.ray_jobs()] == ["SUCCEEDED"], 30, "SUCCEEDED in Ray's own list")
        self.assertTrue(self.lab.mlflow_runs(EXPERIMENT), "MLflow knows no run of the job")
        self.person.press("ctrl+5")
        self.program.screen("job finished")

    # ---- delete

    def delete(self):
        person = self.person
        person.press("ctrl+4")
        person.push("Delete cluster...")
        self.reader.wait(lambda: person.focus().name == "Keep cluster", 10, "the focus on the safe button")
        self.program.screen("delete")
        person.push("Delete cluster")
        self.wait_state("Deleting", 30)
        self.program.screen("deleting")

    def read_report(self):
        heard = len(self.reader.heard)
        self.reader.wait(lambda: self.reader.says("Given back:") or self.reader.find("Answer", Role.PUSH_BUTTON), 180,
                         "the report, or the question for the HPC login node")
        if self.reader.find("Answer", Role.PUSH_BUTTON):
            self.person.push("Answer")
            self.compare_fingerprint(self.lab["LAB_HPC_FINGERPRINT"])
            self.person.press("ctrl+4")
        self.wait_says("Given back:", 120)
        self.program.screen("given back")
        self.reader.wait_heard("Given back:", 10, heard)
        self.person.tab_to("Slurm jobs of the deleted cluster", Role.TABLE)
        self.reader.wait(lambda: not self.lab.queue(), 30, "an empty Slurm queue")
        self.assertEqual(self.lab.releases(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
