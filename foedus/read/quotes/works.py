"""A quotation in, whether its marks show the name of a work ("Lost at Sea"), and no speech."""

from spacy.tokens import Token

from foedus.read.quotes.page import Page, Quotation

# What has a title that is written between marks.
_WORKS = frozenset(
    """
    book memoir novel autobiography biography film movie documentary song album single show series
    program programme podcast newsletter column essay poem play magazine painting video
    episode segment broadcast track musical opera manifesto anthology thriller
""".split()
)
# "Wrote “Lost at Sea”": with nothing between, what is written is a work; what is said is not.
_MAKING = frozenset("write publish release sing recite broadcast record cite play perform".split())
_SMALL = 3  # letters of a word that a title may write small
_LONGEST = 8


def names_work(page: Page, quotation: Quotation) -> bool:
    """Whether the words between the marks are written as a title, where one is to be expected.

    Behind a possessive without a comma ("told ABC's “Morning Hour”"), behind the name of a kind
    of work ("her memoir, “Lost at Sea,”"), or right behind a verb of making ("wrote “At Sea”").
    """
    words = page.words(quotation.first, quotation.last)
    before = [
        t for t in page.tokens[max(0, quotation.first - 3) : quotation.first] if not t.is_space
    ]
    if not before or not 0 < len(words) <= _LONGEST or not _as_title(words):
        return False
    last = before[-1]
    if last.text == "," and len(before) > 1:
        return before[-2].lemma_ in _WORKS
    return last.tag_ == "POS" or last.lemma_ in _WORKS or last.lemma_ in _MAKING


def _as_title(words: list[Token]) -> bool:
    large = [w for w in words if w.text[0].isupper()]
    return words[0] in large and all(w in large or len(w) <= _SMALL for w in words)
