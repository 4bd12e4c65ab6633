"""Figures of the practice tambon, worked out by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import Any

from planning_kit.course.episode import Episode
from planning_kit.course.figure import Figure, number_said
from planning_kit.course.figures_of_crops import CropFigures
from planning_kit.course.figures_of_sums import of_account, quorum_needed
from planning_kit.course.folder import read_folder
from planning_kit.course.said_fields import SaidFields
from planning_kit.deliberate.poll_counting import Counted, counted
from planning_kit.deliberate.poll_votes import polls_in
from planning_kit.language import LANGUAGES, Words, speaking
from planning_kit.records import Kind, Record, record_type
from planning_kit.report import figures as profile
from planning_kit.report.figure_kind import PERCENT, Frames
from planning_kit.thai import LandArea, format_land
from planning_kit.workbook import Workbook

_VOTES = ("poll", "ballot_mark", "vote_total", "pair_total")
_SAID: Mapping[str, str] = {
    "problem": "statement", "project": "name", "poll": "title", "strategy": "name",
    "indicator": "name", "proposal": "statement", "forum": "title", "decision": "subject",
    "plan_statement": "statement",
}  # fmt: skip
"""What a record says, in short: the field that ``said`` asks for."""
KEY_SIGN = "~"
"""Joins the parts of a key of several fields."""
SIGN = "."
"""Parts the words of a name; a key, or an answer, may hold it as well."""


def figures_of(workbook: Workbook, episode: Episode) -> dict[str, Figure]:
    """Return every figure that an episode names, in its texts and as worksheets' examples.

    ``workbook`` is the practice tambon's with its plan; the names are in ``course/README.md``.
    Raises ``LookupError`` with every name that means nothing.
    """
    worked, found, wrong = WorkedOut(workbook), {}, []
    for name in sorted(read_folder(episode.folder).figure_names()):
        try:
            found[name] = worked.figure(name)
        except LookupError as error:
            wrong.append(str(error))
    if wrong:
        raise LookupError("; ".join(wrong))
    return found


class WorkedOut:
    """The figures of one workbook, each family of names by a function of its own."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._read: dict[str, list[Any]] = {}
        self._fields = SaidFields(workbook)
        self._families: Mapping[str, Callable[..., Figure]] = {
            "count": self._count,
            "sum": self._sum,
            "said": self._said,
            "record": self._record,
            "account": self._account,
            "quorum": self._quorum,
            "votes": self._votes,
            "profile": self._profile,
            "crop": lambda *name: self._crops.of_crop(*name),
            "move": lambda *name: self._crops.moved(*name),
            "change": lambda *name: self._crops.changed(*name),
            "pays": lambda *name: self._crops.pays(*name),
            "plot": lambda *name: self._crops.of_plot(*name),
        }

    def figure(self, name: str) -> Figure:
        """Return the figure with a name."""
        family, *rest = name.split(SIGN)
        try:
            return self._families[family](*rest)
        except (LookupError, TypeError, AttributeError) as error:
            raise LookupError(f"there is no figure {name!r} of the practice tambon") from error

    def _records(self, record: str) -> list[Any]:
        if record not in self._read:
            self._read[record] = self._workbook.records(record_type(record))
        return self._read[record]

    def _one(self, record: str, key: str) -> Record:
        found = (one for one in self._records(record) if _key_of(one) == key)
        return next(found, None) or _missing(f"{record} {key}")

    def _count(self, record: str, *where: str) -> Figure:
        return _number(len(list(_where(self._records(record), where))))

    def _sum(self, record: str, field: str, *where: str) -> Figure:
        spec = record_type(record).field(field)
        stated = [getattr(one, field) for one in _where(self._records(record), where)]
        total = sum((Decimal(one) for one in stated if one is not None), Decimal(0))
        if spec.kind is Kind.LAND:
            land = LandArea.from_square_wah(total)
            return Figure(str(total), Words(*(format_land(land, language=x) for x in LANGUAGES)))
        return _number(total)

    def _said(self, record: str, *key: str) -> Figure:
        named = SIGN.join(key)
        text = str(getattr(self._one(record, named), _SAID[record]))
        return Figure(named, Words(text, text))

    def _record(self, record: str, *name: str) -> Figure:
        *key, field = name
        spec = record_type(record).field(field)
        value = getattr(self._one(record, SIGN.join(key)), field)
        exact = "" if value is None else str(getattr(value, "value", value))
        return Figure(exact, self._fields.said(spec, value))

    def _account(self, *name: str) -> Figure:
        *key, what = name
        return _number(of_account(self._one("household_account", SIGN.join(key)), what))

    def _quorum(self, *key: str) -> Figure:
        return _number(quorum_needed(self._one("forum", SIGN.join(key))))

    @cached_property
    def _frames(self) -> Frames:
        return Frames(self._workbook)

    @cached_property
    def _crops(self) -> CropFigures:
        return CropFigures(self._workbook)

    def _profile(self, *key: str) -> Figure:
        *name, last = key
        asks_n = last == "n"
        named = ".".join(name if asks_n else key)
        kind, found = profile.FIGURES[named], profile.figures_in(self._frames, [".".join(name)]
                      if asks_n else [named])[named]  # fmt: skip
        if asks_n:
            return _number(found.n) if found.n is not None else _missing(named)
        if found.value is None:
            _missing(named)
        value = round(float(found.value or 0) * kind.scale, kind.places)
        wordings = []
        for language in LANGUAGES:
            with speaking(language):
                shown = number_said(Decimal(str(value)), kind.places)
                unit = f"{kind.unit} {shown}" if _goes_before(kind.unit) else f"{shown} {kind.unit}"
                wordings.append(unit.strip())
        return Figure(f"{value:.{kind.places}f}", Words(*wordings))

    @cached_property
    def _polls(self) -> list[Any]:
        return list(polls_in(*map(self._workbook.frame, _VOTES)))

    def _votes(self, poll: str, asked: str, *option: str) -> Figure:
        votes = next((one for one in self._polls if one.row["poll_code"] == poll), None)
        count = counted(votes or _missing(poll))
        if asked == "place":
            return _number(int(count.leading.place_of(SIGN.join(option))))
        if asked == "first":
            (first,) = count.leading.top(1)
            return self._said(str(count.votes.row["about"]), first)
        return _number(_OF_VOTES[asked](count))


def _options(count: Counted) -> list[str]:
    return list(count.leading.order["option"])


_OF_VOTES: Mapping[str, Callable[[Counted], int]] = {
    "ballots": lambda count: count.leading.voters,
    "options": lambda count: len(_options(count)),
    "pairs": lambda count: len(list(combinations(_options(count), 2))),
}


def _where(records: Iterable[Any], where: tuple[str, ...]) -> Iterable[Any]:
    """Return the records that have an answer in a field: ``(field, answer)``, or all of ``()``."""
    if not where:
        return records
    field, *parts = where
    answer = SIGN.join(parts) or _missing(f"an answer in {field}")
    return (one for one in records if answer in _answers(getattr(one, field)))


def _answers(value: object) -> set[str]:
    parts = value if isinstance(value, tuple) else (value,)
    return {str(getattr(one, "value", one)) for one in parts}


def _key_of(record: Record) -> str:
    return KEY_SIGN.join(map(str, record.natural_key() or ()))


def _goes_before(unit: Words) -> bool:
    """Thai says “ร้อยละ 41”, English “41 per cent”."""
    return unit == PERCENT and str(unit) == PERCENT.th


def _number(value: int | Decimal) -> Figure:
    shown = number_said(value)
    return Figure(str(value), Words(shown, shown))


def _missing(what: str) -> Any:
    raise LookupError(what)
