"""In which language a page speaks: as its address asks, else as it was kept, else as the hall does."""

from __future__ import annotations

from tornado.web import RequestHandler

from planning_kit.language import LANGUAGES

LANGUAGE_COOKIE = "planning-kit-language"


def language_of(page: RequestHandler, otherwise: str) -> str:
    """Return the language of a page; ``otherwise`` where neither address nor cookie names one."""
    asked = page.request.query_arguments.get("language", [b""])[0].decode("ascii", "replace")
    for language in (asked, page.get_cookie(LANGUAGE_COOKIE, "")):
        if language in LANGUAGES:
            return str(language)
    return otherwise
