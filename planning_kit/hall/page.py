"""What every page of the hall has: its language, its look, and a kind word when it fails."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import jinja2
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.httputil import url_concat
from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.address import parameters_of
from planning_kit.hall.choices import HallChoices
from planning_kit.hall.error_lines import error_lines
from planning_kit.hall.identity import Visitor
from planning_kit.hall.kernel_house import KernelHouse
from planning_kit.hall.lan import NamedRight
from planning_kit.hall.look import TEMPLATES, name_of
from planning_kit.hall.own_store import store_of
from planning_kit.hall.page_language import LANGUAGE_COOKIE, language_of
from planning_kit.hall.permissions import Action, may
from planning_kit.language import N_, _, current_language, speaking
from planning_kit.report.html import PRACTICE
from planning_kit.workbook.copies import PracticeCopies

RETRY_SECONDS = 20
"""After how long a page that found no place asks again."""
_CLOSED = N_("This page is not open to you, or the page before it was too old. Open it anew.")
_environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)


class Refused(HTTPError):
    """A page refused for a reason that people can mend; ``error`` says which."""

    def __init__(self, status: int, error: KitError) -> None:
        super().__init__(status)
        self.error = error


class Page(NamedRight, JupyterHandler):
    """The ground of every page: jupyter_server checks host, cookie and form before it acts."""

    def check_xsrf_cookie(self) -> None:
        """Check forms as tornado does; a link that is followed changes nothing and needs none."""
        if self.request.method not in {"GET", "HEAD"}:
            super().check_xsrf_cookie()

    @property
    def choices(self) -> HallChoices:
        """Return how the hall is served."""
        chosen: HallChoices = self.settings["hall_choices"]
        return chosen

    @property
    def house(self) -> KernelHouse:
        """Return the house of the kernels."""
        house: KernelHouse = self.settings["kernel_house"]
        return house

    @property
    def store_url(self) -> str:
        """Return the store that the visitor works in."""
        copies: PracticeCopies | None = self.settings["practice_copies"]
        return store_of(self.visitor.badge, copies, self.choices.store_url)

    @property
    def visitor(self) -> Visitor:
        """Return who asks; raises 403 for nobody."""
        if not isinstance(self.current_user, Visitor):
            raise HTTPError(403)
        return self.current_user

    def may(self, action: Action) -> bool:
        """Tell whether the visitor may do ``action`` in this hall."""
        return may(self.visitor.role, action, practice=self.choices.practice)

    def need(self, action: Action) -> None:
        """Raise 403 unless the visitor may do ``action``."""
        if not self.may(action):
            raise HTTPError(403)

    def need_in(self, action: Action, area: str, plan_start: int) -> None:
        """Raise 403 unless the visitor may do ``action`` in this very workbook."""
        self.need(action)
        if not self.visitor.badge.is_for(area, plan_start):
            raise HTTPError(403)

    def place_for(self, action: Action) -> tuple[str, int]:
        """Return plan area and first year that the page is asked for, if ``action`` is allowed."""
        asked = {
            name: given
            for name in ("area", "plan_start")
            if (given := self.request.arguments.get(name))
        }
        self.need(action)
        try:
            place = parameters_of(asked, self.language)
        except KitError as error:
            raise Refused(400, error) from error
        area, start = str(place["area"]), int(str(place["plan_start"]))
        self.need_in(action, area, start)
        return area, start

    @staticmethod
    def place_of(area: str, plan_start: int) -> str:
        """Return how an address names a workbook."""
        return urlencode({"area": area, "plan_start": plan_start})

    def light_address(self, path: str) -> str:
        """Return the address of a light page as phones reach it; "" where there are none."""
        port = self.settings.get("light_port")
        host = self.settings.get("light_host") or self.request.host_name
        return f"http://{host}:{port}{path}" if port else ""

    @property
    def language(self) -> str:
        """Return the language asked for in the address, else kept, else the hall's."""
        return language_of(self, current_language())

    def keep_language(self) -> None:
        """Remember the language that the address asks for."""
        if "language" in self.request.query_arguments:
            self.set_cookie(LANGUAGE_COOKIE, self.language, expires_days=30, samesite="Strict")

    def shell(self, title: str, **known: Any) -> dict[str, Any]:
        """Return what the frame around every page shows, in the language in use."""
        other = "en" if current_language() == "th" else "th"
        return {
            "title": title,
            "language": current_language(),
            "other_language": other,
            "other_address": self.same_page(language=other),
            "practice": _(PRACTICE) if known.pop("practice", self.choices.practice) else "",
            "css": f"/look/{name_of('css')}",
            "js": f"/look/{name_of('js')}",
            "signed_in": self.current_user is not None and not self.choices.practice,
            **known,
        }

    def same_page(self, **arguments: str) -> str:
        """Return the address of this page, read anew, with some arguments changed."""
        kept = {
            name: values[0].decode("utf-8", "replace")
            for name, values in self.request.query_arguments.items()
        }
        path = self.request.path if self.request.method == "GET" else "/"
        return url_concat(path, {**kept, **arguments})

    def show(self, template: str, title: str, **known: Any) -> None:
        """Write a page; what it says was said in the language in use."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        frame = self.shell(title, **known)
        form_key = self.xsrf_token.decode()
        self.finish(_environment.get_template(template).render(_=_, page=frame, form_key=form_key))

    def send_file(self, name: str, content: bytes, media_type: str = "application/zip") -> None:
        """Send a file to be kept; ``name`` is plain letters."""
        self.set_header("Content-Type", media_type)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(content)

    def write_error(self, status_code: int, **known: Any) -> None:
        """Say what is wrong in a sentence; no traceback, no path, no name of the program's."""
        error = known.get("exc_info", (None, None))[1]
        if isinstance(error, Refused):
            error = error.error
        with speaking(self.language):
            lines = error_lines(status_code, error, _CLOSED)
            retry = isinstance(error, KitError) and error.code == "hall.full"
            if retry:
                self.set_header("Retry-After", str(RETRY_SECONDS))
            self.show(
                "sentence.html.j2",
                _("Tambon planning workbook"),
                lines=lines,
                retry=RETRY_SECONDS if retry else 0,
            )

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Log nothing of what was asked: an address or a message may hold a person's data."""
        if isinstance(value, HTTPError):
            self.log.info("planning-kit: %s for %s", value.status_code, type(self).__name__)


class NoSuchPage(Page):
    """Whatever address has no page."""

    @allow_unauthenticated
    def prepare(self) -> None:  # type: ignore[override]
        """Refuse, whoever asks."""
        raise HTTPError(404)
