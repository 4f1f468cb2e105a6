"""The bytes of a page, a PDF or a feed in, what is in it out, from a process of its own.

What takes apart hostile input may run wild: it runs in a child with limits of time and memory,
and whatever happens there is one DocumentError here. Run as a module, this is the child: it reads
the bytes from its input and writes one JSON object.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from foedus.model.errors import DocumentError
from foedus.read.clean.hints import Hint, PageHints
from foedus.read.decoding import whole

SECONDS = 20  # of computing; a page of 2 MB takes 2
MAX_CHARACTERS = 1_000_000  # the longest report of a commission is shorter; a parse takes minutes
MEMORY = 1_500_000_000  # bytes of address space; a page of 10 MB takes a third
_WAIT = 3  # the clock may run that much longer than the computing, on a busy machine


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a document, what markup says of its lines, and what it says of itself.

    `metadata` may have title, author, publisher, url and published (an ISO date).
    """

    text: str
    hints: PageHints | None = None
    metadata: dict[str, str] = field(default_factory=dict)


def extract(kind: str, raw: bytes, name: str, seconds: float = SECONDS) -> Extract:
    """Take a page (kind `html`, UTF-8) or a PDF (`pdf`) apart. Raises DocumentError."""
    answer = taken_apart(kind, raw, name, seconds)
    hints = PageHints(tuple(frozenset(map(Hint, line)) for line in answer["hints"]))
    metadata = {key: whole(value) for key, value in answer["metadata"].items()}
    return Extract(whole(answer["text"]), hints, metadata)


def taken_apart(kind: str, raw: bytes, name: str, seconds: float = SECONDS) -> dict[str, Any]:
    """What the child says of the bytes: a page, a PDF, or a feed (`feed`, see there)."""
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-m", __name__, kind, str(seconds), str(MEMORY)]
    try:
        done = subprocess.run(  # noqa: S603 (our own module, no shell, nothing of the input in it)
            command,
            input=raw,
            capture_output=True,
            timeout=_WAIT * seconds,
            env={**os.environ, "PYTHONPATH": path},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(name, seconds) from None
    if done.returncode:
        _explain(done, name, seconds)
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise DocumentError(name, **answer["error"])
    return answer


def _explain(done: subprocess.CompletedProcess[bytes], name: str, seconds: float) -> NoReturn:
    """Raise for a child that ended without an answer."""
    if done.returncode == _OUT_OF_MEMORY:
        raise DocumentError(
            name,
            "too-large",
            f"taking it apart needs more than {MEMORY // 1_000_000:,} MB of memory",
            "save the report alone as plain text",
        )
    if done.returncode in (-9, -24):  # SIGKILL, SIGXCPU: the limit of computing time
        raise _too_slow(name, seconds)
    last = done.stderr.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
    raise DocumentError(
        name,
        "unreadable",
        f"it cannot be taken apart ({last or f'the converter ended with {done.returncode}'})",
        "save the report as plain text",
    )


def _too_slow(name: str, seconds: float) -> DocumentError:
    return DocumentError(
        name,
        "too-slow",
        f"taking it apart takes longer than {seconds:g} seconds",
        "save the report alone as plain text",
    )


_OUT_OF_MEMORY = 77


def _limit(seconds: float, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds
        return
    whole = max(1, round(seconds))
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _serve(kind: str, seconds: float, memory: int) -> int:
    """The child: bytes on standard input, one JSON object on standard output."""
    _limit(seconds, memory)
    raw = sys.stdin.buffer.read()
    try:
        answer = _answer(kind, raw)
    except DocumentError as error:
        answer = {"error": {"code": error.code, "problem": error.problem, "remedy": error.remedy}}
    except MemoryError:
        return _OUT_OF_MEMORY
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    return 0


def _answer(kind: str, raw: bytes) -> dict[str, Any]:
    """What the converter of this kind finds, as JSON."""
    if kind == "feed":
        from foedus.read.feeds import convert_feed

        return convert_feed(raw)
    if kind == "html":
        from foedus.read.html import convert_html

        found = convert_html(raw)
    else:
        from foedus.read.pdf import convert_pdf

        found = convert_pdf(raw)
    return {
        "text": found.text,
        "hints": [sorted(line) for line in found.hints.lines] if found.hints else [],
        "metadata": found.metadata,
    }


if __name__ == "__main__":
    sys.exit(_serve(sys.argv[1], float(sys.argv[2]), int(sys.argv[3])))
