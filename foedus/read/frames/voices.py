"""A place in the text in, the chain of voices that say it out, outermost first.

Statements whose content covers the place give the chain; believers that no statement holds
("X and - Western states believe - Y", "the government suspects that ...") are added inside.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Voice
from foedus.model.document import Span
from foedus.model.statement import CueClass, Statement
from foedus.read.frames.believers import asides
from foedus.read.frames.grammar import ancestors, children, conjuncts, negated, passive, word
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import of_matrix
from foedus.read.frames.words import INSTRUMENTS, PARTS
from foedus.read.quotes.lexicon import SAYING
from foedus.read.quotes.standing import answers_for, parted, said_by
from foedus.read.speaker_phrases import head_of, members, mention_of, shows

_THINGS = frozenset({"it", "this", "that", "which"})
_PRONOUNS = frozenset({
    "he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom",
    "this", "that", "which", "these", "those", "himself", "herself", "themselves", "itself",
})  # fmt: skip
_NOBODY = frozenset({"nobody", "none", "neither", "no", "few", "no-one"})
_BELIEF = frozenset({"believe", "suspect", "think", "assume", "reckon", "estimate"})
_TELLING = _BELIEF | frozenset({
    "fear", "allege", "claim", "say", "state", "note",
    "point", "add", "announce", "report", "argue", "insist", "warn", "suggest", "acknowledge",
    "confirm", "declare", "reveal", "stress", "maintain", "tell", "assert", "contend",
})  # fmt: skip


def covering(scene: Scene, offset: int) -> list[Statement]:
    """The statements, nested ones too, whose content holds the character: widest first."""
    found = [
        s for s in _flat(scene.statements) if any(c.start <= offset < c.end for c in s.content)
    ]
    return sorted(found, key=_width, reverse=True)


def _width(statement: Statement) -> int:
    return sum(c.end - c.start for c in statement.content)


def _flat(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    for statement in statements:
        yield statement
        yield from _flat(statement.nested)


def voice_of(scene: Scene, spans: tuple[Span, ...]) -> Voice:
    """The voice that the speaker's words name; its name is the actor's where the cast knows it.

    The head of the words decides: "the President's office" is not the President, and "Lima and
    Quito" are neither of the two alone.
    """
    span = spans[0]
    tokens = members(scene.doc, span)
    mentions = [mention_of(scene.cast, token) for token in tokens]
    mention = mentions[0] if mentions else None
    if mention is None or len({m.entity for m in mentions if m is not None}) > 1:
        return Voice(span.of(scene.text), span)
    entity = scene.cast.entity_of(mention)
    whole = mention.span.start <= span.start and span.end <= mention.span.end
    if entity.kind.value == "person" or whole:
        return Voice(entity.name, span, entity.actor, mention.entity)
    return Voice(span.of(scene.text), span, entity.actor, mention.entity)


def _speaker(scene: Scene, statement: Statement) -> Voice | None:
    """The statement's speaker as a voice; of a pronoun whom it means, or nobody."""
    span = statement.speaker[0]
    voice = voice_of(scene, statement.speaker)
    if voice.entity is not None or not is_pronoun(span.of(scene.text)):
        return voice
    if statement.entity is None:
        return None
    entity = scene.cast.entities[statement.entity]
    return Voice(entity.name, span, entity.actor, statement.entity)


def is_pronoun(words: str) -> bool:
    """Words that name nobody by themselves."""
    return words.lower() in _PRONOUNS


def _nobody(scene: Scene, statement: Statement) -> bool:
    """ "Nobody expects it to attack": a voice that is none."""
    if not statement.speaker:
        return False
    return statement.speaker[0].of(scene.text).lower().partition(" ")[0] in _NOBODY


def unsaid(scene: Scene, trigger: Token) -> tuple[Span, ...]:
    """The cue of the words that nobody said ("should say that ...") where the trigger stands.

    Of a will that is denied ("never promised to go") the governing verb tells itself.
    """
    for statement in covering(scene, trigger.idx):
        will = statement.content[0].of(scene.text).lower().startswith("to ")
        held = answers_for(statement) and not _nobody(scene, statement)
        if not held and not will:
            return statement.cue
    for verb in ancestors(trigger):
        told = verb.pos_ == "VERB" and (word(verb) in _TELLING or word(verb) in SAYING)
        if told and not said_by(verb) and _in_content(verb, trigger):
            return (Span(verb.idx, verb.idx + len(verb)),)
    return ()


def chain(scene: Scene, trigger: Token) -> tuple[Voice, ...]:
    """Who says what stands at the trigger, outermost first, each once.

    Whoever did not say it, or only might, is none of them; nor is an open "he".
    """
    voices: list[Voice] = []
    cues: list[Span] = []
    aside = {a.verb_span for a in asides(scene, trigger.sent)}
    widest = set(scene.statements)
    for statement in covering(scene, trigger.idx):
        if (
            statement.speaker
            and (statement in widest or statement.cue_lemma in _TELLING)
            and _speaks(scene, statement.speaker[0])
            and not _own_will(scene, statement)
            and not aside.intersection(statement.cue)
        ):
            cues.extend(statement.cue)
            held = answers_for(statement) and not _nobody(scene, statement)
            voice = _speaker(scene, statement) if held else None
            if voice is not None and all(not _same(voice, other) for other in voices):
                voices.append(voice)
    found = list(_believers(scene, trigger, [*cues, *aside]))
    said = [t for t in trigger.sent if any(cue.start <= t.idx < cue.end for cue in cues)]
    outer = tuple(v for verb, v in found if said and all(verb.is_ancestor(t) for t in said))
    inner = tuple(v for _, v in found if v not in outer)
    return add(add(outer, tuple(voices)), inner)


def _own_will(scene: Scene, statement: Statement) -> bool:
    """ "Peru is ready to sell it", "its plans to sell it": that is not said by Peru itself."""
    first = statement.content[0].of(scene.text).lower()
    wills = statement.cue_class is CueClass.ATTITUDE and statement.cue_lemma not in SAYING
    return wills and bool(statement.cue_lemma) and first.startswith("to ")


def believed(scene: Scene, trigger: Token) -> Token | None:
    """The verb of belief whose content holds the trigger, if any: what is believed is no report."""
    aside = {a.verb_span.start for a in asides(scene, trigger.sent)}
    for verb in ancestors(trigger):
        holds = word(verb) in _BELIEF and verb.idx not in aside and not negated(verb)
        if holds and _in_content(verb, trigger):
            return verb
    return None


def _speaks(scene: Scene, span: Span) -> bool:
    """Can the words name a voice? Not "it", no time, no treaty and no evidence."""
    if span.of(scene.text).lower() in _THINGS:
        return False
    root = head_of(scene.doc, span)
    return root is None or not (
        root.ent_type_ in ("DATE", "TIME") or root.lower_ == "past"
        or word(root) in INSTRUMENTS | PARTS or shows(root)
    )  # fmt: skip


def leaning(trigger: Token) -> tuple[Span, ...]:
    """The words that rest it on what nobody says: "figures suggest", "images show".

    Evidence is no voice; that a report leans on it is a hedge of its own.
    """
    found = []
    for verb in ancestors(trigger):
        shown = [s for s in children(verb, "nsubj") if shows(s)]
        if shown and _in_content(verb, trigger) and not negated(verb):
            start = min(t.idx for t in shown[0].subtree if t.i <= shown[0].i)
            found.append(Span(start, verb.idx + len(verb)))
    return tuple(found)


def _in_content(verb: Token, token: Token) -> bool:
    """Does the token stand in what the verb says: its complement, or a "that" clause below it?

    A semicolon ends what is said, wherever the parser hangs the next clause.
    """
    if parted(verb, token):
        return False
    for node in (token, *ancestors(token)):
        if node == verb or (node.dep_ == "conj" and of_matrix(node, node.head)):
            return False
        if node.dep_ == "ccomp" and node.head == verb:
            return True
        if node.dep_ in ("relcl", "acl") and node.head.ent_type_ != "PERSON":
            says = any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children)
            if says and not children(verb, "ccomp") and verb.is_ancestor(node):
                return True
    return False


def _believers(scene: Scene, trigger: Token, cues: list[Span]) -> Iterator[tuple[Token, Voice]]:
    """Who believes or says it by the parse, where no statement has the verb as its cue."""
    for verb in reversed([t for t in ancestors(trigger) if word(t) in _TELLING]):
        held = _in_content(verb, trigger)
        spoken = any(cue.start <= verb.idx < cue.end for cue in cues)
        if held and not spoken and not passive(verb) and said_by(verb):
            for subject in children(verb, "nsubj")[:1]:
                if subject.pos_ in ("NOUN", "PROPN") and not shows(subject):
                    yield verb, voice_of(scene, (_all_of(scene, subject),))


def _all_of(scene: Scene, subject: Token) -> Span:
    """ "Peru and Chile said": both of them, and not the first alone."""
    named = [t for t in conjuncts(subject) if t.i < subject.head.i]
    span = scene.noun_phrase(subject)
    return Span(span.start, max(scene.noun_phrase(t).end for t in named)) if named[1:] else span


def _same(one: Voice, other: Voice) -> bool:
    if one.entity is not None and one.entity == other.entity:
        return one.name == other.name
    return one.span == other.span


def add(voices: tuple[Voice, ...], inner: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The chain with inner voices at its end, each once."""
    return (*voices, *(v for v in inner if all(not _same(v, other) for other in voices)))


def speaker_at(scene: Scene, token: Token) -> int | None:
    """The index in the cast of the innermost speaker of the words at the token."""
    for verb in ancestors(token):  # "he told them that our ..." inside another's quotation
        if word(verb) in _TELLING and _in_content(verb, token):
            if not said_by(verb):
                return None
            for subject in children(verb, "nsubj"):
                mention = scene.mention(subject)
                if mention:
                    return mention.entity
    for statement in reversed(covering(scene, token.idx)):
        if not answers_for(statement):
            return None
        mention = scene.cast.at(statement.speaker[0]) if statement.speaker else None
        if mention:
            return mention.entity
    return None
