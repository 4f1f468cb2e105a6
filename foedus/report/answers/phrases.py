"""Duties, events, verdicts and facts in, the words that a reader sees for them out."""

from foedus.law import library
from foedus.model.scenario import Event, EventKind, Verdict
from foedus.model.treaty import Clause, Response
from foedus.model.treaty_words import (
    Automaticity,
    Duty,
    ResponseKind,
    Strength,
    TriggerBy,
    TriggerKind,
    TriggerOn,
)
from foedus.report.answers.naming import state, states, the_state, treaty_name

VERDICTS = {
    Verdict.OWED: "owed",
    Verdict.DISPUTED: "in dispute",
    Verdict.UNKNOWN: "not known",
    Verdict.NOT_OWED: "not owed",
}
# to fight or to help, and not merely to talk or to stand aside
HELP = (
    Duty.DEFENCE, Duty.OFFENCE, Duty.GUARANTEE, Duty.ASSISTANCE, Duty.MOBILISATION, Duty.MEASURES,
)  # fmt: skip
DUTIES = {
    Duty.DEFENCE: "defend {}",
    Duty.OFFENCE: "go to war beside {}",
    Duty.NEUTRALITY: "stay neutral towards {}",
    Duty.NONAGGRESSION: "use no force against {}",
    Duty.CONSULTATION: "confer with {}",
    Duty.ASSISTANCE: "help {}",
    Duty.GUARANTEE: "uphold the guarantee given to {}",
    Duty.NO_HOSTILE_ALLIANCE: "join nothing against {}",
    Duty.NO_SEPARATE_PEACE: "make no peace without {}",
    Duty.MOBILISATION: "mobilise for {}",
    Duty.BASING: "open bases to {}",
    Duty.WITHHOLD_SUPPORT: "give no support against {}",
    Duty.MEASURES: "take measures for {}",
    Duty.UNCODED: "do for {} what the clause says",
}
NOUNS = {
    Duty.NO_HOSTILE_ALLIANCE: "no alliance against it",
    Duty.NO_SEPARATE_PEACE: "no separate peace",
    Duty.NONAGGRESSION: "no use of force",
    Duty.WITHHOLD_SUPPORT: "no support for its enemy",
    Duty.UNCODED: "what the clause says",
}
EVENTS = {
    EventKind.ATTACK: ("attacks", "attack"),
    EventKind.THREAT: ("threatens", "threaten"),
    EventKind.MOBILISATION: ("mobilises against", "mobilise against"),
    EventKind.DECLARATION: ("declares war on", "declare war on"),
    EventKind.BLOCKADE: ("blockades", "blockade"),
    EventKind.JOIN: ("joins the war against", "join the war against"),
    EventKind.OCCUPATION: ("occupies land of", "occupy land of"),
    EventKind.REQUEST: ("asks for help", "ask for help"),
    EventKind.FINDING: ("finds that the case has arisen for", "find that the case has arisen for"),
    EventKind.COUP: ("overthrows the government of", "overthrow the government of"),
    EventKind.NONSTATE_ATTACK: ("attacks", "attack"),
}
# Each fact that a scenario can leave untold: what then holds, and the words for yes and for no.
ASSUMED: dict[str, tuple[bool, str, str]] = {
    "unprovoked": (True, "{on} did not provoke it", "{on} provoked it"),
    "not-self-defence": (
        True, "{by} does not act in lawful self-defence", "{by} acts in lawful self-defence",
    ),
    "grave": (True, "it is more than an incident", "it is a mere incident"),
    "by-force": (True, "force of arms is used or threatened", "no force of arms is used"),
    "by-a-state": (True, "a state does it", "no state does it"),
    "by-a-state-or-found": (True, "a state does it", "no state does it"),
    "from-outside": (True, "it comes from outside", "it comes from within"),
    "military-target": (True, "what is hit is military, or land", "only civil craft are hit"),
    "on-forces": (False, "forces, ships or aircraft are hit", "land is hit, and not forces alone"),
    "imminent": (True, "an attack has begun or is at hand", "no attack is at hand"),
    "general-mobilisation": (True, "the mobilisation is general", "the mobilisation is partial"),
    "declared": (False, "war has been declared", "no war has been declared"),
    "organ-found": (False, "the treaty's organ has found so", "no organ has found so"),
    "requested": (False, "the attacked asks for help", "nobody has asked for help"),
    "supporter-fights": (
        False, "another Power fights beside the attacker", "no other Power fights beside it",
    ),
    "supporter-helps": (False, "another Power helps the attacker", "no other Power helps it"),
    "attacker-no-ally": (
        True, "the attacker is no ally of the bearer", "the attacker is the bearer's ally",
    ),
    "bearer-aligned": (
        True, "the bearer keeps no policy of neutrality", "the bearer keeps a policy of neutrality",
    ),
    "on-territory": (True, "it is the victim's own land", "it is not the victim's own land"),
    "border-delimited": (True, "the border there is delimited", "the border is not delimited"),
    "metropolitan": (True, "it is no overseas possession", "it is an overseas possession"),
    "administered": (True, "the victim administers the place", "another administers the place"),
    "controlled": (True, "the victim holds the place", "another holds the place"),
    "in-area": (True, "the place lies in the treaty's area", "it lies outside the treaty's area"),
    "on-a-party": (True, "the victim is a party", "the victim is no party"),
    "begun-in-force": (
        True, "it began while the treaty was in force", "it began before it was in force",
    ),
    "war-continues": (True, "it still goes on", "it is over"),
    "arbitration-treaty": (
        False, "an arbitration treaty binds the two", "no arbitration treaty binds them",
    ),
    "arbitration-or-inquiry": (
        False, "a treaty of inquiry binds the two", "no treaty of inquiry binds them",
    ),
    "party-of-that-opinion": (True, "a party holds so", "no party holds so"),
    "no-concerted-action": (True, "no joint action has been agreed", "joint action is agreed"),
    "not-yet-at-war": (True, "the bearer is not at war yet", "the bearer is at war already"),
    "through-territory": (
        False, "it passes through the land named", "it does not pass through the land named",
    ),
}  # fmt: skip
# Facts that stay open until somebody tells: the words for yes and for no.
OPEN = {
    "others-act": ("the other guarantors act too", "the other guarantors do not act"),
    "state-of-war": ("a state of war exists", "no state of war exists"),
    "consent": ("the consent that is needed is given", "the consent that is needed is not given"),
    "vital-interest": ("a vital interest is held to be at stake", "no vital interest is at stake"),
    "forced": ("the party is forced into it", "the party is not forced into it"),
    "resists-with-force": ("the attacked resists in arms", "the attacked does not resist in arms"),
    "specific-policy": (
        "its own security policy leaves the duty standing",
        "its own security policy stands against it",
    ),
    "attacker-beside": (
        "a Power that is named fights on that side", "no Power that is named fights on that side",
    ),
    "attacker-great-power": ("the attacker is a great Power", "the attacker is no great Power"),
    "attacker-european": ("the attacker is a Power of Europe", "the attacker is none of Europe"),
    "attacker-named": (
        "the attacker is the one that the treaty means", "the attacker is another than it means",
    ),
    "attacker-allied": (
        "the attacker is allied with the one named", "the attacker is no ally of the one named",
    ),
}  # fmt: skip


# Facts that are of one treaty: what stands between the names of actor and treaty.
_OF_A_TREATY = {
    " suspended under ": (
        "the duties of {actor} stand still under the {treaty}",
        "the duties of {actor} do not stand still under the {treaty}",
    ),
    "in the area of ": (
        "it happens in the area of the {treaty}", "it happens outside the area of the {treaty}",
    ),
}  # fmt: skip


def _title(treaty: str) -> str:
    """The short name of a treaty of the library; of another its id."""
    held = next((record for record in library().treaties if record.id == treaty), None)
    return treaty_name(held) if held else treaty


def event_words(event: Event) -> str:
    """ "Ukraine attacks Russia"."""
    one, many = EVENTS[event.kind]
    verb = one if len(event.by) == 1 else many
    end = f" {states(event.on)}" if event.on and event.kind is not EventKind.REQUEST else ""
    return f"{states(event.by)} {verb}{end}"


def duty_words(duty: str, to: str) -> str:
    """The duty as a verb: "defend Russia"."""
    return DUTIES[Duty(duty)].format(to or "the other parties")


def duty_noun(duty: str) -> str:
    """The duty as a noun: "defence"."""
    return NOUNS.get(Duty(duty), duty.replace("-", " "))


def fact_words(name: str, holds: bool = True, by: str = "", on: str = "") -> str:
    """What it means that a fact holds, or not; a limit that a data set codes in its own words."""
    plain = name.removeprefix("fact/")
    by, on = by or "the attacker", on or "the attacked"
    if plain in ASSUMED:
        _, yes, no = ASSUMED[plain]
        return (yes if holds else no).format(by=by, on=on)
    if plain in OPEN:
        return OPEN[plain][0 if holds else 1]
    for part, told in _OF_A_TREATY.items():
        if part in plain:
            actor, _, treaty = plain.partition(part)
            return told[0 if holds else 1].format(actor=the_state(actor), treaty=_title(treaty))
    # a limit that a clause has of its own is named for its treaty: "abc-1912 limited to a place"
    head, _, rest = plain.partition(" ")
    if rest and "-" in head:
        return f"this limit is {'met' if holds else 'not met'}: {rest}"
    # what is left is a class of attackers that a clause is about, such as "communist"
    return f"the attacker is {'' if holds else 'not '}{plain.replace('-', ' ')}"


# what the duty itself says already, or nobody says
_NO_KIND = (ResponseKind.UNSPECIFIED, ResponseKind.ABSTENTION, ResponseKind.CONSULTATION)


def response_words(response: Response) -> str:
    """How it is owed: "military aid, by all means, at once"; "" where nothing is said."""
    kind = "" if response.kind in _NO_KIND else response.kind.value.replace("-", " ")
    strength = {
        Strength.ALL_MEANS: "" if kind == "all means" else "by all means",
        Strength.NECESSARY: "as far as necessary",
        Strength.OWN_JUDGEMENT: "by its own judgement",
    }.get(response.strength, "")
    when = response.automaticity
    how = "" if when is Automaticity.UNSPECIFIED else when.value.replace("-", " ")
    within = f"within {response.deadline}" if response.deadline else ""
    return ", ".join(word for word in (kind, strength, how, within) if word)


def trigger_words(clause: Clause) -> str:
    """What sets a clause off: "attack on a party by any state"."""
    trigger = clause.trigger
    if trigger.kind is TriggerKind.ANY_TIME:
        return "at any time"
    on = {
        TriggerOn.PARTY: " on a party",
        TriggerOn.THIRD_STATE: " with a third state",
        TriggerOn.NAMED: f" on {states(trigger.on_named, 3)}",
        TriggerOn.ANYONE: "",
    }[trigger.on]
    by = {
        TriggerBy.ANYONE: "",
        TriggerBy.ANY_STATE: " by a state",
        TriggerBy.NON_PARTY: " by a non-party",
        TriggerBy.NAMED: f" by {states(trigger.by_named, 3)}",
        TriggerBy.NOT_NAMED: f" by others than {states(trigger.by_named, 3)}",
    }[trigger.by]
    if trigger.kind is TriggerKind.THREAT:
        on = on.replace(" on ", " to ")
    if trigger.kind in (TriggerKind.DECISION, TriggerKind.MATTER):
        on = by = ""
    if trigger.kind in (TriggerKind.WAR, TriggerKind.JOIN):
        on = on.replace(" on ", " with " if trigger.on is TriggerOn.NAMED else " of ")
    if trigger.kind is TriggerKind.BREACH:
        on = ""
    return f"{trigger.kind.value}{on}{by}"


__all__ = [
    "ASSUMED", "DUTIES", "EVENTS", "HELP", "OPEN", "VERDICTS", "duty_noun", "duty_words",
    "event_words", "fact_words", "response_words", "state", "states", "the_state", "trigger_words",
]  # fmt: skip
