"""The XLSForm of a survey: what its questions and their answers are called, for a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from planning_kit import thai
from planning_kit.collect.column_content import Column
from planning_kit.collect.foreign_file import ForeignFile
from planning_kit.collect.mapping import FileRule
from planning_kit.collect.mapping_keys import plain_key
from planning_kit.collect.opening import read_bytes
from planning_kit.collect.table_shape import Row
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

_SELECT = re.compile(r"select[_ ](one|multiple)\s+(\S+)", re.IGNORECASE)
_STEPS = re.compile(r"[/:.-]+")
_TAG = re.compile(r"<[^>]*>|\$\{[^}]*\}")
_NUMBER = re.compile(r"^\s*\(?[0-9๐-๙]+[a-z]?[.):]\s*(?=\S)", re.IGNORECASE)
_LONGEST = 300


@dataclass(frozen=True)
class Question:
    """A question of a form: its labels in every language, and the labels of each answer code.

    ``several`` tells a question that takes many answers, written into one cell with spaces.
    """

    name: str
    labels: tuple[str, ...]
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    several: bool = False


def read_xlsform(path: str | Path) -> dict[str, Question]:
    """Return the questions of an XLSForm by their plain names.

    Raises ``KitError``: what reading a spreadsheet raises, and ``collect.not-an-xlsform``
    where there is no sheet “survey” with the columns type and name.
    """
    path = Path(path)
    file = ForeignFile(path, read_bytes(path), FileRule(header_row=1, totals="keep"))
    survey = _rows(file, "survey", path)
    if not survey or not any({"type", "name"} <= row.keys() for row in survey):
        raise _not_a_form(path)
    lists: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in _rows(file, "choices", path):
        list_name = _text(row.get("list_name"))
        if list_name and not is_blank(row.get("name")):
            lists.setdefault(list_name, {})[plain_key(row["name"])] = _labels(row)
    questions = (_question(row, lists) for row in survey)
    return {plain_key(one.name): one for one in questions if one.name}


def labelled(columns: tuple[Column, ...], form: Mapping[str, Question]) -> tuple[Column, ...]:
    """Return the columns with the labels and answers that the form has for them.

    A column is a question by its whole heading or its last step (``hh.maize.q13``), or one
    answer of a question by its last two (``q22.1``); others stay as they are.
    """
    return tuple(_labelled(column, form) for column in columns)


def _labelled(column: Column, form: Mapping[str, Question]) -> Column:
    steps = [step for step in _STEPS.split(column.heading) if step]
    for name in (column.heading, *steps[-1:]):
        asked = form.get(plain_key(name))
        if asked is not None:
            return replace(
                column, labels=asked.labels, answers=asked.answers, several=asked.several
            )
    asked = form.get(plain_key(steps[-2])) if len(steps) > 1 else None
    if asked is None or not asked.answers:
        return column
    answer = asked.answers.get(plain_key(steps[-1]), ())
    pairs = (f"{label}: {one}" for label, one in zip(asked.labels, answer, strict=False))
    return replace(column, labels=tuple(pairs))


def _rows(file: ForeignFile, sheet: str, path: Path) -> list[Row]:
    named = {thai.clean(name).casefold(): name for name in file.names}
    if sheet not in named:
        if sheet == "survey":
            raise _not_a_form(path)
        return []
    try:
        table = file.table(named[sheet])
    except KitError as error:
        if error.code in ("collect.no-headings", "collect.no-rows"):
            return []
        raise
    plain = {name: thai.clean(name).casefold().replace(" ", "_") for name in table.columns}
    return [{plain[name]: cell for name, cell in row.items()} for _number, row in table.rows]


def _question(row: Row, lists: Mapping[str, dict[str, tuple[str, ...]]]) -> Question:
    select = _SELECT.match(_text(row.get("type")))
    answers = lists.get(select[2], {}) if select else {}
    several = select is not None and select[1].casefold() == "multiple"
    return Question(_text(row.get("name")), _labels(row), answers, several)


def _labels(row: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_said(row)))


def _said(row: Row) -> Iterator[str]:
    for name, cell in row.items():
        if name.partition(":")[0] == "label" and not is_blank(cell):
            text = thai.clean(_NUMBER.sub("", thai.clean(_TAG.sub(" ", str(cell)[:_LONGEST]))))
            if text:
                yield text


def _text(cell: Any) -> str:
    return "" if is_blank(cell) else thai.clean(str(cell))


def _not_a_form(path: Path) -> KitError:
    return KitError(
        "collect.not-an-xlsform",
        N_(
            "“{file}” is no XLSForm: it has no sheet “survey” with the columns type and name; "
            "give the form the survey was made with"
        ),
        file=path.name,
    )
