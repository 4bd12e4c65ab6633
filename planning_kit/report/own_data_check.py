"""Are an area's own data files right? Each is read by the room that uses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from planning_kit.deliberate.criteria_words import criteria_words
from planning_kit.deliberate.pilot_criteria import pilot_criteria
from planning_kit.errors import KitError
from planning_kit.indicators.declared import indicators_from
from planning_kit.indicators.model_tambon import model_items_from
from planning_kit.language import N_
from planning_kit.plan.deadlines import deadlines_from
from planning_kit.plan.form_layout import layout_from
from planning_kit.records.channel_declared import channels_from, declared_channels
from planning_kit.records.declared_data import declared_rows, declared_toml
from planning_kit.records.meanings import meanings_from
from planning_kit.records.own_data import default_files, files_in, using_own_data
from planning_kit.records.signal_rules import signal_rules
from planning_kit.records.taxonomies import shipped_taxa
from planning_kit.records.training_catalogue import trainings_from


@dataclass(frozen=True)
class OwnFile:
    """One file of the folder; ``error`` ``None`` where it takes the place of the default."""

    name: str
    error: KitError | None


def check_own_data(folder: Path) -> list[OwnFile]:
    """Read every file of ``folder`` as the kit would, in the order of their names.

    A file that nothing would read, because of its name or place, is an error too.
    """
    known = {f"{one}/{name}" for one, name in default_files()}
    found = []
    with using_own_data(folder):
        for name in files_in(folder):
            error = _error(folder / name, name) if name in known else _unread(name, known)
            found.append(OwnFile(name, error))
    return found


def _error(path: Path, name: str) -> KitError | None:
    try:
        _READERS[name.partition("/")[0]](path)
    except KitError as error:
        return error
    return None


def _unread(name: str, known: set[str]) -> KitError:
    folder = name.partition("/")[0]
    near = sorted(one for one in known if one.startswith(f"{folder}/")) or sorted(known)
    return KitError(
        "report.own-file-unread",
        N_("No part of the kit reads a file of this name and place. Those here are: {names}."),
        names=", ".join(near),
    )


def _channels(path: Path) -> None:
    if path.name == "channels.toml":
        channels_from(declared_toml(path=path))
        return
    rules = deadlines_from(declared_toml(path=path))
    known = declared_channels()
    strange = sorted({rule.channel for rule in rules} - known.keys())
    if strange:
        raise KitError(
            "report.deadline-channel",
            N_("The calendar names {strange}, which no channel is called. Channels are {known}."),
            strange=", ".join(strange),
            known=", ".join(known),
        )


def _criteria(path: Path) -> None:
    read = pilot_criteria if path.name == "pilot.toml" else criteria_words
    read(declared_toml(path=path))


def _follow_up(path: Path) -> None:
    if path.suffix == ".toml":
        signal_rules(declared_toml(path=path))
        return
    for number, row in enumerate(declared_rows(path=path), start=2):
        if not row.get("code") or not row.get("th"):
            raise KitError(
                "report.question-incomplete",
                N_("Row {row} of {file} needs a code and a Thai wording (code, th)."),
                row=number,
                file=path.name,
            )


_READERS: dict[str, Callable[[Path], object]] = {
    "channels": _channels,
    "indicators": lambda path: indicators_from(declared_rows(path=path)),
    "model_tambon": lambda path: model_items_from(declared_rows(path=path)),
    "layouts": lambda path: layout_from(declared_toml(path=path)),
    "criteria": _criteria,
    "taxonomies": lambda path: shipped_taxa(path.stem, path),
    "documents": lambda path: declared_toml(path=path),
    "follow_up": _follow_up,
    "meanings": lambda path: meanings_from(declared_toml(path=path)),
    "training": lambda path: trainings_from(declared_toml(path=path)),
}
