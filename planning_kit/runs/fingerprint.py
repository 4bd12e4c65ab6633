"""What a report was made from, in one short text: if it is unchanged, so is the report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import planning_kit
from planning_kit.records.own_data import own_data_version


def fingerprint(
    notebook: Path,
    parameters: Mapping[str, object],
    *,
    formats: tuple[str, ...] = ("html",),
    data_version: str = "",
) -> str:
    """Return the SHA-256 (hex) of everything that decides a report.

    The notebook's own bytes, its parameters, the formats, the kit's version, the area's own
    data files (calendar, channels …) and ``data_version``, which the store gives for the plan area and changes with any save.
    """
    told = {
        "notebook": hashlib.sha256(notebook.read_bytes()).hexdigest(),
        "parameters": dict(parameters),
        "formats": sorted(formats),
        "kit": planning_kit.__version__,
        "data": data_version,
        "own": own_data_version(),
    }
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
