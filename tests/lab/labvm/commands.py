"""The command line of `tests/lab/lab`."""
import argparse
import os
import subprocess
import sys

from . import account, build, environment, owner, updown
from .lab import Lab
from .paths import LabError, default_lab_dir
from .progress import Progress


def _up(options, progress):
    lab = updown.up(options.dir, options.flavour, progress)
    progress.say("the lab is up; `tests/lab/lab env` says where everything is")
    return lab


def _status(options):
    if not Lab.exists(options.dir):
        other = owner.current()
        print(f"down (a lab of {other['user']} is up in {other['dir']})" if other else "down")
        return 3
    lab = Lab(options.dir)
    for name in updown.expected(lab):
        print(f"{name:26} {'running' if lab.processes.pid(name) else 'STOPPED'}")
    print(f"flavour {lab.plan['flavour']}, Ray {lab.cache.ray_version(lab.plan['ray'])}, "
          f"operator {lab.plan['operator']}, folder {options.dir}")
    switched = sorted(flag.name for flag in lab.paths.faults.iterdir() if not flag.name.endswith(".state"))
    print("faults switched on:", ", ".join(switched) or "none")
    return 0 if updown.all_running(lab) else 1


def _parser():
    parser = argparse.ArgumentParser(prog="tests/lab/lab", description="Rayhelm's practice VM.")
    commands = parser.add_subparsers(dest="command", required=True)
    up = commands.add_parser("up", help="start the lab (builds it first when needed)")
    up.add_argument("--flavour", choices=("user", "root"), default=os.environ.get("LAB_FLAVOUR", "user"))
    commands.add_parser("down", help="stop the lab and remove its folder")
    commands.add_parser("status", help="which parts run; exit code 0 when all do, 3 when none")
    commands.add_parser("build", help="fill the cache")
    env = commands.add_parser("env", help="where everything is, as KEY=VALUE lines")
    env.add_argument("--json", action="store_true")
    snapshot = commands.add_parser("snapshot", help="all that a journey could leave behind, comparable by diff")
    snapshot.add_argument("--json", action="store_true")
    fault = commands.add_parser("fault", help="switch a fault on or off; `fault list` names them")
    fault.add_argument("words", nargs="+", metavar="NAME [PROGRAM] on|off | list | all off")
    return parser


def run(options):
    """Runs a command as the user who owns the lab."""
    progress = Progress()
    if options.command == "build":
        progress.say(f"everything is built in {build.build(progress).root}")
    elif options.command == "up":
        _up(options, progress)
    elif options.command == "down":
        updown.down(options.dir, progress)
    elif options.command == "status":
        return _status(options)
    elif options.command == "env":
        print(environment.show(options.dir, options.json))
    elif options.command == "snapshot":
        from . import snapshot
        print(snapshot.text(Lab(options.dir), options.json))
    elif options.command == "fault":
        from . import faults
        return faults.command(Lab(options.dir) if options.words != ["list"] else None, options.words)
    return 0


def main(arguments):
    options = _parser().parse_args(arguments)
    options.dir = default_lab_dir()
    try:
        if os.getuid() == 0 and options.command != "build":
            return account.run_as_root(options, arguments)
        return run(options)
    except LabError as error:
        print(f"lab: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"lab: this command failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("lab: interrupted; `tests/lab/lab down` clears away what was started", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
