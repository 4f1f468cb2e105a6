"""A proper name in, whether it is that of a treaty without the word out: "New START", "the NPT"."""

from spacy.tokens import Token

from foedus.read.frames.scene import Scene

_KNOWN = frozenset({
    "START", "SALT", "NPT", "CTBT", "INF", "ABM", "CFE", "JCPOA", "TPNW", "NAFTA", "USMCA", "CPTPP",
    "UNCLOS", "SORT",
})  # fmt: skip
"""Treaties whose initials stand for them in reports."""

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "attr", "appos"})


def is_treaty_name(scene: Scene, token: Token) -> bool:
    """Is the token the last word of a treaty's bare name, in a line not wholly in capitals?"""
    if token.text not in _KNOWN or token.dep_ not in _ARGUMENTS:
        return False
    capitals = all(t.is_upper for t in token.sent if t.is_alpha)
    return not capitals and scene.mention(token) is None
