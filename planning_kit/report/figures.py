"""The figures that may be cited: as evidence of a problem, or as an indicator's baseline.

One list of keys for both. ``figure_of`` works a figure out anew; what was cited once stays
as it was printed, and ``moved`` tells whether the profile has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form, written
from planning_kit.indicators.figure import Figure
from planning_kit.language import Words, _
from planning_kit.records import ProblemEvidence, record_type
from planning_kit.report.figure_kind import PERCENT, Frames, ProfileFigure
from planning_kit.report.figures_community import COMMUNITY_FIGURES
from planning_kit.report.figures_farm import FARM_FIGURES
from planning_kit.report.figures_household import HOUSEHOLD_FIGURES
from planning_kit.report.figures_money import MONEY_FIGURES

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

FIGURES: dict[str, ProfileFigure] = {
    one.key: one for one in (*MONEY_FIGURES, *HOUSEHOLD_FIGURES, *FARM_FIGURES, *COMMUNITY_FIGURES)
}
"""Every figure by its key, such as ``"water.short_share"``."""


def figure_of(workbook: Workbook, key: str) -> Figure:
    """Return one figure as the profile has it today. ``KeyError`` for an unknown key."""
    return figures_of(workbook, [key])[key]


def figures_of(workbook: Workbook, keys: Iterable[str] | None = None) -> dict[str, Figure]:
    """Return figures by key, all of them without ``keys``; a share is 0-1.

    Each carries its n, the day its sources end and the code of the first. Raises
    ``KeyError`` for an unknown key.
    """
    return figures_in(Frames(workbook), keys)


def figures_in(frames: Frames, keys: Iterable[str] | None = None) -> dict[str, Figure]:
    """Return the same from frames that are read already."""
    return {key: _figure(frames, FIGURES[key]) for key in (FIGURES if keys is None else keys)}


def _figure(frames: Frames, kind: ProfileFigure) -> Figure:
    value, n = kind.worked(frames)
    found = frames.workbook.evidence(kind.record)
    source = found.sources[0].source_code if found.sources else None
    return Figure(value, n, found.date_to, source)


def printed(kind: ProfileFigure, value: float | None) -> str:
    """Write a value in the unit of its figure, scaled as it is printed: "41%", "12.5 rai"."""
    if kind.unit is PERCENT:
        return written(None if value is None else value / 100, Form.PERCENT, kind.places)
    said = written(value, Form.NUMBER, kind.places)
    return f"{said} {kind.unit}".strip()


def statement(kind: ProfileFigure, value: float | None) -> str:
    """Return the sentence that is printed beside a problem; ``value`` scaled as printed."""
    return _("{figure}: {value}", figure=str(kind.label), value=printed(kind, value))


def cited(workbook: Workbook, problem_code: str, key: str) -> ProblemEvidence | None:
    """Return the record that ties a problem to a figure as it stands today.

    ``None`` where the figure is not stated or hidden. ``KeyError`` for an unknown key.
    """
    kind, figure = FIGURES[key], figure_of(workbook, key)
    if not figure.is_known or figure.value is None:
        return None
    value = round(figure.value * kind.scale, kind.places)
    return ProblemEvidence.model_validate(
        {
            "problem_code": problem_code,
            "figure": key,
            "statement": statement(kind, value),
            "value": value,
            "unit": str(kind.unit) or None,
            "n": figure.n,
            "as_of": figure.as_of,
            "source_code": figure.source_code,
        }
    )


def moved(kind: ProfileFigure, figure: Figure, value: float | None) -> float | None:
    """Return today's value, scaled as printed, where it differs from the cited ``value``.

    ``None`` where it is the same as printed, or where today's is not known.
    """
    if value is None or figure.value is None or not figure.is_known:
        return None
    today = round(figure.value * kind.scale, kind.places)
    return None if today == round(value, kind.places) else today


def about(kind: ProfileFigure) -> Words:
    """Return what kind of record a figure is worked out from, in words."""
    return record_type(kind.record).noun.title
