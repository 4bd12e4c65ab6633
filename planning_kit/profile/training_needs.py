"""Which skills people want to learn, and who wants them: n and share, small groups hidden."""

from __future__ import annotations

import pandas as pd

from planning_kit.profile.columns import answers, complete
from planning_kit.profile.privacy import hide_inner, hide_list, too_few
from planning_kit.profile.tally import tally, tally_several
from planning_kit.records.plain_rows import framed
from planning_kit.records.training_choices import Skill
from planning_kit.records.training_need import TrainingNeed

WANTED = {
    "place": "number",
    "skill": "text",
    "people": "number",
    "n": "number",
    "share": "number",
    "most": "number",
    "can_teach": "number",
    "hidden": "yes_no",
}
"""One row per skill, the most wanted first.

``place`` by people, then by ``most``; equals share a place; NaN where hidden or nobody wants
it · ``people`` who want it, of ``n`` who answered; ``share`` 0–1 · ``most`` who want it most ·
``can_teach`` who say they could teach it. A count of 1–4 is NaN.
"""

BY_GROUP = {
    "skill": "text",
    "group": "text",
    "people": "number",
    "n": "number",
    "share": "number",
    "hidden": "yes_no",
}
"""One row per skill and group: ``people`` of the ``n`` of the group who answered want it."""

_REST = ""


def wanted(needs: pd.DataFrame) -> pd.DataFrame:
    """Rank the skills by how many people want them. Columns ``WANTED``; empty without answers."""
    rows = complete(needs, TrainingNeed)
    table = tally_several(answers(rows, "wanted"), list(Skill))
    if table.empty:
        return framed([], WANTED)
    most = _counts(tally(answers(rows, "wanted_most"), list(Skill)))
    teach = _counts(tally_several(answers(rows, "can_teach"), list(Skill)))
    found = pd.DataFrame(
        {
            "skill": table["key"],
            "people": table["households"],
            "n": table["n"],
            "share": table["share"],
            "most": [most.get(key, float("nan")) for key in table["key"]],
            "can_teach": [teach.get(key, float("nan")) for key in table["key"]],
            "hidden": table["hidden"],
        }
    )
    # Only what is shown may decide the order: else a place would tell a hidden count.
    order = list(zip(found["people"].fillna(0), found["most"].fillna(0), strict=True))
    ranked = [one for one in order if one[0] > 0]
    found["place"] = [
        1 + sum(other > one for other in ranked) if one[0] > 0 else float("nan") for one in order
    ]
    found = found.sort_values("place", kind="stable", na_position="last")
    return found[list(WANTED)].reset_index(drop=True)


def wanted_by(needs: pd.DataFrame, field: str) -> pd.DataFrame:
    """Count who wants each skill by an answer of ``field``, such as ``"sex"``. ``BY_GROUP``.

    Groups of 1–4, and those that would give them away, are left out; so are skills whose own
    count is hidden. What could be worked out from the totals is hidden too.
    """
    rows = complete(needs, TrainingNeed)
    rows = rows[answers(rows, "wanted").notna()]
    shown = [row["skill"] for _at, row in wanted(rows).iterrows() if not row["hidden"]]
    groups = _groups(answers(rows, field))
    named = [group for group in dict.fromkeys(sorted(groups)) if group != _REST]
    found = []
    for skill in shown:
        wants = answers(rows, "wanted").map(lambda given, one=skill: one in given)
        counts = pd.crosstab(groups, wants).reindex(columns=[True, False], fill_value=0)
        hidden = hide_inner(counts)
        for group in named:
            n, people = int(counts.loc[group].sum()), int(counts.loc[group, True])
            hide = bool(hidden.loc[group].any())
            told = float("nan") if hide else float(people)
            found.append({"skill": skill, "group": group, "people": told, "n": n,
                          "share": told / n, "hidden": hide})  # fmt: skip
    return framed(found, BY_GROUP)


def _groups(said: pd.Series) -> pd.Series:
    """Return the group of each person; those too small to be shown together as ``_REST``."""
    sizes = said.dropna().value_counts().sort_index()
    hidden = hide_list([int(size) for size in sizes])
    kept = {str(key) for key, hide in zip(sizes.index, hidden, strict=True) if not hide}
    return said.map(lambda one: str(one) if one is not None and str(one) in kept else _REST)


def _counts(table: pd.DataFrame) -> dict[str, float]:
    if table.empty or too_few(int(table["n"].iloc[0])):
        return {}
    return dict(zip(table["key"], table["households"], strict=True))
