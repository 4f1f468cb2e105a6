"""A cue in, its speaker and its words out: walks over the dependency tree, all of bounded length."""

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.quotes.page import OUTSIDE, Page

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLIMB = 8  # heads above a verb that may hold its subject; longer chains are parser's noise
_CUTS = frozenset({"relcl", "appos", "acl", "advcl", "ccomp", "parataxis"})
_BRACKETS = frozenset({"(", "[", "-", "--"})
_RELATIVE = frozenset({"WP", "WDT"})


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    before = [child for child in subjects if child.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


def subject_of(verb: Token) -> Token | None:
    """The subject of the verb, its own or that of the clause that it hangs on."""
    node = verb
    for _ in range(_CLIMB):
        found = own_subject(node)
        if found is not None:
            return found
        if node.head is node:
            return None
        if node.dep_ in ("acl", "relcl") and not _set_off(node):
            return node.head
        if node.dep_ == "xcomp" and (controller := _controller(node)) is not None:
            return controller
        node = node.head
    return None


def _set_off(verb: Token) -> bool:
    """Whether a comma stands before the verb's phrase: then it belongs to the clause."""
    edge = verb.left_edge
    return edge.i > 0 and edge.nbor(-1).text in (",", '"', "''", "-", "--")


def _controller(verb: Token) -> Token | None:
    """The object that an infinitive's subject is: "told *him* to say"."""
    if verb.tag_ != "VB":
        return None
    return next((c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i), None)


def agent_of(verb: Token) -> Token | None:
    """Who does it, of a passive: "criticised by *many*"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children)


def speaker_of(verb: Token) -> Token | None:
    """Who says it: the subject, of a passive the agent; nobody is named by "was told that"."""
    if own_subject(verb) is not None and is_passive(verb):
        return agent_of(verb)
    return subject_of(verb)


def speaker_spans(page: Page, noun: Token) -> tuple[Span, ...]:
    """The noun phrase and its apposition, the one that is a name first.

    A relative pronoun gives its antecedent's phrase and itself.
    """
    if noun.tag_ in _RELATIVE and noun.head.dep_ == "relcl":
        return (*_phrase(page, noun.head.head), page.span(noun.i, noun.i))
    return _phrase(page, noun)


def narrow_span(page: Page, noun: Token) -> tuple[Span, ...]:
    """The noun and what stands before it, for a noun whose own clause holds the cue."""
    return (page.span(noun.left_edge.i, noun.i),)


def _phrase(page: Page, noun: Token) -> tuple[Span, ...]:
    core = page.span(noun.left_edge.i, _phrase_end(noun))
    apposition = next((c for c in noun.rights if c.dep_ == "appos"), None)
    if apposition is None:
        return (core,)
    second = page.span(apposition.left_edge.i, _phrase_end(apposition))
    if second.start < core.end:
        return (core,)
    if apposition.pos_ == "PROPN" and noun.pos_ != "PROPN":
        return (second, core)
    return (core, second)


def _phrase_end(noun: Token) -> int:
    """The last token of the noun's phrase without its appositions and clauses."""
    end = noun.right_edge.i
    for child in noun.rights:
        if child.dep_ == "acl" and not _set_off(child) and child.tag_ != "VB":
            continue
        if child.dep_ in _CUTS or child.text in _BRACKETS:
            end = min(end, child.left_edge.i - 1)
            break
    while end > noun.i and (noun.doc[end].is_punct or noun.doc[end].is_space):
        end -= 1
    end = max(end, noun.i)
    while end == noun.i and _names_on(noun.doc[end]) and end + 1 < len(noun.doc):
        end, noun = end + 1, noun.doc[end + 1]
    return end


def _names_on(token: Token) -> bool:
    """Whether a name goes on behind the token that the parser took for its end."""
    if token.i + 1 >= len(token.doc) or token.pos_ not in ("NOUN", "PROPN"):
        return False
    after = token.nbor(1)
    return after.pos_ == "PROPN" and not after.is_sent_start and after.dep_ not in ("npadvmod",)


def cue_span(page: Page, verb: Token) -> Span:
    """The verb with its auxiliaries and negation before it and its particle behind it."""
    first = last = verb.i
    parts = {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod")}
    while first - 1 in parts and page.doc[first - 1].dep_ != "advmod":
        first -= 1
    if last + 1 < len(page.doc) and page.doc[last + 1].dep_ == "prt":
        last += 1
    return page.span(first, last)


def trimmed(page: Page, first: int, last: int) -> int:
    """The last token of a content less a clause that the writer adds to it: ", who …"."""
    for at in range(first + 1, last):
        if page.doc[at].text != "," or page.inside[at] != OUTSIDE:
            continue
        relative = page.doc[at + 1]
        if relative.tag_ not in ("WDT", "WP", "WP$", "WRB"):
            continue
        for _ in range(3):
            if relative.dep_ == "relcl":
                break
            relative = relative.head
        if relative.dep_ == "relcl" and relative.right_edge.i >= last - 1:
            return at - 1
    return last


def clause_around(verb: Token, without: Token | None) -> tuple[int, int]:
    """First and last token of the verb's own words: its subtree less that of `without`."""
    banned = (without.left_edge.i, without.right_edge.i) if without is not None else (-1, -1)
    first = last = verb.i
    for child in verb.children:
        if child is without or child.dep_ == "punct":
            continue
        low, high = child.left_edge.i, child.right_edge.i
        if banned[0] <= low and high <= banned[1]:
            continue
        first, last = min(first, low), max(last, high)
    if banned[1] < verb.i:
        first = max(first, banned[1] + 1)
    elif banned[0] > verb.i:
        last = min(last, banned[0] - 1)
    return first, last
