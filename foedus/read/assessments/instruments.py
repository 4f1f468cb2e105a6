"""A clause in; the instrument that it speaks of, and its words, out."""

from dataclasses import dataclass

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause

VoiceKey = tuple[Span, ...]
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your", "my"}
)
_REPORT_REACH, _SPEAKER_REACH = 45, 150  # tokens: the next sentence, the next paragraph or two
_PRONOUNS = frozenset({"it", "this", "that", "they", "these"})
_MAIN = frozenset({"ROOT", "ccomp", "parataxis", "advcl"})
_BREAKING = _MAIN - {"advcl"}
_NOUNS = words.NUMBERED_PARTS | words.PAPERS | words.PARTS | words.INSTRUMENTS
_OF_STATES = frozenset({"guarantee", "commitment"})
_PLURAL = frozenset({"they", "these"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def is_instrument(token: Token) -> bool:
    """Whether the noun names a given instrument or a part of one ("the pact", "Article 4")."""
    lemma = token.lemma_.lower()
    if lemma not in _NOUNS or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if lemma in words.NUMBERED_PARTS and any(
        c.like_num and (c.i > token.i or token.tag_ != "NNS") for c in token.children
    ):
        return True
    if lemma in words.PAPERS and _is_signed(token):
        return True
    if lemma in words.PARTS:
        return any(is_instrument(o) for p in token.children if p.dep_ == "prep" for o in p.children)
    if lemma == "convention" and _is_gathering(token):
        return False
    return lemma in words.INSTRUMENTS and _is_given(token)


def _is_signed(paper: Token) -> bool:
    """ "The plan", where two have signed a plan; "the draft" after "a draft agreement"."""
    if not any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in paper.children):
        return False
    before = paper.doc[: paper.left_edge.i]
    lemma = paper.lemma_.lower()
    return any(t.lemma_.lower() == lemma and _is_made_binding(t) for t in before)


def _is_made_binding(paper: Token) -> bool:
    """ "Signed a plan", "a plan was signed", "a declaration signed in Lima", "a draft treaty"."""
    above = paper.head
    if paper.dep_ == "compound" and paper.lower_ in ("draft", "lease"):
        return above.lemma_.lower() in words.INSTRUMENTS
    done = above.lemma_ in words.SIGNING and paper.dep_ in ("dobj", "nsubjpass")
    return done or any(c.dep_ == "acl" and c.lemma_ in words.SIGNING for c in paper.children)


def _is_gathering(convention: Token) -> bool:
    """ "The party's convention": unless the text names a Convention of states."""
    before = convention.doc[: convention.i + 1]
    return not any(t.lemma_.lower() == "convention" and _of_states(t) for t in before)


def _of_states(name: Token) -> bool:
    """ "The Vienna Convention", "the Convention on the Law of the Sea"."""
    after = name.nbor(1).lower_ if name.i + 1 < len(name.doc) else ""
    if after in ("on", "for", "against", "between", "relating", "concerning"):
        return True
    before = name.nbor(-1) if name.i else name
    party = before.lower_ in ("national", "party", "republican", "democratic", "annual")
    return name.text[0].isupper() and before.pos_ == "PROPN" and not party


def _is_given(token: Token) -> bool:
    """ "the pact", "the Lima Treaty", "a pact signed in Oslo"; not "a better deal"."""
    determiners = [c for c in token.children if c.dep_ in ("det", "poss")]
    if determiners:
        if any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in determiners):
            return True
        signed = any(c.dep_ == "acl" and c.tag_ == "VBN" for c in token.children)
        signed = signed or any(c.lower_ == "between" for c in token.children)
        return signed and determiners[0].lower_ in ("a", "an")
    return token.pos_ == "PROPN" or any(
        c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod") for c in token.children
    )


def part_of_text(token: Token) -> bool:
    """ "the text", "the wording": of an instrument only where one was named before."""
    if token.lemma_.lower() not in words.PARTS or token.pos_ != "NOUN":
        return False
    if any(c.lower_ in ("last", "final") for c in token.children):
        return False  # "the last word" is a say
    return any(c.dep_ == "det" and c.lower_ in _POINTING for c in token.children)


def instrument_in(token: Token) -> Token | None:
    """The instrument that the noun phrase names, or is about ("news of the agreement")."""
    if is_instrument(token):
        return token
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "under"):
            for below in child.children:
                found = instrument_in(below) if below.dep_ == "pobj" else None
                if found is not None:
                    return found
    return None


def _sets_against(verb: Token) -> bool:
    """ "Whilst the old treaty had a clause, ...": said only for the contrast."""
    against = ("while", "whilst", "although", "though", "whereas")
    return any(c.dep_ == "mark" and c.lower_ in against for c in verb.children)


def _tells(verb: Token) -> bool:
    """ "The envoy said that it ...": who tells does not change what is spoken of."""
    return any(c.dep_ == "ccomp" for c in verb.children)


def _is_any(subject: Token, known: Token) -> bool:
    """ "The draft looks genuine. But a draft binds nobody": said of the one spoken of."""
    indefinite = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in subject.children)
    alone = all(c.dep_ in ("det", "punct") for c in subject.children)
    return indefinite and alone and subject.lemma_.lower() == known.lemma_.lower()


def _sentence_before(clause: Clause) -> Sentence | None:
    """The sentence before that of the clause, in its paragraph."""
    sentence = clause.verb.sent
    if sentence.start == 0:
        return None
    before = clause.verb.doc[sentence.start - 1].sent
    parted = "\n" in clause.text[before.end_char : sentence.start_char]
    return None if parted else before


def only_mention(clause: Clause) -> Token | None:
    """The instrument that the sentence before brings, where its "it" can be nothing else.

    "They signed an access agreement on Monday. It does not oblige either side to ...".
    """
    before = _sentence_before(clause)
    if before is None:
        return None
    found = [t for t in before if is_instrument(t) or _is_brought(t)]
    if len(found) != 1:
        return None
    own = {t.i for t in found[0].subtree}
    later = (t for t in before if t.i > found[0].i and t.i not in own and t.tag_ == "NN")
    return None if any(t.ent_type_ not in ("DATE", "TIME") for t in later) else found[0]


def _is_brought(noun: Token) -> bool:
    """ "Signed an access agreement", "a pact was initialled"."""
    return (
        noun.pos_ == "NOUN"
        and noun.lemma_.lower() in words.INSTRUMENTS | words.PAPERS
        and noun.head.lemma_ in words.SIGNING
        and noun.dep_ in ("dobj", "nsubjpass")
    )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An instrument, where it was last spoken of, and whether it was called something there."""

    instrument: Token
    place: int
    called: bool = False


class Thread:
    """What each voice was last speaking of, so that its "it" can be led back to an instrument.

    It breaks with another subject, and with distance. `first` is the place of the first instrument
    that the text names: after it "the wording" is that of an instrument.
    """

    def __init__(self, first: int | None = None) -> None:
        self._first = first
        self._last: dict[VoiceKey, _Spoken] = {}
        self._latest: _Spoken | None = None

    def subject(self, clause: Clause, key: VoiceKey) -> Token | None:
        """The instrument that is the clause's subject, named or by the voice's pronoun."""
        subject = clause.subject
        if subject is None:
            return None
        found = instrument_in(subject)
        if found is not None:
            if clause.verb.dep_ in _MAIN and not _sets_against(clause.verb):
                self.note(key, found, found.i)
            return found
        before = self.known(key, subject) or self._of_sentence_before(clause, subject)
        if subject.lower_ == "one" and any(c.lower_ in _DEFINITE for c in subject.children):
            inside = any(is_instrument(t) for t in subject.sent)
            return subject if inside or before is not None else None
        if before is not None and clause.statements and _is_any(subject, before):
            return before
        if part_of_text(subject) and (before is not None or self._is_told(clause, subject)):
            if before is None:
                self.note(key, subject, subject.i)
            return subject
        if subject.lower_ in ("that", "this") and self._latest and self._latest.called:
            return None  # "some call it a trap; that goes too far": the view, not the instrument
        if subject.lower_ in _PRONOUNS and subject.dep_ != "expl":
            agrees = (subject.lower_ in _PLURAL) == (before is not None and before.tag_ == "NNS")
            if agrees and before is not None and clause.verb.dep_ in _BREAKING:
                self.note(key, before, subject.i)
            return before if agrees else None
        breaks = subject.pos_ in ("NOUN", "PROPN") and clause.verb.dep_ in _BREAKING
        if breaks and not _tells(clause.verb):
            self._last.pop(key, None)
            self._latest = None
        return None

    def _is_told(self, clause: Clause, part: Token) -> bool:
        """Whether the part may be of an instrument that the text has named somewhere before."""
        named = self._first is not None and self._first < part.i
        return named and (bool(clause.statements) or part.lemma_.lower() in _OF_STATES)

    def _of_sentence_before(self, clause: Clause, subject: Token) -> Token | None:
        """What "it" binds, or is said to be, where nobody has spoken of an instrument yet."""
        if subject.lower_ != "it":
            return None
        binds = clause.verb.lemma_ in words.BINDING
        found = self.nearest(clause) if binds else None
        return found or (only_mention(clause) if binds or clause.statements else None)

    def known(self, key: VoiceKey, here: Token) -> Token | None:
        """The instrument that this voice was last speaking of, or any voice just before."""
        last = self._last.get(key) if key else None
        if last is not None and here.i - last.place <= _SPEAKER_REACH:
            return last.instrument
        last = self._latest
        near = last is not None and here.i - last.place <= _REPORT_REACH
        return last.instrument if last is not None and near else None

    def note(self, key: VoiceKey, instrument: Token, place: int, *, called: bool = False) -> None:
        """Take the instrument that the voice speaks of at the place, however it names it."""
        self._last[key] = self._latest = _Spoken(instrument, place, called)

    def nearest(self, clause: Clause) -> Token | None:
        """The last instrument, or part of one, that the sentence before names in its paragraph."""
        before = _sentence_before(clause)
        if before is None:
            return None
        named = self._first is not None and self._first < before.start
        found = [t for t in before if is_instrument(t) or (named and part_of_text(t))]
        return found[-1] if found else None
