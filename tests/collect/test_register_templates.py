from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.collect import load_mapping, read_mapped
from planning_kit.collect.personal import why_personal
from planning_kit.collect.register_templates import (
    find_template,
    mapping_file,
    register_templates,
)
from planning_kit.errors import KitError


@pytest.mark.parametrize("template", register_templates(), ids=lambda one: one.name)
def test_every_template_is_a_sound_mapping_that_names_no_person(template) -> None:
    mapping = load_mapping(template.path)
    columns = [name for table in mapping.table for name in table.columns()]
    assert columns
    assert [name for name in columns if why_personal(name, [])] == []
    text = template.path.read_text(encoding="utf-8")
    assert "ไม่ยืนยัน/unconfirmed" in text
    assert f"`{template.name}`" in template.path.with_name("REGISTERS.md").read_text("utf-8")


def test_templates_are_found_by_short_name_and_files_stay_files(tmp_path) -> None:
    assert find_template("Farmer-Register").path.name == "farmer_register.toml"
    assert mapping_file("bmn").name == "bmn.toml"
    assert mapping_file("my.toml") == Path("my.toml")
    with pytest.raises(KitError) as caught:
        find_template("bmm")
    assert caught.value.code == "collect.unknown-template" and "bmn" in caught.value.say("th")


def test_account_books_add_up_by_household_and_unknown_words_are_told(tmp_path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "รหัสครัวเรือน,ปี,รายการ,หมวด,รายรับ,รายจ่าย\n"
        '1,2568,ขายข้าว,ขายพืชผล,"24,000",\n'
        "1,2568,ขายผัก,ขายพืชผล,1000,\n"
        "1,2568,ปุ๋ย,ต้นทุนการเกษตร,,1000\n"
        "1,2568,หวย,การพนัน,,80\n"
        "2,2568,กับข้าว,อาหาร,,800\n",
        encoding="utf-8",
    )
    read = read_mapped(path, load_mapping(find_template("household_account").path))
    one, two = (raw.values for raw in read.rows)
    assert (one["income_crops"], one["expense_farm"]) == (25_000, 1_000)
    assert two["expense_food"] == 800
    assert [left.place.row for left in read.left_out] == [5]
