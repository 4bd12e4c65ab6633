"""Registration of Phetchabun by amphoe and year in the province's own workbook: trends.

Every value is read here again with csv; changes are worked out from the two years alone.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from planning_kit import areas
from planning_kit.language import speaking
from planning_kit.records import PlanPeriod
from planning_kit.report.chapters.figures_by_year import figures_by_year
from planning_kit.store import Store
from planning_kit.workbook import create, import_file
from planning_kit.workbook.higher_places import higher_place

HERE = Path(__file__).resolve()
DATA = HERE.parents[2].parent / "shared" / "data" / "doae"
MAPPINGS = HERE.parents[1] / "mappings"
REGISTRATION, AREA = (
    "phetchabun_farmer_registration_2561_2568.csv",
    "phetchabun_farm_area_2566_2568.csv",
)

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data/doae is not here")


def told(file: str, column: str) -> dict[tuple[str, int], float]:
    code = {one.name_th: one.code for one in areas.amphoes("67")}
    with (DATA / file).open(encoding="utf-8-sig", newline="") as text:
        return {
            (code[row["อำเภอ"].strip()], int(row["ปี"])): float(row[column].replace(",", ""))
            for row in csv.DictReader(text)
        }


def by_year(values: dict[tuple[str, int], float]) -> dict[int, float]:
    found: dict[int, float] = defaultdict(float)
    for (_place, year), value in values.items():
        found[year] += value
    return found


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("pnb") / "kit.sqlite") as store:
        period = PlanPeriod(plan_area_id="67", plan_start_be=2571, plan_end_be=2575)
        workbook = create(higher_place("province", "67"), period, store=store, who="ผู้ทดสอบ")
        for file, mapping in ((REGISTRATION, "registration"), (AREA, "farm_area")):
            path = MAPPINGS / f"doae_phetchabun_{mapping}.toml"
            assert not import_file(DATA / file, area="67", store=store, mapping=path).held_back
        yield workbook


@pytest.fixture
def parts(province) -> dict:
    with speaking("en"):
        return {part.title: part for part in figures_by_year(province).parts}


def test_households_of_every_amphoe_and_the_province_stand_by_year(parts) -> None:
    truth = told(REGISTRATION, "จำนวนครัวเรือน")
    table = parts["farm households"].tables[0].to_frame()
    assert len(table) == 12
    of = {areas.get(code).title("en"): code for code, _year in truth}
    for _i, row in table.iloc[1:].iterrows():
        code = of[row["Area"]]
        assert {year: row[str(year)] for year in range(2561, 2569)} == {
            year: value for (place, year), value in truth.items() if place == code
        }
        first, last = truth[code, 2561], truth[code, 2568]
        assert row["Change, first to last"] == pytest.approx((last - first) / first)
    whole = by_year(truth)
    assert {year: table[str(year)][0] for year in range(2561, 2569)} == whole
    # From the printed rows: 88,252 households in 2561 and 99,844 in 2568.
    assert (
        parts["farm households"]
        .sentences[0]
        .startswith(
            "Phetchabun Province: 88,252 in B.E. 2561, 99,844 in 2568, a change of 11,592 (13.1%)"
        )
    )


def test_two_files_that_disagree_stand_side_by_side_everywhere(parts) -> None:
    register, survey = told(REGISTRATION, "เนื้อที่(ไร่)"), told(AREA, "เนื้อที่")
    part = parts["farm area (rai)"]
    first, second, apart = (table.to_frame() for table in part.tables)
    assert first[["2561", "2568"]].iloc[0].tolist() == [
        pytest.approx(by_year(register)[year]) for year in (2561, 2568)
    ]
    assert list(second.columns[1:4]) == ["2566", "2567", "2568"]
    assert second["2566"][0] == pytest.approx(by_year(survey)[2566])
    pairs = {(row.iloc[0], int(row.iloc[1])): tuple(row.iloc[2:4]) for _i, row in apart.iterrows()}
    assert pairs == {
        (areas.get(code).title("en"), year): (register[code, year], survey[code, year])
        for code, year in register.keys() & survey.keys()
        if register[code, year] != survey[code, year]
    }
    assert len(pairs) == 33
    assert "Sources differ 33 times" in part.sentences[2]


def test_the_line_of_the_shorter_file_begins_where_the_file_does(parts) -> None:
    province, rows = parts["farm area (rai)"].pictures
    assert "2,389,054 in B.E. 2566, 2,234,058 in 2568" in province.alt
    lines = [line for line in province.figure.axes[0].lines if len(line.get_xdata()) > 1]
    known = [sum(one == one for one in line.get_ydata()) for line in lines]
    assert known == [8, 3]
    # Eleven amphoe; each has a line of seven steps, one of two, and a base line.
    drawn = [line for line in rows.figure.axes[0].lines if line.get_zorder() < 1]
    assert len([line for line in drawn if line.get_linewidth() == 1.6]) == 11 * (7 + 2)
