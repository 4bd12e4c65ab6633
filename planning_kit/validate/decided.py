"""Decisions and votes against the meetings they belong to: nothing is decided beforehand."""

from __future__ import annotations

from planning_kit import thai
from planning_kit.language import N_, Words
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.finding import Level, in_row

_BEFORE_MEETING = N_(
    "The decision is dated {date}, before the meeting {code} of {other}; check both dates"
)
_BEFORE_VOTE = N_("The decision is dated {date}, before vote {code} of {other}; check both dates")


def decided(facts: Facts) -> Marks:
    """Yield a flag where a decision is dated before its meeting or its vote."""
    meetings = {fact.record.forum_code: fact.record.date for fact in facts.of("forum")}
    votes = {fact.record.poll_code: fact.record.date for fact in facts.of("poll")}
    for record, row in facts.new("decision"):
        for code, dates, sentence in (
            (record.forum_code, meetings, _BEFORE_MEETING),
            (record.poll_code, votes, _BEFORE_VOTE),
        ):
            other = dates.get(code)
            if other is None or record.date >= other:
                continue
            spec = record.field("date")
            values = {"date": _day(record.date), "other": _day(other), "code": code}
            name = "validate.decided-too-early"
            yield row, in_row(row.raw, Level.FLAG, name, sentence, spec, **values)


def _day(date: object) -> Words:
    return Words(
        thai.format_date(date, language="th"),  # type: ignore[arg-type]
        thai.format_date(date, language="en"),  # type: ignore[arg-type]
    )
