"""What `lab env` prints: where everything is. Secrets are named by their files, never printed."""
import json
import shlex

from .lab import Lab


def variables(lab):
    paths, port = lab.paths, lab.ports
    secret = lab.mlflow.password_file
    env = {
        "LAB_DIR": paths.root, "LAB_FLAVOUR": lab.plan["flavour"], "LAB_NETNS": lab.plan.get("netns", ""),
        "LAB_SSH_HOST": "127.0.0.1", "LAB_SSH_PORT": port["relay"], "LAB_SSHD_PORT": port["sshd"],
        "LAB_SSH_USER": lab.plan["user"], "LAB_SSH_KEY": paths.ssh / "id_lab", "LAB_SSH_KEY_PUB": paths.ssh / "id_lab.pub",
        "LAB_SSH_FINGERPRINT": lab.plan["fingerprint"], "LAB_SSH_HOME": paths.vm_home,
        "LAB_HPC_HOST": "127.0.0.1", "LAB_HPC_PORT": port["hpc_sshd"], "LAB_HPC_USER": lab.plan["user"],
        "LAB_HPC_KEY": paths.ssh / "id_lab", "LAB_HPC_FINGERPRINT": lab.plan["hpc_fingerprint"],
        "LAB_HPC_HOME": paths.hpc_home, "LAB_IMAGE_DIR": paths.images, "LAB_IMAGE": paths.images / "hython:sif",
        "LAB_KUBECONFIG": paths.kubeconfig, "LAB_KUBECTL": lab.bin / "kubectl", "LAB_HELM": lab.bin / "helm",
        "LAB_BIN": lab.bin, "LAB_PATH": paths.vm_bin, "LAB_NAMESPACE": "default", "LAB_NODE": lab.node,
        "LAB_HELM_REPO_URL": lab.helm_repository.url,
        "LAB_MLFLOW_URI": lab.mlflow.uri, "LAB_MLFLOW_USER": "researcher",
        "LAB_MLFLOW_PASSWORD_FILE": secret("researcher"), "LAB_MLFLOW_ADMIN": "admin",
        "LAB_MLFLOW_ADMIN_PASSWORD_FILE": secret("admin"), "LAB_MLFLOW_OTHER_USER": "somebody-else",
        "LAB_MLFLOW_OTHER_PASSWORD_FILE": secret("somebody-else"), "LAB_MLFLOW_FOREIGN_EXPERIMENT": "taken-by-another",
        "LAB_INGRESS_URL": lab.ingress.url, "LAB_INGRESS_USER": "ray",
        "LAB_INGRESS_PASSWORD_FILE": lab.ingress.password_file,
        "LAB_VALUES": paths.values, "LAB_VALUES_FIRST": paths.internal / "first_raycluster.yaml",
        "LAB_VALUES_REMOTE": ".interlink/lab_raycluster.yaml", "LAB_JOBS_DIR": paths.jobs, "LAB_SLURM_CONF": paths.slurm_conf,
        "LAB_SQUEUE": f"env SLURM_CONF={paths.slurm_conf} /usr/bin/squeue",
        "LAB_RAY_VERSION": lab.cache.ray_version(lab.plan["ray"]),
        "LAB_RAY_BIN": lab.cache.venv(f"ray-{lab.plan['ray']}") / "bin", "LAB_OPERATOR_VERSION": lab.plan["operator"],
    }
    env.update(lab.plan.get("root_env", {}))
    return {key: str(value) for key, value in env.items()}


def show(root, as_json):
    """Text to print; lines are quoted so that a shell can `eval` them."""
    env = variables(Lab(root))
    if as_json:
        return json.dumps(env, indent=1)
    return "\n".join(f"{key}={shlex.quote(value)}" for key, value in env.items())
