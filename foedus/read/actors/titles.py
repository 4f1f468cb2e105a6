"""The title before a person's name: where it begins and ends ("the Deputy Prime Minister")."""

from foedus.model.actor import ActorKind
from foedus.read.actors.draft import Draft
from foedus.read.actors.lexicon import person_words
from foedus.read.actors.phrases import noun_at, role_nouns

TITLE_POS = frozenset({"PROPN", "NOUN", "ADJ"})


def title_start(draft: Draft, core: int, figure: int = -1) -> int | None:
    """The first token of the title that ends right before the token `core`, if there is one."""
    tokens, at = draft.tokens, core
    plain = person_words().plain
    while at > 0 and tokens[at - 1].lower_.rstrip(".") in plain and not tokens[at - 1].is_lower:
        at -= 1  # "Lady NAME", but not "the first lady, NAME"
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


def title_end(draft: Draft, start: int, core: int) -> int:
    """The token behind the title, short of a plain "Mr" before the name."""
    end = core
    while end - 1 > start and draft.tokens[end - 1].lower_.rstrip(".") in person_words().plain:
        end -= 1
    return end


def _in_title(draft: Draft, at: int, end: int, figure: int) -> bool:
    token = draft.tokens[at]
    if token.ent_type_ in ("DATE", "TIME") or _of_other(draft, at, figure):
        return False
    if token.pos_ in TITLE_POS:
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
        token.pos_ in (*TITLE_POS, "VERB")
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
