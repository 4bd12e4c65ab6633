"""bundle.json: what a bundle is, of which plan, and the fingerprint of each of its files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from planning_kit import __version__
from planning_kit.language import Words, _
from planning_kit.workbook.bundle_json import BadJsonError, pretty, read_json
from planning_kit.workbook.bundle_refusals import refused
from planning_kit.workbook.freezing import text_of

NAME = "bundle.json"
FORMAT = 1
"""Raised when an older kit could not read, or would misread, what a bundle holds."""
_DIGITS = 64


class BundleKind(StrEnum):
    """What a bundle is for."""

    FULL = "full"
    HANDOVER = "handover"
    COMMENTS = "comments"

    @property
    def words(self) -> Words:
        """Return the kind in Thai and in English."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    BundleKind.FULL: Words("ข้อมูลครบทั้งสมุดงาน", "the whole workbook"),
    BundleKind.HANDOVER: Words("แผนที่ส่งให้จังหวัด", "the plan handed to the province"),
    BundleKind.COMMENTS: Words("ความเห็นที่ส่งกลับให้ตำบล", "comments sent back to the tambon"),
}


@dataclass(frozen=True)
class Manifest:
    """What stands in bundle.json. ``plans`` lists plan areas with their periods."""

    kind: BundleKind
    plans: tuple[Mapping[str, Any], ...]
    made_at: str
    files: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    locked: Mapping[str, Any] | None = None
    kit: str = __version__

    @property
    def area_ids(self) -> tuple[str, ...]:
        """The ids of its plan areas."""
        return tuple(dict.fromkeys(str(plan["plan_area"]) for plan in self.plans))

    @property
    def content(self) -> dict[str, Any]:
        """Everything but the fingerprint of the whole."""
        return {
            "bundle": "planning-kit",
            "format": FORMAT,
            "kind": str(self.kind),
            "kit": self.kit,
            "made_at": self.made_at,
            "plans": [dict(plan) for plan in self.plans],
            "about": dict(self.about),
            "locked": None if self.locked is None else dict(self.locked),
            "files": dict(sorted(self.files.items())),
        }

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the whole: of the text that holds the SHA-256 of every file."""
        return hashlib.sha256(text_of(self.content).encode("utf-8")).hexdigest()

    def as_file(self) -> bytes:
        """Return bundle.json."""
        return pretty({**self.content, "fingerprint": self.fingerprint})


def read_manifest(data: bytes, file: str) -> Manifest:
    """Return what bundle.json says.

    Raises ``KitError``: ``bundle.no-manifest``, ``bundle.newer``, ``bundle.unknown-kind``, or
    ``bundle.tampered`` where its own fingerprint does not agree.
    """
    try:
        content = read_json(data)
    except BadJsonError as error:
        raise refused("bundle.no-manifest", file) from error
    if not isinstance(content, dict) or content.get("bundle") != "planning-kit":
        raise refused("bundle.no-manifest", file)
    if not isinstance(content.get("format"), int) or content["format"] > FORMAT:
        raise refused("bundle.newer", file, version=str(content.get("kit", "?"))[:40])
    if not _is_whole(content):
        raise refused("bundle.no-manifest", file)
    if content["kind"] not in set(BundleKind):
        raise refused("bundle.unknown-kind", file)
    manifest = Manifest(
        BundleKind(content["kind"]),
        tuple(content["plans"]),
        content["made_at"],
        content["files"],
        content["about"],
        content["locked"],
        content["kit"],
    )
    if content.get("fingerprint") != manifest.fingerprint:
        raise refused("bundle.tampered", file, part=NAME)
    return manifest


def _is_whole(content: dict[str, Any]) -> bool:
    texts = all(isinstance(content.get(name), str) for name in ("kind", "kit", "made_at"))
    tables = all(isinstance(content.get(name), dict) for name in ("about", "files"))
    if not (texts and tables and isinstance(content.get("plans"), list) and content["plans"]):
        return False
    if not all(isinstance(one, str) and len(one) == _DIGITS for one in content["files"].values()):
        return False
    if not (content.get("locked") is None or isinstance(content["locked"], dict)):
        return False
    return all(
        isinstance(plan, dict)
        and isinstance(plan.get("plan_area"), str)
        and isinstance(plan.get("name"), str)
        for plan in content["plans"]
    )


def plan_words(plan: Mapping[str, Any]) -> str:
    """Return what a plan of a manifest is called: its place, and its years where it has any."""
    start, end = plan.get("start_be"), plan.get("end_be")
    if isinstance(start, int) and isinstance(end, int):
        return _("{name}, plan of {start}–{end} B.E.", name=str(plan["name"]), start=start, end=end)
    return str(plan["name"])
