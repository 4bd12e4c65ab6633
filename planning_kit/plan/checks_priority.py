"""Does the money go where the people said it should go first?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from planning_kit.language import N_
from planning_kit.plan.finding import Level, PlanFinding
from planning_kit.plan.merged import standing
from planning_kit.plan.priority_money import agreement, priority_money
from planning_kit.plan.tables import PlanTables
from planning_kit.records.plain_rows import plain_rows

TOP = 5


def priority_findings(tables: PlanTables, adopted: Sequence[str]) -> list[PlanFinding]:
    """Return top problems without money, and an order of money that runs against the decision.

    Nothing while no money is planned; one finding where no order was adopted.
    """
    if not standing(tables.problems):
        return []
    if not adopted:
        return [
            PlanFinding(
                Level.SHOULD,
                "plan.no-decision",
                "decision",
                "",
                N_("No order of the problems has been adopted."),
                N_("Let the meeting decide the order, and write the decision with its votes."),
            )
        ]
    table = priority_money(tables.problems, tables.projects, tables.lines, adopted)
    if not table["baht"].sum() > 0:
        return []
    found = _without_money(table)
    tau = agreement(table)
    if tau is not None and tau <= 0:
        found.append(
            PlanFinding(
                Level.SHOULD,
                "plan.money-against-order",
                "budget_line",
                "",
                N_("The money does not follow the order that was adopted."),
                N_("Look at the picture of money against order, and explain it or change it."),
                {"agreement": tau},
            )
        )
    return found


def _without_money(table: pd.DataFrame) -> list[PlanFinding]:
    return [
        PlanFinding(
            Level.SHOULD,
            "plan.priority-without-money",
            "problem",
            row["problem_code"],
            N_("Problem {key} stands in place {place} but has no money: {name}"),
            N_("Find money for {key}, or write in the decision why it needs none."),
            {"key": row["problem_code"], "place": int(row["place"]), "name": row["statement"]},
        )
        for row in plain_rows(table, ("place", "problem_code", "statement", "baht"))
        if row["place"] is not None and row["place"] <= TOP and not row["baht"]
    ]
