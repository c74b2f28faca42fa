"""Keys, scalars and comments in many spellings. Nothing here knows the editor; every function takes a random source."""

WORDS = ("ray", "head", "worker", "image", "gpu", "node", "slurm", "partition", "memory", "name", "value", "service", "port",
         "limits", "requests", "env", "volume", "path", "labels", "policy")
FOREIGN = ("größe", "Straße", "日本語", "данные", "e\u0301clair", "🚀", "שלום", "naïve café", "👩‍🔬 lab", "ﬀ", "a\u00a0b", "٣")
TYPED = ("yes", "no", "on", "Off", "y", "N", "true", "False", "null", "~", "Null", "0777", "010", "0o17", "08", "0x1F", "0b101",
         "1_000", "+1", "-12", "1e3", "01443e5", ".5", "5.", "-.5", "1.10", "1.0", "2.9.0", "v1.0", "127.0.0.1", "100m", "1Gi",
         "12:30", "190:20:30", "2024-01-02", "2001-12-14t21:59:43.10-05:00", "1000000", "9007199254740993",
         "18446744073709551615", "=", "a=b", "-x", "?x", ":x", "a:b", "a#b", "x,y", "--flag=1 --other", "http://host:80/a#b",
         "/a/b:/c", "a*b", "$HOME/x", "100%", "a & b", "a | b", "x > y", "x!", "5%")
SINGLE = ("''", "'it''s'", "' # no comment '", "'a: b'", "'{{ .Values.x }}'", "'\\n'", "'- x'", "'yes'", "'0777'", "'[1, 2'",
          "'\"'", "'  blanks  '", "'*a'")
DOUBLE = ('""', '"x"', '"a \\" b # c: d"', '"\\u0041\\x42\\n"', '"\\U0001F680"', '"tab\\there"', '"\\\\"', '"no"', '"1e3"',
          '"{a: b}"', '" "', '"nul\\0l"', '"bell\\a\\e"', '"\\L\\P"', '"it\'s"', '"$(X)"')
COMMENTS = ("# comment", "#", "#no blank", "# - a: 'b", "# key: \"open", "# größe 🚀", "#    deep: {", "# --- # ---", "# *a &b !c")


def word(rng, count=1):
    return " ".join(rng.choice(WORDS) for _ in range(count))


def comment(rng):
    return rng.choice(COMMENTS) + (f" {rng.randint(1, 999)}" if rng.random() < 0.5 else "")


def key(rng, number, profile):
    """A key that is its own in the whole document: `number` is part of it."""
    if rng.random() < profile["nonascii"]:
        name = f"{rng.choice(FOREIGN)}{number}"
        return f'"{name}"' if rng.random() < 0.2 else name
    if rng.random() < profile["odd_key"]:
        return rng.choice((f'"{word(rng)} {number}"', f"'it''s {number}'", f"slurm-job.vk.io/flags-{number}", f"a.b.{number}",
                           f"{number}", f"0{number:o}", f"0x{number:X}", f"{number}.5", f"-{number}", f"k {number}", f"k:{number}",
                           f"_{number}", f'"\\u00e4{number}"', f"k#{number}", f"<{number}>", f"{number}e1"))
    return f"{word(rng)}{number}"


def plain(rng, profile, flow=False):
    if rng.random() < profile["nonascii"]:
        text = f"{rng.choice(FOREIGN)} {rng.choice(FOREIGN)}"
    elif rng.random() < profile["typed"]:
        text = rng.choice(TYPED)
    elif rng.random() < profile["long"]:
        text = word(rng, rng.randint(100, 900))
    else:
        text = rng.choice((word(rng), word(rng, 3), str(rng.randint(0, 99999)), "true", f"{word(rng)}:{rng.randint(1, 9)}"))
    if flow and any(c in text for c in ",[]{}?:#") or flow and text.startswith(("-", "=")):
        return word(rng)
    return text


def quoted(rng, profile):
    if rng.random() < profile["nonascii"]:
        return f"'{rng.choice(FOREIGN)}'" if rng.random() < 0.5 else f'"{rng.choice(FOREIGN)} \\u20ac"'
    if rng.random() < profile["long"]:
        return f'"{word(rng, 300)}"'
    return rng.choice(SINGLE if rng.random() < 0.5 else DOUBLE)


def inline(rng, profile, flow=False):
    """A scalar on one line."""
    return quoted(rng, profile) if rng.random() < profile["quoted"] else plain(rng, profile, flow)


def quoted_lines(rng, column):
    """A quoted scalar over several lines, its later lines at `column` or deeper."""
    pad = " " * column
    body = [word(rng, rng.randint(1, 4)) for _ in range(rng.randint(2, 4))]
    if rng.random() < 0.5:
        return [f"'{body[0]} ''q'' # x"] + [pad + line for line in body[1:-1]] + [f"{pad}{body[-1]}: y'"]
    lines = [f'"{body[0]} \\"q\\" # x'] + [pad + line for line in body[1:]]
    if rng.random() < 0.4:
        lines.insert(1, "")
    elif rng.random() < 0.5:
        lines[0] += " \\"
    return lines[:-1] + [lines[-1] + '"']


def plain_lines(rng, column):
    return [word(rng, 2)] + [" " * (column + rng.choice((0, 0, 1, 3))) + word(rng, rng.randint(1, 5)) for _ in range(rng.randint(1, 3))]


def block_scalar(rng, parent, column):
    """Header and body of a literal or folded scalar whose collection stands at `parent` and whose text at `column`."""
    sign = rng.choice("|>")
    chomp = rng.choice(("", "", "-", "+"))
    step = column - max(parent, 0)
    body = []
    for _ in range(rng.choice((0, 1, 2, 3, 5)) if rng.random() < 0.3 else rng.randint(1, 4)):
        body.append(rng.choice((word(rng, 3), "# no comment", "key: value", "--- x", "- a", "it's \"q\"", "{{ .Values.x }}", "größe",
                                "  deeper", "\ttab", "", "trailing  ")))
    while body and body[0] == "":
        body.pop(0)
    leads = bool(body) and body[0][:1] in (" ", "\t")
    digit = str(step) if (leads or rng.random() < 0.2) and 1 <= step <= 9 else ""
    if leads and not digit:
        body[0] = body[0].strip()
    header = sign + (digit + chomp if rng.random() < 0.5 else chomp + digit)
    if rng.random() < 0.15:
        header += " " + comment(rng)
    return header, [" " * column + line if line else "" for line in body] + [""] * rng.choice((0, 0, 0, 1, 2))
