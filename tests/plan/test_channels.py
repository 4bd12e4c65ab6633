import copy
from datetime import date

import pandas as pd
import pytest

from planning_kit.errors import KitError, ReadingError
from planning_kit.plan.channel_checks import channel_findings
from planning_kit.plan.channels import plan_and_ordinance, status_counts, status_of_projects
from planning_kit.plan.deadlines import deadlines_from, next_possible, possible_today
from planning_kit.records.channel_declared import channels_from
from planning_kit.records.declared_data import declared_rows, declared_toml

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def channels():
    return channels_from(declared_toml("channels", "channels.toml"))


@pytest.fixture(scope="module")
def calendar():
    return deadlines_from(declared_toml("channels", "calendar.toml"))


def test_the_eight_channels_and_who_has_an_ordinance(channels):
    assert list(channels) == [
        "self", "codi", "local_gov", "pao", "province", "department", "loan_fund", "private",
    ]  # fmt: skip
    # อบต., เทศบาล and อบจ. are local governments; nobody else makes an ordinance.
    assert [code for code, c in channels.items() if c.has_ordinance] == ["local_gov", "pao"]
    for channel in channels.values():
        assert any(step.is_end and step.is_good for step in channel.statuses)
        assert channel.form.th and channel.closing.th and channel.decided_by.th and channel.basis.th
        for step in channel.statuses:
            assert step.is_end is False or step.is_good or step.needs_reason


def test_what_may_follow_a_step(channels):
    local = channels["local_gov"]
    assert local.following(None) == ("drafted",)
    assert local.following("sent") == ("received", "refused", "put_off", "withdrawn")
    assert local.following("done") == ()
    assert "sent" in local.following("put_off")


def test_where_each_project_stands_and_what_is_late(plan, channels):
    table = status_of_projects(plan.projects, plan.steps, channels, TODAY).set_index("project_code")
    assert list(table.index) == ["PJ01", "PJ02", "PJ03"]
    canal = table.loc["PJ01"]
    assert (canal["status"], canal["is_late"], canal["days_late"]) == ("endorsed", True, 22)
    assert canal["next_statuses"][0] == "sent"
    assert table.loc["PJ02"]["status"] is None
    assert table.loc["PJ02"]["next_statuses"] == ("agreed",)
    early = status_of_projects(plan.projects, plan.steps, channels, date(2026, 10, 31))
    assert not early["is_late"].any()


def test_counts_follow_the_ladder(plan, channels):
    status = status_of_projects(plan.projects, plan.steps, channels, TODAY)
    counts = status_counts(status, channels)
    assert list(counts["channel"]) == ["self", "local_gov", "loan_fund"]
    assert counts["projects"].sum() == 3
    assert counts["late"].sum() == 1


def test_an_ended_project_is_never_late(plan, channels):
    plan.steps.loc[1, ["status", "reason"]] = ["refused", "ไม่มีงบ"]
    table = status_of_projects(plan.projects, plan.steps, channels, TODAY)
    canal = table.iloc[0]
    assert (canal["is_end"], canal["is_good"], canal["is_late"]) == (True, False, False)


def test_plan_and_ordinance_stand_apart_for_local_government_only(plan, channels):
    plan.lines.loc[4, "kind"] = "ordinance"
    table = plan_and_ordinance(plan.projects, plan.lines, plan.steps, channels)
    assert set(table["project_code"]) == {"PJ01"}
    first = table.iloc[0]
    assert (first["plan"], first["ordinance"], first["difference"]) == (100_000, 80_000, -20_000)
    assert pd.isna(table.iloc[1]["ordinance"]) and pd.isna(table.iloc[1]["difference"])
    codes = [
        f.code for f in channel_findings(plan.projects, plan.steps, plan.lines, channels, TODAY)
    ]
    assert "plan.ordinance-elsewhere" in codes


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["PJ01", "2026-11-01", "refused", None], "plan.step-without-reason"),
        (["PJ01", "2026-11-01", "drafted", None], "plan.steps-order"),
        (["PJ01", "2026-11-01", "flying", None], "plan.step-unknown"),
    ],
)
def test_steps_that_cannot_be_are_found(plan, channels, row, code):
    more = pd.DataFrame([dict(zip(["project_code", "date", "status", "reason"], row, strict=True))])
    more["date"] = pd.to_datetime(more["date"])
    steps = pd.concat([plan.steps, more], ignore_index=True)
    found = channel_findings(plan.projects, steps, plan.lines, channels, TODAY)
    assert code in [finding.code for finding in found]


def test_right_steps_have_no_findings_but_the_late_one(plan, channels):
    found = channel_findings(plan.projects, plan.steps, plan.lines, channels, TODAY)
    assert [(f.code, f.key) for f in found] == [("plan.step-late", "PJ01")]
    assert found[0].values["days"] == 22


def test_an_unknown_or_missing_channel_is_found(plan, channels):
    plan.projects.loc[[0, 1], "channel"] = ["moon", None]
    found = channel_findings(plan.projects, plan.steps, plan.lines, channels, TODAY)
    assert {f.code for f in found} == {"plan.channel-unknown", "plan.channel-missing"}


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda c: c[0].pop("form_th"), "plan.channel-incomplete"),
        (lambda c: c.append(c[0]), "plan.channel-repeated"),
        (lambda c: c[0]["status"].clear(), "plan.channel-endless"),
        (lambda c: c.clear(), "plan.channels-none"),
    ],
)
def test_a_spoilt_file_of_channels_is_refused(spoil, code):
    data = copy.deepcopy(declared_toml("channels", "channels.toml"))
    spoil(data["channel"])
    with pytest.raises(KitError) as caught:
        channels_from(data)
    assert caught.value.code == code


def test_the_october_before_the_plan(calendar):
    # The plan 2571–2575 was due on 31 October 2569 = 2026; on 22 November it is 22 days late.
    table = possible_today(calendar, TODAY, 2571)
    plan = table[table["code"] == "local_plan"].iloc[0]
    assert plan["due"] == pd.Timestamp(2026, 10, 31)
    assert (plan["state"], plan["days_left"]) == ("passed", -22)
    before = possible_today(calendar, date(2026, 10, 31), 2571)
    assert before[before["code"] == "local_plan"].iloc[0]["state"] == "soon"


def test_later_entry_says_by_when_and_for_which_year(calendar):
    after = next_possible(possible_today(calendar, TODAY, 2571)).set_index("channel")
    local = after.loc["local_gov"]
    assert (local["route"], local["fiscal_year_be"]) == ("addition", 2571)
    assert local["due"] == pd.Timestamp(2028 - 1, 5, 31)
    assert local["missed"] == ("local_plan",)
    assert after.loc["self"]["state"] == "any_time"
    assert after.loc["codi"]["state"] == "ask"
    early = next_possible(possible_today(calendar, date(2026, 9, 1), 2571)).set_index("channel")
    assert early.loc["local_gov"]["route"] == "plan"


def test_years_that_are_over_are_left_out(calendar):
    table = possible_today(calendar, date(2029, 1, 1), 2571)
    years = set(table[table["code"] == "local_addition"]["fiscal_year_be"])
    assert years == {2572, 2573, 2574, 2575}
    over = next_possible(possible_today(calendar, date(2040, 1, 1), 2571)).set_index("channel")
    assert over.loc["local_gov"]["state"] == "closed"


@pytest.mark.parametrize("change", [{"month": 13}, {"day": None}, {"serves": "never"}])
def test_a_spoilt_calendar_is_refused(change):
    data = declared_toml("channels", "calendar.toml")
    data["deadline"][0] |= change
    with pytest.raises(KitError) as caught:
        deadlines_from(data)
    assert caught.value.code == "plan.deadline-incomplete"


def test_files_that_cannot_be_read_say_so(tmp_path):
    broken = tmp_path / "channels.toml"
    broken.write_text("[[channel]\n", encoding="utf-8")
    with pytest.raises(ReadingError):
        declared_toml("channels", "channels.toml", path=broken)
    table = tmp_path / "set.csv"
    table.write_text("a,b\n1,2,3\n", encoding="utf-8")
    with pytest.raises(ReadingError) as caught:
        declared_rows(path=table)
    assert caught.value.values["row"] == 2


def test_nothing_follows_an_end(plan, channels):
    more = pd.DataFrame(
        {
            "project_code": "PJ01",
            "date": pd.to_datetime(["2026-11-01", "2026-11-10"]),
            "status": ["refused", "received"],
            "reason": ["ไม่มีงบ", None],
        }
    )
    steps = pd.concat([plan.steps, more], ignore_index=True)
    found = channel_findings(plan.projects, steps, plan.lines, channels, TODAY)
    assert [(f.code, f.values["before"]) for f in found] == [("plan.steps-order", "refused")]


def test_a_new_project_enters_by_addition_though_a_change_closes_sooner(calendar):
    # On 15 June 2570 the addition for 2571 has passed and the change for 2571 is still open.
    table = possible_today(calendar, date(2027, 6, 15), 2571)
    local = next_possible(table).set_index("channel").loc["local_gov"]
    assert (local["route"], local["fiscal_year_be"]) == ("addition", 2572)
    assert local["due"] == date(2028, 5, 31) or str(local["due"])[:10] == "2028-05-31"
