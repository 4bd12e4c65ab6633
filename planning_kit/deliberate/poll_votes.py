"""The votes, one by one: what was asked, between what, and what people marked."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from planning_kit.deliberate.pairs import people_in_pairs
from planning_kit.deliberate.vote_totals import people_in_totals
from planning_kit.records import record_type
from planning_kit.records.plain_rows import Row, codes, plain_rows, stated
from planning_kit.records.poll_choices import PollMethod

FEWEST = 5
"""Results of fewer ballots are not shown: they would show how single people voted."""


@dataclass(frozen=True)
class PollVotes:
    """One vote and everything entered for it.

    ``row``: the fields of the poll. ``marks``, ``totals``, ``pairs``: its rows of ballots,
    of totals by option and of totals by pair; one of them at most is counted. ``beside`` are
    totals of people who cast no ballot: they are added to the ballots.
    """

    row: Row
    marks: pd.DataFrame
    totals: pd.DataFrame
    pairs: pd.DataFrame
    beside: pd.DataFrame

    @property
    def code(self) -> str:
        """The code of the vote."""
        return str(self.row["poll_code"])

    @property
    def title(self) -> str:
        """What was voted on, as the people called it."""
        return str(self.row["title"])

    @property
    def about(self) -> str:
        """``problem`` or ``project``: the record that the options are."""
        return str(self.row["about"])

    @property
    def method(self) -> str:
        """How people voted, a code of ``PollMethod``."""
        return str(self.row["method"])

    @property
    def options(self) -> tuple[str, ...]:
        """The codes to choose between."""
        return codes(self.row["option_codes"])

    @property
    def is_by_ballot(self) -> bool:
        """Whether ballots were typed; totals beside them only check the count."""
        return not self.marks.empty

    @property
    def ballots(self) -> int:
        """How many different ballots were typed."""
        return int(self.marks["ballot_no"].nunique()) if self.is_by_ballot else 0

    @property
    def people_in_hall(self) -> int:
        """How many people stand behind votes counted in the hall; 0 where it is not stated."""
        if self.is_by_ballot or self.frame.empty:
            return 0
        if self.method == PollMethod.PAIRWISE:
            return people_in_pairs(self.pairs)
        return people_in_totals(self.totals)

    @property
    def is_too_small(self) -> bool:
        """Whether so few voted on paper that a result would give single votes away."""
        return self.is_by_ballot and self.ballots < FEWEST

    @property
    def frame(self) -> pd.DataFrame:
        """What is counted: the ballots, else the totals of the hall."""
        if self.is_by_ballot:
            return self.marks
        return self.pairs if self.method == PollMethod.PAIRWISE else self.totals


def polls_in(
    polls: pd.DataFrame, marks: pd.DataFrame, totals: pd.DataFrame, pairs: pd.DataFrame
) -> list[PollVotes]:
    """Return every vote with its rows, in order of date and code.

    The frames are those of ``poll``, ``ballot_mark``, ``vote_total`` and ``pair_total``.
    """
    rows = plain_rows(polls, [spec.name for spec in record_type("poll").fields()])
    rows.sort(key=lambda row: (row["date"] is None, str(row["date"]), row["poll_code"]))
    return [_votes(row, marks, totals, pairs) for row in rows]


def _votes(row: Row, marks: pd.DataFrame, totals: pd.DataFrame, pairs: pd.DataFrame) -> PollVotes:
    own, own_totals, own_pairs = _of(marks, row), _everyone(_of(totals, row)), _of(pairs, row)
    counted = own_pairs if row["method"] == PollMethod.PAIRWISE else own_totals
    if own.empty:
        return PollVotes(row, own, own_totals, own_pairs, counted.iloc[:0])
    beside = counted.loc[_is_beside(counted)].reset_index(drop=True)
    # With ballots on the table, the other totals only check them.
    totals_left = own_totals.loc[~_is_beside(own_totals)].reset_index(drop=True)
    pairs_left = own_pairs.loc[~_is_beside(own_pairs)].reset_index(drop=True)
    return PollVotes(row, own, totals_left, pairs_left, beside)


def _is_beside(totals: pd.DataFrame) -> pd.Series:
    said = [bool(stated(one)) for one in totals["is_besides_ballots"]]
    return pd.Series(said, index=totals.index, dtype="bool")


def _of(frame: pd.DataFrame, poll: Row) -> pd.DataFrame:
    return frame.loc[frame["poll_code"] == poll["poll_code"]].reset_index(drop=True)


def _everyone(totals: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows of single groups where a row for everyone stands beside them."""
    place = totals[["option_code", "village_code"]].astype("object").fillna("")
    key = pd.Series(list(place.itertuples(index=False, name=None)), index=totals.index)
    is_all = totals["group"].isna()
    return totals.loc[is_all | ~key.isin(set(key[is_all]))].reset_index(drop=True)
