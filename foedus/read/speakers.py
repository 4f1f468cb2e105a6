"""Statements and the cast in, statements that know their speakers out.

Who is meant by "both" or "the two sides" is looked up where the text makes it clear: among the
two who spoke just before in the paragraph, else the pair that `frames.pairs` finds.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from foedus.model.actor import ActorKind, Cast
from foedus.model.document import Span
from foedus.model.statement import SpeakerKind, Statement
from foedus.read.frames.pairs import pair_of, wants_pair
from foedus.read.frames.scene import Scene
from foedus.read.sentences import Parsed
from foedus.read.speaker_phrases import (
    PAIR_WORDS,
    head_of,
    kind_of_speaker,
    members,
    speaker_at,
    takes_plural,
)
from foedus.read.texts import TEXTS
from foedus.read.unnamed import can_be_unnamed, is_anonymous, named_in, whole_phrase

_MARGIN = 4  # how much less a third must be named, for "both" to be the two speakers


def identify_speakers(
    statements: tuple[Statement, ...], parsed: Parsed, cast: Cast
) -> tuple[Statement, ...]:
    """The statements with `entity` set to whom the head of the speaker's words names.

    "The treaty signed by the two leaders" is the treaty, not the leaders; where no mention holds
    the head, the speaker stays its own words. Several speakers at once are `joint`.
    """
    scene = Scene(parsed, cast, statements)
    found: list[Statement] = []
    for statement in statements:
        found.append(_identified(scene, statement, found))
    return _unnamed(scene, found)


def _unnamed(scene: Scene, statements: list[Statement]) -> tuple[Statement, ...]:
    """With the whole words of speakers without a name; one who would not be named stays so."""
    named = named_in(scene.cast)
    told = [_in_own_words(scene, statement, named) for statement in statements]
    hidden = {s.entity for s in told if s.anonymous and not s.plural} - {None}
    return tuple(replace(s, anonymous=True) if s.entity in hidden else s for s in told)


def _in_own_words(scene: Scene, statement: Statement, named: frozenset[int]) -> Statement:
    told = replace(
        statement, nested=tuple(_in_own_words(scene, s, named) for s in statement.nested)
    )
    head = head_of(scene.doc, statement.speaker[0]) if statement.speaker else None
    if head is None or not can_be_unnamed(statement, named):
        return told
    phrase = whole_phrase(statement, head, len(scene.text))
    whole = (phrase or statement.speaker[0]).of(scene.text)
    hidden = is_anonymous(statement, head, whole)
    return replace(told, phrase=(phrase,) if phrase else (), anonymous=hidden)


def _identified(scene: Scene, statement: Statement, before: list[Statement]) -> Statement:
    nested: list[Statement] = []
    for inner in statement.nested:
        nested.append(_identified(scene, inner, nested))
    told = replace(statement, nested=tuple(nested), speaker=_voiced(scene, statement.speaker))
    tokens = members(scene.doc, told.speaker[0]) if told.speaker else []
    if not tokens:
        return told
    told = replace(told, plural=takes_plural(tokens, scene.cast))
    if _done_by_another(scene.doc, statement) or _only_a_label(scene, statement, tokens[0]):
        return told
    if _is_pair(tokens[0]):
        pair = _pair(scene, tokens[0], before)
        named = not pair and tokens[0].pos_ == "NOUN"  # "the two ministers", whoever they are
        kind = kind_of_speaker(tokens[0], scene.cast) if named else _common(scene.cast, pair)
        return replace(told, joint=pair, speaker_kind=kind)
    if tokens[0].lower_ == "they" and len(tokens) == 1:
        both = _spoke_together(scene, tokens[0], before)
        if both:
            return replace(told, joint=both, speaker_kind=_common(scene.cast, both))
    mentions = [speaker_at(scene.cast, token) for token in tokens]
    entities = tuple(dict.fromkeys(m.entity for m in mentions if m is not None))
    if len(tokens) > 1 and len(entities) != 1:
        kinds = {kind_of_speaker(token, scene.cast) for token in tokens}
        kind = kinds.pop() if len(kinds) == 1 else SpeakerKind.GROUP
        return replace(told, joint=entities, speaker_kind=kind)
    return replace(
        told, entity=entities[0] if mentions[0] else None,
        speaker_kind=kind_of_speaker(tokens[0], scene.cast),
    )  # fmt: skip


def _voiced(scene: Scene, speaker: tuple[Span, ...]) -> tuple[Span, ...]:
    """ "The report by a clerk of the bishop, NAME, says": the report says it, and not NAME."""
    noun = head_of(scene.doc, speaker[1]) if len(speaker) == 2 else None
    text = noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in TEXTS
    return speaker[1:] if text else speaker


def _done_by_another(doc: Doc, statement: Statement) -> bool:
    """ "She attacked the mayors *for accepting* it": the mayors did, and she is not who did."""
    for piece in statement.cue:
        cue = doc.char_span(piece.start, piece.end, alignment_mode="expand")
        verb = None if cue is None else cue.root
        if verb is None or verb.dep_ != "pcomp" or verb.head.lower_ != "for":
            continue
        blamed = verb.head.head
        objects = ("dobj", "pobj", "prep") if blamed.pos_ == "NOUN" else ("dobj", "prep")
        if any(c.dep_ in objects and c.i < verb.head.i for c in blamed.rights):
            return True
    return False


def _only_a_label(scene: Scene, statement: Statement, head: Token) -> bool:
    """ "Riches Over Rags: Mayor Leaves": a slogan before a colon, never named again."""
    mention = speaker_at(scene.cast, head)
    if mention is None or statement.cue_lemma != ":":
        return False
    entity = scene.cast.entity_of(mention)
    unknown = entity.kind is ActorKind.ORGANISATION and entity.actor is None
    return unknown and sum(m.entity == mention.entity for m in scene.cast.mentions) == 1


def _is_pair(token: Token) -> bool:
    """ "Both", "the two", "each", "the two sides", "both governments"."""
    if token.lower_ in PAIR_WORDS:
        return token.pos_ != "NOUN" or not list(token.rights)
    counted = any(c.lower_ in ("both", "two", "either", "each", "neither") for c in token.lefts)
    return counted and wants_pair(token) is not None


def _pair(scene: Scene, token: Token, before: Iterable[Statement]) -> tuple[int, ...]:
    """The two who are meant, as indices in the cast; none where that is not clear."""
    alone = token.lower_ in PAIR_WORDS
    near = _two_speakers(scene, token, before) if alone else ()
    if near:
        return near
    want = wants_pair(token)
    return (pair_of(scene, token, want, _MARGIN) or ()) if want else ()


def _two_speakers(scene: Scene, token: Token, before: Iterable[Statement]) -> tuple[int, ...]:
    """The speakers of the paragraph so far, where they are exactly two, one a sentence."""
    block = scene.block(token)
    spoken: dict[int, Token] = {}
    for statement in before:
        head = head_of(scene.doc, statement.speaker[0]) if statement.speaker else None
        if head is not None and scene.block(head) == block and statement.entity is not None:
            spoken.setdefault(statement.entity, head)
    apart = len({head.sent.start for head in spoken.values()}) == 2
    return tuple(spoken) if len(spoken) == 2 and apart else ()


def _spoke_together(scene: Scene, token: Token, before: list[Statement]) -> tuple[int, ...]:
    """ "They": those who spoke together right before, where no others have led a sentence since."""
    if speaker_at(scene.cast, token) is not None or not before:
        return ()
    last = before[-1]
    head = head_of(scene.doc, last.speaker[0]) if last.speaker else None
    if len(last.joint) < 2 or head is None or head.i >= token.i:
        return ()
    if scene.block(token) - scene.block(head) > 1:
        return ()
    acting = [
        t
        for t in scene.doc[head.i + 1 : token.i]
        if t.dep_ in ("nsubj", "nsubjpass")
        and t.sent != head.sent
        and not any(piece.start <= t.idx < piece.end for piece in last.content)
    ]
    others = any(t.tag_ in ("NNS", "NNPS") or speaker_at(scene.cast, t) for t in acting)
    return () if others else last.joint


def _common(cast: Cast, pair: tuple[int, ...]) -> SpeakerKind:
    kinds = {cast.entities[index].kind.value for index in pair}
    if not kinds:
        return SpeakerKind.UNKNOWN
    known = kinds <= {kind.value for kind in SpeakerKind} and len(kinds) == 1
    return SpeakerKind(kinds.pop()) if known else SpeakerKind.GROUP
