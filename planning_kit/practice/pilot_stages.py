"""How far an invented pilot tambon has come, and which records it then has."""

from __future__ import annotations

from planning_kit.practice.plan_texts import Row
from planning_kit.records.channel_declared import declared_channels

STAGES = (
    "agreed", "surveyed", "heard", "ranked", "drafted", "endorsed", "sent", "funded", "under_way",
)  # fmt: skip
_SURVEY = (
    "source", "village", "household", "production", "household_account", "group", "hazard",
    "natural_resource", "capital", "crop_budget", "reference_figure",
)  # fmt: skip
_FROM: dict[str, str] = {
    "working_group_seat": "agreed",
    "forum": "agreed",
    **dict.fromkeys(_SURVEY, "surveyed"),
    **dict.fromkeys(("attendance", "problem", "problem_evidence", "tree_node", "swot_item",
                     "local_knowledge", "timeline_event", "calendar_entry"), "heard"),
    "decision": "ranked",
    # What is reported of the first year of a plan comes from whoever works on it.
    **dict.fromkeys(("project_progress", "todo", "contact", "joint_action",
                     "partnership_check"), "under_way"),
}  # fmt: skip
_LATER = "drafted"
_DATES = {"funded": "20 ต.ค. 2570", "under_way": "15 พ.ย. 2570"}
_MEETINGS = {"agreed": "C1", "surveyed": "C1", "heard": "F08", "ranked": "F09", "drafted": "F11"}
_ORDER = ("C1", *(f"F{n:02}" for n in range(1, 12)), "C2")
"""The meetings of the practice plan in the order in which they are held."""
_STATUS_STAGE = {"sent": "sent", "refused": "sent"}


def has_reached(stage: str, wanted: str) -> bool:
    """Tell whether a tambon at ``stage`` has come as far as ``wanted``."""
    return STAGES.index(stage) >= STAGES.index(wanted)


def rows_at(stage: str, rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Return the rows that a tambon at this stage has written so far."""
    kept = {
        name: part for name, part in rows.items() if has_reached(stage, _FROM.get(name, _LATER))
    }
    kept["forum"] = _held(stage, rows["forum"])
    held = {row["forum_code"] for row in kept["forum"]}
    if "decision" in kept:
        kept["decision"] = [row for row in kept["decision"] if row["forum_code"] in held]
    if "indicator_value" in kept and not has_reached(stage, "under_way"):
        values = kept["indicator_value"]
        kept["indicator_value"] = [row for row in values if row["kind"] != "actual"]
    if "project_status" in kept:
        kept["project_status"] = [
            row
            for row in kept["project_status"]
            if has_reached(stage, _STATUS_STAGE.get(str(row["status"]), "drafted"))
        ]
        kept["project_status"] += [
            *_since(stage, "funded", rows),
            *_since(stage, "under_way", rows),
        ]
    return kept


def _since(stage: str, means: str, rows: dict[str, list[Row]]) -> list[Row]:
    """Return that every other adopted project has come to be funded, or to be under way."""
    if not has_reached(stage, means):
        return []
    channels = declared_channels()
    adopted = [row for row in rows["project"] if row["stage"] == "adopted" and row.get("channel")]
    found = []
    for row in adopted[::2]:
        ladder = channels[str(row["channel"])].statuses
        step = next((one.code for one in ladder if one.means == means and not one.is_end), None)
        if step is not None:
            found.append({"project_code": row["project_code"], "status": step,
                          "channel": row["channel"], "date": _DATES[means],
                          "amount": _granted(row)})  # fmt: skip
    return found


def _granted(project: Row) -> int | None:
    """Return what an office grants of the cost: half of it, for offices seldom grant all."""
    cost = project.get("total_cost")
    return cost // 2 if isinstance(cost, int) else None


def _held(stage: str, forums: list[Row]) -> list[Row]:
    last = _MEETINGS.get(stage, _ORDER[-1])
    over = _ORDER[: _ORDER.index(last) + 1]
    return [row for row in forums if row["forum_code"] in over]
