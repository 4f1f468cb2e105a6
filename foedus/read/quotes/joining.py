"""Quotations without a cue of their own: joined to the voice whose words they go on with.

Within a paragraph such a quotation belongs to the statement before it; a paragraph that is all
quotation continues the speaker of the paragraph before, where no other voice stands between.
"""

from bisect import bisect_left
from dataclasses import replace

from foedus.model.document import KEPT_ROLES, LineRole, Span
from foedus.model.statement import CueClass
from foedus.read.quotes.lexicon import SAYING
from foedus.read.quotes.page import OUTSIDE, Candidate, Page, Quotation

_LEAST_WORDS = 3
_STOPS = frozenset(".?!…-–—:")
_LONG = 6  # words of a quotation that a sentence may go on from


def join_quotations(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """The candidates with the cueless quotations joined, and those that continue a speaker."""
    found = sorted(kept, key=_start)
    owner: dict[int, int] = {}  # quotation -> index into `found`
    for at, candidate in enumerate(found):
        for number in _quotations_of(page, candidate):
            owner.setdefault(number, at)
    _join_run_on(page, found, owner)
    for quotation in page.quotations:
        if quotation.number in owner:
            continue
        alone = _stands_alone(page, quotation)
        span = quotation.span if alone else _with_its_tail(page, found, quotation)
        voice = _voice_of_block(page, found, quotation) if span is not None else None
        if voice is None or span is None or not (alone or _quotes(page, found[voice])):
            continue
        owner[quotation.number] = voice
        found[voice] = _longer(found[voice], span)
    _join_run_on(page, found, owner)
    _continue(page, found, owner)
    return found


def _continue(page: Page, found: list[Candidate], owner: dict[int, int]) -> None:
    """Give a paragraph that is all quotation to the speaker of the paragraph before it."""
    for block, quotations in _by_block(page).items():
        alone = all(_stands_alone(page, q) for q in quotations)
        if not alone or any(q.number in owner for q in quotations):
            continue
        if not _fills_block(page, block, quotations) or not _is_sentence(page, quotations[-1]):
            continue
        at = _last_voice(page, found, block)
        voice = found[at] if at is not None else None
        content = tuple(q.span for q in quotations)
        for quotation in quotations:
            owner[quotation.number] = len(found)
        found.append(
            Candidate(
                speaker=voice.speaker if voice else (),
                cue=(),
                content=content,
                rule="continued" if voice else "unattributed",
                cue_class=CueClass.SAYING if voice else CueClass.INFERRED,
                lemma="",
                basis="continued" if voice else "none",
            )
        )


def _is_sentence(page: Page, quotation: Quotation) -> bool:
    """Whether the quotation ends as a sentence does; a heading between marks does not."""
    inner = quotation.span.of(page.text).rstrip("”»\"'’ ")
    behind = page.text[quotation.span.end : quotation.span.end + 1]
    return inner[-1:] in _STOPS or behind in (".", "!", "?")


def _by_block(page: Page) -> dict[int, list[Quotation]]:
    blocks: dict[int, list[Quotation]] = {}
    for quotation in page.quotations:
        blocks.setdefault(quotation.block, []).append(quotation)
    return blocks


def _fills_block(page: Page, block: int, quotations: list[Quotation]) -> bool:
    """Whether nothing but quotations stands in the paragraph."""
    letters = sum(
        character.isalnum()
        for character in page.text[page.blocks[block].span.start : page.blocks[block].span.end]
    )
    quoted = sum(character.isalnum() for q in quotations for character in q.span.of(page.text))
    return letters == quoted


def _last_voice(page: Page, found: list[Candidate], block: int) -> int | None:
    """The statement whose words end the paragraph before, captions passed over."""
    before = block - 1
    if page.role(block) not in KEPT_ROLES:
        return None
    while before >= 0 and page.role(before) is LineRole.CAPTION:
        before -= 1
    if before < 0 or page.role(before) not in KEPT_ROLES:
        return None
    span = page.blocks[before].span
    last: tuple[Span, int] | None = None
    for at, candidate in enumerate(found):
        if candidate.cue_class is not CueClass.SAYING or not candidate.speaker:
            continue
        for place in (*candidate.cue, *candidate.content):
            if span.overlaps(place) and (last is None or last[0] < place):
                last = (place, at)
    if last is None:
        return None
    final = page.bounds(_last_token(page, span))[0]
    return last[1] if last[0].end > page.tokens[final].idx else None


def _last_token(page: Page, span: Span) -> int:
    return bisect_left(page.starts, span.end) - 1


def _start(candidate: Candidate) -> Span:
    return min(candidate.content)


def _quotations_of(page: Page, candidate: Candidate) -> list[int]:
    return [q.number for q in page.quotations if any(p.overlaps(q.span) for p in candidate.content)]


def _longer(candidate: Candidate, span: Span) -> Candidate:
    return replace(candidate, content=tuple(sorted({*candidate.content, span})))


def _join_run_on(page: Page, found: list[Candidate], owner: dict[int, int]) -> None:
    """Join a quotation left open at its paragraph's end with the one that opens the next."""
    pairs = [
        (a, b)
        for a, b in zip(page.quotations, page.quotations[1:], strict=False)
        if b.block == a.block + 1
        and _runs_on(page, a)
        and b.span.start == page.blocks[b.block].span.start
        and page.role(a.block) == page.role(b.block)
    ]
    for first, second in [*pairs, *reversed(pairs)]:
        one, two = owner.get(first.number), owner.get(second.number)
        if one is not None and two is None:
            owner[second.number] = one
            found[one] = _longer(found[one], second.span)
        elif two is not None and one is None:
            owner[first.number] = two
            found[two] = _longer(found[two], first.span)


def _runs_on(page: Page, quotation: Quotation) -> bool:
    block = page.blocks[quotation.block].span
    return quotation.span.end == block.end and page.text[block.end - 1] not in "”»\"'’"


def _stands_alone(page: Page, quotation: Quotation) -> bool:
    """Whether the quotation is one or more whole sentences."""
    start = page.bounds(quotation.first)[0]
    end = page.bounds(quotation.last)[1]
    before = [t for t in page.words(start, quotation.first - 1) if page.inside[t.i] == OUTSIDE]
    behind = [t for t in page.words(quotation.last + 1, end - 1) if page.inside[t.i] == OUTSIDE]
    if before and page.tokens[quotation.first - 1].text == ":":
        before = []
    told = len(page.words(quotation.first, quotation.last))
    enough = told >= _LEAST_WORDS or (told > 0 and _is_sentence(page, quotation))
    return enough and not before and not behind


def _with_its_tail(page: Page, found: list[Candidate], quotation: Quotation) -> Span | None:
    """A sentence that opens with a long quotation and ends in the writer's words, as one piece.

    "… said. *“They like the plan, and they like the man” who made it.*" None where a cue or
    another statement stands in the sentence.
    """
    start, end = page.bounds(quotation.first)[0], page.bounds(quotation.last)[1]
    if page.words(start, quotation.first - 1):
        return None
    if len(page.words(quotation.first, quotation.last)) < _LONG:
        return None
    tail = page.words(quotation.last + 1, end - 1)
    if not tail or any(t.lemma_ in SAYING and t.pos_ == "VERB" for t in tail):
        return None
    span = Span(quotation.span.start, tail[-1].idx + len(tail[-1]))
    taken = any(span.overlaps(piece) for c in found for piece in (*c.content, *c.cue))
    return None if taken else span


def _quotes(page: Page, candidate: Candidate) -> bool:
    return bool(_quotations_of(page, candidate))


def _voice_of_block(page: Page, found: list[Candidate], quotation: Quotation) -> int | None:
    """The last statement of the quotation's paragraph before it that is somebody's speech.

    Behind a colon whoever holds a view in the same sentence speaks, by whatever cue.
    """
    block = page.blocks[quotation.block].span
    colon = quotation.first > 0 and page.tokens[quotation.first - 1].text == ":"
    opening = page.tokens[page.bounds(quotation.first - 1)[0]].idx if colon else block.end
    best: tuple[int, int] | None = None
    for at, candidate in enumerate(found):
        start = (candidate.cue or candidate.content)[0].start
        leads = start >= opening and bool(candidate.speaker)
        voice = candidate.cue_class is CueClass.SAYING and bool(candidate.speaker)
        speaks = candidate.basis == "cue" and (voice or leads)
        if speaks and block.start <= start < min(block.end, quotation.span.start):
            best = max(best or (start, at), (start, at))
    return _who_spoke(page, found, best[1]) if best else None


def _who_spoke(page: Page, found: list[Candidate], at: int) -> int:
    """The quoted statement of the same sentence, where one goes before what is added to it.

    "“It fell,” she said, adding that it was old. *“It had to go.”*" goes on with her words.
    """
    start, end = page.bounds_at(found[at].cue[0].start)
    if _quotes(page, found[at]):
        return at
    for earlier in range(at - 1, -1, -1):
        candidate = found[earlier]
        if not candidate.cue or not start <= candidate.cue[0].start < end:
            continue
        if candidate.rule == "quote":
            return earlier
    return at
