"""Whom "he", "she" and "it said" mean: whoever leads the story, by gender, place and role.

One who acts or speaks in the voice of the text is looked up by `sayers`; for the others ("him",
"his", all within quotation marks) the likeliest person before. No pronoun of the body is led into
a caption, and none of a caption out of it. Within quotation marks the speaker is nobody whom "he"
can mean.
"""

from spacy.tokens import Token

from foedus.model.actor import ActorKind, MentionForm
from foedus.read.actors.draft import Draft, Marked
from foedus.read.actors.question import Past, Question, can_be, head_of
from foedus.read.actors.sayers import sayer
from foedus.read.actors.subjects import (
    SUBJECTS,
    according,
    leads_sentence,
    says,
    speaks_for_text,
    subject_of,
)

_HE = dict.fromkeys(("he", "him", "his", "himself"), "male")
_SHE = dict.fromkeys(("she", "her", "hers", "herself"), "female")
_GENDER = _HE | _SHE
_REACH = 3  # paragraphs back
_BODIES = (ActorKind.ORGANISATION, ActorKind.MEDIA, ActorKind.BLOC)
_GROUPS = (*_BODIES, ActorKind.GROUP)


def resolve_pronouns(draft: Draft) -> None:
    """Mark every pronoun whose person is clear."""
    quoted = _quoted(draft)
    by_start = sorted(draft.marks, key=lambda mark: mark.core)
    memories = {False: Past(), True: Past()}
    at = 0
    for token in draft.tokens:
        memory = memories[draft.in_caption(token.i)]
        while at < len(by_start) and by_start[at].core <= token.i:
            _remember(draft, memory, by_start[at], quoted)
            at += 1
        if token.pos_ != "PRON":
            continue
        word = token.lower_
        found = None
        if word in _GENDER:
            found = _person(draft, memory, token, quoted)
        elif word in ("it", "they") and not quoted[token.i]:
            found = _body(draft, memory, token)
        if found is not None:
            mark = Marked(token.i, token.i + 1, token.i, found, MentionForm.PRONOUN)
            draft.mark(mark)
            if word in _GENDER and not draft.figures[found].gender:
                draft.figures[found].gender = _GENDER[word]
            _remember(draft, memory, mark, quoted)


def _quoted(draft: Draft) -> list[bool]:
    """Whether each token stands within quotation marks."""
    inside = [False] * len(draft.tokens)
    spans, at = draft.parsed.quotations, 0
    for token in draft.tokens:
        while at < len(spans) and spans[at].end <= token.idx:
            at += 1
        inside[token.i] = at < len(spans) and spans[at].start <= token.idx
    return inside


def _remember(draft: Draft, memory: Past, mark: Marked, quoted: list[bool]) -> None:
    memory.mentions.append(mark)
    if quoted[mark.core]:
        return
    if speaks_for_text(head_of(draft, mark)):
        memory.speaker, memory.speaker_block = mark.figure, draft.block[mark.core]


def _person(draft: Draft, memory: Past, token: Token, quoted: list[bool]) -> int | None:
    gender = _GENDER[token.lower_]
    block, speaks = draft.block[token.i], says(token)
    scores: dict[int, float] = {}
    barred = _barred(draft, token, quoted)
    if token.dep_ in SUBJECTS and not quoted[token.i]:
        return sayer(Question(draft, token, gender, barred, quoted), memory)
    for mark in reversed(memory.mentions):
        distance = block - draft.block[mark.core]
        if distance > _REACH:
            break
        figure = draft.figures[mark.figure]
        if mark.figure in barred or not can_be(figure, gender):
            continue
        score = _score(draft, mark, token, distance) + (1.3 if figure.gender == gender else 0.0)
        if quoted[mark.core] != quoted[token.i]:
            score -= 2.5 if speaks and quoted[mark.core] else 1.0
        scores[mark.figure] = max(score, scores.get(mark.figure, -9.0))
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    best, score = ranked[0]
    # A pronoun that two persons fit equally well, or that nobody near fits, stays open.
    here = {
        mark.figure
        for mark in reversed(memory.mentions)
        if draft.sentence[mark.core] == draft.sentence[token.i]
        and not quoted[mark.core]
        and draft.figures[mark.figure].gender == gender
    }
    for rival, other in ranked[1:2]:
        if score - other < (1.0 if rival in here and best not in here else 0.4):
            return None
    return best if score > -2.5 else None


def _score(draft: Draft, mark: Marked, token: Token, distance: int) -> float:
    """How likely the mention is the one that the pronoun goes back to."""
    sentences = draft.sentence[token.i] - draft.sentence[mark.core]
    score = -1.0 * min(sentences, 4) - 0.7 * distance
    name = draft.tokens[mark.end - 1]
    if subject_of(name) is not None:
        score += 2.0 if leads_sentence(name) else 1.5
    elif name.dep_ == "poss" or mark.form is MentionForm.ROLE:
        score += 0.3
    if mark.form is MentionForm.PRONOUN:
        score += 0.3
    elif mark.form is MentionForm.DESCRIPTION:
        score -= 0.7
    if sentences == 0:
        score += 0.2
    return score


def _barred(draft: Draft, token: Token, quoted: list[bool]) -> set[int]:
    """Whom the grammar rules out: a fellow argument of the verb; in a quotation, its speaker."""
    barred: set[int] = set()
    if token.lower_ not in ("his", "her", "hers", "himself", "herself") or token.dep_ != "poss":
        verb = token.head if token.dep_ != "pobj" else token.head.head
        if token.lower_ not in ("himself", "herself"):
            for child in verb.children:
                mark = draft.taken.get(child.i)
                if (
                    child.i != token.i
                    and mark
                    and child.dep_ in ("nsubj", "dobj", "nsubjpass", "dative", "agent")
                ):
                    barred.add(mark.figure)
    if quoted[token.i]:
        barred |= _speakers_of_sentence(draft, token, quoted)
    return barred


def _speakers_of_sentence(draft: Draft, token: Token, quoted: list[bool]) -> set[int]:
    """Who says something, outside quotation marks, in the paragraph of the token."""
    block, found = draft.block[token.i], set()
    at = token.i
    while at > 0 and draft.block[at - 1] == block:
        at -= 1
    while at < len(draft.tokens) and draft.block[at] == block:
        other = draft.tokens[at]
        mark = draft.taken.get(at)
        if mark and not quoted[at] and (says(other) or according(other)):
            found.add(mark.figure)
        at += 1
    return found


def _body(draft: Draft, memory: Past, token: Token) -> int | None:
    """ "it said", "they said": the body or group that spoke last, in this paragraph or the last.

    Where a thing has led a sentence since ("The treaty runs for ten years. It says ..."), nobody.
    """
    if not says(token) or memory.speaker is None:
        return None
    if draft.block[token.i] - memory.speaker_block > 1:
        return None
    kinds = _BODIES if token.lower_ == "it" else _GROUPS
    if draft.figures[memory.speaker].kind not in kinds:
        return None
    last = next((m for m in reversed(memory.mentions) if m.figure == memory.speaker), None)
    numbers = ("NN", "NNP") if token.lower_ == "it" else ("NNS", "NNPS")
    since = draft.tokens[last.end if last else token.i : token.i]
    led = any(
        other.tag_ in numbers
        and leads_sentence(other)
        and not _is_person(draft, other)
        and draft.sentence[other.i] not in (draft.sentence[token.i], draft.sentence[last.core])
        for other in since
        if last
    )
    return None if led or _another_acts(draft, token, memory.speaker) else memory.speaker


def _another_acts(draft: Draft, token: Token, figure: int) -> bool:
    """ "When NAME, a weekly, printed it, it said": another thing or body acts in the sentence."""
    for other in draft.tokens[token.sent.start : token.i]:
        mark = draft.taken.get(other.i)
        same = mark is not None and mark.figure == figure
        acts = other.dep_ in SUBJECTS and other.pos_ in ("NOUN", "PROPN") and not same
        if acts and other.tag_ in ("NN", "NNP") and not _is_person(draft, other):
            return True
    return False


def _is_person(draft: Draft, token: Token) -> bool:
    mark = draft.taken.get(token.i)
    return mark is not None and draft.figures[mark.figure].kind is ActorKind.PERSON
