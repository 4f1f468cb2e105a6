"""A verb of saying and its clause in; from where to where the clause is what is said, out.

What follows a colon or a further "that" belongs to it; the next deed, the next voice, an aside
in brackets and what stands behind a semicolon do not.
"""

from spacy.tokens import Token

from foedus.read.quotes.lexicon import OCCASION, SAYING
from foedus.read.quotes.page import OUTSIDE, Page
from foedus.read.quotes.phrases import (
    lengthened,
)
from foedus.read.quotes.trees import (
    joint_of_speaker,
    own_subject,
)

FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENING = frozenset({'"', "''", "``", "'", "(", "$"})
_SETTINGS = frozenset({"in", "during", "via", "through", "at"})
_LATER = frozenset({"though", "but", "while", "whereas", "although"})


def extent(page: Page, verb: Token, complement: Token) -> tuple[int, int]:
    """First and last token of the clause as it is said."""
    marker = next((c.i for c in complement.children if c.dep_ == "mark" and c.lower_ == "that"), -1)
    first = max(complement.left_edge.i, verb.i + 1, marker)
    last = lengthened(page, verb, first, complement.right_edge.i)
    last = _clause_on(page, verb, first, last)
    last = _cut(page, verb, first, _without_aside(page, first, last))
    last = _that_on(page, verb, _colon_on(page, verb, last))
    last = _without_setting(page, first, _without_who(page, first, last))
    while first <= last and page.tokens[first].is_punct and page.tokens[first].text not in _OPENING:
        first += 1
    return first, last


def _clause_on(page: Page, verb: Token, first: int, last: int) -> int:
    """The last token of a clause right behind, with no mark between, that the parser parts off."""
    end = page.bounds(verb.i)[1]
    if last + 1 >= end or first > last or page.inside[last + 1] != OUTSIDE:
        return last
    node = page.tokens[last + 1]
    while node.head.i != node.i and node.head.i > last and node.head.left_edge.i == last + 1:
        node = node.head
    return min(node.right_edge.i, end - 1) if node.dep_ == "ccomp" else last


def _without_setting(page: Page, first: int, last: int) -> int:
    """The last token before where it was said: "said it would hold *in a speech on Monday*"."""
    for token in page.tokens[first + 3 : last + 1]:
        if token.dep_ != "prep" or token.lower_ not in _SETTINGS or token.right_edge.i < last:
            continue
        noun = next((c for c in token.rights if c.dep_ == "pobj"), None)
        if noun is None or noun.lemma_ not in OCCASION or page.inside[token.i] != OUTSIDE:
            continue
        return _before_comma(page, token.i)
    return last


def _without_who(page: Page, first: int, last: int) -> int:
    """The last token before the writer's own ", who …" about a person named at the end."""
    for at in range(first + 1, last):
        if page.tokens[at].text == "," and page.tokens[at + 1].lower_ == "who":
            clause = page.tokens[at + 1].head
            ends = clause.dep_ == "relcl" and clause.right_edge.i >= last - 1
            if ends and page.inside[at] == OUTSIDE:
                return at - 1
    return last


def _colon_on(page: Page, verb: Token, last: int) -> int:
    """The last token of what stands behind a colon that the clause leads to."""
    end = page.bounds(verb.i)[1]
    if last + 2 < end and page.tokens[last + 1].text == ":" and page.inside[last + 1] == OUTSIDE:
        return end - 2 if page.tokens[end - 1].is_punct else end - 1
    return last


def _that_on(page: Page, verb: Token, last: int) -> int:
    """The last token of further clauses hung elsewhere: "…, and *that* …", "…; *that* …"."""
    end = page.bounds(verb.i)[1]
    while True:
        at = last + 1
        semicolon = at < end and page.tokens[at].text == ";"
        if semicolon or (at < end and page.tokens[at].text in (",", '"', "''")):
            at += 1
        joined = at < end and page.tokens[at].lower_ in ("and", "but")
        if not joined and not semicolon:
            return last
        at += joined
        if at >= end or page.inside[at] != OUTSIDE or page.tokens[at].lower_ != "that":
            return last
        longer = min(page.tokens[at].head.right_edge.i, end - 1)
        if page.tokens[at].dep_ != "mark" or longer <= last:
            return last
        last = _stopped(page, at, longer)


def _stopped(page: Page, first: int, last: int) -> int:
    """The last token before the next semicolon, or the mark that ends the sentence."""
    while page.tokens[last].text in (".", ";") and last > first:
        last -= 1
    return next((t.i - 1 for t in page.tokens[first : last + 1] if t.text == ";"), last)


def _cut(page: Page, verb: Token, first: int, last: int) -> int:
    """The last token of what is said, short of a semicolon or of what is told next."""
    for token in page.tokens[first + 1 : last + 1]:
        if page.inside[token.i] != OUTSIDE:
            continue
        if token.text == ";":
            return token.i - 1
        if token.lower_ == "according" and token.i > first + 2:
            return _before_comma(page, token.i)
        joint = joint_of_speaker(token)
        if joint is not None and joint.i - 1 > first:
            return _before_comma(page, joint.i)
        if _new_deed(page, verb, token, first):
            return _before_comma(page, token.i - 1)
        start = _new_voice(page, token)
        if start > first + 2:
            return _before_comma(page, start)
    return last


def _before_comma(page: Page, at: int) -> int:
    """The token before `at`, or before the comma that stands there."""
    return at - 2 if page.tokens[at - 1].text == "," else at - 1


def _new_voice(page: Page, token: Token) -> int:
    """Where the next voice begins: ", adding that …", ", but she said …"; else -1."""
    if token.lemma_ not in SAYING:
        return -1
    if token.tag_ == "VBG" and page.tokens[token.i - 1].text == ",":
        return token.i
    subject = own_subject(token)
    if subject is None or token.tag_ not in FINITE:
        return -1
    start = min(subject.left_edge.i, token.i) - 1
    turns = start > 0 and page.tokens[start].lower_ in _LATER and page.tokens[start - 1].text == ","
    return start if turns else -1


def _without_aside(page: Page, first: int, last: int) -> int:
    """The last token before an aside in brackets that ends the content: "… (Photo: AFP)"."""
    at = last
    while at > first and page.tokens[at].text != "(":
        if page.tokens[at].text == ")" and at < last:
            return last
        at -= 1
    return at - 1 if at > first + 2 and page.inside[at] == OUTSIDE else last


def _new_deed(page: Page, verb: Token, token: Token, first: int) -> bool:
    """Whether the token tells what the speaker did next: "said that he *would* go and *left*"."""
    if token.dep_ != "conj" or token.tag_ != verb.tag_ or token.head.tag_ == token.tag_:
        return False
    before = page.tokens[token.i - 1]
    return before.lower_ in ("and", "but") and token.i - 3 > first and own_subject(token) is None
