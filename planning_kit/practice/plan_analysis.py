"""What the practice forums worked out together: trees, SWOT, timeline, calendar, knowledge."""

from __future__ import annotations

from planning_kit.practice.plan_texts import Row, listed, placed, plan_texts, village_codes

_NODE = ("node_code", "side", "parent_code", "statement", "is_root_cause")
_EVIDENCE = (
    "problem_code", "figure", "statement", "value", "unit", "n", "as_of", "source_code",
)  # fmt: skip
_EVENT = ("year_be", "month", "event", "effect", "kind", "moos")
_ENTRY = ("kind", "name", "months", "peak_months", "note", "moos")
FORUM = "F09"


def problem_rows() -> list[Row]:
    """Return the problems as they were told."""
    return [placed(row) for row in plan_texts()["problem"]]


def evidence_rows() -> list[Row]:
    """Return the figures of the profile that speak for a problem, as the forum was shown them."""
    return [
        listed(_EVIDENCE, values) for block in plan_texts()["evidence"] for values in block["rows"]
    ]


def tree_rows() -> list[Row]:
    """Return the causes and effects of the three problems that stood first."""
    rows = []
    for tree in plan_texts()["tree"]:
        shared = {"problem_code": tree["problem_code"], "forum_code": tree["forum_code"]}
        for values in tree["nodes"]:
            node = listed(_NODE, values)
            node["is_root_cause"] = "ใช่" if node["is_root_cause"] else None
            rows.append({**shared, **node})
    return rows


def swot_rows() -> list[Row]:
    """Return the items of SWOT and TOWS, all worked out in the same forum."""
    return [{**row, "forum_code": FORUM} for row in plan_texts()["swot_item"]]


def knowledge_rows() -> list[Row]:
    """Return what the community knows how to do."""
    return [placed(row) for row in plan_texts()["local_knowledge"]]


def timeline_rows() -> list[Row]:
    """Return the events that people remember, oldest first."""
    return [
        {**_with_villages(_EVENT, values, block), "month": values[1] or None}
        for block in plan_texts()["timeline"]
        for values in block["events"]
    ]


def calendar_rows() -> list[Row]:
    """Return the bands of the seasonal calendar."""
    return [
        _with_villages(_ENTRY, values, block)
        for block in plan_texts()["calendar"]
        for values in block["entries"]
    ]


def _with_villages(names: tuple[str, ...], values: list[object], block: Row) -> Row:
    row = listed(names, values)
    return {
        **{name: value for name, value in row.items() if name != "moos"},
        "village_codes": village_codes(row["moos"]),
        "forum_code": block["forum_code"],
    }
