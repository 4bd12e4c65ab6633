"""The result of a closed vote, worked out once for each state of the data, for all who look."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from planning_kit.errors import KitError
from planning_kit.hall.address import parameters_of
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.language import N_, speaking
from planning_kit.report.section import Section
from planning_kit.workbook import open_workbook

_MOST_KEPT = 50
At = tuple[str, int, str, str]


@dataclass(frozen=True)
class VoteResult:
    """A result for the wall, as ``html``, and for a phone: sentences, and a row per option."""

    html: str
    sentences: Sequence[str]
    rows: Sequence[dict[str, str]]


class VoteResults:
    """Works out one result at a time; keeps those whose data have not changed since."""

    def __init__(self, store_url: str) -> None:
        self._store_url = store_url
        self._one_at_a_time = asyncio.Lock()
        self._made: dict[At, tuple[str, VoteResult]] = {}

    async def of(self, area: str, plan_start: int, code: str, language: str) -> VoteResult:
        """Return the result of a vote; raises ``KitError`` ``hall.vote-open`` until it is closed."""
        async with self._one_at_a_time:
            at = (area, plan_start, code, language)
            # Not asyncio.to_thread: it lends this loop's context, in which Jupyter keeps the loop.
            return await asyncio.get_running_loop().run_in_executor(None, self._of, at)

    def _of(self, at: At) -> VoteResult:
        # Loaded for the first result only: the drawing library is large, and most of the day
        # nobody asks this process for a chart.
        from planning_kit.report.chapters.money_vote import is_about_money, money_section
        from planning_kit.report.chapters.poll_records import polls_of
        from planning_kit.report.chapters.priorities import poll_section

        area, plan_start, code, language = at
        with speaking(language), open_workbook(area, plan_start, store=self._store_url) as workbook:
            version = workbook.data_version()
            before, kept = self._made.get(at, ("", None))
            if kept is not None and before == version:
                return kept
            votes = next((one for one in polls_of(workbook) if one.code == code), None)
            if votes is None or votes.row["is_closed"] is not True:
                raise KitError("hall.vote-open", N_("This vote has no result yet."))
            sections = [poll_section(workbook, votes)]
            if is_about_money(votes):
                sections.append(money_section(workbook, votes))
            made = _result(sections)
        self._made[at] = (version, made)
        while len(self._made) > _MOST_KEPT:
            self._made.pop(next(iter(self._made)))
        return made


def _result(sections: Sequence[Section]) -> VoteResult:
    html = "".join(section._repr_html_() for section in sections)
    # The first says what was asked, which everybody in the room knows.
    sentences = [*sections[0].sentences[1:], *(s for one in sections[1:] for s in one.sentences)]
    return VoteResult(html, sentences, _rows(sections[0]))


def _rows(section: Section) -> list[dict[str, str]]:
    if not section.tables:
        return []
    table = section.tables[0]
    names = [column.name for column in table.columns]
    if "option" not in names:
        return []
    cells = [dict(zip(names, row, strict=True)) for row in table.cells()]
    return [
        {"place": one.get("place", "–"), "option": one["option"],
         "why": one.get("why", one.get("value", ""))}
        for one in cells
    ]  # fmt: skip


class VoteResultData(Page):
    """Where the light pages fetch a result for their phones."""

    async def get(self) -> None:
        """Send sentences and rows."""
        asked = dict(self.request.query_arguments)
        code = self.get_query_argument("poll", "")[:40]
        asked.pop("poll", None)
        try:
            given = parameters_of(asked, self.language)
            area, start = str(given["area"]), int(str(given["plan_start"]))
            self.need_in(Action.SEE_RESULT, area, start)
            results: VoteResults = self.settings["vote_results"]
            found = await results.of(area, start, code, self.language)
        except KitError as error:
            raise Refused(400, error) from error
        self.finish({"sentences": list(found.sentences), "rows": list(found.rows)})
