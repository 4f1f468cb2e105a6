"""States, organisations, media and groups that a text names: from the gazetteer and from spaCy."""

import re
from datetime import date

from spacy.tokens import Span as Words

from foedus.model.actor import ActorKind, MentionForm
from foedus.model.document import Span
from foedus.read.actors.company import in_company
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.inside import AGREEMENTS, in_a_name
from foedus.read.actors.lexicon import name_lists, person_words, sector_words
from foedus.read.actors.scan import Hit
from foedus.read.actors.sectors import sector_of, singular
from foedus.read.gazetteer import Form, Sense, normal

FORMS = {
    Form.NAME: MentionForm.NAME,
    Form.DEMONYM: MentionForm.DEMONYM,
    Form.METONYM: MentionForm.METONYM,
    Form.CAPITAL: MentionForm.METONYM,
    Form.BODY: MentionForm.NAME,
    Form.FORCES: MentionForm.NAME,
}
# "in Paris" is a place; "ties with Paris" is a government.
_PLACING = frozenset("in at near outside around inside across throughout through over".split())
_BODY_FORMS = frozenset({Form.BODY, Form.FORCES})
_SEATS = frozenset({Form.CAPITAL, Form.METONYM})
# Bodies that belong to the city in their name: "the Oslo police", "the Lima school".
_SEATED = frozenset({"EDU", "COP", "JUD", "CVL", "BUS", "MED", "JRN", "LAB", "GOV", "LEG"})
# "R-Ark.", "D-Calif."
_PARTISAN = re.compile(r"[RDI]-[A-Z]")
_ACRONYM = re.compile(r"[A-Z][A-Za-z.&]{1,9}")


def name_actors(draft: Draft, hits: list[Hit]) -> None:
    """Mark every state, organisation, medium and group that the text names."""
    longer = _longer_names(draft)
    clear = {
        hit.senses[0].country
        for hit in hits
        if len({s.country for s in hit.senses}) == 1 and not hit.senses[0].ambiguous
    }
    for hit in hits:
        start = draft.token_at(hit.start)
        sense = settled(draft, hit, clear)
        if start is None or sense is None or sense.form not in FORMS:
            continue
        if _generic(draft, sense, start, clear) or _bare_title(draft, sense, start):
            continue
        end = draft.end_token(start, hit.end)
        outer = longer.get(start)
        if outer and (outer[0] < start or outer[1] > end):
            continue
        if not _placed(draft, sense, start, end) and not in_a_name(draft, sense, start, end):
            _mark(draft, sense, start, end, _exact(draft, hit, start, end))
    _unknown(draft)


def settled(draft: Draft, hit: Hit, countries: set[str]) -> Sense | None:
    """The one sense of the hit; of several, the one whose state the text names otherwise."""
    senses = _living(draft, hit.senses)
    rivals = {sense.actor for sense in senses if sense.form is not Form.PLACE}
    if len(rivals) <= 1 and not senses[0].ambiguous:
        return senses[0]
    fitting = [sense for sense in senses if sense.country and sense.country in countries]
    if len({sense.actor for sense in fitting}) == 1:
        return fitting[0]
    plain = [sense for sense in senses if not sense.ambiguous]
    if len({sense.actor for sense in plain}) == 1:
        return plain[0]
    return in_company(draft, hit, senses, countries)


def _living(draft: Draft, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Without the states and bodies that were gone on the day (or today), if others are left."""
    on = draft.published or date.max
    living = tuple(
        sense
        for sense in senses
        if (record := draft.gazetteer.record(sense.record)) and record.exists(on)
    )
    own = {sense.country for sense in living if "/" in sense.record and sense.form is Form.NAME}
    kept = tuple(s for s in living if s.form not in _BODY_FORMS or s.country not in own)
    return kept or living or senses


def _generic(draft: Draft, sense: Sense, start: int, countries: set[str]) -> bool:
    """Whether a body's name ("National Guard") is any state's, and not clearly this one's here."""
    if sense.form not in _BODY_FORMS or normal(sense.name) not in sector_words().bodies:
        return False
    before = draft.tokens[max(0, start - 2) : start]
    owned = bool(before) and (before[-1].tag_ == "POS" or before[-1].ent_type_ in ("GPE", "NORP"))
    return owned or sense.country not in countries


def _bare_title(draft: Draft, sense: Sense, start: int) -> bool:
    """Whether a common word lacks the article that makes it a name ("Hill" for "The Hill")."""
    if not sense.ambiguous or not sense.name.startswith("The "):
        return False
    return start == 0 or draft.tokens[start - 1].lower_ != "the"


def _longer_names(draft: Draft) -> dict[int, tuple[int, int]]:
    """Names of spaCy that may hold a shorter gazetteer name: token -> (start, end)."""
    longer: dict[int, tuple[int, int]] = {}
    for entity in draft.doc.ents:
        if entity.label_ not in ("ORG", "FAC", "PERSON", "LAW", "EVENT", "WORK_OF_ART"):
            continue
        start, end = entity.start, entity.end
        if draft.tokens[start].lower_ in ("the", "a", "an"):
            start += 1
        if draft.tokens[end - 1].tag_ == "POS":
            end -= 1
        # "the White House National Security adviser": a name cut short before its noun.
        cut = end < len(draft.tokens) and draft.tokens[end].pos_ == "NOUN"
        credit = any(t.text in ("/", "via", "VIA", "|") for t in entity) or _has_dash(entity)
        if end - start > 1 and not credit and not (cut and entity.label_ == "ORG"):
            for token in range(start, end):
                longer[token] = (start, end)
    return longer


def _has_dash(entity: Words) -> bool:
    """ "LUSAKA - Zambia": a dash between blanks ends a dateline, it stands in no name."""
    dashes = [t for t in entity[1:] if t.text in ("-", "--")]
    return any(t.whitespace_ and t.nbor(-1).whitespace_ for t in dashes)


def _placed(draft: Draft, sense: Sense, start: int, end: int) -> bool:
    """Whether a capital or seat is only where something happens."""
    if sense.form not in _SEATS:
        return False
    token = draft.tokens[end - 1]
    if token.dep_ == "pobj" and token.head.lower_ in _PLACING:
        return True
    first = start == 0 or draft.block[start - 1] != draft.block[start]
    following = draft.tokens[end].text if end < len(draft.tokens) else ""
    return first and following in ("-", "--", "(", ",") and token.dep_ != "nsubj"


def _exact(draft: Draft, hit: Hit, start: int, end: int) -> Span:
    """The characters of the name: part of the token "U.S.-EU", no "state" of "state media"."""
    last = draft.tokens[end - 1]
    if end - start > 1 and last.is_lower and last.dep_ == "compound" and last.head.i >= end:
        return draft.span(start, end - 1)
    return Span(hit.start, hit.end)


def _mark(draft: Draft, sense: Sense, start: int, end: int, exact: Span) -> None:
    record = draft.gazetteer.record(sense.record)
    if record is None:
        return
    if sense.form in (Form.BODY, Form.FORCES):
        figure = _body(draft, sense)
    else:
        figure = draft.add(
            Figure(record.name, record.kind, record.id, record.country, sense.sector or "")
        )
        if record.kind is ActorKind.STATE:
            draft.figures[figure].sector = ""
    draft.mark(Marked(start, end, start, figure, FORMS[sense.form], exact))


def _body(draft: Draft, sense: Sense) -> int:
    """A ministry, army, party or company: an organisation of its state, one a name."""
    name = sense.name.removeprefix("the ")
    for number, figure in enumerate(draft.figures):
        if figure.kind is ActorKind.ORGANISATION and figure.name == name:
            return number
    return draft.add(Figure(name, ActorKind.ORGANISATION, None, sense.country, sense.sector))


def _unknown(draft: Draft) -> None:
    """Organisations and groups that only spaCy sees; an acronym in brackets is the same one."""
    known: dict[str, int] = {}
    for entity in draft.doc.ents:
        if entity.label_ not in ("ORG", "NORP") or not any(map(str.isupper, entity.text)):
            continue
        adjective = entity.label_ == "NORP" and entity[-1].pos_ == "ADJ"
        if (
            adjective
            or draft.title_case(entity.start)
            or _dateline(draft, entity.start, entity.end)
        ):
            continue
        start, end = entity.start, entity.end
        while start < end and draft.tokens[start].lower_ in ("the", "a", "an", '"', "'", "-"):
            start += 1
        while end > start and (
            draft.tokens[end - 1].tag_ == "POS" or draft.tokens[end - 1].is_punct
        ):
            end -= 1
        words = draft.words(start, end) if start < end else ""
        if start >= end or not draft.free(range(start, end)) or _no_name(draft, start, end, words):
            continue
        key = normal(words) if entity.label_ == "ORG" else singular(normal(words))
        if key not in known:
            known[key] = draft.add(_unknown_figure(draft, words, entity.label_, start, end))
            acronym = _acronym_after(draft, end)
            if acronym:
                known.setdefault(normal(acronym), known[key])
        draft.mark(Marked(start, end, start, known[key], MentionForm.NAME))


def _dateline(draft: Draft, start: int, end: int) -> bool:
    """Whether the words stand before the dash that opens a dispatch: "DES MOINES - "."""
    opening = [
        t for t in draft.tokens[max(0, start - 4) : start] if draft.block[t.i] == draft.block[start]
    ]
    first = start - len(opening)
    at_start = first == 0 or draft.block[first - 1] != draft.block[start]
    following = draft.tokens[end : end + 2]
    return (
        at_start and draft.tokens[start].is_upper and any(t.text in ("-", "--") for t in following)
    )


def _no_name(draft: Draft, start: int, end: int, words: str) -> bool:
    """A piece of a title ("State"), of an agreement's name, a credit, a line in lower case."""
    token = draft.tokens[end - 1]
    of_title = token.dep_ == "pobj" and token.head.lower_ == "of" and end - start == 1
    titled = of_title and token.head.i and draft.tokens[token.head.i - 1].pos_ in ("PROPN", "NOUN")
    named = token.dep_ == "compound" and token.head.i == end
    if named and not sector_of(words) and singular(token.head.lower_) in AGREEMENTS:
        return True  # "the Lakeside accords"
    if _PARTISAN.match(words) or words.split()[-1].casefold() in person_words().no_actors:
        return True
    return bool(titled and words in ("State", "Defense", "Defence", "Commons", "Lords")) or (
        not words[0].isalnum() or not any(map(str.isupper, words[0:1] + words))
    )


def _unknown_figure(draft: Draft, words: str, label: str, start: int, end: int) -> Figure:
    kind = ActorKind.GROUP if label == "NORP" else ActorKind.ORGANISATION
    sector = sector_of(words)
    listed = name_lists().get(normal(words))
    if listed:
        sector = sector if listed[1] == "people" else listed[1]
        kind = ActorKind.MEDIA if sector == "JRN" else kind
        return Figure(words, kind, None, listed[2], sector)
    if sector == "JRN":
        kind = ActorKind.MEDIA
    return Figure(words, kind, None, country_within(draft, _owner(draft, start), end), sector)


def _owner(draft: Draft, start: int) -> int:
    """Where the name begins with the state that owns it: "Kenya's National Guard"."""
    at = start
    while at > 0 and at > start - 3 and draft.sentence[at - 1] == draft.sentence[start]:
        before = draft.tokens[at - 1]
        if before.tag_ != "POS" and before.ent_type_ not in ("GPE", "NORP"):
            break
        at -= 1
    return at


def country_within(draft: Draft, start: int, end: int) -> str:
    """The one state that is named within the tokens, else "".

    A city does not show whose a club or a group is that meets or was founded there.
    """
    span = draft.span(start, end)
    seated = sector_of(span.of(draft.text)) in _SEATED
    found = {
        sense.country
        for hit in draft.hits_within(span)
        for sense in hit.senses[:1]
        if sense.form is not Form.PERSON
        and not sense.ambiguous
        and (seated or not _is_capital(draft, sense))
    }
    return found.pop() if len(found) == 1 else ""


def _is_capital(draft: Draft, sense: Sense) -> bool:
    return sense.form in _SEATS and any(
        other.form is Form.CAPITAL for other in draft.gazetteer.lookup(sense.name)
    )


def _acronym_after(draft: Draft, end: int) -> str | None:
    tokens = draft.tokens
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        return tokens[end + 1].text if _ACRONYM.fullmatch(tokens[end + 1].text) else None
    return None
