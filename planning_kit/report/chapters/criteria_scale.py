"""What the scores 1 to 4 mean, in the sentences that stood on the ballots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.deliberate import criteria_words
from planning_kit.language import _
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.poll_choices import PollMethod
from planning_kit.report.chapters.poll_records import polls_of
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_STEPS = (1, 2, 3, 4)


def criteria_scale(workbook: Workbook) -> Section | None:
    """Return the four criteria with a sentence for every step; ``None`` where none was used."""
    if not any(votes.method == PollMethod.CRITERIA for votes in polls_of(workbook)):
        return None
    words = criteria_words(declared_toml("criteria", "four_criteria.toml"))
    rows = [
        {
            "criterion": f"{one.name} — {one.question}",
            **{f"step_{at}": str(one.steps[at]) for at in _STEPS},
        }
        for one in words.values()
    ]
    columns = [Column("criterion", _("Criterion"))]
    columns += [Column(f"step_{at}", str(at)) for at in _STEPS]
    return Section(
        "criteria-scale",
        _("What the scores mean"),
        sentences=[_("Every problem gets 1 to 4 on each of four criteria. Money is not one.")],
        tables=[Table(pd.DataFrame(rows), columns, caption=_("The four criteria"))],
    )
