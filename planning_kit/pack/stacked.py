"""Tables of the pack on a phone: each row stands as a block, each cell under its column's heading."""

from __future__ import annotations

import re
from html import unescape

from planning_kit import design as d
from planning_kit.report.markup import text

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_BODY = re.compile(r"<tbody>.*?</tbody>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b([^>]*)>(.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")

STYLE = f"""
@media screen and (max-width:40rem){{
.full table,.full tbody,.full tr,.full td{{display:block;width:auto;min-width:0}}
.full colgroup,.full col{{display:none}}
.full table:has(td[data-label]) thead{{display:none}}
.full tr{{border-bottom:1px solid {d.RULE};padding:{d.SPACE}px 0}}
.full td,.to-fill td:first-child{{border:0;padding:2px 0;height:auto;white-space:normal;overflow-wrap:anywhere}}
.full td:first-child{{font-weight:700}}
.full td[data-label]::before{{content:attr(data-label) ": ";color:{d.MUTED};font-weight:400;font-size:{d.SCREEN_SMALL}px}}
.to-fill td:empty::after,.full td[data-label]:empty::after{{content:"";display:inline-block;width:9rem;height:1.4em;border-bottom:1px solid {d.INK};vertical-align:bottom}}
.run tr{{display:flex;flex-flow:row wrap;column-gap:{3 * d.SPACE}px}} .run td:empty{{display:none}}
.run td:nth-child(n+4){{flex:1 1 100%}}
.beside,.total .beside{{grid-template-columns:1fr;gap:4px}}
.bar-title{{white-space:normal;line-height:1.5;padding:{d.SPACE}px 0}}
}}"""


def stacked(html: str) -> str:
    """Return HTML whose cells know the heading of their column, in ``data-label``, for ``STYLE``.

    A table of one column keeps its heading above; a cell that begins with its heading needs none.
    """
    return _TABLE.sub(lambda found: _labelled(found[0]), html)


def _labelled(table: str) -> str:
    heads = [_plain(head) for head in _HEAD.findall(table.partition("</thead>")[0])]
    if len(heads) < 2:
        return table
    return _BODY.sub(lambda body: _ROW.sub(lambda row: _with_labels(row[0], heads), body[0]), table)


def _with_labels(row: str, heads: list[str]) -> str:
    waiting = iter(heads)

    def cell(found: re.Match[str]) -> str:
        head = next(waiting, "")
        label = "" if _plain(found[2]).startswith(head) else f' data-label="{text(head)}"'
        return f"<td{found[1]}{label}>{found[2]}</td>"

    return _CELL.sub(cell, row)


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
