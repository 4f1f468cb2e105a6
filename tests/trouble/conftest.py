"""The command line as a user meets it, and invented reports good and bad to give it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from foedus.cli import main

PACT = """Norway and Poland sign a pact

Norway and Poland signed a treaty on mutual assistance in Oslo on Monday.

“This bond will outlive us all,” said Anna Berg, a scholar at the University of Bergen.
"""
VISIT = """Minister of Chile visits Peru

The foreign minister of Chile visited Lima on Tuesday and met her counterpart there.

“We came to listen,” said Rosa Vidal, a spokeswoman for the ministry.
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit status, what it wrote to standard output and error."""

    status: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        return self.err.splitlines()


Command = Callable[..., Ended]


@pytest.fixture
def foedus(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The entry point of the command `foedus`, run in this process."""

    def run(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["foedus", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
        return Ended(status, *capsys.readouterr())

    return run


@pytest.fixture
def good(tmp_path: Path) -> tuple[Path, Path]:
    """Two reports that can be read."""
    pact, visit = tmp_path / "pact.txt", tmp_path / "visit.txt"
    pact.write_text(PACT, "utf-8")
    visit.write_text(VISIT, "utf-8")
    return pact, visit
