"""Readings in, one line a holder out: how each puts what the agreement amounts to."""

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.document import LineRole
from foedus.report.callings import PRONOUNS, is_named
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import bare, capitalised, listed, says, within_sentence
from foedus.report.sections.instruments import is_another
from foedus.report.sections.offices import in_brackets, offices_of

NOBODY = PRONOUNS | {"unattributed"}
SHOWN, GIST_WORDS, NEARLY = 7, 14, 0.75
LINE_WORDS = (99, 26, 18)  # a second and a third stretch only in a line of so many words
# whose reading weighs most: named people, then unnamed ones, the parties' own praise, groups
PEOPLE, SOMEBODY, PARTIES, GROUPS, REPORTS = 96, 92, 74, 66, 50
# what the question of a treaty turns on: force, help, duty
TURNING = re.compile(
    r"\b(?:troops?|soldiers?|forces?|armed|military|defen[cs]e|defend|intervene|intervention|fight"
    r"|war|attack\w*|assist\w*|automatic\w*|oblig\w+|duty|duties|bound|bind\w*|commit\w*|mandat\w+"
    r"|requires?|guarantees?|consent|consult\w*|veto|alliance)\b",
    re.IGNORECASE,
)
_LEADING_ARTICLE = re.compile(r"^(?:The|A|An|That|This)\b")
_COULD_READ = re.compile(
    r"(?:\s|\b)(?:could|may|might|would)\s+(?:\w+ )?"
    r"(?:read|see|regard|view|take|interpret|treat|call)\b"
)
_PARTS = re.compile(r" (?:of|on|in|at|for|to|between|from|with|by|signed|agreed|that|which)\b")
_OTHER = re.compile(
    r"\b(?:1[6-9]\d\d|20\d\d|previous|earlier|old|former|predecessor\w*|separate|another|other"
    r"|rival|parallel|similar)\b",
    re.IGNORECASE,
)


def readings(desk: Desk) -> list[tuple[str, list[Told]]]:
    """Readings of the instrument grouped by who holds them, in order of first mention.

    What is said of an earlier treaty is no reading of this one.
    """
    return [(holder, told) for holder, of, told in _held(desk) if not of]


def _held(desk: Desk) -> list[tuple[str, str, list[Told]]]:
    """Holder, words of the instrument where it is another than the one that is news, readings."""
    groups: dict[tuple[str, str], list[Told]] = {}
    names: dict[str, str] = {}
    for told in desk.dossier.of(Predicate.READING.value):
        key = _key(desk, told)
        if plain(key) in NOBODY or _may_read(told) or told.role is LineRole.CAPTION:
            continue
        names.setdefault(key, _holder(desk, told))
        instrument = told.words(told.claim.filler("instrument"))
        another = _OTHER.search(instrument) or is_another(desk, instrument)
        of = instrument if another else ""
        groups.setdefault((key, of), []).append(told)
    return [(names[key], of, told) for (key, of), told in groups.items()]


def _may_read(told: Told) -> bool:
    """Whether somebody is only told as one who could read it so: "Moscow could see it as"."""
    reader = told.claim.voice[-1].span if told.claim.voice else None
    text = told.source.document.text
    if reader and _COULD_READ.match(text, reader.end):
        return True
    return len(told.claim.voice) > 1 and bool(_COULD_READ.search(told.claim.passage.of(text)))


def _key(desk: Desk, told: Told) -> str:
    if not told.claim.voice:
        return told.source.voice
    voice = told.claim.voice[-1]
    # "experts" of two reports are not the same people
    return (
        desk.key_of_voice(voice)
        if is_named(voice)
        else f"{told.source.voice} {plain(bare(desk.voice_name(told, voice)))}"
    )


def _holder(desk: Desk, told: Told) -> str:
    """Who holds it; relayed by whom, where another speaker passes it on."""
    chain = [desk.voice_name(told, voice) for voice in told.claim.voice]
    if not chain:
        return told.source.voice_label
    return chain[-1] if chain[0] == chain[-1] else f"{chain[-1]}, {says(chain[0])},"


def gist(told: Told) -> Filler | None:
    """The telling stretch of a reading: its `gist`, else the whole.

    "The words leave no choice" is shown whole: a verb in the plural needs its subject.
    """
    found, whole = told.claim.filler("gist"), told.claim.filler("reading")
    subject = _PARTS.split(told.words(told.claim.filler("instrument")), maxsplit=1)[0]
    plural = subject.endswith("s") and not subject.endswith("ss")
    within = whole and told.claim.filler("instrument")
    if found is None or (plural and within and whole and whole.span.covers(within.span)):
        return whole or found
    return found


def reading_words(desk: Desk, told: Told, limit: int = GIST_WORDS) -> str:
    """The reading as its holder or the report puts it, with its condition, denied or not."""
    telling, condition = gist(told), told.claim.filler("condition")
    shown = str(desk.filler_words(told, telling, limit))
    if condition and telling and not telling.span.overlaps(condition.span):
        shown += f", {within_sentence(str(desk.filler_words(told, condition, limit)))}"
    return f"denies: {shown}" if told.claim.mood is Mood.DENIED else shown


def readers(desk: Desk, parties: Collection[str]) -> set[str]:
    """The keys of the persons whose readings stand first: not the parties' own."""
    return {
        _key(desk, told[0])
        for _, told in readings(desk)
        if _base(desk, told[0], parties) >= SOMEBODY
    }


def reading_items(desk: Desk, parties: Collection[str] = ()) -> list[Item]:
    """One item a holder: name, the telling words, the open words that they are about."""
    held = [
        (GROUPS - 10 if of else _base(desk, told[0], parties), holder, of, told)
        for holder, of, told in _held(desk)
    ]
    held.sort(key=lambda entry: -entry[0])
    return [
        _item(desk, holder, of, told, index, base - 2 * index)
        for index, (base, holder, of, told) in enumerate(held)
    ]


def _base(desk: Desk, told: Told, parties: Collection[str]) -> int:
    """A reading is weighed by who holds it: last the report's own voice and a party's praise."""
    if not told.claim.voice:
        return REPORTS
    voice = told.claim.voice[-1]
    if len(told.claim.voice) > 1:
        return GROUPS
    if desk.state(voice.actor) in parties:
        return PARTIES
    if is_named(voice):
        return PEOPLE
    return SOMEBODY if _one_person(desk.voice_name(told, voice)) else GROUPS


def _one_person(name: str) -> bool:
    """ "a scholar in the capital" is one, "some officials" are not."""
    head = re.split(r" (?:of|in|at|from|who|with)\b", name)[0]
    return bool(re.match(r"(?:an?|one|the|another)\b", name)) and not head.endswith("s")


def _item(desk: Desk, holder: str, of: str, told: list[Told], index: int, weight: float) -> Item:
    chosen = _chosen(desk, told)
    shown = [reading_words(desk, one) for one in chosen]
    topics = _LEADING_ARTICLE.sub(lambda m: m[0].lower(), of) if of else listed(_topics(told))
    lead = f"{capitalised(holder)}, on {topics}" if topics else capitalised(holder).rstrip(",")
    reading = "; ".join(shown)
    office = in_brackets(offices_of(desk, _key(desk, told[0])))
    named = f"{lead} ({office})" if office else lead
    return Item(
        sentence(f"{named}: {reading}"),
        unique_ids([*chosen, *told]),
        {
            "reader": lead,
            "affiliation": office,
            "holder": holder.rstrip(","),
            "reading": reading,
            "on": topics or "the agreement",
            "own_words": [desk.filler_words(one, gist(one)).own for one in chosen],
        },
        behind=index >= SHOWN,
        short=sentence(f"{named}: {shown[0]}") if len(shown) > 1 else "",
        short_fields={"reading": shown[0]},
        cells=(lead, office, reading),
        short_cells=(lead, office, shown[0]),
        weight=weight,
        short_weight=weight - 2,
    )


def _chosen(desk: Desk, told: Sequence[Told]) -> list[Told]:
    """The most telling readings of one holder that a line has room for, in order of the text."""
    kept: list[Told] = []
    words = 0
    for one in sorted(told, key=lambda t: _rank(desk, t)):
        length = min(len(one.words(gist(one)).split()), GIST_WORDS)
        fresh = not any(_within(one, other) for other in kept)
        if fresh and len(kept) < len(LINE_WORDS) and words + length <= LINE_WORDS[len(kept)]:
            kept.append(one)
            words += length
    return [one for one in told if one in kept]


def _within(one: Told, other: Told) -> bool:
    """Whether one says what the other does, in its words or nearly."""
    words, others = (plain(t.words(gist(t))) for t in (one, other))
    close = SequenceMatcher(None, words.split(), others.split(), autojunk=False).ratio()
    return words in others or close > NEARLY


def _rank(desk: Desk, told: Told) -> tuple[bool, int, bool, int]:
    """Prefers own words and what the question turns on; uncut; the short."""
    shown = desk.filler_words(told, gist(told), GIST_WORDS)
    text = told.words(told.claim.filler("reading"))
    claim = told.claim
    telling = bool(claim.filler("term")) + bool(TURNING.search(text))
    telling += bool(claim.negated or claim.hedge)
    return not (shown.own or "“" in shown.text), -telling, shown.cut, len(shown.text)


def _topics(told: Sequence[Told]) -> list[str]:
    """The open words that the readings discuss, in quotation marks, each once."""
    seen = {
        plain(bare(t.words(term))): bare(t.words(term))
        for t in told
        for term in t.claim.fillers("term")
    }
    return [f"“{words}”" for words in list(seen.values())[:3]]
