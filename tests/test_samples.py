"""The sample reports: found, honest about what they are, and different where they should be."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from foedus.model.errors import InputError
from foedus.samples import NAMES, sample_files

ROOT = Path(__file__).parents[1]
QUOTED = re.compile("“([^”]+)”")
TEXTS = {file.name: file.read_text("utf-8") for file in sample_files()}


def visible(name: str) -> str:
    """The article of a page, without mark-up; a text as it is."""
    text = TEXTS[name]
    if name.endswith(".html"):
        text = text[text.index("<article>") : text.index("</article>")]
    return re.sub("<[^>]+>", "", text)


def test_the_three_samples_are_found() -> None:
    assert tuple(file.name for file in sample_files()) == NAMES


def test_package_data_comes_before_the_repository(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        for name in NAMES:
            (tmp_path / folder / name).write_text("x")
    found = sample_files((tmp_path / "first", tmp_path / "second"))
    assert {file.parent.name for file in found} == {"first"}


def test_missing_samples_are_an_error_that_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=re.escape(str(tmp_path))):
        sample_files((tmp_path,))


@pytest.mark.parametrize("name", NAMES)
def test_each_outlet_says_that_it_is_a_sample(name: str) -> None:
    assert re.search(
        r"(does not exist|is an invented \w+).+ sample (written )?for foedus", TEXTS[name]
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_is_listed_with_its_source(name: str) -> None:
    readme = (ROOT / "samples" / "README.md").read_text("utf-8")
    missing = [q for q in QUOTED.findall(visible(name)) if q.rstrip(",") not in readme]
    assert not missing


@pytest.mark.parametrize("name", NAMES)
def test_quotations_are_a_few_words(name: str) -> None:
    assert all(len(quote.split()) <= 15 for quote in QUOTED.findall(visible(name)))


def test_the_two_translations_differ_in_one_word() -> None:
    start = "mutual assistance in the event"
    one, other = (
        next(q for q in QUOTED.findall(visible(name)) if q.startswith(start)).split()
        for name in ("courier.txt", "tribune.html")
    )
    assert [pair for pair in zip(one, other, strict=True) if len(set(pair)) > 1] == [
        ("treaty", "agreement")
    ]


def test_the_number_stands_with_two_hedges() -> None:
    hedges = {
        re.findall(r"(about|as many as) 6,700", visible(n))[0]
        for n in ("courier.txt", "tribune.html")
    }
    assert hedges == {"about", "as many as"}


@pytest.mark.slow
def test_a_wheel_carries_the_samples(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling is only there in a build environment")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {f"foedus/data/samples/{name}" for name in NAMES} <= held
