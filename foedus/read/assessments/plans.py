"""A clause with a modal in; whether it only tells of a plan, a duty or an ability, out.

Kept apart from predictions: "the premier will visit Lima" is a plan, "he could not see" an
inability, "it would be foolish to sign" a judgement; none of them says what may happen.
"""

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Cast
from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.model.statement import StatementKind
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause
from foedus.read.assessments.conditions import condition_on
from foedus.read.assessments.likelihood import cleft, is_content, sets_off, words_of_likelihood
from foedus.read.assessments.voices import entity_of
from foedus.read.assessments.weighing import judges_an_act, only_weighs
from foedus.read.moods import mood_of, permits
from foedus.read.moods.conditions import condition_span
from foedus.read.moods.governors import governors_of
from foedus.read.sentences import Parsed

_INTENTS = frozenset(
    {Mood.PROMISED, Mood.THREATENED, Mood.INTENDED, Mood.PROPOSED, Mood.DENIED, Mood.HYPOTHETICAL}
)
_OWN = frozenset({"his", "her", "their", "its"})


def is_question(clause: Clause) -> bool:
    """Whether the clause's sentence asks."""
    return clause.sentence.of(clause.text).rstrip("\"”’'").endswith("?")


def foresees(clause: Clause, parsed: Parsed, cast: Cast) -> bool:
    """Whether the clause's modal says what may happen, and no more than that."""
    return _is_about_what_may_be(clause, cast) and (
        mood_of(clause.verb, parsed).mood not in _INTENTS
    )


def _is_about_what_may_be(clause: Clause, cast: Cast) -> bool:
    verb, subject = clause.verb, clause.subject
    if (
        verb.lemma_ in words.MANNERS
        or verb.lemma_ == "depend"
        or _is_beside_the_point(verb, reported=bool(clause.statements))
        or _stays_open(verb)
        or permits(verb)
        or only_weighs(verb)
        or _menaces(clause, cast)
        or is_question(clause)
    ):
        return False
    soft = is_soft(verb)
    act = next((c for c in verb.children if c.dep_ == "xcomp" and has_to(c)), verb)
    willed = act.lemma_ in words.ONLY_BY_WILL
    if willed and (not soft or verb.lemma_ in words.EXPECTING) and condition_on(clause) is None:
        return False
    if verb.dep_ == "relcl" and not is_content(verb) and not (soft and _of_its_head(verb)):
        return False
    if subject is None:
        return soft or verb.lemma_ != "be"  # "among the guests will be the envoy"
    if subject.lemma_.lower() in words.PARTY_NOUNS:
        return False
    if any(c.dep_ == "det" and c.lower_ == "no" for c in subject.children):
        return False  # "no king could rule so": a maxim
    if subject.lower_ in ("i", "we"):
        return soft and _befalls(verb)
    if soft:
        return _befalls(verb) or not _speaks_of_himself(clause, subject, cast)
    return _foreseen(clause, subject, cast)


def is_soft(verb: Token) -> bool:
    """Whether the clause itself says that it is only possible or likely."""
    for child in verb.children:
        lower = child.lower_
        if child.dep_ == "aux" and lower in words.SOFT_MODALS:
            return True
        if child.dep_ == "advmod" and lower in words.LIKELY_ADVERBS:
            return True
        if child.dep_ in ("acomp", "oprd") and lower in words.LIKELIHOOD:
            return True
    expected = verb.lemma_ in words.EXPECTING or verb.head.lemma_ in words.EXPECTING
    return expected or any(t.i != verb.i and t.lower_ in words.LIKELIHOOD | words.CHANCES
                           for t in words_of_likelihood(verb))  # fmt: skip


def has_to(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(c.tag_ == "TO" for c in verb.children)


def _is_beside_the_point(verb: Token, *, reported: bool) -> bool:
    """Clauses that only bound, ask or compare: "before it could land", "what he will do"."""
    own_words = verb.dep_ == "relcl" or cleft(verb) is not None
    own_words = own_words or (reported and _opens_with_a_time(verb))
    if not own_words and _asks(verb.left_edge):
        return True
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    if verb.head.lemma_ in words.WISHING and verb.dep_ == "ccomp":
        return True
    # "should it fall, the row would spread": that "should" opens a condition
    subject = next((c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), 0)
    duties = (c for c in verb.children if c.dep_ == "aux" and c.i > subject)
    if any(c.lower_ in ("should", "must") for c in duties):
        return True
    if "whether" in marks or (verb.dep_ == "advcl" and marks & words.BOUNDING_MARKS):
        return True
    if any(c.dep_ == "attr" and c.ent_type_ == "DATE" for c in verb.children):
        return True
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg")}
    unable = "could" in auxiliaries and bool(auxiliaries & {"not", "n't", "n’t"})
    if unable and condition_span(verb) is None:
        return True
    if "could" in auxiliaries and verb.dep_ == "ccomp" and _believed(verb.head):
        return True
    return verb.lemma_ == "be" and (judges_an_act(verb) or _says_nothing(verb))


def _opens_with_a_time(verb: Token) -> bool:
    """ "When the oil runs out, Chile will ...": the question word opens another clause."""
    first = verb.left_edge
    return any(c.dep_ == "advcl" and c.left_edge.i == first.i for c in verb.children)


def _asks(first: Token) -> bool:
    """ "what he will do"; not "fears that he will", whatever a tagger takes "that" for."""
    return first.tag_ in ("WP", "WRB", "WP$", "WDT") and first.dep_ != "mark"


def _believed(governor: Token) -> bool:
    """ "he thought he could see": what somebody once held to be in reach."""
    past = governor.tag_ == "VBD" and governor.lemma_ in (
        "think",
        "believe",
        "know",
        "find",
        "feel",
    )
    return past and any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in governor.children)


def _says_nothing(verb: Token) -> bool:
    """A copula with its complement cut off, or "it will be up to them"."""
    after = [c for c in verb.children if c.i > verb.i and not c.is_punct]
    return not after or any(c.lower_ == "up" for c in after)


def _stays_open(verb: Token) -> bool:
    """ "It would remain to be seen": nothing is foreseen."""
    seen = (c for c in verb.children if c.dep_ in ("xcomp", "advcl", "acl") and c.lower_ == "seen")
    return verb.lemma_ == "remain" and any(seen)


def _menaces(clause: Clause, cast: Cast) -> bool:
    """ "The ports will not stand", says a minister: a threat, no forecast of a bystander.

    In the own words of one who can carry it out, with a plain "will".
    """
    verb = clause.verb
    told = clause.statements[-1] if clause.statements else None
    speaker = entity_of(told, cast) if told is not None else None
    if told is None or speaker is None or told.kind is StatementKind.INDIRECT or is_soft(verb):
        return False
    entity = cast.entities[speaker]
    if clause.subject is not None and clause.subject.lemma_.lower() in words.INSTRUMENTS:
        return False
    able = entity.kind is ActorKind.STATE or entity.sector in ("GOV", "MIL", "REB")
    negated = any(c.dep_ == "neg" for c in verb.children)
    ends = verb.lemma_ in (words.SPARED if negated else words.MENACES)
    return able and ends


def _speaks_of_himself(clause: Clause, subject: Token, cast: Cast) -> bool:
    """ "she said she might move": what a speaker may do is for that speaker to choose."""
    if not clause.speaker:
        return False
    if clause.statements[-1].kind is StatementKind.INDIRECT and subject.lower_ in ("he", "she"):
        return True
    mention = cast.at(Span(subject.idx, subject.idx + len(subject)))
    speaker = entity_of(clause.statements[-1], cast)
    return mention is not None and mention.entity == speaker


def _of_its_head(verb: Token) -> bool:
    """ "talks that could fail" says something of the talks, "in which they might meet" not."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return own is not None and own.tag_ in ("WDT", "WP")


def _befalls(verb: Token) -> bool:
    """What happens to somebody, rather than what he does."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return passive or verb.lemma_ in words.OUTCOMES


def _foreseen(clause: Clause, subject: Token, cast: Cast) -> bool:
    """Whether a plain "will" or "would" foresees something, rather than telling of a plan."""
    verb = clause.verb
    if any(c.dep_ == "poss" and c.lower_ in ("my", "our") for c in subject.children):
        return False
    if subject.lower_ == "you" or _own_plan(clause, subject, cast):
        return False
    if _brings_about(verb):
        return True
    if verb.lemma_ == "be" and clause.speaker and _own_to_be(clause, cast):
        return False
    lemma = subject.lemma_.lower()
    does = any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children)
    if lemma in words.PROGRAMMES and does and verb.lemma_ not in words.OUTCOMES:
        return False  # "the bill would ban boats unless ...": what it says
    if condition_on(clause) is not None or _is_expected(verb) or sets_off(verb):
        return True
    reported = any(statement.speaker for statement in clause.statements)
    if not reported and (
        verb.lemma_ in ("be", "remain", "stay")
        or any(c.lower_ in ("would", "'d") for c in verb.children)
    ):
        return False  # a rule laid down ("fees will be free"), or the future of a past report
    if any(c.dep_ == "auxpass" for c in verb.children):
        return False  # "will be introduced", "will be held"
    if lemma in words.PROGRAMMES or subject.ent_type_ == "LAW":
        return False
    if verb.lemma_ in words.MEANING and lemma in ("provision", "clause", "article", "section"):
        return False  # what the text lays down
    takes_course = verb.lemma_ in words.COURSE
    return not (takes_course and lemma in words.GATHERINGS | words.INSTRUMENTS)


def _own_to_be(clause: Clause, cast: Cast) -> bool:
    """ "Peace will be Peru's aim", says its minister: a resolve, not a forecast."""
    names = [c for c in clause.verb.children if c.dep_ == "attr"]
    owners = [c for name in names for c in name.children if c.dep_ == "poss"]
    return any(_of_one_side(clause, owner, cast) for owner in owners)


def _brings_about(verb: Token) -> bool:
    """ "The deal would allow them to become a power": what would come of it."""
    below = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and has_to(c)]
    return verb.lemma_ in words.LETTING and any(c.lemma_ in words.OUTCOMES for c in below)


def _is_expected(verb: Token) -> bool:
    """ "expects that it will ...", "fears that it would ..."."""
    return any(g.mood in (Mood.FEARED, Mood.POSSIBLE) for g in governors_of(verb))


def _own_plan(clause: Clause, subject: Token, cast: Cast) -> bool:
    """ "The premier will visit Lima": what an actor means to do, not what somebody foresees."""
    act = clause.verb
    if act.lower_ == "going" or sets_off(act):
        act = next((c for c in act.children if c.dep_ == "xcomp"), act)
    befalls = act.lemma_ in words.OUTCOMES
    own_side = clause.speaker and (
        _of_one_side(clause, subject, cast) or _speaks_for(clause, subject, cast)
    )
    if own_side and not befalls:
        return True
    agent = (
        cast.at(Span(subject.idx, subject.idx + len(subject))) is not None
        or subject.ent_type_ in ("PERSON", "GPE", "NORP", "ORG")
        or subject.lower_ in ("he", "she", "they", "who")
        or subject.lemma_.lower() in words.OWN_SIDE
    )
    if agent and not clause.statements:
        return not befalls
    somebody = subject.lower_ == "it" and clause.instrument is None
    return act.lemma_ in words.PLANNED and (agent or (somebody and condition_on(clause) is None))


def _of_one_side(clause: Clause, subject: Token, cast: Cast) -> bool:
    """Whether speaker and subject are one actor, or a government and its own country."""
    mention = cast.at(Span(subject.idx, subject.idx + len(subject)))
    speaker = entity_of(clause.statements[-1], cast)
    if mention is None or speaker is None:
        return False
    one, other = cast.entity_of(mention), cast.entities[speaker]
    governs = other.sector == "GOV" or other.kind is ActorKind.STATE
    same_country = bool(one.country) and one.country == other.country
    return mention.entity == speaker or (governs and same_country)


def _speaks_for(clause: Clause, subject: Token, cast: Cast) -> bool:
    """ "his company would pay", "she would resign": the speaker's own side, by its words."""
    if clause.statements[-1].kind is StatementKind.INDIRECT and subject.dep_ != "expl":
        if subject.lower_ == "it":
            return clause.verb.dep_ == "ccomp"
        if subject.lower_ in ("he", "she", "they"):
            return True
    if any(c.dep_ == "poss" and c.lower_ in _OWN for c in subject.children):
        return subject.lemma_.lower() in words.OWN_SIDE
    who = entity_of(clause.statements[-1], cast)
    names = [cast.entities[who].name] if who is not None else []
    names += [span.of(clause.text) for span in clause.speaker]
    speaker = {word for name in names for word in name.lower().split()}
    return subject.pos_ in ("PROPN", "NOUN") and subject.lower_ in speaker
