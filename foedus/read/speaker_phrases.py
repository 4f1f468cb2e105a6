"""A speaker's words in; the actors that they name, and what kind of speaker they tell of, out.

The head of the phrase decides: "the treaty signed by the two leaders" is a treaty. Names joined
by "and" are several speakers. "A Spain that wanted peace" is an imagined one, and nobody.
"""

from spacy.tokens import Doc, Token

from foedus.model.actor import ActorKind, Cast, Mention, MentionForm
from foedus.model.document import Span
from foedus.model.statement import SpeakerKind
from foedus.read.actors.lexicon import person_words, sector_words
from foedus.read.texts import EVIDENCE, TEXTS

_KINDS = {
    ActorKind.STATE: SpeakerKind.STATE,
    ActorKind.PERSON: SpeakerKind.PERSON,
    ActorKind.ORGANISATION: SpeakerKind.ORGANISATION,
    ActorKind.BLOC: SpeakerKind.ORGANISATION,
    ActorKind.MEDIA: SpeakerKind.ORGANISATION,
    ActorKind.GROUP: SpeakerKind.GROUP,
}
_BY_ENTITY = {
    "PERSON": SpeakerKind.PERSON, "ORG": SpeakerKind.ORGANISATION, "NORP": SpeakerKind.GROUP,
}  # fmt: skip
_ONE = frozenset({"he", "she", "i", "who", "whoever", "someone", "somebody", "one", "another"})
_SEVERAL = frozenset({"they", "we", "some", "many", "others", "most", "several", "few", "those"})
_PLURALS = _SEVERAL | {"both", "police", "people", "troops", "forces", "authorities", "two"}
PAIR_WORDS = frozenset({"both", "two", "each", "either", "neither"})
_PEOPLE = frozenset({
    "source", "insider", "aide", "ally", "backer", "opponent", "relative", "proponent", "critic",
    "supporter", "advocate", "user", "observer", "resident", "viewer", "reader", "witness",
})  # fmt: skip
_CROWDS = frozenset({"group", "lobby", "camp", "bloc", "faction", "trio"})
# "senior figures", "party figures": these are people all the same
_NOUNS_OF_PEOPLE = frozenset({"figure", "voice", "name", "mind"})
_OF_PEOPLE = frozenset({
    "senior", "political", "public", "leading", "key", "prominent", "party", "influential",
    "opposition", "business", "religious", "top",
})  # fmt: skip
_SEVERAL_TAGS = frozenset({"NNS", "NNPS"})
_NAMED = frozenset({MentionForm.NAME, MentionForm.METONYM, MentionForm.SURNAME})


def head_of(doc: Doc, span: Span) -> Token | None:
    """The head word of the phrase at the span."""
    phrase = doc.char_span(span.start, span.end, alignment_mode="expand")
    return None if phrase is None else phrase.root


def members(doc: Doc, span: Span) -> list[Token]:
    """The head of the phrase and what is joined to it by "and" within the span, in order."""
    head = head_of(doc, span)
    if head is None:
        return []
    return [head, *(t for t in head.conjuncts if span.start <= t.idx < span.end and t.i > head.i)]


def mention_of(cast: Cast, token: Token) -> Mention | None:
    """Whoever the token names; nobody where only an imagined one is meant."""
    mention = cast.at(Span(token.idx, token.idx + len(token)))
    return None if mention is None or _imagined(token, cast, mention) else mention


def speaker_at(cast: Cast, token: Token) -> Mention | None:
    """Whoever the token names as one who speaks; nobody for some of a people or party."""
    mention = mention_of(cast, token)
    if mention is not None and mention.form is MentionForm.ROLE:
        mention = _not_only_within(cast, mention, token)
    return None if mention is None or _are_members(token, cast, mention) else mention


def _not_only_within(cast: Cast, role: Mention, token: Token) -> Mention | None:
    """ "NAME, a founder of *the League*, which fears war": it is the League, not its founder."""
    words = token.doc.char_span(role.span.start, role.span.end, alignment_mode="expand")
    if words is None or words.root.i == token.i or token.i < words.root.i:
        return role
    inner = (m for m in cast.within(role.span) if m is not role)
    here = Span(token.idx, token.idx + len(token))
    return next((m for m in inner if m.span.overlaps(here)), None)


def _are_members(token: Token, cast: Cast, mention: Mention) -> bool:
    """ "Mexicans", "House Democrats", "one Republican": people of a state or party, and not it.

    "The Mexicans" may well be the state's own envoys.
    """
    entity, several = cast.entity_of(mention), token.tag_ in _SEVERAL_TAGS
    last = token.idx + len(token) == mention.span.end
    if entity.kind is ActorKind.STATE:
        article = any(c.lower_ == "the" for c in token.lefts)
        return several and last and mention.form is MentionForm.DEMONYM and not article
    if (entity.actor or "").startswith("party/"):
        if token.lower_ == "they":
            return True
        return several and last and token.lower_.endswith("s")
    qualified = any(c.dep_ in ("det", "nummod", "poss", "amod") for c in token.lefts)
    one = qualified and not several and not token.lower_.endswith("s")
    return one and entity.kind is ActorKind.GROUP and entity.actor is None


def _imagined(token: Token, cast: Cast, mention: Mention) -> bool:
    """ "A Spain that wanted peace", "an Ankara at war": one of several that could be.

    "An Italian who fears war" is a person, and not the state.
    """
    named = mention.form in _NAMED and cast.entity_of(mention).kind is not ActorKind.GROUP
    article = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in token.lefts)
    if article and mention.form is MentionForm.DEMONYM:
        return True
    alone = token.pos_ == "PROPN" and mention.span.start == token.idx
    qualified = any(c.dep_ in ("relcl", "prep", "acl", "appos") for c in token.rights)
    return named and article and alone and qualified


def takes_plural(tokens: list[Token], cast: Cast) -> bool:
    """Whether the words take a verb in the plural: "officials", "Lima and Oslo", "the French".

    The name of one state or body does not, whatever its form: "the United States says".
    """
    head = tokens[0]
    if len(tokens) > 1 or head.lower_ in _PLURALS:
        return True
    mention = speaker_at(cast, head)
    name = mention is not None and mention.form in _NAMED
    group = mention is not None and cast.entity_of(mention).kind is ActorKind.GROUP
    if name and not group:
        return False
    people = head.tag_ in ("JJ", "NNP") and head.lower_.endswith(("sh", "ch", "ese"))
    article = any(c.lower_ == "the" for c in head.lefts)
    named = mention is not None and mention.form is MentionForm.DEMONYM
    members_of = group and article and head.lower_.endswith("s")  # "the Houthis", tagged as one
    return head.tag_ in ("NNS", "NNPS") or members_of or (people and article and named)


def kind_of_speaker(token: Token, cast: Cast) -> SpeakerKind:
    """What the head of a speaker's phrase tells of who it is."""
    mention = speaker_at(cast, token)
    if mention is None:
        whole = cast.at(Span(token.idx, token.idx + len(token)))
        if whole is not None and _are_members(token, cast, whole):
            return SpeakerKind.GROUP if token.tag_ in _SEVERAL_TAGS else SpeakerKind.PERSON
        person = whole is not None and whole.form is MentionForm.DEMONYM
        return SpeakerKind.PERSON if person else _by_words(token)
    if mention.form is MentionForm.DEMONYM and token.tag_ in _SEVERAL_TAGS:
        return SpeakerKind.GROUP  # "the French": the people as much as the state
    return _KINDS.get(cast.entity_of(mention).kind) or _by_words(token)


def shows(token: Token) -> bool:
    """Is it a thing that shows something ("evidence", "figures"), and no voice?"""
    about = {c.lower_ for c in token.lefts} & _OF_PEOPLE
    return token.lemma_.lower() in EVIDENCE and not about and token.pos_ == "NOUN"


def _by_words(token: Token) -> SpeakerKind:
    small, lemma = token.lower_, token.lemma_.lower()
    if small in PAIR_WORDS or token.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
        return SpeakerKind.UNKNOWN
    if small in _ONE or small in _SEVERAL:
        return SpeakerKind.PERSON if small in _ONE else SpeakerKind.GROUP
    people = lemma in _NOUNS_OF_PEOPLE and {c.lower_ for c in token.lefts} & _OF_PEOPLE
    if lemma in TEXTS and not people and token.pos_ in ("NOUN", "PROPN"):
        return SpeakerKind.TEXT
    return _by_noun(token, lemma, bool(people))


def _by_noun(token: Token, lemma: str, people: bool) -> SpeakerKind:
    sectors = sector_words()
    several = token.tag_ in _SEVERAL_TAGS
    before = token.nbor(-1).lower_ if token.i else ""
    for noun in (f"{before} {lemma}", lemma):
        if noun in _CROWDS or (noun in sectors.collective and noun not in sectors.bodies):
            return SpeakerKind.GROUP
        if noun in sectors.bodies:
            return SpeakerKind.GROUP if several else SpeakerKind.ORGANISATION
        if noun in sectors.persons or noun in person_words().open_roles | _PEOPLE or people:
            return SpeakerKind.GROUP if several else SpeakerKind.PERSON
    return _BY_ENTITY.get(token.ent_type_, SpeakerKind.UNKNOWN)
