"""The gate: run every measure, write the table in bench/README.md, fail below bench/floors.json.

    python bench/gate.py [MEASURE ...]      # default: all of them; --raise lifts the floors

Floors only rise: `--raise` lifts each to what was measured, less its tolerance.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.measures import MEASURES, Numbers  # noqa: E402 - the root must be on the path first

DATA = ROOT.parent / "shared" / "data"
FLOORS = ROOT / "bench" / "floors.json"
README = ROOT / "bench" / "README.md"
TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- /table -->)", re.DOTALL)


def failures(floors: dict[str, dict[str, float]], results: dict[str, Numbers]) -> list[str]:
    """What lies below its floor (or above its ceiling), a line each."""
    found = []
    for key, limits in floors.items():
        measure, number = key.split(".")
        if measure not in results:
            continue
        value = results[measure][number]
        if value < limits.get("floor", value):
            found.append(f"{key}: {value:.4g} is below the floor of {limits['floor']}")
        if value > limits.get("ceiling", value):
            found.append(f"{key}: {value:.4g} is above the ceiling of {limits['ceiling']}")
    return found


def raised(
    floors: dict[str, dict[str, float]], results: dict[str, Numbers]
) -> dict[str, dict[str, float]]:
    """The floors lifted to what was measured, less a tolerance; ceilings stay."""
    lifted = {key: dict(limits) for key, limits in floors.items()}
    for key, limits in lifted.items():
        measure, number = key.split(".")
        if measure in results and "floor" in limits:
            slack = limits.get("tolerance", 0.0)
            limits["floor"] = max(limits["floor"], round(results[measure][number] - slack, 3))
    return lifted


def table(floors: dict[str, dict[str, float]], results: dict[str, Numbers]) -> str:
    """The results as a Markdown table, with floor or ceiling where there is one."""
    lines = ["| measure | number | value | floor | ceiling |", "|---|---|---|---|---|"]
    for measure, numbers in results.items():
        for number, value in numbers.items():
            limits = floors.get(f"{measure}.{number}", {})
            floor, ceiling = limits.get("floor", ""), limits.get("ceiling", "")
            lines.append(f"| {measure} | {number} | {value:.4g} | {floor} | {ceiling} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Run the measures named (default: all); 0 when every number is within its limits."""
    wanted = [name for name in arguments if not name.startswith("--")] or list(MEASURES)
    if not DATA.is_dir():
        print(f"the development data are not beside this repository ({DATA.name} is missing)")
        return 2
    floors = json.loads(FLOORS.read_text("utf-8"))
    results: dict[str, Numbers] = {}
    for name in wanted:
        print(f"{name} ...", end=" ", flush=True)
        results[name] = MEASURES[name](DATA)
        print(", ".join(f"{k} {v:.4g}" for k, v in results[name].items()))
    if "--raise" in arguments:
        floors = raised(floors, results)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    if set(wanted) == set(MEASURES):
        page = TABLE.sub(lambda _: table(floors, results), README.read_text("utf-8"))
        README.write_text(page, encoding="utf-8")
    missed = failures(floors, results)
    print("\n".join(missed) or "all within their limits")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
