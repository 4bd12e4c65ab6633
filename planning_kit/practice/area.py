"""The invented tambon: its plan area, its period, and the word that marks all of it."""

from __future__ import annotations

from planning_kit.records import PlanArea, PlanPeriod

TAMBON = "990101"
INVENTED = "(สมมติ)"

_NOTE = (
    "พื้นที่สมมติสำหรับฝึกหัด ไม่มีอยู่จริง ข้อมูลทุกตัวสร้างด้วยโปรแกรม "
    "แบบตำบลที่ราบนาน้ำฝนและชลประทานบางส่วน ข้าว อ้อย มันสำปะหลัง "
    "ภาคกลางตอนบนและภาคเหนือตอนล่าง / An invented area for practice"
)


def practice_plan_area() -> PlanArea:
    """Return the plan area of the practice tambon: one whole tambon, which exists nowhere."""
    return PlanArea(
        plan_area_id=TAMBON,
        name=f"ตำบลทุ่งฝึกหัด {INVENTED}",
        tambon_codes=(TAMBON,),
        council=f"สภาองค์กรชุมชนตำบลทุ่งฝึกหัด {INVENTED}",
        local_governments=f"อบต.ทุ่งฝึกหัด {INVENTED}",
        setting="rural",
        note=_NOTE,
    )


def practice_period() -> PlanPeriod:
    """Return the plan period of the practice tambon, B.E. 2571 to 2575."""
    return PlanPeriod(
        plan_area_id=TAMBON,
        plan_start_be=2571,
        plan_end_be=2575,
        team=(
            "ประธานสภาองค์กรชุมชนตำบล; ผู้แทนสภาเกษตรกร; ผู้ใหญ่บ้านทั้ง 8 หมู่; "
            f"นักวิชาการส่งเสริมการเกษตร; ปลัด อบต. {INVENTED}"
        ),
        foreword=(
            "แผนฉบับนี้เป็นแผนตัวอย่างของตำบลสมมติ ใช้สำหรับฝึกหัดเท่านั้น ตัวเลขและชื่อสถานที่ทั้งหมดแต่งขึ้น ห้ามนำไปอ้างอิง"
        ),
    )
