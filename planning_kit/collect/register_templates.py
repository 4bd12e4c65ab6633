"""The mapping templates that travel with the kit, for registers many communities have."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.shipped import shipped

_TITLES = {
    "bmn": Words("จปฐ. รายครัวเรือน", "BMN (basic minimum needs), by household"),
    "farmer_register": Words(
        "ทบก. รายแปลง (รายงาน 04-2, 04-3)", "farmer register, by plot (reports 04-2, 04-3)"
    ),
    "nrd2c": Words("กชช.2ค รายหมู่บ้าน", "NRD-2C, by village"),
    "household_account": Words("บัญชีครัวเรือน รายรายการ", "household account books, by entry"),
}


@dataclass(frozen=True)
class RegisterTemplate:
    """A shipped mapping: its short name, what register it is for, and its file."""

    name: str
    title: Words
    path: Path


def register_templates() -> tuple[RegisterTemplate, ...]:
    """Return every template, in the order in which communities usually have the registers."""
    folder = shipped("data", "mappings")
    return tuple(
        RegisterTemplate(name, title, folder / f"{name}.toml") for name, title in _TITLES.items()
    )


def find_template(name: str) -> RegisterTemplate:
    """Return the template with this short name; case, “-” and “_” do not count.

    Raises ``KitError`` ``collect.unknown-template`` with the names there are.
    """
    wanted = name.strip().casefold().replace("-", "_")
    known = {template.name: template for template in register_templates()}
    if wanted not in known:
        raise KitError(
            "collect.unknown-template",
            N_("There is no mapping template “{name}”; the templates are {known}"),
            name=name,
            known=", ".join(get_close_matches(wanted, list(known), n=2) or known),
        )
    return known[wanted]


def mapping_file(text: str) -> Path:
    """Return the mapping that a command line names: a file, else a template by short name.

    A text that is neither stays a path, so that reading it says that there is no such file.
    """
    path = Path(text)
    if path.suffix or path.exists():
        return path
    try:
        return find_template(text).path
    except KitError:
        return path
