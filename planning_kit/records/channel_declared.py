"""A channel: the way a project takes to its money, with its own steps, form and closing rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.declared_keys import entries_of, refuse_strange_keys

_KEYS = frozenset(
    {"code", "th", "en", "aliases", "has_ordinance", "status"}
    | {f"{name}_{tongue}" for name in ("decided_by", "form", "closing", "basis")
       for tongue in ("th", "en")}
)  # fmt: skip
_STEP_KEYS = frozenset(
    {"code", "th", "en", "is_end", "is_good", "needs_reason", "from_any", "means"}
)


@dataclass(frozen=True)
class LadderStatus:
    """One step of a ladder. ``is_end`` closes the matter; ``is_good`` an end that was wished for.

    ``from_any``: may be reached from every step (refused, withdrawn, put off). ``means`` what it
    is on the board of pilots: ``sent``, ``funded``, ``under_way``, or nothing of these.
    """

    code: str
    words: Words
    is_end: bool
    is_good: bool
    needs_reason: bool
    from_any: bool
    means: str = ""


@dataclass(frozen=True)
class Channel:
    """A declared channel. ``has_ordinance``: plan budget and ordinance budget stand apart."""

    code: str
    words: Words
    statuses: tuple[LadderStatus, ...]
    decided_by: Words
    form: Words
    closing: Words
    has_ordinance: bool
    basis: Words
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that people may write for this channel: its code, its names, its aliases."""
        return (self.code, self.words.th, self.words.en, *self.aliases)

    def status(self, code: str | None) -> LadderStatus | None:
        """Return the step called ``code``, ``None`` where the ladder has none."""
        return next((step for step in self.statuses if step.code == code), None)

    def following(self, code: str | None) -> tuple[str, ...]:
        """Return the steps that may come next: the next one up, and those from any step."""
        ladder = [step.code for step in self.statuses if not step.from_any]
        aside = tuple(step.code for step in self.statuses if step.from_any)
        now = self.status(code)
        if now is None:
            return tuple(ladder[:1]) if code is None else ()
        if now.is_end:
            return ()
        if now.from_any:
            return tuple(ladder) + tuple(step for step in aside if step != now.code)
        up = ladder.index(now.code) + 1
        return tuple(ladder[up : up + 1]) + aside


def all_named(entries: Iterable[Channel | LadderStatus]) -> Words:
    """Return channels or steps in a row as people choose among them: code and name."""
    listed = list(entries)
    return Words(
        *(
            " · ".join(f"{one.code} {one.words.say(tongue)}" for one in listed)
            for tongue in ("th", "en")
        )
    )


def declared_channels() -> dict[str, Channel]:
    """Return the channels of ``data/channels/channels.toml``, or of the file in its place.

    Raises ``ReadingError`` for a file that cannot be read, and as ``channels_from`` does.
    """
    return channels_from(declared_toml("channels", "channels.toml"))


def channels_from(data: Mapping[str, Any]) -> dict[str, Channel]:
    """Read the channels from the dict of ``channels.toml``, in file order.

    Raises ``KitError`` ``plan.channel-incomplete`` or ``plan.channel-repeated``.
    """
    found: dict[str, Channel] = {}
    for entry in entries_of(data, "channel"):
        code = str(entry.get("code", "?"))
        refuse_strange_keys(entry, _KEYS, code, "channels.toml")
        for step in entries_of(entry, "status"):
            refuse_strange_keys(step, _STEP_KEYS, f"{code} / {step.get('code')}", "channels.toml")
        try:
            channel = _channel(entry)
        except (KeyError, TypeError) as error:
            raise KitError(
                "plan.channel-incomplete",
                N_("The channel {channel} lacks {what}. Add it to the file of channels."),
                channel=code,
                what=str(error).strip("'"),
            ) from error
        steps = [step.code for step in channel.statuses]
        if code in found or len(set(steps)) < len(steps):
            raise KitError(
                "plan.channel-repeated",
                N_("The channel {channel} stands twice, or has a step twice. Keep each once."),
                channel=code,
            )
        if not any(step.is_end for step in channel.statuses):
            raise KitError(
                "plan.channel-endless",
                N_("No step of the channel {channel} is its end. Mark one with is_end = true."),
                channel=code,
            )
        found[code] = channel
    if not found:
        raise KitError(
            "plan.channels-none",
            N_("The file of channels declares no channel. Write at least one [[channel]]."),
        )
    return found


def _channel(entry: Mapping[str, Any]) -> Channel:
    return Channel(
        code=entry["code"],
        words=Words(entry["th"], entry["en"]),
        statuses=tuple(_status(step) for step in entry["status"]),
        decided_by=Words(entry["decided_by_th"], entry["decided_by_en"]),
        form=Words(entry["form_th"], entry["form_en"]),
        closing=Words(entry["closing_th"], entry["closing_en"]),
        has_ordinance=bool(entry.get("has_ordinance", False)),
        basis=Words(entry["basis_th"], entry["basis_en"]),
        aliases=tuple(entry.get("aliases", ())),
    )


def _status(entry: Mapping[str, Any]) -> LadderStatus:
    return LadderStatus(
        code=entry["code"],
        words=Words(entry["th"], entry["en"]),
        is_end=bool(entry.get("is_end", False)),
        is_good=bool(entry.get("is_good", False)),
        needs_reason=bool(entry.get("needs_reason", False)),
        from_any=bool(entry.get("from_any", False)),
        means=str(entry.get("means", "")),
    )
