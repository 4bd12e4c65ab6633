"""Chapters as sheets: numbers stay numbers, text never becomes a formula, names are whole words."""

from __future__ import annotations

import pandas as pd
from openpyxl import load_workbook

from planning_kit.language import speaking
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.report.xlsx_sections import write_sections


def test_a_sheet_holds_what_the_page_holds(tmp_path):
    frame = pd.DataFrame({"what": ["=1+1", "ข"], "baht": [1500.0, None], "share": [0.25, None],
                          "hidden": [False, True]})  # fmt: skip
    columns = [
        Column("what", "อะไร"),
        Column("baht", "บาท", "baht"),
        Column("share", "สัดส่วน", "percent"),
    ]
    part = Section("p", "ส่วนย่อย", notes=["หมายเหตุ"])
    title = "แผนพัฒนาเกษตรกรรมระดับจังหวัด ประกอบขึ้นจากแผนตำบล"
    section = Section(
        "s", title, sentences=["ประโยค"], tables=[Table(frame, columns)], parts=[part]
    )
    with speaking("th"):
        write_sections([section, section], tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames[0] == "แผนพัฒนาเกษตรกรรมระดับจังหวัด" and len(book.sheetnames) == 2
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    at = rows.index(["อะไร", "บาท", "สัดส่วน"])
    assert rows[at + 1] == ["=1+1", 1500, 0.25] and rows[at + 2][0] == "ข"
    assert rows[at + 2][1] == rows[at + 2][2] and isinstance(rows[at + 2][1], str)
    cell = book.worksheets[0].cell(at + 2, 1)
    assert cell.data_type == "s" and cell.quotePrefix
    assert ["หมายเหตุ", None, None] in rows


def test_a_code_leads_to_the_row_it_names_on_whatever_sheet(tmp_path):
    links = {"ab12": "handover-ab12", "gone": "handover-gone"}
    parts = Table(
        pd.DataFrame({"in": ["ab12", "gone", "ab12 and more"]}), [Column("in", "ไฟล์", links=links)]
    )
    kept = Table(
        pd.DataFrame({"mark": ["zz", "ab12"], "anchor": ["handover-zz", "handover-ab12"]}),
        [Column("mark", "ลายนิ้วมือ")],
        anchors="anchor",
    )  # fmt: skip
    sections = [Section("a", "ตัวเลข", tables=[parts]), Section("b", "ไฟล์", tables=[kept])]
    write_sections(sections, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    linked = [c for row in book["ตัวเลข"].iter_rows() for c in row if c.hyperlink]
    assert [cell.value for cell in linked] == ["ab12"]
    sheet, cell = linked[0].hyperlink.location.split("!")
    assert book[sheet.strip("'")][cell].value == "ab12" and sheet == "'ไฟล์'"
