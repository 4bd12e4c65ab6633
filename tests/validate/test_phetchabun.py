"""Two real tables of one province that disagree, against the two files read here by themselves."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from planning_kit.collect import load_mapping, read_mapped
from planning_kit.validate import AreaScope, check

TESTS = Path(__file__).resolve().parents[1]
DATA = TESTS.parents[1] / "shared" / "data" / "doae"
AREA = DATA / "phetchabun_farm_area_2566_2568.csv"
REGISTERED = DATA / "phetchabun_farmer_registration_2561_2568.csv"

pytestmark = pytest.mark.skipif(
    not AREA.exists(), reason="the shared data (doae) is not on this machine"
)


def by_year_and_amphoe(path: Path, column: str) -> dict[tuple[str, str], float]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["ปี"], row["อำเภอ"]): float(row[column].replace(",", ""))
            for row in csv.DictReader(file)
        }


def judged(path: Path, mapping: str, held=None):
    collected = read_mapped(path, load_mapping(TESTS / "mappings" / mapping))
    return check(collected, AreaScope.within("67"), None, held)


def test_each_area_on_which_they_disagree_is_told_with_both_figures() -> None:
    area = by_year_and_amphoe(AREA, "เนื้อที่")
    registered = by_year_and_amphoe(REGISTERED, "เนื้อที่(ไร่)")
    differ = {key for key in area if key in registered and abs(area[key] - registered[key]) > 0.01}
    first = judged(AREA, "doae_phetchabun_farm_area.toml")
    held: dict[str, list] = {}
    for row in (*first.sources, *first.rows):
        held.setdefault(row.raw.record, []).append(row.record)
    second = judged(REGISTERED, "doae_phetchabun_registration.toml", held)
    told = [f.say("en") for f in second.findings if f.code == "validate.sources-disagree"]
    assert len(told) == len(differ) == 33
    for key in differ:
        both = (f"{registered[key]:,.2f}".rstrip("0").rstrip("."), f"{area[key]:,.2f}".rstrip("0"))
        assert any(all(figure in said for figure in both) for said in told), key
    assert second.all_accepted
