"""Worksheets: blanks from the record declarations, and the same sheet filled in as an example."""

from __future__ import annotations

from planning_kit.course.lesson import Lesson, Worksheet
from planning_kit.language import Words, _
from planning_kit.pack.links import Links
from planning_kit.pack.page import book, table
from planning_kit.records import FieldSpec, Kind, record_type
from planning_kit.report.markup import anchor, element, text
from planning_kit.report.paper_form_blanks import answers_of, blank, unit_of

_SHORT = {Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.SHARE, Kind.YEAR_BE, Kind.YES_NO, Kind.LAND,
          Kind.CODE}  # fmt: skip
_TICKED = '<span class="box filled">✓</span>'


def worksheets_page(lesson: Lesson, links: Links) -> str:
    """Return the worksheets of a lesson, each blank and then as worked example, in large type."""
    parts = []
    for sheet in lesson.worksheets:
        key, title = anchor(sheet.code), str(sheet.title)
        how = element("div", links.html(sheet.how), class_="how")
        parts.append(_sheet(key, title, how + _blank(sheet)))
        said = _("Worked example, from the practice tambon")
        worked = element("div", element("p", text(said)), class_="how") + _worked(lesson, sheet)
        parts.append(_sheet(f"{key}-example", f"{title} · {_('example')}", worked))
    return book(parts, f"{lesson.title} · {_('Worksheets')}")


def _sheet(key: str, title: str, inner: str) -> str:
    return element(
        "section", element("h2", text(title)) + inner, id=key, class_="paper sheet big"
    )  # fmt: skip


def _specs(sheet: Worksheet) -> list[FieldSpec]:
    kind = record_type(sheet.record)
    return [kind.field(name) for name in sheet.fields]


def _blank(sheet: Worksheet) -> str:
    specs = _specs(sheet)
    if sheet.rows:
        return _grid(specs, [[""] * len(specs)] * sheet.rows)
    return "".join(question_line(at, spec, blank(spec)) for at, spec in enumerate(specs, 1))


def _worked(lesson: Lesson, sheet: Worksheet) -> str:
    specs = _specs(sheet)
    answers = [lesson.examples[sheet.figure(spec.name)] for spec in specs]
    if sheet.rows:
        row = [element("span", text(one), class_="filled") for one in answers]
        return _grid(specs, [row, *[[""] * len(specs)] * (min(sheet.rows, 3) - 1)])
    return "".join(
        question_line(at, spec, _answer(spec, said))
        for at, (spec, said) in enumerate(zip(specs, answers, strict=True), 1)
    )


def question_line(at: int | str, spec: FieldSpec, space: str) -> str:
    """Return a question with its number, help and the space for its answer."""
    told = "".join(element("span", text(line), class_="told") for line in str(spec.help or "").splitlines())  # fmt: skip
    asked = element("div", element("span", text(spec.label), class_="asked") + told)
    line = element("div", asked + space, class_="beside" if spec.kind in _SHORT else None)
    return element("div", element("span", str(at), class_="no") + element("div", line), class_="question")  # fmt: skip


def _answer(spec: FieldSpec, said: Words) -> str:
    """Return what somebody wrote: boxes ticked, or the words on the line."""
    given = str(said)
    if offered := [str(words) for _code, words in answers_of(spec)]:
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
    heads = [f"{spec.label} ({unit_of(spec)})" if unit_of(spec) else str(spec.label) for spec in specs]  # fmt: skip
    numbered = [[str(at), *row] for at, row in enumerate(rows, 1)]
    widths = [0.4, *(1 if spec.kind in _SHORT else 2 for spec in specs)]
    inner = table(["", *heads], numbered, widths)
    return inner.replace('class="table-box full"', 'class="table-box full to-fill"')
