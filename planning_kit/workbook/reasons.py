"""Why a revision was saved, in the words that the kit itself writes beside it."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.store import Revision

WHY = "import"
WHY_MENDED = "mended"
WHY_CORRECTED = "corrected to "
"""How the reason begins where a mended row took the place of the record; its key follows."""


def reason(revision: Revision) -> Words:
    """Return why a record was withdrawn, as a sentence says it."""
    if revision.why.startswith(WHY_CORRECTED):
        key = revision.why.removeprefix(WHY_CORRECTED)
        return Words(f"แก้เป็น {key}", f"corrected to {key}")
    return Words(revision.why, revision.why)
