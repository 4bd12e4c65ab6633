"""Council meetings: were enough members there to decide? Forums and hearings have no quorum."""

from __future__ import annotations

from planning_kit.deliberate.quorum import quorum
from planning_kit.deliberate.reason import Reason
from planning_kit.errors import KitError
from planning_kit.language import _, translate
from planning_kit.records.plain_rows import Row
from planning_kit.report.chapters.meeting_words import outcome_said
from planning_kit.report.chapters.wording import number
from planning_kit.report.section import Section
from planning_kit.thai import format_date

_COUNCIL = "council_meeting"


def council(meetings: list[Row]) -> Section | None:
    """Return the quorum and votes of every council meeting; ``None`` where there was none."""
    own = [row for row in meetings if row["kind"] == _COUNCIL]
    if not own:
        return None
    section = Section("participation-quorum", _("Council meetings and their quorum"))
    section.sentences = [_meeting(row) for row in own]
    section.notes = [
        _(
            "Half of the members or more must be present (Community Organization Council Act "
            "B.E. 2551, section 20). Forums and hearings have no quorum; who came is told above."
        )
    ]
    return section


def _meeting(row: Row) -> str:
    day = format_date(row["date"], "short") if row["date"] else ""
    name = " ".join(part for part in (row["forum_code"], row["title"], day) if part)
    return _("{meeting}: {found}", meeting=name, found=" ".join([_quorum(row), *_votes(row)]))


def _quorum(row: Row) -> str:
    try:
        return _said(quorum(row["members_present"], row["members"]).reasons())
    except KitError:
        # The counts are missing or contradict one another; the import has said which.
        return _("The number of members, or of members present, is not stated.")


def _votes(row: Row) -> list[str]:
    counts = (row["votes_for"], row["votes_against"])
    if None in counts:
        return []
    return [outcome_said(row)]


def _said(reasons: list[Reason]) -> str:
    return " ".join(
        translate(message).format(**{name: number(value) for name, value in values.items()})
        for message, values in reasons
    )
