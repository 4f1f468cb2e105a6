"""A cue or the noun of a speaker in, its words out: the passages of phrase, cue and content."""

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.quotes.page import OUTSIDE, Page
from foedus.read.quotes.trees import set_off

_LONGEST_DATELINE = 8  # tokens
_CUTS = frozenset({"relcl", "appos", "acl", "advcl", "ccomp", "parataxis"})
_BRACKETS = frozenset({"(", "[", "-", "--"})
_RELATIVE = frozenset({"WP", "WDT"})


def speaker_spans(page: Page, noun: Token, cue: Token | None = None) -> tuple[Span, ...]:
    """The noun phrase and its apposition, the one that is a name first.

    A relative pronoun gives its antecedent's phrase and itself. With the cue, a clause that tells
    which one is meant belongs to the phrase: "a man *who would not be named*".
    """
    if noun.tag_ in _RELATIVE and noun.head.dep_ == "relcl":
        return (*_phrase(page, noun.head.head), page.span(noun.i, noun.i))
    if noun.tag_ in _RELATIVE and noun.head.dep_ == "ccomp":  # "it was *Ruiz who* said"
        who = next((c for c in noun.head.head.rights if c.dep_ == "attr" and c.i < noun.i), None)
        if who is not None:
            return (*_phrase(page, who), page.span(noun.i, noun.i))
    behind = _behind_dateline(noun, cue)
    return (page.span(*behind),) if behind else _phrase(page, noun, cue)


def _behind_dateline(noun: Token, cue: Token | None) -> tuple[int, int] | None:
    """Who speaks in "LIMA, Peru - *Ana Ruiz* said", where the parser lets the place speak."""
    start = noun.sent.start
    if cue is None or not start <= noun.i < cue.i or not noun.doc[start].is_upper:
        return None
    near = range(noun.i + 1, min(cue.i, start + _LONGEST_DATELINE))
    dash = next((at for at in near if noun.doc[at].text in ("-", "--")), None)
    if dash is None or dash + 1 >= cue.i or not noun.doc[dash - 1].whitespace_:
        return None
    words = noun.doc[dash + 1 : cue.i]
    named = all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "NUM", "PRON") for t in words)
    return (dash + 1, cue.i - 1) if named else None


def _phrase(page: Page, noun: Token, cue: Token | None = None) -> tuple[Span, ...]:
    last = _told_apart(noun, _phrase_end(noun), cue)
    core = page.span(_phrase_start(noun), _with_its_object(page, last, cue))
    apposition = next((c for c in noun.rights if c.dep_ == "appos"), None)
    if apposition is None:
        return (core,)
    second = page.span(apposition.left_edge.i, _phrase_end(apposition))
    if second.start < core.end:
        return (core,)
    if apposition.pos_ == "PROPN" and (noun.pos_ != "PROPN" or _is_described(noun)):
        return (second, core)
    return (core, second)


def _with_its_object(page: Page, last: int, cue: Token | None) -> int:
    """ "The note from *Brussels* states": a name that the parser takes for a part of the verb."""
    if cue is None or page.tokens[last].pos_ != "ADP" or not last + 1 < cue.i:
        return last
    named = all(page.tokens[at].pos_ == "PROPN" for at in range(last + 1, cue.i))
    return cue.i - 1 if named else last


def _phrase_start(noun: Token) -> int:
    """The first token of the noun's phrase, behind the dash of a dateline: "LIMA - *Ana Ruiz*"."""
    first = noun.left_edge.i
    for at in range(noun.i - 1, first, -1):
        if noun.doc[at].text in ("-", "--") and noun.doc[at - 1].whitespace_:
            return at + 1
    return first


def _told_apart(noun: Token, end: int, cue: Token | None) -> int:
    """The last token of the clauses right behind the phrase that tell which one is meant."""
    if cue is None or noun.pos_ == "PRON":
        return end
    for child in noun.rights:
        first, last = child.left_edge.i, child.right_edge.i
        if child.dep_ in ("acl", "relcl") and first == end + 1:
            if first <= cue.i <= last or any(t.text == "," for t in noun.doc[first : last + 1]):
                return end
            end = last
    return end


def _is_described(noun: Token) -> bool:
    """Whether the noun is an office and no name: "*the* Secretary of State", "*its* President"."""
    return any(c.dep_ in ("det", "poss") for c in noun.lefts)


def _phrase_end(noun: Token) -> int:
    """The last token of the noun's phrase without its appositions and clauses."""
    end = noun.right_edge.i
    for child in noun.rights:
        if child.dep_ == "acl" and child.tag_ == "VBN" and not set_off(child):
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
    while first - 1 in parts and page.tokens[first - 1].dep_ != "advmod":
        first -= 1
    if last + 1 < len(page.tokens) and page.tokens[last + 1].dep_ == "prt":
        last += 1
    return page.span(first, last)


def lengthened(page: Page, verb: Token, first: int, last: int) -> int:
    """The last token of a clause that the parser ended before its own verb."""
    end = page.bounds(verb.i)[1]
    if last + 1 >= end or first <= verb.i:
        return last
    after = page.tokens[last + 1]
    if after.tag_ in ("VBZ", "VBP", "VBD", "MD") and page.inside[last + 1] == OUTSIDE:
        return max(last, after.right_edge.i if after.right_edge.i < end - 1 else end - 2)
    return last


def trimmed(page: Page, first: int, last: int) -> int:
    """The last token of a content less a clause that the writer adds to it: ", who …"."""
    for at in range(first + 1, last):
        if page.tokens[at].text != "," or page.inside[at] != OUTSIDE:
            continue
        relative = page.tokens[at + 1]
        if relative.tag_ not in ("WDT", "WP", "WP$", "WRB"):
            continue
        for _ in range(3):
            if relative.dep_ == "relcl":
                break
            relative = relative.head
        if relative.dep_ == "relcl" and relative.right_edge.i >= last - 1:
            return at - 1
    return last


def content_of(page: Page, first: int, last: int) -> tuple[Span, ...]:
    """The tokens `first` to `last` as a content, less the writer's own addition at the end."""
    return page.stretch(first, trimmed(page, first, last)) if first <= last else ()


def goes_on(verb: Token) -> bool:
    """Whether the verb has its object or clause behind it, so that nothing before it is its own."""
    taken = any(c.dep_ in ("ccomp", "dobj", "xcomp", "oprd", "prt") for c in verb.rights)
    return taken and verb.lemma_ != "tell"


def clause_around(verb: Token, without: Token | None) -> tuple[int, int]:
    """First and last token of the verb's own words, up to the next mark or to `without`."""
    first = last = verb.i
    spans = [(c.left_edge.i, c.right_edge.i) for c in verb.children if c != without]
    grown = True
    while grown:
        grown = False
        for low, high in spans:
            if verb.doc[low].is_punct and low == high:
                continue
            if high == first - 1:
                first, grown = low, True
            elif low == last + 1:
                last, grown = high, True
    return first, last
