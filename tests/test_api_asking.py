"""`foedus.ask` and `foedus.bound` as a user of Python meets them."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import polars
import pytest

import foedus
from foedus.api import import_files
from foedus.api.asking import annotate_casus
from foedus.law import library
from foedus.model.errors import InputError
from tests.history.invented import row, written

KURSK = {
    "id": "kursk",
    "on": "2024-12-05",
    "events": [{"kind": "attack", "by": ["UKR"], "on": ["RUS"], "place": "Kursk"}],
}


# The question ---------------------------------------------------------------------------------


def test_words_and_a_table_put_the_same_question() -> None:
    words = foedus.ask(attack=("UKR", "RUS"), at="Kursk", on="2024-12-05")
    assert words.rows == foedus.ask(KURSK).rows


def test_states_go_by_name() -> None:
    scenario = foedus.ask(attack=("north korea", "Seoul"), on="2024-01-01").scenario
    assert (scenario.events[0].by, scenario.events[0].on) == (("PRK",), ("KOR",))


def test_several_attackers_are_given_in_a_list_or_with_commas() -> None:
    listed = foedus.ask(attack=(["Russia", "BLR"], "Poland"), on="2024-01-01")
    assert listed.scenario == foedus.ask(attack=("RUS, Belarus", "POL"), on="2024-01-01").scenario


def test_a_name_in_a_table_is_understood_too() -> None:
    event = {"kind": "attack", "by": ["Ukraine"], "on": ["Russia"], "place": "Kursk"}
    assert foedus.ask({**KURSK, "events": [event]}).rows == foedus.ask(KURSK).rows


def test_an_actor_of_a_table_whom_nobody_knows_is_said() -> None:
    event = {"kind": "attack", "by": ["Ruritania"], "on": ["RUS"]}
    assert "No actor is known as “Ruritania”." in str(foedus.ask({**KURSK, "events": [event]}))


def test_a_state_that_nobody_knows_is_an_error_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"no state or group 'Polland'.*Did you mean Poland"):
        foedus.ask(attack=("RUS", "Polland"))


def test_a_name_of_two_states_is_an_error_that_lists_them() -> None:
    with pytest.raises(InputError, match=r"'Congo' may be .*\(COD\) or .*\(COG\)"):
        foedus.ask(attack=("Congo", "RUS"))


def test_a_state_that_still_stands_comes_before_one_that_is_gone() -> None:
    assert foedus.ask(attack=("China", "Moscow"), on="2024-01-01").scenario.events[0].on == ("RUS",)


def test_a_place_in_no_record_is_said_with_the_nearest() -> None:
    text = str(foedus.ask(attack=("RUS", "POL"), at="Warsaww", on="2024-01-01"))
    assert "“Warsaww” is in no record of places" in text
    assert "Warsaw" in text.partition("The nearest: ")[2]


def test_the_beginning_of_the_name_of_one_place_will_do() -> None:
    asked = foedus.ask(attack=("CHN", "PHL"), at="second thomas", on="2024-01-01")
    assert asked.scenario.events[0].place == "Second Thomas Shoal"


def test_since_means_and_kind_belong_to_the_event() -> None:
    asked = foedus.ask(
        attack=("RUS", "POL"), kind="threat", on="2024-02-01", since="2024-01-01", means="cyber"
    )
    event = asked.scenario.events[0]
    assert (event.kind, event.since, event.means) == ("threat", date(2024, 1, 1), "cyber")


def test_facts_and_readings_are_added_to_a_table() -> None:
    asked = foedus.ask(KURSK, readings={"state_of_war": "in-fact"}, contest=["unprovoked"])
    assert asked.scenario.readings == {"state_of_war": "in-fact"}
    assert asked.scenario.contest == ("unprovoked",)
    assert "OWED: North Korea must defend Russia" in asked.screen(everything=True)


@pytest.mark.parametrize(
    ("given", "near"),
    [({"assume": {"unprovokd": True}}, "unprovoked"), ({"contest": ["requestd"]}, "requested")],
)
def test_a_fact_that_nobody_knows_is_an_error_with_the_nearest(given: Any, near: str) -> None:
    with pytest.raises(InputError, match=rf"no fact '.*Did you mean '.*{near}.*asking.md"):
        foedus.ask(KURSK, **given)


@pytest.mark.parametrize(
    "fact",
    [
        "grave", "provoked", "consent", "communist", "ARM suspended under csto-1992",
        "in the area of nato-1949", "csk-sun-1935 France helps the attacked",
    ],
)  # fmt: skip
def test_a_fact_of_a_clause_or_a_treaty_is_known(fact: str) -> None:
    assert foedus.ask(KURSK, contest=[fact]).scenario.contest == (fact,)


def test_a_batch_is_lenient_with_facts() -> None:
    (told,) = annotate_casus([{"id": "7", "scenario": {**KURSK, "contest": ["whatever"]}}])
    assert told["answers"]


def test_nothing_asked_is_an_error() -> None:
    with pytest.raises(InputError, match="nothing asked"):
        foedus.ask()


def test_a_state_whose_treaties_are_kept_under_another_is_said() -> None:
    told = "The treaties of the Ottoman Empire are kept under Turkey."
    assert told in " ".join(str(foedus.ask(attack=("RUS", "OTT"), on="1914-11-01")).split())
    event = {"kind": "attack", "by": ["RUS"], "on": ["Ottoman Empire"]}
    table = {"id": "t", "on": "1914-11-01", "events": [event]}
    assert told in " ".join(str(foedus.ask(table)).split())


def test_a_day_that_is_none_is_an_error() -> None:
    with pytest.raises(InputError, match="`on` must be a day"):
        foedus.ask(attack=("RUS", "POL"), on="2024-13-01")


def test_an_open_ledger_answers_alike() -> None:
    with foedus.open() as desk:
        assert desk.ask(KURSK).rows == foedus.ask(KURSK).rows
        assert desk.bound("RUS", "2024-12-05").rows == foedus.bound("RUS", "2024-12-05").rows


# The answers ----------------------------------------------------------------------------------


def test_a_row_has_the_names_beside_the_ids() -> None:
    row = next(row for row in foedus.ask(KURSK).rows if row["bearer"] == "PRK")
    assert (row["bearer_name"], row["owed_to_names"]) == ("North Korea", ["Russia"])


def test_a_batch_gives_the_same_rows() -> None:
    (row,) = annotate_casus([{"id": "7", "scenario": KURSK}])
    assert row == {"id": "7", "answers": foedus.ask(KURSK).rows}


def test_the_proof_goes_down_to_clause_and_words() -> None:
    proof = foedus.ask(KURSK).why("North Korea")
    for part in (
        "Russia–North Korea treaty of 2024, Article 4 [rus-prk-2024, clause 4]",
        "words: “finds itself in a state of war”",
        "[held] place: Kursk Oblast",
        "[depends] state of war",
        "if “state of war” is read as: in-fact",
        "[FAILED] request: nobody has asked",
    ):
        assert part in proof


def test_the_proof_of_a_later_round_names_what_brought_it_about() -> None:
    proof = foedus.ask(attack=("PRK", "KOR"), on="2024-12-05").why("China")
    assert "since the United States is bound by" in proof


def test_a_state_without_an_answer_has_no_proof_and_the_error_lists_who_has() -> None:
    with pytest.raises(InputError, match=r"Bolivia has no answer to this question; these have"):
        foedus.ask(KURSK).why("Bolivia")


def test_the_table_has_a_row_an_answer() -> None:
    answers = foedus.ask(KURSK)
    assert [row["bearer_id"] for row in answers.table()] == [answer.bearer for answer in answers]


def test_the_frame_speaks_arrow() -> None:
    answers = foedus.ask(KURSK)
    assert polars.DataFrame(answers).equals(answers.frame())
    assert set(answers.frame()["verdict"]) == {"owed", "not_owed", "disputed", "unknown"}


def test_the_notebook_shows_table_and_cascade() -> None:
    html = foedus.ask(KURSK)._repr_html_()
    assert "<td>in dispute</td><td>North Korea</td>" in html
    assert html.count("<svg ") == 1


def test_hostile_words_are_shown_as_words_in_a_notebook() -> None:
    event = {"kind": "attack", "by": ["<script>x</script>"], "on": ["RUS"], "place": "<b>"}
    html = foedus.ask({**KURSK, "events": [event]})._repr_html_()
    assert "<script>" not in html
    assert "<b>" not in html


def test_a_question_that_binds_nobody_has_its_table_and_pictures_too(tmp_path: Path) -> None:
    answers = foedus.ask(attack=("FRA", "ESP"), on="1300-01-01")
    assert "Nobody in the library is bound" in answers._repr_html_()
    assert answers.frame().height == len(answers)
    answers.draw_matrix(tmp_path / "m.svg")
    assert "No answer turns on a reading" in (tmp_path / "m.svg").read_text("utf-8")


# The pictures ---------------------------------------------------------------------------------


def test_the_cascade_is_drawn_with_its_data_beside_it(tmp_path: Path) -> None:
    answers = foedus.ask(attack=("PRK", "KOR"), on="2024-12-05")
    drawn, beside = answers.draw_cascade(tmp_path / "c.svg")
    ElementTree.fromstring(drawn.read_text("utf-8"))
    assert json.loads(beside.read_text("utf-8")) == json.loads(json.dumps(answers.cascade))


def test_every_duty_of_the_cascade_comes_of_the_event_or_of_the_round_before() -> None:
    data = foedus.ask(attack=("PRK", "KOR"), on="2024-12-05").cascade
    rounds = {node["id"]: node["round"] for node in data["nodes"]} | {"event": -1}
    assert {edge["to"] for edge in data["edges"]} == {node["id"] for node in data["nodes"]}
    led = [edge for edge in data["edges"] if edge["from"] != "event"]
    assert led
    assert all(rounds[edge["from"]] == rounds[edge["to"]] - 1 for edge in led)


def test_the_matrix_has_each_reading_with_the_verdict_under_it_and_who_holds_it() -> None:
    data = foedus.ask(KURSK).matrix
    (clause,) = (clause for clause in data["clauses"] if clause["treaty"] == "rus-prk-2024")
    ways = [way for way in data["ways"] if way["axis"] == "state_of_war"]
    under = {way["reading"]: way["under"][clause["id"]] for way in ways}
    assert under["in-fact"] == "owed"
    assert under["declared"] == "not_owed"
    held = {way["reading"]: [h["who"] for h in way["holders"]] for way in ways}
    assert "Yuri Baranchik, Russian commentator" in held["declared"]


@pytest.mark.parametrize("name", ["c.png", "c", "missing/c.svg"])
def test_a_picture_that_cannot_be_written_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"name it c\.svg|cannot be written"):
        foedus.ask(KURSK).draw_cascade(tmp_path / name)


# Who is bound ---------------------------------------------------------------------------------


def test_what_is_owed_one_way_only_says_which() -> None:
    rows = [r for r in foedus.bound("USA", "2024-01-01").rows if r["names"] == ["Taiwan"]]
    assert {(row["owes"], row["is_owed"]) for row in rows} == {(True, False)}
    rows = [r for r in foedus.bound("Taiwan", "2024-01-01").rows if r["names"] == ["United States"]]
    assert {(row["owes"], row["is_owed"]) for row in rows} == {(False, True)}


def test_what_is_signed_and_not_in_force_binds_not_yet_and_is_there() -> None:
    (stands,) = {
        row["stands"]
        for row in foedus.bound("PRK", "2024-08-06").rows
        if row["treaty"] == "rus-prk-2024"
    }
    assert stands == "signed, not in force"


def test_what_was_not_signed_yet_is_not_there() -> None:
    rows = foedus.bound("PRK", "2024-06-18").rows
    assert "rus-prk-2024" not in {row["treaty"] for row in rows}
    assert "taiwan-relations-1979" not in {
        row["treaty"] for row in foedus.bound("TWN", "1978-01-01").rows
    }


def test_what_stands_still_is_told_as_suspended() -> None:
    rows = foedus.bound("Armenia", "2024-12-05").rows
    assert {row["stands"] for row in rows if row["treaty"] == "csto-1992"} == {"suspended"}


def test_what_stands_still_for_one_partner_is_drawn_apart_from_the_others(tmp_path: Path) -> None:
    drawn, _ = foedus.bound("RUS", "2024-12-05").draw(tmp_path / "b.svg")
    text = drawn.read_text("utf-8")
    told = text[text.find("<desc") : text.find("</desc>")]
    assert "Armenia by Collective Security Treaty (CSTO, 1992), suspended" in told
    assert "Belarus, Kazakhstan, Kyrgyzstan, Tajikistan by Collective Security" in told


def test_what_has_ended_is_not_there() -> None:
    rows = foedus.bound("Taiwan", "1981-01-01").rows
    assert "usa-twn-1954" not in {row["treaty"] for row in rows}


def test_a_state_that_left_is_no_partner() -> None:
    rows = foedus.bound("USA", "2024-01-01").rows
    partners = {name for row in rows if row["treaty"] == "rio-1947" for name in row["partners"]}
    assert "BRA" in partners
    assert "BOL" not in partners


def test_a_state_that_nobody_binds_is_told_so() -> None:
    assert "bound by no treaty that is known" in str(foedus.bound("Switzerland", "2024-01-01"))


def test_who_is_bound_is_drawn_with_its_data_beside_it(tmp_path: Path) -> None:
    held = foedus.bound("USA", "2024-01-01")
    drawn, beside = held.draw(tmp_path / "b.svg")
    assert "North Atlantic Treaty" in drawn.read_text("utf-8")
    assert json.loads(beside.read_text("utf-8"))["bonds"] == held.rows


def test_who_is_bound_shows_itself_in_a_notebook_and_as_a_frame() -> None:
    held = foedus.bound("RUS", "2024-12-05")
    assert "<svg " in held._repr_html_()
    assert held.frame().height == len(held)


def test_a_day_of_bonds_that_is_none_is_an_error() -> None:
    with pytest.raises(InputError, match="is no day"):
        foedus.bound("RUS", "5 December")


# With imported history ------------------------------------------------------------------------


@pytest.fixture
def baseline(tmp_path: Path) -> Path:
    """An invented coding: Norway (385) and Poland (290) promise defence from 1930 to 1940."""
    rows = [row(385, defense=1), row(290, defense=1)]
    import_files([written(tmp_path / "a.csv", rows)], tmp_path / "baseline")
    return tmp_path / "baseline"


def test_the_coarse_treaties_of_a_baseline_are_asked_too(baseline: Path) -> None:
    asked = foedus.ask(attack=("Sweden", "Poland"), on="1935-01-01", baseline=baseline)
    text = " ".join(str(asked).split())
    assert "OWED: Norway must defend Poland" in text
    assert "Text: coded by a data set; no text was seen." in text
    assert "and one coarse one of your baseline" in text


def test_a_batch_asks_a_baseline_too(baseline: Path) -> None:
    event = {"kind": "attack", "by": ["SWE"], "on": ["POL"]}
    scenario = {"id": "1", "on": "1935-01-01", "events": [event]}
    (out,) = annotate_casus([{"id": "1", "scenario": scenario}], baseline)
    assert ("NOR", "owed") in {(a["bearer"], a["verdict"]) for a in out["answers"]}


def test_who_is_bound_by_a_coarse_treaty_is_told_as_coded(baseline: Path) -> None:
    held = foedus.bound("Norway", "1935-01-01", baseline)
    assert {row["text_status"] for row in held.rows} == {"coded"}
    assert "no text seen" in str(held)
    assert "By the library and what you imported" in str(held)


def test_a_question_about_one_treaty_is_about_what_its_events_set_in_motion() -> None:
    """Belgium attacked: Japan is drawn in only if Britain fights, which nobody has said."""
    table = {
        "id": "t", "on": "1914-08-04", "events": [{"kind": "attack", "by": ["DEU"], "on": ["BEL"]}],
        "ask": {"bearer": "JPN", "treaty": "gbr-jpn-1911"},
    }  # fmt: skip
    (at_once,) = (a for a in foedus.ask(table) if a.duty == "defence")
    (later,) = (a for a in foedus.ask(table, depth=2) if a.duty == "defence")
    assert (at_once.verdict, later.verdict) == ("not_owed", "disputed")


@pytest.mark.parametrize("fact", ["self-defence", "nonsense", "provokd"])
def test_a_fact_on_which_nothing_turns_is_refused(fact: str) -> None:
    for told in ({"assume": {fact: True}}, {"contest": [fact]}):
        with pytest.raises(InputError, match=f"no fact '{fact}'"):
            foedus.ask(attack=("UKR", "RUS"), on="2024-12-05", **told)


@pytest.mark.parametrize("fact", ["grave", "provoked", "consent", "ARM suspended under csto-1992"])
def test_a_fact_on_which_something_turns_is_taken(fact: str) -> None:
    assert foedus.ask(attack=("UKR", "RUS"), on="2024-12-05", contest=[fact])


def test_nobody_attacks_itself() -> None:
    with pytest.raises(InputError, match="FRA cannot act against itself"):
        foedus.ask(attack=("France", "FRA"), on="2024-12-05")


def test_the_ottoman_empire_is_found_where_the_library_keeps_it() -> None:
    asked = foedus.ask(attack=("Russia", "Ottoman Empire"), on="1914-11-02")
    assert ("DEU", "owed") in {(a.bearer, a.verdict) for a in asked if a.duty == "defence"}


def test_how_the_promises_of_a_treaty_fared_stands_beside_the_answer(tmp_path: Path) -> None:
    (number, *_) = library().get("fra-rus-1892").ids.atop
    table = tmp_path / "cases.csv"
    head = "warid,atopid,honorLLM,violateLLM,honorBF,violateBF"
    table.write_text(f"{head}\n1,{number},1,,,1\n2,{number},,,,\n3,9001,,1,,1\n", "utf-8")
    import_files([table], tmp_path / "baseline")
    asked = foedus.ask(attack=("DEU", "FRA"), on="1914-08-03", baseline=tmp_path / "baseline")
    told = " ".join(str(asked).split())
    assert "Record: of its promises that wars called, 1 of 1 kept" in told
    assert "(n = 2 wars; 0 of 1 by another coding; all treaties: 1 of 2)" in told
    assert "Record:" not in str(foedus.ask(attack=("DEU", "FRA"), on="1914-08-03"))
