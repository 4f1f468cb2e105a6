"""If it came to it: what the reports raise, put to the library's treaty; invented reporters."""

import re
from dataclasses import replace
from datetime import date

import pytest

from foedus.api.asking import answer_row
from foedus.law import library
from foedus.model.scenario import Answer, Verdict
from foedus.reason import reason, scenario_of
from foedus.report.html import to_html
from foedus.report.items import LIBRARY
from foedus.report.markdown import to_markdown
from foedus.report.sections.casus.outcomes import outcomes
from tests.report.raising import (
    ATLANTIC,
    CONVENTION,
    LAWYER,
    MANILA,
    RAISED,
    SIGNED,
    TITLE,
    brief_of,
    note,
    scenarios,
    section,
)

# What is raised


def test_reports_that_raise_no_what_if_have_no_section() -> None:
    calm = SIGNED.partition(" The treaty provides")[0] + "\n\nNorth Korea could send troops soon.\n"
    assert section(calm) == ()


def test_a_prediction_on_a_condition_is_raised_with_its_claim() -> None:
    first = section(RAISED)[0]
    assert first.text.startswith("Raised: attacks by Ukraine on Russia, on either party")
    assert brief_of(RAISED).passages[first.claims[0]].words


def test_what_a_provision_hangs_on_is_put_for_each_party() -> None:
    put = [tuple(row["scenario"]["events"][0]["on"]) for row in scenarios(section(SIGNED))]
    assert put == [("RUS",), ("PRK",)]


def test_a_war_without_an_attacker_is_said_to_be_left() -> None:
    text = RAISED + "\nIf war broke out in Korea, Russia could send fuel to North Korea.\n"
    (left,) = [item for item in section(text) if "not_put" in item.fields]
    assert left.behind
    assert "does not say which state attacks which" in left.text


@pytest.mark.parametrize("who", ["NATO", "the South"])
def test_what_a_bloc_or_a_doubtful_name_does_is_put_to_nobody(who: str) -> None:
    text = SIGNED + f"\nNorth Korea could send troops to Russia if {who} attacks Russia.\n"
    assert [i.fields["not_put"] for i in section(text) if "not_put" in i.fields]
    assert {row["scenario"]["events"][0]["by"][0] for row in scenarios(section(text))} == {"XXX"}


def test_a_state_is_known_by_its_first_name_though_that_means_other_things() -> None:
    text = SIGNED + "\nNorth Korea could send troops to Russia if Turkey attacks Russia.\n"
    assert scenarios(section(text))[0]["scenario"]["events"][0]["by"] == ["TUR"]


def test_one_case_in_two_orders_is_raised_once() -> None:
    text = (
        SIGNED + "\nNorth Korea could send troops to Russia if Ukraine or Japan attacks Russia.\n"
    )
    other = text.replace("Ukraine or Japan", "Japan or Ukraine")
    rows = section(text, other)[0].fields["raised"]
    assert [row["raised_by"] for row in rows] == ["both reports", "both reports"]


def test_the_party_that_would_be_helped_is_the_one_that_would_be_hit() -> None:
    text = SIGNED + "\nRussia could give North Korea shells in the case of aggression by Japan.\n"
    event = scenarios(section(text))[0]["scenario"]["events"][0]
    assert (event["by"], event["on"]) == (["JPN"], ["PRK"])


def test_what_is_not_about_the_parties_is_not_raised() -> None:
    text = SIGNED.partition(" The treaty provides")[0]
    assert section(text + "\n\nPrices could rise next year if Israel attacks Iran.\n") == ()


def test_an_attack_that_is_told_is_put_behind_what_is_raised() -> None:
    text = RAISED + "\nRussia attacked Ukraine with rockets.\n"
    *_, last = scenarios(section(text))
    assert last["scenario"]["events"][0]["by"] == ["RUS"]
    assert {answer["verdict"] for answer in last["once_in_force"]["answers"]} == {"not_owed"}


# On the day of the reports


def test_a_treaty_signed_but_not_in_force_owes_nothing_on_the_day_of_the_reports() -> None:
    day = date(2024, 6, 20)
    assert "Not in force on 20 June 2024: nothing owed." in note(RAISED, published=day)
    first = scenarios(section(RAISED, published=day))[0]
    assert first["scenario"]["on"] == "2024-06-20"
    assert {a["failed"] for a in first["answers"]} == {"in force: not in force until 2024-12-04"}


def test_how_it_would_stand_once_in_force_is_the_librarys_to_say() -> None:
    day = date(2024, 6, 20)
    first = scenarios(section(RAISED, published=day))[0]
    assert first["once_in_force"]["on"] == "2024-12-04"
    assert "Once in force, the other party would owe defence" in note(RAISED, published=day)


def test_a_treaty_in_force_on_the_day_is_asked_on_that_day_alone() -> None:
    day = date(2024, 3, 5)
    (first,) = scenarios(section(MANILA, published=day))
    assert first["once_in_force"] is None
    assert first["scenario"]["on"] == "2024-03-05"
    assert "On 5 March 2024, the United States would owe defence" in note(MANILA, published=day)


def test_undated_reports_are_put_to_the_day_of_the_signing_and_say_so() -> None:
    assert "Not in force when signed: nothing owed." in note(RAISED)


def test_where_sources_differ_on_the_entry_into_force_it_is_asked_when_all_agree() -> None:
    text = """Seoul

The United States and South Korea signed a mutual defense treaty on 1 October 1953. The United \
States could send troops to South Korea if North Korea attacks South Korea.
"""
    assert scenarios(section(text))[0]["once_in_force"]["on"] == "1954-11-18"


def test_the_answers_are_those_of_the_engine() -> None:
    first = scenarios(section(RAISED))[0]
    later = {**first["scenario"], "on": first["once_in_force"]["on"]}
    answers = reason(scenario_of(later), (library().get("rus-prk-2024"),), 0)
    assert first["once_in_force"]["answers"] == [answer_row(answer) for answer in answers]


# What it turns on


def test_the_term_that_decides_is_told_with_the_reading_that_is_needed() -> None:
    assert "only if ‘state of war’ is read as ‘in fact’" in note(RAISED)


def test_attacks_told_the_other_way_round_leave_self_defence_contested() -> None:
    text = RAISED + "\nRussia attacked Ukraine with rockets.\n"
    assert "is read as ‘in fact’, and it turns on lawful self-defence" in note(text)
    assert scenarios(section(RAISED))[0]["scenario"].get("contest") is None


def test_where_nobody_says_who_attacks_a_clause_that_names_the_attacker_stays_open() -> None:
    text = """St Petersburg

France and Russia signed a military convention on 18 August 1892. It provides for “help at once in \
the event of an attack on either party”.
"""
    rows = scenarios(section(text))
    answers = [a for row in rows for a in row["once_in_force"]["answers"] if a["article"] == "1"]
    assert {a["verdict"] for a in answers} == {Verdict.UNKNOWN.value}


def test_of_what_one_clause_owes_no_other_clause_is_told_as_a_miss() -> None:
    (line,) = [i.text for i in section(CONVENTION) if i.text.startswith("An attack by Germany")]
    assert "Russia would owe defence" in line
    assert "not owe" not in line


def test_what_another_clause_owes_is_no_miss() -> None:
    owed = Answer("PRK", ("RUS",), "rus-prk-2024", "4", "4", "defence", "duty", Verdict.OWED)
    missed = replace(
        owed, article="9", verdict=Verdict.NOT_OWED, failed="request: nobody has asked"
    )
    treaty = library().get("rus-prk-2024")
    assert [one.article for one in outcomes(treaty, (missed, owed))] == ["4"]
    assert [one.article for one in outcomes(treaty, (missed,))] == ["9"]


def test_who_had_not_joined_and_what_was_amended_is_no_miss() -> None:
    (line,) = [i.text for i in section(ATLANTIC, published=date(2024, 3, 5)) if i.behind]
    assert "would owe defence (Article 5)" in line
    assert "not owe" not in line


def test_an_answer_that_rests_on_a_clause_not_seen_says_so() -> None:
    text = "Tokyo\n\nThe United States and Japan signed a treaty of mutual cooperation and \
security on 19 January 1960. The United States could send a fleet if China attacks Japan.\n"
    assert "not every clause verified" in note(text, published=date(2024, 3, 5))
    assert "not every clause verified" not in note(RAISED)


def test_days_and_states_stand_in_words() -> None:
    text = "Taipei\n\nThe United States and Taiwan signed a mutual defence treaty on 2 December \
1954. The United States could send a fleet if China attacks Taiwan.\n"
    told = note(text, published=date(2024, 3, 5))
    assert told.startswith("Ended by 5 March 2024, the United States would not owe defence")
    assert "1980-01-01" not in told


def test_a_note_tells_what_it_has_room_for_and_that_there_is_more() -> None:
    told = note(CONVENTION)
    assert "Once in force, Russia would owe defence" in told
    assert re.search(r"; (?:one|\d+) other outcomes? behind the fold", told)


def test_help_that_is_not_owed_is_told_before_what_else_is() -> None:
    text = CONVENTION.replace(" Russia could march if Germany attacks France.", "")
    told = note(text)
    assert "France would not owe defence (Article 1): not so that the state named" in told


def test_no_likelihood_is_told() -> None:
    words = " ".join(item.text for item in section(RAISED))
    assert not [word for word in ("%", "likely", "probab", "chance", " of 3") if word in words]


# Apart from what the reports say


def test_what_the_library_answers_stands_apart_from_what_the_reports_say() -> None:
    ours = [item for item in section(RAISED) if not item.library]
    assert not [item.text for item in ours if "owe" in item.text or "in force" in item.text]


def test_an_instrument_that_the_library_lacks_is_said_to_have_no_record() -> None:
    text = "Lima\n\nChad and Peru signed a treaty on 3 May 2024. Chad could send troops if Libya \
attacks Peru.\n"
    assert note(text) == "No record of this instrument; nothing is put to it."


def test_a_treaty_of_the_same_parties_and_another_day_is_not_the_instrument() -> None:
    text = "Oslo\n\nNorway and Poland signed a treaty on 3 May 2024. Norway could send troops if \
Russia attacks Poland.\n"
    assert note(text).startswith("No record")


def test_a_treaty_of_the_same_title_and_another_day_is_not_the_instrument() -> None:
    text = RAISED.replace("a treaty on comprehensive strategic partnership", TITLE)
    assert not note(text).startswith("No record")
    assert note(text.replace("19 June 2024", "3 May 2023")).startswith("No record")


def test_a_bare_kind_of_agreement_is_no_title_to_find_one_by() -> None:
    text = "Oslo\n\nNorway and Poland signed a treaty. Norway could send troops if Russia attacks \
Poland.\n"
    assert note(text).startswith("No record")


def test_a_scenario_leads_to_the_claims_that_raise_it() -> None:
    first, behind = section(RAISED)[0], [i for i in section(RAISED) if "scenario" in i.fields]
    assert first.claims
    assert {id_ for item in behind for id_ in item.claims} == {*first.claims}


def test_every_claim_of_the_section_leads_to_a_passage() -> None:
    brief = brief_of(f"{RAISED}\n{LAWYER}only in a declared state of war.\n")
    rows = brief.as_json()["if_it_came_to_it"]
    cited = {id_ for row in rows for id_ in row["claims"]}
    held = [h for row in rows for t in row.get("readings", []) for r in t["readings"]
            for h in r["holders"]]  # fmt: skip
    assert held
    assert cited | {id_ for one in held for id_ in one["claims"]} <= set(brief.passages)


def test_the_page_shows_the_note_before_the_fold_and_labels_what_is_behind() -> None:
    page = to_html(brief_of(RAISED)).partition('<section id="if_it_came_to_it"')[2]
    front, fold, behind = page.partition("<details>")
    assert fold
    assert f"{LIBRARY}:</span> Not in force" in front
    assert front.count(LIBRARY) == 1
    assert f'<span class="from">{LIBRARY}:</span> An attack by Ukraine on Russia' in behind


def test_markdown_has_the_section_with_its_note() -> None:
    text = to_markdown(brief_of(RAISED)).partition("## If it came to it")[2]
    assert f"*{LIBRARY}:* Not in force" in text.partition("\n## ")[0]
