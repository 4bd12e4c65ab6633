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
from planning_kit.collect.pabulib_ballots import BallotsRead, read_ballots
from planning_kit.collect.pabulib_election import PabulibElection
from planning_kit.collect.pabulib_remarks import disagreements
from planning_kit.collect.pabulib_rows import (
    PbRow,
    comma_remark,
    election_parts,
    meta_number,
    needed,
    pb_number,
)
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
    text = needed(meta, "budget", file)
    line = next(row.line for row in parts["META"] if row.cells["key"].strip().lower() == "budget")
    budget = pb_number(text, file, "budget", line)
    remarks = comma_remark(text, file, "budget", line)
    options = _options(parts["PROJECTS"], file, remarks)
    read = read_ballots(parts["VOTES"], list(options["option"]), vote_type, file)
    counted = _with_counts(options, read, vote_type, meta)
    remarks += [*read.remarks, *disagreements(meta, counted, read.ballots, read.number, file)]
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


def _options(rows: Sequence[PbRow], file: str, remarks: list[KitError]) -> pd.DataFrame:
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
        text = needed(row.cells, "cost", file, row.line)
        cost = pb_number(text, file, "cost", row.line)
        remarks += comma_remark(text, file, "cost", row.line)
        rest = (_maybe(row, name, file, remarks) for name in ("votes", "score", "selected"))
        found[code] = (code, row.cells.get("name", "").strip() or code, cost, *rest)
    columns = ["option", "name", "cost", "votes_stated", "score_stated", "selected"]
    table = pd.DataFrame(list(found.values()), columns=columns)
    return table.astype(dict.fromkeys(columns[2:], "float64"))


def _maybe(row: PbRow, name: str, file: str, remarks: list[KitError]) -> float:
    text = (row.cells.get(name) or "").strip()
    if text.lower() in ("", "none"):
        return float("nan")
    found = meta_number(text)
    if found is None:
        remarks.append(
            KitError(
                "collect.pb-unread-figure",
                N_("“{file}”, line {row}, {heading}: “{text}” is no number; taken as not stated"),
                file=file,
                row=row.line,
                heading=name,
                text=excerpt(text),
            )
        )
    return float("nan") if found is None else found


def _with_counts(
    options: pd.DataFrame, read: BallotsRead, vote_type: str, meta: dict[str, str]
) -> pd.DataFrame:
    ballots = read.ballots
    points = ballots["points"]
    if vote_type == "approval":
        points = ballots["place"] * 0.0 + 1.0
    elif vote_type == "ordinal":
        longest = ballots.groupby("ballot_no")["place"].transform("max")
        if (most := meta_number(meta.get("max_length", ""))) is not None:
            longest = longest.clip(lower=most)
        points = longest - ballots["place"] + 1
    by_option = points.groupby(ballots["option"].to_numpy())
    sums, counts = by_option.sum(), by_option.size()
    votes = options["option"].map(counts).astype("float64").fillna(0.0)
    score = options["option"].map(sums).astype("float64").fillna(0.0)
    if vote_type == "scoring":
        # What a ballot does not name gets the default score, 0 unless the file says otherwise.
        score += (meta_number(meta.get("default_score", "")) or 0.0) * (read.number - votes)
    return options.assign(votes=votes, score=score)
