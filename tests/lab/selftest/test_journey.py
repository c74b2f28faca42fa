"""The tutorial's literal commands over ssh, an itwinai pipeline through the Ingress, delete, nothing left."""
import base64
import os
import subprocess
import tempfile
import time
from pathlib import Path

from support import LAB, LabCase, lab, wait_for

PIPELINES = LAB.parent / "pipelines"
SECRET = "lab-mlflow"
# What the application adds to a user's values: the Secret at a fixed place, and a link to it in whatever HOME there is.
EXTRA = """\
head: &group
  volumes: [{{name: log-volume, emptyDir: {{}}}}, {{name: mlflow, secret: {{secretName: {secret}}}}}]
  volumeMounts:
    - {{mountPath: /tmp/ray, name: log-volume}}
    - {{mountPath: /run/lab/mlflow, name: mlflow, readOnly: true}}
  command: ["mkdir -p $HOME/.mlflow && ln -s /run/lab/mlflow/credentials $HOME/.mlflow/credentials; true"]
worker: *group
"""


class Journey(LabCase):
    def make_secret(self):
        password = Path(self.env["LAB_MLFLOW_PASSWORD_FILE"]).read_text()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "credentials"
            file.write_text("[mlflow]\nmlflow_tracking_username = researcher\n"
                            f"mlflow_tracking_password = {password}\n")
            self.kubectl("create", "secret", "generic", SECRET, f"--from-file={file}")
        self.addCleanup(self.kubectl, "delete", "secret", SECRET, check=False)
        self.ssh("cat > .interlink/extra.yaml", text=EXTRA.format(secret=SECRET))
        self.addCleanup(self.ssh, "rm -f .interlink/extra.yaml")

    def submit(self, key, experiment):
        password = Path(self.env["LAB_INGRESS_PASSWORD_FILE"]).read_text()
        token = base64.b64encode(f"ray:{password}".encode()).decode()
        return subprocess.run([
            f"{self.env['LAB_RAY_BIN']}/ray", "job", "submit", "--address", self.env["LAB_INGRESS_URL"],
            "--headers", f'{{"Authorization": "Basic {token}"}}', "--working-dir", str(PIPELINES), "--",
            "itwinai", "exec-pipeline", "--config-name", "lab_training", f"+pipe_key={key}", "seconds_per_epoch=0.1",
            f"experiment_name={experiment}", f"tracking_uri={self.env['LAB_MLFLOW_URI']}"],
            capture_output=True, text=True, check=False, timeout=240, env={**os.environ, "RAY_USAGE_STATS_ENABLED": "0"})

    def runs(self, experiment):
        status, answer = self.mlflow(f"experiments/get-by-name?experiment_name={experiment}", method="GET")
        self.assertEqual(status, 200)
        number = answer["experiment"]["experiment_id"]
        return self.mlflow("runs/search", {"experiment_ids": [number], "max_results": 100})[1]["runs"]

    def test_tutorial(self):
        before = lab("snapshot").stdout
        self.addCleanup(self.delete)
        self.make_secret()
        started = time.monotonic()
        self.assertIn("STATUS: deployed", self.install("--values", "extra.yaml").stdout)
        self.wait_ready()
        print(f"\n  both pods 1/1 and counted by Ray after {time.monotonic() - started:.0f} s")
        self.assertEqual(self.as_root("kubectl get pods | grep raycluster").stdout.count("1/1     Running"), 2)
        head = next(pod for pod in self.pods()["items"] if "head" in pod["metadata"]["name"])
        self.assertIn("Ray runtime started", self.kubectl("logs", head["metadata"]["name"]))
        experiment = f"selftest-{int(time.time())}"
        for key, runs in (("training", 1), ("hpo", 4)):
            result = self.submit(key, experiment)
            self.assertEqual(result.returncode, 0, result.stdout[-2000:] + result.stderr[-2000:])
            self.assertIn("succeeded", result.stdout + result.stderr)
            found = self.runs(experiment)
            self.assertEqual(len(found), runs)
            self.assertIn("loss", [metric["key"] for metric in found[0]["data"].get("metrics", []) +
                                   found[-1]["data"].get("metrics", [])])
        self.delete()
        self.doCleanups()
        end = time.monotonic() + 30  # Ray's agents notice a moment later that their job is gone
        while (after := lab("snapshot").stdout) != before and time.monotonic() < end:
            time.sleep(1)
        self.assertEqual(after, before)

    def test_log_is_followed(self):
        self.addCleanup(self.delete)
        self.install()
        head = wait_for(lambda: [pod for pod in self.pods()["items"] if "head" in pod["metadata"]["name"]], 60, "a head")
        follow = subprocess.Popen([self.env["LAB_KUBECTL"], "--kubeconfig", self.env["LAB_KUBECONFIG"], "logs", "-f",
                                   head[0]["metadata"]["name"]], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(follow.stdout.close)
        self.addCleanup(follow.wait)
        self.addCleanup(follow.kill)
        for line in follow.stdout:
            if "Ray runtime started" in line:
                return
        self.fail("the followed log ended before Ray had started")
