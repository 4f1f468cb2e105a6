"""Who would do what to whom, by the words of a condition alone."""

from collections.abc import Iterator

import pytest

from foedus.model.scenario import EventKind
from foedus.report.sections.casus.deeds import EACH_PARTY, IT, Deed, deed_of

NAMES = {"Ruritania": "RUR", "Ruritanian": "RUR", "Sylvania": "SYL", "Borduria": "BOR"}


def names(words: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for word in words.split(" "):
        bare = word.strip(",").removesuffix("’s")
        if bare in NAMES:
            yield at, at + len(bare), NAMES[bare]
        at += len(word) + 1


@pytest.mark.parametrize(
    ("words", "by", "on"),
    [
        ("if Ruritania attacks Sylvania", [("RUR",)], ["SYL"]),
        ("if Sylvania is attacked by Ruritania", [("RUR",)], ["SYL"]),
        ("if Sylvania is attacked", [], ["SYL"]),
        ("in the event of an armed attack by Ruritania on Sylvania", [("RUR",)], ["SYL"]),
        ("if Ruritania’s acts are framed as aggression against Sylvania", [("RUR",)], ["SYL"]),
        ("if Ruritanian strikes on Sylvania were held to be an attack", [("RUR",)], ["SYL"]),
        ("should Sylvania come under Ruritanian fire or attack", [("RUR",)], ["SYL"]),
        ("if Sylvania is attacked by Ruritania and Borduria", [("RUR", "BOR")], ["SYL"]),
        ("if Sylvania is attacked by Ruritania or Borduria", [("RUR",), ("BOR",)], ["SYL"]),
        ("in the event of aggression by Ruritania", [("RUR",)], []),
        ("if Ruritania’s armed aggression goes on", [("RUR",)], []),
        ("if Ruritania attacks", [("RUR",)], []),
        ("in the event of aggression against one of the parties", [], [EACH_PARTY]),
        ("if either state comes under armed attack", [], [EACH_PARTY]),
        ("if a third state attacks either of them", [], [EACH_PARTY]),
        ("if it is attacked", [], [IT]),
    ],
)
def test_the_words_say_who_attacks_whom(
    words: str, by: list[tuple[str, ...]], on: list[str]
) -> None:
    assert deed_of(words, names) == Deed(EventKind.ATTACK, tuple(by), tuple(on))


@pytest.mark.parametrize(
    "words",
    [
        "if war breaks out in Sylvania",
        "if fighting broke out between Ruritania and Sylvania",
        "unless Sylvania is attacked",
        "if Sylvania is not attacked",
        "once it was published",
        "if the Ruritania attacks frighten voters",
        "in the event of a terror attack on Sylvania",
        "if Ruritania settles in the occupied Sylvania",
    ],
)
def test_words_that_do_not_say_so_are_no_deed(words: str) -> None:
    assert deed_of(words, names) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("if Ruritania threatens Sylvania", EventKind.THREAT),
        ("if there is a threat of an attack on Sylvania", EventKind.THREAT),
        ("in the event of a blockade of Sylvania", EventKind.BLOCKADE),
        ("if Ruritania occupies Sylvania", EventKind.OCCUPATION),
        ("if Ruritania declares war on Sylvania", EventKind.DECLARATION),
    ],
)
def test_a_threat_or_a_blockade_is_no_attack(words: str, kind: EventKind) -> None:
    deed = deed_of(words, names)
    assert deed is not None
    assert deed.kind is kind


@pytest.mark.parametrize(
    "words",
    [
        "if Borduria fears an attack on Sylvania",
        "if Borduria regards the strikes as aggression against Sylvania",
        "if Borduria responds to an attack on Sylvania",
    ],
)
def test_who_thinks_of_an_attack_or_answers_it_is_not_who_attacks(words: str) -> None:
    deed = deed_of(words, names)
    assert deed is not None
    assert (deed.by, deed.on) == ((), ("SYL",))


def test_means_that_are_none_of_arms_are_kept() -> None:
    deed = deed_of("if Sylvania comes under a Ruritanian cyber attack", names)
    assert deed is not None
    assert deed.means == "cyber"


def test_a_state_in_which_it_happens_is_no_attacker() -> None:
    deed = deed_of("if Sylvania is attacked in Borduria", names)
    assert deed is not None
    assert deed.by == ()
