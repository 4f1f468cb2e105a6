"""What single lines of the brief may say, on small invented reports."""

from functools import cache

import pytest

from foedus.read.gazetteer import Gazetteer
from foedus.report.compose import compose
from foedus.report.items import Brief, Item
from tests.report.conftest import dossier_of


@cache
def brief_of(*texts: str) -> Brief:
    return compose(dossier_of(*texts), Gazetteer.load(), pictures=False)


def lines(brief: Brief, section: str) -> str:
    return "\n".join(item.text for item in brief[section])


def only(brief: Brief, section: str, words: str) -> Item:
    found = [item for item in brief[section] if words in item.text]
    assert len(found) == 1, lines(brief, section)
    return found[0]


PACT = """Norway and Poland sign a pact

Norway and Poland signed a mutual defence pact in Oslo on 3 May 2024. Anna Berg, a lawyer at the \
University of Bergen, said the pact was a promise without teeth. “The pact is a very clear duty to \
fight,” said Jan Lund, a historian at Uppsala University.
"""
PACT_TOO = """Oslo and Warsaw agree

Norway and Poland signed an accord on help in war on 3 May 2024. Satellite images show that Poland \
has supplied Norway with shells.
"""


def test_the_reports_paraphrase_stands_without_double_marks() -> None:
    line = only(brief_of(PACT), "duties", "Anna Berg")
    assert "promise without teeth" in line.text
    assert "“" not in line.text


def test_a_speakers_own_words_stand_between_them() -> None:
    assert "“a very clear duty to fight”" in only(brief_of(PACT), "duties", "Jan Lund").text


def test_what_reports_share_is_told_in_words_that_both_have() -> None:
    agreed = only(brief_of(PACT, PACT_TOO), "comparison", "Both reports")
    assert "signed the agreement" in agreed.text
    assert "defence pact" not in agreed.text


def test_what_rests_on_evidence_says_so() -> None:
    assert "“Satellite images show”" in only(brief_of(PACT, PACT_TOO), "exchanges", "shells").text


GOING = """Poland's President to travel

President Andrzej Duda of Poland was to fly to Norway on 4 May 2024, officials said on 3 May 2024.
"""
WENT = """Duda in Oslo

Polish President Andrzej Duda visited Norway on 4 May 2024.
"""


def test_a_plan_affirms_no_visit() -> None:
    brief = brief_of(GOING, WENT)
    assert "Both reports" not in lines(brief, "comparison")
    assert "visited Norway" in lines(brief, "events")


def test_what_one_report_alone_has_is_told_as_read_in_it() -> None:
    assert "Read only in Report B" in lines(brief_of(GOING, WENT), "comparison")


def test_a_denial_is_set_against_what_it_denies() -> None:
    told = "Poland has supplied Norway with shells, a report of 3 May 2024 said.\n"
    denied = "Poland has not supplied Norway with shells.\n"
    brief = brief_of(f"Shells\n\n{told}", f"No shells\n\n{denied}")
    assert "denies it" in lines(brief, "comparison")


def test_copies_of_one_text_are_one_voice() -> None:
    from dataclasses import replace

    dossier = dossier_of(PACT, PACT)
    first, second = dossier.sources
    copy = replace(second, copy_of=first.letter)
    moved = tuple(replace(t, source=copy) if t.letter == "B" else t for t in dossier.told)
    said = tuple(replace(s, source=copy) if s.source.letter == "B" else s for s in dossier.said)
    brief = compose(
        replace(dossier, sources=(first, copy), told=moved, said=said),
        Gazetteer.load(),
        pictures=False,
    )
    assert "Both reports" not in lines(brief, "comparison")
    assert "one voice" in lines(brief, "comparison")


def test_an_opinion_piece_speaks_as_opinion() -> None:
    text = (
        "Opinion | A pact too far\n\nNorway and Poland signed a pact. The pact could draw Norway \
into a war if Poland is attacked.\n"
    )
    assert "Report A (opinion)" in lines(brief_of(text), "possibilities")


def test_likelihood_and_confidence_stand_apart() -> None:
    text = "A pact\n\nNorway and Poland signed a pact. The pact could draw Norway into a war if \
Poland is attacked.\n"
    item = brief_of(text)["possibilities"][0]
    assert item.fields["likelihood"] == "could"
    assert item.fields["confidence"] == 1
    assert "(“could”; one voice)" in item.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway denounced its treaty with Poland on 3 May 2024.", "Norway ended"),
        ("Norway will sign a treaty with Poland on 3 May 2024.", "to sign"),
    ],
)
def test_the_lead_says_who_did_it_and_whether_it_is_done(text: str, words: str) -> None:
    assert words in lines(brief_of(f"A treaty\n\n{text}\n"), "events")


SCHOLARS = """Norway and Poland sign a pact

Norway and Poland signed a mutual defence pact in Oslo on 3 May 2024. A lawyer in Geneva read the \
pact. The lawyer said the pact was a duty to fight. Anna Berg, a scholar at the University of \
Bergen, said the pact “binds nobody to fight”.
"""


def test_an_unnamed_reader_is_introduced_as_the_report_does() -> None:
    assert only(brief_of(SCHOLARS), "duties", "duty to fight").text.startswith("A lawyer in Geneva")


def test_of_two_lawyers_neither_is_taken_for_the_other() -> None:
    text = SCHOLARS.replace("read the pact.", "read the pact. A lawyer in Bonn did not.")
    assert only(brief_of(text), "duties", "duty to fight").text.startswith("The lawyer")


@pytest.mark.parametrize("said", ["said the pact was", "read it as", "called the pact"])
def test_one_reading_in_the_lead_stands_against_the_other(said: str) -> None:
    text = SCHOLARS.replace("said the pact was", said)
    lead = only(brief_of(text), "events", "more than one way").text
    assert "to a lawyer in Geneva it is a duty to fight" in lead
    assert "Anna Berg (University of Bergen) says it “binds nobody to fight”" in lead


BOUND = """Norway and Poland sign a pact

Norway and Poland signed a pact on 3 May 2024. The pact provides for “military assistance” if one \
of them is attacked. Under the pact, each side must help the other in war. The pact also obliges \
both to consult each other once a year.
"""


def test_a_duty_that_is_quoted_is_not_told_again_in_the_reports_words() -> None:
    rows = [item for item in brief_of(BOUND)["duties"] if "bearer" in item.fields]
    front = [row.fields["what"] for row in rows if not row.behind]
    assert any("military assistance" in what for what in front)
    assert any("consult" in what for what in front)
    assert not any("help the other" in what for what in front)
    assert any("help the other" in row.fields["what"] for row in rows)


def test_when_a_duty_falls_due_stands_beside_it_where_it_is_read_and_nowhere_else() -> None:
    bound = [i for i in brief_of(BOUND)["duties"] if "bearer" in i.fields]
    rows = {i.fields["duty"]: i for i in bound if not i.behind}
    assert rows["assistance"].fields["when"] == "if one of them is attacked"
    assert rows["consultation"].fields["when"] == "–"
    assert "when" not in rows["consultation"].text


def test_the_article_of_a_duty_is_shown() -> None:
    text = "A pact\n\nNorway and Poland signed a pact. Article 4 of the pact obliges each party to \
assist the other if it is attacked.\n"
    assert "Article 4: " in only(brief_of(text), "duties", "Article 4").text


def test_what_is_unlikely_is_no_exchange() -> None:
    text = "Shells\n\nNorway and Poland signed a pact. It is unlikely that Norway would send \
tanks to Poland. Norway has sent shells to Poland.\n"
    exchanged = lines(brief_of(text), "exchanges")
    assert "shells" in exchanged
    assert "tanks" not in exchanged


def test_who_only_could_read_it_so_reads_nothing() -> None:
    text = SCHOLARS.replace("The lawyer said the pact was", "Moscow could see the pact as")
    readings = [i for i in brief_of(text)["duties"] if "reader" in i.fields]
    assert [i.fields["holder"] for i in readings] == ["Anna Berg"]


def test_a_denied_trade_names_no_giver_alone() -> None:
    text = "Arms\n\nNorway and Poland signed a pact. Norway denied that it had received arms.\n"
    denied = only(brief_of(text), "exchanges", "Arms")
    assert (denied.fields["giver"].lower(), denied.fields["receiver"].lower()) == ("not said",) * 2


SPOKEN = """Norway and Poland sign a pact

Norway and Poland signed a pact in Oslo on 3 May 2024. {said}
"""


def test_a_page_names_whom_it_has_no_room_to_quote() -> None:
    names = ("Anna Berg", "Jan Lund", "Eva Holm")
    long = "the pact would be looked at with great care by everyone who had ever cared for it"
    said = " ".join(f"{name}, a lawyer at the University of Bergen, said {long}." for name in names)
    brief = brief_of(SPOKEN.format(said=said))
    front = "\n".join(item.text for item in brief["statements"] if not item.behind)
    assert all(name in front for name in names)
    assert "Also cited: " in front


DENIED = """Peru plays down talk of a pact

A newspaper in Lima said on Monday that Peru and Chile had signed a defence pact. “There is no \
such pact,” the foreign minister of Peru, Anna Soto, said on Tuesday. She had visited Chile in May.
"""


def test_the_lead_tells_who_says_that_there_is_no_agreement() -> None:
    lead = lines(brief_of(DENIED), "events")
    assert "Anna Soto (foreign minister of Peru) says that there is no pact" in lead


def test_what_one_speaker_alone_tells_is_told_as_his() -> None:
    brief = brief_of(DENIED)
    assert "signed a defence pact, says a newspaper in Lima" in lines(brief, "events")
    assert "Signed (says a newspaper in Lima)" in lines(brief, "instrument")


def test_a_ministry_has_its_article() -> None:
    text = SCHOLARS.replace("The lawyer said", "The Health Ministry said")
    assert only(brief_of(text), "duties", "duty to fight").text.startswith("The Health Ministry")


def test_who_denies_that_there_is_no_pact_denies_no_pact() -> None:
    said = "“There is no such pact,” the foreign minister of Peru, Anna Soto, said on Tuesday."
    text = DENIED.replace(said, "Anna Soto denied on Tuesday that there was no pact.")
    assert "there is no" not in lines(brief_of(text), "events")


ACCESS = """Norway and Poland sign a pact

Norway and Poland signed a port access pact on Monday, 3 June 2024. The pact does not oblige \
either side to defend the other, two officials said. Under the 1994 Baltic treaty, Denmark must \
defend Poland if it is attacked. Others, such as Eva Holm of Lund University, call the pact “a \
mere port deal”. Norwegian Foreign Minister Espen Barth Eide visited Warsaw.
"""
ACCESS_TOO = """Oslo, Warsaw sign

Poland and Norway signed an accord on Monday. Mr Eide said the accord was “a first step”.
"""


def test_a_duty_that_there_is_not_is_told_as_none() -> None:
    row = only(brief_of(ACCESS), "duties", "no duty")
    assert "no duty to defend the other, say two officials" in row.text
    assert row.fields["bearer"] == "Each party (Norway and Poland)"


def test_a_duty_under_another_treaty_names_the_treaty_and_who_is_bound() -> None:
    row = only(brief_of(ACCESS), "duties", "1994")
    assert row.fields["bearer"] == "Denmark"
    assert row.fields["what"].startswith("1994 Baltic treaty: ")
    assert row.fields["when"] == "if it is attacked"


def test_others_are_told_with_those_whom_the_report_names_among_them() -> None:
    row = only(brief_of(ACCESS), "duties", "mere port deal")
    assert row.fields["holder"] == "others such as Eva Holm of Lund University"


def test_a_surname_in_one_report_is_the_person_whom_another_names_in_full() -> None:
    row = only(brief_of(ACCESS, ACCESS_TOO), "duties", "a first step")
    assert row.fields["holder"] == "Espen Barth Eide"


def test_a_weekday_without_a_date_is_the_day_that_another_report_dates() -> None:
    signed = [item for item in brief_of(ACCESS, ACCESS_TOO)["timeline"] if "signed" in item.text]
    assert [item.fields["since"] for item in signed] == ["2024-06-03"]


def test_an_agreement_of_no_other_name_goes_by_the_word_that_the_reports_use() -> None:
    text = "Oslo signs\n\nNorway and Poland signed a treaty on 3 June 2024.\n"
    assert brief_of(text).title == "Norway and Poland: treaty"


UNMADE = """Peru plays down talk of a pact

Peru denied on 3 June 2024 that it had signed a defence pact with Chile. Under a draft, each party \
would help the other if it is attacked. The draft, which the Herald could not verify, would enter \
into force after both parliaments ratify it. A newspaper said that Peru would pay Chile 40 million \
dollars a year. Peru denies that it will pay Chile 40 million dollars. The trade in arms between \
Peru and Chile has grown.
"""


def test_a_signing_that_is_denied_is_no_signing() -> None:
    brief = brief_of(UNMADE)
    assert "Peru denies that Peru and Chile signed a defence pact" in lines(brief, "events")
    assert "Signed" not in lines(brief, "instrument")


def test_what_must_be_ratified_first_is_not_ratified() -> None:
    assert "ratified a" not in lines(brief_of(UNMADE), "events")


def test_what_a_draft_lays_down_is_told_of_the_draft() -> None:
    row = only(brief_of(UNMADE), "duties", "help the other")
    assert "in a draft: " in row.fields["what"]


def test_a_trade_has_partners_and_no_giver() -> None:
    row = only(brief_of(UNMADE), "exchanges", "arms")
    assert (row.fields["giver"], row.fields["receiver"]) == ("Peru and Chile", "each other")


def test_a_gift_that_somebody_denies_is_told_with_the_denial() -> None:
    lead = lines(brief_of(UNMADE), "events")
    assert "Peru is to give Chile 40 million dollars (citing a newspaper)" in lead
    assert "Peru denies it" in lead


def test_what_is_replaced_goes_by_the_reports_own_noun() -> None:
    text = (
        "Oslo\n\nNorway and Poland signed a pact on 3 May 2024. The pact replaces declarations of \
1994 and 2003.\n"
    )
    assert "earlier declarations, of 1994 and 2003" in lines(brief_of(text), "instrument")


def test_an_agreement_of_another_year_is_another_agreement() -> None:
    text = "Oslo\n\nNorway and Poland signed a pact on 3 May 2024. The accord of 2008 obliges \
Norway to consult Poland.\n"
    row = only(brief_of(text), "duties", "consult")
    assert "accord of 2008: " in row.fields["what"]


def test_officials_at_the_head_of_a_sentence_are_no_name() -> None:
    text = SCHOLARS.replace("The lawyer said", "Officials in Warsaw said")
    assert only(brief_of(text), "duties", "duty to fight").text.startswith("Officials in Warsaw:")


def test_an_office_of_many_states_is_told_with_its_state() -> None:
    text = "Oslo signs\n\nNorway and Poland signed a pact on 3 May 2024. “It is a good day,” said \
President Andrzej Duda.\n"
    assert "Andrzej Duda (President of Poland)" in lines(brief_of(text), "statements")


def test_of_a_long_list_of_pledges_the_sides_are_left_out() -> None:
    text = "Oslo\n\nNorway and Poland signed a pact. In a letter, Andrzej Duda pledged to “promote \
exchanges between Norwegian and Polish schools and universities, joint journeys of the young, as \
well as sports, music and theatre”.\n"
    pledge = only(brief_of(text), "exchanges", "promote")
    assert "“promote exchanges …, joint journeys of the young, as well as sports" in pledge.text


def test_a_reader_of_no_name_keeps_the_large_letter_of_a_nation() -> None:
    text = SCHOLARS.replace("A lawyer in Geneva", "A Western diplomat").replace(
        "The lawyer said", "The diplomat said"
    )
    row = only(brief_of(text), "duties", "duty to fight")
    assert row.text.startswith(("A Western diplomat", "The Western diplomat"))


def test_a_reading_of_another_kind_of_agreement_stands_under_its_name() -> None:
    text = SCHOLARS.replace(
        "The lawyer said the pact was a duty to fight.",
        "Denmark and Latvia signed a declaration in May 2024. The lawyer said the declaration was \
a duty to fight.",
    )
    row = only(brief_of(text), "duties", "duty to fight")
    assert "on the declaration: " in row.text


def test_what_a_reader_does_for_a_living_is_a_clause() -> None:
    text = SCHOLARS.replace(
        "Anna Berg, a scholar at the University of Bergen,",
        "Anna Berg, who teaches law at the University of Bergen,",
    )
    row = only(brief_of(text), "duties", "binds nobody")
    assert row.fields["affiliation"] == "who teaches law at the University of Bergen"


def test_a_clause_that_is_provided_for_is_told_as_a_clause() -> None:
    text = "Oslo\n\nNorway and Poland signed a pact on 3 May 2024. The pact provides that an armed \
attack on one party “shall be regarded as an attack on the other”.\n"
    assert "it provides that an armed attack on one party “shall" in lines(brief_of(text), "events")


def test_who_leaves_a_bloc_ends_no_agreement() -> None:
    text = "Niamey\n\nMali and Niger signed a treaty on 6 July 2024. They announced in January \
that they would leave ECOWAS.\n"
    brief = brief_of(text)
    assert brief.title == "Mali and Niger: treaty"
    assert "to leave the Economic Community of West African States" in lines(brief, "events")


def test_a_will_that_hangs_on_an_open_it_is_not_told() -> None:
    text = "Niamey\n\nMali and Niger signed a treaty on 6 July 2024. Chad moved its troops. Mali \
intends to regard it as a declaration of war.\n"
    assert "regard it" not in lines(brief_of(text), "events")


ARMS = """Sweden arms Moldova

Sweden and Moldova signed a pact on 3 May 2024. Sweden has given Moldova 30 radars and 5,000 \
rifles. Sweden has not given Moldova long-range missiles. Moldova ratified the pact on 9 May 2024. \
Moldovan lawmakers promised to block the pact. Anna Berg, a lawyer, said that Sweden should \
denounce the pact.
"""


def test_who_denies_one_gift_is_not_set_against_another() -> None:
    told = "Missiles\n\nSweden has given Moldova long-range missiles, a report of May 2024 said.\n"
    contradiction = only(brief_of(ARMS, told), "comparison", "denies it").text
    assert "long-range missiles" in contradiction
    assert "radars" not in contradiction


def test_what_one_party_ratified_is_ratified_by_it() -> None:
    assert "Ratified by Moldova on 9 May 2024." in lines(brief_of(ARMS), "instrument")


def test_lawmakers_are_not_their_state() -> None:
    assert "Moldovan lawmakers" in only(brief_of(ARMS), "exchanges", "block the pact").text


def test_what_should_be_done_is_not_told_as_to_be_done() -> None:
    brief = brief_of(ARMS, ARMS.replace("Anna Berg, a lawyer, said that Sweden should", "It may"))
    assert "to denounce" not in lines(brief, "comparison")


SUMMIT = """Norway and Poland sign a pact

The long-awaited meeting between Norwegian Prime Minister Jonas Gahr Støre and Polish Prime \
Minister Donald Tusk took place on Wednesday, with the two countries signing a defence pact. \
Norway has supplied Poland with shells, Oslo and Warsaw said. Poland denies that it gave Norway \
tanks. Poland published the pact on Thursday. The text of the pact had not been released on \
Wednesday. Neither war is likely this summer.
"""


def test_a_signing_has_the_day_of_the_meeting_in_its_sentence() -> None:
    line = only(brief_of(SUMMIT), "timeline", "Wednesday")
    assert "signed the agreement" in line.text


def test_days_of_a_week_stand_in_its_order() -> None:
    days = [item.text for item in brief_of(SUMMIT)["timeline"]]
    assert [d for d in days if "Wednesday" in d] + [d for d in days if "Thursday" in d] == days


def test_two_governments_are_not_one_voice_and_a_denial_is_no_exchange() -> None:
    other = "Oslo\n\nNorway and Poland signed a pact on 3 May 2024.\n"
    assert "one voice" not in lines(brief_of(SUMMIT, other), "not_known")


def test_that_a_text_was_not_out_yet_says_nothing_once_it_is() -> None:
    assert "not been released" not in lines(brief_of(SUMMIT), "not_known")
    still = SUMMIT.replace("Poland published the pact on Thursday. ", "")
    assert "not been released" in lines(brief_of(still), "not_known")


def test_a_hedge_under_a_no_is_told_with_it() -> None:
    line = only(brief_of(SUMMIT), "possibilities", "Neither war")
    assert "(not “likely”; one voice)" in line.text


def test_a_provision_that_opens_with_its_condition_is_told_duty_first() -> None:
    text = "Oslo\n\nNorway and Poland signed a pact on 3 May 2024. The pact says that if one party \
faces an armed attack, the other will help it with all its means.\n"
    lead = lines(brief_of(text), "events")
    assert "it provides that the other will help it with all its means, if one party" in lead


def test_what_one_report_rests_on_evidence_is_no_fact_by_another() -> None:
    rows = brief_of(PACT + "Poland has given Norway rifles.\n", PACT_TOO)["exchanges"]
    how = {", ".join(row.fields["goods"]): row.fields["how"] for row in rows}
    assert "as fact" in how["rifles"]
    assert "“Satellite images show”" in how["shells"]
    assert "as fact" not in how["shells"]


def test_it_is_the_text_that_leaves_a_word_open() -> None:
    text = "Oslo\n\nNorway and Poland signed a pact. The text left the meaning of “help” unclear.\n"
    assert "the text leaves “help” open" in lines(brief_of(text), "not_known")
