"""Whether somebody's table looks like a register the kit has a mapping template for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planning_kit.collect.register_templates import RegisterTemplate, register_templates
from planning_kit.collect.spellings import SURE, nearest, plain, spellings_of

# Headings that the template knows, where the table does not say its own name.
_LEAST = 3
_LEAST_OF_A_NAMED_ONE = 1


@dataclass(frozen=True)
class LikeRegister:
    """A template that may suit a table, and the headings of the table that speak for it."""

    template: RegisterTemplate
    headings: tuple[str, ...]


def registers_like(headings: Iterable[str], titles: Iterable[str] = ()) -> list[LikeRegister]:
    """Return the templates that a table's headings fit, the likeliest first.

    At least three headings must be ones by which a register is told; one is enough where a
    title (the name of the file or of a sheet) names the register. Advice only.
    """
    headings = list(headings)
    named = " ".join(plain(title) for title in titles)
    words, telling = spellings_of("register_names"), spellings_of("register_headings")
    found: list[LikeRegister] = []
    for template in register_templates():
        spelled = tuple((one, "alias") for one in telling[template.name])
        told = tuple(one for one in headings if nearest(one, spelled).score >= SURE)
        is_named = any(plain(word) in named for word in words[template.name])
        if len(told) >= (_LEAST_OF_A_NAMED_ONE if is_named else _LEAST):
            found.append(LikeRegister(template, told))
    return sorted(found, key=lambda one: -len(one.headings))
