"""The layout of a local-government form (ผ.01, ผ.02 …), declared as data: forms change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_, Words

NUMBERINGS = ("by_group", "through")
FORMS = ("pp01", "pp02")
"""What a layout can be of: ผ.01 (the summary) or ผ.02 (the details)."""


@dataclass(frozen=True)
class LayoutColumn:
    """One column. ``holds`` names what it shows; ``per_year`` repeats it for each fiscal year.

    ``heading`` may have the place ``{year}``; ``width`` is in characters of the body type.
    """

    key: str
    holds: str
    heading: Words
    kind: str
    width: float
    per_year: bool
    group: Words | None


@dataclass(frozen=True)
class FormLayout:
    """A form as declared: its columns, order and the local habits it follows.

    ``code`` is the layout's own name, ``form`` which of ``FORMS`` it lays out ·
    ``numbering`` "by_group" (starts again under each strategy) or "through" · ``preamble``
    whether the higher strategies stand above each strategy · ``total_projects``
    "project_years" or "projects": what the total column of counts adds.
    """

    code: str
    form: str
    title: Words
    columns: tuple[LayoutColumn, ...]
    orientation: str
    numbering: str
    preamble: bool
    subtotals: bool
    total_projects: str
    cycle: str
    basis: Words


_HOLDS = {
    "pp01": {"strategy", "projects", "baht", "projects_total", "baht_total"},
    "pp02": {
        "number", "project", "objectives", "targets", "baht", "baht_total", "indicators",
        "expected_results", "owner", "rationale", "place", "problems",
    },
}  # fmt: skip


def layout_from(data: Mapping[str, Any]) -> FormLayout:
    """Read a layout from the dict of its TOML file.

    Raises ``KitError`` (``plan.layout-incomplete``, ``plan.layout-unknown``) naming the column.
    """
    code = str(data.get("code", ""))
    form = str(data.get("form", code))
    try:
        columns = tuple(_column(entry) for entry in data["columns"])
        title, basis = Words(*_pair(data, "title")), Words(*_pair(data, "basis"))
    except (KeyError, TypeError) as error:
        raise KitError(
            "plan.layout-incomplete",
            N_("The form layout {layout} lacks {what}. Add it to the layout file."),
            layout=code,
            what=str(error).strip("'"),
        ) from error
    numbering = str(data.get("numbering", "by_group"))
    unknown = [column.holds for column in columns if column.holds not in _HOLDS.get(form, set())]
    unknown += [numbering] if numbering not in NUMBERINGS else []
    unknown += [form] if form not in _HOLDS else []
    if unknown:
        raise KitError(
            "plan.layout-unknown",
            N_("The form layout {layout} asks for {what}, which the kit does not know. Mend it."),
            layout=code,
            what=", ".join(unknown),
        )
    return FormLayout(
        code=code,
        form=form,
        title=title,
        columns=columns,
        orientation=str(data.get("orientation", "landscape")),
        numbering=numbering,
        preamble=bool(data.get("preamble", False)),
        subtotals=bool(data.get("subtotals", True)),
        total_projects=str(data.get("total_projects", "project_years")),
        cycle=str(data.get("cycle", "")),
        basis=basis,
    )


def _column(entry: Mapping[str, Any]) -> LayoutColumn:
    group = Words(entry["group_th"], entry["group_en"]) if "group_th" in entry else None
    return LayoutColumn(
        key=entry["key"],
        holds=str(entry.get("holds", entry["key"])),
        heading=Words(entry["th"], entry["en"]),
        kind=str(entry.get("kind", "text")),
        width=float(entry.get("width", 12)),
        per_year=bool(entry.get("per_year", False)),
        group=group,
    )


def _pair(data: Mapping[str, Any], name: str) -> tuple[str, str]:
    return str(data[f"{name}_th"]), str(data[f"{name}_en"])
