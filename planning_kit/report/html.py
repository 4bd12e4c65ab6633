"""One executed notebook becomes one HTML file that needs nothing else."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import nbformat

from planning_kit import design
from planning_kit.errors import KitError
from planning_kit.language import N_, _, speaking
from planning_kit.report.contents import (
    ANCHOR,
    PLACE,
    fill_contents,
    lead_into_folds,
    number_chapters,
    unlink_absent,
)
from planning_kit.report.fonts import font_faces
from planning_kit.report.standing_alone import refuse_outside_requests
from planning_kit.thai.normalize import clean

_HERE = Path(__file__).parent
_TEMPLATE = "template"
_CONTENTS = N_("Contents")
PRACTICE = N_("Practice data: invented, not of a real place")
_FULL = N_("The disk is full: the report cannot be written in {path}. Free some space.")
_CANNOT_WRITE = N_(
    "The report cannot be written in {path}. Choose another folder, or close the file if it is open."
)


def export(
    notebook: Path | str | nbformat.NotebookNode,
    out_path: Path | str,
    *,
    title: str,
    language: str = "th",
    practice: bool = False,
) -> Path:
    """Write the report page of an executed ``notebook`` to ``out_path`` and return it.

    ``title`` runs along the top of screen and paper; ``practice`` labels every screen and
    sheet as invented. The same notebook gives the same bytes. Raises ``KitError`` where a
    cell failed (``report.notebook-failed``), where the page would fetch something
    (``report.outside-request``) or cannot be written (``report.cannot-write``).
    """
    with speaking(language):
        page = to_html(read(notebook), title=title, language=language, practice=practice)
    out = Path(out_path)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise cannot_write(out, error) from error
    return out


def cannot_write(out: Path, error: OSError) -> KitError:
    """Return what to say where a report cannot be written; in people's words, not the system's."""
    said = _FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else _CANNOT_WRITE
    return KitError("report.cannot-write", said, path=str(out.parent))


def read(notebook: Path | str | nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a notebook node, read from its file where a path is given."""
    if isinstance(notebook, (str, Path)):
        return nbformat.read(notebook, as_version=4)
    return notebook


def to_html(
    notebook: nbformat.NotebookNode, *, title: str, language: str, practice: bool = False
) -> str:
    """Return the page as text, in the language in use. Errors as ``export``."""
    _refuse_failed(notebook)
    said = _(PRACTICE) if practice else ""
    page: dict[str, Any] = {
        "title": clean(title),
        "language": language,
        "practice": said,
        "running_title": _in_css(clean(title)),
        "running_practice": _in_css(said),
        "contents_anchor": ANCHOR,
        "contents_label": _(_CONTENTS) if _has_contents(notebook) else "",
        "font_faces": font_faces(),
        "design": {name: value for name, value in vars(design).items() if name.isupper()},
    }
    html = unlink_absent(number_chapters(_rendered(notebook, page)))
    html = lead_into_folds(fill_contents(html))
    refuse_outside_requests(html)
    return html


def _rendered(notebook: nbformat.NotebookNode, page: dict[str, Any]) -> str:
    # nbconvert takes a fifth of a second to import; nothing else in this room needs it.
    from nbconvert.exporters import HTMLExporter

    exporter = HTMLExporter(
        template_name=_TEMPLATE, extra_template_basedirs=[str(_HERE)], exclude_anchor_links=True
    )
    html, _resources = exporter.from_notebook_node(notebook, resources={"page": page})
    return html


def _has_contents(notebook: nbformat.NotebookNode) -> bool:
    return any(
        PLACE in "".join(output.get("data", {}).get("text/html", ""))
        for cell in notebook.cells
        for output in cell.get("outputs", ())
    )


def _refuse_failed(notebook: nbformat.NotebookNode) -> None:
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                raise KitError(
                    "report.notebook-failed",
                    N_(
                        "Cell {cell} of the notebook failed ({what}), so there is no report. "
                        "Mend the cause and run it again."
                    ),
                    cell=number,
                    what=output.get("ename", ""),
                )


def _in_css(text: str) -> str:
    """Return ``text`` for a CSS string: no quote, backslash or tag can end it early."""
    return "".join(f"\\{ord(sign):06x}" if sign in "\"\\<>&'{}\n" else sign for sign in text)
