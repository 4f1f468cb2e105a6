"""A clause of a content in; its mood, the words that show it and its negation out.

What `mood_of` reads off the parse goes first, where it is the clause's own or the cue's. Where
that leaves a plain assertion, the form of the clause decides (`by_form`).
"""

from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.moods import mood_of, permits
from foedus.read.sentences import Parsed
from foedus.read.statement_moods import words
from foedus.read.statement_moods.forms import (
    Finding,
    by_form,
    calls_for,
    ends_in_question,
    is_first_person,
    is_named,
    is_open_question,
)
from foedus.read.statement_moods.heads import is_clause, tokens_of

_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_SHORT = 30  # characters; "nobody in the port", not a name with its office
_OPEN = frozenset({Mood.CONDITIONAL, Mood.POSSIBLE})


def mood_of_clause(head: Token, target: Token, statement: Statement, parsed: Parsed) -> Finding:
    """The mood of the clause that `head` heads and whose event is `target`."""
    read = mood_of(target, parsed, hedged=False)
    found = Finding(read.mood, read.words, read.negated or _by_nobody(statement, target))
    asks = ends_in_question(head, statement, parsed.reading.text)
    if found.mood in _OPEN and is_open_question(head, asks):
        return Finding(None, (), found.negated)
    if found.mood is not Mood.ASSERTED:
        found = _kept(found, head, target, statement)
    if found.mood is not Mood.ASSERTED:
        return found
    told = by_form(head, target, statement, asks)
    if told is None:
        return found
    return replace(told, negated=found.negated, words=told.words or found.words)


def _by_nobody(statement: Statement, target: Token) -> bool:
    """ "Nobody wants to go"."""
    if not statement.speaker or statement.speaker[0].end - statement.speaker[0].start > _SHORT:
        return False
    said_by = tokens_of(target.doc, statement.speaker)
    if not said_by or said_by[0].lower_ not in ("nobody", "none", "no"):
        return False
    return len(said_by) == 1 or not said_by[1].like_num  # "No 10 says that ..."


def _kept(found: Finding, head: Token, target: Token, statement: Statement) -> Finding:
    """The mood where it is the clause's own or the cue's; else that of a plain assertion.

    Whoever governs the cue itself puts these words no way ("is expected to say that ..."), and
    "voters are worried" asserts how voters feel.
    """
    asserted = Finding(Mood.ASSERTED, (), found.negated)
    for child in target.children:
        told = child.dep_ == "acomp" and child.idx in {w.start for w in found.words}
        if told and (child.lower_ == "able" or (found.mood is not Mood.POSSIBLE
                                                 and not is_first_person(target))):  # fmt: skip
            return asserted
    if found.mood is Mood.POSSIBLE and permits(target):
        return asserted
    if any(c.lower_ == "apparently" for c in target.children if c.idx == _start(found)):
        return replace(found, mood=Mood.POSSIBLE)  # as it seems, not as it is rumoured
    own = not found.words or any(is_own(w, target, statement) for w in found.words)
    if not own and found.mood is not Mood.CONDITIONAL:
        return asserted
    if _tells_what_is_so(found, target, statement) or _is_later(found, target, statement):
        return asserted
    return found


def is_own(words: Span, target: Token, statement: Statement) -> bool:
    """Whether the words stand in the content or are the cue, and do not govern the cue itself."""
    if any(piece.overlaps(words) for piece in statement.content):
        return True
    cue = tokens_of(target.doc, statement.cue)
    said = [t for t in cue if t.lemma_ == statement.cue_lemma]
    above = {a.idx for t in said[:1] for a in t.ancestors}
    return any(t.idx >= words.start and t.idx < words.end and t.idx not in above for t in cue)


def _tells_what_is_so(found: Finding, target: Token, statement: Statement) -> bool:
    """A claim or a report asserts what it tells; "offered advice" is no offer to be taken up."""
    by_cue = all(any(c.overlaps(w) for c in statement.cue) for w in found.words)
    if found.mood is Mood.RUMOURED and by_cue and statement.speaker:
        return statement.cue_lemma not in words.HEARSAY
    if found.mood is Mood.PROMISED and _is_no_promise(target, statement):
        return True
    if target.pos_ == "PRON" or (found.mood is Mood.CONDITIONAL and not is_clause(target)):
        return True
    noun = target.lemma_.lower() if target.pos_ == "NOUN" else ""
    cue = statement.cue_lemma
    if cue in words.NAMING and is_named(target, statement):
        return True  # "considered it a last resort"
    if cue == "deny" and (noun in words.GRANTED or _dative(target.head)):
        return True  # "denied them permits"
    if cue == "call" and found.mood is Mood.PROPOSED and not calls_for(statement, target):
        return True  # "called a meeting"
    counted = any(c.dep_ == "nummod" for c in target.children)  # "weighs 80 kilos"
    weighed = cue in words.WEIGHING and (noun in words.MATTERS or counted or target.pos_ == "PROPN")
    return noun in words.SPOKEN_NOUNS or weighed


def _is_no_promise(target: Token, statement: Statement) -> bool:
    """ "Assured them that it is safe", "agreed on the need": what is or was is not promised."""
    if not is_clause(target):
        return statement.cue_lemma == "agree"
    helpers = [c for c in target.children if c.dep_ in ("aux", "auxpass")]
    finite = target.tag_ in _FINITE or any(c.tag_ in ("VBZ", "VBP", "VBD") for c in helpers)
    ahead = any(c.tag_ in ("MD", "TO") or c.lower_ == "going" for c in (target, *helpers))
    return finite and not ahead and target.lemma_ != "go"


def _dative(verb: Token) -> bool:
    return any(c.dep_ == "dative" for c in verb.children)


def _is_later(found: Finding, target: Token, statement: Statement) -> bool:
    """A "would" outside quotation marks, told of the past: "it would rise, she said"."""
    would = [c for c in target.children if c.lower_ in ("would", "'d") and c.dep_ == "aux"]
    if would and target.lemma_ in words.LIKING and found.mood is Mood.CONDITIONAL:
        return True  # "she would like to go": a wish that she has
    only = bool(would) and any(w.start == would[0].idx for w in found.words)
    if found.mood is not Mood.CONDITIONAL or not only or _is_quoted(would[0]):
        return False
    cue = tokens_of(target.doc, statement.cue)
    said = [t for t in cue if t.lemma_ == statement.cue_lemma] or cue
    now = [t for t in cue if t.tag_ in ("VBZ", "VBP")]
    present = said[:1] == now[:1] or (now and any(t.tag_ == "VBG" for t in said))
    return bool(cue) and not present and not any(t.tag_ == "MD" for t in cue)


def _is_quoted(token: Token) -> bool:
    """Whether an odd number of quotation marks stands before it in the sentence."""
    marks = [t for t in token.sent if t.i < token.i and t.text in ('"', "''", "``")]
    return len(marks) % 2 == 1


def _start(found: Finding) -> int:
    return found.words[0].start if found.words else -1
