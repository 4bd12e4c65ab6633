"""What came of checking the total rows, told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from planning_kit.collect.collected import Place, Remark
from planning_kit.collect.total_rows import TotalRow
from planning_kit.language import N_

_AGREES = N_("A total row: checked, it is the sum of its rows")
_DIFFERS = N_("A total row: checked, it is not the sum of its rows; see the remarks")
_UNCHECKED = N_("A total row: it states no figure that adding up can check")
_MOST = 30
# Digits; a longer number is no count or amount of this world.
_LONGEST = 24


def reason_of(total: TotalRow) -> str:
    """Return why a total row is left out, and whether it agreed, as a message id."""
    if total.wrong:
        return _DIFFERS
    return _AGREES if total.agreed else _UNCHECKED


def totals_told(
    file: str,
    sheet: str,
    totals: Sequence[TotalRow],
    numbers: Sequence[int],
    names: Sequence[str],
) -> list[Remark]:
    """Return a remark for each figure that disagrees, and what agreed.

    ``numbers`` gives the number in the file of each row, ``names`` the headings.
    """
    wrong = list(_disagreements(sheet, totals, numbers, names))
    told = wrong[:_MOST]
    if len(wrong) > _MOST:
        told.append(
            Remark(
                "collect.more-totals-differ",
                N_("“{file}”: {n} further totals are not the sums of their rows"),
                {"file": file, "n": len(wrong) - _MOST},
            )
        )
    right = [one for one in totals if one.agreed and not one.wrong]
    if len(right) == 1:
        (total,) = right
        figures = [f"“{names[column]}” {_shown(number)}" for column, number in total.agreed]
        told.append(
            Remark(
                "collect.total-agrees",
                N_("the total is the sum of its {n} rows: {figures}"),
                {"n": total.n, "figures": ", ".join(figures)},
                Place(sheet, numbers[total.at]),
            )
        )
    elif right:
        told.append(
            Remark(
                "collect.totals-agree",
                N_("“{file}”: {n} total rows were checked and are the sums of their rows"),
                {"file": file, "n": len(right)},
            )
        )
    return told


def _disagreements(
    sheet: str,
    totals: Sequence[TotalRow],
    numbers: Sequence[int],
    names: Sequence[str],
) -> Iterator[Remark]:
    for total in totals:
        for one in total.wrong:
            yield Remark(
                "collect.total-differs",
                N_(
                    "“{column}”: the total says {stated}, but its {n} rows add up to {added}; ask "
                    "the publisher which is right"
                ),
                {
                    "column": names[one.column],
                    "stated": _shown(one.stated),
                    "n": total.n,
                    "added": _shown(one.added),
                },
                Place(sheet, numbers[total.at]),
            )


def _shown(number: Decimal) -> str:
    if abs(number.adjusted()) > _LONGEST:
        return f"{number:.3E}"
    whole = number.to_integral_value()
    return f"{whole if number == whole else number.normalize():,f}"
