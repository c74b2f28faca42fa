"""The file system as the container sees it, as arguments for bubblewrap.

The root is an empty memory file system into which the machine's own top folders are bound, so that mount points
which the machine lacks can be made without any rights. Deeper ones are made by an underlay: the deepest existing
folder is replaced by an empty one with all its entries bound back.
"""
import os


class View:
    def __init__(self, writable, keep):
        self._writable = writable
        self._keep = keep
        self._arguments = []
        self._empty = []       # folders that were replaced by empty ones
        self._read_only = ["/"] if not writable else []
        self._bind_entries("/")

    def _bind_entries(self, folder):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if os.path.islink(path):
                self._arguments += ["--symlink", os.readlink(path), path]
            elif os.path.isdir(path) or os.path.isfile(path):
                self._arguments += ["--dev-bind-try", path, path]

    def empty(self, path, writable):
        """Replaces a folder by an empty one; folders that the container needs are bound back."""
        path = os.path.realpath(path)
        if path == "/":
            return
        self._prepare(path)
        self._arguments += ["--tmpfs", path]
        self._empty.append(path)
        for kept in self._keep:
            if kept.startswith(path + "/"):
                self._arguments += ["--ro-bind", kept, kept]
        if not writable:
            self._read_only.append(path)

    def bind(self, source, target, mode):
        target = self._resolved(target)
        self._prepare(target)
        self._arguments += ["--ro-bind" if mode == "ro" else "--dev-bind", source, target]

    def _resolved(self, target):
        """The target with symbolic links of its existing part followed."""
        known, rest = target, []
        while not os.path.exists(known):
            known, name = os.path.split(known)
            rest.insert(0, name)
        return os.path.join(os.path.realpath(known), *rest)

    def _prepare(self, target):
        """Makes sure that bubblewrap can make the mount point."""
        if os.path.exists(target) or any(target.startswith(folder + "/") for folder in self._empty):
            return
        known = os.path.dirname(target)
        while not os.path.exists(known):
            known = os.path.dirname(known)
        if known != "/":
            self._underlay(known)

    def _underlay(self, folder):
        self._arguments += ["--tmpfs", folder]
        self._bind_entries(folder)
        self._empty.append(folder)
        if not self._writable:
            self._read_only.append(folder)

    def arguments(self):
        ends = [word for folder in reversed(self._read_only) for word in ("--remount-ro", folder)]
        return [*self._arguments, *ends]
