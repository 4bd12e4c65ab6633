"""A kept file: a photo, a hand-drawn map, scanned minutes, a logo."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.forum_choices import AttachmentKind
from planning_kit.records.kinds import Choice, Code, Date, Text
from planning_kit.records.plan_fields import open_field
from planning_kit.records.record import Noun, Record


class Attachment(Record):
    """A file known by the fingerprint of its bytes, which the store keeps beside it."""

    noun = Noun(
        name="attachment",
        title=Words("ภาพและเอกสารแนบ", "Photos and attachments"),
        help=Words("ภาพ แผนที่ และเอกสารที่แนบกับแผน", "Photos, maps and papers kept with the plan"),
        key=("fingerprint",),
        in_template=False,
        book="plan",
    )

    fingerprint: Code = open_field(
        "ลายนิ้วมือของแฟ้ม (SHA-256)", "Fingerprint (SHA-256)", example="ab" * 32, required=True
    )
    kind: Choice = open_field(
        "ประเภท", "Kind", choices=AttachmentKind, example=AttachmentKind.RESOURCE_MAP, required=True
    )
    file_name: Text = open_field("ชื่อแฟ้ม", "File name", example="map-moo3.jpg", required=True)
    caption: Text = open_field(
        "คำบรรยาย",
        "Caption",
        help=("บอกว่าเป็นภาพอะไร ไม่ระบุชื่อบุคคล", "What it shows, without persons’ names"),
        example="แผนที่ทรัพยากรที่ชาวบ้านหมู่ 3 วาดร่วมกัน",
        required=True,
    )
    about: Code = open_field(
        "แนบกับ",
        "Belongs to",
        help=("ชนิดของรายการ เช่น forum", "A record type, such as forum"),
        example="forum",
    )
    about_code: Code = open_field("รหัสรายการ", "Its code", example="F01")
    taken_on: Date = open_field("วันที่ถ่ายหรือทำ", "Taken on", example="10 ต.ค. 2569")
    media_type: Text = open_field("ชนิดแฟ้ม", "Media type", example="image/jpeg")
    credit: Text = open_field("ที่มาของภาพ", "Credit", example="คณะทำงานสภาองค์กรชุมชนตำบล")
