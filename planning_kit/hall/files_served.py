"""The files a browser needs: the kit's look, and what Voila's own script is made of."""

from __future__ import annotations

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.httputil import HTTPServerRequest
from tornado.web import GZipContentEncoding, HTTPError, StaticFileHandler

from planning_kit.hall.look import files
from planning_kit.hall.page import Page

_YEAR_SECONDS = 365 * 24 * 60 * 60
_AS_WELL_AS_IT_CAN = 9
_FOREVER = f"public, max-age={_YEAR_SECONDS}, immutable"


class Look(Page):
    """Style, script and fonts of every page; open to all, for whoever signs in needs them too."""

    @allow_unauthenticated
    def get(self, name: str) -> None:
        """Send one of the few files there are."""
        kept = files().get(name)
        if kept is None:
            raise HTTPError(404)
        self.set_header("Content-Type", kept.media_type)
        self.set_header("Cache-Control", _FOREVER)
        self.finish(kept.content)


class Smaller(GZipContentEncoding):
    """Compresses pages quickly, and Voila's own files, which are kept for a year, as well as it can."""

    def __init__(self, request: HTTPServerRequest) -> None:
        super().__init__(request)
        if request.path.startswith("/voila/"):
            self.GZIP_LEVEL = _AS_WELL_AS_IT_CAN


class Shipped(StaticFileHandler):
    """A folder of Voila's own files; its address holds Voila's version, so browsers may keep it."""

    def set_extra_headers(self, path: str) -> None:
        """Let browsers keep the file, and say nothing else: there are a hundred of them."""
        self.set_header("Cache-Control", _FOREVER)
        self.set_header("X-Content-Type-Options", "nosniff")
        for name in ("Server", "Date", "Accept-Ranges", "Last-Modified", "Etag"):
            self.clear_header(name)

    def compute_etag(self) -> None:
        """Give none: what may be kept for a year is never asked for anew."""

    def write_error(self, status_code: int, **known: object) -> None:
        """Say nothing about what is or is not on the disk."""
        self.set_header("Content-Type", "text/plain")
        self.finish(str(status_code))
