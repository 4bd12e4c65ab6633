"""The VOTES of a .pb file: what each ballot names, in which order, with how many points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planning_kit.collect.pabulib_rows import PbRow, pb_number
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.thai.normalize import excerpt

if TYPE_CHECKING:
    import pandas as pd

_SEX = {"m": "male", "male": "male", "f": "female", "female": "female", "k": "female"}
_MOST_REMARKS = 20
COLUMNS = ("ballot_no", "option", "place", "points", "sex", "age")


class BallotsRead(NamedTuple):
    """The marks, how many ballots there are (blank ones too), and what did not fit."""

    ballots: pd.DataFrame
    number: int
    remarks: list[KitError]


def read_ballots(
    rows: Sequence[PbRow], options: Sequence[str], vote_type: str, file: str
) -> BallotsRead:
    """Return the ballots; see ``PabulibElection.ballots`` for the columns.

    A ballot that names a project the file does not have, or one project twice, is kept without
    that mark, and a remark says so. A voter who stands twice is counted twice, as the file's
    own figures do, and a remark says so.

    Raises ``KitError`` ``collect.pb-points`` or ``collect.pb-no-number``.
    """
    import pandas as pd

    known = set(options)
    marks: list[tuple[Any, ...]] = []
    remarks: list[KitError] = []
    voters: set[str] = set()
    for number, row in enumerate(rows, start=1):
        voter = (row.cells.get("voter_id") or "").strip()
        if voter and voter in voters:
            remarks.append(_remark("twice", file, row.line))
        voters.add(voter)
        marks += _marks(str(number), row, known, vote_type, file, remarks)
    table = pd.DataFrame(marks, columns=list(COLUMNS))
    typed = table.astype({"place": "float64", "points": "float64", "age": "float64"})
    if len(remarks) > _MOST_REMARKS:
        more = _remark("more", file, 0, str(len(remarks) - _MOST_REMARKS))
        remarks = [*remarks[:_MOST_REMARKS], more]
    return BallotsRead(typed, len(rows), remarks)


def _marks(
    ballot: str,
    row: PbRow,
    known: set[str],
    vote_type: str,
    file: str,
    remarks: list[KitError],
) -> list[tuple[Any, ...]]:
    named = _listed(row.cells.get("vote"))
    points = _points(row, named, vote_type, file)
    who = (_SEX.get((row.cells.get("sex") or "").strip().lower()), _age(row.cells.get("age")))
    found: dict[str, tuple[Any, ...]] = {}
    for code, given in zip(named, points, strict=True):
        if code not in known:
            remarks.append(_remark("unknown", file, row.line, code))
        elif code in found:
            remarks.append(_remark("repeated", file, row.line, code))
        else:
            found[code] = (ballot, code, float(len(found) + 1), given, *who)
    return list(found.values())


def _points(row: PbRow, named: Sequence[str], vote_type: str, file: str) -> list[float]:
    if vote_type not in ("cumulative", "scoring"):
        return [float("nan")] * len(named)
    given = _listed(row.cells.get("points"))
    if len(given) != len(named):
        raise KitError(
            "collect.pb-points",
            N_("“{file}”, line {row}: {projects} projects are named but {points} points given"),
            file=file,
            row=row.line,
            projects=len(named),
            points=len(given),
        )
    return [pb_number(text, file, "points", row.line) for text in given]


def _listed(cell: str | None) -> list[str]:
    text = (cell or "").strip()
    if text.lower() == "none":
        return []
    return [part.strip() for part in text.split(",") if part.strip()]


def _age(cell: str | None) -> float:
    text = (cell or "").strip()
    plain = text.isascii() and text.isdigit() and len(text) <= 3
    return float(text) if plain else float("nan")


def _remark(what: str, file: str, line: int, code: str = "") -> KitError:
    if what == "more":
        return KitError(
            "collect.pb-more-remarks",
            N_("“{file}”: {n} more remarks like these about ballots"),
            file=file,
            n=code,
        )
    if what == "twice":
        return KitError(
            "collect.pb-voter-twice",
            N_("“{file}”, line {row}: this voter’s number stands twice; both ballots are counted"),
            file=file,
            row=line,
        )
    if what == "unknown":
        return KitError(
            "collect.pb-unknown-project",
            N_("“{file}”, line {row}: the ballot names {code}, which is no project; left out"),
            file=file,
            row=line,
            code=excerpt(code),
        )
    return KitError(
        "collect.pb-repeated-project",
        N_("“{file}”, line {row}: the ballot names {code} more than once; counted once"),
        file=file,
        row=line,
        code=excerpt(code),
    )
