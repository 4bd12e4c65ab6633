"""Pages of the pack: books that flow over sheets, and sheets that are laid out one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

from nbformat.v4 import new_code_cell, new_notebook, new_output

from planning_kit import design as d
from planning_kit.course.readable import words_of
from planning_kit.language import _, current_language
from planning_kit.pack.stacked import STYLE as PHONE_TABLES
from planning_kit.pack.stacked import stacked
from planning_kit.report.contents import PLACE
from planning_kit.report.fonts import font_faces
from planning_kit.report.html import PRACTICE, to_html
from planning_kit.report.markup import element, text
from planning_kit.report.paper_form_style import style_sheet
from planning_kit.report.standing_alone import refuse_outside_requests

# A link to another page of the pack; in a PDF it would lead into the folder it was printed from.
_TO_A_PAGE = re.compile(r'<a href="(?!#|http://)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
HAND_PT = 14
"""Points of what people take in the hand: many readers are past sixty."""
_BOOK = f"""<style>
.step{{border-left:5px solid {d.ACCENT};padding:0 0 0 {2 * d.SPACE}px;margin:{3 * d.SPACE}px 0}}
.step h4{{margin-bottom:{d.SPACE}px}}
.part{{background:{d.ACCENT_WASH};color:{d.ACCENT};padding:2px 8px;border-radius:{d.RADIUS}px;
 font-weight:700;margin-right:6px;white-space:nowrap}}
.three>div{{display:grid;grid-template-columns:4.2rem 1fr;gap:{d.SPACE}px;padding:4px 0}}
.three dt{{font-weight:700;color:{d.ACCENT}}} .three dd{{margin:0;min-width:0}}
.three p,.three ul,.three ol{{margin:0 0 4px}}
blockquote{{margin:0 0 4px;padding:2px 0 2px 12px;border-left:3px solid {d.SERIES[1]};font-size:1.05em}}
blockquote p{{margin:0}}
.doors{{display:flex;flex-wrap:wrap;gap:{d.SPACE}px;margin:{2 * d.SPACE}px 0;padding:0;list-style:none}}
.doors a{{display:inline-block;border:1px solid {d.ACCENT};border-radius:{d.RADIUS}px;
 padding:6px 12px;text-decoration:none;min-height:44px}}
details{{border:1px solid {d.RULE};border-radius:{d.RADIUS}px;padding:{d.SPACE}px {2 * d.SPACE}px;
 margin:{2 * d.SPACE}px 0}}
summary{{cursor:pointer;font-weight:700;min-height:32px}}
.lines p{{border-bottom:1px solid {d.MUTED};height:1cm;margin:0;max-width:none}}
.lines h4{{margin-top:{2 * d.SPACE}px}}
.on-paper{{display:none}}
.full table{{width:100%;min-width:0}} .full table:has(col){{table-layout:fixed}}
.full th,.full td{{padding-left:6px;min-width:0;overflow-wrap:break-word}}
.picture svg,.picture img{{max-width:100%;height:auto;max-height:9cm;display:block}}
.picture{{border:1px solid {d.RULE};border-radius:{d.RADIUS}px;padding:{d.SPACE}px;margin:{d.SPACE}px 0;
 max-width:36rem}}
.picture figcaption{{font-weight:400}}
.block{{margin-top:{3 * d.SPACE}px}} .block h3{{color:{d.ACCENT}}}
.box.filled{{display:inline-grid;place-items:center;font-size:.9em;line-height:1}}
.paper.big .question{{padding:.28cm 0 .32cm}} .paper.big .question p{{margin:.1cm 0}}
.to-fill td{{height:var(--row,1.15cm)}} .to-fill td:first-child,.to-fill th:first-child,.whole{{white-space:nowrap}} .to-fill th,.to-fill td{{border:1px solid {d.INK};padding:4px 6px}}
.group{{break-inside:avoid}} .group:first-of-type h3{{margin-top:0}}
.total{{background:{d.ACCENT_WASH}}} .total .asked{{color:{d.ACCENT}}} .total .beside{{grid-template-columns:1fr 6.2cm}}
@page own{{@top-right{{content:""}}}} .paper.own{{page:own}}
.filled{{color:{d.ACCENT};font-weight:700}}
.big{{font-size:1.15rem}}
.big .full:not(.to-fill) tr:not(:has(td:not(:first-child):not(:empty))) td{{height:1cm}}
li.check{{list-style:none;margin-left:-1.2em}}
.run td,.dense td{{padding-top:3px;padding-bottom:3px}}
@media print{{.paper.big .question{{padding:.2cm 0 .22cm}} .run td,.dense td{{padding-top:1px;padding-bottom:1px;line-height:1.35}} .dense td{{padding-top:0;padding-bottom:0}} .dense .block{{margin-top:.35cm}} .dense .table-box{{margin-top:0}}
 .big,.big td,.big th,.big p,.big li{{font-size:{HAND_PT}pt}} .big h3,.big h4{{font-size:{HAND_PT + 1}pt}}
 .paper.big{{font-size:15pt}} .paper.big p,.paper.big td,.paper.big th{{font-size:inherit}} .paper.big .told{{font-size:12pt}} .to-fill table,.to-fill thead th{{font-size:12pt}}
 details,.doors{{display:none}} .on-paper{{display:block}}
 .step{{break-inside:auto}} .step h4{{break-after:avoid}} .three>div{{break-inside:avoid}}
 .big .full:not(.to-fill) td{{padding-top:.05cm;padding-bottom:.05cm}} .big h3+ul,.big h3+ol{{break-inside:avoid}} .picture{{break-inside:avoid}} li{{break-inside:avoid}}}}
{PHONE_TABLES}
</style></head>"""
_SHEETS = f"""
*{{box-sizing:border-box;print-color-adjust:exact;-webkit-print-color-adjust:exact}}
body{{margin:0;font-family:{d.FONT_STACK};color:{d.INK};background:{d.WASH};line-height:1.5;
 font-variant-numeric:tabular-nums}}
.sheet{{background:{d.PAPER};position:relative;overflow:hidden;margin:0 auto 1cm;
 display:flex;flex-direction:column}}
.whole{{white-space:nowrap}} .back{{padding:8px 16px;margin:0}} a{{color:{d.ACCENT}}}
.invented{{position:absolute;bottom:.5cm;right:.8cm;color:{d.WARNING};font-weight:700;margin:0}}
@media print{{body{{background:{d.PAPER}}} .back{{display:none}}
 .sheet{{margin:0;break-after:page;break-inside:avoid}} .sheet:last-child{{break-after:auto}}}}
"""


def book(parts: Sequence[str], title: str, *, practice: bool = True) -> str:
    """Return a page of HTML parts in order, in the language in use, as the report's pages look.

    On paper it is A4 with the title and the number of the sheet on each. ``practice`` says on
    every sheet that what it tells of is invented. Raises as ``to_html``.
    """
    outputs = [new_output("display_data", {"text/html": stacked(part)}) for part in parts]
    cells = [new_code_cell("", id=f"part-{at}", outputs=[one]) for at, one in enumerate(outputs)]
    html = to_html(
        new_notebook(cells=cells), title=title, language=current_language(), practice=practice
    )
    return html.replace("</head>", style_sheet() + _BOOK, 1)


def sheets(inner: str, title: str, style: str, *, practice: bool = False) -> str:
    """Return a page of sheets of a size of their own, which ``style`` says; it fetches nothing."""
    invented = element("p", text(_(PRACTICE)), class_="invented") if practice else ""
    html = (
        f'<!DOCTYPE html>\n<html lang="{current_language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><title>{text(title)}</title>'
        f"<style>{font_faces()}{_SHEETS}{style}</style></head><body>"
        f"{inner.replace('</section>', invented + '</section>')}</body></html>\n"
    )
    refuse_outside_requests(html)
    return html


def for_paper(html: str) -> str:
    """Return a page as it is printed: without links to the pages beside it."""
    return _TO_A_PAGE.sub(r"\1", html)


def contents(heading: str) -> str:
    """Return the place of the list of contents, which is filled when the page is made."""
    return element(
        "section", element("h2", text(heading)) + PLACE, id="contents", class_="contents"
    )


def part(key: str, heading: str, inner: str, *, level: int = 2) -> str:
    """Return a part of a book under its heading; one of level 2 begins a sheet."""
    css = "sheet" if level == 2 else "flow"
    return element("section", element(f"h{level}", text(heading)) + inner, id=key, class_=css)


def block(heading: str, inner: str) -> str:
    """Return what stands under a heading that the contents do not list."""
    return element("div", element("h3", text(heading)) + inner, class_="block") if inner else ""


def listed(lines: Sequence[str]) -> str:
    """Return lines of plain text as a list."""
    return element("ul", "".join(element("li", text(line)) for line in lines))


def kept_whole(said: str) -> str:
    """Return HTML whose lines end between words: a browser takes many a Thai word for two."""
    inner, before = "", ""
    for one in words_of(said):
        # A Thai word may end with a mark above or below, which is no letter.
        ended = before and category(before[-1])[0] in "LM"
        inner += "<wbr>" if ended and one[:1].isalpha() else ""
        inner += element("span", text(one), class_="whole") if one.strip() else one
        before = one
    return inner


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] = ()) -> str:
    """Return a table of HTML cells under plain headings, as wide as the page."""
    columns = "".join(f'<col style="width:{100 * w / sum(widths):.1f}%">' for w in widths)
    head = element("tr", "".join(element("th", kept_whole(one), scope="col") for one in heads))  # fmt: skip
    body = "".join(element("tr", "".join(element("td", cell) for cell in row)) for row in rows)
    inner = columns + element("thead", head) + element("tbody", body)
    return element("div", element("table", inner), class_="table-box full")
