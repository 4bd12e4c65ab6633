"""What a .pb file states of itself, beside what it holds: each disagreement is one remark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planning_kit.collect.pabulib_rows import meta_number
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.thai.normalize import excerpt

if TYPE_CHECKING:
    import pandas as pd

_NAMED = 5
_SLACK = 1e-9


def disagreements(
    meta: Mapping[str, str], options: pd.DataFrame, ballots: pd.DataFrame, number: int, file: str
) -> list[KitError]:
    """Return where numbers, votes and limits stated in the file are not those of its ballots.

    ``options`` and ``ballots`` as in ``PabulibElection``; ``number`` counts blank ballots too.
    Nothing is refused: the ballots are counted as they stand.
    """
    return [
        *_numbers(meta, len(options), number, file),
        *_votes(options, file),
        *_limits(meta, options, ballots, number, file),
    ]


def _numbers(meta: Mapping[str, str], projects: int, ballots: int, file: str) -> list[KitError]:
    said = []
    for key, found in (("num_projects", projects), ("num_votes", ballots)):
        stated = meta.get(key, "")
        if stated and meta_number(stated) != found:
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


def _votes(options: pd.DataFrame, file: str) -> list[KitError]:
    said = []
    for counted in ("votes", "score"):
        stated = options[f"{counted}_stated"]
        apart = options.loc[stated.notna() & ((stated - options[counted]).abs() > _SLACK)]
        if len(apart):
            rows = apart.head(_NAMED).to_dict("records")
            told = ", ".join(
                f"{excerpt(row['option'])} {row[counted]:g} ({row[f'{counted}_stated']:g})"
                for row in rows
            )
            said.append(
                KitError(
                    "collect.pb-votes-differ",
                    N_(
                        "“{file}”: of {n} projects the ballots give other {counted} than the file "
                        "states; counted (stated): {options}"
                    ),
                    file=file,
                    n=len(apart),
                    counted=counted,
                    options=told + (", …" if len(apart) > _NAMED else ""),
                )
            )
    return said


def _limits(
    meta: Mapping[str, str], options: pd.DataFrame, ballots: pd.DataFrame, number: int, file: str
) -> list[KitError]:
    by_ballot = ballots["ballot_no"].to_numpy()
    costs = dict(zip(options["option"], options["cost"], strict=True))
    amounts = {
        "length": (ballots["place"].notna() * 1.0).groupby(by_ballot).sum(),
        "sum_points": ballots["points"].groupby(by_ballot).sum(min_count=1),
        "sum_cost": ballots["option"].map(costs).astype("float64").groupby(by_ballot).sum(),
        "points": ballots["points"],
    }
    said = []
    for name, amount in amounts.items():
        for side in ("min", "max"):
            limit = meta_number(meta.get(f"{side}_{name}", ""))
            if limit is None:
                continue
            beyond = amount < limit - _SLACK if side == "min" else amount > limit + _SLACK
            count = int(beyond.sum())
            if name == "points":
                count = int(ballots.loc[beyond, "ballot_no"].nunique())
            elif side == "min" and limit > 0 and name == "length":
                count += number - len(amount)
            if count:
                said.append(_beyond(f"{side}_{name}", meta, count, file))
    return said


def _beyond(key: str, meta: Mapping[str, str], count: int, file: str) -> KitError:
    return KitError(
        "collect.pb-ballots-beyond-limit",
        N_(
            "“{file}”: {n} ballots do not keep to {key} = {limit}; they are counted, as in the "
            "file’s own figures"
        ),
        file=file,
        n=count,
        key=key,
        limit=excerpt(meta[key]),
    )
