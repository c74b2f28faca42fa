"""Writes one random values document, line by line. What it may hold is told by a profile (see generate.py)."""

import scalars


class Document:
    def __init__(self, rng, profile):
        self.rng, self.profile = rng, profile
        self.lines = []
        self.number = 0
        self.anchors = []     # (name, is it a map) of finished nodes
        self.target = rng.randint(*profile["lines"])
        self.steps = profile["steps"]
        self.step = rng.choice(self.steps)
        self.list_step = rng.choice((0, self.step))

    def chance(self, name):
        return self.rng.random() < self.profile[name]

    def text(self):
        rng, profile = self.rng, self.profile
        if self.chance("comment"):
            self.lines.append(scalars.comment(rng))
        if self.chance("markers"):
            self.lines += rng.choice((["---"], ["%YAML 1.1", "---"], ["--- # start"], ["", "---", ""]))
        root = rng.choice((0, 0, 0, 0, 1, 2)) if self.chance("odd_step") else 0
        if self.chance("flow_root"):
            self.flow_lines("", root, 0, self.target)
        else:
            self.map(root, -1, "", 0)
        if self.chance("markers"):
            self.lines.append("...")
        end = "\r\n" if self.chance("crlf") else "\n"
        text = end.join(self.lines)
        if not self.chance("no_last_line_end"):
            text += end
        return (b"\xef\xbb\xbf" if self.chance("bom") else b"") + text.encode()

    def next_key(self):
        self.number += 1
        return scalars.key(self.rng, self.number, self.profile)

    def next_step(self):
        return self.rng.choice(self.steps) if self.chance("odd_step") else self.step

    def between(self, column):
        if self.chance("comment"):
            at = column if self.rng.random() < 0.6 else self.rng.choice((0, column + 1, column + 2, max(0, column - 1)))
            self.lines.append(" " * at + scalars.comment(self.rng))
        if self.chance("blank"):
            self.lines.append(self.rng.choice(("", "", " " * column)))

    def end(self, line):
        """Adds a line that may end in blanks or a comment."""
        if self.chance("tail"):
            line += (self.rng.choice(("\t", " \t")) if not line.endswith("-") and self.chance("tab") else " " * self.rng.choice((1, 1, 2, 5))) + scalars.comment(self.rng)
        elif self.chance("trailing_blanks"):
            line += self.rng.choice((" ", "  "))
        self.lines.append(line)

    def gap(self, head=":"):
        """What stands between a colon or a dash and a value; a tab may not follow a dash."""
        tab = head.endswith(":") and self.chance("tab")
        return self.rng.choice(("\t", " \t")) if tab else " " * self.rng.choice((1, 1, 1, 1, 1, 2, 4))

    def anchor(self):
        """An anchor with a blank behind it, or nothing; finished by `close_anchor`."""
        if not self.chance("anchor"):
            return "", None
        reuse = self.anchors and self.rng.random() < 0.1
        name = self.rng.choice(self.anchors)[0] if reuse else f"a{self.number}"
        self.anchors = [known for known in self.anchors if known[0] != name]  # not to be used inside itself
        return f"&{name}", name

    def close_anchor(self, name, is_map=False):
        if name:
            self.anchors.append((name, is_map))

    def map(self, column, parent, prefix, depth, minimum=1):
        """`prefix` stands before the first key on its line, for example "- "."""
        rng = self.rng
        count = max(minimum, rng.choice((1, 2, 3, 4, 5)))
        maps = [name for name, is_map in self.anchors if is_map]
        written = 0
        while written < count or (depth == 0 and len(self.lines) < self.target):
            if not (written == 0 and prefix.strip()):
                self.between(column)
            lead = prefix if written == 0 and prefix else " " * column
            if written == 0 and depth > 0 and maps and self.chance("merge"):
                self.end(f"{lead}<<: " + (f"*{rng.choice(maps)}" if rng.random() < 0.7 else f"[*{maps[0]}, *{maps[-1]}]"))
            else:
                self.value(lead + self.next_key() + (" :" if rng.random() < 0.02 else ":"), column, depth, in_map=True)
            written += 1

    def value(self, line, column, depth, in_map):
        """The value behind `line`, which ends in a colon or a dash; `column` is that of the collection around it."""
        rng = self.rng
        anchor, name = self.anchor()
        head = line + (self.gap(line) + anchor if anchor else "")
        deeper = depth < self.profile["depth"] and len(self.lines) < self.target + 40
        dice = rng.random()
        if deeper and dice < self.profile["nest"]:
            if rng.random() < 0.65:
                self.end(head)
                self.map(column + self.next_step(), column, "", depth + 1)
                return self.close_anchor(name, True)
            self.end(head)
            self.list(column + (self.list_step if in_map and rng.random() < 0.9 else self.next_step()), depth + 1)
        elif self.chance("flow"):
            self.flow(head, column, depth)
        elif self.chance("block") and (in_map or not name):  # yaml-cpp cannot read `- &a |`
            header, body = scalars.block_scalar(rng, column, column + self.next_step())
            self.lines += [head + " " + header, *body]
        elif self.chance("empty"):
            empty = rng.choice(("", "", "~", "null", "{}", "[]", '""', "[ ]", "{ }"))
            if name and not empty and not self.chance("anchored_empty"):
                empty = "{}"
            self.end(head + (self.gap(head) + empty if empty else ""))
            if rng.random() < 0.3:
                self.lines.append(" " * (column + 2) + scalars.comment(rng))
        elif not name and self.anchors and self.chance("alias"):
            self.end(head + self.gap(head) + "*" + rng.choice(self.anchors)[0])
        elif self.chance("multiline"):
            at = column + self.next_step() + 1
            body = (scalars.quoted_lines if rng.random() < 0.5 else scalars.plain_lines)(rng, at)
            self.lines += [head + " " + body[0], *body[1:-1]]
            self.end(body[-1])
        elif self.chance("next_line"):
            self.end(head)
            self.end(" " * (column + self.next_step()) + scalars.inline(rng, self.profile))
        else:
            self.end(head + self.gap(head) + scalars.inline(rng, self.profile))
        self.close_anchor(name)

    def list(self, column, depth, prefix=""):
        rng = self.rng
        for item in range(rng.choice((1, 2, 2, 3, 4))):
            if item or not prefix:
                self.between(column)
            lead = (prefix if item == 0 and prefix else " " * column) + "-"
            blanks = 1 if rng.random() < 0.8 else rng.choice((2, 3))
            dice = rng.random()
            if dice < 0.4 and depth < self.profile["depth"]:
                self.map(column + 1 + blanks, column, lead + " " * blanks, depth + 1)
            elif dice < 0.46 and depth < self.profile["depth"]:
                self.list(column + 1 + blanks, depth + 1, lead + " " * blanks)
            else:
                self.value(lead, column, depth, in_map=False)

    def flow(self, head, column, depth):
        if self.rng.random() < 0.35:
            self.flow_lines(head + " ", column + 1, depth, len(self.lines) + self.rng.choice((2, 4, 8)))
        else:
            self.end(head + self.gap(head) + self.flow_text(0))

    def flow_entry(self, is_map, level, line_end=False):
        rng = self.rng
        if not is_map:
            if self.chance("single_pair"):
                return f"{self.next_flow_key()}: {scalars.plain(rng, self.profile, True)}"
            return self.flow_text(level)
        key = self.next_flow_key()
        dice = rng.random()
        if dice < 0.06 and not line_end:  # yaml-cpp takes a key alone at the end of a line for something else
            return key
        if dice < 0.12:
            return key + ": "
        if dice < 0.18:
            return f'"q{self.number}":{rng.randint(1, 9)}'
        return f"{key}: {self.flow_text(level)}"

    def next_flow_key(self):
        self.number += 1
        return self.rng.choice((f"f{self.number}", f"f{self.number}", f'"f {self.number}"', f"'f{self.number}'"))

    def flow_text(self, level):
        rng = self.rng
        if level > 3 or rng.random() < (0.15 if level == 0 else 0.65):
            if level > 0 and self.anchors and self.chance("alias"):
                return "*" + rng.choice(self.anchors)[0] + " "
            return scalars.inline(rng, self.profile, True)
        is_map = rng.random() < 0.5
        entries = [self.flow_entry(is_map, level + 1) for _ in range(rng.choice((0, 1, 2, 3, 4)))]
        inner = rng.choice((", ", ", ", " , ", ",  ")).join(entries)
        if entries and rng.random() < 0.1:
            inner += rng.choice((",", " ,", ", "))
        pad = rng.choice(("", "", " "))
        return ("{" if is_map else "[") + pad + inner + pad + ("}" if is_map else "]")

    def flow_lines(self, head, column, depth, until):
        """A flow collection over several lines, comments and a last comma included."""
        rng = self.rng
        is_map = depth == 0 and not head or rng.random() < 0.5
        self.end(head + ("{" if is_map else "["))
        inner = " " * (column + 2)
        while True:
            if self.chance("comment"):
                self.lines.append(inner + scalars.comment(rng))
            last = len(self.lines) + 1 >= until
            comma = "," if not last or rng.random() < 0.4 else ""
            self.end(inner + self.flow_entry(is_map, 1, not comma) + comma)
            if last:
                break
        close = max(0, column - 1) if rng.random() < 0.5 else column
        self.end(" " * close + ("}" if is_map else "]"))
