"""The offices and affiliations of persons, as the text gives them: titles before the name,
appositions on either side, "at the institute", "who heads the agency", "is a professor of law".
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Affiliation, MentionForm
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.lexicon import person_words, sector_words
from foedus.read.actors.phrases import ARTICLES, countries_between, noun_at, role_nouns
from foedus.read.actors.sectors import sector_of

_TITLE_POS = frozenset({"PROPN", "NOUN", "ADJ"})
_STOP = frozenset({";", ":", '"', "(", ")", "--"})
_ENDS = re.compile(r"[,.;:\s]+$")


def affiliate(draft: Draft) -> None:
    """Give every named person the offices and affiliations that stand beside the name."""
    for number, mark in enumerate(list(draft.marks)):
        figure = draft.figures[mark.figure]
        if figure.kind is not ActorKind.PERSON or mark.form not in (
            MentionForm.NAME,
            MentionForm.SURNAME,
        ):
            continue
        start = title_start(draft, mark.core, mark.figure)
        if start is not None:
            _add(draft, figure, start, _title_end(draft, start, mark.core))
            draft.marks[number] = Marked(
                min(start, mark.start), mark.end, mark.core, mark.figure, mark.form
            )
            for token in range(start, mark.start):
                draft.taken[token] = draft.marks[number]
        for first, last, mention in _beside(draft, mark):
            _add(draft, figure, first, last)
            if mention:
                draft.mark(Marked(first, last, first, mark.figure, MentionForm.ROLE))


def _beside(draft: Draft, mark: Marked) -> Iterator[tuple[int, int, bool]]:
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


# --- a title before the name -------------------------------------------------------------------


def title_start(draft: Draft, core: int, figure: int = -1) -> int | None:
    """The first token of the title that ends right before the token `core`, if there is one."""
    tokens, at = draft.tokens, core
    plain = person_words().plain
    while at > 0 and tokens[at - 1].lower_.rstrip(".") in plain:
        at -= 1
    end = at
    while (
        at > 0
        and draft.block[at - 1] == draft.block[core]
        and _in_title(draft, at - 1, end, figure)
    ):
        at -= 1
    while at < end and not _begins_title(draft, at):
        at += 1
    return at if at < end and _has_role(draft, at, end) else None


def _title_end(draft: Draft, start: int, core: int) -> int:
    end = core
    while end - 1 > start and draft.tokens[end - 1].lower_.rstrip(".") in person_words().plain:
        end -= 1
    return end


def _in_title(draft: Draft, at: int, end: int, figure: int) -> bool:
    token = draft.tokens[at]
    if token.ent_type_ in ("DATE", "TIME") or _of_other(draft, at, figure):
        return False
    if token.pos_ in _TITLE_POS:
        return True
    if token.text == "-":
        # "MOSCOW - President" is a dateline, "vice-president" is one word.
        return not token.whitespace_ and not draft.tokens[at - 1].whitespace_
    if token.tag_ == "POS" or token.text in ("&", "/"):
        return at + 1 < end
    if token.lower_ in ("of", "for", "and", "to") and 0 < at < end - 1:
        return _linked(draft, at, end)
    return token.tag_ in ("VBG", "VBN") and token.lower_ in (
        "acting",
        "retired",
        "ousted",
        "deposed",
        "exiled",
        "jailed",
        "outgoing",
        "incoming",
    )


def _of_other(draft: Draft, at: int, figure: int) -> bool:
    """Whether the token belongs to the mention of another person."""
    mark = draft.taken.get(at)
    if mark is None or mark.figure == figure:
        return False
    return draft.figures[mark.figure].kind is ActorKind.PERSON


def _linked(draft: Draft, at: int, end: int) -> bool:
    """ "minister for trade and industry": what "of", "for", "and" joins is one title."""
    tokens = draft.tokens
    if tokens[at].lower_ == "and":
        before = noun_at(draft, at - 1, role_nouns())
        if before:
            return bool(noun_at(draft, end - 1, role_nouns())) and at - 1 not in draft.taken
        return any(
            tokens[t].lower_ in ("of", "for") and noun_at(draft, t - 1, role_nouns())
            for t in range(max(1, at - 4), at)
        )
    # "the head of President Doe" is no office; "chief of staff Doe" is one.
    last = noun_at(draft, end - 1, role_nouns())
    return bool(noun_at(draft, at - 1, role_nouns())) and not (
        last and end - len(last.split()) > at
    )


def _begins_title(draft: Draft, at: int) -> bool:
    token = draft.tokens[at]
    return (
        token.pos_ in (*_TITLE_POS, "VERB")
        and token.lower_ not in ("former-",)
        and token.text[0].isalnum()
    )


def _has_role(draft: Draft, start: int, end: int) -> bool:
    """Whether the last noun of the title, or the one before its "of", is a role."""
    if draft.tokens[end - 1].tag_ == "NNS":
        return False
    if noun_at(draft, end - 1, role_nouns()):
        return True
    return any(
        draft.tokens[t].lower_ in ("of", "for", "to")
        and t > start
        and noun_at(draft, t - 1, role_nouns())
        for t in range(start, end)
    )


# --- beside the name ---------------------------------------------------------------------------


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
                if found:
                    return found
    head = _next_role(draft, at + 1)
    return _role_phrase(draft, head, at + 1) if head is not None else None


def _next_role(draft: Draft, at: int) -> Token | None:
    """The role noun that the words from `at` on lead to, with nothing but modifiers between."""
    tokens = draft.tokens
    for token in tokens[at : at + 9]:
        if draft.sentence[token.i] != draft.sentence[at]:
            return None
        following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        if noun_at(draft, token.i, role_nouns()) and (
            following is None or following.pos_ not in _TITLE_POS
        ):
            return token
        if token.pos_ not in (*_TITLE_POS, "DET", "PART", "CCONJ") and token.text != "-":
            return None
    return None


def _role_phrase(draft: Draft, head: Token, first: int) -> tuple[int, int] | None:
    """The bounds of an apposition with this head, article dropped, cut where a clause begins."""
    if not noun_at(draft, head.i, role_nouns()) or head.tag_ == "NNS":
        return None
    tokens = draft.tokens
    start = max(first, min(head.left_edge.i, head.i))
    while start < head.i and tokens[start].lower_ in ARTICLES:
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
    if start is None or comma in draft.taken:
        return None
    parsed = tokens[mark.end - 1].dep_ == "appos" and start <= head.i < comma
    closed = mark.end < len(tokens) and tokens[mark.end].text in (",", "-", ".")
    opened = start > 0 and (tokens[start - 1].lower_ in ARTICLES or tokens[start].is_sent_start)
    return (start, comma) if parsed or (closed and opened) else None


def _at_organisation(draft: Draft, mark: Marked) -> tuple[int, int] | None:
    """ "NAME of the institute", "NAME at the bank"."""
    tokens, at = draft.tokens, mark.end
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


# --- keeping it --------------------------------------------------------------------------------


def _add(draft: Draft, figure: Figure, start: int, end: int) -> None:
    span = draft.span(start, end)
    words = span.of(draft.text)
    folded = words.casefold()
    if any(folded in known.text.casefold() for known in figure.affiliations):
        return
    figure.affiliations = [a for a in figure.affiliations if a.text.casefold() not in folded]
    figure.affiliations.append(Affiliation(words, span))
    named = countries_between(draft, start, end)
    if named and not figure.country:
        figure.country = named[0]
    sector = sector_of(words)
    figure.sector = figure.sector or sector
    if sector_words().former & {token.lower_ for token in draft.tokens[start:end]}:
        return
    for token in range(start, end):
        noun = noun_at(draft, token, role_nouns())
        if noun:
            figure.roles |= person_words().alike.get(noun, frozenset({noun}))
