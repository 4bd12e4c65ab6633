"""A file of local questions, TOML or Excel, as the questions somebody wrote in it."""

from __future__ import annotations

from pathlib import Path

from planning_kit.collect.opening import read_bytes
from planning_kit.collect.spreadsheet_questions import read_question_sheet
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records.local_question_declared import Declared
from planning_kit.records.toml_file import TomlFault, toml_of

_TABLE = "question"


def read_question_file(path: str | Path) -> list[Declared]:
    """Return the questions of a TOML or .xlsx file, unjudged.

    A TOML file has one ``[[question]]`` per question. An Excel file has headings in one row
    (``KEYS``, in Thai or English) and a question in each row below.

    Raises ``KitError``: ``collect.no-such-file`` and its kind, ``collect.questions-format``,
    ``collect.questions-not-toml``, ``collect.questions-shape``, ``collect.questions-headings``
    and those of ``open_spreadsheet``.
    """
    path = Path(path)
    data = read_bytes(path)
    suffix = path.suffix.casefold()
    if suffix in (".xlsx", ".xlsm"):
        return read_question_sheet(data, path.name)
    if suffix == ".toml":
        return _read_toml(data, path.name)
    raise KitError(
        "collect.questions-format",
        N_("“{file}”: write the questions in a .toml or an .xlsx file"),
        file=path.name,
    )


def _read_toml(data: bytes, file: str) -> list[Declared]:
    try:
        parsed = toml_of(data)
    except TomlFault as fault:
        raise KitError(
            "collect.questions-not-toml",
            N_("The questions in “{file}” are not written correctly in TOML: {detail}"),
            file=file,
            detail=fault.where,
        ) from fault
    listed = parsed.get(_TABLE, [])
    is_list = isinstance(listed, list) and all(isinstance(one, dict) for one in listed)
    if set(parsed) - {_TABLE} or not is_list:
        raise KitError(
            "collect.questions-shape",
            N_("“{file}”: begin each question with a line [[question]], and write all else below"),
            file=file,
        )
    return [
        Declared(Words(f"คำถามที่ {number}", f"Question {number}"), one)
        for number, one in enumerate(listed, start=1)
    ]
