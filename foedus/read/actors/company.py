"""A name that may mean a state or something else in; the state, where its company shows it, out.

"Lima" may be a person, "Turkey" a bird: spaCy's "place" for the name of a state decides, and so
does another state joined to it ("Oslo and Stockholm said", "a pact with Peru and Santiago").
"""

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.actors.draft import Draft
from foedus.read.actors.scan import Hit
from foedus.read.gazetteer import Form, Sense, normal

_SEATS = frozenset({Form.CAPITAL, Form.METONYM})
_STATES = _SEATS | {Form.NAME}
_ALSO_PLACES = frozenset({"georgia", "jersey", "hanover", "parma", "modena", "montserrat"})
"""Names of states that name another place as well: that it is a place shows nothing."""

_HALVES = {"PRK": "KOR", "KOR": "PRK"}
_ACTING = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})


def in_company(
    draft: Draft, hit: Hit, senses: tuple[Sense, ...], countries: set[str]
) -> Sense | None:
    """The one state among the senses, where the words about the name show that it is meant.

    `countries` are the states that the text names without doubt.
    """
    states = [s for s in senses if s.form in _STATES and "/" not in s.actor]
    start = draft.token_at(hit.start)
    if start is None or len({s.actor for s in states}) != 1:
        return None
    alone = len(states) == len(senses)
    sense = next((s for s in states if s.form is Form.NAME), states[0])
    if sense.form is Form.NAME and _HALVES.get(sense.actor) in countries:
        return sense  # "the North", where the text names the South
    token = draft.tokens[draft.end_token(start, hit.end) - 1]
    place = all(t.ent_type_ == "GPE" for t in draft.tokens[start : token.i + 1])
    if alone and sense.form is Form.NAME and place and normal(sense.name) not in _ALSO_PLACES:
        return sense
    return sense if _joined_to_state(draft, token, sense) else None


def _joined_to_state(draft: Draft, token: Token, sense: Sense) -> bool:
    """Is another state's name or capital joined to it, in the place of one who acts?"""
    chain = [token, *token.conjuncts]
    first = min(chain, key=lambda t: t.i)
    for other in chain[1:]:
        for hit in draft.hits_within(Span(other.left_edge.idx, other.idx + len(other))):
            plain = [s for s in hit.senses if s.form in _STATES and s.country != sense.country]
            if not plain or "/" in plain[0].actor:
                continue
            if not plain[0].ambiguous:
                return first.dep_ in _ACTING
            if {token.ent_type_, other.ent_type_} <= {"GPE", "LOC", "FAC"}:
                partner = first.dep_ == "pobj" and first.head.lower_ in ("with", "by", "against")
                return first.dep_ == "nsubj" or partner
    return False
