"""The main instrument in, its items out: title and parties, life, what it replaces, the rest."""

from collections.abc import Sequence

from foedus.model.claim import Predicate
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import bare, capitalised, listed, providing, says, time_words
from foedus.report.phrases import ahead, earlier_treaties, replacing, signers, years_of
from foedus.report.sections.instruments import ENDING, STAGES, SURE, Instrument, predecessors
from foedus.report.sections.provisions import DRAFTED, duty_of, provisions

WEIGHT = 90
UNDATED = 72  # that it was published, nobody knows when
# steps whose absence is news
LATER = (
    Predicate.AGREEMENT_SIGNED,
    Predicate.AGREEMENT_RATIFIED,
    Predicate.AGREEMENT_IN_FORCE,
    Predicate.AGREEMENT_DENOUNCED,
)
PROVISIONS_SHOWN = 4


def instrument_items(desk: Desk, found: Sequence[Instrument]) -> list[Item]:
    """Title and parties, its life stage by stage, what it replaces, provisions, other agreements.

    Nothing where the reports say too little: neither parties nor what it provides or replaces.
    """
    if not found or not worth_showing(found[0]):
        return []
    main = found[0]
    items = [_identity(desk, main), *_stages(desk, main), *_replaced(desk, main)]
    items += _provisions(desk, main)
    return items + [_other(desk, other) for other in found[1:] if other.parties]


def worth_showing(main: Instrument) -> bool:
    """Whether the reports say enough for a section: its parties, or what it provides."""
    return bool(main.parties or provisions(main) or predecessors(main))


def _identity(desk: Desk, main: Instrument) -> Item:
    parties = listed(desk.actor_name(party) for party in main.parties)
    named = [t for t in main.told if t.claim.filler("instrument")]
    titled = [t for t in named if t.words(t.claim.filler("instrument")).endswith(main.title)]
    text = capitalised(main.title)
    text += f", between {parties}" if parties else ""
    return Item(
        sentence(text),
        unique_ids((titled or named)[:2]),
        {"title": main.title, "parties": list(main.parties)},
        weight=WEIGHT,
    )


def _stages(desk: Desk, main: Instrument) -> list[Item]:
    items: list[Item] = []
    for predicate, word in STAGES.items():
        told = [t for t in main.stage(predicate) if t.claim.mood in SURE]
        done = [t for t in told if not ahead(t.claim)]
        if told:
            items.append(_stage(desk, main, predicate, done or told))
        waiting = [t for t in main.stage(predicate) if t.claim.filler("condition")]
        if waiting and not told:
            items.append(_waiting(desk, word, waiting))
        if main.not_yet(predicate) and predicate in LATER:
            items.append(_not_yet(desk, word, main.not_yet(predicate)))
    return items


def _not_yet(desk: Desk, word: str, told: Sequence[Told]) -> Item:
    """A step that a report says was not taken."""
    return Item(
        sentence(f"not {word}, {says(desk.voices(told[0]))}"),
        unique_ids(told),
        {"stage": f"not {word}", "when": None},
        weight=WEIGHT - 3,
    )


def _waiting(desk: Desk, word: str, told: list[Told]) -> Item:
    """A stage that the reports make depend on something."""
    condition = desk.filler_words(told[0], told[0].claim.filler("condition"), 16)
    return Item(
        sentence(f"to be {word} {condition}, says {told[0].source.label}"),
        unique_ids(told),
        {"stage": word, "when": None, "condition": str(condition)},
        weight=WEIGHT,
    )


def _stage(desk: Desk, main: Instrument, predicate: Predicate, told: list[Told]) -> Item:
    word = STAGES[predicate]
    when = next((time_words(t.claim.time) for t in told if t.claim.time.since), "")
    when = when or next((time_words(t.claim.time) for t in told if t.claim.time.said), "")
    still = "to be " if ahead(told[0].claim) else ""
    text = f"{still}{word}{_by(desk, predicate, told, main.parties)} {when}".strip()
    several = len({t.report for t in told}) > 1
    who = desk.on_word_of(told)
    noted = [desk.all_or(told)] if several else []
    noted += [f"citing {who}" if several else says(who)] if who else []
    text += f" ({', '.join(noted)})" if noted else ""
    undated = predicate is Predicate.AGREEMENT_PUBLISHED and not _iso(told)
    return Item(
        sentence(text),
        unique_ids(told),
        {"stage": word, "when": _iso(told), "voices": desk.independent(told)},
        weight=UNDATED if undated else WEIGHT - 2,
    )


def _by(desk: Desk, predicate: Predicate, told: Sequence[Told], parties: Sequence[str]) -> str:
    if predicate is Predicate.AGREEMENT_PUBLISHED:
        named = [t for t in told if t.claim.filler("source")]
        return f" by {bare(named[0].words(named[0].claim.filler('source')))}" if named else ""
    if predicate in ENDING:
        acting = listed(filter(None, (signers(desk, t.claim) for t in told)))
        return f" by {acting}" if acting else ""
    if predicate is Predicate.AGREEMENT_RATIFIED:
        # one of several has done it: the others have still to
        acting_states = {s for t in told for s in desk.states(t.claim.fillers("source"))}
        some = bool(acting_states) and acting_states < set(parties)
        return f" by {listed(desk.actor_name(s) for s in sorted(acting_states))}" if some else ""
    return ""


def _iso(told: Sequence[Told]) -> str | None:
    day = next((t.claim.time.since for t in told if t.claim.time.since), None)
    return day.isoformat() if day else None


def _replaced(desk: Desk, main: Instrument) -> list[Item]:
    """One line: everything that it is said to replace, in the words of the reports."""
    replaced = predecessors(main)
    if not replaced:
        return []
    told = list(dict.fromkeys(t for _, t in replaced))
    words = listed(words for words, _ in replaced)
    years = list(dict.fromkeys(year for t in told for year in years_of(t)))
    voices = list(dict.fromkeys(desk.voices(t) for t in told))
    # the words themselves stand behind the mark
    replaces = "said to replace" if replacing(told) == "replaces" else "would replace"
    text = f"{replaces} {earlier_treaties(told, years) if years else words}"
    return [
        Item(
            sentence(f"{text} ({listed(voices)})"),
            unique_ids(told),
            {"replaces": words, "years": years},
            weight=WEIGHT - 1,
        )
    ]


def _provisions(desk: Desk, main: Instrument) -> list[Item]:
    """What it provides for that binds nobody to a duty that we know by its words."""
    items: list[Item] = []
    told_of = [(*p, "") for p in provisions(main)] + [
        (*p, "a draft ") for p in provisions(main, DRAFTED)
    ]
    for words, told, of in [p for p in told_of if duty_of(p[0]) == "uncoded"]:
        shown = desk.filler_words(told[0], told[0].claim.filler("provision"), 20)
        items.append(
            Item(
                sentence(_articled(told[0], f"{of}{providing(str(shown))}")),
                unique_ids(told),
                {"provision": words},
                behind=len(items) >= PROVISIONS_SHOWN,
                weight=WEIGHT - 10 - 4 * len(items),
            )
        )
    return items


def _articled(told: Told, words: str) -> str:
    """The words behind the article that they stand in, where the report names it."""
    article = told.words(told.claim.filler("article"))
    return f"{article}: {words}" if article else words


def _other(desk: Desk, other: Instrument) -> Item:
    parties = listed(desk.actor_name(party) for party in other.parties)
    stages = listed(STAGES[p] for p in STAGES if other.stage(p))
    text = f"also reported: {other.title} between {parties}"
    text += f" ({stages})" if stages else ""
    return Item(sentence(text), unique_ids(other.told)[:3], {"other": True}, behind=True, weight=30)
