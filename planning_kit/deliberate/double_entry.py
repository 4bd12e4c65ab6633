"""Paper ballots typed by two people: differences are listed, and nothing is counted before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from planning_kit.errors import KitError
from planning_kit.language import N_

DIFFERENCES = ("ballot_no", "option", "against", "kind", "field", "first", "second")
"""Columns: ``ballot_no`` printed on the paper · ``option``, ``against`` the mark's codes,
``against`` None but for pairs · ``kind`` ``differs`` / ``only_first`` / ``only_second`` /
``twice`` (one typist entered the mark more than once) · ``field`` name, None but for
``differs`` · ``first``, ``second`` what each typed, None for blank."""

COMPARED = (
    "size", "severity", "ease", "concern", "dots", "approved", "preferred",
    "village_code", "sex", "age_group", "is_landless",
)  # fmt: skip
_KEY = ["ballot_no", "option_code", "against_code"]
_MOST_NAMED = 5


def entry_differences(marks: pd.DataFrame) -> pd.DataFrame:
    """Return ``DIFFERENCES`` between the first and the second entry, ballot by ballot.

    A mark typed twice by the same typist is told too. Where nobody typed a second entry there
    is nothing to compare and only such repetitions are listed.
    """
    keyed = _keyed(marks)
    rows = _repeated(keyed)
    if (keyed["entry"] == 2).any():
        rows += _compared(keyed)
    table = pd.DataFrame(rows, columns=list(DIFFERENCES), dtype="object")
    return table.sort_values(["ballot_no", "option", "kind"], kind="stable", ignore_index=True)


def refuse_open_differences(marks: pd.DataFrame, right: Mapping[str, int] | None = None) -> None:
    """Raise ``KitError`` while anything stands between the entries of ballots not in ``right``.

    ``deliberate.ballot-twice``: a mark stands twice in one entry; ``deliberate.entries-differ``.
    """
    open_ones = entry_differences(marks)
    twice = open_ones.loc[open_ones["kind"] == "twice", "ballot_no"].unique()
    if len(twice):
        raise KitError(
            "deliberate.ballot-twice",
            N_(
                "Entered more than once: ballots {ballots}. A ballot counts once; take the "
                "repetition out."
            ),
            ballots=_named(twice),
        )
    open_ones = open_ones.loc[~open_ones["ballot_no"].isin([str(one) for one in right or {}])]
    if len(open_ones):
        ballots = open_ones["ballot_no"].unique()
        raise KitError(
            "deliberate.entries-differ",
            N_(
                "The two entries differ on {n} ballots: {ballots}. Look at the papers and say "
                "which entry is right; nothing is counted before."
            ),
            n=len(ballots),
            ballots=_named(ballots),
        )


def settled(marks: pd.DataFrame, right: Mapping[str, int] | None = None) -> pd.DataFrame:
    """Return one entry of every ballot: the one ``right`` names, else the first there is.

    ``right``: ballot number -> 1 or 2, as people found by looking at the paper. The rows left
    out stay in ``marks``; nothing is changed there. What comes back is a single entry (1).

    Raises ``KitError``: those of ``refuse_open_differences`` for ballots that ``right`` does not
    name; ``deliberate.no-such-entry`` where a ballot lacks the entry named.
    """
    if not right and _is_single(marks):
        return marks.reset_index(drop=True).assign(entry=1.0)
    refuse_open_differences(marks, right)
    wanted = {str(ballot): int(entry) for ballot, entry in (right or {}).items()}
    entries = _entry(marks)
    ballots = marks["ballot_no"].astype(str)
    have = set(zip(ballots, entries, strict=True))
    for ballot, entry in wanted.items():
        if (ballot, entry) not in have:
            raise KitError(
                "deliberate.no-such-entry",
                N_("Ballot {ballot} has no entry {entry}. Choose the entry that was typed."),
                ballot=ballot,
                entry=entry,
            )
    lowest = entries.groupby(ballots).transform("min")
    chosen = ballots.map(wanted).astype("float64").fillna(lowest.astype("float64"))
    kept = marks.loc[entries.to_numpy() == chosen.to_numpy()].reset_index(drop=True)
    return kept.assign(entry=1.0)


def _entry(marks: pd.DataFrame) -> pd.Series:
    if "entry" not in marks:
        return pd.Series(1, index=marks.index, dtype="int64")
    return pd.to_numeric(marks["entry"]).fillna(1).astype("int64")


def _is_single(marks: pd.DataFrame) -> bool:
    """Tell whether every mark was typed once: nothing to compare, nothing to settle."""
    if (_entry(marks) != 1).any():
        return False
    named = marks.reindex(columns=_KEY).astype("object")
    named = named.where(named.notna(), "").astype(str)
    keys = {
        (ballot, *sorted(pair))
        for ballot, *pair in named.itertuples(index=False, name=None)
    }  # fmt: skip
    return len(keys) == len(named)


def _keyed(marks: pd.DataFrame) -> pd.DataFrame:
    """Marks with every compared column; a pair is one pair whichever side is named first."""
    keyed = marks.reindex(columns=[*_KEY, *COMPARED]).astype("object")
    keyed = keyed.where(keyed.notna(), None)
    keyed["entry"] = _entry(marks)
    keyed["ballot_no"] = keyed["ballot_no"].astype(str)
    pairs = [tuple(sorted(str(one) for one in pair if one is not None))
             for pair in zip(keyed["option_code"], keyed["against_code"], strict=True)]  # fmt: skip
    keyed["key"] = [(ballot, *pair) for ballot, pair in zip(keyed["ballot_no"], pairs, strict=True)]
    return keyed


def _repeated(keyed: pd.DataFrame) -> list[tuple[Any, ...]]:
    again = keyed.loc[keyed.duplicated(["key", "entry"])]
    return [(*_place(key), "twice", None, None, None) for key in dict.fromkeys(again["key"])]


def _compared(keyed: pd.DataFrame) -> list[tuple[Any, ...]]:
    once = keyed.drop_duplicates(["key", "entry"])
    first = _by_key(once.loc[once["entry"] == 1])
    second = _by_key(once.loc[once["entry"] == 2])
    rows: list[tuple[Any, ...]] = []
    for key in dict.fromkeys([*first, *second]):
        if key not in second:
            rows.append((*_place(key), "only_first", None, None, None))
        elif key not in first:
            rows.append((*_place(key), "only_second", None, None, None))
        else:
            rows += [
                (*_place(key), "differs", name, mine, other)
                for name, mine, other in zip(COMPARED, first[key], second[key], strict=True)
                if mine != other
            ]
    return rows


def _by_key(entry: pd.DataFrame) -> dict[tuple[str, ...], tuple[Any, ...]]:
    values = entry[list(COMPARED)].itertuples(index=False, name=None)
    return dict(zip(entry["key"], values, strict=True))


def _place(key: tuple[str, ...]) -> tuple[str, str, str | None]:
    return key[0], key[1], key[2] if len(key) > 2 else None


def _named(ballots: Any) -> str:
    said = ", ".join(str(one) for one in ballots[:_MOST_NAMED])
    return said if len(ballots) <= _MOST_NAMED else f"{said}, …"
