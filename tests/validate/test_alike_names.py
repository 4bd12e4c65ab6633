from __future__ import annotations

import pytest

CODE = "validate.alike-name"


def group(name, village="99010103", record="group"):
    kind = {"group": "savings", "natural_resource": "water_body", "capital": "social"}[record]
    return (record, {"name": name, "kind": kind, "village_code": village})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กลุ่มออมทรัพย์บ้านหนองบัว", "กลุ่มออมทรัพบ้านหนองบัว"),
        ("กลุ่มแม่บ้านแปรรูปกล้วย", "แม่บ้านแปรรูปกล้วย"),
        ("วิสาหกิจชุมชนผักปลอดภัยบ้านคลอง", "กลุ่มผักปลอดภัย บ้านคลอง"),
        ("กลุ่มเลี้ยงโคเนื้อ หมู่ 3", "กลุ่มเลี้ยงโคเนื้อหมู่ ๓"),
        ("Savings group Nong Bua", "Savings groop Nong Bua"),
    ],
)
def test_names_spelled_nearly_alike_are_marked_on_both_rows(judged, codes_of, one, other) -> None:
    checked = judged(group(one), group(other))
    assert codes_of(checked) == [{CODE}, {CODE}]
    assert other in checked.rows[0].findings[0].say("th")
    assert one in checked.rows[1].findings[0].say("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กลุ่มเลี้ยงโคเนื้อ หมู่ 3", "กลุ่มเลี้ยงโคเนื้อ หมู่ 4"),
        ("กลุ่มออมทรัพย์บ้านหนองบัว", "กองทุนหมู่บ้านหนองบัว"),
        ("กลุ่มทอผ้า", "กลุ่มทอเสื่อ"),
        ("กลุ่มก", "กลุ่มข"),
    ],
)
def test_other_names_are_other_groups(judged, codes_of, one, other) -> None:
    assert codes_of(judged(group(one), group(other))) == [set(), set()]


def test_each_village_may_have_one_of_the_name(judged, codes_of) -> None:
    one, other = "กลุ่มออมทรัพย์สตรี", "กลุ่มออมทรัพย์สตรีี"
    two = group(one), group(other, "99010104")
    assert codes_of(judged(*two)) == [set(), set()]
    unplaced = group(one), group(other, None)
    assert codes_of(judged(*unplaced)) == [{CODE}, {CODE}]


@pytest.mark.parametrize("record", ["natural_resource", "capital"])
def test_resources_and_capital_too(judged, codes_of, record) -> None:
    pair = group("สระสาธารณะหนองบัว", record=record), group("สระสาธารณะ หนองบัว", record=record)
    assert codes_of(judged(*pair)) == [{CODE}, {CODE}]


def test_a_group_kept_before_is_found(judged, codes_of) -> None:
    _name, old = group("กลุ่มออมทรัพย์บ้านหนองบัว")
    held = {"group": [{**old, "source_code": "S1"}]}
    assert codes_of(judged(group("กลุ่มออมทรัพบ้านหนองบัว"), held=held)) == [{CODE}]
