"""What the page of an editable table says, in the language in use."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planning_kit.faces.standing import clock
from planning_kit.language import _


def page_words(title: str) -> dict[str, Any]:
    """Return every wording that the page itself puts up, by the name it is asked for."""
    return {
        "title": title,
        "tools": _("Tools of the table"),
        "add": _("+ Add a row"),
        "copy": _("Copy the row"),
        "remove": _("Take the row out"),
        "undo": _("↶ Undo"),
        "redo": _("↷ Redo"),
        "edit": _("Edit the cell"),
        "done": _("Done with this cell"),
        "row": _("row"),
        "total": _("Total"),
        "not_stated": _("not stated"),
        "key_stays": _(
            "This tells the row from others. To change it, take the row out, add a new one"
        ),
        "why": _("Why is it taken out? The reason stays in the history"),
        "how_many": _("Rows to take out: {n}", n="{n}"),
        "take_out": _("Take out"),
        "take_along": _("Take out together with what names it"),
        "leave": _("Leave it"),
        "reading": _("Reading the records …"),
        "saving": _("Saving …"),
        "retrying": _("Not saved yet, trying again"),
        "keys": _(
            "Keys: arrows move, Enter or F2 edits, Esc leaves the cell as it was, Delete empties, "
            "Ctrl-Z undoes, Ctrl-Y redoes, Ctrl-C and Ctrl-V copy and paste from Excel; "
            "Esc, then Tab leaves the table"
        ),
        "states": {
            "waiting": _("not complete yet"),
            "empty": _("not complete yet"),
            "wrong": _("something must be mended"),
            "conflict": _("two versions: choose below the table"),
        },
        "signs": {"waiting": "…", "empty": "…", "wrong": "✕", "conflict": "⇄"},
    }


def saved_at(when: dt.datetime, unsaved: int) -> tuple[str, str]:
    """Return how the table stands after saving: its style and its sentence."""
    said = _("Saved at {time}", time=clock(when))
    if not unsaved:
        return "saved", said
    rest = _("Rows not saved yet: {n}", n=unsaved)
    return "late", f"{said} · {rest}"


def stated_of(n: int, of: int) -> str:
    """Say of how many rows a total is made."""
    return _("{n} of {of} rows state it; what is not stated is not counted as 0", n=n, of=of)
