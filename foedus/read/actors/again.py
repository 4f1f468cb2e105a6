"""A body named, then called by what it is: "Norsk Kraft denies it. *The company* says ...".

Only where one body led the sentence before, no other of such a kind stands there, and the noun
stands bare behind its article, as a subject.
"""

from spacy.tokens import Token

from foedus.model.actor import ActorKind, MentionForm
from foedus.read.actors.draft import Draft, Marked
from foedus.read.actors.question import head_of
from foedus.read.actors.subjects import SUBJECTS, leads_sentence

_BODY = frozenset({ActorKind.ORGANISATION, ActorKind.BLOC})
_KINDS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(
        "newspaper paper magazine broadcaster network channel outlet website".split(),
        frozenset({ActorKind.MEDIA}),
    ),
    **dict.fromkeys(
        """
        company firm bank airline retailer manufacturer carmaker automaker agency bureau department
        commission organisation organization union institute foundation charity association
        federation committee council court tribunal party alliance bloc body
        """.split(),
        _BODY,
    ),
    "group": _BODY | {ActorKind.GROUP},
}
"""What a noun can be said of."""


def name_again(draft: Draft) -> None:
    """Lead every such noun back to the body that it is said of."""
    by_sentence: dict[int, list[int]] = {}
    for number, mark in enumerate(draft.marks):
        by_sentence.setdefault(draft.sentence[mark.core], []).append(number)
    for token in draft.tokens:
        kinds = _KINDS.get(token.lower_)
        if kinds is None or not _stands_bare(token) or draft.in_caption(token.i):
            continue
        marked = draft.taken.get(token.i)
        if marked is not None and marked.form is not MentionForm.DESCRIPTION:
            continue
        sentence = draft.sentence[token.i]
        before = [draft.marks[n] for n in by_sentence.get(sentence - 1, [])]
        beside = [draft.marks[n] for n in by_sentence.get(sentence, [])]
        here = {m.figure for m in beside if m.core < token.i and m is not marked}
        found = _leader(draft, token, before, kinds)
        if any(draft.figures[n].kind in kinds for n in here - {found}):
            continue  # "NAME of the Ports Union said the group ...": of whom is not clear
        if found is not None:
            mark = Marked(token.i - 1, token.i + 1, token.i, found, MentionForm.DESCRIPTION)
            number = _keep(draft, mark)
            by_sentence.setdefault(sentence, []).append(number)


def _stands_bare(token: Token) -> bool:
    """ "The company says": with an article and nothing else, as a subject, outside a name."""
    lefts = list(token.lefts)
    return (
        token.dep_ in SUBJECTS
        and token.tag_ == "NN"
        and [left.lower_ for left in lefts] == ["the"]
        and lefts[0].i == token.i - 1
        and not any(t.dep_ in ("prep", "relcl", "acl", "appos") for t in token.rights)
    )


def _leader(
    draft: Draft, token: Token, before: list[Marked], kinds: frozenset[ActorKind]
) -> int | None:
    """The one body of the sentence before, where that sentence is about it."""
    near = [m for m in before if 0 <= draft.block[token.i] - draft.block[m.core] <= 1]
    bodies = [m for m in near if draft.figures[m.figure].kind in kinds]
    leading = {m.figure for m in bodies if leads_sentence(head_of(draft, m))}
    if len(leading) != 1 or len({m.figure for m in bodies}) != 1:
        return None
    found = leading.pop()
    named = (MentionForm.NAME, MentionForm.SURNAME)
    return found if any(m.figure == found and m.form in named for m in draft.marks) else None


def _keep(draft: Draft, mark: Marked) -> int:
    """Put the mention in the place of the description that stood there; its number."""
    old = draft.taken.get(mark.core)
    for token in range(mark.start, mark.end):
        draft.taken[token] = mark
    if old is None:
        draft.marks.append(mark)
        return len(draft.marks) - 1
    number = draft.marks.index(old)
    draft.marks[number] = mark
    return number
