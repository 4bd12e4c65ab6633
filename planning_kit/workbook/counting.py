"""How many rows of a file became what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planning_kit.collect import Collected
from planning_kit.records import record_type
from planning_kit.validate import Checked, CheckedRow, State
from planning_kit.workbook.comparing import Change
from planning_kit.workbook.import_report import KEYS, LeftOutRows
from planning_kit.workbook.plan_areas import id_of
from planning_kit.workbook.target import Target

Counts = dict[str, dict[str, int]]
# A row that goes to several plan areas counts once, as the most it did anywhere.
_BY_WEIGHT = ("new", "changed", "unchanged", "withdrawn")


def count(checked: Checked, changes: list[Change]) -> Counts:
    """Return, per record name, how many rows were read and what came of them."""
    return _tally((*checked.sources, *checked.rows), _what_happened(changes))


def counts_by_area(checked: Checked, changes: list[Change], target: Target) -> dict[str, Counts]:
    """Return the counts of the rows that concern each plan area, by its id."""
    if not target.is_wide:
        return {target.ids[0]: count(checked, changes)}
    rows: dict[str, list[CheckedRow]] = {own_id: [] for own_id in target.ids}
    own: dict[str, list[Change]] = {own_id: [] for own_id in target.ids}
    for change in changes:
        own[change.plan_area_id].append(change)
        rows[change.plan_area_id].append(change.row)
    for row in (*checked.sources, *checked.rows):
        if row.state is State.REFUSED:
            rows.setdefault(area_of_refused(row, target), []).append(row)
    return {own_id: _tally(rows[own_id], _what_happened(own[own_id])) for own_id in target.ids}


def area_of_refused(row: CheckedRow, target: Target) -> str:
    """Return the plan area that a refused row names, ``""`` where it names none."""
    if not target.is_wide:
        return target.ids[0]
    if target.above is not None and record_type(row.raw.record).noun.book == "plan":
        return id_of(target.above)
    code = getattr(row.record, "village_code", None) or row.raw.values.get("village_code")
    return target.area_if_any(str(code)) if code else ""


def left_out_rows(collected: Collected) -> list[LeftOutRows]:
    """Return the rows that the reader left out, by reason."""
    reasons = Counter(left.reason for left in collected.left_out)
    first = {left.reason: left.place for left in reversed(collected.left_out)}
    return [
        LeftOutRows(reason, number, first[reason].sheet, first[reason].row)
        for reason, number in reasons.items()
    ]


def _what_happened(changes: Iterable[Change]) -> dict[int, str]:
    kinds: dict[int, set[str]] = {}
    for change in changes:
        kinds.setdefault(id(change.row), set()).add(change.kind)
    return {key: min(found, key=_BY_WEIGHT.index) for key, found in kinds.items()}


def _tally(rows: Iterable[CheckedRow], happened: dict[int, str]) -> Counts:
    tallies: dict[str, Counter[str]] = {}
    for row in rows:
        tally = tallies.setdefault(row.raw.record, Counter())
        tally.update(("read", str(row.state)))
        if row.is_kept and id(row) in happened:
            tally[happened[id(row)]] += 1
    return {name: {key: tally[key] for key in KEYS} for name, tally in tallies.items()}
