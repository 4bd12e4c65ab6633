"""Worksheets: blanks from the record declarations, and the same sheet filled in as an example."""

from __future__ import annotations

from itertools import groupby

from planning_kit.course.lesson import Lesson, Line, Worksheet
from planning_kit.language import Words, _
from planning_kit.pack.links import Links
from planning_kit.pack.page import book, part, table
from planning_kit.pack.worksheet_blanks import choices_of, help_of, space_for
from planning_kit.records import FieldSpec, Kind, record_type
from planning_kit.report.markup import anchor, element, text
from planning_kit.report.paper_form_blanks import unit_of

_SHORT = {Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.SHARE, Kind.YEAR_BE, Kind.YES_NO, Kind.LAND,
          Kind.CODE}  # fmt: skip
_TICKED = '<span class="box filled">✓</span>'
_FOR_ROWS, _LEAST, _MOST = 18.5, 1.15, 2.6
"""Centimetres of an A4 sheet that a table may fill, and of one of its rows."""
_ROWS_OF_EXAMPLE = 3


def worksheets_page(lesson: Lesson, links: Links) -> str:
    """Return the worksheets of a lesson, each blank and then as worked example, in large type."""
    parts = []
    for sheet in lesson.worksheets:
        key, title = anchor(sheet.code), str(sheet.title)
        how = element("div", links.html(sheet.how), class_="how")
        # What people write of their own tambon is not invented: no sheet may say so.
        parts.append(_sheet(key, title, how + _blank(sheet), "own"))
        said = _("Worked example, from the practice tambon")
        worked = element("div", element("p", text(said)), class_="how") + _worked(lesson, sheet)
        parts.append(_sheet(f"{key}-example", f"{title} · {_('example')}", worked))
    # Groups add up the example themselves: what it comes to stands on a sheet they do not get.
    totals = "".join(_totals(sheet) for sheet in lesson.worksheets if sheet.lines)
    if totals:
        parts.append(
            part(
                "totals",
                _("Totals of the examples, for the facilitator"),
                element("div", totals, class_="big"),
            )
        )
    return book(parts, f"{lesson.title} · {_('Worksheets')}")


def _sheet(key: str, title: str, inner: str, more: str = "") -> str:
    css = f"paper sheet big {more}".strip()
    return element("section", element("h2", text(title)) + inner, id=key, class_=css)


def _specs(sheet: Worksheet) -> list[FieldSpec]:
    kind = record_type(sheet.record)
    return [kind.field(name) for name in sheet.fields]


def _blank(sheet: Worksheet) -> str:
    specs = _specs(sheet)
    if sheet.rows:
        return _grid(specs, [[""] * len(specs)] * sheet.rows)
    return _questions(sheet, [space_for(spec) for spec in specs])


def _worked(lesson: Lesson, sheet: Worksheet) -> str:
    specs = _specs(sheet)
    answers = [lesson.examples[sheet.figure(spec.name)] for spec in specs]
    if sheet.rows:
        row = [element("span", text(one), class_="filled") for one in answers]
        empty = [[""] * len(specs)] * (min(sheet.rows, _ROWS_OF_EXAMPLE) - 1)
        return _grid(specs, [row, *empty])
    return _questions(sheet, [_answer(*one) for one in zip(specs, answers, strict=True)])


def _totals(sheet: Worksheet) -> str:
    units = {spec.name: unit_of(spec) for spec in _specs(sheet)}
    rows = [[text(line.said), text(f"{line.answer} {units[line.after]}")] for line in sheet.lines]
    return table([_("To add up"), _("Comes to")], rows, (5, 2))


def _questions(sheet: Worksheet, spaces: list[str]) -> str:
    """Return the questions with their spaces; a sheet with lines to add up says its groups."""
    asked = list(zip(enumerate(_specs(sheet), 1), spaces, strict=True))
    if not sheet.lines:
        return "".join(question_line(at, spec, space) for (at, spec), space in asked)
    inner = ""
    for group, rows in groupby(asked, lambda row: str(row[0][1].group or "")):
        said = element("h3", text(group)) if group else ""
        for (at, spec), space in rows:
            said += question_line(at, spec, space)
            added = (line for line in sheet.lines if line.after == spec.name)
            said += "".join(_to_add_up(line, spec) for line in added)
        inner += element("div", said, class_="group")
    return inner


def _to_add_up(line: Line, spec: FieldSpec) -> str:
    space = element("span", f'<span class="line"></span> {text(unit_of(spec))}', class_="blank")
    label = element("div", element("span", text(line.said), class_="asked"))
    inner = element("div", element("div", label + space, class_="beside"))
    return element("div", f'<span class="no">=</span>{inner}', class_="question total")


def question_line(at: int | str, spec: FieldSpec, space: str) -> str:
    """Return a question with its number, help and the space for its answer."""
    told = "".join(element("span", text(line), class_="told") for line in help_of(spec).splitlines())  # fmt: skip
    asked = element("div", element("span", text(spec.label), class_="asked") + told)
    is_short = spec.kind in _SHORT and not (spec.taxonomy and choices_of(spec))
    line = element("div", asked + space, class_="beside" if is_short else None)
    return element("div", element("span", str(at), class_="no") + element("div", line), class_="question")  # fmt: skip


def _answer(spec: FieldSpec, said: Words) -> str:
    """Return what somebody wrote: boxes ticked, or the words on the line."""
    given = str(said)
    if offered := [str(words) for _code, words in choices_of(spec)]:
        chosen = set(given.replace(" · ", ",").replace(", ", ",").split(","))
        if spec.kind is Kind.MONTHS:
            return element("span", _written(given), class_="blank")
        ticks = [
            element("span", (_TICKED if one in chosen else '<span class="box"></span>')
                    + element("span", text(one)), class_="tick")
            for one in offered
        ]  # fmt: skip
        return element("span", "".join(f"<span>{one}</span>" for one in ticks), class_="blank")
    unit = f" {text(unit_of(spec))}" if given and unit_of(spec) else ""
    return element("span", _written(given) + unit, class_="blank")


def _written(given: str) -> str:
    return element("span", text(given or _("(not stated)")), class_="filled")


def _grid(specs: list[FieldSpec], rows: list[list[str]]) -> str:
    """Return a table to write in, whose rows fill a sheet as far as that helps the hand."""
    heads = [f"{spec.label} ({unit_of(spec)})" if unit_of(spec) else str(spec.label) for spec in specs]  # fmt: skip
    numbered = [[str(at), *row] for at, row in enumerate(rows, 1)]
    widths = [0.55, *(_width(spec) for spec in specs)]
    inner = table(["", *heads], numbered, widths)
    high = min(max(_FOR_ROWS / len(rows), _LEAST), _MOST)
    return inner.replace(
        'class="table-box full"', f'class="table-box full to-fill" style="--row:{high:.2f}cm"'
    )


def _width(spec: FieldSpec) -> float:
    if spec.kind is Kind.YEAR_BE:
        return 1.7
    return 1.2 if spec.kind in _SHORT else 2
