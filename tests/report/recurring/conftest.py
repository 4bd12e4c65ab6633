"""A province whose three tambons tell of one drought, in a store of their own."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from planning_kit.language import speaking
from planning_kit.records import (
    Forum,
    PolicyProposal,
    Problem,
    ProblemEvidence,
    ProblemGroup,
    Project,
    ProposalOrigin,
    ProposalStep,
    Source,
)
from planning_kit.store import Store
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.higher_places import higher_place

BY = {"who": "ทดสอบ", "why": "ทดสอบ"}
TODAY = dt.date(2026, 11, 30)
TOLD = {
    "670101": ("น้ำทำนาไม่พอในหน้าแล้ง เพราะคลองตื้นเขิน", 120),
    "670102": ("ขาดแคลนน้ำทำการเกษตรเดือนกุมภาพันธ์ถึงเมษายน สระตื้นเขิน", 80),
    "670103": ("ฝนทิ้งช่วง ไม่มีแหล่งเก็บน้ำ น้ำไม่พอทำนาปรัง", None),
}


def a_tambon(store, code):
    said, households = TOLD[code]
    workbook = create(whole_tambon(code), store=store, **BY)
    for record in (
        Source(source_code="S1", title="สำรวจครัวเรือน", publisher="คณะทำงาน", method="random",
               date_from="1 ก.ย. 2569", date_to="30 ก.ย. 2569"),
        Problem(problem_code="P01", statement=said, theme="water",
                households_affected=households, said_by="กลุ่มผู้ใช้น้ำ"),
        Problem(problem_code="P02", statement="น้ำท่วมขังที่นาเดือนตุลาคม", theme="water"),
        ProblemEvidence(problem_code="P01", figure="water.short_share",
                        statement=f"น้ำไม่พอ ร้อยละ {int(code) % 100 + 40}", value=41,
                        unit="ร้อยละ", n=200, as_of="30 ก.ย. 2569", source_code="S1"),
        Project(project_code="PJ1", name="ขุดลอก", stage="adopted", reliance_class="joint",
                owner="กลุ่ม", problem_codes=("P01",), total_cost=100_000),
        PolicyProposal(proposal_code="N1", statement="ขุดลอกสระ", level="province",
                       problem_codes=("P01",), theme="water"),
        ProposalStep(proposal_code="N1", level="tambon", date="10 ต.ค. 2569",
                     resolution="passed", votes_for=28, votes_against=1),
    ):  # fmt: skip
        workbook.save(record, **BY)
    return workbook


def a_province(store):
    area = higher_place("province", "67").with_changes(council="ที่ประชุมระดับจังหวัด")
    workbook = create(area, store=store, **BY)
    for record in (
        Forum(forum_code="M1", kind="other", title="ประชุมจังหวัด", date="20 พ.ย. 2569"),
        PolicyProposal(proposal_code="N01", statement="จัดงบขุดลอกแหล่งน้ำเป็นชุดเดียว",
                       theme="water", level="nation", addressee="กรมชลประทาน",
                       ask="จัดงบขุดลอกสระ", ask_kind="budget", amount=300_000, state="sent",
                       sent_on="25 พ.ย. 2569"),
        ProblemGroup(group_code="G01", title="น้ำไม่พอหน้าแล้ง", theme="water",
                     member_refs=("670101/P01", "670102/P01"), is_confirmed=True,
                     forum_code="M1", confirmed_on="20 พ.ย. 2569", proposal_code="N01"),
        *(ProposalOrigin(proposal_code="N01", from_ref=f"{code}/N1", how="merged",
                         date="20 พ.ย. 2569") for code in TOLD),
        ProposalStep(proposal_code="N01", level="province", date="20 พ.ย. 2569",
                     forum_code="M1", resolution="passed", votes_for=31, votes_against=2,
                     votes_abstain=3, sent_to="กรมชลประทาน"),
    ):  # fmt: skip
        workbook.save(record, **BY)
    return workbook


@pytest.fixture(autouse=True)
def thai() -> Iterator[None]:
    """Speak Thai; a test of English opens its own ``speaking("en")``."""
    with speaking("th"):
        yield


@pytest.fixture
def places(told_once, tmp_path):
    """Return ``province`` and ``tambons`` (by code), with the address ``url`` of their store."""
    url = f"sqlite:///{Path(shutil.copy(told_once, tmp_path / 'kit.db')).as_posix()}"
    store = Store.open(url)
    province, *tambons = (open_workbook(code, store=store) for code in ("67", *TOLD))
    tambons = dict(zip(TOLD, tambons, strict=True))
    yield SimpleNamespace(url=url, province=province, tambons=tambons)
    store.close()


@pytest.fixture(scope="session")
def told_once(empty, tmp_path_factory):
    """Make the store once: copying it is quicker than filling one anew."""
    path = shutil.copy(empty, tmp_path_factory.mktemp("places") / "kit.db")
    with speaking("th"), Store.open(path) as store:
        for code in TOLD:
            a_tambon(store, code)
        a_province(store)
    return path
