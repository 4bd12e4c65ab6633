"""How far the plan has come: a draft, endorsed as it stands, or changed since it was endorsed."""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit.language import _
from planning_kit.thai import format_date
from planning_kit.workbook import Version, Workbook, is_changed, versions


@dataclass(frozen=True)
class PlanStatus:
    """``last`` the version endorsed last, ``None`` before the first; ``is_changed`` since."""

    last: Version | None
    is_changed: bool

    @property
    def is_draft(self) -> bool:
        """Whether this book shows something that no meeting has endorsed."""
        return self.last is None or self.is_changed or not self.last.is_whole

    def line(self) -> str:
        """Return the one line that stands on the cover and the summary."""
        if self.last is None:
            return _("Draft, not endorsed yet")
        day = format_date(self.last.endorsement.date, "short")
        if self.is_draft:
            return _(
                "Draft, not endorsed: changed since version {version} was endorsed on {date}",
                version=self.last.number,
                date=day,
            )
        return _(
            "Version {version}, endorsed on {date}",
            version=self.last.number,
            date=day,
        )


def plan_status(workbook: Workbook) -> PlanStatus:
    """Return how far the plan of ``workbook`` has come."""
    endorsed = versions(workbook)
    if not endorsed:
        return PlanStatus(None, is_changed=True)
    return PlanStatus(endorsed[-1], is_changed=is_changed(workbook))
