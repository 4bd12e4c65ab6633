"""Lists that a field's codes come from and that are no taxonomy: each code with its name.

Templates offer the names, and a name that people wrote is read as its code.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from planning_kit.language import Words
from planning_kit.records.channel_declared import declared_channels
from planning_kit.records.declared_data import declared_rows, declared_toml
from planning_kit.records.profile_figures import PROFILE_FIGURES


class DeclaredList(StrEnum):
    """Which list; ``FieldSpec.declared`` names one."""

    CHANNEL = "channel"
    CHANNEL_STEP = "channel_step"
    FIGURE = "figure"
    MODEL_DIMENSION = "model_dimension"
    MODEL_ITEM = "model_item"
    PILOT_CRITERION = "pilot_criterion"
    PARTNERSHIP_QUESTION = "partnership_question"


def declared_names(name: str) -> dict[str, Words]:
    """Return the codes of a list with their names, in the order of their file.

    A step that channels call by several names has the first of them.
    Raises ``ValueError`` for a list that does not exist, and ``ReadingError`` for a file of
    data that cannot be read.
    """
    return _READ[DeclaredList(name)]()


def offered_names(name: str) -> list[Words]:
    """Return the names to choose among: all by which any channel calls its steps, each once."""
    if name != DeclaredList.CHANNEL_STEP:
        return list(declared_names(name).values())
    channels = declared_channels().values()
    return list(dict.fromkeys(step.words for channel in channels for step in channel.statuses))


def _channels() -> dict[str, Words]:
    return {code: channel.words for code, channel in declared_channels().items()}


def _steps() -> dict[str, Words]:
    named: dict[str, Words] = {}
    for channel in declared_channels().values():
        for step in channel.statuses:
            named.setdefault(step.code, step.words)
    return named


def _model(part: str) -> Callable[[], dict[str, Words]]:
    def read() -> dict[str, Words]:
        named: dict[str, Words] = {}
        for row in declared_rows("model_tambon", "default.csv"):
            code = row.get(part, "")
            th = row.get(f"{part}_th") or code
            named.setdefault(code, Words(th, row.get(f"{part}_en") or th))
        return named

    return read


def _pilot_criteria() -> dict[str, Words]:
    named: dict[str, Words] = {}
    for code, one in declared_toml("criteria", "pilot.toml").items():
        # What a file lacks is told where it is read whole; here its code stands in.
        name = one.get("name") if isinstance(one, dict) else None
        said = name if isinstance(name, dict) else {}
        th = str(said.get("th") or code)
        named[code] = Words(th, str(said.get("en") or th))
    return named


def _questions() -> dict[str, Words]:
    rows = declared_rows("follow_up", "partnership.csv")
    return {row["code"]: Words(row["th"], row.get("en") or row["th"]) for row in rows}


_READ: dict[DeclaredList, Callable[[], dict[str, Words]]] = {
    DeclaredList.CHANNEL: _channels,
    DeclaredList.CHANNEL_STEP: _steps,
    DeclaredList.FIGURE: lambda: PROFILE_FIGURES,
    DeclaredList.MODEL_DIMENSION: _model("dimension"),
    DeclaredList.MODEL_ITEM: _model("item"),
    DeclaredList.PILOT_CRITERION: _pilot_criteria,
    DeclaredList.PARTNERSHIP_QUESTION: _questions,
}
