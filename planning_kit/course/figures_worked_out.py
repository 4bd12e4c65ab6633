"""Figures of the practice tambon, worked out by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import combinations

from planning_kit.course.episode import Episode
from planning_kit.course.figure import Figure, names_in
from planning_kit.deliberate.poll_counting import Counted, counted
from planning_kit.deliberate.poll_votes import polls_in
from planning_kit.language import Words
from planning_kit.records import record_type
from planning_kit.thai.numbers import format_number
from planning_kit.workbook import Workbook

_VOTES = ("poll", "ballot_mark", "vote_total", "pair_total")


def figures_of(workbook: Workbook, episode: Episode) -> dict[str, Figure]:
    """Return every figure that the texts of an episode name.

    ``workbook`` is the practice tambon's with its plan. Names are ``count.RECORD`` (records of a
    type), ``said.RECORD.CODE`` (what is written in one), ``votes.POLL.ballots``, ``.options``,
    ``.pairs``, ``.first`` and ``.place.OPTION``. Raises ``KeyError`` for any other.
    """
    texts = (one.read_text("utf-8") for one in sorted(episode.folder.iterdir()) if one.is_file()
             and one.suffix in {".toml", ".md"})  # fmt: skip
    names = sorted(set().union(*map(names_in, texts)))
    return {name: _figure(workbook, name) for name in names}


def _figure(workbook: Workbook, name: str) -> Figure:
    family, *rest = name.split(".")
    return _FAMILIES[family](workbook, *rest)


def _count(workbook: Workbook, record: str) -> Figure:
    return _number(len(workbook.records(record_type(record))))


_SAID: Mapping[str, str] = {"problem": "statement", "project": "name", "poll": "title"}


def _said(workbook: Workbook, record: str, code: str) -> Figure:
    found = next(
        one for one in workbook.records(record_type(record)) if one.natural_key() == (code,)
    )
    text = str(getattr(found, _SAID[record]))
    return Figure(code, Words(text, text))


def _votes(workbook: Workbook, poll: str, asked: str, *option: str) -> Figure:
    votes = next(
        one for one in polls_in(*map(workbook.frame, _VOTES)) if one.row["poll_code"] == poll
    )
    count = counted(votes)
    if asked == "place":
        return _number(int(count.leading.place_of(*option)))
    return _OF_VOTES[asked](workbook, count)


def _first(workbook: Workbook, count: Counted) -> Figure:
    (first,) = count.leading.top(1)
    return _said(workbook, str(count.votes.row["about"]), first)


def _options(count: Counted) -> list[str]:
    return list(count.leading.order["option"])


_OF_VOTES: Mapping[str, Callable[[Workbook, Counted], Figure]] = {
    "ballots": lambda _workbook, count: _number(count.leading.voters),
    "options": lambda _workbook, count: _number(len(_options(count))),
    "pairs": lambda _workbook, count: _number(len(list(combinations(_options(count), 2)))),
    "first": _first,
}
_FAMILIES: Mapping[str, Callable[..., Figure]] = {
    "count": _count,
    "said": _said,
    "votes": _votes,
}


def _number(value: int | Decimal) -> Figure:
    shown = format_number(value)
    return Figure(str(value), Words(shown, shown))
