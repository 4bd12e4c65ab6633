"""Links of lessons: what they may lead to, and that it is there."""

from __future__ import annotations

from collections.abc import Iterator

from planning_kit.course.folder import EpisodeFolder
from planning_kit.course.glossary import glossary
from planning_kit.course.markdown import holds_html, link_targets
from planning_kit.language import _
from planning_kit.shipped import shipped


def link_faults(folder: EpisodeFolder) -> Iterator[str]:
    """Yield a sentence for each link that leads nowhere, and for HTML and pictures."""
    for text in folder.texts():
        if not text.is_marked:
            continue
        if holds_html(text.said):
            yield _("{where}: take out HTML and pictures; neither is printed", where=text.where)
        for target in link_targets(text.said):
            if not _is_there(folder, target):
                yield _("{where}: the link to “{target}” leads nowhere", where=text.where, target=target)  # fmt: skip


def _is_there(folder: EpisodeFolder, target: str) -> bool:
    kind, _colon, name = target.partition(":")
    if kind == "app":
        app = name or str(folder.said.get("app", ""))
        return bool(app) and shipped("notebooks").joinpath(f"{app}.ipynb").exists()
    if kind == "worksheet":
        return name in {str(row.get("code")) for row in folder.rows("worksheet")}
    if kind == "term":
        return name in glossary()
    if kind in ("handout", "quiz") and not name:
        return True
    if kind in ("episode", "handout") and name.isdigit() and len(name) == 2:
        return any(shipped("course").glob(f"{name}_*/episode.toml"))
    return False
