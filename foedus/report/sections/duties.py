"""Provisions in, duties out: who is said to be bound to do what, when; and who reads it how."""

from collections.abc import Sequence

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import PRONOUNS, Desk, quoted, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import bare, listed
from foedus.report.sections.instruments import Instrument, duty_of, provisions

READINGS_SHOWN = 6
NOBODY = PRONOUNS | {"unattributed"}
READING_WORDS = 16


def duty_items(desk: Desk, found: Sequence[Instrument]) -> list[Item]:
    """Duties of the main instrument, then the readings of its words by speaker."""
    items = _duties(desk, found[0]) if found else []
    return items + reading_items(desk)


def _duties(desk: Desk, main: Instrument) -> list[Item]:
    items: list[Item] = []
    for words, told in provisions(main):
        duty = duty_of(words)
        if duty == "uncoded":
            continue
        bearer, owed_to = _parties(desk, main, told)
        condition = next(
            (t.claim.filler("condition") for t in told if t.claim.filler("condition")), None
        )
        when = quoted(told[0].words(condition), 18) if condition else "not said"
        what = quoted(_without(words, told[0].words(condition)), 16)
        if all(t.claim.voice for t in told):  # the words are a speaker's, not the report's
            what += f", says {desk.name(told[0].claim.voice[-1])}"
        text = f"{bearer} towards {owed_to}: {what}, {_when(when)}"
        fields = {
            "bearer": bearer, "owed_to": owed_to, "what": what, "when": when, "duty": duty,
 "reported_by": [t.source.label for t in told],
        }  # fmt: skip
        items.append(Item(sentence(text), unique_ids(told), fields, behind=len(items) > 2))
    return items


def _when(when: str) -> str:
    return "when is not said" if when == "not said" else f"when: {when}"


def _without(words: str, condition: str) -> str:
    """The provision without its condition, where it ends with it."""
    cut = words.find(condition) if condition else -1
    return words[:cut].strip(" ,“") if cut > 0 else words


def _parties(desk: Desk, main: Instrument, told: Sequence[Told]) -> tuple[str, str]:
    """Bearer and the one owed: named in the provision, else each party to the other."""
    for one in told:
        source, target = one.claim.filler("source"), one.claim.filler("target")
        if source and target and source.actor and target.actor and source.actor != target.actor:
            return desk.name(source), desk.name(target)
    if len(main.parties) == 2:
        names = listed(desk.actor_name(party) for party in main.parties)
        return f"each party ({names})", "the other"
    return ("each party", "the others") if main.parties else ("the parties", "one another")


def readings(desk: Desk) -> list[tuple[str, list[Told]]]:
    """Readings of the instrument grouped by who holds them, in order of first mention."""
    by_holder: dict[str, list[Told]] = {}
    for told in desk.dossier.of(Predicate.READING.value):
        holder = _holder(desk, told)
        if plain(holder) not in NOBODY:
            by_holder.setdefault(holder, []).append(told)
    return list(by_holder.items())


def _holder(desk: Desk, told: Told) -> str:
    return desk.name(told.claim.voice[-1]) if told.claim.voice else told.source.label


def reading_items(desk: Desk) -> list[Item]:
    """One item a holder: name, the telling words, what they are about."""
    grouped = readings(desk)
    # people before the reports' own voice: a named reading can be weighed
    grouped.sort(key=lambda pair: not pair[1][0].claim.voice)
    items: list[Item] = []
    for holder, told in grouped:
        best = max(told, key=lambda t: _telling(t))
        topics = listed(_topics(told)) or "the agreement"
        shown = reading_words(best)
        items.append(
            Item(
                sentence(f"{holder} on {topics}: {shown}"),
                unique_ids(told),
                {
                    "reader": holder,
                    "reading": shown,
                    "on": topics,
                    "affiliations": _affiliations(desk, told[0]),
                    "own_words": best.claim.voice != (),
                },
                behind=len(items) >= READINGS_SHOWN,
            )
        )
    return items


def reading_words(told: Told) -> str:
    """The reading in its holder's words; that it is denied stands before them."""
    shown = quoted(told.words(told.claim.filler("reading")), READING_WORDS)
    return f"denies: {shown}" if told.claim.mood is Mood.DENIED else shown


def _affiliations(desk: Desk, told: Told) -> list[str]:
    if not told.claim.voice:
        return []
    name = plain(told.claim.voice[-1].name)
    return list(
        dict.fromkeys(
            a
            for said in desk.dossier.said
            if plain(said.speaker) == name
            for a in said.affiliations
        )
    )


def _topics(told: Sequence[Told]) -> list[str]:
    """The open words that the readings discuss, in quotation marks, each once."""
    seen = {
        plain(bare(t.words(term))): bare(t.words(term))
        for t in told
        for term in t.claim.fillers("term")
    }
    return [f"“{words}”" for words in list(seen.values())[:3]]


def _telling(told: Told) -> tuple[bool, bool, int]:
    """Prefers a reading that can be shown whole, that names a word or quotes one, the longer."""
    words = told.words(told.claim.filler("reading"))
    length = len(words.split())
    telling = bool(told.claim.filler("term")) or "“" in words
    return length <= READING_WORDS, telling, min(length, READING_WORDS)
