"""A clause in; the roles of "the text was not seen" out, where it says so."""

from collections.abc import Callable

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause
from foedus.read.assessments.instruments import is_instrument, only_mention
from foedus.read.assessments.naming import is_mention, naming
from foedus.read.assessments.terms import open_terms
from foedus.read.moods.negation import negators_of
from foedus.read.sentences import Parsed

Roles = tuple[tuple[str, Filler], ...]
_PRONOUNS = frozenset({"it", "this", "that"})
_THINGS = frozenset({"NOUN", "PROPN"})


def find(clause: Clause, known: Token | None, parsed: Parsed) -> Roles | None:
    """The roles instrument, term and reading, where the clause says that a text is not known."""
    thing = _unseen_thing(clause.verb)
    if thing is None:
        return None
    if thing.lower_ in _PRONOUNS:
        instrument = only_mention(clause) or known
    else:
        instrument = _instrument(thing, clause, known)
    if instrument is None:
        return None
    text = parsed.reading.text
    span = naming(instrument, text)
    if instrument.left_edge.lower_ in ("no", "any"):
        span = Span(instrument.left_edge.nbor(1).idx, span.end)
    return (
        ("instrument", Filler(span.of(text), span)),
        ("reading", Filler(clause.span.of(text), clause.span)),
        *(("term", Filler(t.of(text), t)) for t in open_terms(clause, parsed)),
    )


def _unseen_thing(verb: Token) -> Token | None:
    """The noun that stands for what is not seen or known: "the details", "the text", "the pact"."""
    ways = (way for lemmas, way in _WAYS if verb.lemma_ in lemmas)
    return next((thing for way in ways if (thing := way(verb)) is not None), None)


def _details(token: Token | None) -> Token | None:
    if token is None:
        return None
    lemma = token.lemma_.lower()
    beside = lemma in words.BESIDE and any(c.lower_ in words.BESIDE_KINDS for c in token.children)
    named = lemma in words.DETAILS or is_instrument(token) or beside
    return token if named else None


def _child(verb: Token, *deps: str) -> Token | None:
    return next((c for c in verb.children if c.dep_ in deps), None)


def _withheld(verb: Token, thing: Token) -> bool:
    """ "not", "no details", "few details", "little of the text"."""
    scarce = thing.lower_ in ("little", "few") or any(
        c.lower_ in ("few", "little", "no", "scant") for c in (*thing.children, thing.left_edge)
    )
    return scarce or _denied(verb)


def _denied(verb: Token) -> bool:
    """ "did not release", "neither side disclosed", "nobody has seen"."""
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")]
    nobody = any(
        t.lower_ in words.NOBODY - {"few"} and (t.i == d.i or t.dep_ == "det")
        for d in doers for t in (d, *d.children)
    )  # fmt: skip
    return nobody or bool(negators_of(verb))


def _remains_unknown(verb: Token) -> Token | None:
    """ "the terms stay secret", "details were not available"."""
    complement, subject = _child(verb, "acomp", "oprd", "attr"), _child(verb, "nsubj")
    if complement is None or subject is None:
        return None
    if is_instrument(subject) and verb.i > subject.i:
        if complement.lower_ in words.CLOSED:
            open_ = negators_of(verb) or any(c.lower_ == "no" for c in complement.children)
            return None if open_ else subject
        if complement.lower_ in words.OPEN:
            return subject if _denied(verb) else None
    unsaid = subject.lemma_.lower() in words.ALL_OR_NOTHING and verb.lemma_ != "be"
    if not unsaid and subject.lemma_.lower() not in words.DETAILS:
        return None
    if complement.lower_ in ("available", "clear", "public", "known"):
        return subject if _withheld(verb, subject) else None
    if complement.lower_ in ("vague", "ambiguous") and verb.lemma_ == "be":
        return None  # a judgement of the text, hence a reading
    return subject if complement.lower_ in words.UNKNOWN_ADJECTIVES else None


def _unclear_what(verb: Token) -> Token | None:
    """ "it is unclear what the pact covers", "what the pact means is not known"."""
    complement = _child(verb, "acomp", "attr")
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
        subject = _child(clause, "nsubj", "nsubjpass")
        if subject is None:
            continue
        pronoun = subject.lower_ in ("it", "this") and clause.lemma_ in words.ENFORCING
        text = subject.lemma_.lower() in words.DETAILS and _definite(subject)
        if pronoun or (text and clause.lemma_ in words.PUBLISHING):
            return subject
    return None


def _asks(token: Token) -> bool:
    """ "what it covers", "whether it binds them": a question that stands for its answer."""
    if token.dep_ not in ("ccomp", "csubj", "csubjpass", "advcl", "xcomp"):
        return False
    first = token.left_edge
    return first.tag_ in ("WDT", "WP", "WRB") or first.lower_ in ("whether", "if", "how")


def _not_said_what(verb: Token) -> Token | None:
    """ "officials have not said what the treaty contains"."""
    if not _denied(verb):
        return None
    return _unsaid(verb, verb)


def _unsaid(verb: Token, outer: Token) -> Token | None:
    """What the telling verb leaves untold; its subject is that of the verb above."""
    asked = [c for c in verb.children if _asks(c)]
    subject = _child(outer, "nsubj")
    if subject is not None and is_instrument(subject):
        return None  # a judgement of the text: "the pact does not say who pays"
    about = [p for p in verb.children if p.lower_ == "on" and verb.lemma_ == "elaborate"]
    told = [t for clause in (*asked, *about) for t in clause.subtree if is_instrument(t)]
    if told:
        return next((t for t in told if about or not _acted_on(t, asked)), None)
    return _asked_about(asked)


def _refused(verb: Token) -> Token | None:
    """ "The ministry declined to release the text", "refused to say what the pact contains"."""
    below, subject = _child(verb, "xcomp"), _child(verb, "nsubj")
    if below is None or below.lemma_ not in words.PUBLISHING | {"say", "tell", "make"}:
        return None
    if subject is not None and is_instrument(subject):
        return None
    if below.lemma_ == "make" and not _is_made_public(below):
        return None
    small = _child(below, "ccomp")  # "make the text public"
    thing = _child(below, "dobj") or (_child(small, "nsubj") if small is not None else None)
    return _details(thing) or _unsaid(below, verb)


def _held_back(verb: Token) -> Token | None:
    """ "The text was withheld", "its terms were kept under wraps"."""
    passive = _child(verb, "nsubjpass")
    if verb.lemma_ in ("keep", "hold"):
        words_behind = {t.lower_ for t in verb.subtree if t.i > verb.i}
        if not words_behind & {"wraps", "hidden", "secret", "confidential", "private"}:
            return None
        return _details(passive)
    return _details(passive or _child(verb, "dobj"))


def _is_made_public(verb: Token) -> bool:
    """ "made public", "make the terms known"; whatever a parser takes "public" for."""
    behind = [t for t in verb.subtree if t.i > verb.i]
    return any(t.lower_ in ("public", "known", "available") and t.nbor(1).pos_ not in _THINGS
               for t in behind if t.i + 1 < len(t.doc))  # fmt: skip


def _acted_on(instrument: Token, asked: list[Token]) -> bool:
    """ "Whether Peru would leave the pact": of an act is asked, not of what the text holds."""
    clause = next(c for c in asked if c.i == instrument.i or c.is_ancestor(instrument))
    first = clause.left_edge
    open_question = first.lower_ in ("whether", "if", "when")
    subject = _child(clause, "nsubj", "nsubjpass")
    about = subject is not None and (subject.i == instrument.i or subject.is_ancestor(instrument))
    return open_question and not about


def _not_published(verb: Token) -> Token | None:
    """ "the text has not been published", "no details were given", "few were made public"."""
    if verb.lemma_ == "make" and not _is_made_public(verb):
        return None
    if verb.lemma_ == "show" and _child(verb, "xcomp", "ccomp", "oprd") is not None:
        return None  # "has not been shown to work"
    passive = _child(verb, "nsubjpass")
    thing = passive or _child(verb, "dobj")
    if thing is None or not _withheld(verb, thing):
        return None
    paper = verb.lemma_ in words.MAKING_PUBLIC or (verb.lemma_ == "make" and passive is not None)
    if thing.lower_ in _PRONOUNS:
        return thing if paper or verb.lemma_ in words.SEEING else None
    if verb.lemma_ in words.SEEING or passive is not None:
        return _details(thing)
    if paper and is_instrument(thing):
        return thing
    return thing if thing.lemma_.lower() in words.DETAILS else None


def _yet_to_see(verb: Token) -> Token | None:
    """ "nobody has read the annex", "has yet to be published"."""
    below = _child(verb, "xcomp")
    if below is None:
        return None
    yet = any(c.lower_ == "yet" for c in [*verb.children, *below.children])
    if verb.lemma_ in ("have", "remain", "wait", "be") and not yet:
        return None
    public = below.lemma_ in words.PUBLISHING or _is_made_public(below)
    if below.lemma_ not in words.SEEING and not (yet and public):
        return None
    thing = _child(below, "dobj") or (_child(verb, "nsubj") if _child(below, "auxpass") else None)
    return _details(thing)


def _left_open(verb: Token) -> Token | None:
    """ "the text left the meaning of aid ambiguous", "both keep the text secret"."""
    if not any(t.lower_ in words.UNKNOWN_ADJECTIVES for t in verb.subtree):
        return None
    below = _child(verb, "ccomp")
    inner = _child(below, "nsubj") if below is not None else None
    things = (_child(verb, "nsubj"), _child(verb, "dobj"), inner)
    return next((t for t in things if _details(t) is not None), None)


def _known_so_far(verb: Token) -> Token | None:
    """ "all that is known of it": as much as is known, hence not all."""
    if verb.tag_ == "VB":
        return None
    what = next((c for c in verb.children if c.lower_ in ("what", "whatever", "little")), None)
    limited = any(t.lower_ in ("far", "little") for t in verb.subtree)
    return what if what is not None and limited else None


def _instrument(thing: Token, clause: Clause, known: Token | None) -> Token | None:
    if is_instrument(thing):
        return thing
    below = next((t for t in thing.subtree if is_instrument(t)), None)
    if below is None and _of_something_else(thing):
        return None
    beside = below or next((t for t in clause.verb.sent if is_instrument(t)), None)
    if beside is not None:
        return beside
    if known is not None and known.lemma_.lower() not in words.NUMBERED_PARTS | words.PARTS:
        return known
    own = thing.lemma_.lower() in words.BESIDE | words.ANNEXES or (
        _definite(thing) and thing.lemma_.lower() == "text"
    )
    return thing if own else known or _introduced(clause.verb)


def _of_something_else(thing: Token) -> bool:
    """ "No details of the raid", "the terms of his arrest"."""
    below = [o for p in thing.children if p.dep_ == "prep" for o in p.children]
    things = [o for o in below if o.dep_ == "pobj" and o.pos_ in ("NOUN", "PROPN")]
    return any(o.lemma_.lower() not in words.PARTS | words.DETAILS for o in things)


def _introduced(verb: Token) -> Token | None:
    """The last instrument of the sentence before, also one that is only being introduced."""
    if verb.sent.start == 0:
        return None
    before = verb.doc[verb.sent.start - 1].sent
    return next((t for t in reversed(list(before)) if is_mention(t)), None)


def _definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in token.children)


_WAYS: tuple[tuple[frozenset[str], Callable[[Token], Token | None]], ...] = (
    (frozenset({"be", "remain", "stay"}), _remains_unknown),
    (frozenset({"be", "remain"}), _unclear_what),
    (words.PUBLISHING | {"make"}, _not_published),
    (words.PUBLISHING | {"say", "tell"}, _not_said_what),
    (frozenset({"need", "have", "want", "wait", "remain", "be"}), _yet_to_see),
    (words.REFUSING, _refused),
    (words.WITHHOLDING | {"keep", "hold"}, _held_back),
    (frozenset({"leave", "keep"}), _left_open),
    (frozenset({"know", "see", "read", "hear"}), _known_so_far),
)
