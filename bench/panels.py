"""The panels over the real tables: seconds and memory of whole processes, rows against the peer's.

Every timed number is that of a process of its own, from its start to its end, loading included,
the best of three. Memory is the peak of the process. The peer's figures: 8.1 s, 11.6 s, 20.5 s and
19.9 s with R's peacesciencer, 9,750 s for the measures of similarity by the log of their author.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from foedus.history import allies, dyad_years, import_tables

Numbers = dict[str, float]
_ROOT = Path(__file__).resolve().parents[1]
_DYADS = "dyad_years(b, 1816, 2025).with_alliances()"
_WIDE = f"{_DYADS}.with_capabilities().with_majors().with_contiguity()"
_SPELLS = "dyad_years(b, 1816, 2014, directed=False).with_disputes().with_spells()"
_SIMILAR = "dyad_years(b, 1816, 2018, directed=False).with_similarity()"
_PEER_ROWS = {_DYADS: 2_252_760, _SPELLS: 918_315}
_RUNS = 3


@cache
def imported(data: Path) -> Path:
    """A baseline of all tables of the folder, made once."""
    folder = Path(mkdtemp(prefix="foedus-bench-"))
    import_tables([data / "alliances"], folder)
    return folder


def panels(data: Path) -> Numbers:
    """Seconds, megabytes and rows of the panels that the issue names."""
    baseline = imported(data)
    dyads, wide, spells, similar = (
        _alone(baseline, f"len({made}.collect())", dyad_years.__module__)
        for made in (_DYADS, _WIDE, _SPELLS, _SIMILAR)
    )
    cold = _alone(baseline, "len(allies(b, 2, 2015))", allies.__module__)
    off = [abs(one[2] - _PEER_ROWS[made]) for one, made in ((dyads, _DYADS), (spells, _SPELLS))]
    return {
        "dyads_s": dyads[0],
        "dyads_mb": dyads[1],
        "wide_s": wide[0],
        "spells_s": spells[0],
        "similarity_s": similar[0],
        "similarity_mb": similar[1],
        "allies_cold_s": cold[0],
        "allies_warm_ms": 1000 * _best(lambda: allies(baseline, 2, 2015)),
        "one_year_warm_ms": 1000
        * _best(lambda: dyad_years(baseline, 2015, 2015, states=[2]).with_alliances().collect()),
        "rows_off": float(sum(off)),
    }


def _alone(baseline: Path, expression: str, module: str) -> tuple[float, float, int]:
    """Seconds and megabytes of a process that works the expression out, and what it prints."""
    name = expression.partition("(")[2].partition("(")[0]
    code = (
        f"from pathlib import Path; from {module} import {name}; b = Path({str(baseline)!r}); "
        f"print({expression}); "
        # VmHWM, as ru_maxrss is that of the parent where it was larger
        "status = Path('/proc/self/status').read_text(); "
        "print(int(status.partition('VmHWM:')[2].split()[0]) / 1024)"
    )
    found = []
    for _ in range(_RUNS):
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True
        )
        seconds = time.perf_counter() - began
        rows, megabytes = done.stdout.split()
        found.append((seconds, float(megabytes), int(rows)))
    return min(found)


def _best(work: Callable[[], object]) -> float:
    """The seconds of the fastest of ten runs, after one that loads what is needed."""
    work()
    seconds = []
    for _ in range(10):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)
