"""The fields by which the planning records name one another, declared once."""

from __future__ import annotations

from functools import partial
from typing import Any

from planning_kit.records.field import field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Link

open_field = partial(field, privacy=Privacy.PUBLIC)
"""A field of the plan itself, which anybody may read."""

BAHT = ("บาท", "baht")
PERSONS = ("คน", "persons")
BE = ("พ.ศ.", "B.E.")
FIRST_YEAR, LAST_YEAR = 2500, 2700

FORUM_LINK = Link("forum_code", "forum", "forum_code")
PROBLEM_LINK = Link("problem_code", "problem", "problem_code")
PROBLEMS_LINK = Link("problem_codes", "problem", "problem_code")
STRATEGY_LINK = Link("strategy_code", "strategy", "strategy_code")
PROJECT_LINK = Link("project_code", "project", "project_code")
POLL_LINK = Link("poll_code", "poll", "poll_code")
INDICATOR_LINK = Link("indicator_code", "indicator", "indicator_code")
VILLAGES_LINK = Link("village_codes", "village", "village_code")
CITED_SOURCE_LINK = Link("source_code", "source", "source_code", may_be_blank=True)


def forum_field(*, required: bool = False) -> Any:
    """Declare the column that says at which meeting something was said or decided."""
    return open_field(
        "รหัสเวที",
        "Forum code",
        help=("รหัสจากแผ่นงานเวทีและการประชุม", "A code from the sheet of forums and meetings"),
        example="F01",
        required=required,
    )


def problem_field(*, required: bool = True) -> Any:
    """Declare the column that ties a row to one problem."""
    return open_field(
        "รหัสปัญหา",
        "Problem code",
        help=("รหัสจากแผ่นงานปัญหา", "A code from the sheet of problems"),
        example="P01",
        required=required,
    )


def problems_field() -> Any:
    """Declare the column that ties a row to several problems."""
    return open_field(
        "ปัญหาที่เกี่ยวข้อง",
        "Problems concerned",
        help=(
            "รหัสปัญหา ถ้ามีหลายข้อคั่นด้วยเครื่องหมายจุลภาค เช่น P01, P02",
            "Problem codes, with commas between: P01, P02",
        ),
        example=("P01",),
    )


def project_field(*, required: bool = True) -> Any:
    """Declare the column that ties a row to one project."""
    return open_field(
        "รหัสโครงการ",
        "Project code",
        help=("รหัสจากแผ่นงานโครงการ", "A code from the sheet of projects"),
        example="PJ01",
        required=required,
    )


def strategy_field() -> Any:
    """Declare the column that places a row under a development issue."""
    return open_field(
        "รหัสประเด็นการพัฒนา",
        "Development issue code",
        help=("รหัสจากแผ่นงานประเด็นการพัฒนา", "A code from the sheet of development issues"),
        example="ST1",
    )


def higher_field() -> Any:
    """Declare the column that names the strategies of higher plans."""
    return open_field(
        "สอดคล้องกับแผนระดับบน",
        "Strategies of higher plans served",
        help=(
            "รหัสจากรายการยุทธศาสตร์แผนระดับบนที่พื้นที่กรอกเอง พร้อมระบุที่มา",
            "Codes of the list of higher strategies, which you fill in with its source",
        ),
        taxonomy="higher_strategy",
    )


def villages_field() -> Any:
    """Declare the column that names the villages concerned."""
    return open_field(
        "หมู่บ้านที่เกี่ยวข้อง",
        "Villages concerned",
        help=(
            "รหัสหมู่บ้าน 8 หลัก คั่นด้วยเครื่องหมายจุลภาค เว้นว่างถ้าทั้งตำบล",
            "8-digit village codes with commas between; blank for the whole area",
        ),
        example=("99010101", "99010103"),
    )


def cited_source_field() -> Any:
    """Declare the column that says which source a figure of the plan comes from."""
    return open_field(
        "แหล่งข้อมูล",
        "Source",
        help=(
            "รหัสแหล่งข้อมูลที่เก็บไว้แล้ว เว้นว่างได้ถ้าไม่ได้มาจากข้อมูลสำรวจ",
            "The code of a source already kept; blank where it comes from none",
        ),
    )


def fiscal_year_field(*, required: bool = True, example: int = 2571) -> Any:
    """Declare the column of a fiscal year (October to September)."""
    return open_field(
        "ปีงบประมาณ",
        "Fiscal year",
        help=("ต.ค. ถึง ก.ย. เช่น ปี 2571 เริ่ม 1 ต.ค. 2570", "October to September"),
        unit=BE,
        low=FIRST_YEAR,
        high=LAST_YEAR,
        example=example,
        required=required,
    )


def count_field(th: str, en: str, example: int | None = None, **more: Any) -> Any:
    """Declare a count of people."""
    return open_field(th, en, low=0, unit=PERSONS, example=example, **more)


def position_field() -> Any:
    """Declare the column that gives the order in print."""
    return open_field("ลำดับที่พิมพ์", "Order in print", low=1, example=1)


def votes_field(th: str, en: str, example: int | None = None) -> Any:
    """Declare a count of votes of a resolution."""
    return open_field(th, en, low=0, unit=("เสียง", "votes"), example=example)
