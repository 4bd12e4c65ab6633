"""What the tools are called, where they stand open and where they wait to be opened."""

from __future__ import annotations

from planning_kit.language import N_, _
from planning_kit.records import record_type

TITLES = {
    "attendance": N_("Who came: count as they come in"),
    "problem_cards": N_("Problem cards"),
    "tree_editor": N_("Problem tree"),
    "swot_board": N_("SWOT board"),
    "season_painter": N_("Calendar to paint"),
    "vote_setup": N_("Open a vote"),
    "hand_count": N_("Count hands and stickers"),
    "ballot_entry": N_("Type paper ballots"),
    "decision_recorder": N_("Record the decision"),
    "gantt_editor": N_("Plan the work"),
    "endorsing": N_("Endorse the plan"),
    "budget_editor": N_("Plan the money"),
    "group_problems": N_("One problem, or several?"),
    "settle_versions": N_("Changed on two computers: which version is right?"),
}
"""Tool of the front door → its heading."""
_BOOKS = {
    ("pilot_candidate", "pilot_weight", "pilot_score", "decision", "council_resolution"): N_(
        "Choose the pilot tambon"
    ),
    ("survey",): N_("Survey data: households, villages, groups"),
    ("plan_statement", "strategy", "project", "pledge", "cash_item"): N_(
        "Vision, issues, projects and partners"
    ),
}
"""Records that are written together → the heading, where their own names would be too long."""

# More of them fill a phone before the first button, and the buttons name them all.
_MOST_NAMED = 2


def title_of(tool: str, records: tuple[str, ...] = ()) -> str:
    """Return the heading of a tool; of a form or a table, what ``records`` are called."""
    if tool in TITLES:
        return _(TITLES[tool])
    if records in _BOOKS:
        return _(_BOOKS[records])
    titles = [str(record_type(name).noun.title) for name in records]
    if len(titles) > _MOST_NAMED:
        more = len(titles) - _MOST_NAMED
        return _("{first} · {second} · {count} more").format(
            first=titles[0], second=titles[1], count=more
        )
    return " · ".join(titles)
