"""Published figures by year: what is not told is a gap, what is counted anew another line."""

from __future__ import annotations

from planning_kit import areas
from planning_kit.language import speaking
from planning_kit.records import PlanPeriod, ReferenceFigure, Source
from planning_kit.records.reference import Measure
from planning_kit.report.chapters.figures_by_year_tables import by_place, printed_table
from planning_kit.report.chapters.own_records import own_records
from planning_kit.report.chapters.year_figure import YearFigure
from planning_kit.store import Store
from planning_kit.workbook import create
from planning_kit.workbook.higher_places import higher_place
from planning_kit.workbook.saving import save_answers


def test_a_year_left_out_is_a_gap_and_a_redefinition_another_line(tmp_path) -> None:
    with Store.open(tmp_path / "kit.sqlite") as store:
        period = PlanPeriod(plan_area_id="67", plan_start_be=2571, plan_end_be=2575)
        workbook = create(higher_place("province", "67"), period, store=store, who="a")
        by = {"who": "a", "why": "b"}
        source = {
            "source_code": "S",
            "title": "ทะเบียน",
            "publisher": "ก",
            "method": "register",
            "date_to": "30 ก.ย. 2569",
        }
        assert save_answers(workbook, Source, source, **by).is_saved
        for year, value, detail in ((2561, 10, None), (2562, 12, None), (2564, 15, None),
                                    (2565, 900, "นับแบบใหม่"), (2566, 950, "นับแบบใหม่")):  # fmt: skip
            figure = {"area_code": "6701", "measure": "farm_households", "year_be": year,
                      "value": value, "detail": detail, "source_code": "S"}  # fmt: skip
            assert save_answers(workbook, ReferenceFigure, figure, **by).is_saved
        with speaking("en"):
            (part,) = own_records(workbook).parts[0].parts
    # One of eleven amphoe is no change of the province, and no year is made up.
    assert "10 in B.E. 2561, 15 in 2564, a change of 5 (50.0%)" in part.sentences[0]
    assert part.sentences[0].endswith("Not told for 2563.")
    assert "900 in B.E. 2565, 950 in 2566" in part.sentences[1] and "นับแบบใหม่" in part.sentences[1]
    first, second = (table.to_frame() for table in part.tables)
    assert list(first.columns[1:4]) == ["2561", "2562", "2564"]
    assert list(second.columns[1:3]) == ["2565", "2566"]
    assert "2561" in first["Years in which places are missing"][0]
    heights = [line.get_ydata() for line in part.pictures[0].figure.axes[0].lines]
    assert heights[0][2] != heights[0][2]  # 2563 is not drawn


def test_a_printed_total_stands_beside_the_sum_of_its_places_where_they_disagree() -> None:
    places = [one.code for one in areas.children(areas.get("67"))]

    def row(place, year, value):
        return {"area_code": place, "measure": "farm_households", "detail": "", "year_be": year,
                "value": value, "n": None, "source_code": "S"}  # fmt: skip

    # Eleven amphoe of 100 each: 1,100 printed in 2566, 1,150 in 2567; in 2568 one does not tell.
    rows = [row(place, year, 100) for place in places for year in (2566, 2567, 2568)][:-1]
    rows += [row("67", 2566, 1100), row("67", 2567, 1150), row("67", 2568, 1200)]
    figure = YearFigure(Measure.FARM_HOUSEHOLDS, rows, {})
    with speaking("en"):
        table = printed_table(figure).to_frame()
        (whole,) = by_place(figure)
    assert table["Year"].tolist() == [2567]
    assert table[["Total as printed", "Sum of its places", "Difference"]].values.tolist() == [
        [1150, 1100, -50]
    ]
    # The printed total hides none of its amphoe, and none is put in its place.
    shown = whole.to_frame()
    assert shown["2567"].tolist() == [1150, *[100] * 11]
    assert shown["2568"].tolist()[0] == 1200


def test_averages_of_places_are_never_added() -> None:
    rows = [{"area_code": place, "measure": "income_per_household", "detail": "", "year_be": year,
             "value": 90_000, "n": None, "source_code": "S"}
            for place in ("67", "6701", "6702") for year in (2566, 2567)]  # fmt: skip
    rows = [row for row in rows if (row["area_code"], row["year_be"]) != ("67", 2567)]
    figure = YearFigure(Measure.INCOME_PER_HOUSEHOLD, rows, {})
    told = figure.values()
    assert set(told["value"]) == {90_000} and printed_table(figure) is None
