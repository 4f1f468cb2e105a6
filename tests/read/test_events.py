"""Who did what to whom: the type, the parties, what only says something, how it is put."""

from typing import Any

import pytest

from foedus.api import annotate
from foedus.model.errors import InputError

Row = dict[str, Any]


def told(text: str, date: str | None = None) -> list[Row]:
    (row,) = annotate("events", [{"id": "1", "text": text, "date": date}])
    events: list[Row] = row["events"]
    return events


def codes(parties: list[Row]) -> list[str]:
    return [party["code"] for party in parties]


def brief(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(e["type"], codes(e["source"]), codes(e["target"])) for e in told(text)]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Peru agreed to lend Chile two ships.", "AGREE", "PER", "CHL"),
        ("Peru will send doctors to Chile.", "AGREE", "PER", "CHL"),
        ("Norway's prime minister praised Ghana.", "SUPPORT", "NOR", "GHA"),
        ("Czech engineers trained Kenyan pilots.", "COOPERATE", "CZE", "KEN"),
        ("Ireland donated tents to Nepal.", "AID", "IRL", "NPL"),
        ("Laos freed three Thai fishermen.", "YIELD", "LAO", "THA"),
        ("Canada demanded that Malta release the crew.", "REQUEST", "CAN", "MLT"),
        ("Brazil said Bolivia must open its archives.", "REQUEST", "BRA", "BOL"),
        ("Portugal accused Morocco of fishing in its waters.", "ACCUSE", "PRT", "MAR"),
        ("Jordan rejected an offer from Oman.", "REJECT", "JOR", "OMN"),
        ("Greece has not signed the accord with Albania.", "REJECT", "GRC", "ALB"),
        ("Mali threatened to expel Danish diplomats.", "THREATEN", "MLI", "DNK"),
        ("Thousands of Georgians demonstrated against Belarus.", "PROTEST", "GEO", "BLR"),
        ("Kenya imposed sanctions on Burundi.", "SANCTION", "KEN", "BDI"),
        ("Poland suspended aid to Niger.", "SANCTION", "POL", "NER"),
        ("Austria deported two Serbian bankers.", "COERCE", "AUT", "SRB"),
        ("Chadian troops shelled Libyan positions.", "ASSAULT", "TCD", "LBY"),
        ("Peruvian gunboats violated the truce with Chile.", "ASSAULT", "PER", "CHL"),
    ],
)
def test_a_sentence_tells_what_one_does_to_the_other(
    text: str, kind: str, source: str, target: str
) -> None:
    assert (kind, [source], [target]) in brief(text)


def test_a_passive_turns_the_sides() -> None:
    assert brief("Two Serbian bankers were deported by Austria.") == [("COERCE", ["AUT"], ["SRB"])]


def test_who_did_it_may_be_unknown() -> None:
    (event,) = told("Two Serbian bankers were arrested.")
    assert (event["type"], event["source"], codes(event["target"])) == ("COERCE", [], ["SRB"])


def test_several_events_of_a_sentence_are_told_apart() -> None:
    found = brief("Peru accused Chile of spying and expelled two Chilean diplomats.")
    assert [kind for kind, *_ in found] == ["ACCUSE", "SANCTION"]
    assert all(sides == ["PER"] for _, sides, _ in found[:1])


def test_a_joint_deed_has_all_its_parties_as_sources() -> None:
    (event,) = told("Peru and Chile signed a fishing treaty in Lima.")
    assert (event["type"], codes(event["source"])) == ("SUPPORT", ["PER", "CHL"])
    assert event["target"] == []


def test_a_meeting_keeps_its_parties() -> None:
    (event,) = told("Polish and Czech officials met in Vienna.")
    assert (event["type"], codes(event["source"])) == ("CONSULT", ["POL", "CZE"])
    assert event["place"]["text"] == "Vienna"


def test_two_sectors_of_one_state_are_two_sides() -> None:
    (event,) = told("Sudanese rebels rejected an offer from the Sudanese government.")
    sides = [(p["code"], p["role"]) for p in (*event["source"], *event["target"])]
    assert sides == [("SDN", "REB"), ("SDN", "GOV")]


def test_a_pronoun_is_led_to_its_actor() -> None:
    text = "President Emmanuel Macron spoke on Monday. He accused Belarus of lying."
    accused = [e for e in told(text, "2022-03-01") if e["type"] == "ACCUSE"]
    assert [(codes(e["source"]), codes(e["target"])) for e in accused] == [(["FRA"], ["BLR"])]


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Ghana's foreign minister declined to comment on the report.", "01"),
        ("The Danish government said it is pessimistic about a deal.", "01"),
        ("Japan is considering sending aid to Nepal.", "01"),
        ("The Houthis claimed responsibility for the strike.", "01"),
        ("Iran has rejected accusations that it armed the rebels.", "01"),
        ("Peru expressed its condolences to Chile.", "01"),
        ("The Norwegian ambassador attended a memorial ceremony in Riga.", "01"),
        ("Canada urged Malta to release the crew.", "02"),
        ("The United Nations called on Mali to hold an election.", "02"),
        ("Kenya has launched an appeal for food.", "02"),
    ],
)
def test_what_only_says_something_is_a_statement(text: str, root: str) -> None:
    (event,) = told(text)
    assert (event["type"], event["quad"], event["cameo"]) == ("STATEMENT", 0, root)


def test_what_is_asked_for_has_not_happened() -> None:
    assert [e["type"] for e in told("China urged Peru to free two Chilean sailors.")] == [
        "STATEMENT"
    ]


def test_a_call_for_sanctions_is_a_demand() -> None:
    (event,) = told("Latvia called for sanctions against Belarus.")
    assert (event["type"], event["cameo"]) == ("REQUEST", "10")


def test_who_tells_it_is_its_voice() -> None:
    text = "Chad has shelled Libyan positions, Sudan's foreign ministry said."
    (event,) = told(text)
    ((start, end),) = [voice["passage"] for voice in event["voice"]]
    assert text[start:end] == "Sudan's foreign ministry"


@pytest.mark.parametrize(
    ("text", "mood", "modes"),
    [
        ("Chad may attack Libya.", "possible", ["future", "hypothetical"]),
        ("Chad has not attacked Libya.", "asserted", ["negated"]),
        ("Chad attacked Libya.", "asserted", []),
    ],
)
def test_mood_and_modes_say_how_an_event_is_put(text: str, mood: str, modes: list[str]) -> None:
    (event,) = told(text)
    assert (event["type"], event["mood"], event["modes"]) == ("ASSAULT", mood, modes)


def test_an_event_of_long_ago_is_historical() -> None:
    (event,) = told("Chad attacked Libya in 1987.", "2024-05-01")
    assert event["modes"] == ["historical"]
    assert (event["time"]["since"], event["time"]["granularity"]) == ("1987-01-01", "year")


def test_goods_and_their_price_stand_beside_the_event() -> None:
    text = "North Korea sent Russia artillery shells in return for food."
    flows = [
        (*codes(e["source"]), *codes(e["target"]), *(f["text"] for f in e["roles"]["goods"]))
        for e in told(text)
    ]
    assert flows == [("PRK", "RUS", "artillery shells"), ("RUS", "PRK", "food")]


def test_every_passage_gives_the_words() -> None:
    text = "  “Peru,” he said,\n\nPoland’s army shelled  Chad on Monday.\nKenya freed two Danes."
    for event in told(text):
        for party in (*event["source"], *event["target"]):
            start, end = party["passage"]
            assert text[start:end] == party["text"]
        start, end = event["span"]
        assert text[start:end] == event["trigger"]


def test_each_given_pair_gets_its_event() -> None:
    text = "Peru accused Chile of spying after Chile expelled two Peruvian diplomats."
    pairs: list[Row] = [
        {"source": "Peru", "target": "Chile"},
        {"source": [{"text": "Chile"}], "target": [{"text": "two Peruvian diplomats"}]},
    ]
    (row,) = annotate("events", [{"id": "1", "text": text, "pairs": pairs}])
    assert [(e["type"], e["quad"]) for e in row["events"]] == [("ACCUSE", 3), ("SANCTION", 4)]
    assert [e["source"] for e in row["events"]] == [pair["source"] for pair in pairs]


def test_a_pair_of_which_nothing_is_told_has_no_type() -> None:
    row = {"id": "1", "text": "Peru. Chile.", "pairs": [{"source": "Peru", "target": "Chile"}]}
    (found,) = annotate("events", [row])
    assert [(e["type"], e["trigger"]) for e in found["events"]] == [(None, None)]


def test_an_appeal_between_a_given_pair_is_a_request() -> None:
    row = {"id": "1", "text": "Canada urged Malta to release the crew.",
           "pairs": [{"source": "Canada", "target": "Malta"}]}  # fmt: skip
    (found,) = annotate("events", [row])
    assert found["events"][0]["type"] == "REQUEST"


@pytest.mark.parametrize("pairs", ["Peru", [["Peru", "Chile"]], {"source": "Peru"}])
def test_pairs_that_are_none_are_refused(pairs: object) -> None:
    with pytest.raises(InputError, match="row 1: `pairs` is no list of tables"):
        list(annotate("events", [{"id": "1", "text": "Peru met Chile.", "pairs": pairs}]))


def test_many_rows_keep_their_order_and_their_ids() -> None:
    rows = [{"id": n, "text": f"Chad attacked Libya in {1900 + n}."} for n in range(70)]
    assert [row["id"] for row in annotate("events", rows)] == list(range(70))


def test_another_language_is_not_read() -> None:
    text = "Der Präsident hat gestern in Berlin den Vertrag mit dem Nachbarland unterzeichnet."
    (row,) = annotate("events", [{"id": "1", "text": text}])
    assert (row["events"], row["unread"]) == ([], "it is in German; only English is read yet")


def test_a_text_without_words_has_no_events() -> None:
    assert told("") == []


@pytest.mark.parametrize(
    "text", ["Peru should denounce Chile.", "Peru should stand up and denounce Chile."]
)
def test_what_ought_to_be_done_is_proposed(text: str) -> None:
    (event,) = told(text)
    assert (event["type"], event["mood"]) == ("ACCUSE", "proposed")


@pytest.mark.parametrize("verb", ["suggested", "recommended"])
def test_a_suggestion_is_an_appeal(verb: str) -> None:
    (event,) = told(f"The Danish minister {verb} that Norway expel two spies.")
    assert (event["type"], event["cameo"]) == ("STATEMENT", "02")


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("A series of attacks by Hamas on Israel began in October.", "ASSAULT", "PSE", "ISR"),
        ("Turkey's ban on Dutch diplomats took effect.", "COERCE", "TUR", "NLD"),
        ("Kenyan raids on Somali villages continued on Monday.", "ASSAULT", "KEN", "SOM"),
    ],
)
def test_a_noun_tells_an_event_that_goes_on(text: str, kind: str, source: str, target: str) -> None:
    assert brief(text) == [(kind, [source], [target])]


def test_manoeuvres_of_one_alone_show_its_power() -> None:
    assert brief("Norway began military exercises in the Arctic.") == [("MOBILIZE", ["NOR"], [])]
    (event,) = told("Norway and Sweden began joint military exercises.")
    assert (event["type"], codes(event["source"])) == ("COOPERATE", ["NOR", "SWE"])


def test_who_is_ordered_to_leave_is_no_purchase() -> None:
    assert brief("Niger ordered French troops to leave.") == [("REQUEST", ["NER"], ["FRA"])]


def test_what_is_bought_is_trade() -> None:
    assert brief("India bought oil from Russia.") == [("COOPERATE", ["RUS"], ["IND"])]
