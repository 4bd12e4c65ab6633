"""What every light page has: its visitor, its language, its frame, and a kind word when it fails."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from typing import Any

import jinja2
from tornado.httputil import url_concat
from tornado.web import HTTPError

from planning_kit.hall.asked_by import AskedBy
from planning_kit.hall.badge import DAYS, Badge
from planning_kit.hall.error_lines import error_lines
from planning_kit.hall.join_codes import JoinCode, JoinCodes
from planning_kit.hall.light_choices import LightChoices
from planning_kit.hall.light_desk import LightDesk, Seen
from planning_kit.hall.light_look import light_files, name_of
from planning_kit.hall.page_language import LANGUAGE_COOKIE, language_of
from planning_kit.hall.permissions import Action, may
from planning_kit.language import N_, _, current_language, speaking

LARGEST_BODY = 64 * 1024
"""Bytes of a form: far more than the longest card or ballot."""
PRACTICE_LABEL = N_("Practice data: invented, not of a real place")
_TEMPLATES = Path(__file__).parent / "template" / "light"
_CLOSED = N_("This page is not open to you. Join with the code on the wall, or scan the picture.")
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# Stands in a page that is kept for many, until each gets the own one; no text can hold it.
_FORM_KEY = "\x00form-key\x00"
_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_TEMPLATES),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


class LightPage(AskedBy):
    """The ground of every light page."""

    def set_default_headers(self) -> None:
        """Forbid what comes from elsewhere."""
        self.set_header("Content-Security-Policy", _POLICY)
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def prepare(self) -> None:
        """Refuse another name's page and what is too long; take the secret as it now is."""
        self.application.settings["cookie_secret"] = self.settings["light_secret"].now()
        if not _is_plain_address(self.request.host_name):
            raise HTTPError(403)
        if len(self.request.body) > LARGEST_BODY:
            raise HTTPError(413)

    @property
    def choices(self) -> LightChoices:
        """Return how the light pages are served."""
        chosen: LightChoices = self.settings["light_choices"]
        return chosen

    @property
    def codes(self) -> JoinCodes:
        """Return the join codes."""
        codes: JoinCodes = self.settings["join_codes"]
        return codes

    @property
    def desk(self) -> LightDesk:
        """Return what reads and saves."""
        desk: LightDesk = self.settings["light_desk"]
        return desk

    @property
    def cookie_name(self) -> str:
        """Return the name of this cookie: of the light pages of this hall."""
        return f"planning-kit-light-{self.choices.hall_port}"

    def keep_on_phone(self, name: str, said: str, days: int = DAYS) -> None:
        """Keep something on this phone for ``days``, signed, out of reach of scripts."""
        self.set_signed_cookie(
            name, said, expires_days=days, httponly=True, samesite="Lax",
            secure=self.request.protocol == "https",
        )  # fmt: skip

    def get_current_user(self) -> Badge | None:
        """Return the badge of the cookie, if its code is still good; a facilitator has none here."""
        signed = self.get_signed_cookie(self.cookie_name, max_age_days=DAYS)
        badge = Badge.read(signed.decode()) if signed else None
        return badge if badge is not None and self.codes.is_good(badge.code_id) else None

    def need(self, action: Action) -> Badge:
        """Return the visitor's badge; raises 403 unless it lets the visitor do ``action``."""
        badge: Badge | None = self.current_user
        if badge is None or not may(badge.role, action, practice=self.choices.practice):
            raise HTTPError(403)
        return badge

    def joined_with(self, badge: Badge) -> JoinCode:
        """Return the code that a badge came with; raises 403 where it was just ended."""
        code = self.codes.named(badge.code_id)
        if code is None:
            raise HTTPError(403)
        return code

    @property
    def language(self) -> str:
        """Return the language asked for in the address, else kept, else the hall's."""
        return language_of(self, self.choices.language)

    def show(self, template: str, title: str, seen: Seen | None = None, **known: Any) -> None:
        """Write a page in the language in use."""
        self.send(self.made(template, title, seen, **known))

    def send(self, page: str) -> None:
        """Write a page that was made, with the key that shows its form is ours."""
        if "language" in self.request.query_arguments:
            self.set_cookie(LANGUAGE_COOKIE, self.language, expires_days=30, samesite="Lax")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page.replace(_FORM_KEY, self.xsrf_token.decode()))

    def made(self, template: str, title: str, seen: Seen | None = None, **known: Any) -> str:
        """Return a page in the language in use; it may be kept and sent to many."""
        language = current_language()
        other = "en" if language == "th" else "th"
        path = self.request.path if self.request.method == "GET" else "/"
        is_practice = seen.practice if seen else self.choices.practice
        page = {
            "title": title,
            "place": seen.titles[language] if seen else "",
            "practice": _(PRACTICE_LABEL) if is_practice else "",
            "language": language,
            "other_language": other,
            "other_address": url_concat(path, {"language": other}),
            "css": f"/look/{name_of('css')}",
            "js": f"/look/{name_of('js')}",
            **known,
        }
        return _environment.get_template(template).render(_=_, page=page, form_key=_FORM_KEY)

    def write_error(self, status_code: int, **known: Any) -> None:
        """Say what is wrong in a sentence; no traceback, no path, no name of the program's."""
        error = known.get("exc_info", (None, None))[1]
        with speaking(self.language):
            lines = error_lines(status_code, error, _CLOSED)
            if self.wants_data:
                self.finish({"ok": False, "said": " ".join(lines), "join": status_code == 403})
                return
            title = _("Tambon planning workbook")
            self.show("sentence.html.j2", title, lines=lines, join=status_code == 403)

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Log nothing of what was asked: an address or a message may hold a person's data."""


class NoLightPage(LightPage):
    """Whatever address has no page."""

    def prepare(self) -> None:
        """Refuse, whoever asks."""
        super().prepare()
        raise HTTPError(404)


class LightLook(LightPage):
    """Style, script and font of the light pages; open to all."""

    def get(self, name: str) -> None:
        """Send one of the few files."""
        kept = light_files().get(name)
        if kept is None:
            raise HTTPError(404)
        self.set_header("Content-Type", kept[0])
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.finish(kept[1])


def _is_plain_address(host: str) -> bool:
    """Tell whether a host is this computer by number; a name may have been made to lead here."""
    if host == "localhost":
        return True
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
