"""The seven recorded situations, repeated with stale status: every transition of a pod must occur in the recordings."""
import subprocess
import threading
import time
from pathlib import Path

import recordings
from support import LabCase, lab, wait_for

POLL_SECONDS = 1.0


class Recorded(LabCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        seen = set().union(*(recordings.recorded(name) for name in recordings.situations()))
        cls.seen = seen

    def setUp(self):
        lab("fault", "stale-status", "on")
        self.addCleanup(lab, "fault", "stale-status", "off")
        self.addCleanup(self.delete)
        self.listings = []
        self._stop = threading.Event()
        self._poller = threading.Thread(target=self._poll, daemon=True)
        self.addCleanup(self._stop.set)

    def _poll(self):
        while not self._stop.wait(POLL_SECONDS):
            self.listings.append(self.pods())

    def watch(self, seconds, change=None):
        """Looks at the pods for some seconds; `change` maps a text of the values to another."""
        values = Path(self.env["LAB_VALUES"]).read_text()
        for old, new in (change or {}).items():
            self.assertIn(old, values)
            values = values.replace(old, new)
        self.ssh("cat > .interlink/situation.yaml", text=values)
        self.addCleanup(self.ssh, "rm -f .interlink/situation.yaml")
        self._poller.start()
        self.as_root("helm upgrade --install raycluster kuberay/ray-cluster --version 1.2.2 --values situation.yaml")
        time.sleep(seconds)

    def names(self, part):
        """How many different pods with this part in their names were seen."""
        return len({pod["metadata"]["name"] for listing in list(self.listings) for pod in listing["items"]
                    if part in pod["metadata"]["name"]})

    def check(self, uninstalled=False):
        """`uninstalled`: the uninstall belongs to the situation, as in the recording of that name alone. What KubeRay deletes by
        itself belongs to each."""
        if uninstalled:
            self.as_root("helm delete raycluster")
            wait_for(lambda: not self.pods()["items"], 60, "no pods")
            time.sleep(2 * POLL_SECONDS)
        self._stop.set()
        self._poller.join()
        found = recordings.transitions(self.listings)
        self.assertTrue(found)
        self.assertEqual(recordings.unexplained(found, self.seen), set())
        return {state for edge in found for state in edge}

    def head_job(self):
        head = next(pod for pod in self.pods()["items"] if "-head-" in pod["metadata"]["name"])
        return head["metadata"]["annotations"]["JobID"]

    def test_normal(self):
        self.watch(40)
        self.assertIn(("Running", True, "running", "", True), self.check(uninstalled=True))

    def test_image_missing(self):
        self.watch(5, {"/hython\n": "/not-here\n"})
        wait_for(lambda: self.names("-head-") > 1, 120, "a failing head being replaced")
        self.check()

    def test_refused_option(self):
        self.watch(15, {"--partition=gpu": "--partition=nope"})
        self.assertIn(("Pending", False, "none", "", False), self.check())

    def test_queued(self):
        self.watch(45, {"--time=30": "--time=30 --begin=now+20"})
        self.assertIn(("Running", False, "waiting", "", True), self.check())

    def test_walltime(self):
        self.watch(5, {"--time=30": "--time=1"})
        wait_for(lambda: self.names("") > 2, 200, "a new pod after Slurm's end of a job")
        self.check()

    def test_cancelled(self):
        self.watch(12)
        subprocess.run(["/usr/bin/scancel", self.head_job()], check=True,
                       env={"SLURM_CONF": self.env["LAB_SLURM_CONF"]})
        time.sleep(20)
        self.check()

    def test_interlink_down(self):
        self.watch(15)
        before = {pod["metadata"]["name"]: recordings.state(pod) for pod in self.pods()["items"]}
        lab("fault", "node-not-ready", "on")
        self.addCleanup(lab, "fault", "node-not-ready", "off")
        time.sleep(10)
        after = {pod["metadata"]["name"]: recordings.state(pod) for pod in self.pods()["items"]}
        self.assertEqual(before, after, "pods do not tell that the bridge is down")
        lab("fault", "node-not-ready", "off")
        time.sleep(10)
        self.check()
