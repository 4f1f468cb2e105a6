"""A word in, the state whose name it misspells by one letter out, if there is just one."""

from functools import cache

from foedus.model.actor import ActorKind
from foedus.read.gazetteer import Form, Gazetteer, normal

_SHORTEST = 8  # letters: shorter names are too near to other words ("Chad", "Chadd")


def misspelt_state(word: str, gazetteer: Gazetteer) -> str:
    """The id of the one living state that is called so but for one letter; "" where none is."""
    word = word.removesuffix("'s")
    if len(word) < _SHORTEST or not word[0].isupper() or not word.isalpha():
        return ""
    return _misspellings(gazetteer).get(normal(word), "")


@cache
def _misspellings(gazetteer: Gazetteer) -> dict[str, str]:
    """Every long name of one word with a letter left out or doubled, or two changed about."""
    found: dict[str, set[str]] = {}
    for record in gazetteer.records.values():
        if record.kind is not ActorKind.STATE or record.until:
            continue
        for name in record.names:
            key = normal(name.text)
            if name.form in (Form.NAME, Form.DEMONYM) and len(key) > _SHORTEST and key.isalpha():
                for wrong in _wrongly(key):
                    found.setdefault(wrong, set()).add(record.id)
    right = {name for name, _ in gazetteer.names()}
    return {
        wrong: next(iter(states))
        for wrong, states in found.items()
        if len(states) == 1 and wrong not in right
    }


def _wrongly(name: str) -> set[str]:
    letters = range(len(name))
    left_out = {name[:i] + name[i + 1 :] for i in letters}
    doubled = {name[:i] + name[i] + name[i:] for i in letters}
    changed = {name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in letters[:-1]}
    return (left_out | doubled | changed) - {name}
