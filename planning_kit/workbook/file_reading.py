"""Reading the file of an import: the kit’s own template, one sent back, or a foreign table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from planning_kit.collect import Collected, Mapping, load_mapping, read_mapped
from planning_kit.collect.template_carried import read_filled
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import LocalQuestion
from planning_kit.workbook.provenance import Provenance

_NEEDS_MAPPING = N_(
    "“{file}” is not the kit’s own template; say with --mapping which of its columns mean what"
)
_TABLES = (".csv", ".json", ".tsv", ".txt")
_TAMBON = re.compile(r"[0-9]{6}")


def read_file(
    path: Path,
    mapping: Mapping | str | Path | None,
    area: str,
    asked: Callable[[], Sequence[LocalQuestion]] = tuple,
) -> tuple[Collected, Provenance]:
    """Return what stands in a file, and where each of its rows first came from.

    ``asked`` gives the questions the area asks of its own, which a mapping may name. Raises ``KitError`` ``workbook.needs-mapping``, and what the readers raise.
    """
    if mapping is None:
        if path.suffix.casefold() in _TABLES:
            raise KitError("workbook.needs-mapping", _NEEDS_MAPPING, file=path.name)
        collected, carried = read_filled(path)
        return collected, Provenance(collected, carried)
    questions = asked()
    loaded = mapping if isinstance(mapping, Mapping) else load_mapping(mapping, questions)
    tambon = area if _TAMBON.fullmatch(area) else None
    collected = read_mapped(path, loaded, area=tambon, questions=questions)
    return collected, Provenance(collected)
