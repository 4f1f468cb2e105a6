"""A noun in, whether it is an agreement between states out; its words, its kind, its parties."""

from spacy.tokens import Token

from foedus.model.actor import MentionForm
from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.frames.grammar import children, is_verb, prepositional, word
from foedus.read.frames.pairs import wants_pair
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import is_state, states_of
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.subjects import doers, owners, subjects
from foedus.read.frames.titles import is_treaty_name
from foedus.read.frames.words import INSTRUMENTS, PLANS

_LOOSE = frozenset({"declaration", "letter", "partnership", "understanding", "charter", "contract",
                    "compact", "covenant", "convention", "protocol", "lease"})  # fmt: skip
_TREATY_LIKE = _LOOSE - frozenset({"letter", "partnership", "understanding", "contract"})
_TREATY_VERBS = frozenset(
    {"sign", "ratify", "initial", "ink", "denounce", "accede", "enter", "agree", "conclude"}
)
_SIGNED_BY_TWO = frozenset({"sign", "initial", "ink", "conclude", "countersign"})
_KINDS = ("of intent", "of understanding")
_ABOUT = frozenset({"on", "about", "over"})
_TALKS = frozenset({"talk", "negotiation", "discussion", "meeting", "negotiate", "consultation"})
_POSSESSIVES = frozenset({"its", "their", "his", "her"})


def is_instrument(scene: Scene, token: Token) -> bool:
    """Is the noun an agreement between states? The looser nouns need a title or a partner."""
    if is_treaty_name(scene, token):
        return True
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ == "PERSON":
        return False
    lemma = word(token)
    if lemma in PLANS and token.dep_ not in ("compound", "nmod"):
        return _signed_plan(scene, token)
    if lemma not in INSTRUMENTS or token.dep_ in ("compound", "nmod"):
        return False
    if lemma == "letter":
        return bool(prepositional(token, {"of"})) and _kind_words(token) is not None
    if lemma == "memorandum":
        return _kind_words(token) is not None
    if lemma in _LOOSE:
        titled = token.text[0].isupper() and token.i != token.sent.start
        return (
            titled
            or _named_after(token)
            or _by_two(scene, token)
            or _treated(token)
            or _told(scene, token)
            or bool(joined(scene, token))
        )
    return True


def _signed_plan(scene: Scene, token: Token) -> bool:
    """ "Peru and Chile signed a plan for drills"; "the plan" is that one where it is told later."""
    if _by_two(scene, token):
        return True
    definite = any(c.lower_ in ("the", "this") for c in children(token, "det"))
    if not definite or prepositional(token, {"of", "for"}) or children(token, "acl", "compound"):
        return False
    return any(t.i < token.i and _by_two(scene, t) for t in scene.among([word(token)]))


def _by_two(scene: Scene, token: Token) -> bool:
    """Whether two states sign it, or agree on it where that is no mere intention of both."""
    behind = [c for c in children(token, "acl") if c.tag_ == "VBN" and children(c, "agent")]
    on = token.dep_ == "pobj" and token.head.lower_ == "on"
    verb = behind[0] if behind else token.head.head if on else token.head
    signs = word(verb) in _SIGNED_BY_TWO and not on
    agrees = word(verb) == "agree" and word(token) not in ("plan", "programme", "program")
    own = bool(behind) or on or token.dep_ in ("dobj", "nsubjpass")
    if not own or not (signs or agrees):
        return False
    doing = doers(verb)
    if any(wants_pair(t) for d in doing for t in (d, *prepositional(d, {"of"}))):
        return True
    who = all_participants(scene, [*doing, *prepositional(verb, {"with"})])
    who += joined(scene, token)
    states = {f.actor for f in (*who, *states_of(scene, who)) if is_state(f)}
    return len(states) > 1


def _named_after(token: Token) -> bool:
    """ "The Volta charter", "the Kyoto protocol": called by a place, though without a capital."""
    names = [c for c in token.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
    definite = any(c.lower_ == "the" for c in token.lefts)
    return word(token) in _TREATY_LIKE - {"lease"} and bool(names) and definite


def _told(scene: Scene, token: Token) -> bool:
    """ "The declaration" after "the Lima Declaration", "the lease" that two have signed before."""
    if not any(c.lower_ in ("the", "this") for c in children(token, "det")):
        return False
    same = [t for t in scene.among([word(token)]) if t.i < token.i]
    if any(_by_two(scene, t) for t in same):
        return True
    return any(t.text[0].isupper() and t.i != t.sent.start and _capital(t.nbor(-1)) for t in same)


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN")


def _treated(token: Token) -> bool:
    """ "Signed a protocol", "the charter was ratified": the verb tells that it is one."""
    behind = [
        c for c in children(token, "acl") if c.tag_ == "VBN" and word(c) in ("sign", "ratify")
    ]
    verb = behind[0] if behind else token.head
    own = bool(behind) or token.dep_ in ("dobj", "nsubjpass", "nsubj")
    into = word(verb) != "enter" or any(t.lower_ in ("force", "effect") for t in verb.subtree)
    lemma = word(token)
    return own and lemma in _TREATY_LIKE and word(verb) in _TREATY_VERBS and into


def _kind_words(token: Token) -> Token | None:
    for prep in children(token, "prep"):
        for noun in prep.children:
            if f"{prep.lower_} {noun.lower_}" in _KINDS:
                return noun
    return None


def instrument(scene: Scene, token: Token) -> list[Filler]:
    """The words of the fullest title or noun phrase, parties left out, and its kind."""
    kind_end = _kind_words(token)
    span = scene.noun_phrase(token)
    if kind_end is not None:
        span = scene.span(scene.first_of(token), kind_end)
    elif token.text[0].isupper():
        span = _title(scene, token)
    return [scene.filler(_without_no(scene, _without_owner(scene, token, span)))]


def _without_no(scene: Scene, span: Span) -> Span:
    """ "No such pact": that there is none tells the claim; its words are "such pact"."""
    if not span.of(scene.text).lower().startswith("no "):
        return span
    return scene.trimmed(span.start + len("no "), span.end)


def _title(scene: Scene, token: Token) -> Span:
    """ "Treaty on the Limitation of Arms": capitalised complements belong to the title."""
    last = token
    for prep in children(token, "prep"):
        if prep.lower_ in ("on", "of", "for", "concerning", "to") and all(
            t.text[0].isupper() or not t.is_alpha or t.is_stop for t in prep.subtree
            if t.dep_ not in ("relcl", "acl")
        ):  # fmt: skip
            last = max(last, max(prep.subtree, key=lambda t: t.i), key=lambda t: t.i)
            while last.is_punct:
                last = scene.doc[last.i - 1]
    return scene.span(scene.first_of(token), last)


def _without_owner(scene: Scene, token: Token, span: Span) -> Span:
    """ "Paris's new pact" without the possessor, who is a party."""
    for owner in children(token, "poss"):
        end = owner.right_edge
        if scene.doc[end.i + 1].lower_ in ("sign", "signs"):
            end = scene.doc[end.i + 1]
        if span.start <= owner.idx < span.end and end.idx + len(end) < token.idx:
            return scene.trimmed(end.idx + len(end), span.end)
    return span


def kind(scene: Scene, token: Token) -> list[Filler]:
    """The word for its kind: "treaty", "letter of intent"; a bare name tells none."""
    if is_treaty_name(scene, token):
        return []
    last = _kind_words(token) or token
    return [scene.filler(Span(token.idx, last.idx + len(last)))]


def joined(scene: Scene, token: Token) -> list[Filler]:
    """The parties that stand with the instrument itself: between, with, "Chad-Mali", "its"."""
    found = prepositional(token, {"between", "with", "among"})
    if token.dep_ == "nsubjpass":  # "a truce was reached between Peru and Chile"
        found += prepositional(token.head, {"between", "among"})
    found += _astray(token)
    if not found:  # "a contract for four jets with Peru": the parser may hang it lower
        about = prepositional(token, {"for", "on", "of"})
        found = [t for noun in about for t in prepositional(noun, {"with"})]
    found += list(owners(token, 0))
    known = [f for f in all_participants(scene, found) if f.actor or f.entity is not None]
    fillers = known or [f for t in found if wants_pair(t) for f in all_participants(scene, [t])]
    before = [
        t for left in token.lefts if left.dep_ in ("amod", "compound", "nmod")
        and left.tag_ not in ("VBN", "VBD")  # "Swiss-brokered": who brokers it is no party
        for t in left.subtree
    ]  # fmt: skip
    states = []
    for modifier in before:
        mention = scene.mention(modifier)
        entity = scene.entity(modifier)
        if mention and entity and state_of(entity):
            filler = scene.filler(mention.span, state_of(entity), mention.entity)
            states.append(filler)
    if len({f.actor for f in states}) > 1 or (states and fillers):
        fillers += [s for s in states if s not in fillers]
    return fillers


def _astray(token: Token) -> list[Token]:
    """ "Peru freezes deal with Chile": in a headline the parser hangs the partner on the verb."""
    if token.i + 1 >= token.sent.end:
        return []
    prep = token.nbor(1)
    if prep.lower_ not in ("with", "between") or prep.head == token:
        return []
    return prepositional(prep.head, {prep.lower_}) if is_verb(prep.head) else []


def between(scene: Scene, token: Token) -> list[Filler]:
    """Those "between" whom the agreement is said to be, if two or more states."""
    named = all_participants(scene, prepositional(token, {"between", "among"}))
    found = [*named, *states_of(scene, named)]
    return found if len({f.actor for f in found if is_state(f)}) > 1 else []


def of_nation(scene: Scene, token: Token) -> list[Filler]:
    """ "The French treaty": the one state by whose name it is called."""
    for left in token.lefts:
        mention, entity = scene.mention(left), scene.entity(left)
        state = state_of(entity) if entity else None
        # not the capital that a treaty is called after ("the Vienna accord")
        of_state = mention is not None and mention.form in (MentionForm.NAME, MentionForm.DEMONYM)
        if mention and state and of_state and left.dep_ in ("amod", "compound", "nmod"):
            return [scene.filler(mention.span, state, mention.entity)]
    return []


def negotiators(scene: Scene, token: Token) -> list[Filler]:
    """ "Flew to Oslo for talks on a treaty with Norway": whose talks they are, by their state."""
    talks = token.head.head if token.dep_ == "pobj" and token.head.lower_ in _ABOUT else None
    if talks is None or word(talks) not in _TALKS or not prepositional(token, {"with"}):
        return []
    while not is_verb(talks) and talks.head != talks:
        talks = talks.head
    doing = all_participants(scene, subjects(talks)) if is_verb(talks) else []
    return [*(f for f in doing if is_state(f)), *states_of(scene, doing)]


def others(scene: Scene, fillers: list[Filler], doing: list[Filler]) -> list[Filler]:
    """Those of the fillers who are not among the doing, by their states too."""
    have = {f.actor for f in (*doing, *states_of(scene, doing))}
    fillers = [f for f in fillers if f.text.lower() not in _POSSESSIVES or f.actor]
    return [f for f in fillers if f.actor not in have] if fillers else []


def parties(scene: Scene, instrument_token: Token, doing: list[Filler]) -> list[Filler]:
    """Who acts, who stands with the instrument, and the states behind the persons."""
    fillers = list(doing)
    for filler in joined(scene, instrument_token):
        new_words = filler not in fillers and filler.text.lower() not in _POSSESSIVES
        new_actor = filler.actor and all(f.actor != filler.actor for f in fillers)
        if new_words or new_actor:
            fillers.append(filler)
    return fillers + states_of(scene, fillers)


def is_title(token: Token) -> bool:
    """Is the noun written as a title, with a capital within its sentence?"""
    return token.text[0].isupper() and token.i != token.sent.start
