"""The projects of the practice plan with what hangs on them: work, money, partners, steps."""

from __future__ import annotations

from planning_kit.practice.plan_texts import Row, listed, placed, plan_texts, rows_of

_OWN = ("activities",)
_PLEDGE = (
    "project_code", "agency", "what", "role", "amount", "asked_on", "by_date", "state",
    "answered_on", "answer",
)  # fmt: skip
_STEP = (
    "project_code", "date", "status", "channel", "amount", "reason", "document", "next_step",
    "due",
)  # fmt: skip
_SINCE = ("project_code", "agency", "state", "answered_on", "answer", "by_date")
_CASH = (
    "kind", "name", "start_be", "start_quarter", "periods", "quantity", "unit", "price", "amount",
    "is_yield",
)  # fmt: skip


def project_rows() -> list[Row]:
    """Return one row per project; its cost is the sum of the money of its activities."""
    return [_project(row) for row in _projects()]


def activity_rows() -> list[Row]:
    """Return what is done, in the order written; the amount is that of all its sources."""
    return [
        _activity(project["project_code"], number, one)
        for project in _projects()
        for number, one in enumerate(project["activities"], start=1)
    ]


def budget_rows() -> list[Row]:
    """Return one line per activity and source of money."""
    rows = []
    for project in _projects():
        code = project["project_code"]
        lines: list[Row] = []
        for number, one in enumerate(project["activities"], start=1):
            for source, baht in one["money"].items():
                if baht:
                    lines.append(_line(code, len(lines) + 1, source, baht, number, one))
        rows += lines
    return rows


def pledge_rows() -> list[Row]:
    """Return what partners were asked for, and what they have said and given by now."""
    since = {(row["project_code"], row["agency"]): row for row in rows_of("pledges_later", _SINCE)}
    return [
        {**row, **{name: value for name, value in later.items() if value}}
        for row in pledge_rows_when_endorsed()
        for later in (since.get((row["project_code"], row["agency"]), {}),)
    ]


def pledge_rows_when_endorsed() -> list[Row]:
    """Return the same as they stood when the council endorsed the plan."""
    return rows_of("pledges", _PLEDGE)


def status_rows() -> list[Row]:
    """Return the steps of the projects on their ladders, up to the third quarter of 2571."""
    return [*status_rows_when_endorsed(), *rows_of("statuses_later", _STEP)]


def status_rows_when_endorsed() -> list[Row]:
    """Return the same up to the month in which the council endorsed the plan."""
    return rows_of("statuses", _STEP)


def cash_rows() -> list[Row]:
    """Return the costs and revenue of the projects that are to earn income."""
    rows = []
    for block in plan_texts()["cash"]:
        for number, values in enumerate(block["items"], start=1):
            item = listed(_CASH, values)
            item["is_yield"] = "ใช่" if item["is_yield"] else None
            rows.append({"project_code": block["project_code"], "item_no": number, **item})
    return rows


def _projects() -> list[Row]:
    return sorted(plan_texts()["project"], key=lambda row: str(row["project_code"]))


def _project(row: Row) -> Row:
    plain = {name: value for name, value in row.items() if name not in _OWN}
    cost = sum(sum(one["money"].values()) for one in row["activities"])
    return {**placed(plain), "total_cost": cost or None}


def _activity(code: str, number: int, one: Row) -> Row:
    return {
        "project_code": code,
        "activity_no": number,
        "name": one["name"],
        "fiscal_year_be": one["year"],
        "months": one["months"],
        "amount": sum(one["money"].values()),
        "output": one["output"],
        "responsible": one["by"],
        "works_in_season": "ใช่" if one.get("works") else None,
    }


def _line(code: str, number: int, source: str, baht: int, activity: int, one: Row) -> Row:
    return {
        "project_code": code,
        "line_no": number,
        "fiscal_year_be": one["year"],
        "funding_source": source,
        "amount": baht,
        "item": one["item"],
        "activity_no": activity,
    }
