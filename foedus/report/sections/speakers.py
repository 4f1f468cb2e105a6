"""Statements in, one line a speaker out, with office or affiliation as the reports give it."""

from collections.abc import Sequence

from foedus.report.desk import PRONOUNS, Desk, quoted, sentence, unique_ids
from foedus.report.dossier import Said, plain
from foedus.report.items import Item
from foedus.report.naming import capitalised, count_words, listed
from foedus.report.sections.duties import READINGS_SHOWN, readings
from foedus.report.sections.exchanges import PLEDGES_SHOWN, pledges

NAMED_SHOWN = 12
ATTITUDE = 4  # words that make an attitude worth telling
GENERIC_LEADS = ("some", "many", "several", "other", "most", "few", "both", "two", "three")


def by_speaker(desk: Desk) -> list[tuple[str, list[Said]]]:
    """The statements by speaker, the named and the most quoted first.

    Of those without a name only what they say counts; of the named also what they want, vow or
    praise, where the report gives enough of it to stand alone.
    """
    groups: dict[str, list[Said]] = {}
    for said in desk.dossier.said:
        heard = said.cue_class == "saying" or (named(said) and len(said.words.split()) >= ATTITUDE)
        if said.speaker and said.content and heard and plain(said.speaker) not in PRONOUNS:
            groups.setdefault(said.key, []).append(said)
    ranked = sorted(groups.values(), key=lambda g: (not named(g[0]), -len(g)))
    return [(speaker_name(desk, group), group) for group in ranked]


def speaker_name(desk: Desk, group: Sequence[Said]) -> str:
    """The fullest name of the speaker that any report gives."""
    known = desk.actor_name(group[0].actor)
    if known:
        return known
    return max((said.speaker for said in group), key=len).strip(" ,")


def named(said: Said) -> bool:
    """Whether the speaker is somebody: known to the gazetteer, or with a capitalised name."""
    words = said.speaker.split()
    return bool(said.actor) or (
        bool(words)
        and words[0].lower() not in GENERIC_LEADS
        and sum(word[:1].isupper() for word in words) * 2 > len(words)
    )


def speaker_items(desk: Desk) -> list[Item]:
    """One item a speaker; each statement stands behind its mark with its own words.

    Who is quoted already on how the words are read is only counted here.
    """
    quoted_above = {holder for holder, _ in readings(desk)[:READINGS_SHOWN]}
    pledged = [plain(t.words(t.claim.filler("topic"))) for t in pledges(desk)[:PLEDGES_SHOWN]]
    items: list[Item] = []
    for speaker, said in by_speaker(desk):
        fresh = [one for one in said if not any(p in plain(one.words) for p in pledged)]
        best = max(fresh or said, key=_telling)
        affiliations = _affiliations(said)
        who = f"{speaker} ({listed(affiliations[:2])})" if affiliations else speaker
        count = count_words(len(said), "statement")
        if speaker in quoted_above or not fresh:
            shown = f"{count}, quoted above"
        else:
            shown = f"{_shown(best)}; {count}" if len(said) > 1 else _shown(best)
        items.append(
            Item(
                sentence(f"{capitalised(who)}: {shown}"),
                unique_ids(said),
                {
                    "speaker": speaker,
                    "affiliations": affiliations,
                    "statements": [
                        {"id": s.id, "words": s.words, "kind": s.kind, "report": s.source.label}
                        for s in said
                    ],
                },
                behind=len(items) >= NAMED_SHOWN or not named(said[0]),
                short=sentence(f"{capitalised(who)}: {count}"),
            )
        )
    return items


def _affiliations(said: Sequence[Said]) -> list[str]:
    """Offices and affiliations as given, without those that lie within a longer one."""
    given = list(dict.fromkeys(a for one in said for a in one.affiliations))
    return [a for a in given if not any(a != b and plain(a) in plain(b) for b in given)]


def _telling(said: Said) -> tuple[bool, bool, int]:
    """Prefers the speaker's own words, no pronoun to begin with, a length to be shown whole."""
    words = plain(said.words).removeprefix("that ").split()
    clear = bool(words) and words[0] not in PRONOUNS
    return said.kind == "direct" and len(words) > 3, clear, -abs(len(words) - 9)


def _shown(said: Said) -> str:
    """The statement in short: as the speaker's own only where every word of it is quoted."""
    if said.kind != "direct":
        return f"in the report's words, {quoted(said.words, 9)}"
    return quoted(said.words.replace("“", "").replace("”", ""), 9)
