"""Which layout of ผ.01 and ผ.02 a report follows: the kit's own, or what the tambon chose.

Forms differ between cycles and offices, so a layout is named or given as a TOML file: on the
command line (``--layout``) or in the environment, where the kernel of a notebook finds it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.plan.form_layout import FORMS, FormLayout, layout_from
from planning_kit.records.declared_data import declared_toml
from planning_kit.shipped import shipped

VARIABLE = "PLANNING_KIT_LAYOUT"
_ENDING = ".toml"


def chosen_layout(form: str, named: Sequence[str] | None = None) -> FormLayout:
    """Return the layout for ``form`` (``"pp01"`` or ``"pp02"``).

    ``named`` holds names of data/layouts or TOML files; without it those of the variable
    ``PLANNING_KIT_LAYOUT`` hold, and the kit's own where none is for this form. Raises
    ``KitError`` ``report.no-layout``, or what reading a layout raises.
    """
    for one in layouts_named() if named is None else named:
        layout = read_layout(one)
        if layout.form == form:
            return layout
    return read_layout(form)


def layouts_named() -> tuple[str, ...]:
    """Return the layouts of ``PLANNING_KIT_LAYOUT``, which has commas between them."""
    said = os.environ.get(VARIABLE, "").split(",")
    return tuple(one.strip() for one in said if one.strip())


def read_layout(named: str) -> FormLayout:
    """Return a layout by its name in data/layouts, or from a TOML file.

    Raises ``KitError`` ``report.no-layout`` where there is neither.
    """
    if named in (known := known_layouts()):
        return layout_from(declared_toml("layouts", named + _ENDING))
    file = Path(named)
    if file.is_file():
        return layout_from(declared_toml(path=file))
    raise KitError(
        "report.no-layout",
        N_("There is no form layout {layout}. Choose from {known}, or name a TOML file."),
        layout=named,
        known=", ".join(known),
    )


def known_layouts() -> tuple[str, ...]:
    """Return the names of the layouts that come with the kit, those of the forms first."""
    names = sorted(file.stem for file in shipped("data", "layouts").glob("*" + _ENDING))
    return tuple(sorted(names, key=lambda name: name not in FORMS))
