"""A cue in, how it stands out: said in fact, denied ("did not say"), only supposed, or asked.

"He should say that ...", "Peru could argue that ...", "if they announce that ...", "did she say
that ...?": words that nobody has said so far, or not as the text tells.
"""

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import CueMood, Statement
from foedus.read.moods import words
from foedus.read.quotes.page import Page

_MODALS = frozenset({
    "should", "could", "might", "may", "would", "must", "can", "ought", "shall", "will", "'d",
    "'ll", "wo", "ca",
})  # fmt: skip
_SELF = frozenset({"i", "we"})
_SCANT = frozenset({"only", "just"})
# To deny these is a stance of one's own: "did not rule out talks", "does not doubt that ...".
_STANCES = frozenset({"rule", "exclude", "preclude", "hide", "conceal", "doubt", "dispute"})
# "Would like to", "would welcome": wishes that are held, however politely.
_WISHES = frozenset({
    "like", "love", "prefer", "want", "welcome", "hate", "favour", "favor", "support", "oppose",
    "wish", "back", "accept", "consider", "agree", "appreciate", "rather",
})  # fmt: skip
# "The Post can reveal that ...": done by saying so.
_DISCLOSING = frozenset({"reveal", "confirm", "report", "disclose", "announce", "tell"})
_UNSAID_YET = frozenset({
    "want", "plan", "intend", "hope", "hop", "aim", "need", "expect", "wait", "prepare", "schedule",
    "tempt", "urge", "ask", "tell", "invite", "advise", "press", "pressure", "ready", "likely",
    "due", "able", "free", "bound", "set", "supposed", "suppose", "slate", "unlikely",
    "reluctant", "unwilling", "unable", "willing", "poised", "wish", "threaten", "promise",
    "vow", "pledge", "ought", "have",
})  # fmt: skip
_REFUSED = frozenset({
    "refuse", "decline", "fail", "neglect", "forget", "avoid", "refrain", "stop", "omit",
})  # fmt: skip
# "Declined to comment": who refuses words has said none.
_REFUSING = frozenset({"refuse", "decline"})
_UNWILLING = frozenset({"reluctant", "unwilling", "loath", "hesitant"})
_GIVING = frozenset({"make", "give", "offer", "provide", "issue", "have"})
_WORDS = frozenset({
    "say", "comment", "disclose", "reveal", "discuss", "answer", "respond", "reply", "elaborate",
    "specify", "name", "identify", "give", "provide", "offer", "speculate", "explain", "speak",
    "talk", "tell", "state", "confirm", "describe", "detail", "divulge", "clarify",
    "release", "share", "address", "interview", "statement", "explanation", "draw",
    "predict", "quantify", "mention", "reference", "announce", "acknowledge",
})  # fmt: skip
# "If" behind these asks; behind others it sets a condition.
_ASKING = frozenset({
    "ask", "wonder", "inquire", "enquire", "question", "know", "see", "check", "doubt", "remember",
    "recall", "determine", "decide", "clear", "sure", "certain", "unclear", "unsure", "uncertain",
})  # fmt: skip
_INVERTING = frozenset({"nor", "neither", "never", "so", "only", "rarely", "seldom", "hardly"})
_NOBODY = frozenset({"nobody", "none", "neither", "no-one", "nothing", "few"})


def cue_mood(page: Page, cue: tuple[Span, ...], lemma: str) -> CueMood:
    """How the cue's verb stands; a cue without a verb (a colon, a label, a noun) is said.

    But for "no comment", and for words that somebody refuses ("declined to say whether").
    """
    verb = _verb(page, cue, lemma)
    if verb is None:
        return CueMood.DENIED if _none_given(page, cue, lemma) else CueMood.SAID
    if _questioned(verb):
        return CueMood.QUESTIONED
    if _denied(verb) or _refuses_words(verb):
        return CueMood.DENIED
    return CueMood.HYPOTHETICAL if _supposed(verb) else CueMood.SAID


def answers_for(statement: Statement) -> bool:
    """Whether the speaker puts forward the words: said, or with the negation of the cue.

    "Does not believe that it will hold" says that it will not; "did not say that it will" nothing.
    """
    raised = statement.cue_lemma in words.NEGATION_RAISING
    return statement.cue_mood is CueMood.SAID or (raised and statement.cue_mood is CueMood.DENIED)


def said_by(verb: Token) -> bool:
    """Whether a verb of saying or thinking tells of words that are held, by its parse alone."""
    raised = verb.lemma_ in words.NEGATION_RAISING
    return (raised or not _denied(verb)) and not _supposed(verb) and not _questioned(verb)


def parted(verb: Token, other: Token) -> bool:
    """Whether a semicolon stands between: then the verb does not tell the other's clause.

    Behind another "that" it goes on: "said that it was paid; and that it was late".
    """
    first, last = sorted((verb.i, other.i))
    stops = [t for t in verb.doc[first:last] if t.text == ";"]
    return any(not _goes_on(t) for t in stops)


def _goes_on(stop: Token) -> bool:
    behind = [t.lower_ for t in stop.doc[stop.i + 1 : stop.i + 3]]
    return behind[:1] == ["that"] or (behind[1:] == ["that"] and behind[0] in ("and", "but", "or"))


def _refuses_words(verb: Token) -> bool:
    """ "Declined to say whether", "made no mention"; not "refused to sign": that is a stance."""
    if verb.lemma_ in _GIVING:
        things = [c for c in verb.rights if c.dep_ == "dobj" and c.lemma_ in _WORDS]
        return any(c.lower_ == "no" for thing in things for c in thing.lefts)
    if verb.lemma_ not in _REFUSING or any(_negates(c) for c in verb.children):
        return False
    return any(c.dep_ in ("xcomp", "dobj", "ccomp") and c.lemma_ in _WORDS for c in verb.rights)


def _none_given(page: Page, cue: tuple[Span, ...], lemma: str) -> bool:
    """ "No comment", "reluctant to say": a noun or adjective of speech that there was none of."""
    tokens = (
        t
        for piece in cue
        for t in page.doc.char_span(piece.start, piece.end, alignment_mode="expand") or ()
    )
    for token in tokens:
        if token.lemma_ != lemma:
            continue
        if token.pos_ == "NOUN" and any(c.lower_ == "no" for c in token.lefts):
            return True
        if token.pos_ == "ADJ" and lemma in _UNWILLING:
            return any(c.dep_ == "xcomp" and c.lemma_ in _WORDS for c in token.rights)
    return False


def _verb(page: Page, cue: tuple[Span, ...], lemma: str) -> Token | None:
    tokens = [
        t
        for piece in cue
        for t in page.doc.char_span(piece.start, piece.end, alignment_mode="expand") or ()
        if t.pos_ in ("VERB", "AUX")
    ]
    named = [t for t in tokens if t.lemma_ == lemma]
    return named[-1] if named else None


def _denied(verb: Token) -> bool:
    if verb.lemma_ in _STANCES:
        return False
    own = [c for c in verb.children if _negates(c)]
    own += [c for aux in verb.lefts if aux.dep_ == "aux" for c in aux.children if _negates(c)]
    if verb.dep_ == "conj":  # "neither confirmed nor *denied*"
        own += [c for c in verb.head.children if c.lower_ == "nor" and c.i == verb.i - 1]
    if _helpless(verb) and not own:
        own += [c for c in verb.head.children if _negates(c)]
    nobody = any(_is_nobody(c) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    governor = _governor(verb)
    refused = governor is not None and (
        governor.lemma_ in _REFUSED or governor.lower_ == "short" or _falls_short(governor)
    )
    unmoved = governor is not None and any(_negates(c) for c in governor.children)
    return (len(own) + nobody + (refused != unmoved)) % 2 == 1


def _falls_short(governor: Token) -> bool:
    """ "Stopped *short* of saying that"."""
    return governor.lemma_ in ("stop", "fall") and any(c.lower_ == "short" for c in governor.rights)


def _negates(child: Token) -> bool:
    """ "Not", "never", "neither ... nor"; not the "not" of "not only"."""
    if child.lower_ in ("nor", "neither"):
        return child.i < child.head.i
    if child.dep_ != "neg" and child.lower_ not in words.NEGATORS:
        return False
    return child.i + 1 >= len(child.doc) or child.nbor(1).lower_ not in _SCANT


def _is_nobody(subject: Token) -> bool:
    determined = any(
        c.dep_ in ("det", "preconj", "cc") and c.lower_ in ("no", "neither") and c.i < subject.i
        for c in subject.children
    )
    return determined or subject.lower_ in _NOBODY or (
        subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.children)
    )  # fmt: skip


def _helpless(verb: Token) -> bool:
    """A joined verb that shares subject and auxiliary: "could say or *argue* that"."""
    own = ("nsubj", "nsubjpass", "aux", "auxpass")
    return (
        verb.dep_ == "conj"
        and verb.tag_ == verb.head.tag_ == "VB"
        and not any(c.dep_ in own for c in verb.children)
    )


def _governor(verb: Token) -> Token | None:
    """What the infinitive hangs on: "*refused* to say", "is *likely* to argue"."""
    infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)
    gerund = verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "xcomp")
    if not infinitive and not gerund:
        return None
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return head if verb.dep_ in ("xcomp", "ccomp", "pcomp", "acomp") else None


def _supposed(verb: Token) -> bool:
    governor = _governor(verb)
    if governor is not None and verb.tag_ == "VB":
        adjective = next((c for c in governor.children if c.dep_ == "acomp"), governor)
        return bool({governor.lemma_, governor.lower_, adjective.lower_} & _UNSAID_YET)
    holder = verb.head if _helpless(verb) else verb
    modal = next((c for c in holder.children if c.dep_ == "aux" and c.lower_ in _MODALS), None)
    if modal is not None:
        return not _said_for_all_that(verb, holder, modal)
    return _on_condition(holder)


def _said_for_all_that(verb: Token, holder: Token, modal: Token) -> bool:
    """ "I would say that", "would say only that", "would like to", "this paper can reveal"."""
    subject = next((c for c in holder.children if c.dep_ == "nsubj"), None)
    if any(c.lower_ in ("have", "'ve") and c.dep_ == "aux" for c in holder.children):
        return modal.lower_ == "must"  # "must have said so", against "would have said so"
    if subject is not None and subject.lower_ in _SELF:
        return True
    if any(c.lower_ in _SCANT for c in holder.children):
        return True
    discloses = modal.lower_ == "can" and verb.lemma_ in _DISCLOSING
    return discloses or (modal.lower_ in ("would", "'d") and verb.lemma_ in _WISHES)


def _on_condition(verb: Token) -> bool:
    """ "If they say that ...", "unless Peru announces that ...", "if they came and said so"."""
    first = verb
    while first.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in first.children):
        first = first.head
    return first.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in words.CONDITION_MARKS for c in first.children
    )


def _questioned(verb: Token) -> bool:
    """Whether it is asked if the words were said: "did he say that?", "whether she had said so"."""
    holder = verb.head if _helpless(verb) else verb
    return _asked_outright(holder) or _asked_within(holder)


def _asked_outright(verb: Token) -> bool:
    """ "*Did* Lima say that ...?", "why *would* it say so?", "*who* said that ...?".

    "Why did it say so?" takes it as said.
    """
    mark = next(
        (t for t in verb.doc[verb.i : verb.sent.end] if t.text[:1] in ("?", ".", ";")), None
    )
    if mark is None or mark.text[0] != "?":
        return False
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    if subject.tag_ == "WP" and verb.dep_ == "ROOT":
        return True
    before = [c for c in verb.lefts if c.i < subject.i]
    first = next((c for c in before if c.dep_ in ("aux", "auxpass")), None)
    if first is None or any(c.lower_ in _INVERTING for c in before):
        return False
    asks_more = any(c.tag_ in ("WRB", "WP", "WDT") for c in before)
    return first.tag_ == "MD" or not asks_more


def _asked_within(verb: Token) -> bool:
    """ "Asked *whether* she had said that ...", "it is not clear *if* they announced that ..."."""
    mark = next((c for c in verb.lefts if c.dep_ in ("mark", "advmod", "cc", "preconj")
                 and c.lower_ in ("whether", "if")), None)  # fmt: skip
    if mark is None or mark.lower_ == "whether":
        return mark is not None
    head = verb.head
    adjectives = {c.lower_ for c in head.children if c.dep_ == "acomp"}
    return bool(({head.lemma_, head.lower_} | adjectives) & _ASKING)
