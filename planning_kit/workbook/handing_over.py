"""What a tambon hands to the province: a list of what goes, and nothing else goes.

A whitelist by record type and by field: of the types named here only fields that are public,
with persons hidden in what people wrote freely. No household row, no ballot, no attendance.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planning_kit.records import FieldSpec, Kind, Privacy, record_type
from planning_kit.thai.persons import hide_persons
from planning_kit.workbook.endorsing import Version, is_changed, versions
from planning_kit.workbook.freezing import TOLD_LATER, plain_value
from planning_kit.workbook.handed_course import CourseProgress, course_content
from planning_kit.workbook.plain_tables import PlainTable, table_of_rows
from planning_kit.workbook.settling import disputed

if TYPE_CHECKING:
    from planning_kit.workbook.workbook import Workbook

FORMAT = 1
NAME = "handover.json"
FIGURE_COLUMNS = (
    "plan_area", "place", "tambons", "figure", "unit", "period_be", "definition", "way", "value",
    "numerator", "denominator", "bins", "n", "as_of", "is_endorsed", "source", "hidden",
)  # fmt: skip
"""The columns of figures.json: the contract with the roll-up."""

_ALL_PUBLIC: tuple[str, ...] = ()
# Of a meeting: that it was held, and how the vote went; not who said what, nor small counts.
_MEETING = (
    "forum_code", "kind", "title", "date", "village_code", "present", "members",
    "members_present", "votes_for", "votes_against", "votes_abstain", "resolution",
)  # fmt: skip
_PROBLEM = (
    "problem_code", "statement", "theme", "village_codes", "households_affected",
    "households_basis", "forum_code", "detail", "merged_into", "is_set_aside",
)  # fmt: skip
# What others may copy: the thing itself, not who uses it where.
_KNOWN = ("name", "kind", "what", "benefit", "could_lead_to")
PLANNED: dict[str, tuple[str, ...]] = {
    "plan_area": _ALL_PUBLIC,
    "plan_period": ("plan_area_id", "plan_start_be", "plan_end_be"),
    "source": _ALL_PUBLIC,
    "forum": _MEETING,
    "problem": _PROBLEM,
    "problem_evidence": _ALL_PUBLIC,
    "local_knowledge": _KNOWN,
    "decision": _ALL_PUBLIC,
    "strategy": _ALL_PUBLIC,
    "plan_statement": _ALL_PUBLIC,
    "indicator": _ALL_PUBLIC,
    "indicator_value": _ALL_PUBLIC,
    "project": _ALL_PUBLIC,
    "activity": _ALL_PUBLIC,
    "budget_line": _ALL_PUBLIC,
    "pledge": _ALL_PUBLIC,
    "proposal": _ALL_PUBLIC,
    "working_group_seat": ("organisation", "role", "seats"),
    "pilot_candidate": _ALL_PUBLIC,
    "problem_group": _ALL_PUBLIC,
    "taxon": _ALL_PUBLIC,
}
"""What the plan says: record type → its fields that go; empty for every public one."""
FOLLOWED_UP: dict[str, tuple[str, ...]] = {
    "endorsement": _ALL_PUBLIC,
    "project_status": _ALL_PUBLIC,
    "pledge": _ALL_PUBLIC,
    "proposal": _ALL_PUBLIC,
    "budget_line": _ALL_PUBLIC,
    "indicator_value": _ALL_PUBLIC,
    "model_score": _ALL_PUBLIC,
    "lesson": _ALL_PUBLIC,
    "project_progress": _ALL_PUBLIC,
    "contact": _ALL_PUBLIC,
    "joint_action": _ALL_PUBLIC,
    "partnership_check": _ALL_PUBLIC,
    "dataset_holding": _ALL_PUBLIC,
    "request_answer": _ALL_PUBLIC,
    "decision": _ALL_PUBLIC,
    "council_resolution": _ALL_PUBLIC,
    "problem_group": _ALL_PUBLIC,
    "proposal_step": _ALL_PUBLIC,
    "proposal_origin": _ALL_PUBLIC,
}
"""What became of it since, as it stands today."""
# With one household behind it a value is that household’s own; the kit’s limit is five.
_FEWEST = 5
_COUNTED = {"problem_evidence": ("statement", "value"), "indicator_value": ("value", "note")}


def handed_fields(name: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a record type that may be handed over, none for any other type."""
    named = {**FOLLOWED_UP, **PLANNED}.get(name)
    if named is None:
        return ()
    public = (spec for spec in record_type(name).fields() if spec.privacy is Privacy.PUBLIC)
    return tuple(spec for spec in public if spec.name in named or not named)


def handover_content(
    workbook: Workbook,
    figures: Sequence[Mapping[str, Any]],
    course: CourseProgress | None = None,
) -> dict[str, Any]:
    """Return what is handed over: the last endorsed version, else the plan as it stands.

    Keys: ``plan_area``, ``plan_start_be``, ``title``, ``version`` (0 = not endorsed),
    ``endorsed`` (date, fingerprint as printed, whether the plan has changed since),
    ``unsettled`` (how many records had two versions), ``plan`` and ``since`` (record type →
    rows), ``figures`` (``FIGURE_COLUMNS``), ``course`` (counts of learners by sheet).
    """
    last = versions(workbook)[-1:]
    with workbook.store.at_one_moment():
        now = {name: _live(workbook, name) for name in {**FOLLOWED_UP, **PLANNED}}
    plan = _frozen(last[0]) if last else now
    return {
        "format": FORMAT,
        "plan_area": workbook.area_id,
        "plan_start_be": workbook.period.plan_start_be,
        "plan_end_be": workbook.period.plan_end_be,
        "title": {language: workbook.title(language) for language in ("th", "en")},
        "tambons": list(workbook.tambon_codes),
        "is_practice": workbook.is_practice,
        "version": last[0].number if last else 0,
        "endorsed": _endorsed(workbook, last[0]) if last else None,
        "unsettled": len(disputed(workbook)),
        "plan": _handed(_told(plan, later=False), PLANNED),
        "since": _handed(_told(now, later=True), FOLLOWED_UP),
        "figures": [_figure(one) for one in figures],
        "course": course_content(course),
    }


def handed_tables(content: Mapping[str, Any]) -> list[PlainTable]:
    """Return what is handed over as tables: the plan, and what became of it.

    Requests and proposals stand in them once, with their answers of today.
    """
    rows = {**content["plan"], **content["since"]}
    rows |= {
        name: [*content["plan"].get(name, ()), *content["since"].get(name, ())]
        for name in TOLD_LATER
    }
    return [
        table_of_rows(record_type(name), (spec.name for spec in handed_fields(name)), rows[name])
        for name in {**PLANNED, **FOLLOWED_UP}
        if rows.get(name)
    ]


def _live(workbook: Workbook, name: str) -> list[dict[str, Any]]:
    fields = handed_fields(name)
    return [
        {
            spec.name: plain_value(value)
            for spec in fields
            if (value := getattr(stored.record, spec.name)) is not None
        }
        for stored in workbook.stored(name)
    ]


def _told(
    rows: Mapping[str, list[dict[str, Any]]], *, later: bool
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows with those of money and targets apart: planned, or told since."""
    return {
        name: [row for row in some if (row.get("kind") in TOLD_LATER[name]) == later]
        if name in TOLD_LATER
        else some
        for name, some in rows.items()
    }


def _frozen(version: Version) -> dict[str, list[dict[str, Any]]]:
    content: dict[str, Any] = json.loads(version.frozen.content)
    found: dict[str, list[dict[str, Any]]] = content["records"]
    return found


def _endorsed(workbook: Workbook, version: Version) -> dict[str, Any]:
    date = version.endorsement.date
    return {
        "date": date.isoformat() if date else None,
        "fingerprint": version.fingerprint,
        "is_whole": version.is_whole,
        "is_changed_since": is_changed(workbook),
    }


def _handed(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], names: Iterable[str]
) -> dict[str, list[dict[str, Any]]]:
    found = {name: [_clean(name, row) for row in rows.get(name, ())] for name in names}
    return {
        name: sorted(some, key=lambda row: json.dumps(row, sort_keys=True))
        for name, some in found.items()
        if some
    }


def _clean(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    n = row.get("n")
    hidden = _COUNTED.get(name, ()) if isinstance(n, int) and 0 < n < _FEWEST else ()
    return {
        spec.name: _without_persons(spec, row[spec.name])
        for spec in handed_fields(name)
        if spec.name in row and spec.name not in hidden
    }


def _without_persons(spec: FieldSpec, value: Any) -> Any:
    if isinstance(value, list):
        # Names of partners or the like, typed one by one.
        return (
            [
                one if spec.names_place or one.isascii() else hide_persons(one)
                for one in map(str, value)
            ]
            if spec.kind is Kind.CODES
            else value
        )
    if not isinstance(value, str) or spec.names_place:
        return value
    # A code of the kit’s own is no person; one that people made up may be.
    if spec.may_hold_persons or (spec.kind is Kind.CODE and not value.isascii()):
        return hide_persons(value)
    return value


def _figure(one: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of the contract alone; of a hidden figure no value of any kind."""
    row = {column: one.get(column) for column in FIGURE_COLUMNS}
    if row["hidden"]:
        row |= dict.fromkeys(("value", "numerator", "denominator", "bins"))
    return row
