"""The pages of the paper form: questions one under the other, or several things in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planning_kit.language import Words, _
from planning_kit.records import FieldSpec, Kind, Record
from planning_kit.records.asking_order import AskingSection, asking_order
from planning_kit.report.markup import anchor, element, text
from planning_kit.report.paper_form_blanks import answers_of, blank, unit_of
from planning_kit.report.paper_form_skips import Numbered, numbered

_COLUMNS = 3
_CONSENT = "consent_given"
# Short blanks stand beside their question, which saves half the paper.
_BESIDE = {
    Kind.INTEGER,
    Kind.NUMBER,
    Kind.MONEY,
    Kind.SHARE,
    Kind.YEAR_BE,
    Kind.YES_NO,
    Kind.LAND,
    Kind.CODE,
}


def sheet(key: str, title: Words | str, inner: str, *, starts_page: bool = True) -> str:
    """Return one part under its heading; on paper it starts a page unless told otherwise."""
    css = "paper sheet" if starts_page else "paper flow"
    heading = element("h2", text(title))
    return element("section", heading + inner, id=anchor(key), class_=css)


def questions(kind: type[Record], same_as: dict[str, int] | None = None, first: int = 1) -> str:
    """Return every question of a record type; ``same_as`` gives those answered before."""
    sections = list(_by_section(kind, first))
    # A heading over everything tells nothing.
    is_plain = len(sections) == 1
    return "".join(
        ("" if is_plain else element("h3", text(section.title)))
        + "".join(_question(one, same_as or {}) for one in asked)
        for section, asked in sections
    )


def numbers_of(kind: type[Record], first: int = 1) -> dict[str, int]:
    """Return the number of each question by field name."""
    return {
        one.spec.name: one.number for _section, asked in _by_section(kind, first) for one in asked
    }


def many(kind: type[Record], same_as: dict[str, int], first: int) -> str:
    """Return a table with one column a thing and one row a question.

    An A4 page is too narrow for the thirty columns a sheet has; closed answers are numbered
    and the number is written into the cell.
    """
    heads = "".join(f"<th>{text(_('No. {n}', n=column))}</th>" for column in range(1, _COLUMNS + 1))
    head = f"<thead><tr><th>{text(_('Question'))}</th>{heads}</tr></thead>"
    rows = "".join(
        f'<tr class="heading"><th colspan="{_COLUMNS + 1}">{text(section.title)}</th></tr>'
        + "".join(_table_row(one, same_as) for one in asked)
        for section, asked in _by_section(kind, first)
    )
    table = element("table", f"{head}<tbody>{rows}</tbody>", class_="many")
    return element("div", table, class_="table-box")


def _by_section(
    kind: type[Record], first: int
) -> Iterable[tuple[AskingSection, Sequence[Numbered]]]:
    sections = asking_order(kind)
    everything = numbered([spec for section in sections for spec in section.fields], first)
    at = 0
    for section in sections:
        yield section, everything[at : at + len(section.fields)]
        at += len(section.fields)


def _question(one: Numbered, same_as: dict[str, int]) -> str:
    spec = one.spec
    asked = [element("span", text(_asked(spec)), class_="asked")]
    if spec.name in same_as:
        asked.append(_told(_("As in question {n}", n=same_as[spec.name])))
        return _numbered(one, "".join(asked))
    if spec.kind in (Kind.CHOICES, Kind.MONTHS):
        asked.append(_told(_("More than one answer may be chosen")))
    asked += [_told(line) for line in _lines(spec)]
    if one.only_if:
        asked.append(element("span", text(one.only_if), class_="only"))
    skip = _stop(spec) or one.skip
    said = element("span", text(skip), class_="skip") if skip else ""
    beside = "beside" if spec.kind in _BESIDE else None
    line = element("div", element("div", "".join(asked)) + blank(spec), class_=beside)
    return _numbered(one, line + said)


def _numbered(one: Numbered, inner: str) -> str:
    number = element("span", str(one.number), class_="no")
    return element("div", number + element("div", inner), class_="question")


def _table_row(one: Numbered, same_as: dict[str, int]) -> str:
    spec = one.spec
    pieces = [f"{one.number}. {text(_asked(spec))}"]
    if spec.name in same_as:
        pieces.append(_told(_("As in question {n}", n=same_as[spec.name])))
    else:
        pieces += [_told(line) for line in _lines(spec)]
        if one.only_if:
            pieces.append(_told(one.only_if))
        pieces.append(_codes(spec))
        if one.skip:
            pieces.append(element("span", text(one.skip), class_="skip"))
    unit = text("" if spec.name in same_as else _cell_unit(spec))
    cells = f"<td>{unit}</td>" * _COLUMNS
    return f"<tr><th>{''.join(pieces)}</th>{cells}</tr>"


def _codes(spec: FieldSpec) -> str:
    answers = answers_of(spec)
    if not answers or spec.kind is Kind.MONTHS:
        return ""
    listed = " ".join(f"{at}={words}" for at, (_code, words) in enumerate(answers, start=1))
    how = _("write the numbers") if spec.kind is Kind.CHOICES else _("write the number")
    return element("span", text(f"({how}) {listed}"), class_="codes")


def _cell_unit(spec: FieldSpec) -> str:
    if spec.kind is Kind.LAND:
        return str(Words("……ไร่……งาน……ตร.ว.", "……rai……ngan……sq wah"))
    return unit_of(spec)


def _asked(spec: FieldSpec) -> str:
    return f"{spec.label} *" if spec.required else str(spec.label)


def _lines(spec: FieldSpec) -> list[str]:
    return str(spec.help).splitlines() if spec.help else []


def _told(line: str) -> str:
    return element("span", text(line), class_="told")


def _stop(spec: FieldSpec) -> str:
    if spec.name != _CONSENT:
        return ""
    return _("If the answer is no, stop here, thank them and ask nothing more")
