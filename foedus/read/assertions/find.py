"""A document in, what each of its clauses asserts out: who does what, when, in whose voice."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Cast, Entity, Mention
from foedus.model.claim import Mood
from foedus.model.dates import Time
from foedus.model.document import Document, Line, LineRole, Span
from foedus.model.reading import Relocation
from foedus.model.statement import SpeakerKind, Statement
from foedus.read.actors import find_actors
from foedus.read.assertions.assertion import Assertion, Counted
from foedus.read.assessments.clauses import Clause, clauses
from foedus.read.assessments.likelihood import hedges_of
from foedus.read.assessments.voices import all_of, voices_of
from foedus.read.clean import reading_text
from foedus.read.dates import find_times, time_at
from foedus.read.moods import mood_of
from foedus.read.quotes import find_statements
from foedus.read.sentences import Parsed, parse
from foedus.read.speakers import identify_speakers

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
# verbs and nouns that carry no content of their own, and the days by which a clause is dated
_EMPTY = frozenset(
    "be have do say tell add make get go come take give time year day week month today tomorrow"
    " yesterday monday tuesday wednesday thursday friday saturday sunday january february march"
    " april may june july august september october november december also just only even still"
    " now then very so more most less least about around nearly almost over under up next last yet"
    " mr mrs ms dr already again never not".split()
)
# clauses that stand on their own, or beside one that does
_MAIN = frozenset({"ROOT", "conj", "parataxis"})


_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_COUNTS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPEN = frozenset({"if", "whether", "unless"})
_MARKS = frozenset({'"', "'", "“", "”", "‘", "’"})
_DURATIONS = frozenset("minute hour day week month year decade".split())
_CURRENCIES = frozenset({"$", "£", "€", "¥"})


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as its readers have read it; offsets are those of the reading text."""

    parsed: Parsed
    cast: Cast
    statements: tuple[Statement, ...]
    body: tuple[Span, ...]
    times: tuple[Time, ...]

    @property
    def text(self) -> str:
        return self.parsed.reading.text


@lru_cache(maxsize=256)
def assertions_of(
    document: Document, lines: tuple[Line, ...], published: date | None = None
) -> tuple[Assertion, ...]:
    """Every clause of the document's body that asserts something, in order of the text.

    `lines` are those of the document with their roles. Clauses that only say who speaks are left
    out. `published` is the day of publication, against
    which relative dates are resolved. Spans are offsets into `document.text`.
    """
    reading = reading_text(document, lines)
    parsed = parse(reading)
    cast = find_actors(parsed, published)
    read = _Text(
        parsed,
        cast,
        tuple(all_of(identify_speakers(find_statements(parsed, cast), parsed, cast))),
        tuple(block.span for block in reading.blocks if block.role is LineRole.BODY),
        find_times(parsed, published),
    )
    back = Relocation(document, reading)
    found = (_assertion(clause, read) for clause in _asserting(read))
    return tuple(_located(one, document.id, back) for one in found)


def _asserting(read: _Text) -> Iterator[Clause]:
    """The clauses of the body, without those that are the cue of a statement.

    "The pact obliges each side" is none, of a text it is what the clause asserts; nor is "Peru
    proposed a treaty", for its content is no clause.
    """
    found = list(clauses(read.parsed, read.statements))
    # "protested against the memorandum signed in May": what is told is the protest
    verbs = [clause.verb.idx for clause in found if clause.verb.dep_ not in ("acl", "relcl")]
    cues = {
        at
        for s in read.statements
        if s.speaker_kind is not SpeakerKind.TEXT and _has_clause(s, verbs)
        for cue in s.cue
        for at in range(cue.start, cue.end)
    }
    for clause in found:
        at = clause.verb.idx
        inside = any(span.start <= at < span.end for span in read.body)
        if inside and at not in cues and clause.span.of(read.text).strip():
            yield clause


def _has_clause(statement: Statement, verbs: list[int]) -> bool:
    return any(
        bisect_left(verbs, span.start) < bisect_left(verbs, span.end) for span in statement.content
    )


def _assertion(clause: Clause, read: _Text) -> Assertion:
    verb = _acts(clause.verb)
    apart = _subject_apart(clause)
    own = [t for t in _tokens(clause, read) if t.i == verb.i or t.i != clause.verb.i] + apart
    named = _named(clause.span, read.cast)
    if apart:  # "A drone, he said, had crossed the border"
        named += _named(Span(apart[0].idx, apart[-1].idx + len(apart[-1])), read.cast)
    mood = mood_of(verb, read.parsed)
    subject, acted_on = _acting(clause, read.cast)
    return Assertion(
        document="",
        span=clause.span,
        verb=verb.lemma_.lower(),
        words=_words(own, named, read.cast),
        subject=subject,
        object=acted_on,
        names=frozenset(_key(m.entity, read.cast) for m in named),
        counted=tuple(_counted(_all_tokens(clause, read))),
        time=time_at(read.times, read.parsed.doc, verb),
        mood=Mood.ASSERTED if _is_to(clause.verb, mood.mood) else mood.mood,
        negated=mood.negated and not _is_mentioned(mood.words, read.text),
        hedge=hedges_of(verb),
        mood_words=mood.words,
        voice=tuple(voices_of(clause.statements, read.cast, read.text)),
        quoted=any(q.covers(clause.span) for q in read.parsed.quotations),
        main=_is_main(clause),
        stated=_is_stated(clause.verb),
    )


def _located(one: Assertion, document: str, back: Relocation) -> Assertion:
    """The assertion with the offsets of the document."""
    return replace(
        one,
        document=document,
        span=back.span(one.span),
        counted=tuple(replace(c, span=back.span(c.span)) for c in one.counted),
        time=back.time(one.time),
        hedge=back.spans(one.hedge),
        mood_words=back.spans(one.mood_words),
        voice=tuple(replace(v, span=back.maybe(v.span)) for v in one.voice),
    )


def _tokens(clause: Clause, read: _Text) -> list[Token]:
    """The words of the clause without those that say when."""
    when = [time.span for time in read.times if time.span is not None]
    every = _all_tokens(clause, read)
    return [t for t in every if not any(one.start <= t.idx < one.end for one in when)]


def _subject_apart(clause: Clause) -> list[Token]:
    """The words of the clause's own subject, where the words of who speaks part it from the verb.

    Not where the subject is that of another clause too.
    """
    subject = clause.subject
    if subject is None or subject.head != clause.verb or subject.idx >= clause.span.start:
        return []
    return [t for t in subject.subtree if t.idx < clause.span.start]


def _all_tokens(clause: Clause, read: _Text) -> list[Token]:
    doc, span = read.parsed.doc, clause.span
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(found) if found is not None else []


def _named(span: Span, cast: Cast) -> list[Mention]:
    """Where the clause names an actor that can be told from others: "Kenyan soldiers" are none."""
    return [m for m in cast.within(span) if _is_known(cast.entities[m.entity])]


def _is_known(entity: Entity) -> bool:
    return entity.actor is not None or entity.kind in (ActorKind.PERSON, ActorKind.ORGANISATION)


def _words(tokens: Collection[Token], named: Collection[Mention], cast: Cast) -> tuple[str, ...]:
    """The lemmas that carry the content, with the key of an actor in place of its name."""
    at = {at for m in named for at in range(m.span.start, m.span.end)}
    lemmas = (t.lemma_.lower() for t in tokens if _carries(t) and t.idx not in at)
    return tuple(dict.fromkeys((*lemmas, *(_key(m.entity, cast) for m in named))))


def _acts(verb: Token) -> Token:
    """The verb that says what is done: "lend" of "is to lend", "vowed to", "denied lending"."""
    if any(c.dep_ == "dobj" for c in verb.children):
        return verb  # "urged him to go": what is done is to urge
    heads = (verb, *(c for c in verb.children if c.dep_ == "acomp"))
    below = (c for head in heads for c in head.children if c.dep_ == "xcomp" and _is_act(c))
    return next(below, verb)


def _is_act(verb: Token) -> bool:
    return verb.pos_ == "VERB" and (verb.tag_ == "VBG" or _has_to(verb))


def _is_to(verb: Token, mood: Mood) -> bool:
    """ "Is to lend" is put as plainly as "will lend"."""
    direct = any(c.dep_ == "xcomp" and _has_to(c) for c in verb.children)
    return verb.lemma_ == "be" and direct and mood is Mood.INTENDED


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _carries(token: Token) -> bool:
    return token.is_alpha and token.pos_ in _CONTENT and token.lemma_.lower() not in _EMPTY


def _key(entity: int, cast: Cast) -> str:
    known = cast.entities[entity]
    return known.actor or known.name.lower()


def _acting(clause: Clause, cast: Cast) -> tuple[str, str]:
    """Who acts, and who or what is acted on; of a verb in the passive, the one behind "by"."""
    verb = _acts(clause.verb)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    if not passive:
        acted_on = next((c for c in verb.children if c.dep_ in _OBJECTS), None)
        doer = clause.subject or _accused(verb)
        return _who(doer, cast), _who(acted_on or _behind_preposition(verb), cast)
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    by = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent else None
    return _who(by, cast), _who(clause.subject, cast)


def _accused(verb: Token) -> Token | None:
    """Who is said to have done it in "accused Peru of shelling the port"."""
    if verb.dep_ != "pcomp" or verb.head.dep_ != "prep":
        return None
    return next((c for c in verb.head.head.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _behind_preposition(verb: Token) -> Token | None:
    """What a verb without an object is about: "met with the president", "voted on the bill"."""
    inner = (c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")
    return next((c for c in inner if c.ent_type_ not in ("DATE", "TIME")), None)


def _who(token: Token | None, cast: Cast) -> str:
    """An actor's key, else the noun; "" for "it" and the like."""
    if token is None:
        return ""
    mention = cast.at(Span(token.idx, token.idx + len(token)))
    if mention is not None and _is_known(cast.entities[mention.entity]):
        return _key(mention.entity, cast)
    return "" if token.pos_ in ("PRON", "DET", "NUM") else token.lemma_.lower()


def _counted(tokens: Collection[Token]) -> Iterator[Counted]:
    """The numbers among the tokens that count something, with their hedges."""
    seen = {t.i for t in tokens}
    for token in tokens:
        if not token.like_num or token.dep_ == "compound" or _is_odds(token) or _is_place(token):
            continue
        thing = token.head if token.dep_ == "nummod" else token
        if token.ent_type_ not in _COUNTS and thing.lemma_ not in _DURATIONS:
            continue
        unit = "money" if thing.text in _CURRENCIES else thing.lemma_.lower()
        if thing is token and token.ent_type_ not in ("PERCENT", "MONEY"):
            continue
        first = min(t.i for t in thing.subtree if t.i in seen and t.i <= token.i)
        last = max(token.i, thing.i)
        doc = token.doc
        yield Counted(Span(doc[first].idx, doc[last].idx + len(doc[last])), unit)


def _is_odds(number: Token) -> bool:
    """ "3" in "a 2 in 3 chance"."""
    before = number.doc[max(0, number.i - 2) : number.i]
    return len(before) == 2 and before[0].like_num and before[1].lower_ in ("in", "of")


def _is_place(number: Token) -> bool:
    """ "No. 2 position": a place in an order."""
    before = number.doc[max(0, number.i - 2) : number.i].text.lower()
    return before.endswith(("no.", "nos.", "number", "#"))


def _is_stated(verb: Token) -> bool:
    """Whether it has a tense, or tells what somebody is accused of; not what is only asked."""
    if any(c.dep_ == "mark" and c.lower_ in _OPEN for c in verb.children):
        return False
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
        return False
    tensed = (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    return any(t.tag_ in _TENSED for t in tensed) or _accused(verb) is not None


def _is_mentioned(shown: Collection[Span], text: str) -> bool:
    """ "The lone 'no' vote": a word that is spoken of, and denies nothing."""
    return any(text[s.start - 1 : s.start] in _MARKS and text[s.end : s.end + 1] in _MARKS
               for s in shown if s.start)  # fmt: skip


def _is_main(clause: Clause) -> bool:
    """Whether it stands on its own, or is the whole of what somebody is said to say."""
    if clause.verb.dep_ in _MAIN:
        return True
    return clause.verb.dep_ == "ccomp" and bool(clause.statements)
