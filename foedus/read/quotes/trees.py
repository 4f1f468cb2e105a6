"""A verb in, whose words or view it tells out: walks over the dependency tree, all bounded."""

from spacy.tokens import Token

from foedus.read.quotes.lexicon import FELT, SAYING, SPEECH_NOUN, SPEECH_PARTICLE

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FARTHEST_NAME = 25  # tokens before the verb
_CLIMB = 8  # heads above a verb that may hold its subject; longer chains are parser's noise


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
        if node.dep_ in ("acl", "relcl") and not set_off(node):
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
    if node.tag_ == "VBG" and node.dep_ == "advcl" and set_off(node):
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


def set_off(verb: Token) -> bool:
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
