"""The answers that questions on production take."""

from __future__ import annotations

from planning_kit.records.choices import Choices


class ProductKind(Choices):
    """What sort of production a row is about."""

    ANNUAL = "annual", "พืชล้มลุก", "annual crop"
    PERENNIAL = "perennial", "ไม้ผลไม้ยืนต้น", "perennial crop"
    LIVESTOCK = "livestock", "ปศุสัตว์", "livestock"
    FISH = "fish", "สัตว์น้ำ", "fish and aquatic animals"


class Season(Choices):
    """Season of production."""

    MAIN = "main", "นาปีหรือฤดูฝน", "main or rainy season"
    SECOND = "second", "นาปรังหรือฤดูแล้ง", "second or dry season"
    ALL_YEAR = "all_year", "ตลอดปี", "all year"


class Standard(Choices):
    """Production standard certified; safe area counts each apart."""

    NONE = "none", "ไม่มี", "none"
    GAP = "gap", "GAP", "GAP"
    ORGANIC = "organic", "เกษตรอินทรีย์ (ได้รับรอง)", "organic (certified)"
    PGS = "pgs", "PGS (ชุมชนรับรอง)", "PGS (participatory guarantee)"
    TRANSITION = "transition", "ระยะปรับเปลี่ยนเป็นอินทรีย์", "in conversion to organic"
    OTHER = "other", "มาตรฐานอื่น", "another standard"


class Technology(Choices):
    """Technology and practices used."""

    NONE = "none", "ไม่ได้ใช้", "none"
    SOIL_TEST = "soil_test", "ตรวจดินและใส่ปุ๋ยตามค่าวิเคราะห์", "soil test and matched fertiliser"
    GOOD_SEED = "good_seed", "พันธุ์ดีหรือพันธุ์รับรอง", "certified seed or stock"
    COMPOST = "compost", "ปุ๋ยหมักหรือปุ๋ยอินทรีย์", "compost or organic fertiliser"
    BIOCONTROL = "biocontrol", "ชีวภัณฑ์", "biological control"
    DRIP = "drip", "น้ำหยดหรือสปริงเกลอร์", "drip or sprinkler"
    WATER_SAVING = "water_saving", "เปียกสลับแห้ง", "alternate wetting and drying"
    MACHINE = "machine", "เครื่องจักรแทนแรงงาน", "machinery in place of labour"
    DRONE = "drone", "โดรนเกษตร", "farm drone"
    SOLAR_PUMP = "solar_pump", "สูบน้ำพลังแสงอาทิตย์", "solar pump"
    SENSOR = "sensor", "เซนเซอร์หรือระบบสั่งงานทางโทรศัพท์", "sensors or phone control"
    NO_BURN = "no_burn", "ไม่เผา จัดการเศษวัสดุ", "no burning of residue"
    OTHER = "other", "อื่น ๆ", "other"


class SaleChannel(Choices):
    """To whom most is sold."""

    TRADER = "trader", "พ่อค้าคนกลาง", "trader"
    MILL = "mill", "โรงสีหรือโรงงาน", "mill or factory"
    COOPERATIVE = "cooperative", "สหกรณ์หรือกลุ่ม", "cooperative or group"
    MARKET = "market", "ตลาดชุมชนหรือหน้าสวน", "local market or farm gate"
    CONTRACT = "contract", "พันธสัญญา", "contract"
    ONLINE = "online", "ออนไลน์", "online"
    OWN_USE = "own_use", "ไม่ได้ขาย", "not sold"
    OTHER = "other", "อื่น ๆ", "other"


class FarmUnit(Choices):
    """Units in which output is counted; codes are those of ``thai.UNITS``."""

    KG = "kg", "กิโลกรัม", "kg"
    TONNE = "tonne", "ตัน", "tonne"
    KWIAN = "kwian", "เกวียน", "kwian"
    THANG = "thang", "ถัง", "thang"
    KASOP = "kasop", "กระสอบ", "sack"
    HEAD = "head", "ตัว", "head"
    EGG = "egg", "ฟอง", "egg"
    FRUIT = "fruit", "ผล", "fruit"
    BUNCH = "bunch", "เครือหรือกำ", "bunch"
    LITRE = "litre", "ลิตร", "litre"
    PLANT = "plant", "ต้น", "plant or tree"
