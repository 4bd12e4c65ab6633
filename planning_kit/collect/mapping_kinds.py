"""What kind of value a key of a mapping takes, said to people instead of in pydantic’s English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planning_kit.language import N_, Words, translate
from planning_kit.thai.normalize import excerpt

_ANY = N_("another kind of value belongs here")
_SAID = {
    "string_type": N_("a text in quotation marks belongs here"),
    "int_type": N_("a whole number belongs here"),
    "int_parsing": N_("a whole number belongs here"),
    "int_from_float": N_("a whole number belongs here"),
    "int_parsing_size": N_("the number is too big"),
    "float_type": N_("a number belongs here"),
    "decimal_type": N_("a number belongs here"),
    "decimal_parsing": N_("a number belongs here"),
    "finite_number": N_("a number belongs here"),
    "bool_type": N_("true or false belongs here"),
    "bool_parsing": N_("true or false belongs here"),
    "tuple_type": N_("a list in square brackets belongs here"),
    "list_type": N_("a list in square brackets belongs here"),
    "dict_type": N_("a part with names and values belongs here, such as {{ column = \"a\" }}"),
    "model_type": N_("a part with names and values belongs here, such as {{ column = \"a\" }}"),
    "greater_than": N_("it must be more than {gt}"),
    "greater_than_equal": N_("it must be at least {ge}"),
    "less_than_equal": N_("it must be at most {le}"),
    "string_too_long": N_("it may be at most {max_length} characters long"),
    "string_too_short": N_("it must be at least {min_length} characters long"),
    "too_short": N_("it needs at least {min_length} entries"),
    "too_long": N_("it may have at most {max_length} entries"),
}  # fmt: skip


def told(problem: Mapping[str, Any]) -> Words:
    """Return what is wrong with a value, by an error of pydantic, in both languages."""
    sentence = _SAID.get(problem["type"], _ANY)
    values = problem.get("ctx", {})
    read = problem.get("input")
    said = [translate(sentence, language).format(**values) for language in ("th", "en")]
    if isinstance(read, (str, int, float)):
        said = [f"{words} (“{excerpt(read)}”)" for words in said]
    return Words(*said)


def follows_from_others(problem: Mapping[str, Any], places: set[tuple[Any, ...]]) -> bool:
    """Tell whether a list only counts as too short because its entries are wrong themselves."""
    at = tuple(problem["loc"])
    return problem["type"] == "too_short" and any(
        place[: len(at)] == at and len(place) > len(at) for place in places
    )
