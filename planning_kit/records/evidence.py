"""Where a fact comes from: without it no number is shown."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.kinds import Choice, Code, Date, Integer, LongText, Text
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Check, Noun, Record, Severity


class Method(Choices):
    """How the respondents were chosen; only a random sample carries an interval."""

    CENSUS = "census", "สำรวจทุกครัวเรือน", "census (every household)"
    RANDOM = "random", "สุ่มตัวอย่าง", "random sample"
    PURPOSIVE = "purposive", "เลือกแบบเจาะจง", "purposive selection"
    REGISTER = "register", "ทะเบียนของหน่วยงาน", "administrative register"
    MEETING = "meeting", "เวทีประชุม", "meeting or group interview"
    OTHER = "other", "วิธีอื่น", "another method"


class Source(Record):
    """One survey, register or report that rows come from."""

    noun = Noun(
        name="source",
        title=Words("แหล่งข้อมูล", "Sources"),
        help=Words(
            "บอกว่าข้อมูลแต่ละชุดมาจากไหน เก็บเมื่อไร ด้วยวิธีใด",
            "Says where each set of data comes from, when and how it was gathered",
        ),
        key=("source_code",),
        checks=(
            Check(
                "source.n-above-population",
                ("sample_size", "population"),
                lambda r: (
                    r.sample_size is None or r.population is None or r.sample_size <= r.population
                ),
                N_("More households answered than there are in all; check both figures"),
                Severity.REFUSE,
            ),
            Check(
                "source.dates-out-of-order",
                ("date_from", "date_to"),
                lambda r: r.date_from is None or r.date_to is None or r.date_from <= r.date_to,
                N_("Gathering ended before it began; check both dates"),
                Severity.REFUSE,
            ),
        ),
    )

    source_code: Code = field(
        "รหัสแหล่งข้อมูล",
        "Source code",
        help=(
            "ตั้งเอง สั้น ๆ เช่น S1 แล้วใส่รหัสนี้ในแผ่นงานอื่น",
            "Your own short code, such as S1; write it in the other sheets",
        ),
        example="S1",
        required=True,
        privacy=Privacy.PUBLIC,
    )
    title: Text = field(
        "ชื่อชุดข้อมูล",
        "Title",
        example="สำรวจครัวเรือนเกษตรกร ปี 2569",
        required=True,
        privacy=Privacy.PUBLIC,
    )
    publisher: Text = field(
        "ผู้จัดเก็บหรือเผยแพร่",
        "Gathered or published by",
        help=("ชื่อหน่วยงานหรือคณะทำงาน ไม่ใช่ชื่อบุคคล", "An organisation or working group, not a person"),
        example="คณะทำงานสภาองค์กรชุมชนตำบล",
        required=True,
        privacy=Privacy.PUBLIC,
    )
    method: Choice = field(
        "วิธีเก็บ",
        "Method",
        choices=Method,
        example=Method.RANDOM,
        required=True,
        privacy=Privacy.PUBLIC,
    )
    date_from: Date = field(
        "วันเริ่มเก็บ",
        "From",
        example="1 ก.ย. 2569",
        privacy=Privacy.PUBLIC,
    )
    date_to: Date = field(
        "วันสิ้นสุด",
        "To",
        example="30 ก.ย. 2569",
        required=True,
        privacy=Privacy.PUBLIC,
    )
    sample_size: Integer = field(
        "จำนวนที่ได้ข้อมูล (n)",
        "Number that answered (n)",
        low=0,
        example=300,
        unit=("ครัวเรือน", "households"),
        privacy=Privacy.PUBLIC,
    )
    population: Integer = field(
        "จำนวนทั้งหมด (N)",
        "Number in all (N)",
        low=0,
        example=1200,
        unit=("ครัวเรือน", "households"),
        privacy=Privacy.PUBLIC,
    )
    licence: Text = field("เงื่อนไขการใช้ข้อมูล", "Terms of use", privacy=Privacy.PUBLIC)
    note: LongText = field("หมายเหตุ", "Note", privacy=Privacy.PUBLIC)
