"""Two versions of one record, side by side: people choose, nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets as w

from planning_kit.faces.wording import written
from planning_kit.language import _
from planning_kit.records import Record
from planning_kit.thai import format_date
from planning_kit.workbook.saving import Saving, kept_values


class Conflict:
    """Shows what differs, who saved the other version and when, and a button for each."""

    def __init__(self, use_mine: Callable[[], object], use_theirs: Callable[[], object]) -> None:
        self._said = w.HTML()
        mine = w.Button(description=_("Keep mine as the new version"))
        theirs = w.Button(description=_("Take theirs"))
        mine.on_click(lambda _button: use_mine())
        theirs.on_click(lambda _button: use_theirs())
        bar = w.Box([mine, theirs])
        bar.add_class("pk-bar")
        self.widget = w.VBox([self._said, bar])
        self.hide()

    def hide(self) -> None:
        """Take both versions off the screen."""
        self._said.value = ""
        self.widget.layout.display = "none"

    def show(self, kind: type[Record], saving: Saving) -> None:
        """Show the version that was to be saved beside the one that stands."""
        there = saving.theirs
        assert there is not None and saving.record is not None, "only conflicts are shown"
        when = there.when.astimezone()
        said = _(
            "Not saved yet: this record is there already, saved by {who} on {day} at {time}. "
            "Look at both and choose.",
            who=there.who or "–",
            day=format_date(when.date(), "short"),
            time=when.strftime("%H:%M"),
        )
        rows = "".join(self._rows(kind, saving))
        heads = "".join(f"<th>{escape(head)}</th>" for head in ("", _("Mine"), _("Theirs")))
        self._said.value = (
            f'<p class="pk-refused" role="alert">{escape(said)}</p>'
            f'<table class="pk-both"><tr>{heads}</tr>{rows}</table>'
        )
        self.widget.layout.display = None

    @staticmethod
    def _rows(kind: type[Record], saving: Saving) -> list[str]:
        assert saving.theirs is not None and saving.theirs.record is not None
        mine, theirs = kept_values(kind, saving.record), kept_values(kind, saving.theirs.record)
        pairs = [
            (str(spec.label), written(spec, mine[spec.name]), written(spec, theirs[spec.name]))
            for spec in kind.fields()
        ]
        return [
            "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>"
            for row in pairs
            if row[1] != row[2]
        ]
