"""A clause that says what a single term of a text means in; the roles of that reading out.

"To consult means to obtain our consent", "'joint' means all of them", "consultation does not mean
a veto", "in law, assistance is no duty to fight": no instrument is the subject, its term is.
"""

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.instruments import is_instrument, part_of_text
from foedus.read.assessments.meaning import is_aimed, is_passive
from foedus.read.assessments.naming import naming
from foedus.read.sentences import Parsed

Roles = tuple[tuple[str, Filler], ...]
_MEANING = frozenset({"mean", "imply", "entail", "equal", "denote"})
_QUOTED_MEANING = _MEANING | {"cover", "include", "refer", "apply", "extend", "exclude", "allow"}
_REACH = 300  # tokens back to the text that the term is from: a few paragraphs
_WORD_NOUNS = frozenset({"word", "term", "phrase", "expression", "language", "wording"})
_LONGEST = 3  # words of a quoted term
_QUOTE = frozenset({'"', "''", "``", "'"})
_BESIDE = frozenset({"does", "do", "did", "not", "n't", "would", "can", "must", "only", "also",
                     "could", "may", "might", "will", "was", "were", "is", "are", "been",
                     "never", "simply", "really", "always", "necessarily"})  # fmt: skip


def find(clause: Clause, known: Token | None, parsed: Parsed) -> Roles | None:
    """The roles instrument, term, reading and gist, where the clause says what a term means."""
    verb = clause.verb
    first = _predicate_start(verb)
    term = _term(verb, first) if first is not None else None
    if term is None or first is None or clause.sentence.of(clause.text).rstrip('"”').endswith("?"):
        return None
    behind = verb.doc[term[-1].i + 1].text in _QUOTE
    quoted = term[0].i > 0 and term[0].nbor(-1).text in _QUOTE and behind
    if not quoted and not clause.speaker:
        return None
    if quoted and _names_something_else(term[0]):
        return None
    fits = known is not None and not _of_speaker(known) and not is_word(known)
    instrument = known if fits else named_before(verb)
    if instrument is None:
        return None
    end = _end(clause)
    opening = term[0].i - 1 if term[0].i and term[0].nbor(-1).lower_ == "to" else term[0].i
    start = verb.doc[opening].idx - (1 if quoted and opening == term[0].i else 0)
    text = parsed.reading.text
    read = trimmed(Span(start, end), text)
    gist = trimmed(Span(verb.doc[first].idx, end), text)
    named = naming(instrument, text)
    word = Span(term[0].idx, term[-1].idx + len(term[-1]))
    return (
        ("instrument", Filler(named.of(text), named)),
        ("reading", Filler(read.of(text), read)),
        ("gist", Filler(gist.of(text), gist)),
        ("term", Filler(word.of(text), word)),
    )


def named_before(verb: Token) -> Token | None:
    """The last instrument that the text names before the verb, not far off; or "a truce"."""
    reach = range(verb.i - 1, max(-1, verb.i - _REACH), -1)
    before = [t for t in (verb.doc[i] for i in reach) if not _of_speaker(t) and not is_word(t)]
    found = next((t for t in before if is_instrument(t) or part_of_text(t)), None)
    return found or next((t for t in before if _is_new(t)), None)


def is_word(noun: Token) -> bool:
    """ "The words 'all means'": of some text, and none themselves."""
    return noun.lemma_.lower() in _WORD_NOUNS


def _names_something_else(first: Token) -> bool:
    """ "The band 'Aid' could include a drummer": a name, and no term of a text."""
    before = first.nbor(-2) if first.i - first.sent.start >= 2 else None
    return before is not None and before.pos_ in ("NOUN", "PROPN") and not is_word(before)


def _of_speaker(noun: Token) -> bool:
    """ "Our agreement" may as well be our consent."""
    return any(c.dep_ == "poss" and c.lower_ in ("our", "my", "your") for c in noun.children)


def _is_new(noun: Token) -> bool:
    """ "Initialled a ceasefire": an instrument that is only being introduced."""
    new = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    return new and noun.pos_ == "NOUN" and noun.lemma_.lower() in words.INSTRUMENTS


def _predicate_start(verb: Token) -> int | None:
    """The place of the first word of "does not mean", of a verb that can give a meaning."""
    if verb.lemma_ not in _QUOTED_MEANING | {"be"} and not _aimed(verb):
        return None
    at = verb.i
    while at > verb.sent.start and verb.nbor(at - 1 - verb.i).lower_ in _BESIDE:
        at -= 1
    return at


def _aimed(verb: Token) -> bool:
    """ "The words 'full support' were meant for voters"."""
    return is_passive(verb) and is_aimed(verb)


def _term(verb: Token, first: int) -> list[Token] | None:
    """The tokens of the term that stands right before the predicate."""
    doc, at = verb.doc, first - 1
    start = verb.sent.start
    if at < start:
        return None
    if doc[at].text in _QUOTE:
        quoted = _quoted_before(verb, at)
        if quoted is not None and (verb.lemma_ in _QUOTED_MEANING or _aimed(verb)):
            return quoted
        at -= 1  # 'consultation "does not mean"': the marks open here
    if at < start:
        return None
    word = doc[at]
    if word.tag_ == "VB" and at > start and doc[at - 1].lower_ == "to":
        return [word] if verb.lemma_ in _MEANING and word.lemma_ in words.LEGAL_TERMS else None
    if word.pos_ not in ("NOUN", "VERB", "ADJ") or word.lemma_.lower() not in words.LEGAL_TERMS:
        return None
    determiners = [c.lower_ for c in word.children if c.dep_ in ("det", "poss", "amod")]
    if any(d not in ("a", "an") for d in determiners) or word.tag_ in ("NNS", "NNPS"):
        return None
    return [word] if verb.lemma_ in _MEANING or _of_law(verb) else None


def _quoted_before(verb: Token, closing: int) -> list[Token] | None:
    """The one to three words between the marks that close at the place."""
    for opening in range(closing - 2, max(verb.sent.start - 1, closing - _LONGEST - 2), -1):
        if verb.doc[opening].text in _QUOTE:
            inner = list(verb.doc[opening + 1 : closing])
            return inner if all(t.is_alpha for t in inner) else None
    return None


def _of_law(verb: Token) -> bool:
    """ "A consultation is not a veto": one term set against another."""
    named = [c for c in verb.children if c.dep_ == "attr"]
    return any(c.lemma_.lower() in words.LEGAL_TERMS | words.LEGAL_EFFECTS for c in named)


def _end(clause: Clause) -> int:
    """Where the words of the meaning end: with the clause, its quotation or a semicolon."""
    verb = clause.verb
    end = max(t.idx + len(t) for t in verb.subtree)
    stop = next((t.idx for t in verb.subtree if t.i > verb.i and t.text in (";", ":")), end)
    pieces = [c for s in clause.statements[-1:] for c in s.content]
    held = [c.end for c in pieces if c.start <= verb.idx < c.end]
    return min([end, stop, *held])
