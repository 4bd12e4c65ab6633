"""Who sits in the practice tambon's working group, its meetings, and who came."""

from __future__ import annotations

from planning_kit.practice.plan_texts import Row, placed, plan_texts, village_code
from planning_kit.practice.sources import FORUM as DATA_FORUMS
from planning_kit.practice.villages import VILLAGES

VILLAGE_FORUM = "village_forum"
_COUNTS = (
    "invited", "present", "men", "women", "other_sex", "under_25", "age_25_59", "age_60_up",
)  # fmt: skip
_VOTES = ("votes_for", "votes_against", "votes_abstain")
_AGENDA = """ดูข้อมูลหมู่บ้านที่มีอยู่ร่วมกัน
เล่าเหตุการณ์สำคัญและปฏิทินของหมู่บ้าน
บอกปัญหา คนละหนึ่งใบ แล้วจัดกลุ่ม
เลือกผู้แทนหมู่บ้าน หญิง 1 ชาย 1"""

# Meeting: present of villages 1 to 8, then women of villages 1 to 8.
_BY_VILLAGE = {
    "F09": ((12, 11, 9, 11, 10, 8, 9, 6), (7, 6, 6, 6, 5, 4, 5, 4)),
    "F10": ((11, 10, 9, 10, 9, 8, 9, 5), (6, 5, 6, 5, 5, 4, 5, 3)),
    "F11": ((25, 17, 16, 16, 13, 11, 13, 7), (14, 9, 10, 9, 7, 5, 7, 4)),
    "C1": ((5, 4, 4, 4, 4, 3, 4, 2), (2, 2, 2, 2, 2, 1, 2, 1)),
    "C2": ((5, 4, 4, 4, 3, 3, 4, 2), (2, 2, 2, 2, 1, 1, 2, 1)),
}
# Meeting: groups (by, name, invited, present, women); people may belong to several.
_SOCIAL, _ORGANISATION, _FARMERS = "social_group", "organisation", "farmer_group"
_BY_GROUP: dict[str, tuple[tuple[str, str, int, int, int], ...]] = {
    "F09": (
        (_SOCIAL, "กลุ่มสตรี", 20, 18, 18),
        (_SOCIAL, "เยาวชนและเกษตรกรรุ่นใหม่", 14, 11, 5),
        (_SOCIAL, "ผู้สูงอายุ", 20, 23, 13),
        (_SOCIAL, "ครัวเรือนไร้ที่ดินและคนรับจ้าง", 12, 9, 6),
        (_FARMERS, "แปลงใหญ่ข้าวตำบลทุ่งฝึกหัด", 8, 7, 3),
        (_FARMERS, "กลุ่มผู้ใช้น้ำคลองเรียนรู้–ท่าลองทำ", 8, 6, 2),
        (_ORGANISATION, "อบต.ทุ่งฝึกหัด", 3, 2, 1),
        (_ORGANISATION, "สำนักงานเกษตรอำเภอ", 2, 2, 1),
    ),
    "F10": (
        (_SOCIAL, "กลุ่มสตรี", 20, 16, 16),
        (_SOCIAL, "เยาวชนและเกษตรกรรุ่นใหม่", 14, 10, 4),
        (_SOCIAL, "ผู้สูงอายุ", 20, 22, 12),
        (_SOCIAL, "ครัวเรือนไร้ที่ดินและคนรับจ้าง", 12, 8, 5),
        (_FARMERS, "วิสาหกิจชุมชนแปรรูปบ้านดอนสมมติ", 6, 6, 5),
        (_ORGANISATION, "อบต.ทุ่งฝึกหัด", 3, 3, 1),
        (_ORGANISATION, "พัฒนาที่ดินและชลประทาน", 4, 2, 0),
    ),
    "F11": (
        (_SOCIAL, "กลุ่มสตรี", 40, 32, 32),
        (_SOCIAL, "เยาวชนและเกษตรกรรุ่นใหม่", 20, 17, 8),
        (_SOCIAL, "ครัวเรือนไร้ที่ดินและคนรับจ้าง", 25, 14, 8),
        (_ORGANISATION, "หน่วยงานในอำเภอ", 10, 6, 3),
    ),
    "C2": (
        (_ORGANISATION, "สำนักงานเกษตรอำเภอ", 1, 1, 1),
        (_ORGANISATION, "อบต.ทุ่งฝึกหัด", 2, 2, 0),
        (_ORGANISATION, "สภาเกษตรกรจังหวัด", 1, 1, 1),
    ),
}


def forum_rows() -> list[Row]:
    """Return one row per meeting."""
    return [_forum(row) for row in plan_texts()["forum"]]


def seat_rows() -> list[Row]:
    """Return the seats of the working group in the order of print."""
    seats = plan_texts()["working_group_seat"]
    return [{**seat, "position": at} for at, seat in enumerate(seats, start=1)]


def attendance_rows() -> list[Row]:
    """Return who came: village forums by village, the others by village and by group."""
    rows = [_own_village(forum) for forum in forum_rows() if forum["kind"] == VILLAGE_FORUM]
    for code, (present, women) in _BY_VILLAGE.items():
        for village, people, of_them_women in zip(VILLAGES, present, women, strict=True):
            rows.append(
                {
                    "forum_code": code,
                    "by": "village",
                    "name": village.code,
                    "present": people,
                    "women": of_them_women,
                }
            )
    names = ("by", "name", "invited", "present", "women")
    for code, groups in _BY_GROUP.items():
        rows += [{"forum_code": code, **dict(zip(names, group, strict=True))} for group in groups]
    return rows


def _forum(row: Row) -> Row:
    counts = dict(zip(_COUNTS, row["counts"], strict=True))
    votes = dict(zip(_VOTES, row["votes"], strict=True))
    plain = {name: value for name, value in row.items() if name not in ("counts", "votes")}
    more: Row = {}
    if row["kind"] == VILLAGE_FORUM:
        more = {"agenda": _AGENDA, "source_code": DATA_FORUMS}
    return {**placed(plain), **counts, **votes, **more}


def _own_village(forum: Row) -> Row:
    return {
        "forum_code": forum["forum_code"],
        "by": "village",
        "name": forum["village_code"],
        **{name: forum[name] for name in ("invited", "present", "women")},
    }


def code_of(moo: int) -> str:
    """Return the code of the forum of a village."""
    wanted = village_code(moo)
    return next(row["forum_code"] for row in forum_rows() if row.get("village_code") == wanted)
