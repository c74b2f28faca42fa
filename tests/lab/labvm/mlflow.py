"""An MLflow server with basic authentication and no default permissions, and its users."""
import base64
import json
import shutil
import urllib.error
import urllib.request

from .files import new_password, write_text
from .paths import LabError
from .process import wait_for

ADMIN, USER, OTHER = "admin", "researcher", "somebody-else"
FOREIGN_EXPERIMENT = "taken-by-another"
AUTH = """\
[mlflow]
default_permission = NO_PERMISSIONS
database_uri = sqlite:///{folder}/auth.db
admin_username = {admin}
admin_password = {password}
authorization_function = mlflow.server.auth:authenticate_request_basic_auth
"""


class Mlflow:
    def __init__(self, lab):
        self._lab = lab
        self._paths = lab.paths
        self.uri = f"http://127.0.0.1:{lab.ports['mlflow']}"

    def password_file(self, user):
        return self._paths.secrets / f"mlflow-{user}"

    def prepare(self):
        for user in (ADMIN, USER, OTHER):
            write_text(self.password_file(user), new_password(), 0o600)
        for name in ("mlflow.db", "auth.db"):
            shutil.copyfile(self._lab.cache.databases() / name, self._paths.mlflow / name)
        write_text(self._paths.secrets / "basic_auth.ini", AUTH.format(
            folder=self._paths.mlflow, admin=ADMIN, password=self.password_file(ADMIN).read_text()), 0o600)
        write_text(self._paths.secrets / "flask", new_password(40), 0o600)

    def start(self):
        folder = self._paths.mlflow
        self._lab.processes.start("mlflow", [
            self._lab.cache.venv("mlflow") / "bin" / "python", "-m", "mlflow", "server", "--app-name", "basic-auth",
            "--host", "127.0.0.1", "--port", self._lab.ports["mlflow"], "--workers", "1",
            "--backend-store-uri", f"sqlite:///{folder}/mlflow.db", "--artifacts-destination", folder / "artifacts"],
            cwd=folder, env={
                "MLFLOW_AUTH_CONFIG_PATH": self._paths.secrets / "basic_auth.ini",
                "MLFLOW_FLASK_SERVER_SECRET_KEY": (self._paths.secrets / "flask").read_text(),
                "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false", "MLFLOW_DISABLE_TELEMETRY": "true",
                "DO_NOT_TRACK": "true", "GIT_PYTHON_REFRESH": "quiet"})

    def is_alive(self):
        try:
            with urllib.request.urlopen(f"{self.uri}/health", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def call(self, path, body, user=ADMIN, method="POST", version="2.0"):
        """One REST call as a user; returns (status, object)."""
        password = self.password_file(user).read_text()
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        request = urllib.request.Request(f"{self.uri}/api/{version}/mlflow/{path}", method=method,
                                         data=json.dumps(body).encode() if body is not None else None,
                                         headers={"Authorization": f"Basic {token}",
                                                  "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read().decode()
                return answer.status, json.loads(text) if text.startswith("{") else {}
        except urllib.error.HTTPError as error:
            return error.code, {"error": error.read().decode(errors="replace")[:200]}

    def add_users(self):
        wait_for(self.is_alive, 240, "MLflow", 0.5)
        for user in (USER, OTHER):
            status, answer = self.call("users/create", {"username": user,
                                                        "password": self.password_file(user).read_text()})
            if status != 200 and "already exists" not in str(answer):
                raise LabError(f"MLflow did not make the user {user}: {status} {answer}")
        self.call("experiments/create", {"name": FOREIGN_EXPERIMENT}, OTHER)
