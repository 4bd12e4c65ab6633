import pandas as pd

from planning_kit.plan.season import busy_months, season_clashes, season_findings


def _entries():
    return pd.DataFrame(
        [
            {
                "kind": "crop",
                "name": "ข้าวนาปี",
                "months": (6, 7, 8, 9, 10, 11),
                "peak_months": (11,),
            },
            {"kind": "labour", "name": "ตัดอ้อย", "months": (12, 1), "peak_months": None},
            {"kind": "festival", "name": "สงกรานต์", "months": (4,), "peak_months": (4,)},
        ]
    )


def test_busy_months_are_harvest_and_labour_in_fiscal_order():
    busy = busy_months(_entries())
    assert list(busy["month"]) == [11, 12, 1]
    assert list(busy["kind"]) == ["harvest", "labour", "labour"]


def test_harvest_of_few_growers_does_not_count():
    harvest = pd.DataFrame(
        {
            "product": ["มะม่วง"] * 3,
            "task": ["harvest", "harvest", "plant"],
            "month": [4, 5, 6],
            "share": [0.6, 0.1, 0.9],
        }
    )
    assert list(busy_months(pd.DataFrame(), harvest)["month"]) == [4]


def test_activities_in_harvest_warn_unless_they_belong_there(plan):
    clashes = season_clashes(plan.activities, busy_months(_entries()))
    told = clashes.set_index(["project_code", "activity_no"])
    assert told.loc[("PJ01", 1), "months"] == ("11", "12")
    assert told.loc[("PJ01", 1), "busy_with"] == ("ข้าวนาปี", "ตัดอ้อย")
    assert not told.loc[("PJ03", 1), "is_warning"]
    assert [f.key for f in season_findings(clashes)] == ["PJ01/1"]


def test_no_calendar_no_warning(plan):
    assert season_clashes(plan.activities, busy_months(pd.DataFrame())).empty
