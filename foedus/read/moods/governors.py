"""The head of an event in; the verbs, nouns and adjectives above it that give it a mood, out."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.claim import Mood
from foedus.read.moods import words

_PHRASAL = frozenset({"prep", "pobj", "pcomp", "dobj", "compound", "attr", "xcomp", "poss"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above an event: the mood that it gives, the words that show it, what negates it."""

    mood: Mood
    shown: tuple[Token, ...]
    negators: tuple[Token, ...] = ()


def governors_of(token: Token) -> Iterator[Governor]:
    """Every governor that bears on the event, innermost first."""
    node, depth = token, 0
    while node.head.i != node.i and depth < 6:
        head, depth = node.head, depth + 1
        governor = _governor(node, head)
        if governor is not None:
            yield governor
        if not _passes_up(node, head):
            return
        node = head


def _passes_up(node: Token, head: Token) -> bool:
    """Whether what governs `head` still bears on `node`: through complements, not adjuncts."""
    if node.dep_ == "prep" and node.lower_ in words.BESIDE:
        return False  # "an invitation to speak during his visit": the visit is taken for granted
    if node.dep_ == "pcomp" and any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children):
        return False
    if _told_by_report(node, head):
        return _that(node)  # "rejected reports that they met": the rejecting bears on the meeting
    if node.dep_ == "ccomp" and head.lemma_ in words.SAYING:
        return False  # somebody else's words begin here
    if text_of(node) is not None:
        return True
    if node.dep_ in _PHRASAL:
        return True
    if node.dep_ == "nsubj" and node.lemma_.lower() in words.REPORTS:
        return head.lemma_ in words.FALSE
    if node.dep_ == "acl":
        return _has_to(node) or _of_doing(node, head)
    if node.dep_ == "conj":
        return not any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children)
    return node.dep_ in ("ccomp", "csubj", "csubjpass") and head.pos_ in ("VERB", "AUX", "ADJ")


def _told_by_report(node: Token, head: Token) -> bool:
    report = head.pos_ == "NOUN" and head.lemma_.lower() in words.REPORTS
    return report and node.dep_ in ("acl", "ccomp", "relcl")


def text_of(node: Token) -> Token | None:
    """ "A leaked text *that would give Peru a base*": the text that is said to lay it down."""
    subject = [c for c in node.children if c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP")]
    told = node.dep_ == "relcl" and subject and node.head.lemma_.lower() in words.TEXTS
    return node.head if told else None


def _disowned(text: Token, head: Token) -> tuple[Token, ...]:
    """ "A draft that ... was dismissed as fiction", "the letter is a forgery": no true text.

    Who only rejects a draft denies nothing of what it says.
    """
    if head.lemma_ == "be" and text.dep_ == "nsubj":
        return _rejected(text, head)
    as_ = [c for c in head.children if c.dep_ == "prep" and c.lower_ == "as"]
    told = [o for c in as_ for o in c.children]
    told += [c for c in head.children if c.dep_ in ("oprd", "acomp")]
    false = any(c.lower_ in words.FALSE or c.lemma_.lower() in words.FALSE for c in told)
    called = head.lemma_ in words.NAMING | words.REJECTING and not _negators(head)
    if called and (false or head.lemma_ in words.DISPROVING):
        return (head,) if text.dep_ in ("dobj", "nsubjpass") else ()
    return ()


def _of_doing(node: Token, head: Token) -> bool:
    """ "The prospect *of Peru selling* them": the noun bears on what Peru does."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    governs = above is not None and above.lemma_.lower() in words.GOVERNING_NOUNS
    return governs and node.tag_ == "VBG"


def _that(node: Token) -> bool:
    # a parser takes some a "that" for the one to whom it is given
    return any(c.dep_ in ("mark", "dative") and c.lower_ == "that" for c in node.children)


def _has_to(node: Token) -> bool:
    return any(c.tag_ == "TO" for c in node.children)


def _negators(head: Token) -> tuple[Token, ...]:
    return tuple(c for c in head.children if c.dep_ == "neg")


def _governor(node: Token, head: Token) -> Governor | None:
    lemma, lower = head.lemma_.lower(), head.lower_
    if head.pos_ in ("NOUN", "PROPN") and lemma in words.GOVERNING_NOUNS:
        bears = node.dep_ in ("acl", "prep", "ccomp", "relcl", "pcomp") and _complement(node)
        if lemma in words.TALKS:
            bears = _has_to(node) or _of_verbal_noun(node)
        if lemma in words.REPORTS and node.dep_ != "prep":
            bears = _that(node)
        if lemma in words.REPORTS and node.dep_ == "prep":
            bears = node.lower_ == "of"
        none = tuple(c for c in head.children if c.dep_ == "det" and c.lower_ in ("no", "neither"))
        return Governor(words.GOVERNING_NOUNS[lemma], (head,), none) if bears else None
    if head.pos_ == "ADJ" and lower in words.GOVERNING_ADJECTIVES:
        bears = node.dep_ in ("xcomp", "ccomp") or (node.dep_ == "prep" and lower not in ("due",))
        copula = _negators(head.head) if head.dep_ == "acomp" else ()
        return Governor(words.GOVERNING_ADJECTIVES[lower], (head,), copula) if bears else None
    rejected = _rejected(node, head) if node.lemma_.lower() in words.REPORTS else ()
    if node.lemma_.lower() in words.TEXTS:
        rejected = _disowned(node, head)
    if rejected:
        return Governor(Mood.DENIED, rejected)
    if head.pos_ in ("VERB", "AUX"):
        return _beside(node, head) or _excluding(node, head) or _verb_governor(node, head, lemma)
    return None


def judged(node: Token, head: Token) -> Token | None:
    """The adjective of "it is *unlikely* that ...", which the parser sets beside the clause."""
    if node.dep_ not in ("ccomp", "csubj", "advcl") or head.lemma_ not in words.SEEMING:
        return None
    empty = [c for c in head.children if c.dep_ in ("nsubj", "expl") and c.lower_ == "it"]
    clause = node.dep_ == "csubj" or (empty and _that(node) and node.i > head.i)
    told = [c for c in head.children if c.dep_ in ("acomp", "oprd", "advmod") and c.i > head.i]
    if not clause or not told:
        return None
    unsure = told[0].lower_ in words.SURE and bool(_negators(head))
    leaves_open = told[0].lower_ in words.UNSURE or unsure
    return told[0] if leaves_open or told[0].lower_ in words.GOVERNING_ADJECTIVES else None


def _beside(node: Token, head: Token) -> Governor | None:
    adjective = judged(node, head)
    if adjective is None:
        return None
    mood = words.GOVERNING_ADJECTIVES.get(adjective.lower_)
    if mood is None:  # "it is far from certain", "it is not clear": it may be so or not
        return Governor(Mood.POSSIBLE, (*_negators(head), adjective))
    return Governor(mood, (adjective,), _negators(head))


def _rejected(report: Token, head: Token) -> tuple[Token, ...]:
    """ "Dismissed reports that ...", "the claim that ... is false": the words that deny it."""
    if head.lemma_ in words.REJECTING and report.dep_ in ("dobj", "nsubjpass"):
        return () if _negators(head) else (head,)
    if head.lower_ in words.FALSE and report.dep_ == "nsubj":
        return (head,)  # "called the reports that ... false"
    as_ = head.head if report.dep_ == "appos" and head.dep_ == "pobj" else head
    if as_.lower_ == "as" and as_.head.lemma_ in words.REJECTING and not _negators(as_.head):
        return (as_.head,)  # "dismissed as fiction a report that ..."
    named = head.lemma_ in words.NAMING and report.dep_ in ("dobj", "nsubjpass")
    if not named and not (head.lemma_ == "be" and report.dep_ == "nsubj"):
        return ()
    told = [c for c in head.children if c.dep_ in ("acomp", "attr", "oprd")]
    told += [c for as_ in head.children if as_.lower_ == "as" for c in as_.children]
    judged = words.TRUE if _negators(head) else words.FALSE
    shown = [c for c in told if c.lower_ in judged or c.lemma_.lower() in judged]
    return (*_negators(head), *shown) if shown else ()


def _of_verbal_noun(node: Token) -> bool:
    """ "On buying", "of selling": a preposition with a verbal noun."""
    return node.dep_ == "prep" and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in node.children)


def _complement(node: Token) -> bool:
    """ "plans to sign", "fears that ...", "fears of ..."; not "the plan that they signed"."""
    if node.dep_ == "prep":
        return node.lower_ in ("of", "for", "about", "over")
    marked = any(c.dep_ == "mark" for c in node.children)
    if node.dep_ == "acl" and node.tag_ == "VBG":  # "the prospect of Peru selling them"
        of = [c for c in node.head.children if c.lower_ == "of" and c.i < node.i]
        return any(o.i == node.i - 1 for c in of for o in c.children) or marked
    return _has_to(node) or marked or node.dep_ == "ccomp"


def _excluding(node: Token, head: Token) -> Governor | None:
    """ "ruled out an attack" is not possible; "does not rule out" or "exclude" it is possible."""
    out = [c for c in head.children if c.dep_ == "prt" and c.lower_ == "out"]
    if node.dep_ not in ("dobj", "xcomp", "nsubjpass", "ccomp"):
        return None
    if not (head.lemma_ == "rule" and out) and not (head.lemma_ == "exclude" and _negators(head)):
        return None
    possible = bool(_negators(head))
    shown = (*_negators(head), head, *out) if possible else ()
    return Governor(Mood.POSSIBLE, shown, () if possible else (head,))


def _verb_governor(node: Token, head: Token, lemma: str) -> Governor | None:
    if lemma in words.PASSIVE_ONLY and not _of_verbal_noun(node):
        bears = _is_passive(head) and node.dep_ in ("xcomp", "ccomp", "oprd")
        return Governor(Mood.RUMOURED, (head,), _negators(head)) if bears else None
    if lemma in words.SCHEDULING:
        to_be_held = node.dep_ == "nsubjpass"  # "a visit is set for June"
        bears = head.tag_ == "VBN" and (to_be_held or (node.dep_ == "xcomp" and _has_to(node)))
        return Governor(Mood.INTENDED, (head,), _negators(head)) if bears else None
    mood = words.GOVERNING_VERBS.get(lemma)
    if node.dep_ == "ccomp" and node.i < head.i and any(c.dep_ == "dobj" for c in head.children):
        return None  # "Peru sold them; Chile denies this": two clauses side by side
    if mood is None or not _bears(node, lemma, of_past=head.tag_ in ("VBD", "VBN")):
        return None
    return Governor(mood, (head,), _negators(head))


def _is_passive(head: Token) -> bool:
    if any(c.dep_ == "auxpass" for c in head.children):
        return True
    active = any(c.dep_ in ("aux", "nsubj") for c in head.children)
    return head.tag_ == "VBN" and head.dep_ in ("acl", "advcl") and not active


def _bears(node: Token, lemma: str, *, of_past: bool) -> bool:
    """Whether the verb's mood falls on this complement of it."""
    if lemma in words.OF_VERBAL_NOUN and not _of_verbal_noun(node):
        return False
    if node.dep_ == "prep":
        return node.lower_ in words.VERB_PREPOSITIONS.get(lemma, ())
    if node.dep_ == "advcl":
        return _has_to(node) and lemma not in words.WITH_PURPOSE
    if node.dep_ == "nsubjpass" and any(
        c.dep_ == "xcomp" and _has_to(c) for c in node.head.children
    ):
        return False  # "a visit expected to bring peace": it is the peace that is expected
    if node.dep_ in ("dobj", "nsubjpass"):
        return lemma not in words.NO_OBJECT
    if node.dep_ not in ("xcomp", "ccomp", "pcomp"):
        return False
    if lemma in words.INFINITIVE_ONLY and not _has_to(node) and node.tag_ != "VBG":
        return False
    return not (lemma in words.SUBJUNCTIVE and _is_finite(node, of_past=of_past))


def _is_finite(node: Token, *, of_past: bool) -> bool:
    """ "suggests that it means war" is an opinion, "suggested that they meet" a proposal.

    After a past governor a bare "meet" is a subjunctive: an opinion would have said "met".
    """
    auxiliaries = [c for c in node.children if c.dep_ in ("aux", "auxpass")]
    should = any(c.lower_ == "should" for c in auxiliaries)
    if of_past and node.tag_ == "VBP" and not auxiliaries:
        return False
    return not should and (node.tag_ in _FINITE or any(c.tag_ in _FINITE for c in auxiliaries))
