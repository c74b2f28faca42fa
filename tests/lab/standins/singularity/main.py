"""Stand-in for `singularity`: exec and run on the machine's own Ray, pull from a pretended registry.

An "image" is a file that must exist; its contents are the machine itself plus one Python environment with Ray and
itwinai. What depends on the container is real, made with bubblewrap (an ordinary user's namespaces):

* `--bind` mounts are mounts; a missing source or a missing image ends with singularity's words and exit code 255.
* HOME: without options the calling user's home is there. `--contain`, `--containall` and `--compat` give an empty
  home of the container's own, lost at its end. `--home X` (or X:Y) puts X there. `--no-home` leaves HOME naming the
  user's home while no such folder exists; making one fails on the read-only image, unless `--writable-tmpfs` or
  `--compat` allow it. This is what the real program does, and why a file cannot simply be put into ~/.mlflow.
* `--containall`, `--compat` and `--cleanenv` drop the caller's environment; `--env`, `--env-file` and SINGULARITYENV_*
  come through.
* a mount point that the image lacks is made, as the real program's underlay does.
"""
import json
import os
import sys
from pathlib import Path

import container
import options
import pull

VERSION = "singularity-ce version 4.1.5"


def main(arguments):
    if arguments[:1] in (["--version"], ["version"]):
        print(VERSION if arguments[0] == "--version" else VERSION.rpartition(" ")[2])
        return 0
    while arguments and arguments[0].startswith("-"):
        arguments = arguments[1:]
    if not arguments or arguments[0] not in ("exec", "run", "pull"):
        print(f"Error for command \"singularity\": unknown command \"{' '.join(arguments[:1])}\" for \"singularity\"",
              file=sys.stderr)
        return 1
    site = json.loads(Path(os.environ["LAB_SINGULARITY"]).read_text())
    try:
        if arguments[0] == "pull":
            return pull.run(arguments[1:], site)
        return container.execute(arguments[0], options.parse(arguments[1:]), site)
    except options.Fatal as error:
        print(f"FATAL:   {error}", file=sys.stderr, flush=True)
        return 255


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
