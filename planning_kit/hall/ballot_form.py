"""A voting paper as a form: what its fields are called, and the marks that come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from planning_kit.records import BallotMark
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.poll_choices import PollMethod
from planning_kit.workbook.voting_paper import CRITERIA, VotingPaper

EQUAL = "="
"""What stands for neither of two options compared."""
VOTER = ("village_code", "sex", "age_group")
"""What a phone asks of whoever votes; each may be left out."""
_STEPS = (1, 2, 3, 4)
Asked = Callable[[str], str]


def marks_of(paper: VotingPaper, asked: Asked) -> list[dict[str, Any]]:
    """Return the rows of ``ballot_mark`` that the fields of a form give; none for a blank form.

    ``asked`` returns the text of a field by its name, "" where there is none.
    """
    rows = list(_marked(paper, asked))
    voter = {name: said for name in VOTER if (said := asked(f"voter.{name}").strip())}
    return [{**row, **voter} for row in rows]


def _marked(paper: VotingPaper, asked: Asked) -> Iterable[dict[str, Any]]:
    method = paper.poll.method
    if method == PollMethod.PAIRWISE:
        for one, other in paper.pairs:
            chosen = asked(f"{one.code}|{other.code}").strip()
            if chosen:
                preferred = None if chosen == EQUAL else chosen
                head = {"option_code": one.code, "against_code": other.code}
                yield {**head, "preferred": preferred}
        return
    for option in paper.options:
        head = {"option_code": option.code}
        if method == PollMethod.CRITERIA:
            scores = {name: asked(f"{option.code}.{name}").strip() for name in CRITERIA}
            stated = {name: said for name, said in scores.items() if said}
            if stated:
                yield {**head, **stated}
        elif method == PollMethod.DOTS:
            dots = asked(option.code).strip()
            if dots not in ("", "0"):
                yield {**head, "dots": dots}
        elif asked(option.code):
            yield {**head, "approved": True}


def fields_of(paper: VotingPaper, marks: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the fields of the form that these marks came from, to show a vote again."""
    found: dict[str, str] = {}
    for mark in marks:
        code = str(mark["option_code"])
        if paper.poll.method == PollMethod.PAIRWISE:
            found[f"{code}|{mark['against_code']}"] = str(mark.get("preferred") or EQUAL)
        elif paper.poll.method == PollMethod.CRITERIA:
            found |= {f"{code}.{name}": str(mark[name]) for name in CRITERIA if name in mark}
        elif paper.poll.method == PollMethod.DOTS:
            found[code] = str(mark.get("dots") or "")
        else:
            found[code] = "1"
        found |= {f"voter.{name}": str(mark[name]) for name in VOTER if name in mark}
    return found


def criteria_asked(language: str) -> list[dict[str, Any]]:
    """Return the four questions with a sentence for each step, as they are declared."""
    declared = declared_toml("criteria", "four_criteria.toml")
    return [
        {
            "code": code,
            "name": declared[code]["name"][language],
            "question": declared[code]["question"][language],
            # The best first: people read from the top.
            "steps": [(at, declared[code][f"step_{at}"][language]) for at in reversed(_STEPS)],
        }
        for code in CRITERIA
    ]


def voter_choices(field: str) -> list[tuple[str, str]]:
    """Return code and wording of every answer about the voter, in the language in use."""
    choices = BallotMark.field(field).choices
    assert choices is not None, f"{field} has answers to choose from"
    return [(str(one.value), str(one.words)) for one in choices]
