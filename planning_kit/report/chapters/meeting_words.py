"""What is said of a meeting everywhere alike: who came by sex, the votes and what they decided."""

from __future__ import annotations

from planning_kit.deliberate.quorum import motion
from planning_kit.language import _
from planning_kit.records.plain_rows import Row
from planning_kit.report.chapters.wording import number


def sexes_said(row: Row) -> str | None:
    """Say "men 18, women 24", with the others where some came; ``None`` where not counted."""
    if row["men"] is None or row["women"] is None:
        return None
    men, women = number(row["men"]), number(row["women"])
    if not row["other_sex"]:
        return _("men {men}, women {women}", men=men, women=women)
    return _(
        "men {men}, women {women}, other sex {other}",
        men=men,
        women=women,
        other=number(row["other_sex"]),
    )


def votes_said(row: Row) -> list[str]:
    """Say the votes of a meeting and, of the council, what they decided; [] without votes."""
    if row["votes_for"] is None:
        return []
    counted = _(
        "Votes: {votes_for} for, {against} against, {abstain} abstaining.",
        votes_for=number(row["votes_for"]),
        against=number(row["votes_against"]),
        abstain=number(row["votes_abstain"]),
    )
    if row["kind"] != "council_meeting" or row["votes_against"] is None:
        return [counted]
    return [counted, outcome_said(row)]


def outcome_said(row: Row) -> str:
    """Say whether a motion of the council was carried, at equal votes by the casting vote."""
    casting = row["chair_voted_to_break_tie"]
    is_tied = row["votes_for"] == row["votes_against"]
    found = motion(
        row["votes_for"],
        row["votes_against"],
        row["votes_abstain"] or 0,
        chair_votes_for=None if casting is None or not is_tied else bool(casting),
    )
    ((message, values),) = found.reasons()
    return _(message, **{name: number(value) for name, value in values.items()})
