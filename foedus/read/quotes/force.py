"""A cue in, its force out: what the speaker does by saying it (see `Force`), by the cue's lemma.

The words are of general English; what a verb takes decides where it has two forces ("asked
whether", "asked them to sign"). A cue that is not listed is never guessed at: it is unstated.
"""

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import Force
from foedus.read.quotes.page import Page

_LEMMAS = {
    Force.SAID: """
        say tell add write state note remark observe comment mention explain report reply respond
        answer retort counter rejoin continue begin finish repeat reiterate restate echo recall
        recount relate narrate remind inform notify brief detail outline clarify
        elaborate specify summarize summarise cite quote refer allude reference point talk speak
        discuss read post tweet retweet blog email text cable message testify sum chime
        interject interrupt whisper murmur mutter mumble shout scream yell cry exclaim snap bark
        chant sigh drawl muse opine reflect reminisce confide address highlight stipulate
        according accord : - -- – — statement testimony speech word response reminder observation
        explanation
    """,
    Force.ASKED: "ask question wonder inquire enquire query quiz grill",
    Force.ANNOUNCED: """
        announce declare proclaim pronounce reveal disclose divulge unveil publish release
        announcement declaration pronouncement revelation disclosure
    """,
    Force.ARGUED: """
        argue contend insist maintain assert affirm reaffirm aver avow stress emphasize emphasise
        underline underscore reason conclude theorize posit postulate argument contention
        insistence assertion conclusion
    """,
    Force.CLAIMED: "claim allege purport profess boast brag crow allegation rumor rumour",
    Force.CONFIRMED: "confirm verify attest corroborate certify vouch confirmation assurance",
    Force.ADMITTED: """
        admit concede acknowledge confess own admission concession acknowledgment acknowledgement
        confession
    """,
    Force.DENIED: """
        deny refute rebut contradict dispute contest disavow repudiate gainsay denial
    """,
    Force.AGREED: "agree concur consent accept agreement",
    Force.REJECTED: """
        reject refuse decline dismiss rebuff oppose object disagree resist renounce disown veto
        refusal rejection dismissal opposition opposed objection
    """,
    Force.WARNED: "warn caution alert warning",
    Force.THREATENED: "threaten threat",
    Force.PROMISED: """
        promise vow pledge guarantee assure reassure swear undertake commit commitment
    """,
    Force.SUGGESTED: """
        suggest propose recommend advise counsel hint imply insinuate intimate indicate signal
        offer float volunteer encourage invite speculate suggestion proposal recommendation advice
        speculation indication
    """,
    Force.DEMANDED: """
        demand urge request order command instruct require appeal plead beg implore entreat
        beseech exhort petition lobby press pressure decree plea
    """,
    Force.PREDICTED: "predict forecast foretell prophesy foresee prediction prophecy",
    Force.PRAISED: """
        praise laud hail applaud commend extol salute tout cheer compliment congratulate thank
        welcome acclaim
    """,
    Force.SUPPORTED: """
        endorse support back champion defend advocate embrace favor favour promote approve
        endorsement supportive defense defence
    """,
    Force.CRITICISED: """
        criticize criticise condemn denounce decry deplore slam blast bash lambaste lambast rip
        rebuke censure chide castigate excoriate berate ridicule mock deride disparage insult
        scorn scold savage skewer lash attack assail rail inveigh fume complain lament bemoan
        protest blame fault challenge lampoon heckle vilify malign smear demonize reprimand
        criticism condemnation denunciation complaint critical
    """,
    Force.ACCUSED: "accuse charge accusation",
    Force.JOKED: "joke quip jest kid tease",
    Force.DESCRIBED: """
        call label brand term dub describe characterize characterise portray depict style name
        liken compare description
    """,
}  # fmt: skip
_FORCE = {lemma: force for force, lemmas in _LEMMAS.items() for lemma in lemmas.split()}
# With an infinitive of their own, or one of whom they name: "told them to sign".
_TO_DO = {
    **dict.fromkeys("ask tell say write call invite challenge".split(), Force.DEMANDED),
    "swear": Force.PROMISED, "agree": Force.PROMISED, "offer": Force.PROMISED,
}  # fmt: skip
# With a preposition or particle: "called for talks", "ruled out talks".
_WITH = {
    ("call", "for"): Force.DEMANDED, ("call", "on"): Force.DEMANDED,
    ("call", "upon"): Force.DEMANDED, ("ask", "for"): Force.DEMANDED,
    ("push", "for"): Force.DEMANDED, ("insist", "on"): Force.DEMANDED,
    ("argue", "for"): Force.SUPPORTED, ("stand", "by"): Force.SUPPORTED,
    ("stand", "for"): Force.SUPPORTED, ("stick", "up"): Force.SUPPORTED,
    ("speak", "against"): Force.CRITICISED, ("lash", "out"): Force.CRITICISED,
    ("hit", "out"): Force.CRITICISED, ("call", "out"): Force.CRITICISED,
    ("tell", "off"): Force.CRITICISED, ("shoot", "down"): Force.REJECTED,
    ("rule", "out"): Force.REJECTED, ("push", "back"): Force.REJECTED,
    ("wave", "away"): Force.REJECTED, ("brush", "off"): Force.REJECTED,
    ("brush", "aside"): Force.REJECTED, ("laugh", "off"): Force.REJECTED,
    ("put", "forward"): Force.SUGGESTED, ("bring", "up"): Force.SAID,
    ("lay", "out"): Force.SAID, ("spell", "out"): Force.SAID, ("sound", "alarm"): Force.WARNED,
}  # fmt: skip
# These say nothing by themselves: the noun tells, "voiced support for".
_BEARING = frozenset(
    """
    voice express make issue raise give offer repeat renew deliver have level heap pay launch
""".split()
)


def cue_force(page: Page, cue: tuple[Span, ...], lemma: str, basis: str = "cue") -> Force:
    """The force of a cue by its lemma and what its verb takes.

    Words that only go on (`basis` "continued") are said; those with no voice are unstated.
    """
    if basis != "cue":
        return Force.SAID if basis == "continued" else Force.UNSTATED
    word = _word(page, cue, lemma)
    if word is not None and word.pos_ in ("VERB", "AUX"):
        special = _by_what_it_takes(word, lemma)
        if special is not None:
            return special
    return _FORCE.get(lemma, Force.UNSTATED)


def _by_what_it_takes(verb: Token, lemma: str) -> Force | None:
    """The force that a verb has by its particle, preposition, infinitive or noun, if any."""
    for child in verb.children:
        found = (
            _WITH.get((lemma, child.lower_)) if child.dep_ in ("prt", "prep", "advmod") else None
        )
        if found is not None:
            return found
    if lemma in _BEARING:
        nouns = [c.lemma_ for c in verb.rights if c.dep_ == "dobj"]
        return next((_FORCE[noun] for noun in nouns if noun in _FORCE), None)
    to_do = any(_infinitive(c) for c in verb.rights)
    return _TO_DO.get(lemma) if to_do else None


def _infinitive(clause: Token) -> bool:
    """Whether a clause tells a deed that is willed: "to sign", "them to sign"."""
    to = any(c.tag_ == "TO" for c in clause.lefts)
    return to and clause.tag_ == "VB" and clause.dep_ in ("xcomp", "ccomp")


def _word(page: Page, cue: tuple[Span, ...], lemma: str) -> Token | None:
    found = [
        token
        for piece in cue
        for token in page.doc.char_span(piece.start, piece.end, alignment_mode="expand") or ()
        if token.lemma_ == lemma
    ]
    return found[-1] if found else None
