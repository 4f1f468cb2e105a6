"""The closed vocabularies of treaties as data: the only words that their fields may take."""

from enum import StrEnum


class Nature(StrEnum):
    """What the instrument is in law."""

    TREATY = "treaty"
    POLITICAL_COMMITMENT = "political-commitment"
    UNILATERAL = "unilateral"
    STATUTE = "statute"
    UNPUBLISHED = "unpublished"


class TextStatus(StrEnum):
    """How much of the text was seen. `coded`: none, a data set tells what it promises, coarsely."""

    IN_FULL = "in-full"
    IN_PART = "in-part"
    REPORTED_ONLY = "reported-only"
    UNPUBLISHED = "unpublished"
    CODED = "coded"


class RecordStatus(StrEnum):
    """Whether what is recorded was seen at a source that the record names."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


class Membership(StrEnum):
    """Whether the record lists all parties, or some are known to be missing from it."""

    COMPLETE = "complete"
    PARTIAL = "partial"


class TreatyStatus(StrEnum):
    """Where a treaty stands on a day. Unknown: the dates are missing, vague or contradict."""

    NOT_YET_IN_FORCE = "not yet in force"
    IN_FORCE = "in force"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Ending(StrEnum):
    """How a treaty ended, or a party left it."""

    EXPIRED = "expired"
    DENOUNCED = "denounced"
    REPLACED = "replaced"
    TERMINATED = "terminated"
    DISSOLVED = "dissolved"
    BROKEN = "broken"
    STATE_CEASED = "state-ceased"


class Duty(StrEnum):
    """What a clause owes."""

    DEFENCE = "defence"
    OFFENCE = "offence"
    NEUTRALITY = "neutrality"
    NONAGGRESSION = "nonaggression"
    CONSULTATION = "consultation"
    ASSISTANCE = "assistance"
    GUARANTEE = "guarantee"
    NO_HOSTILE_ALLIANCE = "no-hostile-alliance"
    NO_SEPARATE_PEACE = "no-separate-peace"
    MOBILISATION = "mobilisation"
    BASING = "basing"
    WITHHOLD_SUPPORT = "withhold-support"
    MEASURES = "measures"
    UNCODED = "uncoded"


class Modality(StrEnum):
    """Whether the clause obliges, permits or forbids."""

    DUTY = "duty"
    PERMISSION = "permission"
    PROHIBITION = "prohibition"


class Bearer(StrEnum):
    """Who owes it: every party, every party but the one to whom it happens, or those named."""

    PARTY = "party"
    OTHER_PARTIES = "other-parties"
    NAMED = "named"


class Beneficiary(StrEnum):
    """To whom it is owed: the other parties, the party to whom it happens, or those named."""

    OTHER_PARTIES = "other-parties"
    AFFECTED_PARTY = "affected-party"
    NAMED = "named"


class TriggerKind(StrEnum):
    """What sets a duty in motion. `any-time`: nothing need happen."""

    ANY_TIME = "any-time"
    ATTACK = "attack"
    AGGRESSION = "aggression"
    THREAT = "threat"
    WAR = "war"
    JOIN = "join"
    MOBILISATION = "mobilisation"
    BREACH = "breach"
    DECISION = "decision"
    MATTER = "matter"


class TriggerBy(StrEnum):
    """Whose act it is: `anyone` where no text says, `not-named` for all but those named."""

    ANYONE = "anyone"
    ANY_STATE = "any-state"
    NON_PARTY = "non-party"
    NAMED = "named"
    NOT_NAMED = "not-named"


class TriggerOn(StrEnum):
    """To whom it happens: to a party, to a third state, to anyone, to those named."""

    PARTY = "party"
    THIRD_STATE = "third-state"
    ANYONE = "anyone"
    NAMED = "named"


class ConditionKind(StrEnum):
    """What else must be so (or, in `unless`, must not)."""

    STATE_OF_WAR = "state-of-war"
    UNPROVOKED = "unprovoked"
    EXTERNAL = "external"
    REQUEST = "request"
    CONSENT = "consent"
    JOINT_FINDING = "joint-finding"
    PARTY_OPINION = "party-opinion"
    ORGAN_DECISION = "organ-decision"
    ARTICLE_51 = "article-51"
    OWN_LAWS = "own-laws"
    CONSTITUTIONAL_PROCESSES = "constitutional-processes"
    NECESSITY = "necessity"
    VITAL_INTEREST = "vital-interest"
    FORCED = "forced"
    RESISTS = "resists-with-force"
    SUPPORTED_BY = "supported-by"
    ATTACKERS_AT_LEAST = "attackers-at-least"
    ATTACKER_CLASS = "attacker-class"
    ALLY_OF = "ally-of"
    NOT_YET_AT_WAR = "not-yet-at-war"
    THROUGH_TERRITORY = "through-territory"
    NO_CONCERTED_ACTION = "no-concerted-action"
    SPECIFIC_POLICY = "specific-policy"
    CODED_LIMIT = "coded-limit"
    UNCODED = "uncoded"


class ResponseKind(StrEnum):
    """What kind of act is owed."""

    TROOPS = "troops"
    ALL_MEANS = "all-means"
    MILITARY_AID = "military-aid"
    ECONOMIC = "economic"
    POLITICAL = "political"
    CONSULTATION = "consultation"
    ABSTENTION = "abstention"
    UNSPECIFIED = "unspecified"


class Strength(StrEnum):
    """How much of it is owed."""

    ALL_MEANS = "all-means"
    NECESSARY = "necessary"
    OWN_JUDGEMENT = "own-judgement"
    UNSPECIFIED = "unspecified"


class Automaticity(StrEnum):
    """What stands between the trigger and the act."""

    AT_ONCE = "at-once"
    AFTER_CONSULTATION = "after-consultation"
    AFTER_DECISION = "after-decision"
    UNSPECIFIED = "unspecified"


class ProvisionKind(StrEnum):
    """What an article says that is no duty."""

    SCOPE = "scope"
    DEFINITION = "definition"
    DURATION = "duration"
    SUPERSESSION = "supersession"
    PROCESS = "process"
    SECRECY = "secrecy"
    EXCEPTION = "exception"
    COOPERATION = "cooperation"
