"""Rows whose values nobody may write down: of who did not agree, and of what was erased."""

from __future__ import annotations

from dataclasses import replace

from planning_kit.language import N_
from planning_kit.validate import Checked, CheckedRow, Finding, Level, State

_NO_CONSENT = "household.no-consent"
_REASONS = frozenset({"workbook.erased", _NO_CONSENT})
_WITHHELD = N_("This row is of a household that did not agree to the use of its data; leave it out")


class Withheld:
    """Tells which refused rows of a file go nowhere with their values.

    The rows of a household that did not agree are its own too, on every sheet.
    """

    def __init__(self, checked: Checked) -> None:
        self._households = {
            _code(row)
            for row in checked.rows
            if row.raw.record == "household" and _has(row, {_NO_CONSENT})
        } - {""}

    def holds(self, row: CheckedRow) -> bool:
        """Tell whether only the place of a row may be kept."""
        if row.state is not State.REFUSED:
            return False
        return _has(row, _REASONS) or _code(row) in self._households


def bare_findings(row: CheckedRow) -> tuple[Finding, ...]:
    """Return why a row is withheld, without anything that is written in it."""
    refusals = [finding for finding in row.findings if finding.level is Level.REFUSE]
    own = [finding for finding in refusals if finding.code in _REASONS]
    if own:
        return tuple(replace(finding, value="") for finding in own)
    place = row.raw.place
    return (
        Finding(Level.REFUSE, "workbook.withheld", _WITHHELD, sheet=place.sheet, row=place.row),
    )


def _has(row: CheckedRow, codes: set[str] | frozenset[str]) -> bool:
    return any(finding.code in codes for finding in row.findings)


def _code(row: CheckedRow) -> str:
    stated = getattr(row.record, "household_id", None) or row.raw.values.get("household_id")
    return "" if stated is None else str(stated).strip()
