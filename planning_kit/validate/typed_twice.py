"""Papers typed twice: where the two typings differ is told when the file comes in."""

from __future__ import annotations

from collections import defaultdict

from planning_kit.language import N_, Words
from planning_kit.records import FieldSpec
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, in_row

_TYPINGS = (1, 2)
_DIFFERS = N_(
    "Ballot {ballot} of vote {poll}, {option}: one typing says {here}, the other {there}; look at "
    "the paper and correct the wrong one, the vote is not counted before"
)
_ONCE = N_(
    "Ballot {ballot} of vote {poll} was typed twice, but the mark for {option} only once; look at "
    "the paper, the vote is not counted before"
)

_Mark = tuple[str, str, frozenset[str]]


def typed_twice(facts: Facts) -> Marks:
    """Yield a flag at every mark that the two typings of a paper do not have alike.

    A paper typed once so far is not told here: the other typing may be still to come.
    """
    typings: dict[_Mark, dict[int, Fact]] = defaultdict(dict)
    papers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for fact in facts.of("ballot_mark"):
        mark = fact.record
        about = frozenset((mark.option_code, mark.against_code or mark.option_code))
        entry = mark.entry or 1
        typings[mark.poll_code, mark.ballot_no, about].setdefault(entry, fact)
        papers[mark.poll_code, mark.ballot_no].add(entry)
    for (poll, ballot, _about), both in typings.items():
        if len(papers[poll, ballot]) < len(_TYPINGS):
            continue
        if len(both) < len(_TYPINGS):
            yield from _once(next(iter(both.values())))
        else:
            yield from _apart(both[1], both[2])


def _values(fact: Fact) -> dict[str, str]:
    mark = fact.record
    options = [one for one in (mark.option_code, mark.against_code) if one]
    return {"ballot": mark.ballot_no, "poll": mark.poll_code, "option": " – ".join(options)}


def _told(spec: FieldSpec, value: object) -> object:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return Words("ใช่", "yes") if value else Words("ไม่ใช่", "no")
    if spec.choices is not None:
        return spec.choices.of(str(getattr(value, "value", value))).words
    return str(value)


def _once(fact: Fact) -> Marks:
    if fact.row is not None:
        spec = fact.record.field("option_code")
        yield (
            fact.row,
            in_row(fact.row.raw, Level.FLAG, "validate.typed-once", _ONCE, spec, **_values(fact)),
        )


def _apart(first: Fact, second: Fact) -> Marks:
    # At the later typing, unless only the earlier one is in this file.
    here, there = (second, first) if second.row is not None else (first, second)
    if here.row is None:
        return
    keys = type(here.record).noun.key
    for spec in here.record.fields():
        mine, other = getattr(here.record, spec.name), getattr(there.record, spec.name)
        if spec.name in keys or mine == other:
            continue
        said = {"here": _told(spec, mine), "there": _told(spec, other)}
        yield (
            here.row,
            in_row(
                here.row.raw, Level.FLAG, "validate.typings-differ", _DIFFERS, spec,
                **_values(here), **said,
            ),
        )  # fmt: skip
