"""A table shows what is stated, says what is not, and hides what it must."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pandas as pd

from planning_kit.language import speaking
from planning_kit.report.form_table import FormTable
from planning_kit.report.table import Column, Table

FRAME = pd.DataFrame(
    {
        "village": ["หมู่ 1 บ้านท่ามะขาม", "หมู่ 2 <b>บ้านไร่</b>", "หมู่ 3", "ทั้งตำบล"],
        "households": [120, np.nan, np.nan, 1234],
        "income": [180_000.4, np.nan, 0.0, 150_000.0],
        "share": [0.4523, 0.5, np.nan, 1.0],
        "hidden": [False, True, False, False],
    }
)
COLUMNS = [
    Column("village", "หมู่บ้าน"),
    Column("households", "ครัวเรือน", "int"),
    Column("income", "รายรับ (บาท)", "baht"),
    Column("share", "สัดส่วน", "percent", places=0),
]


def _parsed(table: Table) -> ElementTree.Element:
    return ElementTree.fromstring(f"<div>{table._repr_html_()}</div>")


def test_cells_are_written_for_readers() -> None:
    assert Table(FRAME, COLUMNS).cells() == [
        ["หมู่ 1 บ้านท่ามะขาม", "120", "180,000", "45%"],
        ["หมู่ 2 <b>บ้านไร่</b>", "ปกปิด", "ปกปิด", "50%"],
        ["หมู่ 3", "–", "0", "–"],
        ["ทั้งตำบล", "1,234", "150,000", "100%"],
    ]


def test_headings_say_what_they_head() -> None:
    page = _parsed(Table(FRAME, COLUMNS, caption="เปรียบเทียบหมู่บ้าน"))
    assert [th.attrib["scope"] for th in page.iter("th")] == ["col"] * 4 + ["row"] * 4
    caption = page.find(".//caption")
    assert caption is not None
    assert caption.text == "เปรียบเทียบหมู่บ้าน"


def test_numbers_are_aligned_with_their_heading() -> None:
    page = _parsed(Table(FRAME, COLUMNS))
    head = [th.get("class") for th in page.findall(".//thead/tr/th")]
    first_row = [cell.get("class") for cell in page.find(".//tbody/tr")]
    assert head == first_row == [None, "number", "number", "number"]


def test_a_name_with_markup_is_inert() -> None:
    html = Table(FRAME, COLUMNS)._repr_html_()
    assert "<b>" not in html
    assert "&lt;b&gt;บ้านไร่&lt;/b&gt;" in html


def test_hiding_is_explained_once_and_only_where_needed() -> None:
    notes = [p.text for p in _parsed(Table(FRAME, COLUMNS)).findall("p")]
    assert len(notes) == 1
    assert notes[0].startswith("ปกปิด: ")
    assert not _parsed(Table(FRAME, COLUMNS[:1])).findall("p")
    assert not Table(FRAME.assign(hidden=False), COLUMNS).hides()


def test_a_column_may_have_its_own_flag() -> None:
    frame = pd.DataFrame({"a": [np.nan], "b": [np.nan], "b_hidden": [True]})
    table = Table(frame, [Column("a", "ก", "int"), Column("b", "ข", "int", hidden="b_hidden")])
    assert table.cells() == [["–", "ปกปิด"]]


def test_totals_are_marked() -> None:
    rows = _parsed(Table(FRAME, COLUMNS, totals=1)).findall(".//tbody/tr")
    assert [row.get("class") for row in rows] == [None, None, None, "total"]


def test_a_wide_table_scrolls_by_itself_and_by_keyboard() -> None:
    def box(wide: bool | None) -> ElementTree.Element:
        found = _parsed(Table(FRAME, COLUMNS, caption="ก", wide=wide)).find("div")
        assert found is not None
        return found

    assert "wide" in box(wide=True).attrib["class"]
    assert box(wide=True).attrib["tabindex"] == "0"
    assert box(wide=True).attrib["aria-label"] == "ก"
    assert "ปัดตาราง" in box(wide=True).attrib["data-hint"]
    assert "wide" not in box(wide=None).attrib["class"]
    assert "data-hint" not in box(wide=None).attrib


def test_a_spreadsheet_gets_plain_values_and_no_hidden_number() -> None:
    frame = Table(FRAME, COLUMNS).to_frame()
    assert list(frame.columns) == [column.label for column in COLUMNS]
    assert frame.iloc[0].tolist() == ["หมู่ 1 บ้านท่ามะขาม", 120, 180_000.4, 0.4523]
    assert frame.iloc[1].tolist() == ["หมู่ 2 <b>บ้านไร่</b>", "ปกปิด", "ปกปิด", 0.5]
    assert frame.iloc[2].tolist() == ["หมู่ 3", None, 0.0, None]


def test_two_columns_may_share_a_heading() -> None:
    table = Table(FRAME, [Column("households", "จำนวน", "int"), Column("income", "จำนวน", "int")])
    assert table.to_frame().shape == (4, 2)


def test_an_empty_table_still_has_its_headings() -> None:
    page = _parsed(Table(FRAME.iloc[:0], COLUMNS))
    assert len(page.findall(".//thead/tr/th")) == 4
    assert not page.findall(".//tbody/tr")


def test_it_speaks_english_when_asked() -> None:
    with speaking("en"):
        assert Table(FRAME, COLUMNS).cells()[1][1] == "hidden"


def test_a_table_stays_on_one_sheet_only_where_its_lines_fit() -> None:
    short = pd.DataFrame({"a": ["ข้าว"] * 15, "b": range(15)})
    long = pd.DataFrame({"a": ["รายได้จากพืชหรือสัตว์อย่างเดียว" * 5] * 15, "b": range(15)})
    columns = [Column("a", "เรื่อง"), Column("b", "ค่า", "int")]
    # Broken against its will, a table leaves its heading alone at the foot of a sheet.
    assert "whole" in Table(short, columns)._repr_html_()
    assert "whole" not in Table(long, columns)._repr_html_()


def test_a_form_too_wide_for_a_phone_says_so() -> None:
    form = FormTable(FRAME, COLUMNS, wide=True)
    assert "data-hint=" in form._repr_html_()


def test_texts_that_a_phone_would_press_into_columns_of_a_word_scroll_and_say_so() -> None:
    said = "จัดหลังหกโมงเย็น มีคนดูเด็ก"
    columns = [Column(name, name) for name in ("code", "topic", "helped", "hindered")]
    crowded = pd.DataFrame(
        [["L1", said, said, said]], columns=["code", "topic", "helped", "hindered"]
    )
    with speaking("th"):
        box = _parsed(Table(crowded, columns)).find("div")
        roomy = _parsed(Table(crowded, columns[:3])).find("div")
    assert box is not None and {"swipe", "codes"} <= set(box.attrib["class"].split())
    assert "wide" not in box.attrib["class"] and box.attrib["tabindex"] == "0"
    assert box.attrib["data-hint"] == "ปัดตารางไปด้านข้างเพื่อดูช่องอื่น"
    assert roomy is not None and "data-hint" not in roomy.attrib


def test_the_number_behind_a_figure_is_not_parted_from_its_n() -> None:
    frame = pd.DataFrame({"a": ["36.4 (2569 n = 286)"]})
    assert "n\u00a0=\u00a0286" in Table(frame, [Column("a", "ค่าฐาน")])._repr_html_()


def test_a_listed_table_names_the_column_beside_each_cell_and_leaves_out_what_is_not_stated():
    table = Table(FRAME, COLUMNS, listed=True)
    tree = ElementTree.fromstring(f"<div>{table._repr_html_()}</div>".replace("&nbsp;", " "))
    cells = tree.findall(".//tbody/tr")[1].findall("td")
    assert [cell.get("data-head") for cell in cells] == ["ครัวเรือน", "รายรับ (บาท)", "สัดส่วน"]
    # Hidden is told; a zero is told; what nobody stated is not.
    assert "none" not in str(cells[0].get("class"))
    third = tree.findall(".//tbody/tr")[2].findall("td")
    assert ["none" in str(cell.get("class")).split() for cell in third] == [True, False, True]
    kinds = str(tree.find("div").get("class")).split()
    assert "listed" in kinds and "swipe" not in kinds
