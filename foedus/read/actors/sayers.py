"""Whom "he said" and "she said" mean: one who leads the last sentence that tells of such a person.

Words in a wrong mouth are worse than words in nobody's: where two compete, where the last one
only stands by, or where somebody stands between whom no name or list makes known, nobody is meant.
"""

from spacy.tokens import Token

from foedus.model.actor import MentionForm
from foedus.read.actors.draft import Draft, Marked
from foedus.read.actors.lexicon import person_words
from foedus.read.actors.own_sentence import of_own_sentence
from foedus.read.actors.question import Past, Question, head_of
from foedus.read.actors.rivals import rival_between
from foedus.read.actors.subjects import SUBJECTS, leads_sentence, speaks_for_text, subject_of

_REACH = 2  # paragraphs back
_GOING_ON = frozenset({"add", "continue", "conclude", "reiterate", "repeat"})
_ANSWERING = frozenset({"reply", "answer", "respond", "retort"})
# Of those who meet, either may speak next.
_ENCOUNTERS = frozenset({
    "meet", "ask", "question", "interview", "press", "challenge", "telephone", "phone", "call",
    "replace", "succeed", "introduce", "quote", "cite", "accompany", "join",
})  # fmt: skip


def sayer(asked: Question, past: Past) -> int | None:
    """Whom the pronoun means; None where that is not clear."""
    open_, own = of_own_sentence(asked)
    if open_ or own is not None:
        return own
    sentences = _sentences_before(asked, past)
    if not sentences:
        return None
    found = _leader(asked, past, sentences)
    if found is not None and _another_here(asked, found):
        return None
    if found is None and asked.token.head.lemma_ in _GOING_ON:
        return _who_goes_on(asked, past)
    return found


def _another_here(asked: Question, found: int) -> bool:
    """ "It was shut because NAME left, so he said": NAME may be meant, who acts in the sentence."""
    draft, token = asked.draft, asked.token
    for at in range(token.sent.start, token.i):
        mark = draft.taken.get(at)
        other = mark is not None and mark.figure != found and asked.fits(mark.figure)
        if other and not asked.quoted[at] and draft.tokens[at].dep_ in SUBJECTS:
            return True
    return False


def _who_goes_on(asked: Question, past: Past) -> int | None:
    """ "He added": whoever spoke last, right before."""
    near = asked.draft.block[asked.token.i] - past.speaker_block <= 1
    if past.speaker is None or not near or not asked.fits(past.speaker):
        return None
    last = next((m for m in reversed(past.mentions) if m.figure == past.speaker), None)
    if last is None or rival_between(asked, last.core, past.speaker):
        return None
    return past.speaker


# --- in the sentences before it ----------------------------------------------------------------


def _sentences_before(asked: Question, past: Past) -> list[list[Marked]]:
    """The mentions of those who fit, by sentence, the latest first."""
    draft, found = asked.draft, dict[int, list[Marked]]()
    here = draft.sentence[asked.token.i]
    for mark in reversed(past.mentions):
        if draft.block[asked.token.i] - draft.block[mark.core] > _REACH:
            break
        if draft.sentence[mark.core] >= here or asked.quoted[mark.core]:
            continue
        if asked.fits(mark.figure):
            found.setdefault(draft.sentence[mark.core], []).append(mark)
    return [found[number] for number in sorted(found, reverse=True)]


def _leader(asked: Question, past: Past, sentences: list[list[Marked]]) -> int | None:
    latest = sentences[0]
    named = {mark.figure for mark in latest}
    everybody = {mark.figure for marks in sentences for mark in marks}
    speakers = {m.figure for m in latest if speaks_for_text(head_of(asked.draft, m))}
    leaders = {m.figure for m in latest if _leads(asked.draft, m)}
    if not speakers and not leaders:
        speakers = {m.figure for m in latest if _who_says(head_of(asked.draft, m))}
    best = (speakers & leaders) or speakers or leaders
    if len(best) != 1:
        alone = len(named) == 1 and not best
        standing_by = next(iter(named))
        topic = alone and (len(everybody) == 1 or _topic(asked.draft, latest, standing_by))
        told = any(m.form is not MentionForm.PRONOUN for m in latest)  # and not only "his"
        found = standing_by if (topic and told) or (alone and standing_by == past.speaker) else None
    else:
        found = next(iter(best))
    if found is None:
        return None
    core = min(m.core for m in latest if m.figure == found)
    if rival_between(asked, core, found) or _other_in_words(asked, found, core):
        return None
    settled = found in speakers or found == past.speaker
    if not settled and _contested(asked, latest, everybody, found):
        return None
    return None if _answers(asked, latest, everybody) else found


def _contested(asked: Question, latest: list[Marked], everybody: set[int], found: int) -> bool:
    """Whether another could as well be meant as one who leads the sentence and has not spoken."""
    draft, gender = asked.draft, asked.draft.figures[found].gender
    others = {m.figure for m in latest} - {found}
    equals = {n for n in others if draft.figures[n].gender or not gender}
    if not equals:
        return not others and len(everybody) > 1 and _speaks_of_another(asked)
    verbs = {subject.head.lemma_ for m in latest if (subject := subject_of(head_of(draft, m)))}
    return not gender or bool(verbs & _ENCOUNTERS) or _acted_on(asked, latest, found, equals)


def _acted_on(asked: Question, latest: list[Marked], found: int, equals: set[int]) -> bool:
    """ "NAME dismissed OTHER": in the next paragraph either may speak of it."""
    draft = asked.draft
    if draft.block[latest[0].core] == draft.block[asked.token.i]:
        return False
    heads = [(m.figure, head_of(draft, m)) for m in latest]
    led = {head.head.i for figure, head in heads if figure == found}
    return any(
        figure in equals
        and {head.head.i, head.head.head.i} & led
        and head.dep_ in ("dobj", "pobj", "dative")
        and head.head.lemma_ not in person_words().saying
        for figure, head in heads
    )


def _speaks_of_another(asked: Question) -> bool:
    """ "He is wrong," he said: the one within the words is another."""
    tokens, at = asked.draft.tokens, asked.token.i - 1
    while at >= 0 and asked.draft.block[at] == asked.draft.block[asked.token.i]:
        if not asked.quoted[at] and not tokens[at].is_punct:
            return False
        if asked.quoted[at] and tokens[at].lower_ == asked.token.lower_:
            return True
        at -= 1
    return False


def _answers(asked: Question, latest: list[Marked], everybody: set[int]) -> bool:
    """Whether the pronoun answers one who has asked, and so is not that one."""
    if asked.token.head.lemma_ not in _ANSWERING or len(everybody) < 2:
        return False
    heads = [head_of(asked.draft, mark).head for mark in latest]
    return any(head.lemma_ in ("ask", "question", "press") for head in heads)


def _leads(draft: Draft, mark: Marked) -> bool:
    """Whether the mention is the subject of its sentence, or all that the parser saw of one."""
    head = head_of(draft, mark)
    asked_of = draft.tokens[head.right_edge.i].text == "?"  # "NAME? He is a friend"
    alone = head.dep_ == "ROOT" and mark.form is not MentionForm.PRONOUN and not asked_of
    # "NAME bristles at it": a verb read as a noun that the name goes before
    verb = head.head.dep_ == "ROOT" and head.head.tag_ in ("VBZ", "NNS")
    first = bool(draft.tokens[mark.start].is_sent_start) and head.dep_ == "compound"
    return leads_sentence(head) or alone or (verb and first)


def _who_says(name: Token) -> bool:
    """ "The plan angered NAME, who said ..."."""
    return any(
        verb.dep_ == "relcl"
        and verb.lemma_ in person_words().saying
        and any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.lefts)
        for verb in name.rights
    )


def _topic(draft: Draft, marks: list[Marked], figure: int) -> bool:
    """Whether the sentence is about the one: "NAME's plan failed", "For NAME, the answer is no"."""
    for mark in marks:
        head = head_of(draft, mark)
        if mark.figure == figure and head.dep_ == "poss" and leads_sentence(head.head):
            return True
        before = head.head
        fronted = head.dep_ == "pobj" and before.lower_ == "for" and before.head.dep_ == "ROOT"
        if mark.figure == figure and fronted and before.i < before.head.i:
            return True
    return False


def _other_in_words(asked: Question, found: int, core: int) -> bool:
    """ "NAME would stay, he said": either NAME or who spoke in the paragraph before."""
    draft, token = asked.draft, asked.token
    if draft.block[core] == draft.block[token.i]:
        return False
    at = token.i - 1
    while at >= 0 and draft.sentence[at] == draft.sentence[token.i]:
        mark = draft.taken.get(at)
        led = mark is not None and asked.fits(mark.figure) and mark.figure != found
        if led and not asked.quoted[at] and subject_of(draft.tokens[at]) is not None:
            return True
        at -= 1
    return False
