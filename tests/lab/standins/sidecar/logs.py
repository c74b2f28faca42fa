"""A container's output: job.out, then its own file; followed until the container has ended."""
import time

POLL_SECONDS = 0.5


def _sources(folder, container):
    run = folder / f"run-{container}.out"
    init = folder / f"init-{container}.out"
    return [folder / "job.out", init if init.exists() and not run.exists() else run]


def _read(path, offset=0):
    try:
        with open(path, "rb") as stream:
            stream.seek(offset)
            return stream.read()
    except OSError:
        return b""


def _limited(data, options):
    if options.get("Tail"):
        data = b"".join(data.splitlines(keepends=True)[-options["Tail"]:])
    if options.get("Bytes"):
        data = data[:options["Bytes"]]
    return data


def pieces(jobs, request):
    """Bytes to send, piece by piece; an unknown pod has no output."""
    folder = jobs / f"{request['Namespace']}-{request['PodUID']}"
    container = request["ContainerName"]
    options = request.get("Opts") or {}
    sources = _sources(folder, container)
    texts = [_read(path) for path in sources]
    first = _limited(b"".join(texts), options)
    if first:
        yield first
    if not options.get("Follow"):
        return
    offset = len(texts[1])
    while True:
        ended = not folder.exists() or (folder / f"run-{container}.status").exists()
        sources = _sources(folder, container)
        more = _read(sources[1], offset)
        offset += len(more)
        if more:
            yield more
        if ended:
            return
        time.sleep(POLL_SECONDS)
