"""Lines that name their speaker first: "SMITH: We shall see.", a headline "Smith: Talks Go On"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from foedus.model.actor import Cast
from foedus.model.statement import CueClass, SpeakerKind
from foedus.read.quotes.lexicon import SAYING
from foedus.read.quotes.page import OUTSIDE, Candidate, Page
from foedus.read.quotes.trees import (
    own_subject,
)
from foedus.read.speaker_phrases import kind_of_speaker

_LONGEST_LABEL = 5
_NEAR = 80  # characters of a line within which a label ends
_LONG_WORD = 4
_LEAST_TURNS = 3  # lines that open with a label in capitals, from which a text is a transcript
_SHOUTED = re.compile(r"^[\"“]?[A-Z][A-Z.'’ -]+[A-Z]:\s", re.MULTILINE)
_LEAST_WORDS = 3
_OPENING = frozenset({'"', "“", "''", "``"})
_NO_SPEAKERS = frozenset({
    "more", "update", "updated", "watch", "read", "photo", "photos", "video", "related", "note",
    "correction", "breaking", "exclusive", "analysis", "opinion", "source", "sources", "caption",
    "credit", "image", "live", "latest", "editorial", "review", "fact", "check",
    "timeline", "explainer", "reading", "time", "today", "background", "summary", "topic", "topics",
    "tags", "subject", "date", "place", "contact", "email", "phone", "tel", "fax", "web", "website",
    "election", "campaign", "why", "how", "who", "what", "when", "where", "reuters", "graphic",
})  # fmt: skip

_OWN = frozenset({"we", "us", "our", "ours", "i", "my"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def label_candidates(page: Page, cast: Cast | None = None) -> Iterator[Candidate]:
    """One candidate a paragraph that opens with a name and a colon.

    With a cast, only where the label names one who can speak: "Kenya: A Nation in Mourning" and
    "Baltic Summit: Leaders Meet" tell what the line is about.
    """
    begins = (page.text[b.span.start : b.span.start + _NEAR] for b in page.blocks)
    labelled = any(":" in begin for begin in begins)
    voices = _voices(page) if cast is None and labelled else frozenset()
    transcript = len(_SHOUTED.findall(page.text)) >= _LEAST_TURNS
    for number, block in enumerate(page.blocks):
        at = bisect_left(page.starts, block.span.start)
        if at + 1 < len(page.tokens) and page.tokens[at].text in _OPENING:
            at += 1  # a transcript quoted line by line
        colon = _label_end(page, at, block.span.end, voices)
        if colon is None:
            continue
        last = _last_token(page, colon, number)
        if len(page.words(colon + 1, last)) < _LEAST_WORDS:
            continue
        speaks_below = page.tokens[colon - 1].lower_ in voices
        if cast is not None:
            told = _speaks(page, cast, colon, last)
        elif page.tokens[colon - 1].is_upper:
            told = speaks_below or transcript or _runs_small(page, colon, last)
        else:
            told = speaks_below or _tells(page, colon, last)
        if not told:
            continue
        yield Candidate(
            (page.span(at, colon - 1),), (page.span(colon, colon),),
            (page.span(colon + 1, last),), "label", CueClass.SAYING, ":",
        )  # fmt: skip


def _voices(page: Page) -> frozenset[str]:
    """The heads of the subjects of saying in the text, in small letters."""
    subjects = (own_subject(t) for t in page.tokens if t.lemma_ in SAYING and t.pos_ == "VERB")
    return frozenset(s.lower_ for s in subjects if s is not None and s.pos_ in ("PROPN", "NOUN"))


def _runs_small(page: Page, colon: int, last: int) -> bool:
    """Whether what follows is a sentence in small letters, and no headline."""
    words = [t for t in page.words(colon + 1, last) if len(t) >= _LONG_WORD]
    return sum(t.is_lower for t in words) * 2 > len(words) and _tells(page, colon, last)


def _tells(page: Page, colon: int, last: int) -> bool:
    """Does a name longer than a letter stand before what is quoted or has a verb of its own?"""
    words = page.words(colon + 1, last)
    quoted = page.inside[words[0].i] != OUTSIDE
    return len(page.tokens[colon - 1]) > 1 and (quoted or any(t.tag_ in _FINITE for t in words))


def _speaks(page: Page, cast: Cast, colon: int, last: int) -> bool:
    """Does the label name a speaker, and is what follows said: by a state only of itself?"""
    words = page.words(colon + 1, last)
    quoted = page.inside[words[0].i] != OUTSIDE
    match kind_of_speaker(page.tokens[colon - 1], cast):
        case SpeakerKind.PERSON | SpeakerKind.GROUP | SpeakerKind.ORGANISATION:
            return quoted or any(t.tag_ in _FINITE for t in words)
        case SpeakerKind.STATE:
            return quoted or any(t.lower_ in _OWN for t in words)
        case SpeakerKind.UNKNOWN:
            return page.tokens[colon - 1].is_upper  # a transcript's "SMITH:"
    return False


def _label_end(page: Page, first: int, end: int, voices: frozenset[str]) -> int | None:
    """The colon behind a name at the paragraph's start."""
    names = 0
    for at in range(first, min(first + _LONGEST_LABEL + 1, len(page.tokens))):
        token = page.tokens[at]
        if token.idx >= end or (page.inside[at] != OUTSIDE and not _transcribed(page, at)):
            return None
        if token.text == ":":
            return at if names else None
        if token.lower_ in _NO_SPEAKERS or not (
            token.text[:1].isupper() or token.text in (".", ",", "of")
        ):
            return None
        names += token.pos_ == "PROPN" or token.is_upper or token.lower_ in voices
    return None


def _transcribed(page: Page, at: int) -> bool:
    """Whether the token is a label in capitals within marks that open its paragraph."""
    token = page.tokens[at]
    return token.is_upper or token.text in (":", ".")


def _last_token(page: Page, at: int, block: int) -> int:
    end = page.blocks[block].span.end
    while at + 1 < len(page.tokens) and page.tokens[at + 1].idx < end:
        at += 1
    return at
