"""Does the money follow the order that the people adopted? Money by problem and by theme."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from planning_kit.language import N_
from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.plan.merged import standing, survivors
from planning_kit.records.plain_rows import Row, added, codes, framed

PRIORITY_MONEY = {
    "place": "number",
    "problem_code": "text",
    "statement": "text",
    "theme": "text",
    "projects": "number",
    "baht": "number",
    "share": "number",
}
"""Problems in the adopted order, then the others (``place`` NaN), then money of projects
without a problem (``problem_code`` ``None``). A project's money is shared equally among its
problems, so ``baht`` adds up to the plan's money. ``share`` of it, 0–1. Without any project
``baht`` is 0: no project means no money."""

THEME_MONEY = {
    "theme": "text",
    "problems": "number",
    "projects": "number",
    "baht": "number",
    "share": "number",
}

Said = tuple[str, dict[str, object]]
"""A message id and the values that fill it."""


def priority_money(
    problems: pd.DataFrame,
    projects: pd.DataFrame,
    lines: pd.DataFrame,
    adopted: Sequence[str],
) -> pd.DataFrame:
    """Return ``PRIORITY_MONEY``; ``adopted`` the problem codes of the decision, first = 1.

    Merged problems count as the one they were merged into, in the order adopted too.
    """
    last = survivors(problems)
    order = list(dict.fromkeys(last.get(code, code) for code in adopted))
    money = _by_project(lines)
    baht: dict[str | None, list[float]] = {}
    busy: dict[str | None, set[str]] = {}
    for project in in_plan(projects):
        told = [last[code] for code in codes(project["problem_codes"]) if code in last]
        aims: list[str | None] = [*dict.fromkeys(told)] or [None]
        amount = money.get(project["project_code"], 0.0)
        for code in aims:
            baht.setdefault(code, []).append(amount / len(aims))
            busy.setdefault(code, set()).add(project["project_code"])
    known = {row["problem_code"]: row for row in standing(problems)}
    listed: list[str | None] = [*order, *(code for code in known if code not in order)]
    listed += [code for code in baht if code not in listed]
    whole = sum(sum(parts) for parts in baht.values())
    rows = []
    for code in listed:
        row = known.get(code or "", {})
        amount = sum(baht.get(code, ()))
        rows.append(
            {
                "place": order.index(code) + 1 if code in order else None,
                "problem_code": code,
                "statement": row.get("statement"),
                "theme": row.get("theme"),
                "projects": len(busy.get(code, ())),
                "baht": amount,
                "share": amount / whole if whole else None,
            }
        )
    return framed(rows, PRIORITY_MONEY)


def theme_money(table: pd.DataFrame) -> pd.DataFrame:
    """Return ``THEME_MONEY`` from ``PRIORITY_MONEY``, most money first.

    ``projects`` counts a project once for each of its problems in the theme.
    """
    known = table[table["problem_code"].notna()]
    groups: dict[str | None, list[Row]] = {}
    for row in known.to_dict("records"):
        theme = row["theme"] if isinstance(row["theme"], str) else None
        groups.setdefault(theme, []).append({str(k): v for k, v in row.items()})
    whole = float(table["baht"].sum())
    rows = []
    for theme, part in groups.items():
        baht = sum(row["baht"] for row in part)
        counts = {"problems": len(part), "projects": sum(row["projects"] for row in part)}
        share = baht / whole if whole else None
        rows.append({"theme": theme, "baht": baht, "share": share} | counts)
    rows.sort(key=lambda row: (-row["baht"], row["theme"] or "~"))
    return framed(rows, THEME_MONEY)


def agreement(table: pd.DataFrame) -> float | None:
    """Return Kendall's tau-b between the adopted place and the money of ``PRIORITY_MONEY``.

    1: the higher the place, the more money; −1 the opposite; ``None`` with fewer than three
    adopted problems or with all amounts equal. Kendall (1945), Biometrika 33, for ties.
    """
    adopted = table[table["place"].notna()]
    pairs = list(zip(adopted["place"], adopted["baht"], strict=True))
    if len(pairs) < 3:
        return None
    score = untied = 0
    for (place, baht), (other_place, other_baht) in combinations(pairs, 2):
        sign = (baht > other_baht) - (baht < other_baht)
        score += sign if place < other_place else -sign
        untied += sign != 0
    every = len(pairs) * (len(pairs) - 1) / 2
    return float(score / (every * untied) ** 0.5) if untied else None


def in_words(table: pd.DataFrame, top: int = 5) -> list[Said]:
    """Say whether the money follows the adopted order, as message ids with values.

    First the top problems without money (statements under ``problems``), then the share of
    all plan money that goes to the top problems, then how money and order go together.
    """
    first = table[table["place"] <= top]
    if first.empty:
        return [(N_("No order of problems has been adopted yet."), {})]
    without = first[first["baht"] == 0]
    said: list[Said] = []
    if len(without):
        told = tuple(without["statement"].fillna(without["problem_code"]))
        values: dict[str, object] = {"n": len(without), "top": len(first), "problems": told}
        said.append((N_("{n} of the first {top} problems have no money: {problems}"), values))
    else:
        values = {"top": len(first)}
        said.append((N_("Each of the first {top} problems has some money."), values))
    whole = added(table["baht"])
    if whole:
        share = float(first["baht"].sum()) / whole
        values = {"top": len(first), "share": share}
        said.append((N_("The first {top} problems receive {share} of the plan’s money."), values))
    tau = agreement(table)
    if tau is not None:
        said.append((_band(tau), {}))
    return said


def _band(tau: float) -> str:
    if tau >= 0.5:
        return N_("On the whole, the higher a problem stands, the more money it has.")
    if tau > 0:
        return N_("The money follows the adopted order only loosely.")
    return N_("The money does not follow the adopted order.")


def _by_project(lines: pd.DataFrame) -> dict[str, float]:
    found: dict[str, float] = {}
    for line in money_lines(lines):
        found[line["project_code"]] = found.get(line["project_code"], 0.0) + (line["amount"] or 0.0)
    return found
