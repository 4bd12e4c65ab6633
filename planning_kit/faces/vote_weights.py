"""The weights of the four questions: typed one after another, saved once they fit together."""

from __future__ import annotations

import re
from decimal import Decimal

from planning_kit.faces.step_parts import Part, count, group, say
from planning_kit.faces.step_records import Paper
from planning_kit.language import _
from planning_kit.records.poll import WEIGHTS
from planning_kit.thai import format_number, to_arabic_digits

_HUNDRED = 100
_STEP = 5


class Weights:
    """The four weights of each vote; ``waiting`` holds what does not add up to 100 yet."""

    def __init__(self) -> None:
        self.waiting: dict[str, dict[str, str]] = {}

    def part(self, poll: Paper) -> Part:
        """Return the four counters, and what is still amiss."""
        waiting = self.waiting.get(str(poll.value("poll_code")))
        stated = waiting or _stated(poll)
        counters = [
            count(f"weight|{name}", label_of(poll, name), stated[name]) | {"step": _STEP}
            for name in WEIGHTS
        ]
        if waiting is None:
            told = say(_("Blank: the four count alike."))
        else:
            whole = sum(_number(text) or 0 for text in waiting.values())
            told = say(_("Together {n}; it must be 100. Not saved yet.", n=f"{whole:g}"), "error")
        parts = [group("", counters, css="pair", name="four"), told]
        return group(_("Weights of the four questions, 100 together"), parts, css="card")

    def answer(self, poll: Paper, name: str, value: str) -> None:
        """Take one weight; all four go to the vote once they are 100 together, or all blank."""
        code = str(poll.value("poll_code"))
        own = (self.waiting.pop(code, None) or _stated(poll)) | {name: value.strip()}
        numbers = [_number(text) for text in own.values()]
        if not any(own.values()):
            poll.answer(**dict.fromkeys(WEIGHTS))
        elif None in numbers or sum(n for n in numbers if n is not None) != _HUNDRED:
            self.waiting[code] = own
        else:
            poll.answer(**dict(zip(own, numbers, strict=True)))


def label_of(poll: Paper, name: str) -> str:
    """Return the label of a field with its unit."""
    spec = poll.kind.field(name)
    return f"{spec.label} ({spec.unit})" if spec.unit else str(spec.label)


def _stated(poll: Paper) -> dict[str, str]:
    kept = {name: poll.values.get(name) for name in WEIGHTS}
    return {name: "" if value is None else format_number(value) for name, value in kept.items()}


def _number(text: str) -> Decimal | None:
    found = re.fullmatch(r"\d+(\.\d+)?", to_arabic_digits(text).replace(",", "").strip())
    return Decimal(found[0]) if found else None
