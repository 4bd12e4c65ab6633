"""Chapters are counted when the page is made, and links lead only to what is there."""

from __future__ import annotations

from planning_kit.language import speaking
from planning_kit.report.contents import (
    PLACE,
    fill_contents,
    lead_into_folds,
    number_chapters,
    unlink_absent,
)
from planning_kit.report.section import Layout, Numbering, Section


def _html(*sections: Section) -> str:
    return "".join(section._repr_html_() for section in sections)


def _chapter(key: str, numbering: Numbering | None) -> Section:
    parts = [Section(f"{key}-part", "ส่วนย่อย")]
    return Section(key, f"บท {key}", layout=Layout.SHEET, numbering=numbering, parts=parts)


def test_chapters_are_numbered_in_order_and_the_contents_say_the_same() -> None:
    page = PLACE + _html(
        _chapter("summary", None),
        _chapter("a", Numbering.CHAPTER),
        _chapter("b", Numbering.CHAPTER),
        _chapter("x", Numbering.APPENDIX),
    )
    with speaking("th"):
        made = fill_contents(number_chapters(page))
    for title in ("บท summary", "1. บท a", "2. บท b", "ภาคผนวก ก: บท x"):
        assert f"<h2>{title}</h2>" in made and f">{title}</a>" in made
    assert "<h3>ส่วนย่อย</h3>" in made


def test_a_page_whose_attributes_were_put_in_another_order_is_numbered_too() -> None:
    page = '<section class="sheet" data-number="chapter" id="a"><h2>บท</h2></section>'
    assert "<h2>1. บท</h2>" in number_chapters(page)


def test_a_link_to_what_is_in_another_report_becomes_plain_words() -> None:
    page = '<p id="here"></p><a href="#here">ที่นี่</a><a href="#there">P01</a>'
    assert unlink_absent(page) == '<p id="here"></p><a href="#here">ที่นี่</a>P01'


def test_a_folded_part_is_listed_too() -> None:
    folded = Section("more", "ดูต่อ", level=3, folded=True, sentences=["ข้อความ"])
    with speaking("th"):
        assert '<a href="#more">ดูต่อ</a>' in fill_contents(PLACE + _html(folded))


def test_a_link_to_a_folded_part_leads_inside_it_so_that_it_opens() -> None:
    folded = Section("more", "ดูต่อ", level=3, folded=True, sentences=["ข้อความ"])
    page = '<a href="#more">ดู</a><a href="#open">ดู</a><section id="open"></section>'
    made = lead_into_folds(page + _html(folded))
    assert '<a href="#more-inside">' in made and '<a href="#open">' in made
    assert made.index("</summary>") < made.index('id="more-inside"') < made.index("ข้อความ")
