"""Worksheets and cards of an episode: that what they name is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planning_kit.course.cards import ANSWER, SOURCES, parts_of, texts_of
from planning_kit.course.figure import names_in
from planning_kit.course.folder import EpisodeFolder, fields_asked
from planning_kit.course.lesson import SECTIONS
from planning_kit.language import _
from planning_kit.records import record_type

_COLUMNS = 6
_CODE = re.compile(r"[a-z][a-z0-9-]*")


def sheet_faults(folder: EpisodeFolder) -> Iterator[str]:
    """Yield a sentence for each fault of ``[[worksheet]]``, ``[[line]]``, ``[[cards]]`` and the case."""
    yield from _worksheet_faults(folder)
    yield from _line_faults(folder)
    yield from _card_faults(folder)
    case = dict(folder.lesson).get(SECTIONS["group_case"], "")
    if case and ANSWER not in dict(parts_of(case)):
        yield _(
            "lesson.md: under “## {heading}” there is no “### {answer}”, which groups do not get",
            heading=SECTIONS["group_case"], answer=ANSWER,
        )  # fmt: skip


def _worksheet_faults(folder: EpisodeFolder) -> Iterator[str]:
    for at, row in enumerate(folder.rows("worksheet"), 1):
        where = f"episode.toml, [[worksheet]] {at}"
        try:
            kind = record_type(row["record"])
        except KeyError:
            yield _("{where}: there is no record “{name}”", where=where, name=row["record"])
            continue
        known = {spec.name for spec in kind.fields()}
        for name in fields_asked(row):
            if name not in known:
                yield _("{where}: {record} has no field “{name}”", where=where, record=row["record"], name=name)  # fmt: skip
        if row.get("rows") and len(fields_asked(row)) > _COLUMNS:
            yield _("{where}: a table holds at most {n} fields", where=where, n=_COLUMNS)


def _line_faults(folder: EpisodeFolder) -> Iterator[str]:
    sheets = {row["code"]: row for row in folder.rows("worksheet") if not row.get("rows")}
    for at, row in enumerate(folder.rows("line"), 1):
        where = f"episode.toml, [[line]] {at}"
        sheet = sheets.get(row["worksheet"])
        if sheet is None or row["after"] not in fields_asked(sheet):
            yield _(
                "{where}: “{field}” is no question of a worksheet “{sheet}” without rows",
                where=where, field=row["after"], sheet=row["worksheet"],
            )  # fmt: skip
            continue
        # A total of another record would stand under the numbers of this one.
        named = names_in(row["is"])
        if not named or not all(f".{sheet['example']}." in name for name in named):
            yield _(
                "{where}: “is” must be a figure of the example “{example}”, not “{text}”",
                where=where, example=sheet["example"], text=row["is"],
            )  # fmt: skip


def _card_faults(folder: EpisodeFolder) -> Iterator[str]:
    for at, row in enumerate(folder.rows("cards"), 1):
        where = f"episode.toml, [[cards]] {at}"
        if not _CODE.fullmatch(row["code"]):
            yield _("episode.toml: the code “{code}” must be small letters and hyphens", code=row["code"])  # fmt: skip
        if sum(name in row for name in SOURCES) != 1:
            yield _("{where}: name one of {names}", where=where, names=", ".join(SOURCES))
        elif not texts_of(row, folder.card_sources()):
            said = row.get("from", row.get("answers"))
            yield _("{where}: there is no list or table of texts under “{name}”", where=where, name=said)  # fmt: skip
