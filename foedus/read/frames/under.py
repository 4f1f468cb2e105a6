"""A sentence that opens with "under the pact" in: what its main clause lays down out."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Predicate
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.duties import TEXTS, bound, is_binding, of_part
from foedus.read.frames.grammar import antecedent, children, is_verb, passive, subjects, word
from foedus.read.frames.instruments import instrument, is_instrument
from foedus.read.frames.references import is_foundation
from foedus.read.frames.scene import Scene
from foedus.read.frames.terms import condition_of_term, opens_condition, quoted_words

UNDER = frozenset({"under", "according"})
UNDER_LEMMAS = frozenset({"under", "accord", "according"})
_TREATED = frozenset({"consider", "regard", "treat", "deem", "view", "declare"})


def laid_down_under(scene: Scene, prep: Token) -> Iterator[Draft]:
    """ "Under the pact, Lesotho will supply water": the main clause is what is provided."""
    verb = prep.head
    source = _governing(scene, prep)
    if not source or not is_verb(verb):
        return
    yield from _laid_down(scene, verb, source, prep)
    for second in children(verb, "conj"):  # "..., and each party must inform the other"
        if children(second, "nsubj", "nsubjpass"):
            yield from _laid_down(scene, second, source, prep)
    following = verb.sent.end
    if following < len(scene.doc) and scene.block(scene.doc[following]) == scene.block(verb):
        root = scene.doc[following].sent.root
        if prep.i < verb.i and is_verb(root) and _goes_on(root):
            yield from _laid_down(scene, root, source, None)


def _goes_on(verb: Token) -> bool:
    """A duty on a condition in the next sentence: "In the event of war, both will consult"."""
    duty = {c.lower_ for c in children(verb, "aux")} & {"will", "shall", "must"}
    return bool(duty) and any(opens_condition(t) is not None for t in verb.sent)


def _laid_down(
    scene: Scene, verb: Token, source: list[Filler], prep: Token | None
) -> Iterator[Draft]:
    subject = children(verb, "nsubj", "nsubjpass")
    treated = passive(verb) and word(verb) in _TREATED
    if not subject or not (treated or is_binding(verb)):
        return
    who = [f for t in subjects(verb) for f in bound(scene, t)]
    if not who and not treated:
        return
    left_out = list(prep.subtree) if prep is not None else []
    apart = [c for c in children(verb, "conj") if children(c, "nsubj", "nsubjpass")]
    left_out += [t for c in apart for t in c.subtree] + children(verb, "cc") * bool(apart)
    words = [
        t for t in verb.subtree
        if t not in left_out and not t.is_punct and t.i >= subject[0].left_edge.i
    ]  # fmt: skip
    if prep is not None and prep.i > verb.i:
        words = [t for t in words if t.i < prep.i]
    if not words:
        return
    span = scene.span(words[0], words[-1])
    found = roles(
        instrument=source, source=who, provision=[scene.filler(quoted_words(scene, span))],
        condition=condition_of_term(scene, verb, span),
    )  # fmt: skip
    yield Draft(Predicate.PROVISION, verb, found)


def _governing(scene: Scene, prep: Token) -> list[Filler]:
    """The instrument, or its article, that stands after "under"; "under which" looks back."""
    nouns = children(prep, "pobj")
    if prep.lower_ == "according":
        nouns = [n for to in children(prep, "prep") for n in children(to, "pobj")]
    for noun in nouns:
        token = antecedent(noun)
        if token == noun and noun.tag_ in ("WDT", "WP") and prep.head.dep_ == "relcl":
            token = prep.head.head
        if is_foundation(token):
            continue
        if is_instrument(scene, token):
            return instrument(scene, token)
        if word(token) in TEXTS:
            return of_part(scene, token)
    return []
