"""The list of areas: counts, codes known by hand, abolished codes, villages."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from planning_kit import areas
from planning_kit.areas import Level
from planning_kit.errors import KitError, ReadingError
from planning_kit.language import speaking

LIST_2021 = (
    Path(__file__).resolve().parents[2].parent
    / "shared"
    / "data"
    / "gazetteer"
    / "tambon_population_households_2021.csv"
)


def test_counts_are_those_the_interior_ministry_publishes() -> None:
    # 77 provinces with Bangkok; 878 amphoe + 50 khet; 7,256 tambons + 180 khwaeng.
    assert len(areas.provinces()) == 77
    amphoe = [a for p in areas.provinces() for a in areas.amphoes(p.code)]
    tambons = [t for p in areas.provinces() for t in areas.tambons(p.code)]
    assert len(amphoe) == 928
    assert len(areas.amphoes("10")) == 50
    assert len(tambons) == 7436
    assert len(areas.tambons("10")) == 180


def test_names_are_not_keys_but_codes_are() -> None:
    tambons = [t for p in areas.provinces() for t in areas.tambons(p.code)]
    assert len({t.code for t in tambons}) == 7436
    assert len({t.name_th for t in tambons}) < 5900


# Known by hand: DOPA's code, then the address as people write it.
KNOWN = {
    "730502": "ต.บางปลา อ.บางเลน จ.นครปฐม",
    "110303": "ต.บางปลา อ.บางพลี จ.สมุทรปราการ",
    "840503": "ต.เกาะเต่า อ.เกาะพะงัน จ.สุราษฎร์ธานี",
    "380101": "ต.บึงกาฬ อ.เมืองบึงกาฬ จ.บึงกาฬ",
    "100101": "แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพฯ",
}


@pytest.mark.parametrize(("code", "address"), KNOWN.items())
def test_known_codes(code: str, address: str) -> None:
    assert areas.get(code).short_title("th") == address


def test_bueng_kan_has_its_own_code_and_eight_amphoe() -> None:
    assert areas.get("38").name_th == "บึงกาฬ"
    assert len(areas.amphoes("38")) == 8


@pytest.mark.skipif(not LIST_2021.exists(), reason="shared/data/gazetteer is not here")
def test_agrees_with_an_independent_list_of_2021() -> None:
    with LIST_2021.open(encoding="utf-8-sig", newline="") as file:
        other = {row["code6"]: row["name_th"] for row in csv.DictReader(file)}
    ours = {t.code: t.name_th for p in areas.provinces() for t in areas.tambons(p.code)}
    assert ours.keys() == other.keys()
    differing = {code: (ours[code], other[code]) for code in ours if ours[code] != other[code]}
    assert differing == {
        "150601": ("ไผ่จำศิล", "ไผ่จำศีล"),
        "320121": ("บุฤาษี", "บุฤๅษี"),
        "501805": ("แม่หลอง", "สบโขง"),
        "961001": ("สุไหงโก-ลก", "สุไหงโกลก"),
    }


def test_going_up_and_down_the_ladder() -> None:
    tambon = areas.get("730502")
    amphoe = areas.parent(tambon)
    assert amphoe is not None
    assert (amphoe.code, amphoe.level) == ("7305", Level.AMPHOE)
    assert tambon in areas.children(amphoe)
    assert tambon in areas.tambons("7305")
    assert tambon in areas.tambons("73")
    province = areas.parent(amphoe)
    assert province == areas.get("73")
    assert province is not None and areas.parent(province) is None
    assert areas.children(tambon) == ()


def test_thai_digits_and_spaces_are_read() -> None:
    assert areas.get(" ๗๓๐๕๐๒ ") == areas.get("730502")


def test_a_number_is_refused_because_codes_are_text() -> None:
    with pytest.raises(ReadingError) as caught:
        areas.get(730502)  # type: ignore[arg-type]
    assert caught.value.code == "areas.code-not-text"
    assert '"730502"' in caught.value.say("en")


@pytest.mark.parametrize("text", ["", "7", "730", "73a5", "730502-1", "7305020101", "73 05 02"])
def test_what_has_not_the_shape_of_a_code(text: str) -> None:
    with pytest.raises(ReadingError) as caught:
        areas.get(text)
    assert caught.value.code == "areas.not-a-code"


def test_an_unknown_code_names_the_area_above_that_exists() -> None:
    with pytest.raises(KitError) as caught, speaking("en"):
        areas.get("730599")
    assert caught.value.code == "areas.unknown-code"
    with speaking("en"):
        assert "Amphoe Bang Len, Nakhon Pathom Province (7305)" in str(caught.value)


def test_an_abolished_code_leads_to_its_successors_with_name_and_date() -> None:
    # Bueng Kan amphoe left Nong Khai (43) for the new province 38 in March 2011.
    with pytest.raises(KitError) as caught:
        areas.get("430301")
    assert caught.value.code == "areas.abolished-code"
    with speaking("th"):
        said = str(caught.value)
    assert "380101 ตำบลบึงกาฬ อำเภอเมืองบึงกาฬ จังหวัดบึงกาฬ" in said
    assert "31 มีนาคม 2554" in said
    assert [area.code for area in areas.successors("430301")] == ["380101"]


def test_an_area_split_in_two_has_two_successors() -> None:
    # Khwaeng Bang Na became Bang Na Nuea and Bang Na Tai.
    assert [a.name_th for a in areas.successors("104701")] == ["บางนาเหนือ", "บางนาใต้"]
    assert areas.successors("730502") == ()


def test_an_abolished_code_without_a_known_successor_says_so() -> None:
    with pytest.raises(KitError) as caught:
        areas.get("100599")
    assert caught.value.code == "areas.abolished-code"
    assert "no successor is recorded" in caught.value.say("en")


def test_a_village_of_an_abolished_tambon_is_refused_too() -> None:
    with pytest.raises(KitError) as caught:
        areas.get("43030105")
    assert caught.value.code == "areas.abolished-code"


def test_a_code_of_the_wrong_level_is_refused() -> None:
    with pytest.raises(KitError) as caught:
        areas.amphoes("7305")
    assert caught.value.code == "areas.wrong-level"


def test_the_source_is_credited_with_date_and_licence() -> None:
    assert "CC BY 4.0" in areas.source_line("en")
    year, month, day = areas.list_date().split("-")
    assert f"{int(day)} " in areas.source_line("th")
    assert str(int(year) + 543) in areas.source_line("th")
    assert 1 <= int(month) <= 12


def test_importing_the_room_stays_light() -> None:
    heavy = ["pandas", "matplotlib", "papermill", "voila", "pydantic", "numpy", "rapidfuzz"]
    probe = (
        f"import sys, planning_kit.areas;print([name for name in {heavy!r} if name in sys.modules])"
    )
    out = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert out.stdout.strip() == "[]"
