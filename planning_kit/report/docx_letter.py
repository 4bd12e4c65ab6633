"""A paper as a Word file, to be edited in the office: Thai set as a complex script.

Word chooses the font and size of Thai letters by ``w:cs`` and ``w:szCs``, not by the plain
ones, and breaks Thai lines only where the language says Thai.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.language import _
from planning_kit.report.documents.document import Block, Document
from planning_kit.report.html import PRACTICE

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

FONT = "TH SarabunPSK"
"""The font of Thai official letters; Word takes another where it is not installed."""
_SMALLER_IN_TABLES = 2
_CM = {"left": 3.0, "right": 2.0, "top": 2.0, "bottom": 2.0}
_ROOM = 21.0 - _CM["left"] - _CM["right"]
_SIGNED_FROM = 7.0


def write_docx(document: Document, path: Path) -> Path:
    """Write the paper to ``path`` and return it. The same paper gives the same text."""
    import docx
    from docx.shared import Cm

    word = docx.Document()
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin, page.right_margin = Cm(_CM["left"]), Cm(_CM["right"])
    page.top_margin, page.bottom_margin = Cm(_CM["top"]), Cm(_CM["bottom"])
    size = round(document.points * 2)
    _thai(word.styles["Normal"].element.get_or_add_rPr(), size)
    word.styles["Normal"].paragraph_format.space_after = Cm(0.1)
    word.core_properties.title = document.title
    word.core_properties.author = ""
    if document.is_practice:
        _line(word, Block("center", _(PRACTICE)), size)
    for block in document.blocks:
        _add(word, block, size)
    path.parent.mkdir(parents=True, exist_ok=True)
    word.save(str(path))
    return path


def _add(word: WordDocument, block: Block, size: int) -> None:
    # ``size`` counts half points, as Word does.
    from docx.enum.text import WD_BREAK
    from docx.shared import Cm

    if block.kind == "table":
        _table(word, block, size - 2 * _SMALLER_IN_TABLES)
    elif block.kind == "space":
        word.add_paragraph().paragraph_format.space_after = Cm(2.4)
    elif block.kind == "page":
        word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif block.kind == "signature":
        # Fewer dots than on the page: a font put in place of the usual one is often wider.
        signed = _("Signed .......................................................").rstrip(". ")
        signed = f"{signed} {'.' * 36}"
        for said in (block.text, signed, f"({'.' * 44})", block.role):
            if said:
                _line(word, Block("signed", said), size)
    elif block.kind == "line":
        _dotted(word)
    else:
        _line(word, block, size)


def _dotted(word: WordDocument) -> None:
    """Add a line to write on: dots to the margin in whatever font the office has."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    paragraph = word.add_paragraph("\t")
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(_ROOM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _line(word: WordDocument, block: Block, size: int) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    paragraph = word.add_paragraph()
    run = paragraph.add_run(" ".join(block.text.split()))
    is_bold = block.kind in ("center", "heading")
    _thai(run._r.get_or_add_rPr(), size, is_bold=is_bold)
    layout = paragraph.paragraph_format
    if block.kind == "center":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif block.kind == "right":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif block.kind == "paragraph":
        layout.first_line_indent = Cm(2.5)
    elif block.kind == "signed":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        layout.left_indent = Cm(_SIGNED_FROM)
        layout.keep_with_next = True
    elif block.kind == "heading":
        layout.keep_with_next = True


def _table(word: WordDocument, block: Block, size: int) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = word.add_table(rows=0, cols=len(block.rows[0]))
    table.style = "Table Grid"
    table.autofit = False
    whole = sum(block.widths)
    # Word goes by the cells, LibreOffice by the columns.
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Cm(_ROOM * width / whole)
    for at, row in enumerate(block.rows):
        cells = table.add_row().cells
        for cell, said, width in zip(cells, row, block.widths, strict=True):
            cell.width = Cm(_ROOM * width / whole)
            run = cell.paragraphs[0].add_run(said)
            _thai(run._r.get_or_add_rPr(), size, is_bold=at == 0)
    # The heading is repeated on every sheet.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _thai(properties: Any, half_points: int, *, is_bold: bool = False) -> None:
    """Set font, size and language of a style or run, for Latin and for Thai letters."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    wanted: list[tuple[str, dict[str, str]]] = [
        *([("w:b", {}), ("w:bCs", {})] if is_bold else []),
        ("w:sz", {"w:val": str(half_points)}),
        ("w:szCs", {"w:val": str(half_points)}),
        ("w:lang", {"w:val": "en-US", "w:eastAsia": "en-US", "w:bidi": "th-TH"}),
    ]
    for tag, values in wanted:
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        child = OxmlElement(tag)
        for name, value in values.items():
            child.set(qn(name), value)
        properties.append(child)
