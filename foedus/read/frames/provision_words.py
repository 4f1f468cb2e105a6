"""The verbs by which an instrument lays something down, by what they take, as sets of lemmas."""

OF_OBJECT = frozenset({
    "allow", "permit", "ban", "prohibit", "forbid", "require", "guarantee", "establish", "limit",
    "cap", "mandate", "include", "contain", "restrict", "set", "envisage", "envision", "stipulate",
    "grant", "abolish", "authorise", "authorize", "preclude", "bar", "specify", "exclude", "oblige",
    "obligate", "bind", "commit", "promise", "foresee", "regulate", "safeguard", "impose", "give",
    "let", "entitle", "confine",
})  # fmt: skip
OF_CLAUSE = frozenset({"stipulate", "state", "specify", "require", "say", "provide", "declare"})
BINDING = frozenset({"oblige", "obligate", "bind", "commit", "require", "allow", "permit", "forbid",
                     "bar", "prohibit", "authorise", "authorize", "preclude",
                     "impose", "let", "entitle", "limit", "restrict", "confine"})  # fmt: skip
WITH = {"provide": {"for"}, "call": {"for"}, "commit": {"to"}, "bind": {"to"}, "oblige": {"to"},
         "amount": {"to"}, "limit": {"to"}, "restrict": {"to"}, "confine": {"to"},
         "entitle": {"to"}}  # fmt: skip
LETTING = frozenset({"allow", "permit", "give", "require", "commit", "oblige", "bind"})
OUTCOMES = frozenset({"become", "gain", "emerge", "win", "turn", "grow", "benefit", "profit",
                       "prosper", "rise", "dominate", "thrive", "catch", "overtake",
                       "claim", "boast", "escape"})  # fmt: skip
ENTITLEMENTS = frozenset({
    "right", "use", "access", "permission", "control", "share", "third", "half", "veto", "quarter",
    "priority", "freedom", "licence", "license", "stake", "power", "immunity", "sovereignty",
    "passage", "say", "majority",
})  # fmt: skip
RESTRICTING = frozenset({"ban", "prohibit", "forbid", "bar", "preclude", "limit", "cap",
                          "restrict", "confine", "exclude", "abolish"})  # fmt: skip
NOT_TERMS = frozenset({"word", "phrase", "step", "fact", "name", "reference"})
