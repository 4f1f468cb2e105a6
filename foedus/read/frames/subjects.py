"""A verb in, who does it and to whom it is done out.

Only the dependency parse is used. Participles and infinitives take the subject that controls
them, and coordinated verbs share theirs; a relative pronoun stands for its antecedent.
"""

from spacy.tokens import Token

from foedus.read.frames.grammar import (
    DEPTH,
    SUBJECTS,
    antecedent,
    children,
    is_verb,
    objects,
    objects_of,
    passive,
    prepositional,
    spread,
    word,
)

_INITIALS = 3  # letters: "UK", "UAE" are names, "LUSAKA" at the start is a dateline
_UPON = frozenset({"call", "appeal", "rely", "count", "plead", "prevail", "depend"})
_FAULTS = frozenset({
    "blame", "criticise", "criticize", "condemn", "punish", "sanction", "thank", "praise", "rebuke",
    "reward", "pay", "fault", "denounce", "applaud",
})  # fmt: skip


def subjects(verb: Token, depth: int = DEPTH) -> list[Token]:
    """The grammatical subjects of a verb in the active or passive, through control."""
    own = children(verb, *SUBJECTS, "nsubjpass")
    torn = None if own else torn_subject(verb)
    if torn is not None:
        return [torn]
    if own:
        listed = _listed_before(verb, own[-1]) + spread([antecedent(own[-1])])
        return listed + [t for t in _along_with(verb, own[-1]) if t not in listed]
    return _inherited(verb, depth) if depth else []


def torn_subject(verb: Token) -> Token | None:
    """ "Peru will buy oil and Chile will send guns": the parser may take Chile for what is bought,
    and let Peru send the guns."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.dep_ != "conj" or not helpers or helpers[0].i < verb.sent.start + 2:
        return None
    before = helpers[0].nbor(-1)
    first = before.left_edge
    joint = first.nbor(-1) if first.i > verb.sent.start else before
    torn = before.dep_ == "conj" and before.pos_ == "PROPN" and joint.lower_ == "and"
    listed = before.head.pos_ == "PROPN" or before.head.i < verb.head.i
    return before if torn and verb.head.i < before.i and not listed else None


def _along_with(verb: Token, subject: Token) -> list[Token]:
    """ "Peru, along with Chile, signed it", "Peru together with Chile": who does it too."""
    preps = [c for n in (verb, subject) for c in n.children if subject.i < c.i < verb.i]
    found: list[Token] = []
    for prep in preps:
        if prep.lower_ in ("along", "together", "alongside", "jointly"):
            found += objects_of(prep)
    return found


def _listed_before(verb: Token, subject: Token) -> list[Token]:
    """ "Peru, Chile sign pact", "In May Peru and Chile signed": the first names of the list.

    A parser hangs them on the verb as adverbs, takes each for a subject, or puts the first
    with the date.
    """
    found: list[Token] = []
    first = subject.left_edge
    while subject.ent_type_ == "GPE" and first.i - 2 >= verb.sent.start:
        mark, name = first.nbor(-1), first.nbor(-2)
        listed = mark.text == "," or mark.lower_ == "and"
        if not listed or name.ent_type_ != "GPE" or name.pos_ != "PROPN":
            break
        if name.i == verb.sent.start and name.is_upper and len(name) > _INITIALS:
            break  # a dateline
        months = [c for c in children(name, "compound") if c.ent_type_ == "DATE"]
        dated = name.dep_ == "pobj" and bool(months)
        joint = dated and mark.lower_ == "and"
        if not joint and not (name.head == verb and (name.dep_ == "nsubj" or _headed(verb))):
            break
        found.insert(0, name)
        first = name if dated else name.left_edge
    return found


def _headed(verb: Token) -> bool:
    """The verb of a headline: in the present, with nothing beside the names before it."""
    return verb.tag_ in ("VBP", "VB", "VBZ", "NNS") and verb.i - verb.sent.start <= 8


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    match verb.dep_:
        case "conj" if is_verb(head) and of_matrix(verb, head):
            return subjects(head.head, depth - 1)
        case "conj" if is_verb(head) and of_causer(verb, head):
            return subjects(head.head, depth - 1)
        case "conj" if is_verb(head):
            return subjects(head, depth - 1) or _participle_subject(head)
        case "xcomp" | "ccomp" | "advcl" | "acomp" | "prep" | "oprd" if is_verb(head):
            return _controller(verb, head, depth)
        case "xcomp" | "acl" | "ccomp" if head.pos_ in ("ADJ", "ADV"):
            return subjects(head.head, depth - 1) if is_verb(head.head) else []
        case "pcomp":
            return _of_preposition(head, depth)
        case "acl" if _misplaced(verb):
            return subjects(head.head.head, depth - 1)
        case "acl" | "relcl":
            return [head] if verb.tag_ in ("VBG", "VBN") else owners(head, depth - 1)
        case "aux" | "auxpass":
            return subjects(head, depth - 1)
    return []


def _misplaced(verb: Token) -> bool:
    """ "He was in the past said to ...": no participle tells of a time; it is the verb's own."""
    time = verb.head
    return (
        verb.tag_ == "VBN"
        and (time.ent_type_ in ("DATE", "TIME") or time.lower_ in ("past", "time", "moment"))
        and time.dep_ == "pobj"
        and word(time.head.head) == "be"
    )


def of_matrix(verb: Token, head: Token) -> bool:
    """ "A believes that B sold it, and has protested": after the comma A goes on."""
    if head.dep_ != "ccomp" or not is_verb(head.head) or head.head.i > head.i:
        return False
    joint = [c for c in children(head, "cc") if c.i < verb.i]
    comma = bool(joint) and joint[-1].i > 0 and joint[-1].nbor(-1).text == ","
    return comma and bool(children(verb, "aux"))


def of_causer(verb: Token, head: Token) -> bool:
    """ "It let them stay and gave them fuel": a finite verb goes on with who let, not who stays."""
    if verb.dep_ != "conj":
        return False
    if verb.tag_ == "VBZ" and head.dep_ in ("xcomp", "advcl") and head.left_edge.tag_ == "TO":
        return True  # "it obliges them to go and allows them to return"
    causes = head.dep_ in ("ccomp", "xcomp") and word(head.head) in ("let", "make", "help", "have")
    return causes and verb.tag_ in ("VBD", "VBZ") and head.tag_ in ("VB", "VBP")


def _participle_subject(verb: Token) -> list[Token]:
    return [verb.head] if verb.dep_ in ("acl", "relcl") else []


def _controller(verb: Token, head: Token, depth: int) -> list[Token]:
    if verb.dep_ == "ccomp" and verb.tag_ != "VB":
        return []
    if word(head) in ("allow", "permit", "let", "enable") and children(head, "dobj"):
        return spread(children(head, "dobj")[:1])
    if word(head) in _UPON and verb.tag_ == "VB":
        upon = [o for o in prepositional(head, {"on", "upon", "to", "with"}) if o.i < verb.i]
        if upon:
            return upon  # "calls on them to leave"
    if verb.dep_ in ("xcomp", "ccomp"):
        objects = [o for o in children(head, "dobj") if o.i < verb.i]
        if objects and not passive(head) and word(head) not in ("promise", "vow", "use"):
            return spread(objects[:1])
    if verb.dep_ == "advcl" and any(c.i < head.i for c in children(head, "ccomp")):
        return []  # "A will go, B announced, leaving ...": not clearly B
    if passive(head) and verb.dep_ == "advcl" and verb.tag_ == "VB":
        return children(head, "agent") and objects_of(children(head, "agent")[0])
    return subjects(head, depth - 1)


def _of_preposition(prep: Token, depth: int) -> list[Token]:
    governor = prep.head
    if is_verb(governor):
        # "accuses them of selling", "keeps them from selling": the object is who sells
        other = prep.lower_ in ("from", "of") or word(governor) in _FAULTS
        kept = children(governor, "dobj") if other and prep.i > governor.i else []
        if passive(governor) and other and prep.i > governor.i:
            return undergoers(governor)
        return spread(kept[:1]) or subjects(governor, depth - 1)
    return owners(governor, 0)


def owners(noun: Token, depth: int = DEPTH) -> list[Token]:
    """Whose plan, offer or visit it is: the possessor, "by X", else the subject that has it."""
    possessors = children(noun, "poss")
    if possessors:
        return spread(possessors[:1])
    by = prepositional(noun, {"by"})
    if by:
        return by
    if depth and noun.dep_ in ("dobj", "attr") and is_verb(noun.head):
        return subjects(noun.head, depth - 1)
    return []


def doers(verb: Token) -> list[Token]:
    """Who does it: the "by" phrase of a passive, the subject of an active."""
    if passive(verb):
        return [o for agent in children(verb, "agent") for o in objects_of(agent)]
    return subjects(verb)


def undergoers(verb: Token) -> list[Token]:
    """To what it is done: the subject of a passive, the objects of an active."""
    if passive(verb):
        own = children(verb, "nsubjpass", "nsubj")
        if own:
            return spread([antecedent(own[-1])])
        if verb.dep_ in ("acl", "relcl"):
            return [verb.head]
        return subjects(verb)
    return objects(verb)
