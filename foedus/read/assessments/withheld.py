"""A verb in; the text that is kept back, unpublished or unread by what it tells, out."""

from spacy.tokens import Token

from foedus.read.assessments import words
from foedus.read.assessments.instruments import is_instrument
from foedus.read.assessments.unclear import child_of, denied_by, untold_by
from foedus.read.moods.negation import negators_of

PRONOUNS = frozenset({"it", "this", "that"})
_THINGS = frozenset({"NOUN", "PROPN"})


def _details(token: Token | None) -> Token | None:
    if token is None:
        return None
    lemma = token.lemma_.lower()
    beside = lemma in words.BESIDE and any(c.lower_ in words.BESIDE_KINDS for c in token.children)
    named = lemma in words.DETAILS or is_instrument(token) or beside
    return token if named else None


def _withheld(verb: Token, thing: Token) -> bool:
    """ "not", "no details", "few details", "little of the text"."""
    scarce = thing.lower_ in ("little", "few") or any(
        c.lower_ in ("few", "little", "no", "scant") for c in (*thing.children, thing.left_edge)
    )
    return scarce or denied_by(verb)


def remains_unknown(verb: Token) -> Token | None:
    """ "the terms stay secret", "details were not available"."""
    complement, subject = child_of(verb, "acomp", "oprd", "attr"), child_of(verb, "nsubj")
    if complement is None or subject is None:
        return None
    if is_instrument(subject) and verb.i > subject.i:
        if complement.lower_ in words.CLOSED:
            open_ = negators_of(verb) or any(c.lower_ == "no" for c in complement.children)
            return None if open_ else subject
        if complement.lower_ in words.OPEN:
            return subject if denied_by(verb) else None
    unsaid = subject.lemma_.lower() in words.ALL_OR_NOTHING and verb.lemma_ != "be"
    if not unsaid and subject.lemma_.lower() not in words.DETAILS:
        return None
    if complement.lower_ in ("available", "clear", "public", "known"):
        return subject if _withheld(verb, subject) else None
    if complement.lower_ in ("vague", "ambiguous") and verb.lemma_ == "be":
        return None  # a judgement of the text, hence a reading
    return subject if complement.lower_ in words.UNKNOWN_ADJECTIVES else None


def refused(verb: Token) -> Token | None:
    """ "The ministry declined to release the text", "refused to say what the pact contains"."""
    below, subject = child_of(verb, "xcomp"), child_of(verb, "nsubj")
    if below is None or below.lemma_ not in words.PUBLISHING | {"say", "tell", "make"}:
        return None
    if subject is not None and is_instrument(subject):
        return None
    if below.lemma_ == "make" and not _is_made_public(below):
        return None
    small = child_of(below, "ccomp")  # "make the text public"
    thing = child_of(below, "dobj") or (child_of(small, "nsubj") if small is not None else None)
    return _details(thing) or untold_by(below, verb)


def held_back(verb: Token) -> Token | None:
    """ "The text was withheld", "its terms were kept under wraps"."""
    passive = child_of(verb, "nsubjpass")
    if verb.lemma_ in ("keep", "hold"):
        words_behind = {t.lower_ for t in verb.subtree if t.i > verb.i}
        if not words_behind & {"wraps", "hidden", "secret", "confidential", "private"}:
            return None
        return _details(passive)
    return _details(passive or child_of(verb, "dobj"))


def _is_made_public(verb: Token) -> bool:
    """ "made public", "make the terms known"; whatever a parser takes "public" for."""
    behind = [t for t in verb.subtree if t.i > verb.i]
    return any(t.lower_ in ("public", "known", "available") and t.nbor(1).pos_ not in _THINGS
               for t in behind if t.i + 1 < len(t.doc))  # fmt: skip


def not_published(verb: Token) -> Token | None:
    """ "the text has not been published", "no details were given", "few were made public"."""
    if verb.lemma_ == "make" and not _is_made_public(verb):
        return None
    if verb.lemma_ == "show" and child_of(verb, "xcomp", "ccomp", "oprd") is not None:
        return None  # "has not been shown to work"
    passive = child_of(verb, "nsubjpass")
    thing = passive or child_of(verb, "dobj")
    if thing is None or not _withheld(verb, thing):
        return None
    paper = verb.lemma_ in words.MAKING_PUBLIC or (verb.lemma_ == "make" and passive is not None)
    if thing.lower_ in PRONOUNS:
        return thing if paper or verb.lemma_ in words.SEEING else None
    if verb.lemma_ in words.SEEING or passive is not None:
        return _details(thing)
    if paper and is_instrument(thing):
        return thing
    return thing if thing.lemma_.lower() in words.DETAILS else None


def yet_to_see(verb: Token) -> Token | None:
    """ "nobody has read the annex", "has yet to be published"."""
    below = child_of(verb, "xcomp")
    if below is None:
        return None
    yet = any(c.lower_ == "yet" for c in [*verb.children, *below.children])
    if verb.lemma_ in ("have", "remain", "wait", "be") and not yet:
        return None
    public = below.lemma_ in words.PUBLISHING or _is_made_public(below)
    if below.lemma_ not in words.SEEING and not (yet and public):
        return None
    thing = child_of(below, "dobj") or (
        child_of(verb, "nsubj") if child_of(below, "auxpass") else None
    )
    return _details(thing)


def left_open(verb: Token) -> Token | None:
    """ "the text left the meaning of aid ambiguous", "both keep the text secret"."""
    if not any(t.lower_ in words.UNKNOWN_ADJECTIVES for t in verb.subtree):
        return None
    below = child_of(verb, "ccomp")
    inner = child_of(below, "nsubj") if below is not None else None
    things = (child_of(verb, "nsubj"), child_of(verb, "dobj"), inner)
    return next((t for t in things if _details(t) is not None), None)
