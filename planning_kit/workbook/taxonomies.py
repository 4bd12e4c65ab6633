"""The lists to choose from, as an area has them: what travels with the kit, and its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.records import Taxon, merged_taxa, shipped_taxa
from planning_kit.records.plan_choices import TaxonomyName
from planning_kit.records.taxonomies import TAXON_COLUMNS

if TYPE_CHECKING:
    import pandas as pd


def taxonomy_frame(name: str, own: Iterable[Taxon]) -> pd.DataFrame:
    """Return a list as an area has it, one row per entry in order, columns ``TAXON_COLUMNS``.

    ``own`` are the area's entries, of any list. ``aliases`` are tuples, ``position`` a number,
    ``is_own`` whether the area keeps the entry itself; text is ``None`` where not stated.
    Entries no longer used (``is_retired``) come too, because records may name them still.
    Raises ``KeyError`` for a list that does not exist.
    """
    import pandas as pd

    taxonomy = TaxonomyName.of(name)
    mine = tuple(taxon for taxon in own if taxon.taxonomy == taxonomy)
    kept = {taxon.code for taxon in mine}
    rows = [
        {**_plainly(taxon), "is_own": taxon.code in kept}
        for taxon in merged_taxa(shipped_taxa(name), mine)
    ]
    columns = {
        column: pd.Series([row[column] for row in rows], dtype="object") for column in TAXON_COLUMNS
    }
    columns["position"] = columns["position"].astype("float64")
    return pd.DataFrame(columns)


def _plainly(taxon: Taxon) -> dict[str, object]:
    """Return the fields of an entry, its answers as their codes."""
    return {name: getattr(value, "value", value) for name, value in taxon.model_dump().items()}
