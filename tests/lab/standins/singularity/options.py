"""The options of `singularity exec` and `run` that matter here; all others are taken and ignored."""
import shlex
from dataclasses import dataclass, field
from pathlib import Path


class Fatal(Exception):
    """Ends the program with `FATAL:` and exit code 255."""


ALIASES = {"-B": "--bind", "-H": "--home", "-W": "--workdir", "-c": "--contain", "-C": "--containall",
           "-e": "--cleanenv", "-o": "--overlay", "-S": "--scratch"}
WITH_VALUE = {"--bind", "--env", "--env-file", "--pwd", "--cwd", "--no-mount", "--mount", "--home", "--workdir",
              "--overlay", "--scratch", "--hostname", "--dns", "--network", "--network-args", "--security",
              "--add-caps", "--drop-caps", "--app", "--fusemount", "--apply-cgroups", "--memory", "--cpus"}


@dataclass
class Options:
    flags: set = field(default_factory=set)
    values: dict = field(default_factory=dict)
    image: str = ""
    command: list = field(default_factory=list)

    def has(self, *names):
        return any(name in self.flags for name in names)

    @property
    def contained(self):
        return self.has("--contain", "--containall", "--compat")

    @property
    def clean_environment(self):
        return self.has("--containall", "--compat", "--cleanenv")

    @property
    def writable(self):
        return self.has("--writable-tmpfs", "--compat")

    def binds(self):
        """(source, target, mode) of each --bind; several may stand in one option, parted by commas."""
        found = []
        for text in ",".join(self.values.get("--bind", [])).split(","):
            if text:
                parts = text.split(":")
                target = parts[1] if len(parts) > 1 and parts[1] else parts[0]
                found.append((parts[0], target, parts[2] if len(parts) > 2 else "rw"))
        return found

    def environment(self):
        """--env-file first, then --env, which wins."""
        env = {}
        for file in self.values.get("--env-file", []):
            try:
                words = shlex.split(Path(file).read_text())
            except OSError as error:
                raise Fatal(f"While processing environment file: {error.strerror}: {file}") from error
            env.update(word.split("=", 1) for word in words if "=" in word)
        for text in self.values.get("--env", []):
            env.update(pair.split("=", 1) for pair in text.split(",") if "=" in pair)
        return env


def parse(arguments):
    """Options up to the image; everything behind it belongs to the command."""
    parsed = Options()
    rest = list(arguments)
    while rest and rest[0].startswith("-"):
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        name = ALIASES.get(name, name)
        if name not in WITH_VALUE:
            parsed.flags.add(name)
            continue
        if not equals:
            if not rest:
                raise Fatal(f"flag needs an argument: {name}")
            value = rest.pop(0)
        parsed.values.setdefault(name, []).append(value)
    if not rest:
        raise Fatal("image path is empty")
    parsed.image, parsed.command = rest[0], rest[1:]
    return parsed
