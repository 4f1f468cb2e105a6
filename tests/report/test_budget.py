"""The page's limits: what weighs most stands in front, in short form where room is short."""

from hypothesis import given
from hypothesis import strategies as st

from foedus.report.budget import SHARE, WORDS, filled, measured, within_budget
from foedus.report.items import SECTIONS, Item
from foedus.report.measure import Verbatim, words_in
from tests.report.test_wordings import plain_source

NOTHING = Verbatim(())


def sections(**items: list[Item]) -> dict[str, list[Item]]:
    return {name: items.get(name, []) for name in SECTIONS}


def line(weight: float, words: int = 100, short: str = "") -> Item:
    return Item(f"w{weight:g} " * words, (), {}, weight=weight, short=short)


def in_front(made: dict[str, list[Item]]) -> list[float]:
    return [i.weight for name in SECTIONS for i in made[name] if not i.behind]


def test_a_short_page_stays_as_it_is() -> None:
    given_items = sections(timeline=[line(1), line(2)], exchanges=[line(3)])
    assert within_budget(given_items, NOTHING) == given_items


def test_what_weighs_least_goes_behind() -> None:
    made = within_budget(sections(timeline=[line(w) for w in range(1, 15)]), NOTHING)
    kept = in_front(made)
    assert sorted(kept, reverse=True) == [14, 13, 12, 11, 10, 9, 8, 7]


def test_each_section_keeps_one_line() -> None:
    made = within_budget(
        sections(timeline=[line(w) for w in range(50, 65)], exchanges=[line(1), line(2)]), NOTHING
    )
    assert 2 in in_front(made)


def test_a_line_is_shortened_before_it_goes() -> None:
    long = Item("w " * 400, (), {}, weight=9, short="in short", short_weight=0)
    made = within_budget(sections(timeline=[*(line(w) for w in range(10, 18)), long]), NOTHING)
    assert made["timeline"][-1].text == "in short"
    assert not made["timeline"][-1].behind


def test_what_is_said_behind_the_fold_stays_there() -> None:
    hidden = Item("hidden", (), {}, behind=True, weight=99)
    assert within_budget(sections(timeline=[hidden]), NOTHING)["timeline"] == [hidden]


def test_words_of_the_reports_give_way_while_they_are_too_many() -> None:
    words = " ".join(f"word{n}" for n in range(200))
    known = Verbatim([plain_source(words, "A")])
    own = [Item(" ".join(words.split()[n : n + 20]), (), {}, weight=n) for n in range(0, 180, 20)]
    ours = [Item("ours " * 30, (), {}, weight=5)]
    made = within_budget(sections(statements=own, timeline=ours), known)
    assert measured(made, known).share <= SHARE
    assert not made["timeline"][0].behind


def test_what_still_fits_comes_to_the_front_the_weightiest_first() -> None:
    given_items = sections(timeline=[line(w, 300) for w in (1, 2, 3, 4)])
    page = sections(timeline=[item.put_behind() for item in given_items["timeline"]])
    assert in_front(filled(page, given_items, NOTHING, "")) == [3, 4]


def test_what_stands_behind_by_itself_does_not_fill_the_page() -> None:
    hidden = sections(timeline=[line(1).put_behind()])
    assert in_front(filled(hidden, hidden, NOTHING, "")) == []


@given(st.lists(st.tuples(st.sampled_from(["timeline", "exchanges", "statements"]),
                          st.integers(1, 120), st.integers(1, 90)), max_size=40))  # fmt: skip
def test_the_page_never_passes_its_limit(drawn: list[tuple[str, int, int]]) -> None:
    given_items = sections()
    for name, words, weight in drawn:
        given_items[name].append(line(weight, words))
    made = within_budget(given_items, NOTHING)
    assert measured(made, NOTHING).words <= WORDS
    for name in SECTIONS:
        assert [i.text for i in made[name]] == [i.text for i in given_items[name]]


def test_verbatim_counts_words_in_runs_of_five() -> None:
    known = Verbatim([plain_source("the parties shall consult each other at once", "A")])
    assert known.count("They say: the parties shall consult each, they say") == (5, 9)
    assert known.count("the parties shall consult") == (0, 4)


def test_a_dash_is_no_word() -> None:
    assert words_in("one – two") == 2
