"""The stand-in chart renders what the genuine chart rendered, and fails where it fails."""
import json
import subprocess
import tempfile
from pathlib import Path

from recordings import FOLDER
from support import LAB, LabCase

CHART = LAB.parent / "standins" / "chart" / "ray-cluster"


def without_empty(thing):
    """Empty maps, lists and texts mean nothing to Kubernetes."""
    if isinstance(thing, dict):
        pairs = ((key, without_empty(value)) for key, value in thing.items())
        return {key: value for key, value in pairs if value not in ({}, [], "", None)}
    return [without_empty(one) for one in thing] if isinstance(thing, list) else thing


class Chart(LabCase):
    def render(self, *arguments, release="raycluster"):
        return subprocess.run([self.env["LAB_HELM"], "template", release, str(CHART), *arguments],
                              capture_output=True, text=True, check=False, env={"HOME": tempfile.gettempdir()})

    def parsed(self, text):
        """YAML to an object, by kubectl (the standard library has no YAML)."""
        result = subprocess.run([self.env["LAB_KUBECTL"], "--kubeconfig", self.env["LAB_KUBECONFIG"], "create",
                                 "--dry-run=client", "--validate=false", "-o", "json", "-f", "-"], input=text,
                                capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def test_renders_the_recorded_object(self):
        recorded = json.loads((FOLDER / "normal" / "helm-status.json").read_text())
        with tempfile.NamedTemporaryFile("w", suffix=".json") as values:
            values.write((FOLDER / "normal" / "helm-values.json").read_text())
            values.flush()
            ours = self.render("--values", values.name)
        self.assertEqual(ours.returncode, 0, ours.stderr)
        self.assertEqual(without_empty(self.parsed(ours.stdout)), without_empty(self.parsed(recorded["manifest"])))

    def test_names(self):
        for release, arguments, name in (("raycluster", [], "raycluster-kuberay"), ("my-kuberay", [], "my-kuberay"),
                                         ("raycluster", ["--set", "fullnameOverride=abc"], "abc")):
            with self.subTest(release=release, arguments=arguments):
                self.assertIn(f"\n  name: {name}\n", self.render(*arguments, release=release).stdout)

    def test_errors(self):
        for arguments, text in ((["--set", "additionalWorkerGroups.more.replicas=1"], "error calling concat: runtime error"),
                                (["--set-json", "head.containerEnv=null"], "error calling concat"),
                                (["--set", "worker.disabled=maybe"], "incompatible types for comparison")):
            with self.subTest(arguments=arguments):
                result = self.render(*arguments)
                self.assertEqual(result.returncode, 1)
                self.assertIn("ray-cluster/templates/raycluster-cluster.yaml", result.stderr)
                self.assertIn(text, result.stderr)

    def test_worker_can_be_left_out(self):
        self.assertNotIn("groupName", self.render("--set", "worker.disabled=true").stdout)
        self.assertIn("groupName: smallGroup", self.render("--set", "additionalWorkerGroups.smallGroup.disabled=false").stdout)
