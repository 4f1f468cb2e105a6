"""One speaker over several reports, whatever each calls her."""

from foedus.report.dossier import Said, with_full_names
from tests.report.test_wordings import plain_source


def said(speaker: str, actor: str | None = None) -> Said:
    source = plain_source("text", "A")
    return Said(
        speaker, source, speaker, actor, (), speaker, (), (), "direct", "saying", "say", "cue"
    )


def keys(*given: Said) -> list[str]:
    return [one.key for one in with_full_names(given)]


def test_a_bare_surname_is_its_one_bearer() -> None:
    assert keys(said("Anna Berg"), said("Berg")) == ["anna berg", "anna berg"]


def test_a_surname_that_two_bear_stays_apart() -> None:
    assert keys(said("Anna Berg"), said("Jon Berg"), said("Berg"))[2] == "berg"


def test_a_middle_initial_makes_no_second_person() -> None:
    assert keys(said("Anna B. Berg"), said("Anna Berg", "person/anna-berg")) == [
        "person/anna-berg",
        "person/anna-berg",
    ]


def test_a_common_noun_is_no_surname() -> None:
    assert keys(said("a spokesman"), said("spokesman")) == ["a spokesman", "spokesman"]
