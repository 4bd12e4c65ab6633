"""A foreign table into an area's own questions, by the commands a facilitator types."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.shipped import shipped

TABLE = (
    "รหัสครัวเรือน,รหัสหมู่บ้าน,เลี้ยงแพะ,จำนวนแพะ,คอกแพะ\n"
    "H1,99010101,ใช่,5,ยกพื้น\nH2,99010102,ไม่,,\nH3,99010102,ใช่,12,บนพื้นดิน\n"
)
MAPPING = """
[source]
source_code = "G"
title = "แพะ"
publisher = "อบต."
method = "census"
date_to = "31/12/2568"
[[table]]
record = "household"
[table.fields]
household_id = "รหัสครัวเรือน"
village_code = "รหัสหมู่บ้าน"
x_keeps_goats = "เลี้ยงแพะ"
x_goats = "จำนวนแพะ"
x_goat_pen = { column = "คอกแพะ", values = { "ยกพื้น" = "raised", "บนพื้นดิน" = "ground" } }
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "m.toml").write_text(MAPPING, encoding="utf-8")
    return tmp_path / "t.csv", tmp_path / "m.toml"


def ask(kit) -> None:
    questions = shipped("data", "local_questions", "example.toml")
    assert kit("questions", "add", questions, "--area", "990101").code == 0


def test_columns_reach_the_questions_of_the_area(kit, files, store):
    from planning_kit.records import record_type
    from planning_kit.workbook import open_workbook

    table, mapping = files
    kit("new", "--area", "990101", "--start", "2571")
    ask(kit)
    said = kit("import", table, "--area", "990101", "--mapping", mapping)
    assert (said.code, said.err) == (0, "")
    with open_workbook("990101", 2571, store=store) as workbook:
        frame = workbook.frame(record_type("household")).set_index("household_id")
    assert frame["x_goats"].dropna().to_dict() == {"H1": 5, "H3": 12}
    assert dict(frame["x_goat_pen"].dropna()) == {"H1": "raised", "H3": "ground"}


def test_a_question_nobody_asks_is_named_with_those_there_are(kit, files, tmp_path):
    table, mapping = files
    kit("new", "--area", "990101")
    said = kit("import", table, "--area", "990101", "--mapping", mapping)
    assert said.code == 1 and "collect.mapping-unknown-question" in said.err
    assert "planning-kit questions add FILE --area CODE" in said.err
    ask(kit)
    mapping.write_text(MAPPING.replace("x_goats", "x_goets"), encoding="utf-8")
    said = kit("import", table, "--area", "990101", "--mapping", mapping)
    assert said.code == 1 and len(said.err.splitlines()) == 1
    assert "x_goets" in said.err and "x_goats (Number of goats)" in said.err


def test_the_draft_guesses_them_where_the_area_is_given(kit, files):
    table, _mapping = files
    kit("new", "--area", "990101")
    ask(kit)
    without = kit("mapping", table, "--record", "household").out
    drafted = kit("mapping", table, "--record", "household", "--area", "990101").out
    assert "x_goats =" not in without
    assert 'x_goats = "จำนวนแพะ"' in drafted and 'x_keeps_goats = "เลี้ยงแพะ"' in drafted


def test_a_form_that_is_not_there_is_one_sentence(kit, files, tmp_path):
    said = kit("mapping", files[0], "--form", tmp_path / "none.xlsx")
    assert said.code == 1 and "[cli.no-such-file]" in said.err
