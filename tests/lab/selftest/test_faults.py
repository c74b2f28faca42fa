"""Every fault has its effect, and leaves nothing behind when it is switched off."""
import json
import re
import subprocess
import time
from contextlib import contextmanager

from support import LabCase, lab, wait_for

LOGIN = "echo here"


class Faults(LabCase):
    @contextmanager
    def fault(self, *words):
        """Switches a fault on for a while; the snapshot must be the same afterwards."""
        before = lab("snapshot").stdout
        lab("fault", *words, "on")
        self.addCleanup(lab, "fault", *words, "off")
        yield
        lab("fault", *words, "off")
        self.assertEqual(lab("snapshot").stdout, before)

    @contextmanager
    def release(self, *words):
        """Installs within the fault and deletes at its end."""
        before = lab("snapshot").stdout
        lab("fault", *words, "on")
        self.addCleanup(lab, "fault", *words, "off")
        self.addCleanup(self.delete)
        self.install()
        yield
        self.delete()
        lab("fault", *words, "off")
        self.assertEqual(lab("snapshot").stdout, before)

    def test_network_frozen(self):
        with self.fault("network-frozen"):
            started = time.monotonic()
            result = self.ssh(LOGIN, patience=4)
            self.assertEqual(result.returncode, 255)
            self.assertIn("timed out during banner exchange", result.stderr)
            self.assertGreater(time.monotonic() - started, 3)
        self.assertEqual(self.ssh(LOGIN).stdout, "here\n")

    def test_frozen_session_goes_on(self):
        """What was said before the network froze arrives when it thaws."""
        waiting = subprocess.Popen([
            "ssh", "-F", "none", "-p", self.env["LAB_SSH_PORT"], "-i", self.env["LAB_SSH_KEY"], "-o", "BatchMode=yes",
            "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
            f"{self.env['LAB_SSH_USER']}@127.0.0.1", "echo begin; sleep 8; echo end"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(waiting.stdout.close)
        self.assertEqual(waiting.stdout.readline(), "begin\n")
        lab("fault", "network-frozen", "on")
        self.addCleanup(lab, "fault", "network-frozen", "off")
        time.sleep(10)
        self.assertIsNone(waiting.poll())
        lab("fault", "network-frozen", "off")
        self.assertEqual(waiting.stdout.readline(), "end\n")
        self.assertEqual(waiting.wait(10), 0)

    def test_network_dropped(self):
        with self.fault("network-dropped"):
            result = self.ssh(LOGIN)
            self.assertEqual(result.returncode, 255)
            self.assertRegex(result.stderr, "reset|closed")
        self.assertEqual(self.ssh(LOGIN).stdout, "here\n")

    def test_missing_programs(self):
        for program in ("helm", "kubectl", "base64"):
            with self.subTest(program=program), self.fault("missing-program", program):
                result = self.ssh(f"{program} --version")
                self.assertEqual(result.returncode, 127, result.stderr)
                self.assertIn("not found", result.stderr)

    def test_no_chart_repository(self):
        with self.fault("no-chart-repo"):
            result = self.as_root("helm upgrade --install x kuberay/ray-cluster")
            self.assertIn("repo kuberay not found", result.stderr)

    def test_no_kubeconfig(self):
        with self.fault("no-kubeconfig"):
            self.assertIn("localhost:8080", self.as_root("kubectl get pods").stderr)

    def test_mlflow(self):
        body = {"max_results": 10}
        name = f"fault-{int(time.time())}"
        number = self.mlflow("experiments/create", {"name": name})[1]["experiment_id"]
        self.addCleanup(self.mlflow, "experiments/delete", {"experiment_id": number}, "admin")
        search = {"experiment_ids": [number], "max_results": 1}
        get = f"experiments/get?experiment_id={number}"
        self.assertEqual(self.mlflow(get, method="GET")[0], 200)
        with self.fault("mlflow-401"):
            self.assertEqual(self.mlflow("experiments/search", body)[0], 401)
        with self.fault("mlflow-403"):
            self.assertEqual(self.mlflow(get, method="GET")[0], 403)
        self.assertEqual(self.mlflow(get, method="GET")[0], 200)
        self.assertEqual(self.mlflow("runs/search", search)[0], 200)

    def test_api_server(self):
        with self.fault("api-server-frozen"):
            self.assertRegex(self.as_root("kubectl --request-timeout=3s get nodes").stderr,
                             "deadline exceeded|Client.Timeout exceeded")
        with self.fault("api-server-down"):
            self.assertIn("was refused", self.as_root("kubectl get nodes").stderr)

    def test_node_not_ready(self):
        with self.fault("node-not-ready"):
            node = json.loads(self.kubectl("get", "node", self.env["LAB_NODE"], "-o", "json"))
            bridge = next(one for one in node["status"]["conditions"] if one["type"] == "InterlinkConnectivity")
            self.assertEqual((bridge["status"], bridge["reason"]), ("False", "InterlinkPingFailed"))

    def test_pending_install(self):
        with self.fault("pending-install"):
            self.assertIn("pending-install", self.as_root("helm list -a").stdout)
            result = self.as_root("helm upgrade --install raycluster kuberay/ray-cluster --values lab_raycluster.yaml")
            self.assertIn("another operation (install/upgrade/rollback) is in progress", result.stderr)

    def test_foreign_release(self):
        with self.fault("foreign-release"):
            secret = json.loads(self.kubectl("get", "secrets", "-l", "owner=helm", "-o", "json"))["items"][0]
            self.assertEqual(set(secret["metadata"]["labels"]), {"modifiedAt", "name", "owner", "status", "version"})

    def test_queue_full(self):
        with self.release("queue-full"):
            wait_for(lambda: any("PENDING" in line and ("Resources" in line or "Priority" in line) for line in self.queue()),
                     30, "a job that pends with a reason")
            lab("fault", "queue-full", "off")
            wait_for(lambda: sum("RUNNING" in line for line in self.queue()) == 2, 30, "both jobs running")

    def test_refused_option(self):
        with self.release("refused-option"):
            wait_for(lambda: len(self.pods()["items"]) == 2, 60, "two pods")
            time.sleep(7)
            self.assertEqual(self.queue(), [])
            for pod in self.pods()["items"]:
                self.assertNotIn("JobID", pod["metadata"]["annotations"])

    def test_image_missing(self):
        with self.release("image-missing"):
            self.expect_deleted_pods("255")

    def test_out_of_memory(self):
        with self.release("out-of-memory"):
            self.expect_deleted_pods("(9|137)")

    def expect_deleted_pods(self, code):
        def told():
            events = self.kubectl("get", "events", "-o", "jsonpath={.items[*].message}")
            return re.search(f"Deleted (head|worker) Pod [^&]*&ContainerStateTerminated{{ExitCode:{code},", events)
        wait_for(told, 150, f"a pod deleted after exit code {code}")

    def test_wall_time(self):
        with self.release("wall-time"):
            first = wait_for(lambda: self.queue("%i %l"), 60, "a job")
            self.assertTrue(all(line.endswith(" 1:00") for line in first), first)

    def test_operator_down(self):
        with self.release("operator-down"):
            time.sleep(5)
            self.assertEqual(self.pods()["items"], [])

    def test_dashboard_dead(self):
        self.addCleanup(self.delete)
        self.install()
        names = self.wait_ready()
        lab("fault", "dashboard-dead", "on")
        self.addCleanup(lab, "fault", "dashboard-dead", "off")
        self.assertIsNone(self.ray("/api/version", timeout=4))
        time.sleep(6)
        self.assertEqual({pod["status"]["phase"] for pod in self.pods()["items"]}, {"Running"})
        lab("fault", "dashboard-dead", "off")
        self.assertIsNotNone(wait_for(lambda: self.ray("/api/version"), 20, "Ray's answer"))
        self.assertEqual({pod["metadata"]["name"] for pod in self.pods()["items"]}, names)
