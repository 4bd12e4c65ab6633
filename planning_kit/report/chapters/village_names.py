"""What a village is called in the report: its number first, then its name where known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from planning_kit import areas
from planning_kit.language import _


def village_names(villages: pd.DataFrame, codes: Iterable[object] = ()) -> dict[str, str]:
    """Return the name of every village known or met: code → "หมู่ 3 บ้านดอน", in order of code.

    ``villages`` has ``village_code`` and ``name``; ``codes`` are further codes met in rows.
    Where the plan area spans several tambons the tambon is named too, for its numbers
    start anew in each.
    """
    known = {}
    if not villages.empty:
        named = zip(villages["village_code"], villages["name"], strict=True)
        known = {str(code): name for code, name in named if isinstance(code, str)}
    every = sorted({*known, *(code for code in codes if isinstance(code, str) and code)})
    several = len({code[:6] for code in every}) > 1
    return {code: _named(code, known.get(code), several) for code in every}


def village_name(code: object, names: Mapping[str, str]) -> str:
    """Return the name of one village, or the words for a village that is not stated."""
    if not isinstance(code, str) or not code:
        return _("the whole tambon, or village not stated")
    return names.get(code) or _named(code, None, False)


def _named(code: str, name: object, with_tambon: bool) -> str:
    tambon, moo = areas.split_village_code(code)
    said = _("Moo {moo}", moo=moo)
    if isinstance(name, str) and name:
        said = f"{said} {name}"
    return f"{said} {areas.get(tambon).title()}" if with_tambon else said
