"""The closed lists by which an event is concrete: acts that anybody could see done or not.

What is not listed is vague. A word is added here only where two readers who look at the same
public record could not come to two answers.
"""

from collections.abc import Mapping


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The act alone says what is to be seen.
_ALONE = _set(
    "sign ratify accede resign abdicate mobilise mobilize arrest extradite indict"
    " convict sentence acquit impeach expel ban publish repeal veto enact dissolve nationalise"
    " nationalize evacuate surrender die elect re-elect reelect appoint nominate inaugurate"
    " assassinate deport legalise legalize outlaw abolish announce release adopt"
    " approve vote testify launch deploy detonate secede unveil reopen"
)
# The act needs whom or where by name: "visit Oslo", but "meet the challenge" and "join forces".
_WITH_NAME = _set(
    "visit meet join recognise recognize attack strike seize capture retake defeat beat occupy"
    " host tour replace succeed invade annex oust overthrow bomb"
)
_PAPER = _set(
    "treaty pact agreement accord convention protocol bill law act legislation budget amendment"
    " resolution constitution contract deal"
)
_POLL = _set(
    "election elections vote seat seats majority nomination primary referendum race presidency"
    " reelection re-election runoff caucus caucuses"
)
_GATHERING = _set(
    "summit hearing trial session conference ceremony exercise exercises drill drills debate"
    " talks meeting inauguration congress"
)
_CURB = _set("sanctions tariff tariffs embargo blockade curfew ban quarantine levy")
_ARMS = _set(
    "troops soldiers forces missile missiles rocket rockets tanks warship warships aircraft"
    " shells weapon weapons artillery drones"
)
_OFFICE = _set(
    "president prime chancellor minister member chairman speaker governor mayor king queen pope"
    " secretary-general secretary nominee candidate office post presidency senator ambassador"
)
_RATES = _set("rate rates tax taxes tariff tariffs")
_PLACE = _set("embassy consulate border base airport port pipeline bridge reactor plant camp")
# The act needs one of these words with it; `True`: or a name; a number counts as one of them.
_WITH_WORD: Mapping[str, tuple[frozenset[str], bool]] = {
    "withdraw": (_ARMS | _PAPER | _set("candidacy ambassador nomination from"), False),
    "leave": (_OFFICE | _PAPER | _set("alliance coalition"), True),
    "send": (_ARMS | _set("ambassador envoy"), False),
    "impose": (_CURB, False),
    "lift": (_CURB, False),
    "declare": (_set("war independence emergency bankruptcy neutrality ceasefire"), False),
    "hold": (_POLL | _GATHERING, False),
    "pass": (_PAPER, False),
    "reject": (_PAPER, False),
    "denounce": (_PAPER, False),
    "suspend": (_PAPER | _set("membership"), False),
    "renew": (_PAPER, False),
    "extend": (_PAPER | _CURB, False),
    "cancel": (_PAPER | _POLL | _GATHERING, False),
    "postpone": (_PAPER | _POLL | _GATHERING, False),
    "win": (_POLL | _set("war championship cup medal prize"), True),
    "lose": (_POLL | _set("war"), False),
    "concede": (_POLL, False),
    "run": (_OFFICE | _set("re-election reelection"), False),
    "become": (_OFFICE | _set("law"), False),
    "take": (_set("office effect oath place"), False),
    "enter": (_set("force"), False),
    "come": (_set("force effect"), False),
    "go": (_set("force effect"), False),
    "step": (_set("down"), False),
    "test": (_ARMS | _set("bomb device warhead"), False),
    "fire": (_ARMS, False),
    "open": (_PLACE | _GATHERING, False),
    "close": (_PLACE, False),
    "build": (_PLACE, False),
    "raise": (_RATES, False),
    "cut": (_RATES, False),
    "sever": (_set("ties relations"), False),
    "begin": (_GATHERING | _POLL | _set("voting"), False),
    "start": (_GATHERING | _POLL | _set("voting"), False),
    "end": (_GATHERING, False),
    "default": (_set("debt debts loan loans bonds"), False),
}
# These tell how much: they need a number.
_WITH_NUMBER = _set(
    "rise fall grow shrink increase decrease drop decline climb reach exceed hit cost top gain"
    " contract expand total"
)
_IRREGULAR = {
    "overthrown": "overthrow", "met": "meet", "struck": "strike", "beaten": "beat",
    "withdrawn": "withdraw", "left": "leave", "sent": "send", "held": "hold", "won": "win",
    "lost": "lose", "run": "run", "taken": "take", "gone": "go", "built": "build",
    "begun": "begin", "risen": "rise", "fallen": "fall", "grown": "grow", "shrunk": "shrink",
    "banned": "ban", "dropped": "drop", "stepped": "step", "hit": "hit", "cut": "cut",
}  # fmt: skip


def _forms() -> dict[str, str]:
    """Each form in which an act may stand behind "will", "be" or "have", to its verb."""
    found = dict(_IRREGULAR)
    for verb in (*_ALONE, *_WITH_NAME, *_WITH_WORD, *_WITH_NUMBER):
        past = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
        past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeou" else past
        found |= {verb: verb, past: verb}
    return found


FORMS = _forms()


def can_be_seen(form: str, words: frozenset[str], *, named: bool, numbered: bool) -> bool:
    """Whether the act, in the form in which it stands, with the words about it could be seen done.

    `named`: a name stands behind it; `numbered`: a number that is no date stands with it.
    """
    verb = FORMS.get(form, "")
    if verb in _WITH_NAME:
        return named
    if verb in _WITH_WORD:
        needed, name_will_do = _WITH_WORD[verb]
        return bool(needed & words) or (name_will_do and named)
    return verb in _ALONE or (verb in _WITH_NUMBER and numbered)
