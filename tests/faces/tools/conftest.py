"""The tools of the steps, driven as their pages drive them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planning_kit.records.forum import Forum
from planning_kit.records.poll import Poll
from planning_kit.records.problem import Problem
from planning_kit.records.project import Project
from planning_kit.workbook import Workbook


class DrivenTool:
    """A tool of a step with the messages of its page written by hand, and what it answers."""

    def __init__(self, tool: Any) -> None:
        self.tool = tool
        self.told: list[dict[str, Any]] = []
        tool.page.send = lambda message, buffers=None: self.told.append(message)
        self.n = 0
        tool._heard(None, {"ask": "view"}, [])

    def answer(self, *answers: tuple[str, Any]) -> dict[str, Any]:
        """Answer parts by their ids, in one message; return what is told."""
        self.n += 1
        return self.send(str(self.n), *answers)

    def send(self, n: str, *answers: tuple[str, Any]) -> dict[str, Any]:
        """Send a message under a number of one's own."""
        self.tool._heard(None, {"ask": "answers", "n": n, "answers": list(answers)}, [])
        return self.told[-1]

    def redraw(self) -> list[tuple[str, str]]:
        """Ask for the sections that were changed."""
        self.tool._heard(None, {"ask": "redraw"}, [])
        sections: list[tuple[str, str]] = self.told[-1]["sections"]
        return sections

    def parts(self) -> list[dict[str, Any]]:
        """Return every part on the page, those inside others too."""
        found, waiting = [], list(self.told[-1]["view"])
        while waiting:
            part = waiting.pop(0)
            found.append(part)
            waiting = [*part.get("parts", ()), *waiting]
        return found

    def part(self, name: str) -> dict[str, Any]:
        """Return the part that is answered under an id."""
        found = (part for part in self.parts() if part.get("id") == name)
        return next(part for part in found if part["is"] != "group")

    def has(self, name: str) -> bool:
        """Tell whether a part stands on the page."""
        return any(part.get("id") == name for part in self.parts())

    def said(self, name: str) -> str:
        """Return what is said under a part."""
        return " ".join(text for _tone, text in self.part(name)["said"])

    def text(self) -> str:
        """Return every sentence on the page."""
        return "\n".join(part["text"] for part in self.parts() if part["is"] == "say")

    @property
    def standing(self) -> tuple[str, str]:
        """How things stand: a style and a sentence."""
        found: tuple[str, str] = self.told[-1]["standing"]
        return found


@pytest.fixture
def drive():
    """Return what drives a tool as its page does."""
    return DrivenTool


@pytest.fixture
def planned(workbook: Workbook) -> Workbook:
    """Return the workbook with a meeting, four problems, one of them merged, and two projects."""
    for record in (
        Forum(forum_code="F1", kind="tambon_forum", title="เวทีตำบล", date=dt.date(2026, 10, 24)),
        *(Problem(problem_code=code, statement=said, theme="water") for code, said in PROBLEMS),
        Problem(problem_code="P4", statement="คลองตื้น", theme="water", merged_into="P1"),
        *(
            Project(
                project_code=code,
                name=name,
                stage="full",
                reliance_class="joint",
                owner="กลุ่ม",
                total_cost=cost,
            )
            for code, name, cost in (("PJ1", "ขุดลอก", 60_000), ("PJ2", "โรงสี", 50_000))
        ),
    ):
        workbook.save(record, who="a", why="b")
    return workbook


PROBLEMS = (("P1", "น้ำไม่พอ"), ("P2", "หนี้"), ("P3", "ราคาต่ำ"))


@pytest.fixture
def opened():
    """Return what opens a vote with some rules changed."""
    rules = {
        "poll_code": "V01",
        "title": "ลำดับ",
        "about": "problem",
        "method": "hands",
        "option_codes": ("P1", "P2", "P3"),
        "is_closed": False,
    }
    return lambda workbook, **more: workbook.save(Poll(**rules | more), who="a", why="b")
