"""The practice tambon as the Excel workbook that a field team would hand in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planning_kit.language import Words
from planning_kit.practice.rows import practice_rows
from planning_kit.records import Choices, Record, record_type
from planning_kit.records.kinds import split_list


def write_practice_workbook(path: str | Path, *, language: str = "th") -> None:
    """Write the practice rows into the kit's Excel template at ``path``.

    Answers stand in the cells as they are worded in ``language`` ("th" or "en").
    """
    from planning_kit.collect import write_template

    filled = {
        name: [worded(record_type(name), row, language) for row in rows]
        for name, rows in practice_rows().items()
    }
    write_template(path, language=language, filled=filled)


def worded(kind: type[Record], row: dict[str, Any], language: str) -> dict[str, Any]:
    """Return a row with its answers as they are worded in ``language``."""
    filled = dict(row)
    for spec in kind.fields():
        if spec.choices is None or row.get(spec.name) is None:
            continue
        answers = [
            _wording(spec.choices, code).say(language) for code in split_list(row[spec.name])
        ]
        filled[spec.name] = ", ".join(answers)
    return filled


def _wording(choices: type[Choices], code: str) -> Words:
    answer = choices.read(code)
    if answer is None:
        raise ValueError(f"{code} is not one of the answers of {choices.__name__}")
    return answer.words
