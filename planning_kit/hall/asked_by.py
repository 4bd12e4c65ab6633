"""Who asks for a page: a person who looks at it, or a script that wants to be told."""

from __future__ import annotations

from tornado.web import RequestHandler


class AskedBy(RequestHandler):
    """A page that answers scripts in their way."""

    @property
    def wants_data(self) -> bool:
        """Tell whether a script asks, and not a person who looks at a page."""
        return "application/json" in self.request.headers.get("Accept", "")
