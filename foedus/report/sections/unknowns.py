"""What the reports leave open, and what would settle it. Unknown is said, never guessed."""

import re
from collections.abc import Iterator, Sequence

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import bare, capitalised, listed
from foedus.report.phrases import ahead
from foedus.report.sections.flows import Flow, flows
from foedus.report.sections.instruments import ENDING, Instrument

LATER = (
    (Predicate.AGREEMENT_RATIFIED, "ratified"),
    (Predicate.AGREEMENT_IN_FORCE, "in force"),
)
PUBLISHED = "the full text as published and the parties' reading of it"
REMEDY = "the full text and the parties' reading of it"
UNSEEN_WEIGHT, WEIGHT, LIGHT = 88, 72, 50
_RELEASE = re.compile(r"\b(?:releas|publish|made public|disclos)\w*", re.IGNORECASE)
SPEAKERS = 3  # that one line names
SINGLE_SHOWN = 6


def unknown_items(desk: Desk, found: tuple[Instrument, ...]) -> list[Item]:
    """Items with `settled_by`: what would have to be known for the line to fall away."""
    published = found[0].stage(Predicate.AGREEMENT_PUBLISHED) if found else ()
    left = [*_unseen(desk, published), *_unverified(desk), *_stages(found)]
    return [*left, *_single(desk), *_dates(desk)]


def _item(text: str, claims: tuple[str, ...], settled_by: str, weight: float = WEIGHT) -> Item:
    line = f"{sentence(text).removesuffix('.')}; {settled_by} would settle it."
    return Item(line, claims, {"settled_by": settled_by}, weight=weight)


def _unseen(desk: Desk, published: Sequence[Told]) -> Iterator[Item]:
    """What somebody says is open or unseen, by who says it, the report itself included."""
    groups: dict[str, list[Told]] = {}
    out = any(t.claim.mood is Mood.ASSERTED for t in published)
    for told in desk.dossier.of(Predicate.UNSEEN.value):
        # that it was not out yet says nothing once it is
        if not (out and _RELEASE.search(told.words(told.claim.filler("reading")))):
            groups.setdefault(desk.voices(told), []).append(told)
    for some in _batched(list(groups.items())):
        chosen = [min(group, key=lambda t: _length(desk, t)) for _, group in some]
        same: dict[str, list[str]] = {}
        for (who, _), told in zip(some, chosen, strict=True):
            same.setdefault(_open(desk, told), []).append(who)
        lines = [f"{capitalised(listed(whose))}: {words}" for words, whose in same.items()]
        cited = [*chosen, *(t for _, group in some for t in group)]
        yield _item(
            "; ".join(lines), unique_ids(cited), PUBLISHED if out else REMEDY, UNSEEN_WEIGHT
        )


def _unverified(desk: Desk) -> Iterator[Item]:
    """Who says that the text, or the report of it, could not be confirmed."""
    told = desk.dossier.of(Predicate.AGREEMENT_UNVERIFIED.value)
    if told:
        who = listed(dict.fromkeys(desk.voices(t) for t in told))
        yield _item(f"{who} could not verify the text", unique_ids(told), REMEDY, UNSEEN_WEIGHT - 1)


def _open(desk: Desk, told: Told) -> str:
    """What is open, in the words of the reading, else of the sentence."""
    term = told.claim.filler("term")
    if term:
        return f"the text leaves “{bare(told.words(term))}” open"
    words = desk.filler_words(told, told.claim.filler("reading"), 14)
    return str(words) or str(desk.quoting.words(told.source, told.claim.passage))


def _length(desk: Desk, told: Told) -> tuple[bool, int]:
    """Prefers what says of the text that it is not known, whole, in few words."""
    words = desk.filler_words(told, told.claim.filler("reading"), 14)
    return words.cut or len(words.text.split()) < 4, len(words.text)


def _stages(found: tuple[Instrument, ...]) -> Iterator[Item]:
    if not found:
        return
    signed = [t for t in found[0].stage(Predicate.AGREEMENT_SIGNED) if not ahead(t.claim)]
    if any(found[0].stage(stage) for stage in ENDING):
        return
    missing = [
        word
        for predicate, word in LATER
        if not any(t.claim.mood is Mood.ASSERTED for t in found[0].stage(predicate))
        and not found[0].not_yet(predicate)
    ]
    if signed and missing:
        yield _item(
            f"no report says that it is {listed(missing, 'or')}",
            unique_ids(signed)[:2],
            "a notice of it" if len(missing) == 1 else "a notice of either",
        )


def _dates(desk: Desk) -> Iterator[Item]:
    undated = [s for s in desk.sources() if not any(r.published for r in s.receipts)]
    if undated:
        names = listed(s.label for s in undated)
        yield _item(
            f"no date of publication is known for {names}, so that weekdays stay as said",
            (),
            "the page's date",
            LIGHT + 1,
        )


def _single(desk: Desk) -> Iterator[Item]:
    """The exchanges that one voice alone tells of."""
    single = [
        f
        for f in flows(desk)
        if f.giver and f.receiver and f.mood is not Mood.DENIED and _one_voice(desk, f)
    ]
    told = [t for flow in single for t in flow.told]
    if told and len(desk.sources()) > 1:
        goods = list(dict.fromkeys(g for flow in single for g in flow.goods[:2]))
        shown = goods[:SINGLE_SHOWN]
        more = f" and {len(goods) - len(shown)} more" if len(goods) > len(shown) else ""
        named = ", ".join(shown) if more else listed(shown)
        yield _item(
            f"exchanges that rest on one voice: {named}{more}",
            unique_ids(told)[:6],
            "a second independent report",
            LIGHT,
        )


def _one_voice(desk: Desk, flow: Flow) -> bool:
    """Whether one source alone stands behind it; "Oslo and Warsaw" are two."""
    joined = any(" and " in voice.name for t in flow.told for voice in t.claim.voice[-1:])
    return desk.independent(flow.told) == 1 and not joined


def _batched(groups: list[tuple[str, list[Told]]]) -> Iterator[list[tuple[str, list[Told]]]]:
    for start in range(0, len(groups), SPEAKERS):
        yield groups[start : start + SPEAKERS]
