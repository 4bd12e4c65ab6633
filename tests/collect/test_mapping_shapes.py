"""Tables of other shapes: wide ones, children in another table, several rows for one record."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from planning_kit.collect import Collected, read_mapped
from planning_kit.collect.mapping_file import checked_mapping
from planning_kit.errors import KitError

SOURCE = {
    "source_code": "X",
    "title": "t",
    "publisher": "p",
    "method": "other",
    "date_to": "1/1/2569",
}


def read(path: Path, *tables: dict, **whole: object) -> Collected:
    return read_mapped(
        path, checked_mapping({"source": SOURCE, "table": list(tables), **whole}, "m")
    )


def csv_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return path


def zip_file(tmp_path: Path, **members: str) -> Path:
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"export/{name}.csv", text)
    return path


HOMES = "KEY,village,land,unit\nk1,A,2,acres\nk2,B,3,rai\nk3,A,1,plots\n"
CROPS = "PARENT,crop,kg\nk1,rice,100\nk1,maize,50\nk2,rice,10\nk9,beans,5\n,peas,1\n"


def test_repeated_columns_become_rows_and_unfilled_ones_none(tmp_path: Path) -> None:
    text = "id,p1_crop,p1_kg,p2_crop,p2_kg\nh1,rice,5,maize,6\nh2,n/a,,beans,0\nh3,n/a,,,\n"
    rule = {
        "record": "production",
        "repeat": {"first": 1, "last": 2, "filled": ["p{n}_crop"]},
        "fields": {
            "household_id": "id",
            "plot": {"constant": "{n}"},
            "product": "p{n}_crop",
            "quantity": "p{n}_kg",
        },
    }
    read_ = read(csv_file(tmp_path, text), rule, missing=["n/a"])
    assert [(raw.place.row, *raw.values.values()) for raw in read_.rows] == [
        (2, "h1", 1, "rice", "5", "X"),
        (2, "h1", 2, "maize", "6", "X"),
        (3, "h2", 2, "beans", "0", "X"),
    ]
    assert [(one.place.row, one.reason) for one in read_.left_out] == [
        (4, "None of the repeated columns is filled in")
    ]
    assert read_.rows[1].columns["product"] == "p2_crop"


def test_repetitions_may_be_named_and_filled_columns_are_found(tmp_path: Path) -> None:
    rule = {
        "record": "production",
        "repeat": {"each": ["rice", "cow"]},
        "fields": {"household_id": "id", "product": {"constant": "{n}"}, "animals": "{n}_number"},
    }
    rows = read(csv_file(tmp_path, "id,rice_number,cow_number\nh1,,3\n"), rule).rows
    assert [(raw.values["product"], raw.values["animals"]) for raw in rows] == [("cow", "3")]


def test_records_of_one_row_without_a_key_are_told_apart(tmp_path: Path) -> None:
    rule = {
        "record": "hazard",
        "repeat": {"first": 1, "last": 3},
        "fields": {"crop": "c{n}"},
    }
    rows = read(csv_file(tmp_path, "c1,c2,c3\na,b,c\n"), rule).rows
    ids = [raw.natural_id for raw in rows]
    assert ids[0] is None
    assert len(set(ids)) == 3


def test_a_column_lacking_in_one_repetition_is_named(tmp_path: Path) -> None:
    rule = {
        "record": "hazard",
        "repeat": {"first": 1, "last": 3},
        "fields": {"crop": "c{n}"},
    }
    with pytest.raises(KitError) as caught:
        read(csv_file(tmp_path, "c1,c2\na,b\n"), rule)
    assert caught.value.code == "collect.no-such-column"
    assert "“c3”" in caught.value.say("en")
    rule["fields"] = {"crop": {"column": "c{n}", "optional": True}}
    assert len(read(csv_file(tmp_path, "c1,c2\na,b\n"), rule).rows) == 2


CHILD = {
    "record": "production",
    "from": "crops",
    "lookup": {"home": {"table": "homes", "key": "PARENT", "its_key": "KEY"}},
    "fields": {
        "household_id": {"of": "home", "column": "KEY"},
        "variety": {"of": "home", "column": "village"},
        "product": "crop",
        "quantity": {"column": "kg", "unit": "kg"},
    },
}


def test_children_read_columns_of_their_parent_and_orphans_are_refused(tmp_path: Path) -> None:
    rows = read(zip_file(tmp_path, homes=HOMES, crops=CROPS), CHILD).rows
    assert (rows[0].place.sheet, rows[0].place.row) == ("crops.csv", 2)
    assert [raw.values["variety"] for raw in rows[:3]] == ["A", "A", "B"]
    for orphan in rows[3:]:
        trouble = orphan.troubles["household_id"]
        assert trouble.code == "collect.no-such-row"
        assert "homes" in trouble.say("th")


def test_parents_take_sums_and_counts_of_their_children(tmp_path: Path) -> None:
    rule = {
        "record": "household",
        "from": "homes",
        "lookup": {"crops": {"table": "crops", "key": "KEY", "its_key": "PARENT"}},
        "fields": {
            "household_id": "KEY",
            "males": {"of": "crops", "take": "count"},
            "females": {
                "of": "crops",
                "take": "count",
                "when": [{"column": "crop", "is": ["rice"]}],
            },
            "hired_days": {"of": "crops", "column": "kg", "take": "sum"},
            "note": {"of": "crops", "column": "crop", "take": "join", "separator": ", "},
        },
    }
    read_ = read(zip_file(tmp_path, homes=HOMES, crops=CROPS), rule)
    told = [tuple(raw.values.values())[:5] for raw in read_.rows]
    assert told == [
        ("k1", 2, 1, Decimal(150), "rice, maize"),
        ("k2", 1, 1, Decimal(10), "rice"),
        # Nothing is known of a household without rows: that is not zero.
        ("k3", None, None, None, None),
    ]
    (orphans,) = [note for note in read_.notes if note.code == "collect.rows-belong-nowhere"]
    assert orphans.values["rows"] == 2  # k9 is no household, one row has no key


def test_several_parents_under_one_key_are_asked_not_guessed(tmp_path: Path) -> None:
    homes = HOMES + "k1,C,1,rai\n"
    rows = read(zip_file(tmp_path, homes=homes, crops=CROPS), CHILD).rows
    assert rows[0].troubles["variety"].code == "collect.rows-disagree"
    assert "household_id" not in rows[0].troubles  # both say k1


def test_conditions_may_ask_the_parent(tmp_path: Path) -> None:
    where = [{"of": "home", "column": "village", "is": ["A"], "reason": "Not in A"}]
    read_ = read(zip_file(tmp_path, homes=HOMES, crops=CROPS), {**CHILD, "where": where})
    assert [raw.values["product"] for raw in read_.rows] == ["rice", "maize"]
    assert {one.reason for one in read_.left_out} == {"Not in A"}
    assert len(read_.left_out) == 3


def test_sheets_of_a_workbook_are_tables_too(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "homes"
    sheets = {"homes": HOMES, "crops": CROPS}
    book.create_sheet("crops")
    for name, text in sheets.items():
        for line in text.splitlines():
            book[name].append(line.split(","))
    book.save(tmp_path / "t.xlsx")
    rows = read(tmp_path / "t.xlsx", CHILD).rows
    assert [raw.values["variety"] for raw in rows[:3]] == ["A", "A", "B"]


def test_a_table_that_is_not_in_the_zip_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        read(zip_file(tmp_path, homes=HOMES), {**CHILD, "from": "crop"})
    assert caught.value.code == "collect.no-such-table"
    assert "homes.csv" in caught.value.say("th")


def test_a_table_nobody_asked_for_is_told_with_its_rows(tmp_path: Path) -> None:
    rule = {"record": "household", "from": "homes", "fields": {"household_id": "KEY"}}
    notes = read(zip_file(tmp_path, homes=HOMES, crops=CROPS), rule).notes
    (told,) = [note for note in notes if note.code == "collect.table-not-used"]
    assert (told.values["table"], told.values["rows"]) == ("crops.csv", 5)


SALES = "id,crop,kg,buyer,note\nh1,rice,10,mill,a\nh1,rice,5,mill,b\nh1,maize,1,,\nh2,rice,,shop,\n"


def grouped(**fields: object) -> dict:
    return {
        "record": "production",
        "group": {"by": ["id", "crop"]},
        "fields": {"household_id": "id", "product": "crop", **fields},
    }


def test_several_rows_become_one(tmp_path: Path) -> None:
    rule = grouped(
        quantity={"column": "kg", "take": "sum"},
        quantity_sold={"column": "kg", "take": "max"},
        plot={"take": "count"},
        note={"column": "note", "take": "join", "separator": "; "},
        variety="buyer",
    )
    read_ = read(csv_file(tmp_path, SALES), rule)
    assert [(raw.place.row, *list(raw.values.values())[1:7]) for raw in read_.rows] == [
        (2, "rice", Decimal(15), Decimal(10), 2, "a; b", "mill"),
        (4, "maize", Decimal(1), Decimal(1), 1, None, None),
        (5, "rice", None, None, 1, None, "shop"),
    ]
    (told,) = [note for note in read_.notes if note.code == "collect.rows-grouped"]
    assert (told.values["rows"], told.values["records"]) == (4, 3)


def test_rows_of_a_group_that_disagree_are_not_settled_silently(tmp_path: Path) -> None:
    raw = read(csv_file(tmp_path, SALES), grouped(variety="note")).rows[0]
    assert raw.troubles["variety"].code == "collect.rows-disagree"
    first = grouped(variety={"column": "note", "take": "first"})
    assert read(csv_file(tmp_path, SALES), first).rows[0].values["variety"] == "a"


def test_a_number_that_cannot_be_read_is_not_left_out_of_a_sum(tmp_path: Path) -> None:
    text = SALES.replace("rice,5,", "rice,five,")
    rule = grouped(quantity={"column": "kg", "take": "sum"})
    assert read(csv_file(tmp_path, text), rule).rows[0].values["quantity"] == "five"
