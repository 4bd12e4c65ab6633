"""Figures of groups, of taking part, and of the plan itself."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.profile import community
from planning_kit.records.channel_declared import declared_channels
from planning_kit.records.plain_rows import plain_rows
from planning_kit.report.figure_kind import VILLAGES, Frames, ProfileFigure, Worked

_PROJECTS = Words("โครงการ", "projects")
_SET_ASIDE = "set_aside"


def _active_groups(f: Frames) -> Worked:
    table = community.groups(f["group"])
    stated = table["state_n"].sum() if len(table) else 0
    return (float(table["active"].sum()) if stated else None), None


def _villages_present(f: Frames) -> Worked:
    rows = plain_rows(f["attendance"], ("by", "name", "present"))
    if not rows:
        return None, None
    came = {r["name"] for r in rows if r["by"] == "village" and (r["present"] or 0) > 0}
    return float(len(came)), None


def _villages(f: Frames) -> Worked:
    known = f.workbook.villages()
    return (float(len(known)) if len(known) else None), None


def _in_plan(f: Frames) -> list[str]:
    rows = plain_rows(f["project"], ("project_code", "stage"))
    return [row["project_code"] for row in rows if row["stage"] != _SET_ASIDE]


def _projects(f: Frames) -> Worked:
    return (float(len(_in_plan(f))) if len(f["project"]) else None), None


def _projects_done(f: Frames) -> Worked:
    """Count the projects whose latest step is a good end of its channel."""
    inside = set(_in_plan(f))
    if not inside:
        return None, None
    names = ("project_code", "date", "status", "channel")
    steps = [s for s in plain_rows(f["project_status"], names) if s["date"] is not None]
    latest = {s["project_code"]: s for s in sorted(steps, key=lambda step: step["date"])}
    channel_of = {
        row["project_code"]: row["channel"]
        for row in plain_rows(f["project"], ("project_code", "channel"))
    }
    good = {
        (code, status.code)
        for code, channel in declared_channels().items()
        for status in channel.statuses
        if status.is_end and status.is_good
    }
    done = [
        code
        for code, step in latest.items()
        if code in inside and (step["channel"] or channel_of.get(code), step["status"]) in good
    ]
    return float(len(done)), None


COMMUNITY_FIGURES = (
    ProfileFigure(
        "groups.active",
        Words("กลุ่ม", "groups"),
        "group",
        "groups",
        _active_groups,
    ),
    ProfileFigure(
        "participation.villages_present",
        VILLAGES,
        "attendance",
        "participation-villages",
        _villages_present,
    ),
    ProfileFigure(
        "participation.villages",
        VILLAGES,
        "village",
        "place",
        _villages,
    ),
    ProfileFigure(
        "plan.projects",
        _PROJECTS,
        "project",
        "projects",
        _projects,
    ),
    ProfileFigure(
        "plan.projects_done",
        _PROJECTS,
        "project_status",
        "projects",
        _projects_done,
    ),
)
