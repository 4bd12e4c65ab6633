"""A learner's practice plan beside the worked plan, step by step: advice on going on, no marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planning_kit.indicators.model_tambon import model_items_from
from planning_kit.language import N_, _
from planning_kit.records import record_type
from planning_kit.records.declared_data import declared_rows
from planning_kit.records.plain_rows import plain_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer, label, number
from planning_kit.workbook import Workbook

Rows = Mapping[str, Mapping[str, Any]]
"""Records of a type by their key."""
_MOST = 4


@dataclass(frozen=True)
class Step:
    """One step of the plan: the records it leaves, compared by the answers to the field ``by`` ("" for none).

    ``app`` and ``tool`` say where it is done; ``hint`` how to go on, ``why`` for what good reason
    a plan may differ from the worked one here.
    """

    record: str
    by: str
    app: str
    tool: str
    hint: str
    why: str

    @property
    def title(self) -> str:
        """What the step leaves, in the language in use."""
        return str(record_type(self.record).noun.title)


_PLAN_TABLES = "record_book-plan_statement-strategy-project-pledge-cash_item"
STEPS = (
    Step("forum", "kind", "02_problems", "attendance",
         N_("Write the meeting down, and count who came. A village without a forum is not heard."),
         N_("You may have held fewer meetings. Look whether every village was heard.")),
    Step("problem", "theme", "02_problems", "problem_cards",
         N_("Ask again about each theme that is missing. Write a card in people’s own words."),
         N_("People of another group tell of other problems. Both can be right.")),
    Step("tree_node", "side", "02_problems", "tree_editor",
         N_("Ask “why?” until you reach the root, and what it leads to."),
         N_("A problem has more than one tree. Look whether each cause really leads to the next.")),
    Step("decision", "about", "03_priorities", "decision_recorder",
         N_("Write down what the meeting decided, with its reason and who saw it otherwise."),
         N_("Your meeting may decide otherwise than its votes advise. It needs its reason.")),
    Step("plan_statement", "kind", "04_plan", _PLAN_TABLES,
         N_("Write the vision in one sentence, then what the plan wants to reach."),
         N_("Words of a vision differ. Ask whether a villager would recognise the tambon in it.")),
    Step("project", "reliance_class", "04_plan", _PLAN_TABLES,
         N_("Look for what people can do themselves, what together, and what needs an agency."),
         N_("Fewer projects can be better. Each needs an owner and a problem that it answers.")),
    Step("budget_line", "funding_source", "04_plan", "budget_editor",
         N_("Give each project its money: what it buys, in which year, from which source."),
         N_("Another source can be right, if its rules allow what is bought and its day is not past.")),
    Step("activity", "project_code", "04_plan", "gantt_editor",
         N_("Put the work of each project in its months, beside harvest and dry season."),
         N_("Other months can be right, if people are free then and water is there.")),
    Step("indicator", "dimension", "05_indicators", "record_book-indicator-indicator_value",
         N_("Choose for each aim one thing that can be counted, with its value today."),
         N_("Few indicators that are really counted are better than many.")),
    Step("endorsement", "", "05_indicators", "endorsing",
         N_("Mend what the page of gaps names, hold the hearing, then let the council endorse."),
         N_("In a practice of two days a plan need not be endorsed.")),
)  # fmt: skip


@dataclass(frozen=True)
class StepCompared:
    """A step with how many records are in yours and in the worked plan, and what that means.

    ``both``, ``missing`` and ``own`` are the kinds that are in both plans, only in the worked
    one, only in yours; ``differs`` tells of records under one code that say something else.
    """

    step: Step
    yours: int
    worked: int
    both: Sequence[str] = field(default=())
    missing: Sequence[str] = field(default=())
    own: Sequence[str] = field(default=())
    differs: Sequence[str] = field(default=())

    @property
    def is_alike(self) -> bool:
        """Tell whether nothing is missing, differs or is your own."""
        return self.yours == self.worked and not (self.missing or self.own or self.differs)

    @property
    def said(self) -> list[str]:
        """Return the comparison as sentences, in the language in use."""
        if not self.yours:
            return [
                _("Nothing is written here yet; the worked plan has {n}.", n=number(self.worked))
            ]
        lines = [_("Yours: {n}. Worked plan: {worked}.", n=number(self.yours),
                   worked=number(self.worked))]  # fmt: skip
        for names, sentence in (
            (self.both, _("In both: {names}")),
            (self.missing, _("Only in the worked plan: {names}")),
            (self.own, _("Only in yours: {names}")),
        ):
            if names:
                lines.append(sentence.format(names=_listed(names)))
        lines += list(self.differs[:_MOST])
        if more := len(self.differs[_MOST:]):
            lines.append(_("… and {n} more differ.", n=number(more)))
        return lines

    @property
    def why_right(self) -> str:
        """Return why it may still be right; "" where the plans are alike or nothing is there."""
        return "" if self.is_alike or not self.yours else _(self.step.why)

    @property
    def hint(self) -> str:
        """Return how to go on; "" where nothing of the worked plan is missing."""
        return _(self.step.hint) if self.missing or self.yours < self.worked else ""


def compared_plan(yours: Workbook, worked: Workbook) -> list[StepCompared]:
    """Return every step of a practice plan beside the worked plan, in the language in use."""
    own, known = PlanNames(yours), PlanNames(worked)
    return [
        _compared(step, _rows(step.record, yours), own, _rows(step.record, worked), known)
        for step in STEPS
    ]


def _compared(
    step: Step, mine: Rows, mine_named: PlanNames, theirs: Rows, theirs_named: PlanNames
) -> StepCompared:
    own, known = _kinds(step, mine, mine_named), _kinds(step, theirs, theirs_named)
    return StepCompared(
        step,
        len(mine),
        len(theirs),
        both=[name for code, name in known.items() if code in own],
        missing=[name for code, name in known.items() if code not in own],
        own=[name for code, name in own.items() if code not in known],
        differs=[
            f"{key}: {_fields(step.record, row, mine[key])}"
            for key, row in theirs.items()
            if key in mine and row != mine[key]
        ],
    )


def _rows(record: str, workbook: Workbook) -> Rows:
    """Return the records of a type by their key."""
    kind = record_type(record)
    names = tuple(spec.name for spec in kind.fields())
    rows = plain_rows(workbook.frame(record), names)
    return {" · ".join(str(row[name]) for name in kind.noun.key): row for row in rows}


def _kinds(step: Step, rows: Rows, names: PlanNames) -> dict[str, str]:
    """Return the different answers to the step's field, worded, in their order of coming."""
    if not step.by:
        return {}
    codes = dict.fromkeys(str(row[step.by]) for row in rows.values() if row[step.by] is not None)
    return {code: _named(step, code, names) for code in codes}


def _named(step: Step, code: str, names: PlanNames) -> str:
    spec = record_type(step.record).field(step.by)
    if spec.taxonomy:
        return names.taxon(spec.taxonomy, code)
    if spec.choices:
        return answer(step.record, step.by, code)
    if step.by == "dimension":
        items = model_items_from(declared_rows("model_tambon", "default.csv"))
        return next((str(one.dimension_words) for one in items if one.dimension == code), code)
    return names.coded("project", code) if step.by == "project_code" else code


def _fields(record: str, worked: Mapping[str, Any], mine: Mapping[str, Any]) -> str:
    changed = [name for name, value in worked.items() if mine[name] != value]
    return _("differs in {fields}", fields=_listed([label(record, n) for n in changed]))


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST
    return " · ".join([*names[:_MOST], *([_("{n} more", n=number(more))] if more > 0 else [])])
