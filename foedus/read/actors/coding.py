"""An actor string in, the country and the PLOVER sector that it belongs to out."""

from foedus.read.actors.lexicon import sector_words
from foedus.read.gazetteer import normal


def sector_of(text: str) -> str:
    """The sector that the words of an actor put it in, "" when they say nothing."""
    words = normal(text).replace("'s", "").split()
    lexicon = sector_words()
    for size in (4, 3, 2, 1):
        for start in range(len(words) - size, -1, -1):
            phrase = " ".join(words[start : start + size])
            for form in (phrase, singular(phrase)):
                if form in lexicon.bodies:
                    return lexicon.bodies[form]
                if form in lexicon.persons:
                    return lexicon.persons[form]
    return ""


def singular(phrase: str) -> str:
    """The phrase with its last word in the singular."""
    if phrase.endswith("men"):
        return phrase[:-3] + "man"
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    if phrase.endswith(("sses", "ches", "shes", "xes")):
        return phrase[:-2]
    if phrase.endswith("s") and not phrase.endswith("ss"):
        return phrase[:-1]
    return phrase
