"""A token of the parse in, what stands with it out: its objects, complements and coordinates.

Only the dependency parse is used, no word of any frame. Relative pronouns stand for their
antecedents. Who does it, through control and coordination, see `subjects`.
"""

import re
from collections.abc import Collection, Iterator

from spacy.symbols import VERB  # type: ignore[import-not-found]
from spacy.tokens import Token

DEPTH = 6  # steps up a chain of controlling verbs before giving up
SUBJECTS = ("nsubj", "csubj")
_PREPOSITIONS = ("prep", "dative", "agent")
_SHORT = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")
_BE = frozenset({"be", "remain", "seem", "appear", "become"})


def word(token: Token) -> str:
    """The lemma in small letters; "co-operation" as "cooperation", and of "waged" "wage".

    A short verb doubles its last letter before "-ed" and "-ing" ("wagged"): where it is single, an
    "e" was lost, which the parser's lemma does not always bring back.
    """
    form = token.lower if token.pos == VERB else 0
    key = (token.lemma, form)
    found = _words.get(key)
    if found is None:
        if len(_words) >= _MOST:
            _words.clear()
        found = _words[key] = _spelled(token.lemma_.lower(), token.lower_ if form else "")
    return found


_MOST = 65_536
_words: dict[tuple[int, int], str] = {}  # what `word` has said before, by the parser's numbers


def _spelled(lemma: str, form: str) -> str:
    if form in (lemma + "ed", lemma + "ing") and _SHORT.fullmatch(lemma):
        return lemma + "e"
    return "co" + lemma[3:] if lemma.startswith("co-") else lemma


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated to its right, in order."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            found.extend(conjuncts(child))
    return found


def spread(tokens: Iterator[Token] | list[Token]) -> list[Token]:
    """The tokens, each with what is coordinated to it."""
    return [each for token in tokens for each in conjuncts(token)]


def children(token: Token, *deps: str) -> list[Token]:
    """The children with one of the dependency labels."""
    return [child for child in token.children if child.dep_ in deps]


def is_verb(token: Token) -> bool:
    """Is the token a verb, auxiliaries included?"""
    return token.pos_ in ("VERB", "AUX")


def passive(verb: Token) -> bool:
    """Is the verb in the passive (also as a bare participle, "signed by both")?"""
    if any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children):
        return True
    if verb.tag_ not in ("VBN", "VBD") or children(verb, "aux", *SUBJECTS):
        return False
    if verb.tag_ == "VBD":  # "was signed but never ratified": taken for what was done
        if _fronted(verb):
            return True
        never = children(verb, "neg") and not children(verb, "dobj")
        return bool(never) and verb.dep_ == "conj" and is_verb(verb.head) and passive(verb.head)
    if verb.dep_ in ("acl", "relcl") or _fronted(verb):
        return True
    return verb.dep_ == "conj" and is_verb(verb.head) and passive(verb.head)


def _fronted(verb: Token) -> bool:
    """ "Signed in May, the pact is dead", "Never ratified, it lapsed": a participle in front."""
    opens = verb.dep_ == "advcl" and verb.i < verb.head.i and verb.left_edge.i == verb.sent.start
    bare = not any(c.dep_ in ("mark", "dobj", "dative", "prt") for c in verb.children)
    return opens and bare and (verb.i == verb.sent.start or bool(children(verb, "neg")))


def antecedent(token: Token) -> Token:
    """A relative pronoun's noun; any other token itself."""
    if token.tag_ not in ("WDT", "WP") or token.dep_ == "attr":
        return token
    clause = token.head
    for _ in range(DEPTH):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.dep_ not in ("conj", "xcomp", "ccomp", "prep"):
            break
        clause = clause.head
    return token


def objects(verb: Token) -> list[Token]:
    """The direct objects as written, also behind a split particle; a gap's antecedent counts."""
    own = children(verb, "dobj")
    if not own and verb.dep_ == "relcl" and children(verb, *SUBJECTS):
        named = any(c.tag_ in ("WDT", "WP", "WRB") for c in verb.subtree if c.i < verb.i)
        return [] if named else [verb.head]
    return spread([antecedent(o) for o in own])


def objects_of(prep: Token) -> list[Token]:
    """The objects of a preposition and of those below it ("out of reach of Peru")."""
    found = spread([antecedent(o) for o in children(prep, "pobj", "pcomp")])
    for inner in children(prep, "prep"):
        if (prep.lower_, inner.lower_) != ("from", "to"):  # "from Peru to Chile": two ends
            found.extend(objects_of(inner))
    return found


def prepositional(governor: Token, words: Collection[str]) -> list[Token]:
    """The objects of the governor's prepositions among `words`, coordinated ones too."""
    found: list[Token] = []
    for prep in children(governor, *_PREPOSITIONS):
        if prep.lower_ in words:
            found.extend(objects_of(prep))
        elif prep.lower_ == "from" and "to" in words:
            found.extend(
                o for to in children(prep, "prep") if to.lower_ == "to" for o in objects_of(to)
            )
        if prep.lower_ in words:
            for second in children(prep, "conj"):
                if second.pos_ == "ADP" and second.lower_ in words:
                    found.extend(objects_of(second))
    return found


def copular(token: Token) -> Token | None:
    """The verb "be" of which the adjective or noun is the complement."""
    head = token.head
    if token.dep_ in ("acomp", "attr", "oprd", "conj") and is_verb(head) and word(head) in _BE:
        return head
    return None


def negated(verb: Token) -> bool:
    """Does a "not", "never" or a "no" subject or object stand with the verb itself?"""
    if children(verb, "neg"):
        return True
    sides = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))
    words = (c for side in sides for c in children(side, "det", "preconj"))
    return any(c.lower_ in ("no", "neither", "nor") for c in words)


def ancestors(token: Token) -> Iterator[Token]:
    """The governors of the token within its sentence, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token
