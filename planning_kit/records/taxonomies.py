"""The lists to choose from that travel with the kit, in ``data/taxonomies``.

They are defaults, not official lists; what an area keeps of its own takes their place.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from planning_kit.errors import ReadingError
from planning_kit.language import N_, current_language
from planning_kit.records.declared_data import declared_path, declared_rows
from planning_kit.records.plan_choices import TaxonomyName
from planning_kit.records.taxon import Taxon

if TYPE_CHECKING:
    import pandas as pd

TAXON_COLUMNS = (
    "code",
    "label_th",
    "label_en",
    "aliases",
    "policy_theme",
    "parent_code",
    "position",
    "basis",
    "level",
    "is_retired",
    "agency_level",
    "agency_kind",
    "budget_channel",
    "is_confirmed",
    "is_own",
)
"""The columns of a list as a frame: ``workbook.taxonomy(name)``."""


def shipped_taxa(name: str, path: Path | None = None) -> tuple[Taxon, ...]:
    """Return the shipped entries of a list, e.g. ``shipped_taxa("problem_theme")``.

    ``path`` names a file of the same columns to read instead, else the area's own file is
    read, if it has one (``own_data``). Raises ``KeyError`` for a list that does not exist
    and ``ReadingError`` for a file that cannot be read.
    """
    taxonomy = TaxonomyName.of(name)
    return _read(taxonomy, path or declared_path("taxonomies", f"{taxonomy.value}.csv"))


@cache
def _read(taxonomy: TaxonomyName, path: Path) -> tuple[Taxon, ...]:
    return tuple(
        _taxon(taxonomy, row, number, path)
        for number, row in enumerate(declared_rows(path=path), start=2)
    )


def _taxon(taxonomy: TaxonomyName, row: dict[str, str], number: int, path: Path) -> Taxon:
    try:
        return Taxon.model_validate({"taxonomy": taxonomy, **row})
    except ValidationError as error:
        raise ReadingError(
            "records.taxon-row",
            N_("{file} row {row} is not right: check {cells}."),
            file=path.name,
            row=number,
            cells=", ".join(str(one["loc"][0]) for one in error.errors() if one["loc"]),
        ) from error


def merged_taxa(shipped: tuple[Taxon, ...], own: tuple[Taxon, ...]) -> tuple[Taxon, ...]:
    """Return one list: an area's own entry takes the place of the shipped one of its code.

    Ordered by position, then as they come.
    """
    by_code = {taxon.code: taxon for taxon in (*shipped, *own)}
    return tuple(sorted(by_code.values(), key=_position))


def _position(taxon: Taxon) -> int:
    return 10_000 if taxon.position is None else taxon.position


def taxon_label(taxonomy: pd.DataFrame, code: str | None, language: str | None = None) -> str:
    """Return what ``code`` is called in a list given as a frame (``TAXON_COLUMNS``).

    The code itself where the list does not hold it, "–" where none is stated; the Thai
    name where there is no English one.
    """
    if code is None or code != code:
        return "–"
    found = taxonomy.loc[taxonomy["code"] == code]
    if found.empty:
        return str(code)
    row = found.iloc[0]
    english = (language or current_language()) == "en"
    return str((row["label_en"] if english else None) or row["label_th"] or code)


def codes_below(taxonomy: pd.DataFrame, code: str) -> tuple[str, ...]:
    """Return ``code`` and, in order, the codes of all that stands under it in a list.

    ``codes_below(workbook.taxonomy("funding_source"), "community")`` are the community's
    own sources of money.
    """
    found = [code]
    for above in found:
        under = taxonomy.loc[taxonomy["parent_code"] == above, "code"]
        found += [str(one) for one in under if one not in found]
    return tuple(found)
