"""The answers a household's questions take."""

from __future__ import annotations

from planning_kit.records.choices import Choices


class Sex(Choices):
    """Sex as the household states it."""

    MALE = "male", "ชาย", "male"
    FEMALE = "female", "หญิง", "female"
    OTHER = "other", "อื่น ๆ", "other"


class AgeGroup(Choices):
    """Age groups; 17–45 is the Young Smart Farmer's span."""

    UNDER_17 = "under_17", "ต่ำกว่า 17 ปี", "under 17"
    FROM_17_TO_45 = "17_45", "17–45 ปี", "17–45"
    FROM_46_TO_59 = "46_59", "46–59 ปี", "46–59"
    OVER_59 = "60_up", "60 ปีขึ้นไป", "60 and over"


class Schooling(Choices):
    """Highest schooling completed."""

    NONE = "none", "ไม่ได้เรียน", "none"
    PRIMARY = "primary", "ประถมศึกษา", "primary"
    LOWER_SECONDARY = "lower_secondary", "มัธยมต้น", "lower secondary"
    UPPER_SECONDARY = "upper_secondary", "มัธยมปลายหรือ ปวช.", "upper secondary or vocational"
    HIGHER = "higher", "ปวส. หรือปริญญา", "diploma or degree"


class TitleDeed(Choices):
    """Papers held for the land farmed."""

    CHANOTE = "chanote", "โฉนด", "chanote (full title)"
    NS3K = "ns3k", "น.ส.3 ก.", "Nor Sor 3 Kor"
    NS3 = "ns3", "น.ส.3", "Nor Sor 3"
    SK1 = "sk1", "ส.ค.1", "Sor Kor 1"
    SPK = "spk", "ส.ป.ก. 4-01", "Sor Por Kor 4-01 (land reform)"
    RENTAL = "rental", "สัญญาเช่า", "rental contract"
    OTHER = "other", "เอกสารอื่น", "another paper"
    NONE = "none", "ไม่มีเอกสาร", "no paper"


class WaterSource(Choices):
    """Where farm water comes from."""

    RAIN = "rain", "น้ำฝน", "rain"
    IRRIGATION = "irrigation", "คลองชลประทาน", "irrigation canal"
    CANAL = "canal", "ห้วย คลอง แม่น้ำ", "stream or river"
    POND = "pond", "สระในไร่นา", "farm pond"
    RESERVOIR = "reservoir", "อ่างเก็บน้ำหรือฝาย", "reservoir or weir"
    WELL = "well", "บ่อบาดาลหรือบ่อน้ำตื้น", "well"
    PIPED = "piped", "ประปา", "piped water"
    OTHER = "other", "อื่น ๆ", "other"


class Drinking(Choices):
    """Whether water for the house lasts the year."""

    ENOUGH = "enough", "พอตลอดปี", "enough all year"
    SOMETIMES_SHORT = "sometimes_short", "ขาดบางเดือน", "short in some months"
    SHORT = "short", "ไม่พอ", "not enough"


class FarmingType(Choices):
    """How the farm is run, from one crop to many."""

    SINGLE = "single", "พืชเชิงเดี่ยว", "single crop"
    SEVERAL = "several", "ปลูกหลายอย่างแยกแปลง", "several crops in separate plots"
    INTEGRATED = "integrated", "เกษตรผสมผสาน", "integrated farming"
    NEW_THEORY = "new_theory", "เกษตรทฤษฎีใหม่", "New Theory farming"
    AGROFORESTRY = "agroforestry", "วนเกษตร", "agroforestry"
    ORGANIC = "organic", "เกษตรอินทรีย์", "organic farming"
    LIVESTOCK = "livestock", "เลี้ยงสัตว์เป็นหลัก", "mainly livestock"
    FISH = "fish", "เลี้ยงสัตว์น้ำเป็นหลัก", "mainly fish"
    NOT_FARMING = "not_farming", "ไม่ได้ทำเกษตร", "does not farm"


class Membership(Choices):
    """Groups and funds a household belongs to."""

    BAAC = "baac", "ลูกค้า ธ.ก.ส.", "BAAC client"
    COOPERATIVE = "cooperative", "สหกรณ์", "cooperative"
    VILLAGE_FUND = "village_fund", "กองทุนหมู่บ้าน", "village fund"
    SAVINGS = "savings", "กลุ่มออมทรัพย์", "savings group"
    WELFARE = "welfare", "กองทุนสวัสดิการชุมชน", "community welfare fund"
    ENTERPRISE = "enterprise", "วิสาหกิจชุมชน", "community enterprise"
    LARGE_PLOT = "large_plot", "แปลงใหญ่", "large-plot group"
    OCCUPATION = "occupation", "กลุ่มอาชีพ", "occupation group"
    WATER_USERS = "water_users", "กลุ่มผู้ใช้น้ำ", "water users’ group"
    OTHER = "other", "กลุ่มอื่น", "another group"
    NONE = "none", "ไม่เป็นสมาชิกกลุ่มใด", "none"
