"""The drawing inside the page: text stays text, ids keep apart, the same bytes every time."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from matplotlib.figure import Figure

from planning_kit.charts.svg import to_svg

_SVG = "{http://www.w3.org/2000/svg}"


def test_every_picture_is_sound_and_named(chart: Figure) -> None:
    root = ElementTree.fromstring(to_svg(chart, prefix="people-1", alt="ข้าว 45% &amp; อื่น ๆ"))
    assert root.tag == f"{_SVG}svg"
    assert root.attrib["role"] == "img"
    title = root.find(f"{_SVG}title")
    assert title is not None
    assert title.text == "ข้าว 45% & อื่น ๆ"
    assert root.attrib["aria-labelledby"] == title.attrib["id"]


def test_thai_text_stays_text(draw: dict) -> None:
    drawing = to_svg(draw["bars"](), prefix="p", alt="x")
    assert "กี่ที่นี้ ก็ป้อง ฟ้ำ ป่าไม้" in drawing
    assert "Sarabun" in drawing


def test_ids_are_unique_and_carry_the_prefix(chart: Figure) -> None:
    drawing = to_svg(chart, prefix="land-2", alt="x")
    ids = re.findall(r'\bid="([^"]*)"', drawing)
    assert len(ids) == len(set(ids))
    assert all(one.startswith("land-2-") for one in ids)
    referred = re.findall(r'url\(#([^)]*)\)|href="#([^"]*)"', drawing)
    assert {one or other for one, other in referred} <= set(ids)


def test_the_same_data_give_the_same_bytes(draw: dict) -> None:
    for name, make in draw.items():
        assert to_svg(make(), prefix="a", alt="x") == to_svg(make(), prefix="a", alt="x"), name


def test_nothing_of_the_machine_or_the_day_is_in_it(draw: dict) -> None:
    drawing = to_svg(draw["trend"](), prefix="a", alt="x")
    assert "metadata" not in drawing
    assert "atplotlib" not in drawing
