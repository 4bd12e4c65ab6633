"""Every answer goes to the store while it is typed, as a draft, and is tried until it stands there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from planning_kit.errors import KitError
from planning_kit.faces.control import Control
from planning_kit.faces.standing import Standing
from planning_kit.records import Record
from planning_kit.workbook import Workbook
from planning_kit.workbook.drafts import Draft, TypedAnswer, begin_draft, drop_draft, keep_draft
from planning_kit.workbook.saving import Revision

RETRY_SECONDS = 3.0
"""How long after a failure, a locked store say, the draft is tried again."""

News = Mapping[str, tuple[TypedAnswer, ...]]


class Autosave:
    """The draft under one form. ``page`` tells its answers from those of other pages.

    ``heard_of`` is told of what another page typed in the same draft: by field, the oldest
    first, and the last one is what stands now.
    """

    def __init__(
        self,
        workbook: Workbook,
        kind: type[Record],
        controls: Mapping[str, Control],
        standing: Standing,
        *,
        who: str,
        heard_of: Callable[[News], None],
    ) -> None:
        self._workbook, self._kind, self._controls = workbook, kind, controls
        self._standing, self._who, self._heard_of = standing, who, heard_of
        self._timer: asyncio.TimerHandle | None = None
        self.page = uuid4()
        self._stood: dict[str, Any] = {}
        self.begin(None)

    def begin(self, over: Revision | None) -> None:
        """Begin a new draft, of a new record or over a revision; it is kept with its first answer."""
        self._go_on_with(begin_draft(self._workbook, self._kind, "form", over), {})
        if over is not None:
            # What a page still sends of answers just saved is nothing new.
            self._stood = {name: control.typed() for name, control in self._controls.items()}

    def resume(self, draft: Draft) -> None:
        """Go on with a draft that is kept."""
        self._go_on_with(draft, draft.answers)
        self._standing.widget.draft = str(draft.draft_id)

    def _go_on_with(self, draft: Draft, typed: Mapping[str, Any]) -> None:
        self._stop_waiting()
        self.draft, self._typed, self._new = draft, dict(typed), set[str]()
        self._stood = {}
        self._standing.widget.draft = ""

    def take(self, name: str, typed: Any) -> None:
        """Take an answer as it was typed; ``keep`` writes it."""
        standing = self._typed if name in self._typed else self._stood
        if name not in standing or standing[name] != typed:
            self._typed[name] = typed
            self._new.add(name)

    def keep(self) -> bool:
        """Write what is new, and say so; tell whether it was heard of, kept or refused for good.

        ``False`` where the store is locked, full or away: it is then tried again.
        """
        self._stop_waiting()
        if not self._new:
            return True
        try:
            kept = keep_draft(
                self._workbook,
                self._kind,
                self.draft,
                self._typed,
                {name: control.answer() for name, control in self._controls.items()},
                page=self.page,
                who=self._who,
                changed=self._new,
            )
        except KitError as error:
            return self._not_kept(error)
        news = self._news(kept)
        self.draft, self._new = kept, set()
        self._standing.widget.draft = str(kept.draft_id)
        if kept.last is not None:
            self._standing.draft_kept(kept.last.when)
        if news:
            self._typed |= {name: standing[-1].answer for name, standing in news.items()}
            self._heard_of(news)
        return True

    def drop(self) -> None:
        """Throw the draft away; raises the store's ``KitError``."""
        drop_draft(self._workbook, self.draft.draft_id)

    def _news(self, kept: Draft) -> dict[str, tuple[TypedAnswer, ...]]:
        """Return what other pages typed since this page last read the draft."""
        found = {}
        for name, standing in (kept.typed or {}).items():
            of_others = [one for one in standing if one.page != self.page]
            if any(one.order > self.draft.seen for one in of_others):
                found[name] = standing
        return found

    def _not_kept(self, error: KitError) -> bool:
        if not error.code.startswith("store."):
            # Refused consent, or a record erased: this draft is never kept, however often tried.
            self._standing.widget.draft = ""
            self._standing.not_kept(error.say())
            return True
        self._standing.trying_again(error.say())
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            # A script has no loop to wait in; the next answer tries again.
            return False
        self._timer = loop.call_later(RETRY_SECONDS, self.keep)
        return False

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
