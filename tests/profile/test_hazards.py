"""Hazards by year, crop, village and kind."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from planning_kit.profile.hazards import (
    by_crop,
    by_kind,
    by_two,
    by_village,
    by_year,
    exact_copies,
    in_all,
)
from planning_kit.records import Hazard, to_frame

REAL = (
    Path(__file__).resolve().parents[2].parent
    / "shared/data/nakhon_pathom/disasters_by_village_seed.json"
)


def hazard(village: int, year: int, area: float | None = 4000.0, **more: object) -> dict:
    return {
        "village_code": f"990101{village:02}",
        "year_be": year,
        "planted_area": 8000.0,
        "affected_area": area,
        "crop": "ข้าวนาปี",
        **more,
    }


def hazards(*rows: dict) -> pd.DataFrame:
    return to_frame(Hazard, rows)


def six(village: int, year: int, **more: object) -> list[dict]:
    return [hazard(village, year, 4000.0 + i, **more) for i in range(6)]


def test_areas_and_share_by_village():
    table = by_village(hazards(*six(1, 2567), *six(2, 2567), hazard(2, 2567, None)))
    first, second = table.iloc[0], table.iloc[1]
    # 6 x 10 rai and 0+1+2+3+4+5 square wah, of 6 x 20 rai
    assert first["affected_rai"] == pytest.approx(60 + 15 / 400)
    assert first["share"] == pytest.approx((60 + 15 / 400) / 120)
    assert (second["events"], second["area_n"], second["planted_n"]) == (7, 6, 7)
    assert second["planted_rai"] == 140


def test_copies_are_counted_apart_and_not_added_twice():
    rows = six(1, 2567)
    frame = hazards(*rows, rows[0], rows[0]).assign(record_id=range(8))
    assert exact_copies(frame).tolist() == [False] * 6 + [True, True]
    row = by_village(frame).iloc[0]
    assert (row["events"], row["copies"], row["planted_rai"]) == (6, 2, 120)


def test_a_kind_not_stated_stays_apart_from_other():
    table = by_kind(
        hazards(*six(1, 2567), *six(2, 2567, kind="other"), *six(3, 2567, kind="flood"))
    )
    assert table["key"].tolist() == ["flood", "other", None]
    assert table["events"].tolist() == [6, 6, 6]


def test_a_year_without_a_row_is_no_record_and_not_zero():
    table = by_year(hazards(*six(1, 2564), *six(1, 2566))).set_index("key")
    assert table.index.tolist() == [2564, 2565, 2566]
    assert table["recorded"].tolist() == [True, False, True]
    assert pd.isna(table.at[2565, "events"])
    assert pd.isna(table.at[2565, "affected_rai"])


def test_plots_of_two_people_hide_their_area_but_not_that_it_happened():
    frame = hazards(
        *six(1, 2567), *six(2, 2567), *six(2, 2568), *[hazard(3, 2567, 1.0 + i) for i in range(2)]
    )
    table = by_village(frame).set_index("key")
    assert table["events"].tolist() == [6, 12, 2]
    assert table["hidden"].tolist() == [True, False, True]
    assert table["affected_rai"].isna().tolist() == [True, False, True]


def test_crops_by_number_of_rows_then_not_stated():
    rows = [
        *six(1, 2567),
        *six(1, 2568, crop=None),
        *six(2, 2567, crop="อ้อย"),
        hazard(2, 2560, crop="อ้อย"),
    ]
    assert by_crop(hazards(*rows))["key"].tolist() == ["อ้อย", "ข้าวนาปี", None]


def test_two_ways():
    frame = hazards(*six(1, 2567, kind="flood"), *six(2, 2568))
    table = by_two(frame, "year_be", "kind")
    assert table.at[2567, "flood"] == 6
    assert table.at[2568, ""] == 6
    assert table.at[2568, "flood"] == 0


def test_all_in_one_row():
    row = in_all(hazards(*six(1, 2567), *six(2, 2568), six(1, 2567)[0])).iloc[0]
    assert (row["key"], row["events"], row["copies"], row["planted_rai"]) == ("all", 12, 1, 240)


def test_no_hazards_no_rows():
    assert in_all(hazards()).empty
    assert by_village(hazards()).empty
    assert by_year(hazards()).empty
    assert by_two(hazards(), "year_be", "kind").empty


@pytest.mark.skipif(
    not REAL.exists(), reason="the open data of Nakhon Pathom are not beside the checkout"
)
def test_bang_pla_as_published():
    seed = json.loads(REAL.read_text(encoding="utf-8"))
    rows = [
        {
            "village_code": f"730301{int(row['village_no'] or 0):02}",
            "year_be": row["year"],
            "crop": row["crop_type"] or None,
            "planted_area": row["planted_area_rai"] * 400.0,
            "affected_area": row["affected_area_rai"] * 400.0,
            "utm_east": row["utm_x"],
            "utm_north": row["utm_y"],
            "variety": row["variety"] or None,
        }
        for row in seed
        if (row["district"], row["subdistrict"]) == ("บางเลน", "บางปลา")
    ]
    frame = hazards(*rows)
    kept = frame.drop_duplicates()
    table = by_village(frame)
    assert table["events"].sum() == len(kept)
    assert table["copies"].sum() == len(frame) - len(kept)
    by_hand = kept[kept["village_code"] == "73030103"]["affected_area"].sum() / 400
    told = table.set_index("key").at["73030103", "affected_rai"]
    assert told == pytest.approx(by_hand) or pd.isna(told)
    shown = table[~table["hidden"]]
    assert (shown["area_n"] >= 5).all()
    assert by_kind(frame)["key"].tolist() == [None]


def test_an_event_that_struck_many_households_is_nobodys_own_plot_and_is_shown():
    # Three events of a village, 20 + 30 + 25 households: 10 rai each, 30 rai in all.
    rows = [hazard(1, 2567, 4000.0, households=n) for n in (20, 30, 25)]
    table = by_year(hazards(*rows))
    assert table["affected_rai"].tolist() == [30]
    assert table["hidden"].tolist() == [False]


def test_events_that_struck_under_five_households_together_stay_hidden():
    table = by_year(hazards(hazard(1, 2567, households=2), hazard(1, 2567, 5000.0, households=2)))
    assert table["affected_rai"].isna().all()
    assert table["hidden"].tolist() == [True]
