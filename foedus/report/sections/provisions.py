"""An instrument in, what the reports say that it provides out: each provision once, by its duty."""

import re
from collections.abc import Collection
from difflib import SequenceMatcher

from foedus.model.claim import Mood, Predicate
from foedus.model.document import Span
from foedus.report.dossier import Told, plain
from foedus.report.sections.instruments import Instrument

PROVIDED = (Mood.ASSERTED, Mood.PROMISED)  # not what a deal might or would provide
DRAFTED = (Mood.PROPOSED,)
ONE_PROVISION = 0.8
_RANK = {
    duty: rank
    for rank, duty in enumerate(
        ("defence", "assistance", "neutrality", "nonaggression", "consultation", "basing")
    )
}
# the duties of DESIGN.md section 3, by the words that a report uses of them; first match wins
DUTY_WORDS = (
    ("nonaggression", r"non-?aggression|not (?:to )?(?:attack|use force)|refrain"),
    ("neutrality", r"neutral"),
    (
        "defence",
        r"(?:attack|aggression)\b.*\b(?:considered|regarded|treated|deemed|seen|viewed)\b.*"
        r"\b(?:both|all|each|other)\b|mutual(?:ly)? defen[cs]e|collective defen[cs]e"
        r"|defend|come to (?:the|its|their) aid",
    ),
    ("assistance", r"assist|\baid\b|\bhelp\b|support|come to"),
    ("consultation", r"consult|confer\b|talks in the event"),
    ("no-hostile-alliance", r"(?:no|not) .*alliance|third (?:countr|state|part)"),
    ("basing", r"\bbases?\b|basing|station(?:ed|ing)? troops|access to (?:facilities|ports)"),
)


def provisions(
    main: Instrument, moods: Collection[Mood] = PROVIDED
) -> list[tuple[str, list[Told]]]:
    """The provisions as reported; one that lies within another is the same provision."""
    found: list[tuple[str, list[Told]]] = []
    told = [
        t
        for t in main.stage(Predicate.PROVISION)
        if t.claim.filler("provision") and not t.claim.negated and t.claim.mood in moods
    ]
    for one in sorted(told, key=lambda t: -len(t.words(t.claim.filler("provision")))):
        words = one.words(one.claim.filler("provision"))
        home = next((group for full, group in found if _one_provision(words, full)), None)
        if home is None:
            found.append((words, [one]))
        else:
            home.append(one)
    # what binds most stands first
    return sorted(found, key=lambda provision: _RANK.get(duty_of(provision[0]), len(_RANK)))


def duty_span(told: Told) -> Span:
    """The words of a provision without its condition, where it begins or ends with it."""
    provision, condition = told.claim.filler("provision"), told.claim.filler("condition")
    span = provision.span if provision else told.claim.passage
    if condition and span.start < condition.span.start < span.end:
        return Span(span.start, condition.span.start)
    if condition and condition.span.start <= span.start < condition.span.end < span.end:
        return Span(condition.span.end, span.end)
    return span


def duty_of(words: str) -> str:
    """The kind of duty that a provision's words name; "uncoded" when none is named."""
    low = words.casefold()
    return next((duty for duty, pattern in DUTY_WORDS if re.search(pattern, low)), "uncoded")


def _one_provision(words: str, full: str) -> bool:
    """Whether the words lie within the full ones, or are them in another translation."""
    one, other = plain(words), plain(full)
    return (
        one in other or SequenceMatcher(None, one.split(), other.split()).ratio() >= ONE_PROVISION
    )
