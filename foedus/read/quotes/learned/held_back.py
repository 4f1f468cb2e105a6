"""Texts held back from training in, end-to-end scores out: of the rules alone, and of both.

A content counts as found where it has 80 letters in 100 in common with an annotated one, and as
right where its speaker is that one's too, or neither has one. The best likeness is paired first.
"""

from collections.abc import Iterable

from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.quotes.assembly import assemble, statement
from foedus.read.quotes.learned.folder import Score
from foedus.read.quotes.learned.gold import Gold, letters_of, names
from foedus.read.quotes.learned.model import Tagger
from foedus.read.quotes.learned.proposals import ALIKE
from foedus.read.quotes.learned.training import Lesson

Found = tuple[set[int], tuple[Span, ...]]  # places of the content's letters, speaker


def scores(lessons: list[Lesson], tagger: Tagger) -> dict[str, Score]:
    """How the "rules" alone and the "trained" tagger with them do on the lessons."""
    counts = {"rules": [0, 0], "trained": [0, 0]}
    annotated = sum(len(lesson.given) for lesson in lessons)
    for lesson in lessons:
        page = lesson.view.page
        for name, hold in (("rules", assemble), ("trained", tagger.hold)):
            held = hold(page, lesson.first, lesson.others)
            found = _found(page.text, (statement(page, one, []) for one, _ in held))
            counts[name][0] += len(found)
            counts[name][1] += _right(found, lesson.given)
    return {name: _score(right, found, annotated) for name, (found, right) in counts.items()}


def _score(right: int, found: int, annotated: int) -> Score:
    precision = right / found if found else 0.0
    recall = right / annotated if annotated else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(round(precision, 4), round(recall, 4), round(f1, 4))


def _found(text: str, statements: Iterable[Statement]) -> list[Found]:
    """What was found, a quotation that goes on joined to the speaker's words before it."""
    found: list[Found] = []
    for one in statements:
        if one.basis == "none":  # a quotation that nobody is told to have said is no attribution
            continue
        letters = letters_of(text, one.content)
        before = next((f for f in reversed(found) if f[1] == one.speaker), None)
        if one.basis == "continued" and before is not None:
            before[0].update(letters)
        else:
            found.append((letters, one.speaker))
    return found


def _right(found: list[Found], given: list[Gold]) -> int:
    pairs = []
    for at, (letters, _) in enumerate(found):
        for number, gold in enumerate(given):
            common = len(letters & gold.letters)
            if common:
                like = common / (len(letters) + len(gold.letters) - common)
                pairs.append((-like, number, at))
    right, paired, taken = 0, set[int](), set[int]()
    for like, number, at in sorted(pairs):
        if number not in paired and at not in taken:
            paired.add(number)
            taken.add(at)
            right += -like >= ALIKE and names(found[at][1], given[number])
    return right
