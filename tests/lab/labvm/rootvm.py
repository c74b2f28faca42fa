def up(lab, progress): pass
def down(lab, progress): pass
def fault(options): return None
