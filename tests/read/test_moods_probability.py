"""Words of likelihood on published scales."""

import pytest

from foedus.model.errors import LibraryError
from foedus.read.moods import probability_of, scales


@pytest.mark.parametrize(
    ("words", "scale", "low", "high"),
    [
        ("probable", "kent-1964", 63, 87),
        ("almost certainly not", "kent-1964", 2, 12),
        ("Likely", "icd-203", 55, 80),
        ("very likely", "icd-203", 80, 95),
        ("is unlikely to", "icd-203", 20, 45),
    ],
)
def test_a_term_has_the_range_of_its_scale(words: str, scale: str, low: int, high: int) -> None:
    found = probability_of(words, scale)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("words", ["could", "more than likely", "not likely", "quite likely"])
def test_words_that_a_scale_does_not_list_have_no_range(words: str) -> None:
    assert probability_of(words, "icd-203") is None


def test_an_unknown_scale_names_those_that_exist() -> None:
    with pytest.raises(LibraryError, match="icd-203"):
        probability_of("likely", "nato-9")


def test_no_term_stands_in_two_bands_of_one_scale_and_every_range_is_sound() -> None:
    for terms in scales().values():
        assert all(0 <= p.low < p.high <= 100 for p in terms.values())
