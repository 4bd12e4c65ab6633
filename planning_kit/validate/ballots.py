"""Ballots against the vote they belong to: every voice counts once, and no more than allowed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.language import N_
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, in_row
from planning_kit.validate.project_money import cost_of_projects

_Ballot = tuple[str, str, int]

_NOT_AN_OPTION = N_(
    "{option} is not an option of vote {poll} ({options}); correct the code, or add the option to "
    "the vote"
)
_TWICE = N_(
    "Ballot {ballot} of vote {poll} has a mark for {option} already; keep the one that is on the "
    "paper, and give another paper its own number"
)
_DOTS = N_(
    "Ballot {ballot} has {found} dots, but each person had {most}; look at the paper and correct "
    "it, or leave the ballot out as spoilt"
)
_TICKS = N_(
    "Ballot {ballot} ticks {found} options, but at most {most} were allowed; look at the paper and "
    "correct it, or leave the ballot out as spoilt"
)
_BUDGET = N_(
    "The projects ticked on ballot {ballot} cost {found} baht together, more than the {most} baht "
    "to allot; the ballot counts, check whether the meeting wanted such ballots"
)


def ballots(facts: Facts) -> Marks:
    """Yield what is wrong with ballots; a ballot that would count too much is refused whole."""
    polls = {fact.record.poll_code: fact.record for fact in facts.of("poll")}
    yield from _strange_options(facts, polls)
    papers: dict[_Ballot, list[Fact]] = defaultdict(list)
    for fact in facts.of("ballot_mark"):
        mark = fact.record
        papers[mark.poll_code, mark.ballot_no, mark.entry or 1].append(fact)
    costs = cost_of_projects(facts)
    for (code, number, _entry), marks in papers.items():
        yield from _marked_twice(marks)
        poll = polls.get(code)
        if poll is not None and any(mark.row is not None for mark in marks):
            yield from _too_much(poll, number, marks)
            yield from _over_budget(poll, number, marks, costs)


def _strange_options(facts: Facts, polls: dict[str, Any]) -> Marks:
    for name in ("ballot_mark", "vote_total", "pair_total"):
        for record, row in facts.new(name):
            poll = polls.get(record.poll_code)
            options = (poll.option_codes if poll is not None else None) or ()
            for field in ("option_code", "against_code"):
                code = getattr(record, field, None)
                if options and code is not None and code not in options:
                    spec = record.field(field)
                    values = {
                        "option": code,
                        "poll": record.poll_code,
                        "options": ", ".join(options),
                    }
                    yield (
                        row,
                        in_row(
                            row.raw,
                            Level.REFUSE,
                            "validate.not-an-option",
                            _NOT_AN_OPTION,
                            spec,
                            **values,
                        ),
                    )


def _marked_twice(marks: Sequence[Fact]) -> Marks:
    """Yield marks that the natural key lets through: entry blank and 1, a pair turned round."""
    seen: dict[Hashable, Fact] = {}
    # What was kept before came first, whatever the order of the sheets.
    for fact in sorted(marks, key=lambda one: one.row is not None):
        mark = fact.record
        about = frozenset((mark.option_code, mark.against_code or mark.option_code))
        first = seen.setdefault(about, fact)
        if first is not fact and fact.row is not None:
            values = {
                "ballot": mark.ballot_no,
                "poll": mark.poll_code,
                "option": " – ".join(sorted(about)),
            }
            spec = mark.field("ballot_no")
            yield (
                fact.row,
                in_row(fact.row.raw, Level.REFUSE, "validate.ballot-twice", _TWICE, spec, **values),
            )


def _too_much(poll: Any, number: str, marks: Sequence[Fact]) -> Marks:
    dots = sum(mark.record.dots or 0 for mark in marks)
    ticks = sum(mark.record.approved is True for mark in marks)
    for field, found, most, name, sentence in (
        ("dots", dots, poll.dots_each, "validate.too-many-dots", _DOTS),
        ("approved", ticks, poll.max_approvals, "validate.too-many-ticks", _TICKS),
    ):
        if most is None or found <= most:
            continue
        for mark in marks:
            if mark.row is not None:
                spec = mark.record.field(field)
                values = {"ballot": number, "found": found, "most": most}
                yield mark.row, in_row(mark.row.raw, Level.REFUSE, name, sentence, spec, **values)


def _over_budget(poll: Any, number: str, marks: Sequence[Fact], costs: dict[str, Decimal]) -> Marks:
    ticked = [mark for mark in marks if mark.record.approved is True]
    known = [costs[code] for mark in ticked if (code := mark.record.option_code) in costs]
    whole = sum(known, Decimal(0))
    row = next((mark.row for mark in ticked if mark.row is not None), None)
    if poll.budget is None or whole <= poll.budget or row is None or row.record is None:
        return
    values = {
        "ballot": number,
        "found": thai.format_number(whole),
        "most": thai.format_number(poll.budget),
    }
    spec = row.record.field("approved")
    yield (
        row,
        in_row(row.raw, Level.FLAG, "validate.ballot-over-budget", _BUDGET, spec, **values),
    )
