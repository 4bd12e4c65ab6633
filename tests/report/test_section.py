"""A section shows all it holds, in order, and whatever people typed stays inert."""

from __future__ import annotations

from xml.etree import ElementTree

import pandas as pd
import pytest

from planning_kit.charts.bars import bars
from planning_kit.report.picture import Picture
from planning_kit.report.section import Fact, Layout, Section
from planning_kit.report.table import Column, Table

HOSTILE = '<script>alert("x")</script><img src=x onerror=y>\u202eกลับ\u200bข้าง "&\''


def _picture() -> Picture:
    frame = pd.DataFrame({"label": ["ข้าวเจ้า", "มะพร้าว"], "value": [0.45, 0.3]})
    return Picture(
        bars(frame, label="label", value="value", form="percent"),
        alt="ข้าวเจ้า 45% มะพร้าว 30%",
        caption="ข้าวเจ้าใช้พื้นที่มากที่สุด",
    )


def _full() -> Section:
    table = Table(pd.DataFrame({"a": ["ก"]}), [Column("a", "รายการ")])
    return Section(
        "Land & tenure",
        "2. ที่ดิน",
        facts=[Fact("14.2 ไร่", "ที่ดินทำกินต่อครัวเรือน", "เฉลี่ย")],
        sentences=["ประโยคแรก", "ประโยคที่สอง"],
        pictures=[_picture(), _picture()],
        tables=[table],
        evidence=["ที่มา: คณะทำงาน"],
        notes=["หมายเหตุ"],
        parts=[Section("land-use", "2.1 การใช้ที่ดิน", sentences=["ข้างใน"])],
    )


def _parsed(section: Section) -> ElementTree.Element:
    return ElementTree.fromstring(section._repr_html_())


def test_everything_is_shown_in_order() -> None:
    root = _parsed(_full())
    assert root.attrib["id"] == "land-tenure"
    assert [child.tag.split("}")[-1] for child in root] == [
        *["h2", "dl", "p", "p", "figure", "figure", "div", "p", "p", "section"]
    ]
    inner = root.find("section")
    assert inner is not None
    assert [child.tag for child in inner] == ["h3", "p"]
    assert [child.get("class") for child in root.findall("p")] == [None, None, "evidence", "note"]


def test_every_picture_has_a_text_alternative_and_its_own_ids() -> None:
    html = _full()._repr_html_()
    assert html.count('role="img"') == 2
    assert html.count("ข้าวเจ้า 45% มะพร้าว 30%</title>") == 2
    ids = [e.attrib["id"] for e in _parsed(_full()).iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))


def test_a_picture_without_a_text_alternative_is_refused() -> None:
    with pytest.raises(ValueError, match="alt"):
        Picture(_picture().figure, alt=" ")


def test_hostile_text_is_inert_wherever_it_stands() -> None:
    picture = _picture()
    picture.alt = picture.caption = HOSTILE
    frame = pd.DataFrame({"a": [HOSTILE]})
    section = Section(
        HOSTILE,
        HOSTILE,
        facts=[Fact(HOSTILE, HOSTILE, HOSTILE)],
        sentences=[HOSTILE],
        pictures=[picture],
        tables=[Table(frame, [Column("a", HOSTILE)], caption=HOSTILE, note=HOSTILE, wide=True)],
        evidence=[HOSTILE],
        notes=[HOSTILE],
    )
    html = section._repr_html_()
    tags = {element.tag.split("}")[-1] for element in ElementTree.fromstring(html).iter()}
    assert not tags & {"script", "img"}
    assert "\u202e" not in html
    assert "\u200b" not in html
    assert html.count("กลับข้าง") >= 10


def test_hostile_labels_inside_a_picture_are_inert() -> None:
    frame = pd.DataFrame({"label": ["<script>x</script>", "a & b"], "value": [1, 2]})
    html = Picture(bars(frame, label="label", value="value"), alt="x").to_html()
    tags = {element.tag.split("}")[-1] for element in ElementTree.fromstring(html).iter()}
    assert "script" not in tags


def test_it_is_the_same_every_time() -> None:
    assert _full()._repr_html_() == _full()._repr_html_()


def test_walk_goes_through_all_parts() -> None:
    assert [section.key for section in _full().walk()] == ["Land & tenure", "land-use"]


def test_the_contents_page_leaves_a_place_for_the_links() -> None:
    html = Section("contents", "สารบัญ", layout=Layout.CONTENTS)._repr_html_()
    assert 'data-contents="here"' in html


def test_what_is_folded_stands_behind_its_title_and_may_be_left_out_on_paper() -> None:
    told = Section("a", "ชื่อ", sentences=["ยาว"], folded=True)._repr_html_()
    assert told.index("<summary><h2>ชื่อ</h2></summary>") < told.index("ยาว")
    assert 'class="flow folded"' in told
    unprinted = Section("b", "ชื่อ", on_screen_only=True)._repr_html_()
    assert 'class="flow unprinted"' in unprinted and "details" not in unprinted
