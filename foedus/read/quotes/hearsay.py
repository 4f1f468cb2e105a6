"""What is said or held by nobody named: "is accused of …", "is seen as …", "reportedly …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.statement import CueClass
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.phrases import (
    cue_span,
)
from foedus.read.quotes.trees import (
    agent_of,
    own_subject,
)

# passives by what they take: a preposition, or nothing ("was declared dead")
HELD: dict[str, frozenset[str]] = {
    "accuse": frozenset({"of"}), "charge": frozenset({"with"}), "criticize": frozenset({"for"}),
    "criticise": frozenset({"for"}), "condemn": frozenset({"for"}), "praise": frozenset({"for"}),
    "describe": frozenset({"as"}), "see": frozenset({"as"}), "regard": frozenset({"as"}),
    "view": frozenset({"as"}), "portray": frozenset({"as"}), "deem": frozenset(),
    "declare": frozenset(),
}  # fmt: skip
HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})


def held_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """What is charged or held of the subject: "*the envoy* was accused *of spying*"."""
    subject = own_subject(verb)
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    if subject is None or not passive or agent_of(verb) is not None:
        return
    wanted = HELD[verb.lemma_]
    for child in verb.rights:
        preposition = child.dep_ == "prep" and child.lower_ in wanted
        if not preposition and not (child.dep_ == "oprd" and not wanted):
            continue
        content = (
            page.span(subject.left_edge.i, subject.right_edge.i),
            page.span(child.left_edge.i, child.right_edge.i),
        )
        yield Candidate(
            (), (cue_span(page, verb),), content, "held", CueClass.INFERRED, verb.lemma_
        )
        return


def hearsay_candidates(page: Page, adverb: Token) -> Iterator[Candidate]:
    """The clause that "reportedly" puts in the mouth of others: "*they have* reportedly *left*"."""
    verb = adverb.head
    subject = own_subject(verb)
    if verb.pos_ not in ("VERB", "AUX") or subject is None or subject.i > adverb.i:
        return
    words = [t for t in verb.subtree if not t.is_punct]
    content = (
        *page.stretch(subject.left_edge.i, adverb.i - 1),
        *page.stretch(adverb.i + 1, words[-1].i),
    )
    cue = (page.span(adverb.i, adverb.i),)
    yield Candidate((), cue, content, "hearsay", CueClass.INFERRED, adverb.lower_)
