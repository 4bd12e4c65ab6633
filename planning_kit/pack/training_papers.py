"""The needs sheet and the catalogue of trainings, as papers of the pack."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.pack.page import book, part, table
from planning_kit.records import TrainingNeed
from planning_kit.records.training_catalogue import declared_trainings
from planning_kit.report.markup import element, text
from planning_kit.report.paper_form_pages import questions


def needs_page() -> str:
    """Return the sheet that one person fills in, from the declaration of its record."""
    said = [
        _("No name is written. One sheet is one person; whoever does not want to answer leaves it blank."),
        _("Typed in: Problems page, “What people want to learn”. The page then counts and advises."),
    ]  # fmt: skip
    how = element("div", "".join(element("p", text(one)) for one in said), class_="how")
    heading = element("h2", text(_("Sheet on training needs")))
    sheet = element(
        "section", heading + how + questions(TrainingNeed), id="needs", class_="paper sheet"
    )
    return book([sheet], _("Sheet on training needs"), practice=False)


def catalogue_page() -> str:
    """Return the catalogue: for whom, what one can do afterwards, hours, who could teach."""
    skill = TrainingNeed.field("wanted")
    heads = [_("Training"), _("For whom"), _("What one can do afterwards"), _("Hours"),
             _("Who could teach"), _("Answers that lead to it")]  # fmt: skip
    rows = [
        [
            element("b", text(one.title)),
            text(one.for_whom),
            text(one.able_to),
            f"{one.hours:g}",
            text(one.teachers),
            text(" · ".join(skill.wording(code) for code in one.skills)),
        ]
        for one in declared_trainings()
    ]
    told = element("p", text(_("Hours and teachers are defaults that nobody has confirmed; ask the agencies here first.")))  # fmt: skip
    inner = told + table(heads, rows, (4, 4, 5, 1.6, 4, 4))
    title = _("Catalogue of trainings to choose from")
    return book([part("trainings", title, inner)], title, practice=False)
