"""Made-up votes: polls, papers and totals as plain rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from planning_kit.report.chapters.choosing_the_pilot import choosing_the_pilot
from planning_kit.workbook.higher_places import higher_place

Rows = dict[str, list[dict[str, Any]]]


class Votes:
    """Writes the rows of one hall; each method returns rows of one record."""

    problem = "problem"

    def problems(self, count: int = 3) -> list[dict[str, Any]]:
        """Return P01, P02 …, each with a statement of its own."""
        return [
            {"problem_code": f"P{at:02}", "statement": f"เรื่องที่ {at}"} for at in range(1, count + 1)
        ]

    def poll(self, method: str, options: Iterable[str], **more: Any) -> dict[str, Any]:
        """Return a poll V01 on problems."""
        row = {"poll_code": "V01", "title": "จัดลำดับ", "about": "problem", "method": method}
        return {**row, "option_codes": tuple(options), **more}

    def papers(
        self, marks: Mapping[str, Mapping[str, Mapping[str, Any]]], **more: Any
    ) -> list[dict[str, Any]]:
        """Return ballot rows: number of the paper -> option -> its fields."""
        return [
            {"poll_code": "V01", "ballot_no": number, "option_code": option, **fields, **more}
            for number, own in marks.items()
            for option, fields in own.items()
        ]

    def scored(self, count: int, scores: Mapping[str, tuple[int, int, int, int]], **more: Any):
        """Return ``count`` papers, BX01 …, all with the same four scores per option."""
        names = ("size", "severity", "ease", "concern")
        same = {one: dict(zip(names, given, strict=True)) for one, given in scores.items()}
        return self.papers({f"BX{at:02}": same for at in range(1, count + 1)}, **more)

    def totals(self, votes: Mapping[str, Mapping[str, int]], voters: int = 20):
        """Return totals: village -> option -> hands."""
        return [
            {
                "poll_code": "V01",
                "option_code": option,
                "village_code": village,
                "votes": count,
                "voters": voters,
            }
            for village, own in votes.items()
            for option, count in own.items()
        ]


@pytest.fixture
def workbook_of(workbook_of: Callable[..., Any]) -> Callable[..., Any]:
    """Return the maker of stand-ins, which here read records by their class too."""

    def make(rows: Rows, **changes: Any) -> Any:
        workbook = workbook_of(rows, **changes)
        by_name = workbook.frame
        workbook.frame = lambda kind: by_name(kind if isinstance(kind, str) else kind.noun.name)
        return workbook

    return make


@pytest.fixture
def votes() -> Votes:
    """Return the writer of rows."""
    return Votes()


@pytest.fixture
def scored_hall(votes: Votes, workbook_of: Callable[..., Any]) -> Callable[..., Any]:
    """Return a maker of a hall of six papers.

    P01 gets 4, 4, 1, 4 (product 64), P02 gets 3 four times (product 81), P03 1, 1, 4, 1 (4).
    """

    def make(*, papers: int = 6, voters: Mapping[str, Any] | None = None, **poll: Any) -> Any:
        scores = {"P01": (4, 4, 1, 4), "P02": (3, 3, 3, 3), "P03": (1, 1, 4, 1)}
        return workbook_of(
            {
                "problem": votes.problems(),
                "poll": [votes.poll("criteria", scores, **poll)],
                "ballot_mark": votes.scored(papers, scores, **(voters or {})),
            }
        )

    return make


def cells(section: Any, caption: str) -> list[list[str]]:
    """Return the cells of the table with a caption, wherever in the section it stands."""
    return next(t.cells() for s in section.walk() for t in s.tables if t.caption == caption)


@pytest.fixture
def cells_of() -> Callable[[Any, str], list[list[str]]]:
    """Return what reads a table of a section."""
    return cells


@pytest.fixture
def said() -> Callable[[Any], str]:
    """Return what reads all sentences and notes of a section."""
    return lambda section: "\n".join(
        line for part in section.walk() for line in (*part.sentences, *part.notes)
    )


CRITERIA = ("readiness", "will", "household_data", "farm_problems", "partners", "example")


class Pilots:
    """Writes the rows of candidates and their scores; F1 is the meeting."""

    first, second, third = "670306", "670102", "670601"

    def candidate(self, code: str, **more: Any) -> dict[str, Any]:
        """Return one candidate."""
        row = {"tambon_code": code, "proposed_by": "สภา", "reason": "พร้อม", "forum_code": "F1"}
        return row | more

    def scores(self, who: str, code: str, given: Iterable[int | None]) -> list[dict[str, Any]]:
        """Return what ``who`` gives, in the order of the criteria; ``None`` is left out."""
        own = {"tambon_code": code, "scored_by": who, "forum_code": "F1"}
        return [
            own | {"criterion": name, "score": score}
            for name, score in zip(CRITERIA, given, strict=True)
            if score is not None
        ]

    def weights(self, *given: int) -> list[dict[str, Any]]:
        """Return the weights of the first criteria."""
        return [
            {"criterion": name, "weight": weight, "forum_code": "F1"}
            for name, weight in zip(CRITERIA, given, strict=False)
        ]

    def three(self) -> Rows:
        """Return two candidates that are scored on everything, and one that lacks a criterion."""
        a, b, c = self.first, self.second, self.third
        given = [
            ("โต๊ะ 1", a, (4, 4, 3, 3, 2, 2)),
            ("โต๊ะ 2", a, (2, 4, 3, 3, 2, 2)),
            ("โต๊ะ 1", b, (3, 3, 3, 3, 3, 2)),
            ("โต๊ะ 2", b, (3, 3, 3, 3, 3, None)),
            ("โต๊ะ 1", c, (4, 4, 4, 4, None, 4)),
        ]
        return {
            "pilot_candidate": [self.candidate(one) for one in (a, b, c)],
            "pilot_score": [row for who, code, own in given for row in self.scores(who, code, own)],
        }


@pytest.fixture
def pilots() -> Pilots:
    """Return the writer of rows about pilots."""
    return Pilots()


@pytest.fixture
def pilot_chapter(workbook_of: Callable[..., Any]) -> Callable[..., Any]:
    """Return a maker of the chapter on pilots from records of the province of Phetchabun."""
    meeting = {"forum_code": "F1", "kind": "working_group", "title": "ประชุม"}
    meeting |= {"date": "1 ต.ค. 2569", "present": 14, "resolution": "ใช้หกเกณฑ์"}

    def make(**rows: Any) -> Any:
        workbook = workbook_of({"forum": [meeting], **rows})
        workbook.plan_area = higher_place("province", "67")
        section = choosing_the_pilot(workbook)
        section.workbook = workbook
        return section

    return make


@pytest.fixture
def three_pilots(pilots: Pilots, pilot_chapter: Callable[..., Any]) -> Callable[..., Any]:
    """Return a maker of the chapter of three candidates, with further records or others."""
    return lambda **more: pilot_chapter(**{**pilots.three(), **more})
