"""What goes to the province: the plan and its figures; no household, and nobody’s name."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from decimal import Decimal

import pytest

from planning_kit.errors import KitError
from planning_kit.records import Kind, Privacy, record_types
from planning_kit.report.rolled_parts import rolled_parts
from planning_kit.report.xlsx_tables import tables_xlsx
from planning_kit.store import Store
from planning_kit.workbook import endorse
from planning_kit.workbook.exchange import (
    BundleKind,
    export_bundle,
    export_comments,
    handovers,
    import_bundle,
    mark_handover,
)
from planning_kit.workbook.handing_over import FIGURE_COLUMNS, FOLLOWED_UP, PLANNED, handed_fields

WHO = {"who": "ผู้ทดสอบ", "why": "ทดสอบ"}
SECRET = "ลับมากก"
NAMED = "เอกชน คนทดสอบ"
PERSON = f"ขอขอบคุณ นาย{NAMED} โทร 081-234-5678"
PHONE = "081-234-5678"
NUMBER = 73939
KEPT = {"plan_area", "plan_period", "endorsement"}


def planted(kind, number: int):
    """Make a record whose every field says something that must not travel, or a person’s name."""
    is_handed = kind.noun.name in {**PLANNED, **FOLLOWED_UP}
    values = {}
    for spec in kind.fields():
        if spec.choices is not None:
            value = next(iter(spec.choices))
            values[spec.name] = (value,) if spec.kind is Kind.CHOICES else value
        elif spec.kind in (Kind.TEXT, Kind.LONG_TEXT):
            values[spec.name] = (
                PERSON if is_handed and not spec.names_place else f"{SECRET} {number}"
            )
        elif spec.kind is Kind.CODE and spec.privacy is not Privacy.PUBLIC:
            values[spec.name] = f"{SECRET}-{number}"
        elif spec.kind in (Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.LAND) and not is_handed:
            values[spec.name] = Decimal(NUMBER) if spec.kind is not Kind.INTEGER else NUMBER
        elif spec.kind is Kind.CODES:
            values[spec.name] = (PERSON if is_handed else f"{SECRET}-{number}",)
        elif spec.kind is Kind.DATE:
            values[spec.name] = dt.date(2026, 1, 31)
        elif spec.kind is Kind.YEAR_BE:
            values[spec.name] = 2569
        elif spec.required and spec.kind in (Kind.INTEGER, Kind.NUMBER, Kind.MONEY):
            values[spec.name] = 6
    key = {name: f"C{number}" for name in kind.noun.key if kind.field(name).kind is Kind.CODE}
    stated = {**dict.fromkeys(kind.model_fields), **key, **values}
    stated |= {"village_code": "99010101"} if "village_code" in stated else {}
    return kind.model_construct(**stated)


@pytest.fixture
def full_of_secrets(workbook):
    """Put records of every type into the workbook, three of those that hold households."""
    for kind in record_types():
        if kind.noun.name in KEPT:
            continue
        for number in range(3 if kind.noun.name not in {**PLANNED, **FOLLOWED_UP} else 1):
            workbook.save(planted(kind, number), **WHO)
    return workbook


def every_byte(path) -> str:
    """Everything in a .zip, and in the .zip files inside it, as one text."""
    found = []
    with zipfile.ZipFile(path) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            found += [name.encode(), content]
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(content)) as book:
                    found += [book.read(part) for part in book.namelist()]
    return b"\n".join(found).decode("utf-8", "ignore")


def hand_over(workbook, path):
    return export_bundle(
        workbook,
        path,
        kind=BundleKind.HANDOVER,
        xlsx=tables_xlsx,
        figures=rolled_parts(workbook, is_endorsed=False),
    )


def test_no_household_and_nobody_is_in_any_byte_of_it(full_of_secrets, tmp_path):
    hand_over(full_of_secrets, tmp_path / "handover.zip")
    text = every_byte(tmp_path / "handover.zip")
    for secret in (SECRET, NAMED, PHONE, str(NUMBER), f"{NUMBER:,}", "household_id"):
        assert secret not in text, secret
    # The words around a name travel, so the fields were really there.
    assert "ขอขอบคุณ" in text
    export_bundle(full_of_secrets, tmp_path / "full.zip")
    assert SECRET in every_byte(tmp_path / "full.zip")
    assert str(NUMBER) in every_byte(tmp_path / "full.zip")


def test_only_public_fields_of_listed_types_can_go():
    for kind in record_types():
        for spec in handed_fields(kind.noun.name):
            assert spec.privacy is Privacy.PUBLIC
    surveyed = {kind.noun.name for kind in record_types() if kind.noun.book == "survey"}
    assert surveyed & {**PLANNED, **FOLLOWED_UP}.keys() == {"plan_area", "plan_period", "source"}
    for name in ("ballot_mark", "vote_total", "attendance", "household", "attachment"):
        assert handed_fields(name) == ()
    assert not {"minutes", "convener", "other_sex"} & {s.name for s in handed_fields("forum")}


@pytest.fixture
def plan(workbook):
    """Write a small plan that a council can endorse."""
    from planning_kit.records import Forum, Indicator, IndicatorValue, Project

    for record in (
        Forum(forum_code="F06", kind="council_meeting", title="ประชุมสภา", date="20 พ.ย. 2569",
              members=43, members_present=30, votes_for=29, votes_against=0),
        Project(project_code="PJ01", name="ขุดลอกคลอง", stage="adopted", reliance_class="self",
                owner="สภา"),
        Indicator(indicator_code="I1", name="รายได้", unit="บาท",
                  direction="up"),
        IndicatorValue(indicator_code="I1", kind="baseline", fiscal_year_be=2570, value=100, n=3),
        IndicatorValue(indicator_code="I1", kind="target", fiscal_year_be=2571, value=250, n=9),
    ):  # fmt: skip
        workbook.save(record, **WHO)
    return workbook


def content_of(path) -> dict:
    with zipfile.ZipFile(path) as opened:
        return json.loads(opened.read("handover.json"))


def test_the_endorsed_version_goes_and_what_became_of_it_since(plan, tmp_path):
    from planning_kit.records import Project, ProjectStatus

    path = tmp_path / "a.zip"
    assert hand_over(plan, path).about["version"] == 0
    draft = content_of(path)
    assert (draft["version"], draft["endorsed"]) == (0, None)
    version = endorse(plan, "F06", **WHO)
    plan.save(
        Project(project_code="PJ01", name="ขุดลอกคลองและทำฝาย", stage="adopted",
                reliance_class="self", owner="สภา"), **WHO,
    )  # fmt: skip
    plan.save(ProjectStatus(project_code="PJ01", date="1 ม.ค. 2571", status="under_way"), **WHO)
    manifest = hand_over(plan, path)
    content = content_of(path)
    assert [row["name"] for row in content["plan"]["project"]] == ["ขุดลอกคลอง"]
    assert [row["status"] for row in content["since"]["project_status"]] == ["under_way"]
    assert content["endorsed"] == {
        "date": "2026-11-20", "fingerprint": version.fingerprint,
        "is_whole": True, "is_changed_since": True,
    }  # fmt: skip
    with zipfile.ZipFile(path) as opened:
        readme = opened.read("README.txt").decode("utf-8-sig")
    assert version.fingerprint in readme
    assert "แผนมีการแก้ไขหลังรับรอง" in readme
    assert manifest.about["is_changed_since"]


def test_a_value_with_three_behind_it_stays_home_and_one_with_nine_goes(plan, tmp_path):
    hand_over(plan, tmp_path / "a.zip")
    values = content_of(tmp_path / "a.zip")["plan"]["indicator_value"]
    assert {row["kind"]: row.get("value") for row in values} == {"baseline": None, "target": "250"}


def test_figures_stand_in_the_columns_of_the_contract_and_hidden_ones_stay_hidden(plan, tmp_path):
    from planning_kit.records import Household

    for number in range(3):
        plan.save(
            Household(household_id=f"1-{number}", village_code="99010101", is_farm_household=True,
                      males=1, females=1, water_short_months=4), **WHO,
        )  # fmt: skip
    hand_over(plan, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        rows = json.loads(opened.read("figures.json"))
    assert all(tuple(row) == FIGURE_COLUMNS for row in rows)
    by_key = {row["figure"]: row for row in rows}
    assert by_key["plan.projects"]["value"] == 1.0
    # Nobody here stated land or income, so there is nothing to read a quantile from.
    assert {row["way"] for row in rows} == {"sum", "mean", "share"}
    hidden = [row for row in rows if row["hidden"]]
    assert hidden
    assert {(row["value"], row["numerator"], row["bins"]) for row in hidden} == {(None,) * 3}
    assert all(row["value"] is None for row in rows if 0 < (row["n"] or 0) < 5)


def test_the_province_keeps_each_once_marks_it_and_the_tambon_reads_why(plan, store, tmp_path):
    sent, back = tmp_path / "sent.zip", tmp_path / "back.zip"
    hand_over(plan, sent)
    with Store.open(tmp_path / "province.sqlite") as province:
        assert import_bundle(sent, store=province, who="จังหวัด").is_new
        hand_over(plan, sent)  # Made anew from the same facts: it is the same one.
        assert not import_bundle(sent, store=province, who="จังหวัด").is_new
        [kept] = handovers(province)
        assert (kept.plan_area_id, kept.plan_start_be, kept.state) == ("990101", 2571, "received")
        assert json.loads(kept.content) == content_of(sent)
        mark = kept.fingerprint[:8]
        mark_handover(province, mark, "returned", who="จังหวัด", comment="ขอรายละเอียดงบ")
        mark_handover(province, mark, "accepted", who="จังหวัด")
        [kept] = handovers(province, "990101")
        assert [one.state for one in kept.marks] == ["received", "returned", "accepted"]
        export_comments(province, mark, back)
        for state, comment, code in (("lost", "", "bundle.no-such-state"),
                                     ("returned", " ", "bundle.no-comment")):  # fmt: skip
            with pytest.raises(KitError) as error:
                mark_handover(province, mark, state, who="x", comment=comment)
            assert error.value.code == code
        with pytest.raises(KitError) as error:
            export_comments(province, "1" * 64, back)
        assert error.value.code == "bundle.no-such-handover"
    report = import_bundle(back, store=store, who="ตำบล")
    assert report.is_new
    assert any("ขอรายละเอียดงบ" in line for line in report.lines("th"))
    assert not import_bundle(back, store=store, who="ตำบล").is_new
    marks = store.handover_marks("990101")
    assert [one.comment for one in marks] == ["", "ขอรายละเอียดงบ", ""]
    with zipfile.ZipFile(back) as opened:
        assert "ขอรายละเอียดงบ" in opened.read("comments.txt").decode("utf-8-sig")
