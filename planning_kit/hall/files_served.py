"""The files a browser needs: the kit's look, and what Voila's own script is made of."""

from __future__ import annotations

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError, StaticFileHandler

from planning_kit.hall.look import files
from planning_kit.hall.page import Page

_YEAR_SECONDS = 365 * 24 * 60 * 60
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


class Shipped(StaticFileHandler):
    """A folder of Voila's own files; its address holds Voila's version, so browsers may keep it."""

    def set_extra_headers(self, path: str) -> None:
        """Let browsers keep the file."""
        self.set_header("Cache-Control", _FOREVER)
        self.set_header("X-Content-Type-Options", "nosniff")

    def write_error(self, status_code: int, **known: object) -> None:
        """Say nothing about what is or is not on the disk."""
        self.set_header("Content-Type", "text/plain")
        self.finish(str(status_code))
