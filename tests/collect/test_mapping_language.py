"""What a mapping may say of one field: codes, lists, ranges, sums, units, places."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.collect import Collected, read_mapped
from planning_kit.collect.mapping_expression import as_heading, columns_in, parse
from planning_kit.collect.mapping_file import checked_mapping
from planning_kit.errors import KitError
from planning_kit.language import speaking

SOURCE = {
    "source_code": "X",
    "title": "t",
    "publisher": "p",
    "method": "other",
    "date_to": "1/1/2569",
}


def read(tmp_path: Path, text: str, rule: dict, area: str | None = None, **whole) -> Collected:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    mapping = checked_mapping({"source": SOURCE, "table": [rule], **whole}, "m")
    return read_mapped(path, mapping, area=area)


def column(tmp_path: Path, cells: list[str], field: str, record: str = "household", **rule):
    """Return what the cells of a column “a” become in a field."""
    text = "id,a\n" + "".join(f'{at},"{cell}"\n' for at, cell in enumerate(cells))
    whole = {key: rule.pop(key) for key in ("missing_all", "units") if key in rule}
    if "missing_all" in whole:
        whole["missing"] = whole.pop("missing_all")
    table = {"record": record, "fields": {field: {"column": "a", **rule}}}
    return [raw.values[field] for raw in read(tmp_path, text, table, **whole).rows]


def test_codes_for_not_stated_go_from_the_cell_outwards(tmp_path: Path) -> None:
    cells = ["99", "99.0", "๙๙", " 98", "n/a", "N/A", "0", ""]
    assert column(tmp_path, cells, "males", missing=[99, 98], missing_all=["n/a"]) == [
        *[None] * 6,
        "0",
        None,
    ]
    # A field may say that a code of the whole file is a value here, or what it means.
    assert column(tmp_path, ["99"], "males", stated=[99], missing_all=[99]) == ["99"]
    assert column(tmp_path, ["99"], "males", values={"99": 0}, missing_all=[99]) == [0]


def test_codes_that_were_read_as_not_stated_are_counted(tmp_path: Path) -> None:
    rule = {"record": "household", "fields": {"males": {"column": "a", "missing": [98, 99]}}}
    notes = read(tmp_path, "a\n98\n99\n3\n", rule).notes
    (told,) = [note for note in notes if note.code == "collect.codes-not-stated"]
    assert told.values["columns"] == "“a” 2"


@pytest.mark.parametrize(("dash", "said"), [("zero", 0), ("not_stated", None), (None, "-")])
def test_a_lone_dash_means_what_the_mapping_says(tmp_path: Path, dash, said) -> None:
    rule = {"dash": dash} if dash else {}
    assert column(tmp_path, ["-", " – ", "-5"], "note", **rule)[0] == said
    assert column(tmp_path, ["-5"], "note", **rule) == ["-5"]


def test_value_maps_with_an_answer_for_all_others(tmp_path: Path) -> None:
    rule = {"values": {"1": "male", "2": "female", "9": ""}, "otherwise": "other"}
    cells = ["1", "2.0", "9", "x", ""]
    assert column(tmp_path, cells, "head_sex", **rule) == ["male", "female", None, "other", None]
    # Without “otherwise” an unknown value stays, and is judged later.
    assert column(tmp_path, ["x"], "head_sex", values={"1": "male"}) == ["x"]


def test_numbers_fall_into_ranges(tmp_path: Path) -> None:
    ranges = [{"to": 16, "is": "under_17"}, {"from": 17, "to": 45, "is": "17_45"}]
    cells = ["16", "17", "45", "46", "old", ""]
    assert column(tmp_path, cells, "head_age", ranges=ranges) == [
        "under_17",
        "17_45",
        "17_45",
        "46",
        "old",
        None,
    ]


def test_several_answers_in_one_cell_or_in_columns_of_their_own(tmp_path: Path) -> None:
    rule = {"split": " ", "values": {"r": "rain", "w": "well", "none": ""}}
    assert column(tmp_path, ["r w", "w none", "none", ""], "water_sources", **rule) == [
        ("rain", "well"),
        ("well",),
        None,
        None,
    ]
    flags = {"flags": {"rain": "a", "well": "b"}, "missing": ["n/a"]}
    rule = {"record": "household", "fields": {"water_sources": flags}}
    rows = read(tmp_path, "a,b\nTRUE,FALSE\n1,ใช่\nno,0\nn/a,\nmaybe,1\n", rule).rows
    assert [raw.values["water_sources"] for raw in rows[:3]] == [("rain",), ("rain", "well"), None]
    # The last cell is no yes–no answer: the row says so.
    assert rows[-1].troubles["water_sources"].code == "records.not-yes-or-no"


def test_a_field_is_read_only_when_another_column_says_so(tmp_path: Path) -> None:
    when = [{"column": "b", "is": ["Yes"]}, {"column": "c", "at_least": 18, "at_most": 60}]
    rule = {"record": "household", "fields": {"note": {"column": "a", "when": when}}}
    rows = read(tmp_path, "a,b,c\nx,Yes,18\nx,No,18\nx,Yes,61\nx,Yes,?\n", rule).rows
    assert [raw.values["note"] for raw in rows] == ["x", None, None, None]


def test_sums_and_calculations_of_columns(tmp_path: Path) -> None:
    text = "a,b,a b\n10,2,4\n10,,4\n10,two,4\n0,0,0\n5,0,1\n"
    fields = {
        "quantity": {"calculate": "(a - 1.5) × [a b] ÷ b"},
        "quantity_sold": {"sum": ["a", "b"]},
    }
    rows = read(tmp_path, text, {"record": "production", "fields": fields}).rows
    # (10 − 1.5) × 4 ÷ 2 = 17
    assert [raw.values["quantity"] for raw in rows[:3]] == [Decimal(17), None, "two"]
    assert rows[4].troubles["quantity"].code == "collect.divided-by-zero"
    # A sum adds what is stated; a cell that is no number is kept for the check.
    assert [raw.values["quantity_sold"] for raw in rows] == [12, 10, "two", 0, 5]


def test_a_calculated_area_is_in_the_unit_of_its_columns(tmp_path: Path) -> None:
    fields = {
        "planted_area": {"calculate": "a + b", "unit": "ngan"},
        "bearing_area": {"sum": ["a"]},
    }
    (raw,) = read(tmp_path, "a,b\n1,2\n", {"record": "production", "fields": fields}).rows
    assert raw.values["planted_area"] == 300  # 3 ngan of 100 square wah
    assert raw.values["bearing_area"] == 400  # 1 rai, where no unit is said


@given(st.lists(st.integers(0, 999), min_size=2, max_size=5), st.data())
def test_expressions_agree_with_python(numbers: list[int], data: st.DataObject) -> None:
    signs = [data.draw(st.sampled_from("+-*")) for _ in numbers[1:]]
    text = str(numbers[0]) + "".join(f" {s} ({n})" for s, n in zip(signs, numbers[1:], strict=True))
    assert parse(text).work_out(lambda name: None) == eval(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a +",
        "a b",
        "(a",
        "a)",
        "sum(a)",
        "__import__('os')",
        "a ** 2",
        "a.b",
        "1e9",
        "[",
        "(" * 99,
    ],
)
def test_anything_but_a_sum_is_refused(text: str) -> None:
    with pytest.raises(KitError) as caught:
        parse(text)
    assert caught.value.code == "collect.mapping-bad-sum"


@given(st.text(max_size=40))
def test_any_text_is_a_sum_or_refused(text: str) -> None:
    try:
        assert parse(text) is not None
    except KitError as error:
        assert error.code == "collect.mapping-bad-sum"


def test_columns_of_a_sum_are_known(tmp_path: Path) -> None:
    assert columns_in("[a b] * 2 + ก - [a b]") == ("a b", "ก")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[bags] * [kg a bag]", "bags × kg a bag"),
        ("([a b]+ก) / 4 - 10", "(a b + ก) ÷ 4 − 10"),
        ("ก +", "ก +"),
    ],
)
def test_a_calculated_cell_is_headed_by_its_sum(tmp_path: Path, text: str, shown: str) -> None:
    assert as_heading(text) == shown


def test_local_units_weigh_measure_and_pay(tmp_path: Path) -> None:
    units = {
        "debe": {"kilograms": 18},
        "plot": {"square_metres": 800},
        "kip": {"baht": "0.0016", "note": "rate of May"},
    }
    text = "a\n2\n"
    fields = {
        "quantity": {"column": "a", "unit": "debe"},
        "planted_area": {"column": "a", "unit": "plot"},
        "price": {"column": "a", "unit": "kip"},
    }
    read_ = read(tmp_path, text, {"record": "production", "fields": fields}, units=units)
    (raw,) = read_.rows
    assert raw.values["quantity"] == 36
    assert raw.values["planted_area"] == 400  # 1,600 m² of 4 m² a square wah
    assert raw.values["price"] == Decimal("0.0032")
    with speaking("en"):
        told = [n.message_id.format(**n.values) for n in read_.notes if "unit" in n.code]
    (one,) = told
    assert "1 debe as 18 kg; 1 plot as 800 square metres; 1 kip as 0.0016 baht (rate of May)" in one


def test_the_unit_may_stand_in_another_column(tmp_path: Path) -> None:
    text = "a,u\n2,ha\n2,ไร่\n2,banana\n,banana\n2,\n"
    unit = {"column": "u", "values": {"ha": "hectare", "ไร่": "rai"}}
    rule = {"record": "household", "fields": {"land_owned": {"column": "a", "unit": unit}}}
    rows = read(tmp_path, text, rule).rows
    assert [raw.values["land_owned"] for raw in rows[:2]] == [5000, 800]
    assert rows[2].troubles["land_owned"].code == "collect.unit-not-in-mapping"
    assert "banana" in rows[2].troubles["land_owned"].say("th")
    assert rows[3].troubles == {}  # no amount, no unit needed
    assert "land_owned" in rows[4].troubles
    unit["otherwise"] = "not_stated"
    read_ = read(tmp_path, text, rule)
    assert [raw.values["land_owned"] for raw in read_.rows[2:]] == [None, None, None]
    (told,) = [note for note in read_.notes if note.code == "collect.units-not-stated"]
    assert "“u: banana” 1" in str(told.values["columns"])
