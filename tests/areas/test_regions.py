"""Regions: each scheme holds every province once, and a user may bring another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from planning_kit import areas
from planning_kit.errors import KitError, KitErrors, ReadingError

HEADING = "scheme,province_code,region_code,region_th,region_en"


def rows_of_all_provinces(scheme: str) -> list[str]:
    return [f"{scheme},{p.code},ALL,ทั้งประเทศ,Whole country" for p in areas.provinces()]


def written(folder: Path, rows: list[str], heading: str = HEADING, encoding: str = "utf-8") -> Path:
    path = folder / "my_regions.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding=encoding)
    return path


@pytest.mark.parametrize("scheme", ["codi", "nesdc6"])
def test_each_of_the_77_provinces_lies_in_one_region(scheme: str) -> None:
    members = [p.code for r in areas.regions(scheme) for p in areas.provinces_in(r.code, scheme)]
    assert sorted(members) == [p.code for p in areas.provinces()]


def test_sizes_of_the_regions() -> None:
    # CODI North met with 17 provinces in April 2566; NESDC plans for 17+20+18+8+11+3 = 77.
    sizes = {
        scheme: Counter(areas.region_of(p.code, scheme).code for p in areas.provinces())
        for scheme in ("codi", "nesdc6")
    }
    assert sizes["codi"] == {"N": 17, "NE": 20, "CW": 14, "BE": 12, "S": 14}
    assert sizes["nesdc6"] == {"N": 17, "NE": 20, "C": 18, "E": 8, "S": 11, "SB": 3}


def test_the_region_of_any_level() -> None:
    for code in ("73", "7305", "730502", "73050203"):
        assert areas.region_of(code).words.th == "ภาคกลางและตะวันตก"
    assert areas.region_of("95", "nesdc6").words.en == "Southern border"


def test_codi_regions_follow_the_pilot_grouping() -> None:
    groups: dict[str, set[str]] = {}
    for pilot in areas.pilot_provinces():
        groups.setdefault(pilot.group.en, set()).add(areas.region_of(pilot.area.code).code)
    assert groups == {
        "North": {"N"},
        "North-east": {"NE"},
        "Centre and west": {"CW"},
        "Bangkok perimeter and east": {"BE"},
        "South": {"S"},
    }


def test_titles_say_that_a_scheme_awaits_confirmation() -> None:
    assert "confirmed" in areas.scheme_title("codi").en
    assert "ยืนยัน" in areas.scheme_title("nesdc6").th


def test_an_unknown_scheme_lists_those_there_are() -> None:
    with pytest.raises(KitError) as caught:
        areas.regions("planets")
    assert caught.value.code == "areas.unknown-scheme"
    assert "codi" in caught.value.say("en")


def test_a_user_brings_another_scheme(tmp_path: Path) -> None:
    path = written(tmp_path, rows_of_all_provinces("whole"), encoding="utf-8-sig")
    assert areas.load_scheme(path) == ("whole",)
    assert areas.region_of("730502", "whole").code == "ALL"
    assert len(areas.provinces_in("ALL", "whole")) == 77
    assert areas.load_scheme(path) == ("whole",)


def test_everything_wrong_in_a_file_is_said_at_once(tmp_path: Path) -> None:
    rows = rows_of_all_provinces("broken")
    rows[0] = "broken,88,ALL,ทั้งประเทศ,Whole country"  # Bangkok gone, an unknown code in
    rows[1] = "broken,12,ALL,ทั้งประเทศ,All of it"  # 11 gone, 12 twice, a second name
    rows[5] = "broken,15,,ทั้งประเทศ,Whole country"
    with pytest.raises(KitErrors) as caught:
        areas.load_scheme(written(tmp_path, rows))
    said = {error.code: error.say("en") for error in caught.value.errors}
    assert "row 7" in said["areas.scheme-cell-empty"]
    assert "88" in said["areas.scheme-province-unknown"]
    assert "12" in said["areas.scheme-province-repeated"]
    assert "10, 11, 15" in said["areas.scheme-province-missing"]
    assert "ALL" in said["areas.scheme-region-named-twice"]
    assert "broken" not in areas.schemes()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    cases = {
        "areas.scheme-unreadable": tmp_path / "absent.csv",
        "areas.scheme-column-missing": written(tmp_path, ["x,y"], heading="scheme,province_code"),
    }
    for code, path in cases.items():
        with pytest.raises(ReadingError) as caught:
            areas.load_scheme(path)
        assert caught.value.code == code
    thai_windows = written(tmp_path, rows_of_all_provinces("old"), encoding="cp874")
    with pytest.raises(ReadingError) as caught:
        areas.load_scheme(thai_windows)
    assert caught.value.code == "areas.scheme-unreadable"
    with pytest.raises(KitErrors) as none:
        areas.load_scheme(written(tmp_path, []))
    assert none.value.code == "areas.scheme-empty"


def test_a_shipped_scheme_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        areas.load_scheme(written(tmp_path, rows_of_all_provinces("codi")))
    assert caught.value.code == "areas.scheme-exists"
    assert len(areas.regions("codi")) == 5
