"""The two scripts of a job: job.slurm, which sbatch reads, and job.sh, which runs the containers."""
import shlex

import folder as folders

DEFAULT_OPTIONS = "--nv --no-eval --containall"
FLAGS, PRE_EXEC = "slurm-job.vk.io/flags", "slurm-job.vk.io/pre-exec"
MOUNTS, OPTIONS = "slurm-job.vk.io/singularity-mounts", "slurm-job.vk.io/singularity-options"
IMAGE_ROOT, POD_IP = "slurm-job.vk.io/image-root", "interlink.eu/pod-ip"
TUNNEL = "interlink.eu/wstunnel-client-commands"
OWN = ("--cpus-per-task", "-c", "--mem")


def sbatch_lines(flags):
    """One line per option; a value that stands apart stays with its option. Limits win over --mem and --cpus-per-task."""
    options = []
    for word in shlex.split(flags):
        if word.startswith("-") or not options:
            options.append(word)
        else:
            options[-1] += f" {word}"
    return [option for option in options if option.replace("=", " ").split(" ")[0] not in OWN]


def job_slurm(folder, pod):
    notes = pod["metadata"].get("annotations") or {}
    lines = ["#!/bin/bash",
             f"#SBATCH --job-name={pod['metadata']['uid']}",
             f"#SBATCH --output={folder}/job.out",
             *(f"#SBATCH {option}" for option in sbatch_lines(notes.get(FLAGS, ""))),
             f"#SBATCH --cpus-per-task={folders.cpus(pod)}",
             f"#SBATCH --mem={folders.memory_mib(pod)}",
             ""]
    if notes.get(POD_IP):
        lines.append(f"export POD_IP={notes[POD_IP]}")
    lines += [notes[key] for key in (TUNNEL, PRE_EXEC) if notes.get(key)]
    return "\n".join([*lines, f"{folder}/job.sh", ""])


def environment_file(container):
    """NAME='value' lines; values are quoted for a shell."""
    lines = [f"{entry['name']}={shlex.quote(entry.get('value') or '')}" for entry in container.get("env") or []]
    return "\n".join([*lines, ""])


def image_path(image, notes):
    if image.startswith("/"):
        return image
    return notes.get(IMAGE_ROOT, "") + image


def container_line(folder, pod, container, retrieved):
    """The singularity command of one container. The annotations' texts act as shell text, as on a real site."""
    notes = pod["metadata"].get("annotations") or {}
    command = [shlex.quote(word) for word in [*(container.get("command") or []), *(container.get("args") or [])]]
    mounts = [f"--bind {shlex.quote(bind)}" for bind in folders.binds(folder, pod, container, retrieved)]
    words = ["singularity", "exec" if container.get("command") else "run", DEFAULT_OPTIONS,
             notes.get(MOUNTS, ""), notes.get(OPTIONS, ""),
             f"--env-file {folder}/{container['name']}_envfile.properties", *mounts,
             shlex.quote(image_path(container["image"], notes)), *command]
    return " ".join(word for word in words if word)


HEAD = """\
#!/bin/bash
now() {{ date -u +%Y-%m-%dT%H:%M:%S+00:00; }}
echo "This pod {name}/{uid} has been submitted to SLURM node $(hostname -s)."
echo "To get more info, please run: scontrol show job $SLURM_JOB_ID."
export workingPath={folder}
export SANDBOX={folder}
worst=0
"""
INIT = """\
echo "$(now) Running init container {name}..."
{line} &> "$workingPath/init-{name}.out"
code=$?
echo "$code" > "$workingPath/init-{name}.status"
echo "$(now) Init container {name} ended with $code."
if [ "$code" -ne 0 ]; then exit "$code"; fi
"""
START = """\
{line} &>> "$workingPath/run-{name}.out" &
pid_{number}=$!
echo "$(now) Running in background {name} pid $pid_{number}..."
"""
WAIT = """\
echo "$(now) Waiting for container {name} pid $pid_{number}..."
wait "$pid_{number}"
code=$?
echo "$code" > "$workingPath/run-{name}.status"
echo "$(now) Container {name} pid $pid_{number} ended with $code."
if [ "$code" -gt "$worst" ]; then worst=$code; fi
"""


def job_sh(folder, pod, retrieved):
    """All init containers one by one, then all containers side by side; ends with the highest code."""
    def line(container):
        return container_line(folder, pod, container, retrieved.get(container["name"], {}))

    meta, spec = pod["metadata"], pod["spec"]
    parts = [HEAD.format(name=meta["name"], uid=meta["uid"], folder=folder)]
    for container in spec.get("initContainers") or []:
        parts.append(INIT.format(name=container["name"], line=line(container)))
    for number, container in enumerate(spec["containers"]):
        parts.append(START.format(name=container["name"], number=number, line=line(container)))
    for number, container in enumerate(spec["containers"]):
        parts.append(WAIT.format(name=container["name"], number=number))
    return "".join([*parts, 'exit "$worst"\n'])
