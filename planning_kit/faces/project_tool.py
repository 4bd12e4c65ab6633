"""What the tools of a project have in common: which project, and the years of the plan."""

from __future__ import annotations

from planning_kit.deliberate.ties import code_order
from planning_kit.faces.step_parts import Part, choice, option, say
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed, StepTool
from planning_kit.language import _

_SET_ASIDE = "set_aside"


class ProjectTool(StepTool):
    """A tool that works on one project at a time."""

    project_code = ""

    @property
    def years(self) -> list[int]:
        """The fiscal years of the plan (B.E.)."""
        period = self.workbook.period
        return list(range(int(period.plan_start_be or 0), int(period.plan_end_be or 0) + 1))

    def projects(self) -> dict[str, Paper]:
        """Return the projects that were not set aside, by code."""
        found = self.desk.read("project")
        codes = sorted((str(key[0]) for key in found), key=code_order)
        return {c: found[c,] for c in codes if found[c,].value("stage") != _SET_ASIDE}

    @property
    def project(self) -> Paper | None:
        """The project that is looked at: the one chosen, else the first."""
        projects = self.projects()
        if self.project_code not in projects:
            self.project_code = next(iter(projects), "")
        return projects.get(self.project_code)

    def chooser(self) -> list[Part]:
        """Return the part that chooses the project."""
        projects = self.projects()
        if not projects:
            return [say(_("There is no project yet. Write down the projects first."))]
        options = [option(code, f"{code} {one.value('name')}") for code, one in projects.items()]
        chosen = self.project and self.project_code
        return [choice("project", _("Which project?"), options, chosen)]

    def deeds(self) -> dict[str, Deed]:
        """Return what choosing does."""
        return {"project": self.choose_project}

    def choose_project(self, code: str | None) -> None:
        """Look at another project."""
        self.project_code = str(code or "")
        self.is_stale = True

    def own(self, name: str) -> list[Paper]:
        """Return the papers of the project, in the order of their numbers."""
        found = [paper for paper in self.desk.read(name).values()
                 if paper.value("project_code") == self.project_code]  # fmt: skip
        return sorted(found, key=lambda paper: int(paper.value(paper.kind.noun.key[1]) or 0))

    def next_number(self, name: str) -> int:
        """Return the next free number of an activity or a line of the project."""
        numbers = [int(paper.value(paper.kind.noun.key[1]) or 0) for paper in self.own(name)]
        return max(numbers, default=0) + 1
