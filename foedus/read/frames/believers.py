"""A sentence in, its believers in parenthesis out: "oil and - two banks believe - gold"."""

from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foedus.model.claim import Voice
from foedus.model.document import Span
from foedus.read.frames.scene import Scene

_BELIEVE = frozenset({
    form for verb in (
        "believe", "suspect", "think", "say", "claim", "allege", "fear", "suggest", "assume",
        "argue", "contend", "maintain", "insist", "warn",
    ) for form in (verb, f"{verb}s", f"{verb}d", f"{verb}ed")
} | {"thought", "said"})  # fmt: skip
_OPEN = frozenset({"-", "(", ","})
_LONGEST = 9  # words of an aside, marks left out


@dataclass(frozen=True, slots=True)
class Aside:
    """A parenthetical "X believes" and the words that it governs: up to `until`."""

    voice: Voice
    verb_span: Span
    after: int
    until: int

    def covers(self, token: Token) -> bool:
        return self.after < token.i < self.until


def asides(scene: Scene, sentence: Words) -> list[Aside]:
    """The parenthetical believers of the sentence that govern only what follows them.

    Between commas an aside comments on the whole clause, and the quotation reader finds it; one
    between dashes or brackets behind "and", "or" or a preposition governs the next item alone.
    """
    found: list[Aside] = []
    for verb in sentence:
        if verb.lower_ not in _BELIEVE or verb.i + 1 >= sentence.end:
            continue
        opening = _opening(verb, sentence)
        if opening is None or verb.nbor(1).text not in ("-", ")"):
            continue
        before = scene.doc[opening - 1]
        if opening - 1 < sentence.start or before.pos_ not in ("CCONJ", "ADP"):
            continue
        first, last = scene.doc[opening + 1], scene.doc[verb.i - 1]
        span = scene.span(first, last)
        mention = scene.mention(last)
        actor = scene.cast.entities[mention.entity].actor if mention else None
        voice = Voice(span.of(scene.text), span, actor, mention.entity if mention else None)
        verb_span = Span(verb.idx, verb.idx + len(verb))
        found.append(Aside(voice, verb_span, verb.i, _until(verb, sentence)))
    return found


def _opening(verb: Token, sentence: Words) -> int | None:
    for i in range(verb.i - 2, max(sentence.start, verb.i - _LONGEST) - 1, -1):
        if verb.doc[i].text in _OPEN:
            return i if verb.doc[i].text != "," else None
    return None


def _until(verb: Token, sentence: Words) -> int:
    for i in range(verb.i + 2, sentence.end):
        if verb.doc[i].text in (",", ";", ":", ".", "-"):
            return i
    return sentence.end
