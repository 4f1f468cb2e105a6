"""A cue in, its speaker and its words out: walks over the dependency tree, all bounded."""

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.quotes.lexicon import FELT, SAYING, SPEECH_NOUN, SPEECH_PARTICLE
from foedus.read.quotes.page import OUTSIDE, Page

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LONGEST_DATELINE = 8  # tokens
_FARTHEST_NAME = 25  # tokens before the verb
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
        if node.head == node:
            return None
        if node.dep_ in ("acl", "relcl") and not _set_off(node):
            noun = node.head
            deed = noun.dep_ in ("dobj", "pobj", "attr") and is_infinitive(node)
            owner = next((c for c in noun.lefts if c.dep_ == "poss"), None) if deed else None
            if owner is not None:
                return owner
            if not deed and (noun.lemma_ not in SPEECH_NOUN or noun.dep_ != "dobj"):
                return noun
        if node.dep_ == "xcomp" and (controller := _controller(node)) is not None:
            return controller
        if (led := _led_into(node)) is not None:
            return led
        if (quoted := _quoted_as(node)) is not None:
            return quoted
        node = _above(node)
    return None


def goes_on_to_say(verb: Token) -> bool:
    """Whether a particle makes a verb one that reports words: "she went *on*", "he hit *back*"."""
    particle = SPEECH_PARTICLE.get(verb.lemma_)
    if particle is None or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    return any(
        c.lower_ == particle and c.i == verb.i + 1 and not any(c.children) for c in verb.rights
    )


def _quoted_as(node: Token) -> Token | None:
    """ "The agency quoted *Ruiz* as saying", "he cited *her* as fearing"."""
    if node.dep_ != "pcomp" or node.head.lower_ != "as":
        return None
    return next((c for c in node.head.head.rights if c.dep_ == "dobj" and c.i < node.i), None)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" opens the verb's phrase: "an effort *to deny* it"."""
    return any(c.tag_ == "TO" for c in verb.lefts)


def _above(node: Token) -> Token:
    """The head of the node; of a participle set off by a comma the verb of the main clause."""
    head = node.head
    if node.tag_ == "VBG" and node.dep_ == "advcl" and _set_off(node):
        for _ in range(_CLIMB):
            if head.dep_ not in ("relcl", "acl") and not _is_told(head, node):
                break
            head = head.head
    elif joint_of_speaker(node) is not None and head.dep_ == "ccomp":
        return head.head
    elif node.dep_ == "conj" and node.tag_ in ("VBD", "VBZ") and head.dep_ in ("ccomp", "advcl"):
        return _of_its_tense(node, head)
    return head


def _of_its_tense(node: Token, head: Token) -> Token:
    """ "Said that it grows if they sign *and urged* them to": joined to the verb of its tense."""
    if head.dep_ == "ccomp":
        return head.head if head.tag_ != node.tag_ else head
    told = head
    for _ in range(_CLIMB):
        if told.tag_ == node.tag_ or told.head.i == told.i:
            break
        told = told.head
    return told if told.tag_ == node.tag_ and own_subject(told) is not None else head


def _is_told(clause: Token, participle: Token) -> bool:
    """Whether the clause is what somebody says, who goes on: "said that it fell, *adding* …"."""
    teller = clause.head
    told = clause.dep_ == "ccomp" and teller.lemma_ in SAYING and participle.lemma_ in SAYING
    return told and own_subject(teller) is not None


def joint_of_speaker(verb: Token) -> Token | None:
    """ "Believes that it sold them, *and* has accused it": the "and" by which the speaker goes on.

    "Said that it had sold them, and had accused it" goes on with what is said.
    """
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if verb.dep_ != "conj" or verb.lemma_ not in SAYING or own_subject(verb) is not None:
        return None
    if not helpers or helpers[0].i < 2 or helpers[0].lower_ not in ("has", "have"):
        return None
    joint = helpers[0].nbor(-1)
    return joint if joint.lower_ == "and" and joint.nbor(-1).text == "," else None


def _set_off(verb: Token) -> bool:
    """Whether a comma stands before the verb's phrase: then it belongs to the clause."""
    edge = verb.left_edge
    return edge.i > 0 and edge.nbor(-1).text in (",", '"', "''", "-", "--")


def _controller(verb: Token) -> Token | None:
    """The object that an infinitive's subject is: "told *him* to say"."""
    if verb.tag_ != "VB" or verb.head.lemma_ == "use":
        return None
    return next((c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i), None)


def _led_into(verb: Token) -> Token | None:
    """Who is led to it: "talked *him* into believing"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "into":
        return None
    return next((c for c in verb.head.head.children if c.dep_ == "dobj"), None)


def agent_of(verb: Token) -> Token | None:
    """Who does it, of a passive: "criticised by *many*"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is not who does it."""
    return any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children)


def is_felt(verb: Token) -> bool:
    """Whether it is a feeling told in the passive: "was convinced"."""
    return verb.lemma_ in FELT and is_passive(verb)


def speaker_of(verb: Token) -> Token | None:
    """Who says it: the subject, of a passive the agent; nobody is named by "was told that"."""
    if own_subject(verb) is not None:
        return agent_of(verb) if is_passive(verb) else subject_of(verb)
    if verb.tag_ == "VBN" and verb.dep_ in ("advcl", "ccomp") and not _has_auxiliary(verb):
        return agent_of(verb)
    return _subject_astray(verb) or _neighbour(verb) or subject_of(verb) or _before_commas(verb)


def _has_auxiliary(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _subject_astray(verb: Token) -> Token | None:
    """The subject that the parser gave to a participle of its own: "*men* living there said"."""
    for child in verb.lefts:
        if child.dep_ in ("ccomp", "csubj") and child.tag_ in ("VBN", "VBG"):
            return own_subject(child)
    return None


def _before_commas(verb: Token) -> Token | None:
    """The name before commas that enclose who it is: "*Ruiz*, a farmer, said"; the parser slips."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    first = max(verb.sent.start, verb.i - _FARTHEST_NAME)
    for at in range(verb.i - 3, first, -1):
        token = verb.doc[at]
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if token.text == "," and verb.doc[at - 1].pos_ == "PROPN":
            return verb.doc[at - 1]
    return None


def _neighbour(verb: Token) -> Token | None:
    """The name right before a finite verb, which the parser took for something else's."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == 0:
        return None
    before = verb.nbor(-1)
    if before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    if (before.pos_ == "PROPN" and before.dep_ != "npadvmod") or before.lower_ in (
        "he",
        "she",
        "they",
        "it",
        "we",
    ):
        return before
    return None


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
        if child.dep_ == "acl" and child.tag_ == "VBN" and not _set_off(child):
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
