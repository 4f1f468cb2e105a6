"""What stands beside a person's name and tells the office or affiliation: its bounds in tokens.

"NAME, director of the institute", "the Secretary of State, NAME", "NAME of the institute", "NAME,
who heads the agency", "NAME is a professor".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.actor import ActorKind
from foedus.read.actors.described import OWNED
from foedus.read.actors.draft import Draft, Marked
from foedus.read.actors.lexicon import person_words
from foedus.read.actors.phrases import ARTICLES, noun_at, role_nouns
from foedus.read.actors.titles import TITLE_POS, title_start

_LONGEST = 12  # tokens of an office before the name
_STOP = frozenset({";", ":", '"', "(", ")", "--"})


def beside(draft: Draft, mark: Marked) -> Iterator[tuple[int, int, bool]]:
    """Token bounds of what stands beside the name, and whether it is a mention of the person."""
    found = _apposition(draft, mark)
    if found:
        yield (*found, True)
    before = _apposed_to(draft, mark)
    if before:
        yield (*before, True)
    for bounds in (_at_organisation(draft, mark), _who_heads(draft, mark), _is_a(draft, mark)):
        if bounds:
            yield (*bounds, False)


def _apposition(draft: Draft, mark: Marked) -> tuple[int, int] | None:
    """ "NAME, director of the institute, ..." """
    tokens, at = draft.tokens, mark.end
    if (
        at + 1 >= len(tokens)
        or tokens[at].text not in (",", "(")
        or draft.block[at + 1] != draft.block[at]
    ):
        return None
    for token in range(mark.core, mark.end):
        for child in tokens[token].rights:
            if child.dep_ == "appos" and child.i > at:
                found = _role_phrase(draft, child, at + 1)
                if found and not _is_subject(draft, mark, found):
                    return found
    head = _next_role(draft, at + 1)
    role = _role_phrase(draft, head, at + 1) if head is not None else None
    return None if role is None or _is_subject(draft, mark, role) else role


def _is_subject(draft: Draft, mark: Marked, role: tuple[int, int]) -> bool:
    """ "After talks with NAME, the premier said ...": the premier is another, who said it."""
    tokens, end = draft.tokens, role[1]
    within = tokens[mark.end - 1].dep_ in ("pobj", "dobj", "conj", "poss")
    goes_on = end < len(tokens) and tokens[end].tag_ in ("VBD", "VBZ", "VBP", "MD")
    return within and goes_on


def _next_role(draft: Draft, at: int) -> Token | None:
    """The role noun that the words from `at` on lead to, with nothing but modifiers between."""
    tokens = draft.tokens
    for token in tokens[at : at + 9]:
        if draft.sentence[token.i] != draft.sentence[at]:
            return None
        following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        if noun_at(draft, token.i, role_nouns()) and (
            following is None or (following.pos_ not in TITLE_POS and following.tag_ != "POS")
        ):
            return token
        if token.pos_ not in (*TITLE_POS, "DET", "PART", "CCONJ") and token.text != "-":
            return None
    return None


def _role_phrase(draft: Draft, head: Token, first: int) -> tuple[int, int] | None:
    """The bounds of an apposition with this head, cut where a clause begins.

    An article is dropped, and a possessive too, whose referent the words alone do not give
    ("its foreign minister").
    """
    if not noun_at(draft, head.i, role_nouns()) or head.tag_ == "NNS":
        return None
    tokens = draft.tokens
    start = max(first, min(head.left_edge.i, head.i))
    while start < head.i and tokens[start].lower_ in ARTICLES | OWNED:
        start += 1
    end = min(head.right_edge.i + 1, _clause_start(draft, head))
    while end > head.i + 1 and (
        tokens[end - 1].is_punct or tokens[end - 1].lower_ in ("and", "but")
    ):
        end -= 1
    return (start, end) if start <= head.i < end else None


def _clause_start(draft: Draft, head: Token) -> int:
    """The first token after the head at which a clause or an aside begins."""
    tokens = draft.tokens
    for at in range(head.i + 1, head.right_edge.i + 1):
        token = tokens[at]
        if (
            token.text in _STOP
            or token.tag_ in ("WP", "WDT", "WP$", "WRB")
            or (token.dep_ == "relcl")
        ):
            return at
        if token.text == "-" and token.whitespace_ and tokens[at - 1].whitespace_:
            return at
        if token.text == "," and _verb_follows(draft, at):
            return at
    return head.right_edge.i + 1


def _verb_follows(draft: Draft, comma: int) -> bool:
    following = draft.tokens[comma + 1 : comma + 3]
    return any(t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBG", "VBN") for t in following[:1])


def _apposed_to(draft: Draft, mark: Marked) -> tuple[int, int] | None:
    """ "The US Secretary of State, NAME, has ..." """
    tokens, comma = draft.tokens, mark.start - 1
    if comma < 1 or tokens[comma].text != "," or draft.block[comma] != draft.block[mark.core]:
        return None
    head = tokens[mark.end - 1].head
    start = title_start(draft, comma)
    if start is None and comma not in draft.taken:
        return _role_of_body(draft, mark, comma)
    if start is None or comma in draft.taken:
        return None
    parsed = tokens[mark.end - 1].dep_ == "appos" and start <= head.i < comma
    closed = mark.end < len(tokens) and tokens[mark.end].text in (",", "-", ".")
    opened = start > 0 and (tokens[start - 1].lower_ in ARTICLES or tokens[start].is_sent_start)
    return (start, comma) if parsed or (closed and opened) else None


def _role_of_body(draft: Draft, mark: Marked, comma: int) -> tuple[int, int] | None:
    """ "a spokesman for the defence ministry, NAME"."""
    tokens = draft.tokens
    name = tokens[mark.end - 1]
    head = name.head
    if name.dep_ != "appos" or not comma - _LONGEST < head.i < comma - 1:
        return None
    between = tokens[head.i + 1 : comma]
    if between[0].lower_ not in ("for", "of", "at") or any(
        (token.is_punct and token.text != "-") or token.pos_ in ("VERB", "AUX") for token in between
    ):
        return None
    found = _role_phrase(draft, head, max(0, head.left_edge.i))
    return (found[0], comma) if found else None


def _at_organisation(draft: Draft, mark: Marked) -> tuple[int, int] | None:
    """ "NAME of the institute", "NAME, of the institute", "NAME at the bank"."""
    tokens, at = draft.tokens, mark.end
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].lower_ in ("of", "at"):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower_ not in ("of", "at", "from", "with"):
        return None
    if tokens[at].head.i not in range(mark.core, mark.end):
        return None
    for child in tokens[at].rights:
        if child.dep_ == "pobj":
            start = child.left_edge.i
            while start < child.i and tokens[start].lower_ in ARTICLES:
                start += 1
            end = min(child.right_edge.i + 1, _clause_start(draft, child))
            named = draft.taken.get(child.i)
            kind = draft.figures[named.figure].kind if named else None
            if child.ent_type_ == "ORG" or kind in (ActorKind.ORGANISATION, ActorKind.MEDIA):
                while end > start + 1 and tokens[end - 1].is_punct:
                    end -= 1
                return start, end
    return None


def _who_heads(draft: Draft, mark: Marked) -> tuple[int, int] | None:
    """ "NAME, who heads the agency": from the verb on."""
    tokens, at = draft.tokens, mark.end
    if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower_ != "who":
        return None
    verb = tokens[at + 1].head
    if (
        verb.i <= at + 1
        or verb.i > at + 4
        or verb.lemma_ not in person_words().heading
        or verb.tag_ not in ("VBZ", "VBP")
    ):
        return None
    end = min(verb.right_edge.i + 1, _clause_start(draft, verb))
    while end > verb.i + 1 and tokens[end - 1].is_punct:
        end -= 1
    return (verb.i, end) if end > verb.i + 1 else None


def _is_a(draft: Draft, mark: Marked) -> tuple[int, int] | None:
    """ "NAME is a professor at the university"."""
    token = draft.tokens[mark.end - 1]
    if token.dep_ != "nsubj" or token.head.lower_ != "is" or token.head.i != mark.end:
        return None
    for child in token.head.rights:
        if child.dep_ == "attr":
            return _role_phrase(draft, child, token.head.i + 1)
    return None
