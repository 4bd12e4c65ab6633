"""A notebook as an app: checked address, warm kernel, and a page that grows as it is made."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from tornado.iostream import StreamClosedError

from planning_kit.errors import KitError
from planning_kit.hall.address import parameters_of
from planning_kit.hall.app_quiz import quizzes_of_app
from planning_kit.hall.app_renderer import AppRenderer
from planning_kit.hall.kept_cells import KeptCells, Opening
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.page_words import page_words
from planning_kit.hall.permissions import Action
from planning_kit.hall.workbooks import Shown, look_up
from planning_kit.language import N_, speaking
from planning_kit.runs.app_face import as_app, as_reading
from planning_kit.runs.fingerprint import fingerprint
from planning_kit.runs.kernel_environment import kernel_environment
from planning_kit.runs.parameters import check_parameters
from planning_kit.runs.shelf import notebook_path, notebooks_at
from planning_kit.tool_titles import title_of
from planning_kit.visitor import ROLE_VARIABLE


class AppPage(Page):
    """One notebook for one workbook, in a kernel that belongs to the visitor's session."""

    def initialize(self, voila_configuration: Any, template_paths: list[str], config: Any) -> None:
        """Take what Voila's renderer needs."""
        self._voila = {
            "voila_configuration": voila_configuration,
            "template_paths": template_paths,
            "traitlet_config": config,
        }

    async def get(self, way: str, name: str) -> None:
        """Refuse what does not fit, then send the page while it is worked out.

        ``way`` is ``"app"`` to read, ``"tools"`` to write: only then the tools are open, and
        only then a kernel stays with the page.
        """
        self.has_tools = way == "tools"
        self.need(Action.OPEN_APP)
        self.keep_language()
        try:
            path = self._notebook(name)
            self.parameters = parameters_of(self.request.query_arguments, self.language)
            area, start = str(self.parameters["area"]), int(str(self.parameters["plan_start"]))
            self.need_in(Action.OPEN_APP, area, start)
            check_parameters(path, self.parameters)
            with speaking(self.language):
                shown = await asyncio.to_thread(look_up, self.parameters, self.store_url)
                _refuse_other_level(name, shown)
        except KitError as error:
            raise Refused(404 if error.code == "runs.unknown-notebook" else 400, error) from error
        self.notebook_words = self._words(shown, name)
        kept: KeptCells = self.settings["hall_kept_cells"]
        try:
            with self.house.place() as self.place, kept.opening(self._made_from(path)) as opening:
                await self._send(path, opening)
        except KitError as error:
            raise Refused(503, error) from error

    def _notebook(self, name: str) -> Path:
        own = self.choices.notebooks
        if own is not None and (own / f"{name}.ipynb").is_file():
            return own / f"{name}.ipynb"
        return notebook_path(name)

    def _words(self, shown: Shown, name: str) -> dict[str, Any]:
        """Return what the frame of the page says; the notebook carries it to the template."""
        # Sets the cookie with which the page, when it closes, may say so.
        self.xsrf_token  # noqa: B018
        with speaking(self.language):
            practice = shown.practice or self.choices.practice
            frame = self.shell(shown.title, practice=practice, words=page_words())
        place = self.place_of(str(self.parameters["area"]), int(str(self.parameters["plan_start"])))
        known = {"area": self.parameters["area"], "name": name, "front": f"/?{place}"}
        other = "app" if self.has_tools else "tools"
        known["has_tools"] = self.has_tools
        known["other_way"] = f"/{other}/{name}?{self.request.query}"
        with speaking(self.language):
            known["quizzes"] = quizzes_of_app(name, place) if self.choices.practice else []
        return {**frame, **known, "data_version": shown.data_version}

    async def _send(self, path: Path, opening: Opening) -> None:
        renderer = AppRenderer(
            self._start_kernel,
            opening,
            request_handler=self,
            notebook_path=str(path),
            base_url="/",
            page_config=self.settings["page_config"],
            **self._voila,
        )
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        await renderer.initialize()
        try:
            with speaking(self.language):
                async for piece in renderer.generate_content_generator():
                    self.write(piece[0])
            await self.finish()
        except StreamClosedError:
            self.log.info("planning-kit: a page was closed before it was whole")
        finally:
            if renderer.kernel_id and renderer.has_widgets:
                self.house.end_unless_opened(renderer.kernel_id)
            elif renderer.kernel_id:
                # Nothing on the page speaks with the kernel any more.
                await self.house.end(renderer.kernel_id)

    def _made_from(self, path: Path) -> str:
        """Return what decides the page: notebook, parameters, data, and the day it speaks of."""
        version = self.notebook_words["data_version"]
        return f"{fingerprint(path, self.parameters, data_version=version)} {datetime.now().astimezone().date()}"

    async def _start_kernel(self) -> str:
        return await self.house.start(self.visitor.session, self._environment(), self.place)

    def _environment(self) -> Mapping[str, str]:
        added = kernel_environment(self.store_url, self.language)
        return {**os.environ, **added, ROLE_VARIABLE: str(self.visitor.role)}


def _refuse_other_level(name: str, shown: Shown) -> None:
    """Refuse a tambon's notebook for a province, and the other way round."""
    there = notebooks_at(above=shown.is_above)
    if name in notebooks_at(above=not shown.is_above) and name not in there:
        raise KitError(
            "hall.other-level",
            N_(
                "This page is not for {place}: households, problems and projects are in the "
                "workbooks of tambons, plans are put together in those above. Go back to its "
                "first page."
            ),
            place=shown.title,
        )


def prelaunch(page: Any, notebook: NotebookNode, cwd: str) -> NotebookNode:
    """Return the face of a notebook that was asked for: what Voila runs in place of it.

    Voila calls this before anything is executed; ``page`` is the :class:`AppPage`.
    """
    made = (as_app if page.has_tools else as_reading)(notebook, page.parameters)
    with speaking(page.language):
        for cell in made.cells:
            if tools := cell.metadata.get("closed_tools"):
                cell.metadata["closed_tools"] = [title_of(*one) for one in tools]
    made.metadata["planning_kit"] = page.notebook_words
    return made
