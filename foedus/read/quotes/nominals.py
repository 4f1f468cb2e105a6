"""Nouns and adjectives that show who says or thinks what, by what they take. Lemmas.

"His claim that ...", "criticism of ...", "confident that ...", "wary of ...".
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# nouns with a clause or an infinitive: "his claim that", "a refusal to"
NOUN = _words("""
    claim statement announcement declaration assertion allegation accusation argument belief
    view opinion hope fear concern worry suspicion doubt suggestion proposal promise pledge vow
    threat warning demand request call plea appeal insistence contention conviction confidence
    expectation prediction forecast admission acknowledgment acknowledgement concession
    confession confirmation denial complaint charge notion feeling impression assumption
    assurance guarantee determination desire wish intention refusal willingness unwillingness
    reluctance eagerness readiness pronouncement remark comment recognition realization rumor
    rumour speculation testimony recommendation commitment agreement offer advice response reply
    conclusion finding theory thought hint indication revelation disclosure reminder observation
    assessment estimate vision dream
""")

# nouns of what is said or felt by nobody in particular: "speculation that"
NOBODYS = _words("""
    speculation rumor rumour fear concern worry suspicion hope expectation belief allegation
    accusation claim notion perception criticism doubt suggestion report revelation indication
""")

# nouns of stance with a preposition: "criticism of", "support for"
NOUN_OF = {
    noun: _words(prepositions)
    for noun, prepositions in {
        "criticism": "of", "condemnation": "of", "denunciation": "of", "praise": "for of",
        "endorsement": "of", "rejection": "of",
        "call": "for", "demand": "for", "plea": "for", "appeal": "for", "disapproval": "of",
        "approval": "of", "disdain": "for", "contempt": "for", "admiration": "for of",
        "attack": "on", "fear": "of", "concern": "about over", "worry": "about over",
        "skepticism": "about of", "scepticism": "about of", "doubt": "about", "view": "on of",
        "opinion": "on of about", "comment": "about on",
        "remark": "about on", "accusation": "of", "allegation": "of", "promise": "of",
        "threat": "of", "warning": "of about", "desire": "for",
        "announcement": "of", "description": "of", "mention": "of", "denial": "of",
        "defense": "of", "defence": "of", "dismissal": "of", "complaint": "about",
    }.items()
}  # fmt: skip

# predicate adjectives with a clause: "confident that"
ADJECTIVE = _words("""
    confident certain sure convinced hopeful optimistic pessimistic doubtful sceptical skeptical
    afraid fearful scared worried concerned anxious alarmed nervous wary glad happy pleased
    delighted thrilled proud grateful thankful sad sorry disappointed dismayed upset angry
    furious outraged surprised shocked stunned amazed astonished puzzled aware unaware mindful
    adamant insistent clear positive unwilling eager reluctant keen determined
    loath hesitant unsure uncertain satisfied dissatisfied frustrated persuaded
    sympathetic resigned inclined committed
""")

# predicate adjectives with a preposition: "critical of"
ADJECTIVE_OF = {
    adjective: _words(prepositions)
    for adjective, prepositions in {
        "critical": "of", "supportive": "of", "dismissive": "of", "wary": "of", "afraid": "of",
        "fearful": "of", "scared": "of", "proud": "of", "fond": "of", "sceptical": "of about",
        "skeptical": "of about", "concerned": "about with over", "worried": "about over",
        "optimistic": "about", "pessimistic": "about", "enthusiastic": "about", "angry": "about at",
        "happy": "about with", "unhappy": "about with", "disappointed": "in with by",
        "furious": "about at", "certain": "of about", "sure": "of about",
        "confident": "of in about",
        "aware": "of", "opposed": "to", "committed": "to", "open": "to", "hostile": "to",
        "sympathetic": "to", "tired": "of", "frustrated": "with by", "satisfied": "with",
        "dissatisfied": "with", "nervous": "about", "anxious": "about", "excited": "about",
        "contemptuous": "of", "suspicious": "of", "hopeful": "about", "outspoken": "about",
        "interested": "in", "ambivalent": "about", "passionate": "about", "adamant": "about",
        "grateful": "for", "thankful": "for", "ashamed": "of", "jealous": "of", "envious": "of",
        "comfortable": "with", "uncomfortable": "with", "uneasy": "about",
    }.items()
}  # fmt: skip
