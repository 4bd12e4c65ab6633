"""Of how many tambons, which are missing, how fresh, and which ground counts."""

import datetime as dt

import pandas as pd

from planning_kit.rollup import parts_of, roll_up
from planning_kit.rollup.successors import say_notice

A, B, C, D, E = "670101", "670102", "670103", "670104", "670201"
HERE = [A, B, C, D, E]


def test_a_total_says_of_how_many_and_how_fresh(parts):
    frame = parts(
        {"place": A, "value": 1, "as_of": dt.date(2026, 3, 1), "n": 20},
        {"place": B, "value": 2, "as_of": dt.date(2025, 1, 1), "is_endorsed": False, "n": 30},
        {"place": E, "value": 4, "as_of": dt.date(2026, 9, 9)},
    )
    (row,) = roll_up(frame, "province", expected=HERE).totals.to_dict("records")
    assert (row["in_places"], row["of_places"], row["not_endorsed"]) == (3, 5, 1)
    assert row["missing"] == (C, D) and row["tambons"] == (A, B, E)
    assert (row["oldest_as_of"], row["newest_as_of"]) == (
        pd.Timestamp(2025, 1, 1), pd.Timestamp(2026, 9, 9),
    )  # fmt: skip
    assert not row["is_endorsed"] and row["n"] == 50


def test_a_hidden_part_is_neither_counted_nor_missing(parts):
    frame = parts({"place": A, "hidden": True}, {"place": B, "value": 9})
    rows = roll_up(frame, ["amphoe", "province"], expected=HERE).totals
    row = rows[rows["level"] == "province"].iloc[0]
    assert (row["value"], row["in_places"], row["withheld"]) == (9, 1, (A,))
    assert row["missing"] == (C, D, E)
    again = roll_up(rows[rows["level"] == "amphoe"], "province", expected=HERE).totals.iloc[0]
    assert (again["withheld"], again["missing"]) == ((A,), (C, D, E))


def test_a_plan_area_of_two_amphoe_is_carried_to_the_province(parts, of):
    frame = parts(
        {"plan_area": "P1", "place": "67", "tambons": (D, E), "value": 5},
        {"place": A, "value": 1},
    )
    amphoe = roll_up(frame, "amphoe", expected=HERE)
    assert amphoe.totals["value"].sum() == 6
    carried = amphoe.totals[amphoe.totals["carried"]].iloc[0]
    assert (carried["place"], carried["tambons"]) == ("67", (D, E))
    by_steps = roll_up(amphoe.totals, "province", expected=HERE).totals
    at_once = roll_up(frame, "province", expected=HERE).totals
    pd.testing.assert_frame_equal(by_steps, at_once)
    assert of(at_once) == {"67": 6} and of(at_once, "in_places") == {"67": 3}


def test_an_office_that_reports_an_amphoe_covers_all_of_it(parts):
    frame = parts({"place": "6711", "value": 5})
    row = roll_up(frame, "province").totals.set_index("place").loc["67"]
    assert len(row["tambons"]) == row["in_places"] > 1


def test_sent_twice_counts_once(parts):
    row = {"place": A, "value": 5, "as_of": dt.date(2026, 1, 1)}
    found = roll_up(parts(row | {"source": "b"}, row | {"source": "a"}), "amphoe", expected=[A])
    assert found.totals["value"].tolist() == [5]
    assert found.left_out["reason"].tolist() == ["sent_twice"] and found.conflicts.empty


def test_of_two_versions_the_later_endorsed_counts(parts):
    frame = parts(
        {"value": 1, "as_of": dt.date(2025, 1, 1)},
        {"value": 2, "as_of": dt.date(2026, 1, 1)},
        {"value": 3, "as_of": dt.date(2026, 6, 1), "is_endorsed": False},
        place=A,
    )
    found = roll_up(frame, "amphoe", expected=[A])
    assert found.totals["value"].tolist() == [2]
    assert found.left_out["value"].tolist() == [1, 3]
    assert set(found.conflicts["kind"]) == {"two_versions"}
    assert found.conflicts["values"].tolist() == [(2, 1), (2, 3)]
    latest = roll_up(frame, "amphoe", expected=[A], prefer="latest")
    assert latest.totals["value"].tolist() == [3]


def test_shared_ground_counts_once_and_is_told(parts):
    frame = parts(
        {"plan_area": "SAO", "place": "6701", "tambons": (A, B), "value": 10},
        {"plan_area": "TOWN", "place": B, "value": 4, "as_of": dt.date(2026, 1, 1)},
    )
    found = roll_up(frame, "amphoe", expected=HERE)
    assert found.totals.set_index("place").loc["6701", "value"] == 4
    (left,) = found.left_out.to_dict("records")
    assert (left["plan_area"], left["reason"], left["instead"]) == ("SAO", "shares_ground", "TOWN")
    assert found.conflicts["plan_areas"].tolist() == [("TOWN", "SAO")]
    chosen = roll_up(frame, "amphoe", expected=HERE, keep=["SAO"])
    assert chosen.totals.set_index("place").loc["6701", "value"] == 10


def test_two_plan_areas_of_one_tambon_with_other_villages_both_count(parts):
    frame = parts(
        {"plan_area": "SAO", "place": A, "value": 10, "villages": (A + "01", A + "02")},
        {"plan_area": "TOWN", "place": A, "value": 4, "villages": (A + "03",)},
    )
    found = roll_up(frame, "tambon", expected=[A])
    assert found.totals["value"].tolist() == [14] and found.totals["in_places"].tolist() == [1]
    frame["villages"] = [(A + "01",), (A + "01",)]
    assert roll_up(frame, "tambon", expected=[A]).totals["value"].tolist() == [10]


def test_an_abolished_tambon_leads_to_its_successor_with_a_notice(parts):
    # Bang Sue moved from khet 1002 to a khet of its own.
    found = roll_up(parts({"place": "100205", "value": 3}), "amphoe", expected=["102901"])
    assert found.totals["place"].tolist() == ["1029"]
    assert found.notices.to_dict("records") == [
        {"plan_area": "100205", "code": "100205", "became": ("102901",), "place": "102901"}
    ]
    assert "102901" in say_notice("100205", "en")


def test_a_divided_tambon_counts_only_where_it_is_certain(parts, of):
    # Khwaeng Bang Bon became four khwaeng of the same khet.
    frame = parts({"place": "105001", "value": 3})
    became = ["105002", "105003", "105004", "105005"]
    khwaeng = roll_up(frame, "tambon", expected=became)
    assert of(khwaeng.totals[~khwaeng.totals["carried"]], "in_places") == dict.fromkeys(became, 0)
    assert khwaeng.totals[khwaeng.totals["carried"]]["place"].tolist() == ["1050"]
    khet = roll_up(frame, "amphoe", expected=became)
    assert of(khet.totals) == {"1050": 3} and of(khet.totals, "in_places") == {"1050": 4}


def test_an_invented_tambon_enters_no_nation(parts, of):
    frame = parts({"place": "990101", "value": 100}, {"place": A, "value": 1})
    nation = roll_up(frame, "country")
    assert of(nation.totals) == {"TH": 1}
    assert nation.left_out["reason"].tolist() == ["invented"]
    assert of(roll_up(frame, "province").totals)["99"] == 100


def test_every_total_leads_to_its_parts(parts):
    frame = parts({"place": A, "value": 1}, {"place": B, "hidden": True}, {"place": E, "value": 4})
    found = roll_up(frame, ["tambon", "amphoe", "province", "country"], expected=HERE)
    nation = found.at("country").iloc[0]
    assert parts_of(nation, found.counted)["place"].tolist() == [A, B, E]
    amphoe = parts_of(nation, found.at("amphoe"))
    assert amphoe["place"].tolist() == ["6701", "6702"]
    below = parts_of(amphoe.iloc[0], found.at("tambon"))
    assert below["place"].tolist() == [A, B] and below["hidden"].tolist() == [False, True]


def test_a_plan_area_of_two_provinces_is_in_their_region_if_they_have_one(parts):
    # Chiang Mai and Lamphun lie in the north in both schemes; Phetchabun and Loei in two regions.
    frame = parts(
        {"plan_area": "north", "place": "TH", "tambons": ("500101", "510101"), "value": 3},
        {"plan_area": "both", "place": "TH", "tambons": ("670101", "420101"), "value": 5},
    )
    for scheme in ("codi", "nesdc6"):
        totals = roll_up(frame, ["region", "country"], scheme=scheme).totals
        region = totals[(totals["level"] == "region") & ~totals["carried"]]
        assert region["value"].dropna().tolist() == [3]
        carried = totals[totals["carried"]]
        assert carried[carried["level"] == "region"]["value"].tolist() == [5]
        assert totals[totals["level"] == "country"]["value"].tolist() == [8]
