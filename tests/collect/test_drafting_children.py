"""Drafts of the exports of forms with repeats: child tables and the keys that lead to them."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path

from planning_kit.collect import load_mapping, read_mapped
from planning_kit.collect.drafting import draft_mapping

MAIN = (
    "start,household_code,หมู่ที่,KEY,SET-OF-crops\n"
    "2026-03-02T15:00:00.000+07:00,1-001,3,uuid:a,uuid:a/crops\n"
    "2026-03-03T15:00:00.000+07:00,1-002,4,uuid:b,uuid:b/crops\n"
)
CROPS = (
    "season,product_kind,crop,planted_area_rai,quantity_kg,PARENT_KEY,KEY\n"
    "นาปี,พืชล้มลุก,ข้าว,10-2-0,4200,uuid:a,uuid:a/crops[1]\n"
    "ฤดูแล้ง,พืชล้มลุก,ข้าวโพด,5,3000,uuid:a,uuid:a/crops[2]\n"
    "นาปี,พืชล้มลุก,ข้าว,8,3600,uuid:b,uuid:b/crops[1]\n"
)
PEOPLE = (
    "first_name,sex,age,PARENT_KEY,KEY\n"
    "ก,F,51,uuid:a,uuid:a/p[1]\nข,M,20,uuid:a,uuid:a/p[2]\nค,F,19,uuid:a,uuid:a/p[3]\n"
    "ง,M,66,uuid:b,uuid:b/p[1]\n"
)


def export(tmp_path: Path, main: str = MAIN) -> Path:
    path = tmp_path / "survey.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in (("crops", CROPS), ("people", PEOPLE), ("survey", main)):
            packed.writestr(f"{name}.csv", text)
    return path


def test_children_are_drafted_with_their_keys_and_read_as_drafted(tmp_path) -> None:
    path = export(tmp_path)
    draft = draft_mapping(path)
    assert draft.record == "household"
    out = tmp_path / "m.toml"
    out.write_text(draft.text, encoding="utf-8")
    read = read_mapped(path, load_mapping(out), area="730502")
    homes = {
        raw.values["household_id"]: raw.values for raw in read.rows if raw.record == "household"
    }
    assert [(one["females"], one["males"]) for one in homes.values()] == [(2, 1), (0, 1)]
    crops = [raw.values for raw in read.rows if raw.record == "production"]
    assert [(one["household_id"], one["product"], int(one["quantity"])) for one in crops] == [
        ("1-001", "ข้าว", 4200),
        ("1-001", "ข้าวโพด", 3000),
        ("1-002", "ข้าว", 3600),
    ]
    # 10 ไร่ 2 งาน = 10 × 400 + 2 × 100; interviewed in 2026, B.E. 2569.
    assert crops[0]["planted_area"] == 4_200 and {one["year_be"] for one in crops} == {2569}


def test_without_a_code_the_key_of_the_form_names_the_household(tmp_path) -> None:
    main = MAIN.replace("household_code", "remarks_of_the_team")
    tables = tomllib.loads(draft_mapping(export(tmp_path, main)).text)["table"]
    by_record = {table["record"]: table for table in tables}
    assert by_record["household"]["fields"]["household_id"] == "KEY"
    assert by_record["production"]["fields"]["household_id"] == {"of": "home", "column": "KEY"}
    assert by_record["production"]["lookup"]["home"] == {
        "table": "survey.csv",
        "key": "PARENT_KEY",
        "its_key": "KEY",
    }
