"""The plan of the practice tambon in its database: pictures attached, version 1 endorsed."""

from __future__ import annotations

from planning_kit.cli.author import user_name
from planning_kit.language import _


def endorse_practice_plan(store_url: str) -> str:
    """Attach map and emblem, endorse version 1 in the council meeting, and say so.

    A plan that was endorsed before stays as it is.
    """
    from planning_kit.practice import (
        ENDORSING_MEETING,
        PLAN_TITLE,
        practice_pictures,
        practice_plan_area,
    )
    from planning_kit.workbook import attach, endorse, open_workbook, versions

    who, why = user_name(), _("practice plan made by the demo")
    with open_workbook(str(practice_plan_area().plan_area_id), store=store_url) as workbook:
        if not versions(workbook):
            for one in practice_pictures():
                said = {"kind": one.kind, "caption": one.caption, **one.about}
                attach(workbook, one.path, who=who, why=why, **said)
            endorse(workbook, ENDORSING_MEETING, who=who, why=why, plan_title=PLAN_TITLE)
        version = versions(workbook)[-1]
    return _(
        "The council endorsed version {version}; its fingerprint (SHA-256): {fingerprint}",
        version=version.number,
        fingerprint=version.fingerprint,
    )
