"""Small file helpers: secrets are written with their mode from the first byte on."""
import os
import secrets
import string


def write_text(path, text, mode=0o644):
    """Writes a file with exactly this mode, replacing an older one in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        os.fchmod(descriptor, mode)
        stream.write(text)
    fresh.replace(path)


def write_script(path, text):
    write_text(path, text, 0o755)


def new_password(length=20):
    """A random password without characters that need quoting in INI or htpasswd files."""
    alphabet = string.ascii_letters + string.digits
    return "".join(secrets.choice(alphabet) for _ in range(length))
