"""What tells a person's office and affiliation in; which words are the one, which the other, out.

"Korea Chair at the Centre for Security" is an office, "Korea Chair", and the body that it is of,
"Centre for Security"; "Norwegian foreign minister" an office and a state; "World Bank" no office.
"""

from foedus.model.actor import ActorKind, MentionForm
from foedus.model.document import Span
from foedus.read.actors.draft import Draft
from foedus.read.actors.phrases import ARTICLES, body_nouns, noun_at, role_nouns

_LINKS = frozenset({"of", "at", "for", "with", "from"})
_BODIES = frozenset({
    ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.BLOC, ActorKind.MEDIA, ActorKind.GROUP,
})  # fmt: skip
_TAGGED = frozenset({"ORG", "GPE", "NORP", "FAC"})
_HEADING = frozenset({"VBZ", "VBP"})
# Who studies a state is not therefore its own: "a Russia expert".
_LEARNED = frozenset({
    "chair", "expert", "analyst", "specialist", "scholar", "watcher", "correspondent", "researcher",
    "historian", "economist", "editor",
})  # fmt: skip
Bounds = tuple[int, int]


def office_and_body(
    draft: Draft, start: int, end: int
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The characters of the tokens `start` to `end` that name offices, and those that name bodies.

    Both may be empty, and several: "former *Norwegian* envoy" has its office in two pieces.
    """
    offices: list[Bounds] = []
    bodies: list[Bounds] = []
    for first, last in _segments(draft, start, end):
        own, of = _parted(draft, first, last)
        offices += own
        bodies += of
    return _spans(draft, offices), _spans(draft, bodies)


def _spans(draft: Draft, bounds: list[Bounds]) -> tuple[Span, ...]:
    trimmed = (_trimmed(draft, *one) for one in bounds)
    return tuple(draft.span(*one) for one in trimmed if one[0] < one[1])


def _segments(draft: Draft, start: int, end: int) -> list[Bounds]:
    """ "fellow at the institute and former envoy": cut where a second office begins."""
    cuts = [start]
    for at in range(start + 1, end - 1):
        if draft.tokens[at].lower_ not in ("and", ",") or not _head(draft, cuts[-1], at):
            continue
        follows = draft.tokens[at + 1].lower_ in ARTICLES | {"former", "current"}
        head = _head(draft, at + 1, min(end, at + 5))
        plain = head is not None and (follows or draft.tokens[at].lower_ == "and")
        if plain and not _joined_nouns(draft, at):
            cuts.append(at + 1)
    return list(zip(cuts, [*(cut - 1 for cut in cuts[1:]), end], strict=True))


def _joined_nouns(draft: Draft, at: int) -> bool:
    """ "founder and director of the institute": two nouns of one phrase, with no body between."""
    return bool(noun_at(draft, at - 1, role_nouns())) and draft.tokens[at].lower_ == "and"


def _head(draft: Draft, start: int, end: int) -> int | None:
    """The first token at which a noun of an office ends."""
    for at in range(start, end):
        whole = at + 1 >= end or draft.tokens[at + 1].pos_ not in ("NOUN", "PROPN")
        if noun_at(draft, at, role_nouns()) and whole:
            longer = (t for t in range(at + 2, min(end, at + 4)) if _reaches(draft, t, at))
            return next(longer, at)
    return None


def _reaches(draft: Draft, last: int, first: int) -> bool:
    """Whether one noun of the lexicon goes from the one to the other: "secretary of state"."""
    size = len(noun_at(draft, last, role_nouns()).split())
    return last + 1 - size <= first


def _parted(draft: Draft, start: int, end: int) -> tuple[list[Bounds], list[Bounds]]:
    if draft.tokens[start].tag_ in _HEADING:  # "heads the agency", "teaches law at the school"
        return [(start, end)], _house(draft, start, end)
    head = _head(draft, start, end)
    if head is None:
        return [], [(start, end)] if _is_body(draft, start, end) else []
    core = max(start, head + 1 - len(noun_at(draft, head, role_nouns()).split()))
    link = _link(draft, head + 1, end)
    stop = end if link is None else link
    bodies = [] if link is None else [(link + 1, _body_end(draft, link + 1, end))]
    owner = _owner(draft, start, core)
    if owner is not None and _is_subject(draft, owner, head, bool(bodies)):
        owner = None
    if owner is None and draft.tokens[head].ent_type_ == "NORP":
        return [], [(start, stop), *bodies]  # "Republican", said of a member
    if owner is None:
        return [(start, stop)], bodies
    return [(start, owner[0]), (owner[1], stop)], [owner, *bodies]


def _link(draft: Draft, start: int, end: int) -> int | None:
    return next((at for at in range(start, end) if _links(draft, at, end)), None)


def _house(draft: Draft, verb: int, end: int) -> list[Bounds]:
    """What the verb says that somebody heads, or works at."""
    link = _link(draft, verb + 1, end)
    start = verb + 1 if link is None else link + 1
    named = link is not None or _is_name(draft, start) or _is_body(draft, start, end)
    return [(start, _body_end(draft, start, end))] if named else []


def _owner(draft: Draft, start: int, core: int) -> Bounds | None:
    """The state or body that stands before the office: "*Norwegian* foreign minister"."""
    at = [t for t in range(start, core) if _names_body(draft, t) and not draft.tokens[t].is_lower]
    return (at[0], at[-1] + 1) if at else None


def _is_subject(draft: Draft, owner: Bounds, head: int, housed: bool) -> bool:
    """ "*Korea* Chair at the institute", "*Russia* expert": what the work is about."""
    mark = draft.taken.get(owner[0])
    state = mark is not None and draft.figures[mark.figure].kind is ActorKind.STATE
    owned = draft.tokens[owner[1]].tag_ == "POS"
    named = state and mark is not None and mark.form is MentionForm.NAME and not owned
    return named and (housed or draft.tokens[head].lower_ in _LEARNED)


def _links(draft: Draft, at: int, end: int) -> bool:
    """Whether a body stands behind the preposition, before the next one."""
    if draft.tokens[at].lower_ not in _LINKS or at + 1 >= end:
        return False
    if draft.tokens[at].lower_ == "at" and _is_name(draft, at + 1):
        return True
    loose = draft.tokens[at + 1].is_lower and draft.tokens[at + 1].lower_ not in ARTICLES
    if loose and at + 1 not in draft.taken:
        return False  # "minister for trade and industry"
    later = (t for t in range(at + 1, end) if draft.tokens[t].dep_ == "prep")
    return _is_body(draft, at + 1, next(later, end))


def _body_end(draft: Draft, start: int, end: int) -> int:
    """Where the body's own words end: before a comma, a clause or an aside."""
    for at in range(start, end):
        token = draft.tokens[at]
        if token.text in (",", ";", "(", "-") and token.whitespace_:
            return at
        if token.tag_ in ("WP", "WDT", "WRB"):
            return at
    return end


def _is_body(draft: Draft, start: int, end: int) -> bool:
    return any(_names_body(draft, at) for at in range(start, _body_end(draft, start, end)))


def _is_name(draft: Draft, at: int) -> bool:
    """Whether a name that is no person's stands there, behind an article or none."""
    if at < len(draft.tokens) and draft.tokens[at].lower_ in ARTICLES:
        at += 1
    if at >= len(draft.tokens) or draft.tokens[at].pos_ != "PROPN":
        return False
    mark = draft.taken.get(at)
    return mark is None or draft.figures[mark.figure].kind in _BODIES


def _names_body(draft: Draft, at: int) -> bool:
    mark = draft.taken.get(at)
    if mark is not None:
        return draft.figures[mark.figure].kind in _BODIES
    token = draft.tokens[at]
    if token.tag_ == "POS" or not token.text[0].isalnum():
        return False
    return token.ent_type_ in _TAGGED or bool(noun_at(draft, at, body_nouns()))


def _trimmed(draft: Draft, start: int, end: int) -> Bounds:
    """Without articles, marks and possessives at either end."""
    while start < end and (draft.tokens[start].lower_ in ARTICLES or _mark(draft, start)):
        start += 1
    while end > start and _mark(draft, end - 1):
        end -= 1
    return start, end


def _mark(draft: Draft, at: int) -> bool:
    token = draft.tokens[at]
    closes = token.text.endswith(".") and token.text[0].isalnum()
    return token.tag_ == "POS" or (not token.text[0].isalnum() and not closes)
