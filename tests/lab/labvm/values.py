"""The values file that lies on the VM: the tutorial's example with the lab's image and small resources."""
from .files import write_text

GROUP = """\
  resources:
    limits:
      cpu: "{cpu}"
      memory: "6G"
    requests:
      cpu: "{cpu}"
      memory: "6G"
  annotations:
    slurm-job.vk.io/flags: "--partition=gpu --gres=gpu:1 --time=30" # TODO: Adjust as needed
    slurm-job.vk.io/singularity-options: "--no-home --compat --env POD_IP=$POD_IP --env HYDRA_FULL_ERROR=1,ITWINAI_LOG_LEVEL=DEBUG"
    slurm-job.vk.io/singularity-mounts: "--bind {images}"
    interlink.eu/pod-vpn: "true"
    slurm-job.vk.io/pre-exec: "mkdir -p {home}/ray"
  nodeSelector:
    kubernetes.io/hostname: {node}
  tolerations:
    - key: virtual-node.interlink/no-schedule
      operator: Exists
    - effect: NoExecute
      key: node.kubernetes.io/unreachable
      operator: Exists
      tolerationSeconds: 300
  rayStartParams:
    node-ip-address: "$POD_IP"
    verbose: true
"""
VALUES = """\
# The practice VM's cluster: one head and one worker, small enough for a laptop.
# TODO: Change to your image path (filename should be <name>:<tag>)
image:
  repository: {images}/hython
  tag: sif
  pullPolicy: IfNotPresent

# TODO: change resources for head as needed
head:
{head}  headService: {{}}

worker:
  # If you want to disable the default workergroup
  # uncomment the line below
  # disabled: true
  groupName: workergroup
  replicas: 1 # TODO: Change number of workers in cluster
  minReplicas: 1
  maxReplicas: 3
{worker}
# Configuration for Head's Kubernetes Service
service:
  # This is optional, and the default is ClusterIP.
  type: ClusterIP
"""


def values_text(paths, node):
    names = {"images": paths.images, "home": paths.hpc_home, "node": node}
    return VALUES.format(images=paths.images, head=GROUP.format(cpu=2, **names), worker=GROUP.format(cpu=1, **names))


def prepare(lab):
    """Writes the values file and the image file it names."""
    (lab.paths.hpc_home / "ray").mkdir(exist_ok=True)  # what the values' pre-exec would make
    write_text(lab.paths.values, values_text(lab.paths, lab.node))
    write_text(lab.paths.internal / "first_raycluster.yaml", values_text(lab.paths, lab.node))
    image = lab.paths.images / "hython:sif"
    if not image.exists():
        image.write_text("stand-in for an image\n")
