"""Who came against who was there, and meetings and events against the years of the plan."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from planning_kit.language import N_
from planning_kit.thai.years import BE_OFFSET
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.finding import Level, in_row

_YEARS_BEFORE = 10

_FROM_ONE = N_(
    "{found} people of “{name}” are counted at meeting {forum}, but {present} were present in all; "
    "correct whichever is wrong"
)
_FROM_ALL = N_(
    "The villages together have {found} people at meeting {forum}, but {present} were present in "
    "all; correct whichever is wrong"
)
_FAR_DATE = N_(
    "The meeting is dated in {year}, far from the plan of {first}–{last}; check the year"
)
_LATER = N_("The event is of {year}, after the plan ends in {last}; check the year")


def meetings(facts: Facts) -> Marks:
    """Yield a flag for people counted beyond those present, and for years that cannot be."""
    present = {fact.record.forum_code: fact.record.present for fact in facts.of("forum")}
    yield from _more_than_present(facts, present)
    plans = [
        (fact.record.plan_start_be, fact.record.plan_end_be) for fact in facts.of("plan_period")
    ]
    if not plans:
        return
    first, last = max(plans)
    for record, row in facts.new("forum"):
        year = record.date.year + BE_OFFSET
        if not first - _YEARS_BEFORE <= year <= last:
            spec, values = record.field("date"), {"year": year, "first": first, "last": last}
            yield row, _flag(row, "validate.meeting-far-from-plan", _FAR_DATE, spec, values)
    for record, row in facts.new("timeline_event"):
        if record.year_be > last:
            spec, values = record.field("year_be"), {"year": record.year_be, "last": last}
            yield row, _flag(row, "validate.event-after-plan", _LATER, spec, values)


def _more_than_present(facts: Facts, present: dict[str, int | None]) -> Marks:
    of_villages: dict[str, int] = defaultdict(int)
    for fact in facts.of("attendance"):
        if fact.record.by == "village":
            of_villages[fact.record.forum_code] += fact.record.present or 0
    told: set[str] = set()
    for record, row in facts.new("attendance"):
        forum, there = record.forum_code, present.get(record.forum_code)
        if there is None or record.present is None:
            continue
        spec, values = record.field("present"), {"forum": forum, "present": there}
        if record.present > there:
            values |= {"found": record.present, "name": record.name}
            yield row, _flag(row, "validate.more-than-present", _FROM_ONE, spec, values)
        elif record.by == "village" and of_villages[forum] > there and forum not in told:
            # One sentence a meeting: it says what all villages have together.
            told.add(forum)
            values |= {"found": of_villages[forum]}
            yield row, _flag(row, "validate.more-than-present", _FROM_ALL, spec, values)


def _flag(row: Any, code: str, sentence: str, spec: Any, values: dict[str, Any]) -> Any:
    return in_row(row.raw, Level.FLAG, code, sentence, spec, **values)
