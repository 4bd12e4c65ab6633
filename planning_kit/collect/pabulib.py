"""Elections in the pabulib format (.pb): META, PROJECTS and VOTES, each a table with ``;``.

The format is described by Faliszewski et al. 2023 (pabulib.org). A file that cannot be read
gives one sentence; a file that contradicts itself is read and remarks say where.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.collect.decoding import decode
from planning_kit.collect.opening import read_bytes
from planning_kit.collect.pabulib_ballots import read_ballots
from planning_kit.collect.pabulib_election import PabulibElection
from planning_kit.collect.pabulib_rows import PbRow, election_parts, needed, pb_number
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.thai.normalize import excerpt

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {
    "approval": "approval",
    "choose-1": "approval",
    "ordinal": "ordinal",
    "cumulative": "cumulative",
    "scoring": "scoring",
}


def read_pabulib(path: Path) -> PabulibElection:
    """Return the election of a .pb file.

    Raises ``KitError``: those of ``read_bytes`` and ``decode``, and those of
    ``read_pabulib_bytes``.
    """
    return read_pabulib_bytes(read_bytes(path), path.name)


def read_pabulib_bytes(data: bytes, file: str) -> PabulibElection:
    """Return the election in ``data``; ``file`` names it in sentences.

    Raises ``KitError``: ``collect.pb-part-missing``, ``collect.pb-key-missing``,
    ``collect.pb-no-number``, ``collect.pb-vote-type``, ``collect.pb-project-twice``,
    ``collect.pb-points``, ``collect.broken-csv``, ``collect.wrong-encoding``.
    """
    parts = election_parts(decode(data, None, file), file)
    meta = {row.cells.get("key", "").strip().lower(): row.cells.get("value", "").strip()
            for row in parts["META"]}  # fmt: skip
    vote_type = _vote_type(meta, file)
    budget = pb_number(needed(meta, "budget", file), file, "budget", 0)
    options = _options(parts["PROJECTS"], file)
    read = read_ballots(parts["VOTES"], list(options["option"]), vote_type, file)
    remarks = [*read.remarks, *_stated_counts(meta, len(options), read.number, file)]
    counted = _with_counts(options, read.ballots, vote_type, meta.get("max_length", ""))
    return PabulibElection(
        file, meta, vote_type, budget, counted, read.ballots, read.number, tuple(remarks)
    )


def _vote_type(meta: dict[str, str], file: str) -> str:
    given = needed(meta, "vote_type", file).lower()
    if given not in _TYPES:
        raise KitError(
            "collect.pb-vote-type",
            N_("“{file}”: the kind of votes “{given}” is not known; known are {known}"),
            file=file,
            given=excerpt(given),
            known=", ".join(_TYPES),
        )
    return _TYPES[given]


def _options(rows: Sequence[PbRow], file: str) -> pd.DataFrame:
    import pandas as pd

    found: dict[str, tuple[Any, ...]] = {}
    for row in rows:
        code = needed(row.cells, "project_id", file, row.line)
        if code in found:
            raise KitError(
                "collect.pb-project-twice",
                N_("“{file}”, line {row}: the project {code} stands twice; keep one"),
                file=file,
                row=row.line,
                code=excerpt(code),
            )
        cost = pb_number(needed(row.cells, "cost", file, row.line), file, "cost", row.line)
        rest = (_maybe(row, name, file) for name in ("votes", "score", "selected"))
        found[code] = (code, row.cells.get("name", "").strip() or code, cost, *rest)
    columns = ["option", "name", "cost", "votes_stated", "score_stated", "selected"]
    table = pd.DataFrame(list(found.values()), columns=columns)
    return table.astype(dict.fromkeys(columns[2:], "float64"))


def _maybe(row: PbRow, name: str, file: str) -> float:
    text = (row.cells.get(name) or "").strip()
    blank = text.lower() in ("", "none")
    return float("nan") if blank else pb_number(text, file, name, row.line)


def _stated_counts(meta: dict[str, str], projects: int, ballots: int, file: str) -> list[KitError]:
    said = []
    for key, found in (("num_projects", projects), ("num_votes", ballots)):
        stated = meta.get(key, "")
        if stated and stated != str(found):
            said.append(
                KitError(
                    "collect.pb-count-differs",
                    N_("“{file}” states {key} = {stated}, but holds {found}"),
                    file=file,
                    key=key,
                    stated=excerpt(stated),
                    found=found,
                )
            )
    return said


def _with_counts(
    options: pd.DataFrame, ballots: pd.DataFrame, vote_type: str, max_length: str
) -> pd.DataFrame:
    points = ballots["points"]
    if vote_type == "approval":
        points = ballots["place"] * 0.0 + 1.0
    elif vote_type == "ordinal":
        longest = ballots.groupby("ballot_no")["place"].transform("max")
        if max_length.isdecimal():
            longest = longest.clip(lower=float(max_length[:9]))
        points = longest - ballots["place"] + 1
    by_option = points.groupby(ballots["option"].to_numpy())
    sums, counts = by_option.sum(), by_option.size()
    return options.assign(
        votes=options["option"].map(counts).astype("float64").fillna(0.0),
        score=options["option"].map(sums).astype("float64").fillna(0.0),
    )
