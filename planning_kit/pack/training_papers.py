"""The needs sheet and the catalogue of trainings, as papers of the pack."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.pack.page import book, part, table
from planning_kit.pack.worksheet_blanks import space_for
from planning_kit.pack.worksheets import question_line
from planning_kit.records import TrainingNeed
from planning_kit.records.training_catalogue import declared_trainings
from planning_kit.records.training_choices import Skill
from planning_kit.report.markup import element, text

RECORDER = ("sheet_no", "asked_on")
ABOUT = ("village_code", "sex", "age_group", "role", "farming_type")
SKILLS = ("wanted", "wanted_most", "can_teach")
HOW = ("hindrances", "ways", "times", "free_months")
_BOX = '<span class="box"></span>'


def needs_page() -> str:
    """Return the sheet that one person fills in, from the declaration of its record.

    The three questions on skills share one table, so that sixteen answers stand there once.
    """
    said = [
        _("No name is written. One sheet is one person; whoever does not want to answer leaves it blank."),
        _("Typed in: Problems page, “What people want to learn”. The page then counts and advises."),
    ]  # fmt: skip
    how = element("div", "".join(element("p", text(one)) for one in said), class_="how")
    inner = "".join(_line("", name) for name in RECORDER)
    inner += "".join(_line(at, name) for at, name in enumerate(ABOUT, 1))
    inner += _skills(len(ABOUT) + 1)
    inner += "".join(_line(at, n) for at, n in enumerate(HOW, len(ABOUT) + len(SKILLS) + 1))
    heading = element("h2", text(_("Sheet on training needs")))
    sheet = element("section", heading + how + inner, id="needs", class_="paper sheet")
    return book([sheet], _("Sheet on training needs"), practice=False)


def _line(at: int | str, name: str) -> str:
    spec = TrainingNeed.field(name)
    return question_line(at, spec, space_for(spec))


def _skills(first: int) -> str:
    heads = [f"{at}. {TrainingNeed.field(n).label}" for at, n in enumerate(SKILLS, first)]
    notes = (_("tick up to five"), _("tick one"), _("tick all"))
    heads = [f"{head} ({note})" for head, note in zip(heads, notes, strict=True)]
    rows = [[text(skill.words), *[_BOX] * len(SKILLS)] for skill in Skill]
    return table([_("Skill"), *heads], rows, (5, 2.2, 2.2, 2.2))


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
    inner = told + table(heads, rows, (4, 4, 5, 2.3, 4, 4))
    title = _("Catalogue of trainings to choose from")
    return book([part("trainings", title, inner)], title, practice=False)
