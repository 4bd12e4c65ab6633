"""How many voted against how many could: in ballots and in totals counted in the hall."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from planning_kit.language import N_
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, at_place, in_row

_ONE_VOTE_EACH = ("hands", "approval")

_BALLOTS = N_(
    "Vote {poll} has {found} ballots but only {eligible} people who may vote; count the papers and "
    "the people, and correct whichever is wrong"
)
_VOTERS = N_(
    "The voters counted for {option} in vote {poll} are {found}, but only {eligible} people may "
    "vote; check the counts of each village"
)
_VOTES = N_(
    "{option} got {found} votes from {voters} people, but no more than {most} are possible; count "
    "again"
)


def voters(facts: Facts) -> Marks:
    """Yield totals that cannot be, and a flag where more voted than may."""
    polls = {fact.record.poll_code: fact for fact in facts.of("poll")}
    yield from _votes_above_voters(facts, polls)
    papers: dict[str, set[str]] = defaultdict(set)
    for fact in facts.of("ballot_mark"):
        papers[fact.record.poll_code].add(fact.record.ballot_no)
    hall: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    touched = {record.poll_code for name in _COUNTED for record, _row in facts.new(name)}
    for fact in facts.of("vote_total"):
        if fact.record.group is None and fact.record.voters is not None:
            hall[fact.record.poll_code][fact.record.option_code] += fact.record.voters
    for code, poll in polls.items():
        eligible = poll.record.eligible
        if eligible is None or (poll.row is None and code not in touched):
            continue
        if len(papers[code]) > eligible:
            values = {"poll": code, "found": len(papers[code]), "eligible": eligible}
            yield _at_poll(poll, "validate.more-ballots-than-voters", _BALLOTS, values)
        for option, found in hall[code].items():
            if found > eligible:
                values = {"poll": code, "option": option, "found": found, "eligible": eligible}
                yield _at_poll(poll, "validate.more-voters-than-eligible", _VOTERS, values)


_COUNTED = ("ballot_mark", "vote_total")


def _at_poll(poll: Fact, name: str, sentence: str, values: dict[str, Any]) -> Any:
    if poll.row is None:
        return None, at_place(Level.FLAG, name, sentence, None, **values)
    spec = poll.record.field("eligible")
    return poll.row, in_row(poll.row.raw, Level.FLAG, name, sentence, spec, **values)


def _votes_above_voters(facts: Facts, polls: dict[str, Fact]) -> Marks:
    for record, row in facts.new("vote_total"):
        poll = polls.get(record.poll_code)
        each = _most_each(poll.record) if poll is not None else None
        if each is None or None in (record.votes, record.voters):
            continue
        most = each * record.voters
        if record.votes > most:
            spec = record.field("votes")
            values = {
                "option": record.option_code,
                "found": record.votes,
                "voters": record.voters,
                "most": most,
            }
            yield (
                row,
                in_row(
                    row.raw, Level.REFUSE, "validate.more-votes-than-voters", _VOTES, spec, **values
                ),
            )


def _most_each(poll: Any) -> int | None:
    """Return how many votes one person can give one option at most, ``None`` if unknown."""
    if poll.method in _ONE_VOTE_EACH:
        return 1
    return poll.dots_each if poll.method == "dots" else None
