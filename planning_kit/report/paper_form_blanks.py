"""What is left blank for the pen: boxes to tick, combs, lines, three boxes for land."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records import FieldSpec, Kind
from planning_kit.report.markup import element, text
from planning_kit.thai import MONTHS_SHORT

_LAND = (Words("ไร่", "rai"), Words("งาน", "ngan"), Words("ตร.ว.", "sq wah"))
_YES_NO = (Words("ใช่", "yes"), Words("ไม่ใช่", "no"))
_DAY, _MONTH, _YEAR = Words("วันที่", "day"), Words("เดือน", "month"), Words("พ.ศ.", "year B.E.")
_VILLAGE_DIGITS, _YEAR_DIGITS, _FEWEST, _MOST = 8, 4, 2, 9


def answers_of(spec: FieldSpec) -> tuple[tuple[str, Words], ...]:
    """Return the closed answers of a question with their codes; none for an open one."""
    if spec.kind is Kind.YES_NO:
        return tuple(zip(("yes", "no"), _YES_NO, strict=True))
    if spec.kind is Kind.MONTHS:
        return tuple((str(at), words) for at, words in enumerate(MONTHS_SHORT, start=1))
    return tuple((str(answer.value), answer.words) for answer in spec.choices or ())


def blank(spec: FieldSpec) -> str:
    """Return the space in which a question is answered by hand, as HTML."""
    answers = answers_of(spec)
    if answers:
        return _row(*(_tick(words) for _code, words in answers))
    if spec.kind is Kind.LAND:
        return _row(*(f"{comb(4 if at == 0 else 2)} {text(u)}" for at, u in enumerate(_LAND)))
    if spec.kind is Kind.DATE:
        parts = (f"{text(_DAY)} {comb(2)}", f"{text(_MONTH)} {_LINE}", f"{text(_YEAR)} {comb(4)}")
        return _row(*parts)
    if spec.kind is Kind.LONG_TEXT:
        return _row(_LONG_LINE, _LONG_LINE)
    if spec.kind is Kind.TEXT:
        return _row(_LONG_LINE)
    return _row(_figure(spec))


def unit_of(spec: FieldSpec) -> str:
    """Return the unit that is printed beside a blank, where it is not part of the blank."""
    return str(spec.unit) if spec.unit and spec.kind not in (Kind.MONTHS, Kind.LAND) else ""


def comb(digits: int) -> str:
    """Return a box a digit."""
    return element("span", "<i></i>" * digits, class_="comb")


def _figure(spec: FieldSpec) -> str:
    unit = text(unit_of(spec))
    if spec.kind is Kind.YEAR_BE:
        return f"{text(_YEAR)} {comb(_YEAR_DIGITS)}"
    if spec.name == "village_code":
        return comb(_VILLAGE_DIGITS)
    if spec.kind is Kind.INTEGER:
        return f"{comb(_digits(spec))} {unit}"
    return f"{_LINE} {unit}"


def _digits(spec: FieldSpec) -> int:
    highest = spec.high or spec.plausible[1]
    return min(max(len(str(int(highest))), _FEWEST), _MOST) if highest else 6


def _tick(words: Words) -> str:
    return element(
        "span", '<span class="box"></span>' + f"<span>{text(words)}</span>", class_="tick"
    )


def _row(*pieces: str) -> str:
    wrapped = (piece if piece == _LONG_LINE else f"<span>{piece}</span>" for piece in pieces)
    return element("span", "".join(wrapped), class_="blank")


_LINE = '<span class="line"></span>'
_LONG_LINE = '<span class="line long"></span>'
