"""How firm the first place of the candidates is: with other weights, and without one scorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import areas
from planning_kit.charts.robustness import place_changes
from planning_kit.deliberate import pilot_firm_reasons, pilot_firmness
from planning_kit.deliberate.pilot_choice import counting
from planning_kit.deliberate.pilot_firm import pilot_step
from planning_kit.language import _
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.pilot_records import SCORE, PilotRecords
from planning_kit.report.chapters.wording import number
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def pilot_firm(workbook: Workbook, records: PilotRecords) -> Section | None:
    """Return how the first place would change; ``None`` where fewer than two have a place."""
    choice = records.choice
    if choice is None or choice.ranking.order["place"].notna().sum() < 2:
        return None
    frame = pd.DataFrame(records.scores, columns=list(SCORE))
    firm = pilot_firmness(frame, candidates=records.standing, weights=choice.weights)
    section = Section("pilot-firm", _("How firm is the first place?"))
    if not len(firm.weightings):
        section.sentences = [_("Only one criterion counts, so other weights cannot be tried out.")]
    section.sentences += [records.say(one) for one in pilot_firm_reasons(firm)]
    if len(firm.weightings):
        shown = firm.options.assign(
            statement=[areas.short_title(one) for one in firm.options["option"]]
        )
        caption = _("Places over {n} plausible weightings", n=number(len(firm.weightings)))
        told = " · ".join(
            _("{tambon}: place {place}, from {best} to {worst}", tambon=row["statement"],
              place=number(row["place"]), best=number(row["best"]), worst=number(row["worst"]))
            for row in shown.to_dict("records")
        )  # fmt: skip
        section.pictures = picture_sheets(place_changes(shown), told, caption)
        section.notes = [
            _(
                "Plausible weightings: every way to share out 100 % in steps of {step} % that "
                "leaves each criterion at least {step} %.",
                step=pilot_step(len(counting(choice.weights))),
            )
        ]
    if len(firm.weightings) and firm.options["share"].sum() > 1:
        section.notes.append(_("Where candidates share the first place, each of them counts."))
    if any(choice.missing(one) for one in records.standing):
        section.notes.append(
            _("A scorer is left out only where every candidate keeps a score on each criterion.")
        )
    return section
