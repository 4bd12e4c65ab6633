"""The answers of the sheet on training needs."""

from __future__ import annotations

from planning_kit.records.choices import Choices


class Skill(Choices):
    """What people may want to learn; the catalogue of trainings names these."""

    INTEGRATED = (
        "integrated",
        "ปลูกและเลี้ยงหลายอย่างแทนอย่างเดียว",
        "growing many things in place of one",
    )
    ACCOUNT = "account", "จดบัญชีต้นทุน รู้กำไร", "cost accounts and margins"
    TECHNOLOGY = "technology", "เลือกเครื่องมือและเทคโนโลยี", "choosing tools and technology"
    SOIL = "soil", "ดูแลดิน ทำปุ๋ยใช้เอง", "soil care and own compost"
    WATER = "water", "เก็บน้ำ ใช้น้ำให้คุ้ม", "storing and saving water"
    PESTS = "pests", "คุมโรคและแมลงอย่างปลอดภัย", "safe control of pests and diseases"
    SEED = "seed", "คัดและเก็บเมล็ดพันธุ์", "selecting and keeping seed"
    ANIMALS = "animals", "เลี้ยงสัตว์และปลา", "raising animals and fish"
    STANDARDS = "standards", "ทำมาตรฐานสินค้าปลอดภัย", "standards for safe produce"
    PROCESSING = "processing", "แปรรูปผลผลิต", "processing produce"
    SELLING = "selling", "หาตลาดและขายออนไลน์", "markets and selling online"
    RESIDUE = "residue", "ใช้ฟางและใบอ้อยแทนการเผา", "using straw and leaves instead of burning"
    MONEY = "money", "วางแผนเงินในบ้านและหนี้", "planning household money and debt"
    GROUPS = "groups", "ทำงานกลุ่มและวิสาหกิจชุมชน", "running groups and enterprises"
    MEETINGS = "meetings", "นำประชุมและรับฟัง", "leading meetings and listening"
    PROJECTS = "projects", "ใช้ข้อมูลและเขียนโครงการ", "using data and writing projects"


class LearnerRole(Choices):
    """As what somebody would learn."""

    FARMER = "farmer", "เกษตรกร", "farmer"
    LEADER = "leader", "ผู้นำหรือกรรมการกลุ่ม", "leader or group committee"
    BOTH = "both", "เป็นทั้งเกษตรกรและผู้นำ", "farmer and leader"
    OTHER = "other", "อื่น ๆ", "other"


class Hindrance(Choices):
    """What keeps people from trainings."""

    TIME = "time", "ไม่มีเวลา", "no time"
    FAR = "far", "ที่อบรมไกล", "too far away"
    COST = "cost", "เสียรายได้หรือค่าเดินทาง", "lost earnings or travel costs"
    CARE = "care", "ต้องดูแลคนในบ้าน", "caring for somebody at home"
    READING = "reading", "อ่านเขียนไม่คล่องหรือมองไม่ชัด", "reading or seeing is hard"
    UNTOLD = "untold", "ไม่มีใครบอกว่ามีอบรม", "nobody told of trainings"
    USELESS = "useless", "เคยไปแล้วใช้ไม่ได้จริง", "earlier ones were of no use"
    NONE = "none", "ไม่มีอะไรขัดข้อง", "nothing"


class LearningWay(Choices):
    """How people like to learn."""

    FIELD = "field", "ลงมือทำในแปลง", "doing it in a field"
    VISIT = "visit", "ดูแปลงของเพื่อนบ้าน", "visiting a neighbour’s farm"
    HALL = "hall", "ฟังและคุยในศาลา", "talk in the hall"
    HOME = "home", "มีพี่เลี้ยงมาที่บ้าน", "a coach who comes home"
    PHONE = "phone", "คลิปในโทรศัพท์", "clips on the phone"


class LearningTime(Choices):
    """When people can come."""

    MORNING = "morning", "ครึ่งวันเช้า", "a morning"
    AFTERNOON = "afternoon", "ครึ่งวันบ่าย", "an afternoon"
    EVENING = "evening", "ตอนเย็น", "an evening"
    DAY = "day", "เต็มวัน", "a whole day"
    HOLIDAY = "holiday", "วันหยุด", "a holiday"
