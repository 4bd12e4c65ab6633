"""Invented pilots drive every level; what the pages say is worked out here from their own stores.

Five of them in the ordinary suite, all 25 with ``make soak``.
"""

from __future__ import annotations

import zipfile
from collections import Counter

import pytest

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import speaking
from planning_kit.plan.pilot_steps import STEPS
from planning_kit.records import BudgetLine, Project, Village
from planning_kit.report.chapters.level_requests import level_requests
from planning_kit.report.chapters.pilot_board import pilot_board
from planning_kit.report.chapters.rolled_up import roll_up_findings, rolled_up
from planning_kit.workbook.exchange import import_bundle
from planning_kit.workbook.handed_plans import handed_plans

LEVELS = ("nation", "region", "province")
# What communities pay themselves is asked of nobody.
OWN_MONEY = {"community", "community_contribution", "community_fund"}


@pytest.fixture(params=LEVELS)
def level(request, handed):
    """One of the three workbooks above, with the tambons that lie in it."""
    workbook = handed.above[request.param]
    within = {one.area_id for one in handed_plans(workbook)}
    return workbook, [code for code in handed.codes if code in within]


def cells(section, at=0):
    with speaking("en"):
        return section.tables[at].cells()


def totals(page) -> dict[str, list[str]]:
    """Return the rows of totals by figure: value, n, tambons."""
    with speaking("en"):
        table = page.tables[0]
        names = [column.name for column in table.columns]
        rows = [dict(zip(names, row, strict=True)) for row in table.cells()]
    return {row["figure"]: [row["value"], row["n"], row["of"]] for row in rows}


def test_every_level_holds_the_tambons_that_lie_in_it(handed):
    nation, region, province = (
        {one.area_id for one in handed_plans(handed.above[name])} for name in LEVELS
    )
    assert nation == set(handed.codes)
    near = areas.region_of(handed.first)
    assert region == {code for code in handed.codes if areas.region_of(code) == near}
    assert province == {code for code in handed.codes if code[:2] == handed.first[:2]}


def test_projects_add_up_to_those_of_the_tambons_own_stores(handed, level, pages):
    workbook, codes = level
    with_plan = [code for code in codes if handed.own[code].records(Project)]
    own = sum(
        sum(one.stage != "set_aside" for one in handed.own[code].records(Project))
        for code in with_plan
    )
    assert totals(pages[workbook.area_id])["projects in the plan"] == [
        f"{own} projects", "–", f"{len(with_plan)} of {len(codes)}",
    ]  # fmt: skip


def test_a_share_is_of_all_households_asked_without_those_that_must_stay_hidden(
    handed, level, pages, short_of_water
):
    workbook, codes = level
    told = {code: short_of_water(handed.own[code]) for code in codes}
    shown = {code: one for code, one in told.items() if min(one[0], one[1] - one[0]) >= 5}
    dry, asked = (sum(one[at] for one in shown.values()) for at in (0, 1))
    hidden = sorted(told.keys() - shown.keys())
    of = f"{len(shown)} of {len(codes)}" + f"\n{len(hidden)} withheld" * bool(hidden)
    row = totals(pages[workbook.area_id])["households never short of farm water"]
    assert row == [f"{dry / asked:.0%}", f"{asked:,}", of]
    assert [code for code in hidden if any(
        one["figure"] == "water.never_short_share" and not one["hidden"]
        for one in handed.parts[code]
    )] == []  # fmt: skip


def test_money_asked_is_that_of_the_budget_lines_of_the_tambons(handed, level):
    workbook, codes = level
    asked = sum(
        int(line.amount)
        for code in codes
        for line in handed.own[code].records(BudgetLine)
        if line.kind != "ordinance" and line.funding_source not in OWN_MONEY
        and line.project_code in {
            one.project_code for one in handed.own[code].records(Project)
            if one.stage != "set_aside"
        }
    )  # fmt: skip
    assert asked > 0
    table = level_requests(workbook).tables[0]
    with speaking("en"):
        at = [column.name for column in table.columns].index("asked")
        assert table.cells()[-1][at] == f"{asked:,}"


def test_the_board_shows_how_far_each_has_come(handed, level):
    workbook, codes = level
    rows = cells(pilot_board(workbook))
    last = {}
    for row in rows:
        reached = [step for step, day in zip(STEPS, row[1:], strict=False) if day != "–"]
        last[row[0]] = reached[-1] if reached else None
    assert sorted(last.values()) == sorted(handed.stage(code) for code in codes)


def test_what_is_wrong_is_shown_and_not_added(handed, pages):
    with speaking("en"):
        section = roll_up_findings(handed.above["nation"])
        said = section._repr_html_()
        assert "a part over its whole" in said and "Different units are not added" in said
        left = [row for row in section.parts[0].tables[0].cells() if "whole" in row[-1]]
        apart = [row[0] for table in pages["TH"].tables for row in table.cells()]
        impossible, other = (str(handed.pilots[at].plan_area.plan_area_id) for at in (1, 2))
        assert [areas.get(impossible).title() in row[0] for row in left] == [True]
    assert other in handed.codes
    assert sum(name.startswith("projects carried out") for name in apart) == 2


def test_of_two_versions_the_endorsed_one_counts_wherever_they_came_in(handed):
    first = handed.first
    assert [code for code, _path in handed.bundles].count(first) == 2
    for name in LEVELS:
        store = handed.above[name].store
        assert Counter(one.version for one in store.handovers(first)) == {0: 1, 1: 1}
        (plan,) = [one for one in handed_plans(handed.above[name]) if one.area_id == first]
        assert plan.handover.version == 1


def test_in_another_order_the_store_and_the_page_are_the_same(handed, pages):
    again = handed.place_above("again", ("nation",))
    before = handed.above["nation"]
    kept = [
        {(one.fingerprint, one.version, one.content) for one in book.store.handovers()}
        for book in (before, again)
    ]
    assert kept[0] == kept[1] and len(kept[0]) == len(handed.codes) + 1
    with speaking("en"):
        assert rolled_up(again)._repr_html_() == pages["TH"]._repr_html_()


def test_the_same_bundle_again_changes_nothing_and_a_changed_one_is_refused(handed, tmp_path):
    code, path = handed.bundles[0]
    store = handed.above["nation"].store
    before = [one.fingerprint for one in store.handovers()]
    assert not import_bundle(path, store=store, who="a").is_new
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(path) as good, zipfile.ZipFile(bad, "w") as changed:
        for name in good.namelist():
            content = good.read(name)
            if name == "handover.json":
                content = content.replace(code.encode(), b"999999")
            changed.writestr(name, content)
    with pytest.raises(KitError) as refused:
        import_bundle(bad, store=store, who="a")
    assert refused.value.code.startswith("bundle.")
    assert [one.fingerprint for one in store.handovers()] == before


def test_what_was_kept_is_what_was_in_the_file(handed):
    kept = {one.fingerprint for one in handed.above["nation"].store.handovers()}
    for _code, path in handed.bundles:
        assert handed.fingerprint(path) in kept


def test_places_are_real_and_households_are_those_of_the_gazetteer(handed, real_households):
    if not real_households:
        pytest.skip("../shared/data/gazetteer is not here")
    for code in handed.codes:
        own = sum(int(one.households) for one in handed.own[code].records(Village))
        assert own == real_households[code]
        assert areas.get(code).name_th in str(handed.own[code].plan_area.name)


def test_a_national_total_leads_to_the_tambon_and_the_file_its_part_came_in(handed, pages):
    page = pages["TH"]
    html = page._repr_html_()
    with speaking("en"):
        (part,) = [
            one for one in page.walk() if one.title.startswith("projects in the plan")
        ]  # fmt: skip
        table = part.tables[0]
        at = {column.name: i for i, column in enumerate(table.columns)}
        rows = [[row[at[name]] for name in ("level", "place", "value", "handover")]
                for row in table.cells()]  # fmt: skip
    of_place = {
        code: sum(one.stage != "set_aside" for one in handed.own[code].records(Project))
        for code in handed.codes
        if handed.own[code].records(Project)
    }
    tambons = {code_of(row[1], handed): row[2:] for row in rows if row[0] == "tambon"}
    assert {code: row[0] for code, row in tambons.items()} == {
        code: f"{count} projects" for code, count in of_place.items()
    }
    for code, (_value, mark) in tambons.items():
        # The mark is the beginning of the SHA-256 of what that tambon’s own file holds.
        own = [handed.fingerprint(path) for at, path in handed.bundles if at == code]
        assert any(one.startswith(mark) for one in own)
        assert f'href="#handover-{mark}"' in html and f'id="handover-{mark}"' in html
    regions = {row[1]: row[2] for row in rows if row[0] == "region"}
    by_region: Counter[str] = Counter()
    for code, count in of_place.items():
        by_region[str(areas.region_of(code).words.en)] += count
    assert regions == {name: f"{count} projects" for name, count in by_region.items()}


def test_the_older_version_is_listed_and_said_not_to_count(handed, pages):
    (part,) = [one for one in pages["TH"].walk() if one.key == "rolled-up-handovers"]
    with speaking("en"):
        rows = part.tables[0].cells()
    assert len(rows) == len(handed.codes) + 1
    mine = [row for row in rows if code_of(row[0], handed) == handed.first]
    assert [row[3] for row in mine].count("draft, not endorsed") == 1
    assert sum("not counted" in row[6] for row in rows) == 1


def test_what_is_hidden_in_a_tambon_is_hidden_all_the_way_up(handed, pages, short_of_water):
    told = {code: short_of_water(handed.own[code]) for code in handed.codes}
    small = {code for code, (dry, asked) in told.items() if min(dry, asked - dry) < 5}
    assert small
    with speaking("en"):
        (part,) = [
            one for one in pages["TH"].walk()
            if one.title.startswith("households never short of farm water")
        ]  # fmt: skip
        rows = part.tables[0].cells()
    for code in small:
        (row,) = [row for row in rows if row[0] == "tambon" and code_of(row[1], handed) == code]
        assert row[2] in ("hidden", "–") and row[3] in ("hidden", "–")
        assert f"{told[code][0] / told[code][1]:.0%}" not in row


def code_of(place: str, handed) -> str:
    """Two pilots are called Nong Bua: a tambon is known by its province as well."""
    said = {code: [areas.get(at).title("en") for at in (code, code[:2])] for code in handed.codes}
    (code,) = [one for one, (a, b) in said.items() if place.startswith(a) and place.endswith(b)]
    return code
