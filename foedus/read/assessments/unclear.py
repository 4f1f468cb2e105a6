"""A verb in; the text of which it is open, asked or untold what it says, out."""

from spacy.tokens import Token

from foedus.read.assessments import words
from foedus.read.assessments.instruments import is_instrument
from foedus.read.moods.negation import negators_of


def child_of(verb: Token, *deps: str) -> Token | None:
    """The first child of the verb with one of the dependency labels."""
    return next((c for c in verb.children if c.dep_ in deps), None)


def denied_by(verb: Token) -> bool:
    """ "did not release", "neither side disclosed", "nobody has seen"."""
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")]
    nobody = any(
        t.lower_ in words.NOBODY - {"few"} and (t.i == d.i or t.dep_ == "det")
        for d in doers for t in (d, *d.children)
    )  # fmt: skip
    return nobody or bool(negators_of(verb))


def unclear_what(verb: Token) -> Token | None:
    """ "it is unclear what the pact covers", "what the pact means is not known"."""
    complement = child_of(verb, "acomp", "attr")
    if complement is None:
        return None
    guess = complement.lemma_.lower() in words.GUESSES or (
        complement.lemma_ == "question" and any(c.lower_ == "open" for c in complement.children)
    )
    clear = complement.lower_ in ("clear", "known", "certain")
    unknown = guess or complement.lower_ in words.UNKNOWN_ADJECTIVES
    if not unknown and not (clear and negators_of(verb)):
        return None
    asked = [c for c in [*verb.children, *complement.children] if _asks(c)]
    return _asked_about(asked)


def _asked_about(asked: list[Token]) -> Token | None:
    """The instrument of the question, or its "it" where only an instrument can be meant."""
    named = next((t for clause in asked for t in clause.subtree if is_instrument(t)), None)
    if named is not None:
        return named
    for clause in asked:
        subject = child_of(clause, "nsubj", "nsubjpass")
        if subject is None:
            continue
        pronoun = subject.lower_ in ("it", "this") and clause.lemma_ in words.ENFORCING
        text = subject.lemma_.lower() in words.DETAILS and is_definite(subject)
        if pronoun or (text and clause.lemma_ in words.PUBLISHING):
            return subject
    return None


def _asks(token: Token) -> bool:
    """ "what it covers", "whether it binds them": a question that stands for its answer."""
    if token.dep_ not in ("ccomp", "csubj", "csubjpass", "advcl", "xcomp"):
        return False
    first = token.left_edge
    return first.tag_ in ("WDT", "WP", "WRB") or first.lower_ in ("whether", "if", "how")


def not_said_what(verb: Token) -> Token | None:
    """ "officials have not said what the treaty contains"."""
    if not denied_by(verb):
        return None
    return untold_by(verb, verb)


def untold_by(verb: Token, outer: Token) -> Token | None:
    """What the telling verb leaves untold; its subject is that of the verb above."""
    asked = [c for c in verb.children if _asks(c)]
    subject = child_of(outer, "nsubj")
    if subject is not None and is_instrument(subject):
        return None  # a judgement of the text: "the pact does not say who pays"
    about = [p for p in verb.children if p.lower_ == "on" and verb.lemma_ == "elaborate"]
    told = [t for clause in (*asked, *about) for t in clause.subtree if is_instrument(t)]
    if told:
        return next((t for t in told if about or not _acted_on(t, asked)), None)
    return _asked_about(asked)


def _acted_on(instrument: Token, asked: list[Token]) -> bool:
    """ "Whether Peru would leave the pact": of an act is asked, not of what the text holds."""
    clause = next(c for c in asked if c.i == instrument.i or c.is_ancestor(instrument))
    first = clause.left_edge
    open_question = first.lower_ in ("whether", "if", "when")
    subject = child_of(clause, "nsubj", "nsubjpass")
    about = subject is not None and (subject.i == instrument.i or subject.is_ancestor(instrument))
    return open_question and not about


def known_so_far(verb: Token) -> Token | None:
    """ "all that is known of it": as much as is known, hence not all."""
    if verb.tag_ == "VB":
        return None
    what = next((c for c in verb.children if c.lower_ in ("what", "whatever", "little")), None)
    limited = any(t.lower_ in ("far", "little") for t in verb.subtree)
    return what if what is not None and limited else None


def is_definite(token: Token) -> bool:
    """ "The text", "this text"; not "a text"."""
    return any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in token.children)
