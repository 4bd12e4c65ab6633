"""A paper as a page that stands alone: Sarabun 16 pt, A4, ready to print."""

from __future__ import annotations

import re

from planning_kit import design
from planning_kit.language import _, current_language
from planning_kit.report.documents.document import Block, Document
from planning_kit.report.fonts import font_faces
from planning_kit.report.html import PRACTICE
from planning_kit.report.markup import element, text
from planning_kit.report.standing_alone import refuse_outside_requests

_TOGETHER = re.compile(r"\b(?:[0-9๐-๙]{4}–[0-9๐-๙]{4}|SHA-256)(?!\w)")
_STYLE = """
*{box-sizing:border-box}
@page{size:A4;margin:2cm 2cm 2cm 3cm}
body{margin:0 auto;max-width:21cm;padding:1cm;font:16px/1.6 FONT;color:INK;background:#fff}
p{margin:0 0 .45em;text-wrap:pretty}
.space{height:2.4cm}
.one{white-space:nowrap}
.right{text-align:right}.center{text-align:center;font-weight:700}
.heading{font-weight:700;margin-top:.8em;break-after:avoid}
.paragraph{text-indent:2.5cm}
.line{color:MUTED;overflow:hidden;white-space:nowrap;line-height:2}
.signature{margin:1.4em 0 0 45%;text-align:center;break-inside:avoid}
.signature p{margin:0 0 .6em}
.box{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.6em 0;table-layout:fixed;font-size:.87em;line-height:1.45}
th,td{border:1px solid INK;padding:.25em .4em;vertical-align:top;text-align:left;height:2.1em;overflow-wrap:anywhere}
th{text-align:center}thead{display:table-header-group}tr{break-inside:avoid}
.practice{color:WARN;font-weight:700;text-align:center;font-size:.8em}
@media print{body{padding:0;max-width:none;font-size:14.5pt;line-height:1.5}.break{break-before:page}}
@media (max-width:40em){.signature{margin-left:10%}table{min-width:42em}}
"""


def to_page(document: Document) -> str:
    """Return the paper as HTML in the language in use; it fetches nothing."""
    style = _STYLE.replace("FONT", design.FONT_STACK).replace("INK", design.INK)
    style = style.replace("MUTED", design.MUTED).replace("WARN", design.WARNING)
    body = "".join(_block(block) for block in document.blocks)
    if document.is_practice:
        body = element("p", text(_(PRACTICE)), class_="practice") + body
    html = (
        f'<!DOCTYPE html>\n<html lang="{current_language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><title>{text(document.title)}</title>'
        f"<style>{font_faces()}{style}</style></head><body>{body}</body></html>\n"
    )
    refuse_outside_requests(html)
    return html


def _block(block: Block) -> str:
    if block.kind == "table":
        return _table(block)
    if block.kind == "signature":
        role = element("p", text(block.role))
        line = element("p", "(............................................................)")
        said = element("p", text(block.text)) if block.text else ""
        sign = element(
            "p", text(_("Signed ......................................................."))
        )
        return element("div", said + sign + line + role, class_="signature")
    if block.kind in ("space", "page"):
        return element("div", "", class_="space" if block.kind == "space" else "break")
    return element("p", _unbroken(text(block.text)), class_=block.kind)


def _unbroken(html: str) -> str:
    """Keep “2571–2575” and “SHA-256” on one line."""
    return _TOGETHER.sub(r'<span class="one">\g<0></span>', html)


def _table(block: Block) -> str:
    whole = sum(block.widths)
    sizes = "".join(f'<col style="width:{100 * width / whole:.1f}%">' for width in block.widths)
    heading, *rows = block.rows
    head = element("tr", "".join(element("th", text(cell), scope="col") for cell in heading))
    body = "".join(
        element("tr", "".join(element("td", text(cell)) for cell in row)) for row in rows
    )
    inner = element("colgroup", sizes) + element("thead", head) + element("tbody", body)
    return element("div", element("table", inner), class_="box")
