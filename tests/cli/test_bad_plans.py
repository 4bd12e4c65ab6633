"""Plans with mistakes in them, handed over by file as people do: each is shown, none added unseen."""

from __future__ import annotations

import json

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.pilot_board import pilot_board
from planning_kit.report.chapters.rolled_up import roll_up_findings, rolled_up
from planning_kit.store import Store
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.bundle_manifest import BundleKind, Manifest
from planning_kit.workbook.bundle_writing import write_bundle
from planning_kit.workbook.freezing import text_of
from planning_kit.workbook.handing_over import NAME, handover_content


def share(place, part, whole, **more):
    """Return a figure as a tambon hands it over: so many of so many households lack water."""
    return {
        "plan_area": place, "place": place, "tambons": [place], "figure": "water.short_share",
        "unit": "per cent", "period_be": 2569, "definition": "kit-1", "way": "share",
        "value": part / whole, "numerator": part, "denominator": whole, "bins": None, "n": whole,
        "as_of": "2026-09-30", "is_endorsed": False, "source": "S1", "hidden": False,
    } | more  # fmt: skip


@pytest.fixture
def received(kit, store, tmp_path):
    """Return what a province sees after it received plans: (code, figures, changes) each."""

    def receive(province, *plans, renamed=None):
        assert kit("new", "--level", "province", "--code", province).code == 0
        said = []
        for at, (code, figures, *more) in enumerate(plans):
            with Store.open("sqlite://") as own:
                made = create(whole_tambon(code), store=own, who="a")
                content = handover_content(made, figures)
            for change in more:
                content |= change
            text = text_of(content)
            for old, new in (renamed or {}).items():
                text = text.replace(old, new)
            area = json.loads(text)["plan_area"]
            about = {"plan_area": area, "name": "แผน", "start_be": 2571, "end_be": 2575}
            path = tmp_path / f"{at}.zip"
            manifest = Manifest(BundleKind.HANDOVER, (about,), "2026-11-30T00:00:00+00:00")
            write_bundle(path, manifest, {NAME: text.encode()})
            said.append(kit("bundle", "import", path, "--who", "officer"))
        with open_workbook(province, store=store) as workbook, speaking("en"):
            page = "".join(one(workbook)._repr_html_() for one in (pilot_board, rolled_up))
            found = roll_up_findings(workbook)._repr_html_()
            totals = rolled_up(workbook).tables
            return said, page, found, [row for table in totals[:1] for row in table.cells()]

    return receive


def test_a_tambon_sent_twice_is_told_and_counts_once(received):
    plan = ("670101", [share("670101", 30, 60)])
    said, _page, found, totals = received("67", plan, plan)
    assert [one.code for one in said] == [0, 0]
    assert "here already" in said[1].out
    assert totals[0][1:4] == ["50%", "60", "1 of 1"]
    assert "more than once" not in found


def test_two_versions_of_one_plan_are_both_told_and_the_later_counts(received):
    _said, _page, found, totals = received(
        "67", ("670101", [share("670101", 30, 60)]), ("670101", [share("670101", 12, 60)])
    )
    assert totals[0][1:4] == ["20%", "60", "1 of 1"]
    assert "1 plan was handed over more than once" in found
    assert found.count("<td>counts</td>") == found.count("<td>does not count</td>") == 1


def test_a_plan_of_other_years_does_not_push_out_the_one_asked_for(received):
    earlier = {"plan_start_be": 2566, "plan_end_be": 2570, "version": 3,
               "endorsed": {"date": "2022-11-01", "fingerprint": "a" * 64, "is_whole": True,
                            "is_changed_since": False}}  # fmt: skip
    _said, _page, found, totals = received(
        "67",
        ("670101", [share("670101", 30, 60)]),
        ("670101", [share("670101", 1, 60)], earlier),
    )
    assert totals[0][1] == "50%"
    assert "2566–2570" in found


@pytest.mark.parametrize(
    ("province", "old", "new", "where"),
    [
        ("18", "180305", "180701", "Tambon Nong Ma Mong"),  # another amphoe
        ("38", "430301", "380101", "Tambon Bueng Kan"),  # another province
    ],
)
def test_a_tambon_that_was_moved_stands_where_it_is_now_and_it_is_said(
    received, province, old, new, where
):
    said, page, found, totals = received(province, (new, [share(new, 30, 60)]), renamed={new: old})
    assert said[0].code == 0
    assert where in page
    assert totals[0][1:4] == ["50%", "60", "1 of 1"]
    assert f"Code {old}" in found
    assert new in found


def test_a_tambon_abolished_without_a_successor_is_shown_and_not_added(received):
    # 270304 Nong Waeng: the list records no successor.
    said, page, found, totals = received(
        "27",
        ("270301", [share("270301", 30, 60)]),
        renamed={"270301": "270304"},
    )
    assert said[0].code == 0
    assert "270304, a code that is not used any more" in page
    assert totals == []
    assert "270304" in found
    assert "no successor is recorded" in found
    assert "do not count" in found


def test_an_indicator_redefined_between_years_has_a_total_for_each_and_none_of_both(received):
    figures = [share("670101", 30, 60),
               share("670101", 10, 40, period_be=2570, definition="kit-2")]  # fmt: skip
    _said, _page, found, totals = received("67", ("670101", figures))
    assert [row[:2] for row in totals] == [
        ["households short of farm water (2569, definition A)", "50%"],
        ["households short of farm water (2570, definition B)", "25%"],
    ]
    assert "The indicator was redefined; each definition has its own total." in found


def test_coverage_of_zero_is_said_and_is_no_total_of_zero(received):
    _said, page, found, totals = received("67", ("670101", []))
    assert "coverage is 0 of 1" in page
    assert "coverage is 0 of 1" in found
    assert totals == []


def test_a_figure_of_which_all_parts_are_hidden_covers_nobody(received):
    none = dict.fromkeys(("value", "numerator", "denominator", "n"))
    figures = [share("670101", 3, 60, hidden=True, **none), share("670101", 9, 60, figure="x.new")]
    _said, page, _found, totals = received("67", ("670101", figures))
    assert "5%" not in page
    # A figure of another version of the kit is shown under its key.
    said = {row[0]: row[1:4] for row in totals}
    assert said["x.new"] == ["15.0%", "60", "1 of 1"]
    assert said["households short of farm water"][0].startswith("withheld")
