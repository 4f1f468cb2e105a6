"""A pronoun that acts in; whom the clauses of its own sentence show it to mean, out.

"As NAME left, he said", "NAME agreed, but he said", "NAME recalls what he said".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.read.actors.lexicon import person_words
from foedus.read.actors.question import Question
from foedus.read.actors.rivals import is_rival
from foedus.read.actors.subjects import SUBJECTS

_CLIMB = 12  # heads above a verb
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def of_own_sentence(asked: Question) -> tuple[bool, int | None]:
    """Whether the clauses about the pronoun tell who is meant (or leave it open); and who it is.

    "As NAME left, he said", "NAME agreed, but he said", "NAME recalls what he said".
    """
    found: set[int] = set()
    teller = _teller(asked)
    if teller is not None:
        return True, teller
    if _done_to_another(asked) or _in_case_of_another(asked):
        return True, None
    for subject in _subjects_about(asked):
        mark = asked.draft.taken.get(subject.i)
        if mark is not None and asked.fits(mark.figure):
            found.add(mark.figure)
        elif subject.lower_ == asked.token.lower_ or is_rival(asked, subject):
            return True, None
    others = set() if found else _told_of_others(asked)
    if len(found) > 1 or (others and not _led_by_another_gender(asked, others)):
        return True, None
    found |= others
    return bool(found), next(iter(found), None)


def _told_of_others(asked: Question) -> set[int]:
    """Those whom the pronoun may mean and on whose clause, behind their name, its own hangs."""
    draft, token, verb = asked.draft, asked.token, asked.token.head
    if verb.head.i >= verb.i or verb.dep_ in ("conj", "parataxis"):
        return set()
    marks = (draft.taken.get(at) for at in range(token.sent.start, token.i) if not asked.quoted[at])
    return {mark.figure for mark in marks if mark is not None and asked.fits(mark.figure)}


def _led_by_another_gender(asked: Question, others: set[int]) -> bool:
    """ "Mr X blamed Ms Y after she left": she is the one woman of a clause that a man leads."""
    figures = asked.draft.figures
    marks = [asked.draft.taken.get(subject.i) for subject in _subjects_about(asked)]
    led = bool(marks) and all(
        mark is not None and figures[mark.figure].gender not in ("", asked.gender) for mark in marks
    )
    return led and len(others) == 1 and figures[min(others)].gender == asked.gender


def _subjects_about(asked: Question) -> Iterator[Token]:
    """The subjects of the clauses that the pronoun's clause hangs on, and of those before it."""
    verb, token = asked.token.head, asked.token
    parenthetic = verb.i + 1 < len(verb.doc) and verb.nbor(1).text == ","
    for clause in verb.lefts:
        if clause.dep_ == "advcl" and clause.i < token.i and not parenthetic:
            yield from _unquoted(asked, clause)
    node = verb
    for _ in range(_CLIMB):
        head = node.head
        if head.i >= node.i or node.dep_ == "parataxis":
            return
        yield from _unquoted(asked, head)
        if head.dep_ == "ROOT" and head.pos_ == "PROPN" and not asked.quoted[head.i]:
            yield head  # a name is all that the parser saw of the clause
        node = head


def _done_to_another(asked: Question) -> bool:
    """ "When the note was shown to NAME, he said": NAME may be meant, who leads no clause."""
    verb = asked.token.head
    for clause in verb.lefts:
        if clause.dep_ != "advcl" or clause.i > asked.token.i or clause.tag_ not in _FINITE:
            continue
        subject = next(_unquoted(asked, clause), None)
        lead = asked.draft.taken.get(subject.i) if subject is not None else None
        if subject is None or (lead is not None and asked.fits(lead.figure)):
            continue
        marks = (asked.draft.taken.get(token.i) for token in clause.subtree)
        if any(mark is not None and asked.fits(mark.figure) for mark in marks):
            return True
    return False


def _in_case_of_another(asked: Question) -> bool:
    """ "In NAME's case, he said": another than who led the sentence before."""
    for before in asked.token.head.lefts:
        if before.dep_ != "prep" or before.i > asked.token.i:
            continue
        owners = (t for t in before.subtree if t.dep_ == "poss" and t.pos_ != "PRON")
        marks = (asked.draft.taken.get(owner.i) for owner in owners)
        if any(mark is not None and asked.fits(mark.figure) for mark in marks):
            return True
    return False


def _teller(asked: Question) -> int | None:
    """ "NAME says that he ...", "NAME, who says that he ...": whoever is subject right above."""
    verb = asked.token.head
    if (
        verb.dep_ != "ccomp"
        or verb.head.i > verb.i
        or verb.head.lemma_ not in person_words().saying
    ):
        return None
    subject = next(_unquoted(asked, verb.head), None)
    mark = asked.draft.taken.get(subject.i) if subject is not None else None
    return mark.figure if mark is not None and asked.fits(mark.figure) else None


def _unquoted(asked: Question, verb: Token) -> Iterator[Token]:
    """The subjects of the verb before the pronoun; of a relative clause whom it tells of.

    Of a thing that somebody has ("NAME's visit") its owner.
    """
    for child in verb.children:
        if child.dep_ not in SUBJECTS or child.i > asked.token.i or asked.quoted[child.i]:
            continue
        yield verb.head if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else child
        if child.i not in asked.draft.taken:
            yield from (owner for owner in child.lefts if owner.dep_ == "poss")
