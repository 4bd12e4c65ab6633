"""The readable face of a receipt: one page that opens without a network."""

from __future__ import annotations

import html
from pathlib import Path
from urllib.parse import quote

from planning_kit import design, thai
from planning_kit.language import N_, _, speaking
from planning_kit.runs.job import Outcome, State
from planning_kit.runs.receipt import INDEX_FILE, Receipt
from planning_kit.runs.writing import whole_file

# A state is told by its sign and its word; colour only helps those who see it.
_SIGNS = {State.DONE: "✓", State.KEPT: "✓", State.FAILED: "✗", State.INTERRUPTED: "–"}
_COLUMNS = (
    N_("Area of the report"),
    N_("Plan from"),
    N_("Notebook"),
    N_("What came of it"),
    N_("Report file"),
)


def write_index(receipt: Receipt, folder: Path, language: str) -> Path:
    """Write ``index.html`` for ``receipt`` into ``folder`` and return its path."""
    path = folder / INDEX_FILE
    with speaking(language), whole_file(path) as part:
        part.write_text(_page(receipt, language), encoding="utf-8")
    return path


def _page(receipt: Receipt, language: str) -> str:
    heads = "".join(f'<th scope="col">{html.escape(_(head))}</th>' for head in _COLUMNS)
    order = sorted(receipt.outcomes, key=lambda outcome: outcome.state.is_good)
    rows = "\n".join(_row(outcome, language) for outcome in order)
    title = html.escape(_("Reports made"))
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>{_style()}</style></head>
<body><main><h1>{title}</h1>
<p class="summary">{html.escape(_summary(receipt))}</p>
<p class="when">{html.escape(_when(receipt))}</p>
<table><thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody></table></main></body></html>
"""


def _summary(receipt: Receipt) -> str:
    totals = receipt.totals()
    told = [f"{count} {state.words}" for state, count in totals.items() if count]
    said = _("{asked} reports asked for: {told}", asked=receipt.asked, told=", ".join(told))
    return f"{said} · {_('Someone stopped the work')}" if receipt.interrupted else said


def _when(receipt: Receipt) -> str:
    moment = (receipt.finished or receipt.started).astimezone()
    return _("On {date} at {time}", date=thai.format_date(moment.date()), time=f"{moment:%H:%M}")


def _row(outcome: Outcome, language: str) -> str:
    job, good = outcome.job, outcome.state.is_good
    name = f"{html.escape(outcome.title or job.area)} <small>{html.escape(job.area)}</small>"
    told = f"{_SIGNS[outcome.state]} {html.escape(outcome.state.words.say(language))}"
    if outcome.sentence:
        told += f"<br>{html.escape(outcome.sentence[language])}"
        told += f" <small>{html.escape(outcome.code)}</small>"
    files = outcome.files if good else (outcome.log,) if outcome.log else ()
    links = " · ".join(_link(file) for file in files)
    cells = (name, str(job.plan_start), html.escape(job.notebook), told, links)
    marked = "good" if good else "bad"
    return f'<tr class="{marked}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _link(file: str) -> str:
    kind = Path(file).suffix.removeprefix(".").upper()
    return f'<a href="{quote(file)}" title="{html.escape(file)}">{html.escape(kind)}</a>'


def _style() -> str:
    return f"""
body{{font-family:{design.FONT_STACK};font-size:{design.SCREEN_TEXT}px;
line-height:{design.LINE_HEIGHT};color:{design.INK};background:{design.PAPER};margin:0}}
main{{max-width:70rem;margin:0 auto;padding:{3 * design.SPACE}px {2 * design.SPACE}px}}
h1{{font-size:{design.HEADING_SCALE[1]}em;margin:0 0 {design.SPACE}px;color:{design.ACCENT}}}
.summary{{font-weight:600;margin:0}}
.when{{color:{design.MUTED};margin:0 0 {3 * design.SPACE}px}}
a{{color:{design.ACCENT}}}
table{{border-collapse:collapse;width:100%}}
th,td{{text-align:left;vertical-align:top;padding:{design.SPACE}px 1.5em {design.SPACE}px 0;
border-bottom:1px solid {design.RULE};overflow-wrap:anywhere}}
th{{color:{design.MUTED};font-weight:600}}
th,td:nth-child(2),td:nth-child(3),td:nth-child(5){{white-space:nowrap;overflow-wrap:normal}}
td a{{display:inline-block;padding:{design.SPACE}px 0;margin:-{design.SPACE}px 0}}
small{{color:{design.MUTED};font-size:{design.SCREEN_SMALL}px}}
.bad td{{background:{design.WARNING_WASH}}}
.bad td:nth-child(4){{color:{design.WARNING}}}
@media(max-width:40rem){{thead{{display:none}}td{{display:block;border:0;padding:0}}
tr{{display:block;border-bottom:1px solid {design.RULE};padding:{design.SPACE}px 0}}}}
"""
