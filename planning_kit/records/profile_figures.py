"""The figures of the profile that may be cited, by key, as people choose among them."""

from __future__ import annotations

from planning_kit.language import Words

PROFILE_FIGURES: dict[str, Words] = {
    "income.total_median": Words(
        "รายรับทั้งปีของครัวเรือน ค่ากลาง", "yearly income of a household, median"
    ),
    "income.expense_median": Words(
        "รายจ่ายทั้งปีของครัวเรือน ค่ากลาง", "yearly expense of a household, median"
    ),
    "income.net_median": Words("เงินเหลือทั้งปีของครัวเรือน ค่ากลาง", "yearly income left over, median"),
    "income.farm_share": Words("รายรับที่มาจากการเกษตรของตนเอง", "income that comes from own farming"),
    "income.gini": Words("ความเหลื่อมล้ำของรายได้ (จีนี 0–1)", "inequality of income (Gini, 0–1)"),
    "debt.formal_mean": Words("หนี้ในระบบเฉลี่ยต่อครัวเรือน", "mean formal debt per household"),
    "debt.formal_median": Words(
        "หนี้ในระบบของครัวเรือนที่เป็นหนี้ ค่ากลาง", "formal debt of those who owe, median"
    ),
    "debt.formal_share": Words("ครัวเรือนที่มีหนี้ในระบบ", "households with formal debt"),
    "debt.informal_households": Words("ครัวเรือนที่มีหนี้นอกระบบ", "households with informal debt"),
    "debt.service_share": Words("รายรับที่ต้องใช้ชำระหนี้", "income that goes to debt payments"),
    "debt.to_income": Words("หนี้ในระบบเทียบกับรายรับหนึ่งปี", "formal debt beside one year’s income"),
    "land.operated_median": Words("ที่ดินทำกินต่อครัวเรือน ค่ากลาง", "farm land per household, median"),
    "land.rented_share": Words("ที่ดินทำกินที่เป็นที่เช่า", "farm land that is rented"),
    "land.landless_share": Words("ครัวเรือนที่ไม่มีที่ดินทำกิน", "households without farm land"),
    "land.irrigated_share": Words("ที่ดินทำกินที่มีน้ำชลประทาน", "farm land that is irrigated"),
    "water.short_share": Words("ครัวเรือนที่น้ำทำเกษตรไม่พอ", "households short of farm water"),
    "water.never_short_share": Words(
        "ครัวเรือนที่ไม่ขาดน้ำทำเกษตรเลย", "households never short of farm water"
    ),
    "water.short_months_mean": Words(
        "เดือนที่น้ำทำเกษตรไม่พอในหนึ่งปี เฉลี่ย", "months a year short of farm water, mean"
    ),
    "food.staple_year_share": Words(
        "ครัวเรือนที่มีข้าวของตนเองพอทั้งปี", "households with own staple all year"
    ),
    "people.old_share": Words("คนอายุ 60 ปีขึ้นไป", "persons aged 60 and over"),
    "people.young_farmer_share": Words(
        "ครัวเรือนที่มีคนอายุ 17–45 ปีทำเกษตร", "households with a farmer aged 17–45"
    ),
    "farming.sustainable_share": Words("ครัวเรือนที่ทำเกษตรยั่งยืน", "households in sustainable farming"),
    "production.largest_share": Words(
        "รายได้เกษตรที่มาจากสินค้าอย่างเดียว", "farm revenue from the one largest product"
    ),
    "farming.single_crop_share": Words("ครัวเรือนที่ปลูกพืชอย่างเดียว", "growers with a single crop"),
    "crops.main_yield_rai": Words("ผลผลิตต่อไร่ของพืชหลัก", "yield per rai of the main crop"),
    "crops.main_price_kg": Words("ราคาขายเฉลี่ยของพืชหลัก", "mean price of the main crop"),
    "crops.main_cash_cost_rai": Words(
        "ต้นทุนเงินสดต่อไร่ของพืชหลัก", "cash cost per rai of the main crop"
    ),
    "crops.main_margin_rai": Words(
        "กำไรเหนือต้นทุนเงินสดต่อไร่ของพืชหลัก", "margin per rai of the main crop, cash costs"
    ),
    "crops.main_margin_full_rai": Words(
        "กำไรเหนือต้นทุนทั้งหมดต่อไร่ของพืชหลัก", "margin per rai of the main crop, full costs"
    ),
    "standards.safe_share": Words("พื้นที่ปลูกที่ได้มาตรฐานปลอดภัย", "crop area under GAP, organic or PGS"),
    "standards.gap_rai": Words("พื้นที่ที่ได้รับรอง GAP", "area certified GAP"),
    "standards.organic_rai": Words("พื้นที่อินทรีย์ที่ได้รับรอง", "area certified organic"),
    "standards.pgs_rai": Words("พื้นที่ที่ชุมชนรับรองกันเอง (PGS)", "area under PGS"),
    "hazards.damage_baht": Words(
        "ความเสียหายจากภัยในปีล่าสุดที่บันทึก", "damage by hazards, latest year recorded"
    ),
    "hazards.affected_rai": Words(
        "พื้นที่เกษตรที่เสียหายในปีล่าสุดที่บันทึก", "farm area struck, latest year recorded"
    ),
    "groups.active": Words("กลุ่มและวิสาหกิจที่ยังดำเนินการ", "groups and enterprises still active"),
    "participation.villages_present": Words("หมู่บ้านที่มีคนร่วมเวที", "villages present in the forums"),
    "participation.villages": Words("หมู่บ้านทั้งหมด", "villages in all"),
    "plan.projects": Words("โครงการทั้งหมดในแผน", "projects in the plan"),
    "plan.projects_done": Words("โครงการที่ทำเสร็จ", "projects carried out"),
}
"""How each is worked out is said in ``report.figures``, which has the same keys."""
