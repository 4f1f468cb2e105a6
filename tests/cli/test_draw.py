"""`foedus draw` and `foedus network`, as a user meets them."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from foedus.api import draw_map, draw_network, draw_portfolio
from foedus.cli.app import app
from foedus.model.errors import InputError
from tests.history.invented import row
from tests.history.panel.tables import baseline, capability, promise

SVG = "{http://www.w3.org/2000/svg}"
# France, Russia and Britain by their real numbers in a world that we made up
STATES = [
    {"ccode": code, "cw_abb": "x", "cw_name": "x", "start": "1890-01-01", "end": "1912-12-31"}
    for code in (200, 220, 365)
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bound = [
        {**row(220, yrent=1894, yrexit=0, defense=1), "atopid": 1},
        {**row(365, yrent=1894, yrexit=1899, moexit=12, dayexit=31, defense=1), "atopid": 1},
        {
            **row(365, yrent=1900, moent=1, dayent=1, yrexit=0, phase=1, defense=1, consul=1),
            "atopid": 1,
        },
        {**row(220, yrent=1904, yrexit=1907, consul=1), "atopid": 2},
        {**row(220, yrent=1910, yrexit=0, consul=1), "atopid": 2},
        {**row(200, yrent=1904, yrexit=1907), "atopid": 2},
    ]
    years = [
        promise(one, two, year, defense=1)
        for year in range(1894, 1913)
        for one, two in ((220, 365), (365, 220))
    ]
    marks = {"positional": 1, "spatial": "", "ideological": "", "interventionary": ""}
    rival = {"tssr_id": 1, "rivalry": "x", "ccode1": 200, "ccode2": 365, "start": 1890, "end": 1912}
    return baseline(
        tmp_path_factory.mktemp("world"),
        states=STATES,
        alliances=years,
        members=bound,
        rivalries=[{**rival, **marks}],
        nmc=[capability(220, 1900, 0.1)],
    )


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("alliances",), "defence in 1 pairs"),
        (("portfolio", "France"), "1 Russia, 1894 to the end, defence"),
        (("network", "--on", "1905-01-01"), "2 pairs among 3 states"),
        (("similarity", "France", "Russia"), "1.00 in 1912"),
        (("map", "Russia", "--on", "1905-01-01"), "fights: 1"),
    ],
)
def test_a_picture_is_written_with_its_data_and_says_what_it_shows(
    words: tuple[str, ...], told: str, world: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.svg"
    result = run("draw", *words, "--baseline", world, "--out", out, "--json")
    drawn = out.read_text("utf-8")
    (description,) = re.findall(r"<desc[^>]*>(.*?)</desc>", drawn)
    assert told in " ".join(description.split())
    assert json.loads(result.output) == json.loads(out.with_suffix(".json").read_text("utf-8"))
    assert not re.search(r"https?://(?!www\.w3\.org)", drawn), "it loads nothing"


def test_a_treaty_that_stood_as_the_coding_ended_is_drawn_as_open(world: Path) -> None:
    drawn = draw_portfolio(world, "France").svg()
    assert drawn.count("→") == 2
    assert "An arrow: still bound as the coding ended (dashed line)." in drawn


def times(state: str, world: Path) -> dict[int, list[dict[str, Any]]]:
    """By treaty the times in which the state was bound."""
    return {one["atopid"]: one["times"] for one in draw_portfolio(world, state).data["treaties"]}


def test_a_time_in_which_the_state_was_not_bound_is_a_gap(world: Path) -> None:
    treaties = {
        one["atopid"]: one["times"] for one in draw_portfolio(world, "France").data["treaties"]
    }
    assert [time["since"][:4] for time in treaties[2]] == ["1904", "1910"]
    assert len(treaties[1]) == 1


def test_a_change_of_promises_is_a_time_of_its_own(world: Path) -> None:
    treaties = {
        one["atopid"]: one["times"] for one in draw_portfolio(world, "Russia").data["treaties"]
    }
    assert [time["promises"] for time in treaties[1]] == [["defense"], ["defense", "consul"]]
    assert treaties[1][0]["until"] == "1899-12-31"


def test_the_network_can_be_kept_to_one_promise(world: Path) -> None:
    drawn = draw_network(world, date(1905, 1, 1), "defence").svg()
    assert "1 pairs among 2 states" in drawn
    with pytest.raises(InputError, match="no promise 'love'; one of: defence, offence"):
        draw_network(world, date(1905, 1, 1), "love")


def test_the_map_names_its_borders_and_its_viewpoint(world: Path) -> None:
    drawn = " ".join(draw_map("Russia", date(1905, 1, 1), world, "open").svg().split())
    assert "Borders of today, not of 1905" in drawn
    assert "newest fact" in drawn
    assert "and ATOP 4.01, your import." in drawn
    assert "are drawn as nobody's" in drawn
    with pytest.raises(InputError, match="no viewpoint 'mine'; one of: recognised, controlled"):
        draw_map("Russia", date(1905, 1, 1), world, "mine")


def fills(picture: Any) -> dict[int, str]:
    """The bond of every shape of the map by its number."""
    specification = json.dumps(picture.chart.to_dict())
    return {
        int(n): bond for n, bond in re.findall(r'"id": (-?\d+), "bond": "([^"]+)"', specification)
    }


def test_a_contested_area_is_drawn_as_the_viewpoint_has_it() -> None:
    on, taiwan, northern_cyprus, turkey, cyprus = date(2024, 12, 10), 158, -1, 792, 196
    seen = {
        view: fills(draw_map("Turkey", on, viewpoint=view))
        for view in ("recognised", "controlled", "open")
    }
    assert seen["recognised"][northern_cyprus] == seen["recognised"][cyprus]
    assert seen["open"][taiwan] == seen["open"][northern_cyprus] == "contested"
    assert all(held[turkey] == "the state itself" for held in seen.values())


def test_an_area_without_dispute_is_drawn_as_the_state_that_it_belongs_to() -> None:
    seen = fills(draw_map("Denmark", date(2024, 12, 10)))
    greenland, denmark, somaliland, somalia = 304, 208, -3, 706
    assert seen[greenland] == seen[denmark] == "the state itself"
    assert seen[somaliland] == seen[somalia]


def test_a_state_that_bore_another_name_on_the_day_is_asked_for_by_that(world: Path) -> None:
    with pytest.raises(InputError, match="Russia was the Soviet Union on 1962-07-01; ask for"):
        draw_map("Russia", date(1962, 7, 1), world)


def test_a_state_without_a_shape_and_capital_is_named_under_the_map() -> None:
    drawn = " ".join(draw_map("Russia", date(2024, 12, 10)).svg().split())
    assert "Bound to it and not on the map: Abkhazia, South Ossetia." in drawn
    seen = draw_map("Russia", date(2024, 12, 10), viewpoint="controlled").svg()
    assert "not on the map" not in seen, "they hold the land that a diamond marks"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("portfolio", "Chile"), "has no member 155; name a state that it has a treaty of"),
        (("network", "--on", "1850-01-01"), "nobody was bound so to anybody on 1850-01-01"),
        (("similarity", "France", "220"), "France and 220 are one state; name two"),
        (("alliances", "--from", "2000"), "tells of 1815 to 1912; name two years within"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_leaves_no_file(
    words: tuple[str, ...], told: str, world: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        run("draw", *words, "--baseline", world, "--out", tmp_path / "a.svg")
    assert list(tmp_path.iterdir()) == []


def test_a_picture_is_an_svg(world: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"pictures are drawn as SVG; name it a\.svg"):
        run("draw", "alliances", "--baseline", world, "--out", tmp_path / "a.png")


def test_the_network_is_told_with_who_is_central_and_what_stands_together(world: Path) -> None:
    told = run("network", "--on", "1905-01-01", "--baseline", world).output
    assert "1905-01-01: 2 pairs bound by a promise, 3 states." in told
    assert "France: 2 ties" in told
    assert "2 states, 100 % of their pairs bound: France, Russia" in told
    rows = json.loads(run("network", "--on", "1905-01-01", "--baseline", world, "--json").output)
    assert rows["states"][0]["name"] == "France"
    assert rows["blocs"][0]["members"] == [220, 365]
