"""What came of the practice plan in its first three quarters, as its working group wrote it down."""

from __future__ import annotations

from planning_kit.practice.plan_texts import Row, listed, plan_texts, rows_of

FIRST_YEAR = 2571
_PROGRESS = (
    "project_code", "activity_no", "fiscal_year_be", "quarter", "physical", "spent", "evidence",
    "obstacle", "solution", "next_step", "reported_by", "reported_on",
)  # fmt: skip
_ACTUAL = ("indicator_code", "value", "n", "as_of", "note")
_TODO = (
    "todo_code", "what", "owner", "due", "forum_code", "project_code", "state", "done_on", "result",
)  # fmt: skip
_CONTACT = (
    "contact_code", "date", "agency", "kind", "way", "project_code", "proposal_code",
    "indicator_code", "asked", "said", "document", "next_step", "due",
)  # fmt: skip
_ACTION = (
    "action_code", "fiscal_year_be", "quarter", "what", "parties", "lead", "state", "result",
    "forum_code",
)  # fmt: skip
_ANSWER = ("question", "score", "why")
_HOLDING = (
    "dataset", "holder", "definition", "frequency", "refreshed_on", "asked_on", "received_on",
    "refused_on", "refused_why", "note",
)  # fmt: skip


def progress_rows() -> list[Row]:
    """Return the quarterly reports; a blank cell was not told."""
    return rows_of("progress", _PROGRESS)


def actual_rows() -> list[Row]:
    """Return the values of indicators told in the first year of the plan."""
    told = {"kind": "actual", "fiscal_year_be": FIRST_YEAR}
    return [{**row, **told} for row in rows_of("actuals", _ACTUAL)]


def todo_rows() -> list[Row]:
    """Return the tasks given by meetings."""
    return rows_of("todos", _TODO)


def contact_rows() -> list[Row]:
    """Return the log of letters, calls and meetings."""
    return rows_of("contacts", _CONTACT)


def joint_rows() -> list[Row]:
    """Return what the three parties do together."""
    return rows_of("joint_actions", _ACTION)


def partnership_rows() -> list[Row]:
    """Return the yearly check, one row an answer."""
    rows = []
    for block in plan_texts()["partnership"]:
        for year, answered_as, day, answers in block["rows"]:
            shared = {"fiscal_year_be": year, "answered_as": answered_as, "answered_on": day}
            rows += [{**shared, **listed(_ANSWER, answer)} for answer in answers]
    return rows


def holding_rows() -> list[Row]:
    """Return who holds which data."""
    return rows_of("datasets", _HOLDING)
