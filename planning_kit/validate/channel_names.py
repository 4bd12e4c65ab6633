"""Channels and their steps as people name them: "พอช." and "ส่งแล้ว" are read as codes."""

from __future__ import annotations

from functools import cached_property

from planning_kit.language import N_
from planning_kit.records.channel_declared import Channel, all_named, declared_channels
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import Level, in_row
from planning_kit.validate.taxa import plain

_NAMING = ("project", "project_status")
"""The record types that name a channel."""

_UNKNOWN = N_(
    "“{value}” is no channel; choose one of {channels}, or add it with its steps to the file of "
    "channels"
)


class ChannelNames:
    """Every name by which a declared channel or a step is written, with its code.

    The file of channels is read once, when a row first names a channel or a step.
    """

    @cached_property
    def declared(self) -> dict[str, Channel]:
        """The declared channels by code."""
        return declared_channels()

    def channel(self, said: str) -> str | None:
        """Return the code that ``said`` is or names, ``None`` where no channel is called so."""
        return self._channels.get(plain(said))

    def step(self, said: str) -> str | None:
        """Return the code of a step, ``None`` where no ladder, or two codes, go by that name."""
        found = self._steps.get(plain(said), set())
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _channels(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for code, channel in self.declared.items():
            for name in channel.names:
                names.setdefault(plain(name), code)
        return names

    @cached_property
    def _steps(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = {}
        steps = [step for channel in self.declared.values() for step in channel.statuses]
        for step in steps:
            for name in (step.words.th, step.words.en):
                names.setdefault(plain(name), set()).add(step.code)
        # A code means itself, whatever else is called so.
        return names | {plain(step.code): {step.code} for step in steps}


def read_channel(row: CheckedRow, names: ChannelNames) -> None:
    """Read the channel and the step of a row into their codes; flag an unknown channel.

    Whether the step belongs to the channel is judged later, when all rows are known.
    """
    if row.raw.record not in _NAMING:
        return
    assert row.record is not None
    changes: dict[str, object] = {}
    said = getattr(row.record, "channel", None)
    if said is not None:
        code = names.channel(said)
        if code is None:
            values = {"value": said, "channels": all_named(names.declared.values())}
            spec = row.record.field("channel")
            row.findings.append(
                in_row(row.raw, Level.FLAG, "validate.unknown-channel", _UNKNOWN, spec, **values)
            )
        elif code != said:
            changes["channel"] = code
    step = getattr(row.record, "status", None)
    if step is not None and (code := names.step(step)) not in (None, step):
        changes["status"] = code
    if changes:
        row.record = row.record.with_changes(**changes)
