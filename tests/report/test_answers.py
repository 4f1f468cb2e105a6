"""What the screen of `foedus ask` tells, and in which order."""

from datetime import date

import pytest

from foedus.api import ask
from foedus.law import library
from foedus.law.terms import FACTS, UNTOLD, term_of
from foedus.model.scenario import Verdict
from foedus.model.term import Holder
from foedus.model.treaty import PartialDate
from foedus.model.treaty_words import Duty, RecordStatus
from foedus.report.answers import assumptions, deciding, screen_lines
from foedus.report.answers.deciding import holder_words
from foedus.report.answers.naming import article_name, bearers, the_state, told, treaty_name
from foedus.report.answers.phrases import ASSUMED, DUTIES, OPEN, fact_words
from foedus.report.answers.screen import SCREEN, WIDTH, why_not
from tests.report.putting import case, clause, screen, treaty

PACT = treaty("NOR", "POL")
WAR = treaty("NOR", "POL", clauses=(clause(terms='["state_of_war"]'),))
CRISES = [
    ("UKR", "RUS", "Kursk", "2024-12-05"),
    ("UKR", "RUS", "Kursk", "2024-11-20"),
    ("RUS", "POL", "", "2026-02-01"),
    ("CHN", "TWN", "", "2026-02-01"),
    ("CHN", "JPN", "Senkaku", "2026-02-01"),
    ("ARG", "GBR", "Falklands", "1982-04-02"),
    ("DEU", "BEL", "", "1914-08-04"),
    ("PRK", "KOR", "", "2026-02-01"),
    ("AZE", "ARM", "Jermuk", "2022-09-13"),
    ("FRA", "ESP", "", "1700-01-01"),
]


# The whole of it ------------------------------------------------------------------------------


def test_the_parts_stand_in_the_order_in_which_they_are_asked() -> None:
    near = treaty("FIN", "POL", id="fin-pol-1999", signed="1999-01-01", in_force="2001-01-01")
    text = screen(case(PACT, near))
    parts = (
        "Sweden attacks Poland", "Asked of 1 January 2000", "Assumed", "BOUND to help Poland",
        "OWED: Norway", "“stand as one”", "NOT OWED", "newest fact", "not what will be done",
    )  # fmt: skip
    places = [text.find(part) for part in parts]
    assert places == sorted(places)
    assert -1 not in places


@pytest.mark.parametrize(("by", "on", "at", "day"), CRISES)
def test_a_crisis_makes_one_screen(by: str, on: str, at: str, day: str) -> None:
    lines = ask(attack=(by, on), at=at, on=day).screen().splitlines()
    assert len(lines) <= SCREEN
    assert max(map(len, lines)) <= WIDTH


def test_a_narrow_terminal_gets_narrow_lines() -> None:
    assert max(map(len, screen_lines(case(PACT), 60))) <= 60


def test_everything_is_told_where_it_is_asked_for() -> None:
    put = case(PACT, treaty("NOR", "POL", id="nor-pol-1991", clauses=(clause("consultation"),)))
    assert "must confer with" in screen(put, everything=True)
    assert "must confer with" not in screen(put)


# The question and what is assumed -------------------------------------------------------------


def test_an_assumption_says_what_it_would_change() -> None:
    provoked = clause() + 'conditions = [{ kind = "unprovoked" }]\n'
    put = case(treaty("NOR", "POL", clauses=(provoked,)))
    assert "Poland did not provoke it (--contest unprovoked). Else not owed: Norway." in screen(put)


def test_that_nobody_has_asked_is_the_first_of_what_is_assumed() -> None:
    asked = clause() + 'conditions = [{ kind = "request" }, { kind = "unprovoked" }]\n'
    provoked = clause() + 'conditions = [{ kind = "unprovoked" }]\n'
    others = [
        treaty(one, "POL", id=f"{one.lower()}-pol-1991", clauses=(provoked,))
        for one in ("FIN", "ISL", "EST")
    ]
    text = screen(case(treaty("NOR", "POL", clauses=(asked,)), *others))
    request = "nobody has asked for help (--contest requested). Else owed: Norway."
    assert 0 < text.find(request) < text.find("did not provoke")


def test_what_the_question_settles_is_not_assumed() -> None:
    provoked = clause() + 'conditions = [{ kind = "unprovoked" }]\n'
    put = case(treaty("NOR", "POL", clauses=(provoked,)), assume={"unprovoked": True})
    assert "unprovoked" not in {one.fact for one in assumptions(put)}


def test_what_the_record_of_a_place_settles_is_not_assumed() -> None:
    """The landing is at Warsaw: that it is Polish land needs no assumption."""
    held = treaty("NOR", "POL", clauses=(clause(terms='["territory"]'),))
    assert "on-territory" in {one.fact for one in assumptions(case(held))}
    assert "on-territory" not in {one.fact for one in assumptions(case(held, place="Warsaw"))}


def test_the_words_of_what_is_assumed_go_by_what_the_law_holds_untold() -> None:
    known = {name: default for name, (default, _, _) in ASSUMED.items() if name in UNTOLD}
    assert known == {name: UNTOLD[name] for name in known}
    assert {name for name in FACTS if name not in {*ASSUMED, *OPEN}} == set()


# The verdict ----------------------------------------------------------------------------------


def test_to_confer_is_told_apart_from_to_help() -> None:
    talk = treaty("FIN", "POL", clauses=(clause("consultation"),))
    text = screen(case(PACT, talk))
    assert "BOUND to help Poland: Norway." in text
    assert "ONLY TO CONFER, which is not to fight: Finland." in text


def test_who_is_bound_by_one_treaty_is_not_told_as_in_dispute_by_another() -> None:
    other = treaty("NOR", "POL", id="nor-pol-1995", clauses=(clause(terms='["state_of_war"]'),))
    text = screen(case(PACT, other))
    assert "BOUND to help Poland: Norway." in text
    assert "IN DISPUTE" not in text


def test_all_parties_of_a_large_treaty_are_told_by_its_name() -> None:
    large = treaty("POL", "NOR", "FIN", "DNK", "ISL", "EST", "LVA", "LTU")
    assert "the other 7 parties to the Pact of the Two Fjords (1990)" in screen(case(large))


def test_of_several_who_are_hit_each_has_its_own_allies() -> None:
    put = case(PACT, treaty("FIN", "DNK"), events=[
        {"kind": "attack", "by": ["SWE"], "on": ["POL"]},
        {"kind": "attack", "by": ["SWE"], "on": ["DNK"]},
    ])  # fmt: skip
    assert "BOUND to help Poland: Norway. BOUND to help Denmark: Finland." in screen(put)


def test_that_nobody_is_bound_is_said() -> None:
    assert "NOBODY in the library is bound" in screen(case(treaty("FIN", "DNK")))


def test_an_ally_of_the_attacker_follows_in_a_round_of_its_own() -> None:
    other = treaty("SWE", "DNK")
    assert "IF THEY FIGHT, help is owed: Denmark to Sweden." in screen(case(PACT, other))


def test_who_must_fight_beside_the_attacker_is_told() -> None:
    beside = clause("offence", bearer="named", owed_to="named", trigger="war", terms="[]").replace(
        'trigger = { kind = "war" }',
        'bearers = ["DNK"]\nbeneficiaries = ["SWE"]\n'
        'trigger = { kind = "attack", on = "anyone", by = "named", by_named = ["SWE"] }',
    )
    assert "BOUND to fight beside Sweden: Denmark." in screen(
        case(treaty("DNK", "SWE", clauses=(beside,)))
    )


def test_an_attack_against_the_attackers_own_promise_is_told() -> None:
    peace = clause(
        "nonaggression", modality="prohibition", bearer="party", owed_to="other-parties",
        trigger="any-time",
    )  # fmt: skip
    text = screen(case(treaty("SWE", "POL", clauses=(peace,))))
    assert "AGAINST ITS OWN WORD: Sweden (Pact of the Two Fjords (1990))." in text


def test_to_take_measures_is_told_apart_from_to_help() -> None:
    text = screen(case(treaty("NOR", "POL", clauses=(clause("measures"),))))
    assert "BOUND to take measures for Poland, which need not be force: Norway." in text
    assert "BOUND to help" not in text


def test_who_must_take_measures_and_perhaps_fight_is_told_both() -> None:
    both = (clause("measures"), clause(terms='["state_of_war"]', article="2"))
    text = screen(case(treaty("NOR", "POL", clauses=both)))
    assert "IN DISPUTE, whether bound to help Poland: Norway." in text
    assert "BOUND to take measures for Poland, which need not be force: Norway." in text


def test_a_permission_is_not_told_as_owed() -> None:
    free = treaty("NOR", "POL", clauses=(clause(modality="permission"),))
    text = screen(case(free))
    assert "MAY, but need not, help: Norway." in text
    assert "OWED" not in screen(case(free), everything=True)


def test_of_two_states_a_later_round_tells_only_the_strongest() -> None:
    weaker = treaty("SWE", "DNK", id="swe-dnk-1995", clauses=(clause(terms='["state_of_war"]'),))
    text = screen(case(PACT, treaty("SWE", "DNK"), weaker))
    follows = text.partition("IF THEY FIGHT")[2]
    assert follows.startswith(", help is owed: Denmark to Sweden. ")
    assert follows.count("Denmark to Sweden") == 1


# What decides ---------------------------------------------------------------------------------


def test_each_reading_says_whether_it_is_owed_under_it() -> None:
    put = case(WAR)
    under = {e.reading: e.verdict for e in deciding(put, put.answers[0])}
    assert under == {
        "in-fact": Verdict.OWED,
        "declared": Verdict.NOT_OWED,
        "as-the-attacked-says": Verdict.NOT_OWED,
    }


def test_what_decides_is_told_in_the_words_of_the_reading() -> None:
    term = term_of("state_of_war")
    assert term is not None
    text = screen(case(WAR))
    for reading in term.readings:
        assert reading.summary.removesuffix(".")[1:] in text


def test_a_contested_fact_is_told_both_ways() -> None:
    assert fact_words("others-act") != fact_words("others-act", holds=False)


def holder(**more: object) -> Holder:
    given = {"who": "Ada Vole", "status": RecordStatus.VERIFIED, "seen": "published"}
    return Holder(**{**given, **more})  # type: ignore[arg-type]  # fields of the value


def test_who_reads_it_so_is_told_with_the_day_and_the_text_that_was_seen() -> None:
    words = holder_words(case(WAR), holder(since=PartialDate("1999-05-06")), WAR.id)
    assert words == "Ada Vole (6 May 1999, on the published text)"


def test_who_spoke_after_the_day_asked_about_is_told_as_later() -> None:
    words = holder_words(case(WAR), holder(since=PartialDate("2001-05-06")), WAR.id)
    assert words == "Ada Vole (6 May 2001, later, on the published text)"


def test_who_spoke_later_of_another_treaty_is_told_only_with_all() -> None:
    assert "Read so by" not in screen(case(WAR))
    assert "2024, later, of the" in screen(case(WAR), everything=True)


def test_a_reading_of_another_treaty_is_told_with_the_name_of_that_treaty() -> None:
    words = holder_words(case(WAR), holder(treaty="nato-1949"), WAR.id)
    assert words == "Ada Vole (of the North Atlantic Treaty (1949))"


# What is not owed, not known, not to be reconciled --------------------------------------------


def test_what_is_signed_and_not_in_force_is_the_first_near_miss() -> None:
    signed = treaty("FIN", "POL", id="fin-pol-1999", signed="1999-01-01", in_force="2001-01-01")
    asked = treaty(
        "DNK", "POL", id="dnk-pol-1990",
        clauses=(clause() + 'conditions = [{ kind = "request" }]\n',),
    )  # fmt: skip
    text = screen(case(asked, signed)).partition("NOT OWED")[2]
    assert 0 < text.find("not in force until 1 January 2001") < text.find("nobody has asked")


def test_an_ally_of_the_attacker_owes_nothing_while_nobody_attacks_it() -> None:
    text = screen(case(treaty("SWE", "DNK")), everything=True).partition("NOT OWED")[2]
    assert "Denmark, defence" in text
    assert "Sweden acts and is not attacked" in text


def test_the_kind_of_event_that_is_not_enough_is_told_in_words() -> None:
    assert why_not("attack: declaration is no attack") == (
        "it is a declaration of war, which is not an attack"
    )


def test_a_class_of_attackers_is_told_of_the_attacker() -> None:
    assert fact_words("communist") == "the attacker is communist"


def test_a_treaty_that_nobody_had_signed_is_no_near_miss() -> None:
    later = treaty("FIN", "POL", id="fin-pol-2005", signed="2005-01-01", in_force="2006-01-01")
    assert "NOT OWED" not in screen(case(PACT, later))


def test_duties_that_cannot_both_be_kept_are_told() -> None:
    peace = clause(
        "nonaggression", modality="prohibition", bearer="party", owed_to="other-parties",
        trigger="any-time",
    )  # fmt: skip
    text = screen(case(PACT, treaty("NOR", "SWE", clauses=(peace,)), depth=1))
    assert "Cannot be kept together with: its duty of no use of force" in text


def test_what_the_records_do_not_say_is_not_known_and_said() -> None:
    text = screen(case(PACT, place="Nowhere in particular"))
    assert "NOT KNOWN, whether bound to help Poland: Norway." in text
    assert "is in no record of places" in text


# Names ----------------------------------------------------------------------------------------


def test_an_empire_and_a_republic_go_with_their_article() -> None:
    assert the_state("OTT") == "the Ottoman Empire"
    assert the_state("COD") == "the Democratic Republic of the Congo"


def test_parties_beside_one_who_is_hit_are_the_other_parties() -> None:
    large = treaty("POL", "NOR", "FIN", "DNK", "ISL", "EST", "LVA", signed="1990-01-01")
    others = ("NOR", "FIN", "DNK", "ISL", "EST", "LVA")
    assert bearers(others, large, date(2000, 1, 1), ("POL",)) == "the other 6 parties"
    assert bearers((*others, "POL"), large, date(2000, 1, 1)) == "all 7 parties"


def test_a_finding_that_is_missing_is_told_with_what_would_turn_it() -> None:
    assert "--assume organ-found" in why_not("organ decision: no finding")


def test_every_duty_has_its_words() -> None:
    assert {*DUTIES} == {*Duty}


def test_ids_days_and_facts_become_words() -> None:
    line = "requested: PRK asked on 2024-12-05"
    assert told(line) == "North Korea asked on 5 December 2024"


def test_a_treaty_goes_by_its_short_name_and_year() -> None:
    long = "Treaty of Friendship, Good Neighbourliness and Cooperation between Norway and Poland"
    assert treaty_name(treaty("NOR", "POL", title=long)) == "Treaty of Norway and Poland (1990)"
    assert treaty_name(treaty("NOR", "POL", title=f"{long} (Skerry Pact)")) == "Skerry Pact (1990)"


def test_no_name_of_the_library_is_longer_than_a_line_and_a_half() -> None:
    assert [one.id for one in library().treaties if len(treaty_name(one)) > 110] == []


@pytest.mark.parametrize(
    ("number", "name"),
    [("4", "Article 4"), ("IV", "Article IV"), ("defence", "the clause on defence")],
)
def test_a_part_without_a_number_is_no_article(number: str, name: str) -> None:
    assert article_name(number) == name


def test_a_day_before_the_library_begins_is_said() -> None:
    put = case(PACT, on="FIN").scenario
    assert put.on == date(2000, 1, 1)
    early = case(treaty("NOR", "POL", signed="2010-01-01", in_force="2010-02-01"))
    assert "the oldest is of 1 January 2010" in screen(early)
