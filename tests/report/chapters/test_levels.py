"""A province reads what three tambons handed over: board, totals, requests; worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from planning_kit.language import speaking
from planning_kit.records import record_type
from planning_kit.report.chapters.data_holders import data_holders
from planning_kit.report.chapters.level_plan import level_plan
from planning_kit.report.chapters.level_requests import level_requests
from planning_kit.report.chapters.model_tambons import model_tambons
from planning_kit.report.chapters.pilot_board import pilot_board
from planning_kit.report.chapters.rolled_findings import roll_up_findings
from planning_kit.report.chapters.rolled_up import rolled_up
from planning_kit.store import Handover, Store
from planning_kit.workbook import create, whole_tambon
from planning_kit.workbook.freezing import text_of
from planning_kit.workbook.handed_plans import handed_plans
from planning_kit.workbook.handing_over import handover_content
from planning_kit.workbook.higher_places import higher_place

ONE, OTHER, THIRD = "670101", "670102", "670201"
TODAY = dt.date(2026, 12, 1)


def share(tambon, part, whole, **more):
    row = {
        "plan_area": tambon, "place": tambon, "tambons": [tambon], "figure": "water.short_share",
        "unit": "per cent", "period_be": 2569, "definition": "kit-1", "way": "share",
        "value": part / whole, "numerator": part, "denominator": whole, "bins": None, "n": whole,
        "as_of": "2026-09-30", "is_endorsed": False, "source": "S1", "hidden": False,
    }  # fmt: skip
    return row | more


def debt(tambon, counts):
    edges = (0, 100_000, 200_000, None)
    bins = [[low, high, n] for low, high, n in zip(edges, edges[1:], counts, strict=False)]
    more = {"figure": "debt.formal_median", "unit": "baht", "way": "quantile", "value": 1.0}
    return share(tambon, 1, sum(counts), bins=bins, numerator=None, denominator=None, **more)


def hand_over(province, code, figures, *records):
    with Store.open("sqlite://") as own:
        tambon = create(whole_tambon(code), store=own, who="a")
        for name, row in records:
            tambon.save(record_type(name).model_validate(row), who="a", why="b")
        content = text_of(handover_content(tambon, figures))
    province.store.keep_handover(Handover(code, 2571, 0, content, "b"))


@pytest.fixture
def province(tmp_path):
    url = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    with create(higher_place("province", "67"), store=url, who="a") as made:
        yield made


def project(code, channel, amount, year=2571):
    head = {"project_code": code, "name": f"โครงการ {code}", "stage": "adopted",
            "reliance_class": "agency", "owner": "สภา", "channel": channel}  # fmt: skip
    line = {"project_code": code, "line_no": 1, "fiscal_year_be": year, "amount": amount,
            "funding_source": "sao"}  # fmt: skip
    return [("project", head), ("budget_line", line)]


def cells(section, at=0):
    with speaking("en"):
        return section.tables[at].cells()


def test_the_board_tells_the_day_of_each_step_and_how_long_each_waits(province):
    hand_over(
        province, ONE, [share(ONE, 30, 60)],
        ("forum", {"forum_code": "F1", "kind": "village_forum", "title": "เวที", "date": "3 ต.ค. 2569"}),
        ("decision", {"decision_code": "D1", "about": "problem_order", "forum_code": "F1",
                      "date": "20 พ.ย. 2569", "subject": "ลำดับ"}),
    )  # fmt: skip
    with speaking("en"):
        (row,) = pilot_board(province, TODAY).tables[0].cells()
    # Agreed: no seats are known. Surveyed on 30 September; ranked on 20 November, 11 days ago.
    assert row[1:10] == ["–", "30 Sep 26", "3 Oct 26", "20 Nov 26", *["–"] * 5]
    assert row[10] == "11"
    with speaking("th"):
        assert "20 พ.ย. 69" in pilot_board(province, TODAY)._repr_html_()


def test_a_total_stands_with_its_coverage_and_a_median_is_not_averaged(province):
    hand_over(province, ONE, [share(ONE, 30, 60), debt(ONE, (10, 10, 0))])
    hand_over(province, OTHER, [share(OTHER, 10, 40), debt(OTHER, (20, 30, 10))])
    hand_over(province, THIRD, [])
    with speaking("en"):
        section = rolled_up(province)
        found = {row[0]: row for row in section.tables[0].cells()}
    # 40 of 100 households; of 80 who owe the fortieth lies 10/40 into the second class.
    assert found["households short of farm water"][1:4] == ["40%", "100", "2 of 3"]
    assert found["formal debt of those who owe, median"][1] == "125,000 baht"
    parts = section.parts[0].parts
    assert {len(one.tables[0].frame) for one in parts} == {2}


def test_what_fewer_than_five_stand_behind_is_hidden_above_too(province):
    hand_over(province, ONE, [share(ONE, 3, 60)])
    hand_over(province, OTHER, [share(OTHER, 20, 40)])
    with speaking("en"):
        section = rolled_up(province)
        values = [row[2] for part in section.parts[0].parts for row in part.tables[0].cells()]
    # The total is of the other tambon alone, and says so.
    assert section.tables[0].cells()[0][1:4] == ["50%", "40", "1 of 2\n1 withheld"]
    assert sorted(values) == ["50%", "hidden"]


def test_the_page_of_a_model_tambon_hides_what_the_totals_withhold(province):
    aim = {"indicator_code": "I1", "name": "ได้ GAP", "unit": "ครัวเรือน", "direction": "up",
           "dimension": "production", "adds_up": "sum"}  # fmt: skip
    part = {"figure": "indicator.I1.actual", "unit": "ครัวเรือน", "way": "sum"}
    score = {"dimension": "process", "item": "all_villages", "points": 3, "evidence": "รายงานประชุม"}
    for code, value in ((ONE, 3), (OTHER, 33)):
        now = {"indicator_code": "I1", "kind": "actual", "fiscal_year_be": 2569, "value": value}
        hand_over(province, code, [share(code, 1, 60, **part) | {"value": value}], ("indicator", aim),
                  ("indicator_value", now), ("model_score", score))  # fmt: skip
    with speaking("en"):
        pages = [part._repr_html_() for part in model_tambons(province).parts[1:]]
    assert ["hidden, fewer than 5 (2569)" in page for page in pages] == [True, False]
    assert ["33 ครัวเรือน (2569)" in page for page in pages] == [False, True]


def test_other_definitions_are_not_added_but_shown(province):
    hand_over(province, ONE, [share(ONE, 30, 60)])
    hand_over(province, OTHER, [share(OTHER, 10, 40, definition="kit-2")])
    with speaking("en"):
        values = [row[1] for row in rolled_up(province).tables[0].cells()]
        said = roll_up_findings(province)._repr_html_()
    assert sorted(values) == ["25%", "50%"] and "defin" in said


def test_requests_are_added_by_channel_and_year_and_alike_ones_are_shown(province):
    pledge = {"agency": "sao", "what": "รถขุด 5 วัน", "asked_on": "15 พ.ย. 2569", "state": "asked",
              "by_date": "20 พ.ย. 2569", "amount": 60_000}  # fmt: skip
    hand_over(
        province, ONE, [], *project("PJ1", "local_gov", 100_000),
        ("pledge", {**pledge, "project_code": "PJ1"}),
    )  # fmt: skip
    hand_over(
        province, OTHER, [], *project("PJ1", "local_gov", 50_000, 2572),
        ("pledge", {**pledge, "project_code": "PJ1"}),
        ("project_status", {"project_code": "PJ1", "date": "1 พ.ย. 2570", "status": "in_ordinance",
                            "channel": "local_gov", "amount": 40_000}),
    )  # fmt: skip
    with speaking("en"):
        channels, agencies, twice = (one.cells() for one in level_requests(province, TODAY).tables)
    # Two projects of two tambons; one of them found money.
    assert channels[0][1:] == ["2", "2", "150,000", "40,000", "1", "100,000", "50,000"]
    assert channels[-1][1:] == channels[0][1:]
    # Both asks are past their day without an answer.
    assert agencies[0][1:] == ["–", "2", "2", "120,000", "0", "2", "0", "0", "0"]
    assert twice[0][1] == "รถขุด 5 วัน" and twice[0][3] == "the same words"


def test_projects_stand_under_the_strategies_of_the_province_with_money_asked_and_found(province):
    strategy = {"strategy_code": "P1", "name": "น้ำ", "higher_codes": "N2"}
    province.save(record_type("strategy").model_validate(strategy), who="a", why="b")
    serving = [("project", {**project("PJ1", "pao", 0)[0][1], "higher_codes": "N2"}),
               project("PJ1", "pao", 90_000)[1]]  # fmt: skip
    spent = {"project_code": "PJ1", "line_no": 2, "fiscal_year_be": 2571, "amount": 30_000,
             "funding_source": "sao", "kind": "ordinance"}  # fmt: skip
    hand_over(province, ONE, [], *serving, ("budget_line", spent))
    hand_over(province, OTHER, [], *project("PJ1", "local_gov", 50_000, 2572))
    with speaking("en"):
        section = level_plan(province, TODAY)
        rows = section.tables[0].cells()
    # Planned money is asked, money in the ordinance is found: never added together.
    assert rows[0] == ["P1 น้ำ", "1", "1", "90,000", "30,000", "1", "90,000", "–"]
    assert rows[1] == ["no strategy named", "1", "1", "50,000", "–", "0", "–", "50,000"]
    assert rows[2][3:5] == ["140,000", "30,000"]
    assert "1 project, worth 50,000 baht, names no strategy" in section.sentences[1]
    assert "by 2 of 2 tambons, 0 of them endorsed" in section.evidence[0]


def test_data_are_told_place_by_place_and_unlike_definitions_are_shown(province):
    held = {
        "dataset": "bmn",
        "holder": "cdd",
        "definition": "รายครัวเรือน",
        "asked_on": "1 ต.ค. 2569",
    }
    refused = {"definition": "รายหมู่บ้าน", "refused_on": "9 ต.ค. 2569", "refused_why": "ไม่มีข้อตกลง"}
    hand_over(province, ONE, [], ("dataset_holding", {**held, "received_on": "5 ต.ค. 2569"}))
    hand_over(province, OTHER, [], ("dataset_holding", {**held, **refused}))
    own = record_type("dataset_holding").model_validate(
        {**held, "dataset": "soil", "holder": "ldd"}
    )
    province.save(own, who="a", why="b")
    with speaking("en"):
        section = data_holders(province, TODAY)
        definitions, places = (part.tables[0].cells() for part in section.parts)
    # Received by one tambon, refused to the other; the matrix shows the state furthest on.
    assert {row[0]: row[4:8] for row in definitions}["Basic minimum needs (household)"] == [
        "1", "0", "1", "0"]  # fmt: skip
    assert "1 set of data is not defined alike" in section.parts[0].sentences[0]
    assert [row[1:4] for row in places if "Basic" in "".join(row)] == [
        ["Basic minimum needs (household)", "–", "–"], ["–", "–", "Basic minimum needs (household)"],
    ]  # fmt: skip
    assert "2 of 2 tambons" in section.evidence[0] and "n = 3" in section.evidence[0]


def test_model_tambons_stand_by_points_with_what_others_can_copy(province):
    score = {"dimension": "process", "item": "all_villages", "points": 3, "evidence": "รายงานประชุม"}
    copied = {"name": "ปุ๋ยหมัก", "kind": "innovation", "used_by": "กลุ่มลับ", "benefit": "ลดค่าปุ๋ย"}
    crop = share(ONE, 3, 60, figure="farming.single_crop_share")
    before = share(ONE, 30, 60, figure="farming.single_crop_share", period_be=2566)
    hand_over(province, ONE, [before, crop], ("model_score", {**score, "points": 2}))
    now = share(ONE, 15, 60, figure="farming.single_crop_share")
    hand_over(province, ONE, [now], ("model_score", {**score, "points": 2}),
              ("local_knowledge", copied))  # fmt: skip
    hand_over(province, OTHER, [crop | {"plan_area": OTHER, "place": OTHER, "tambons": [OTHER]}],
              ("model_score", score))  # fmt: skip
    hand_over(province, THIRD, [])
    with speaking("en"):
        section = model_tambons(province)
        shift, first, second = section.parts
        rows = shift.tables[0].cells()
        said = second._repr_html_()
    assert [row[1] for row in section.tables[0].cells()] == ["3.0", "2.0"]
    assert section.facts[0].value == "2 of 3"
    # A half in 2566, a quarter three years later; three of sixty are not shown.
    assert rows[0][1] == "50% (2566, n = 60) → 25% (2569, n = 60)"
    assert "hidden" in rows[1][1] and first.title != second.title
    assert "ปุ๋ยหมัก" in said and "กลุ่มลับ" not in said and "รายงานประชุม" in said


def test_the_plan_that_came_last_counts_and_one_from_elsewhere_does_not(province):
    hand_over(province, ONE, [share(ONE, 30, 60)])
    hand_over(province, ONE, [share(ONE, 12, 60)])
    hand_over(province, "730502", [share("730502", 50, 50)])
    (plan,) = handed_plans(province)
    assert plan.content["figures"][0]["numerator"] == 12 and not plan.is_endorsed


def test_a_place_to_which_nothing_was_handed_over_says_so(province):
    with speaking("en"):
        said = "".join(
            one(province)._repr_html_() for one in (pilot_board, rolled_up, level_requests)
        )
    assert "No tambon has handed over a plan here" in said
