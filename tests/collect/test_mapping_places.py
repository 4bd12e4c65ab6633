"""Places of a foreign file: listed in the mapping, or numbered as villages of a tambon."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from planning_kit.collect import Collected, read_mapped
from planning_kit.collect.drafting import draft_mapping
from planning_kit.collect.mapping_file import checked_mapping
from planning_kit.errors import KitError

SOURCE = {
    "source_code": "X",
    "title": "t",
    "publisher": "p",
    "method": "other",
    "date_to": "1/1/2569",
}


def villages(tmp_path: Path, text: str, area: str | None = None, **place) -> Collected:
    rule = {"record": "household", "place": {"names": ["d", "v"], **place}}
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return read_mapped(path, checked_mapping({"source": SOURCE, "table": [rule]}, "m"), area=area)


def test_foreign_places_are_numbered_in_turn_and_told(tmp_path: Path) -> None:
    text = "d,v\nBugiri,A\nIganga,A\nBUGIRI, a \n,\n"
    read_ = villages(tmp_path, text, number=True, tambon_code="990101")
    assert [raw.values["village_code"] for raw in read_.rows] == [
        "99010101",
        "99010102",
        "99010101",
    ]
    (told,) = [note for note in read_.notes if note.code == "collect.places-numbered"]
    assert told.values["places"] == "Bugiri / A = 99010101; Iganga / A = 99010102"


def test_the_tambon_may_be_that_of_the_import(tmp_path: Path) -> None:
    read_ = villages(tmp_path, "d,v\nB,A\n", area="830201", number=True)
    assert read_.rows[0].values["village_code"] == "83020101"
    for area in (None, "83", "หนึ่ง"):
        with pytest.raises(KitError) as caught:
            villages(tmp_path, "d,v\nB,A\n", area=area, number=True)
        assert caught.value.code == "collect.no-tambon-code"


def test_places_may_be_listed_and_others_are_asked_or_numbered_around_them(tmp_path: Path) -> None:
    text = "d,v\nB,A\nB,C\nB,D\n"
    listed = {"B / C": "1", "B/D": "83020107"}
    read_ = villages(tmp_path, text, villages=listed, tambon_code="990101")
    assert [raw.values["village_code"] for raw in read_.rows] == ["B / A", "99010101", "83020107"]
    assert read_.rows[0].troubles["village_code"].code == "collect.place-not-listed"
    read_ = villages(tmp_path, text, villages=listed, tambon_code="990101", number=True)
    assert read_.rows[0].values["village_code"] == "99010102"


def test_a_hundredth_place_is_refused(tmp_path: Path) -> None:
    text = "d,v\n" + "".join(f"B,{n}\n" for n in range(100))
    rows = villages(tmp_path, text, number=True, tambon_code="990101").rows
    assert rows[98].values["village_code"] == "99010199"
    assert rows[99].troubles["village_code"].code == "collect.too-many-places"


@pytest.mark.parametrize(("amphoe", "code"), [("หล่มสัก", "6703"), ("อ.หล่มสัก", "6703"), ("", "67")])
def test_a_figure_may_belong_to_an_amphoe_or_a_province(
    tmp_path: Path, amphoe: str, code: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"อ,v\n{amphoe},1\n", encoding="utf-8")
    place = {"field": "area_code", "amphoe": "อ", "province": {"constant": "เพชรบูรณ์"}}
    rule = {"record": "reference_figure", "fields": {"value": "v"}, "place": place}
    mapping = checked_mapping({"source": SOURCE, "table": [rule]}, "m")
    # Phetchabun is 67 and its Amphoe Lom Sak 6703 in the list of the department.
    assert read_mapped(path, mapping).rows[0].values["area_code"] == code


def addresses(tmp_path: Path, *cells: str, **place) -> list[str]:
    """Return the code found for each cell, or the code of the error."""
    rule = {"record": "household", "fields": {"household_id": "n"}}
    path = tmp_path / "t.csv"
    lines = [f'{n},"{cell}",3' for n, cell in enumerate(cells)]
    path.write_text("\n".join(["n,ที่ตั้ง,moo", *lines]), encoding="utf-8")
    rule["place"] = {"address": "ที่ตั้ง", **place}
    read_ = read_mapped(path, checked_mapping({"source": SOURCE, "table": [rule]}, "m"))
    return [
        error.code if (error := raw.troubles.get("village_code")) else raw.values["village_code"]
        for raw in read_.rows
    ]


def test_a_place_in_one_cell_is_read_by_its_marks(tmp_path: Path) -> None:
    assert addresses(
        tmp_path,
        "ต.บางปลา อ.บางเลน จ.นครปฐม",
        "99/1 หมู่ ๕ บ้านดอน ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม 73130",
        "ม.4ต.บางปลาอ.บางเลน จ.นครปฐม",
        "",
        moo="moo",
    ) == ["73050203", "73050203", "73050203", "collect.no-tambon-name"]
    # Without a column of its own the village number is the one in the cell.
    told = addresses(tmp_path, "หมู่ 5 ต.บางปลา อ.บางเลน จ.นครปฐม", "ต.บางปลา อ.บางเลน")
    assert told == ["73050205", "collect.no-village-number"]


def test_what_a_cell_does_not_say_is_asked(tmp_path: Path) -> None:
    # Two tambons of Thailand are called บางปลา; the other cells have no mark, or one twice.
    codes = addresses(
        tmp_path, "ต.บางปลา", "บางเลน/บางปลา", "อบต.บางปลา อ.บางเลน", "ต.ก ต.ข อ.บางเลน", moo="moo"
    )
    assert codes[0].startswith("areas.")
    assert codes[1:] == [
        "collect.address-no-order",
        "collect.address-no-order",
        "collect.address-twice",
    ]


def test_the_mapping_says_the_order_where_no_mark_does(tmp_path: Path) -> None:
    rest = {"moo": "moo", "province": {"constant": "นครปฐม"}}
    told = addresses(
        tmp_path, "บางเลน/บางปลา", "บางเลน - บางปลา", "บางเลน", order=["amphoe", "tambon"], **rest
    )
    assert told == ["73050203", "73050203", "collect.address-other-order"]


def test_a_draft_takes_the_order_from_the_heading(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("รหัสครัวเรือน,อำเภอ/ตำบล,หมู่ที่,ชาย\n1,บางเลน/บางปลา,3,2\n", "utf-8")
    place = tomllib.loads(draft_mapping(path).text)["table"][0]["place"]
    assert place == {
        "field": "village_code",
        "moo": "หมู่ที่",
        "address": "อำเภอ/ตำบล",
        "order": ["amphoe", "tambon"],
    }
    path.write_text("รหัสครัวเรือน,ที่ตั้ง,ชาย\n1,หมู่ 3 ต.บางปลา อ.บางเลน จ.นครปฐม,2\n", "utf-8")
    place = tomllib.loads(draft_mapping(path).text)["table"][0]["place"]
    assert place == {"field": "village_code", "address": "ที่ตั้ง"}
