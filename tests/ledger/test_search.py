"""Full-text search: what is found, where, and that no query can break it."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foedus.ledger import Ledger
from foedus.model.errors import InputError
from tests.ledger.invented import PACT, pact, reading, receipt


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open() as opened:
        yield opened


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.add(pact(), receipt(PACT))
    return ledger


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("pact", "pact"),
        ("PACT", "pact"),
        ("tank", "tanks"),
        ("sign*", "signed"),
        ('"stand together"', "stand together"),
        ("wheat OR pact", "pact"),
        ("tanks borduria", "Borduria"),
        ("U.S. OR pact", "pact"),
    ],
)
def test_a_hit_has_its_place_in_the_document(kept: Ledger, query: str, words: str) -> None:
    (hit,) = kept.search(query)
    assert hit.passage.of(kept.document(hit.document).text) == words


@pytest.mark.parametrize("query", ["wheat", "pact wheat", '"together stand"', "pact -tanks", "pac"])
def test_what_does_not_fit_is_not_found(kept: Ledger, query: str) -> None:
    assert kept.search(query) == ()


def test_accents_do_not_hide_a_word(ledger: Ledger) -> None:
    text = "The communiqué was short."
    ledger.add(reading(text), receipt(text))
    assert len(ledger.search("communique")) == 1


def test_the_marks_show_the_words_in_the_snippet(kept: Ledger) -> None:
    (hit,) = kept.search("pact")
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["pact"]


def test_a_snippet_is_cut_between_words(ledger: Ledger) -> None:
    text = " ".join(["quiet"] * 60 + ["harbour"] + ["quiet"] * 60)
    ledger.add(reading(text), receipt(text))
    assert set(ledger.search("harbour")[0].snippet.split()) == {"quiet", "harbour"}


def test_a_hit_in_a_statement_has_its_place_in_the_document(kept: Ledger) -> None:
    (hit,) = kept.search("together", statements=True)
    assert (hit.row, hit.passage.of(PACT)) == ("statement", "together")


def test_superseded_statements_are_not_found(kept: Ledger) -> None:
    kept.add(reading(PACT, run="hand/2"), receipt(PACT))
    assert kept.search("together", statements=True) == ()


def test_no_more_hits_than_asked_for(ledger: Ledger) -> None:
    for n in range(5):
        ledger.add(reading(f"pact {n}"), receipt(f"pact {n}"))
    assert len(ledger.search("pact", 3)) == 3


def test_markup_in_a_document_comes_back_as_it_stands(ledger: Ledger) -> None:
    text = "<script>alert('pact')</script> \x02 pact"
    ledger.add(reading(text), receipt(text))
    assert ledger.search("pact")[0].snippet == text


@pytest.mark.parametrize("query", ["", " ", '"', "*", "((", "OR", "-pact", "\0"])
def test_a_query_without_a_word_says_so(kept: Ledger, query: str) -> None:
    with pytest.raises(InputError, match="holds no word to look for"):
        kept.search(query)


def test_a_query_of_a_thousand_words_says_so(kept: Ledger) -> None:
    with pytest.raises(InputError, match="more than 64 words"):
        kept.search("a " * 1000)


PUNCTUATION = st.text(st.sampled_from("\"'()*:^-+{}.,;%ANDORTNE pact\0"), max_size=20)


@given(st.text(max_size=30) | PUNCTUATION)
@example('"pact" NEAR(')
@example("text: pact")
@example("pact' OR 1=1 --")
def test_no_query_breaks_the_search(query: str) -> None:
    with Ledger.open() as ledger:
        ledger.add(pact(), receipt(PACT))
        try:
            assert len(ledger.search(query)) <= 1
        except InputError as error:
            assert "holds no word" in str(error)
