"""Statements in, one line a speaker out, with office or affiliation as the reports give it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from foedus.model.document import Span
from foedus.report.callings import PRONOUNS, introduced
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Said, plain
from foedus.report.items import Item
from foedus.report.naming import capitalised, count_words
from foedus.report.quoting import Words
from foedus.report.sections.offices import in_brackets, offices_of
from foedus.report.sections.readings import readers
from foedus.report.sections.wordings import marked

FURTHER, MORE = 3, 46
FRAGMENT = (3, 6)  # words of a quotation that says something in few
ATTITUDE = 4  # words that make an attitude worth telling
STATEMENT_WORDS = 14
# the words of somebody whom no other section quotes weigh as much as the line itself
NAMED, READERS, UNNAMED, UNHEARD, WORDS = 88, 57, 34, 85, 80
PLAIN_CUES = frozenset("say add tell state write note go continue according".split())
GENERIC_LEADS = ("some", "many", "several", "other", "most", "few", "both", "two", "three")

Place = tuple[str, Span]  # the letter of a source, and a span of it


def by_speaker(desk: Desk) -> list[tuple[str, list[Said]]]:
    """The statements by speaker, the named and the most quoted first.

    Of those without a name only what they say counts; of the named also what they want, vow or
    praise, where the report gives enough of it to stand alone. A text is no speaker.
    """
    groups: dict[str, list[Said]] = {}
    for said in desk.dossier.said:
        heard = said.cue_class == "saying" or (
            is_somebody(said) and len(said.words.split()) >= ATTITUDE
        )
        somebody = said.speaker_kind != "text" and plain(said.speaker) not in PRONOUNS
        if said.speaker and said.content and heard and somebody and said.cue_mood == "said":
            groups.setdefault(said.key, []).append(said)
    ranked = sorted(groups.values(), key=lambda g: (not is_somebody(g[0]), -len(g)))
    return [(speaker_name(desk, group), group) for group in ranked]


def speaker_name(desk: Desk, group: Sequence[Said]) -> str:
    """The fullest name of the speaker that any report gives."""
    known = desk.actor_name(group[0].actor)
    if known:
        return known
    longest = max(group, key=lambda said: len(said.speaker))
    name = longest.speaker.strip(" ,")
    return introduced(longest.source, name) or name


def is_somebody(said: Said) -> bool:
    """Whether the speaker is somebody: known to the gazetteer, or with a capitalised name."""
    words = said.speaker.split()
    return bool(said.actor) or (
        bool(words)
        and said.speaker_kind != "unknown"
        and words[0].lower() not in GENERIC_LEADS
        and sum(word[:1].isupper() for word in words) * 2 > len(words)
    )


def speaker_items(
    desk: Desk, shown: Iterable[Place] = (), parties: Collection[str] = ()
) -> list[Item]:
    """One item a speaker, with words of his that no other section shows (`shown`).

    Each statement stands behind its mark with its own words.
    """
    above = list(shown)
    groups = by_speaker(desk)
    keys = readers(desk, parties)
    items = [_item(desk, who, said, above, keys, index) for index, (who, said) in enumerate(groups)]
    return items + _further(desk, groups, above)


def unheard(given: Sequence[Item], fitted: Sequence[Item], read: Collection[str]) -> list[Item]:
    """The lines of those whose name stands nowhere in front, or stands there without a word.

    `fitted` are the lines as the page has room for them, `given` the same lines whole; `read` are
    the speakers who stand above.
    """
    return [
        whole
        for whole, item in zip(given, fitted, strict=True)
        if "affiliations" in item.fields and not whole.behind and _is_silent(item, read)
    ]


def _is_silent(item: Item, read: Collection[str]) -> bool:
    if not item.behind:
        return not item.fields["words"]
    return bool(item.fields["affiliations"]) and item.fields["speaker"] not in read


def gathered(given: Sequence[Item], fitted: Sequence[Item], silent: Sequence[Item]) -> list[Item]:
    """The silent in one line, with what each says behind the fold; see `unheard`."""
    if not silent:
        return list(fitted)
    line = Item(
        sentence(f"Also cited: {'; '.join(named(item.fields) for item in silent)}"),
        tuple(item.claims[0] for item in silent),
        {"speakers": [item.fields["speaker"] for item in silent]},
    )
    told = [
        whole.put_behind() if whole in silent else item
        for whole, item in zip(given, fitted, strict=True)
    ]
    last = max((i for i, x in enumerate(told) if not (x.behind or x.library)), default=-1)
    return [*told[: last + 1], line, *told[last + 1 :]]


def named(fields: Mapping[str, Any]) -> str:
    """ "Jane Doe (minister)"."""
    offices = in_brackets(fields["affiliations"])
    return f"{fields['speaker']} ({offices})" if offices else str(fields["speaker"])


def _further(
    desk: Desk, groups: Sequence[tuple[str, list[Said]]], above: list[Place]
) -> list[Item]:
    """More words of the named speakers, for a brief that has room for them."""
    items: list[Item] = []
    for speaker, said in groups:
        fresh = [one for one in said if is_somebody(one) and not _among(one, above)]
        first = _best(desk, fresh)
        others = [w for one in fresh if (w := _best(desk, [one])) and w != first]
        for words in sorted(others, key=_rank)[:FURTHER]:
            items.append(_more(desk, speaker, words, fresh, len(items)))
    return items


def _more(desk: Desk, speaker: str, words: Words, said: Sequence[Said], index: int) -> Item:
    told = next(one for one in said if _best(desk, [one]) == words)
    return Item(
        sentence(f"{capitalised(speaker)}: {words}"),
        (told.id,),
        {"speaker": speaker, "further": True},
        weight=MORE - index,
    )


def _item(
    desk: Desk,
    speaker: str,
    said: list[Said],
    above: list[Place],
    read: Collection[str],
    index: int,
) -> Item:
    affiliations = offices_of(desk, said[0].key)
    who = named({"speaker": speaker, "affiliations": affiliations})
    best = _best(desk, [one for one in said if not _among(one, above)])
    count = count_words(len(said), "statement")
    above_too = any(_among(one, above) for one in said)
    reads = said[0].key in read
    if best is None:
        text = count
    elif len(said) > 1:
        text = f"{best}; {len(said) - 1} more"
    else:
        text = str(best)
    fragment = _fragment(desk, said)
    return Item(
        sentence(f"{capitalised(who)}: {text}"),
        unique_ids(said),
        {
            "speaker": speaker,
            "affiliations": affiliations,
            "words": str(best or ""),
            "statements": [
                {"id": s.id, "words": s.words, "kind": s.kind, "report": s.source.label}
                for s in said
            ],
        },
        behind=not is_somebody(said[0]) and index > 0,
        short=sentence(": ".join(filter(None, (capitalised(who), fragment))))
        if affiliations
        else "",
        short_fields={"words": fragment},
        short_claims=_saying(said, fragment),
        # whose reading stands in the table above stands there with the office too
        weight=(READERS if reads else _weight(said[0], affiliations)) - index / 4,
        short_weight=(WORDS - 2 * index) if above_too else UNHEARD - index / 4,
    )


def _weight(said: Said, affiliations: list[str]) -> float:
    """Somebody by name and office is what a reader looks for."""
    if not is_somebody(said):
        return UNNAMED
    return NAMED if affiliations else NAMED - 18


def _among(said: Said, above: list[Place]) -> bool:
    return any(
        letter == said.source.letter and span.overlaps(piece)
        for letter, span in above
        for piece in said.content
    )


def _best(desk: Desk, said: Sequence[Said]) -> Words | None:
    """The most telling words: the speaker's own before the report's, whole before cut."""
    found = [
        (_rank(words), index, words)
        for index, one in enumerate(said)
        for piece in one.content
        if len((words := _shown(desk, one, piece)).text.split()) >= ATTITUDE
    ]
    return min(found, key=lambda entry: entry[:2])[2] if found else None


def _fragment(desk: Desk, said: Sequence[Said]) -> str:
    """A few of the speaker's own words, for a line that has room for no more."""
    found = [
        desk.quoting.words(one.source, run, FRAGMENT[1]).text
        for one in said
        if one.kind == "mixed"
        for piece in one.content
        for run in marked(one.source, piece)
        if FRAGMENT[0] <= len(one.source.words(run).split()) <= FRAGMENT[1]
    ]
    return max(found, key=len, default="")


def _saying(said: Sequence[Said], fragment: str) -> tuple[str, ...]:
    """The statements in which the words stand; none where there are no words."""
    words = plain(fragment)
    return unique_ids(one for one in said if words and words in plain(one.words))


def _shown(desk: Desk, said: Said, piece: Span) -> Words:
    """The words as they stand; behind their verb where it says more than that somebody spoke."""
    cue = next((c for c in said.cue if c.end <= piece.start), None)
    if said.kind != "direct" and cue and said.cue_lemma not in PLAIN_CUES:
        between = Span(cue.end, piece.start).of(said.source.document.text)
        if not between.strip(' “"'):
            piece = Span(cue.start, piece.end)
    words = desk.quoting.words(said.source, piece, STATEMENT_WORDS)
    return Words(words.text.removeprefix("that "), words.own, words.cut)


def _rank(words: Words) -> tuple[bool, bool, bool, int]:
    tokens = plain(words.text).split()
    unclear = not tokens or tokens[0] in PRONOUNS
    return not (words.own or "“" in words.text), words.cut, unclear, abs(len(tokens) - 10)
