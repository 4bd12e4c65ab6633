"""Every route of the light pages, and the secret they share with the hall."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tornado.web

from planning_kit.hall.join_codes import JoinCodes, codes_file
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.learner_desk import LearnerDesk
from planning_kit.hall.light_choices import LightChoices
from planning_kit.hall.light_desk import LightDesk
from planning_kit.hall.light_home import AddCard, Home
from planning_kit.hall.light_join import Join, Leave, LightHello
from planning_kit.hall.light_look import light_files
from planning_kit.hall.light_page import LightLook, NoLightPage
from planning_kit.hall.light_quiz import Quiz, Quizzes
from planning_kit.hall.light_result import Result
from planning_kit.hall.light_vote import Vote, VoteState
from planning_kit.hall.tries import CodeTries

LARGEST_REQUEST = 1024 * 1024
"""Bytes: what is larger is cut off unread; what is larger than a form gets a kind word."""
_CODE = r"([^/]{1,40})"


class CookieSecret:
    """The hall's cookie secret as it now is: setting a PIN changes it while people are here."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen = (0, 0)
        self._secret = b""

    def now(self) -> bytes:
        """Return the secret; raises ``KitError`` as ``HallKeys``."""
        state = self._file.stat() if self._file.exists() else None
        seen = (state.st_mtime_ns, state.st_ino) if state else (0, 0)
        if not self._secret or seen != self._seen:
            self._secret, self._seen = HallKeys(self._file).cookie_secret, seen
        return self._secret


def light_app(choices: LightChoices) -> tornado.web.Application:
    """Return the application; its two desks are to be closed in the end."""
    secret = CookieSecret(choices.keys_file)
    # Made before anybody asks: cutting the font takes a second or two.
    light_files()
    settings: dict[str, Any] = {
        "cookie_secret": secret.now(),
        "compress_response": True,
        "default_handler_class": NoLightPage,
        # A name of its own: the hall's own pages lie at the same address, on another port.
        "xsrf_cookie_name": f"planning-kit-light-form-{choices.hall_port}",
        "xsrf_cookies": True,
        "xsrf_cookie_kwargs": {"samesite": "Lax", "httponly": True},
        # What was asked may hold a code; who asked it is nobody's business.
        "log_function": _say_nothing,
        "light_choices": choices,
        "light_secret": secret,
        "light_desk": LightDesk(choices.store_url),
        "learner_desk": LearnerDesk(choices.store_url, practice=choices.practice),
        "light_results": {},
        "blank_papers": {},
        "join_codes": JoinCodes(codes_file(choices.keys_file)),
        "code_tries": CodeTries(),
    }
    return tornado.web.Application(
        [
            (r"/", Home),
            (r"/join", Join),
            (r"/join/([0-9\u0e50-\u0e59 -]{1,20})", Join),
            (r"/leave", Leave),
            (r"/hello", LightHello),
            (r"/card", AddCard),
            (rf"/vote/{_CODE}", Vote),
            (rf"/vote/{_CODE}/state", VoteState),
            (rf"/result/{_CODE}", Result),
            (r"/quiz", Quizzes),
            (rf"/quiz/{_CODE}", Quiz),
            (r"/look/([\w.-]{1,80})", LightLook),
        ],
        **settings,
    )


def _say_nothing(_handler: Any) -> None:
    """Log no request: its address may hold a code, and 200 phones ask often."""
