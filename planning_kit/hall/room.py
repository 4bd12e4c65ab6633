"""Voila as the hall uses it: its renderer and kernels, the kit's pages, and no other route."""

from __future__ import annotations

import logging
import os
import re
import secrets
import sys
from pathlib import Path
from typing import Any

import voila
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.paths import collect_template_paths
from voila.utils import get_page_config, get_voila_labextensions_path

from planning_kit.hall.app_page import AppPage, prelaunch
from planning_kit.hall.authorizer import HallAuthorizer
from planning_kit.hall.choices import LOOPBACK, HallChoices
from planning_kit.hall.codes_page import GiveCode
from planning_kit.hall.course_routes import COURSE_ROUTES
from planning_kit.hall.entrance import FirstPin, SignIn, SignOut
from planning_kit.hall.files_served import Look, Shipped
from planning_kit.hall.front import Front, NewWorkbook
from planning_kit.hall.hands_page import CountedAloud
from planning_kit.hall.identity import HallIdentity
from planning_kit.hall.join_codes import JoinCodes, codes_file
from planning_kit.hall.kept_cells import KeptCells
from planning_kit.hall.kernel_house import KernelHouse
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.look import TEMPLATES
from planning_kit.hall.outbox import Outbox
from planning_kit.hall.page import NoSuchPage
from planning_kit.hall.plans_routes import PLANS_ROUTES
from planning_kit.hall.practising import BeginAgain
from planning_kit.hall.projector import Projector, ProjectorNow
from planning_kit.hall.report_page import Press, ReportPage
from planning_kit.hall.room_page import Hello, RoomNow, RoomPage
from planning_kit.hall.sockets import ALLOWED_MESSAGES, Alive, KernelSocket, LeavePage, OwnKernel
from planning_kit.hall.tries import CodeTries, Tries
from planning_kit.hall.vote_results import VoteResultData, VoteResults
from planning_kit.hall.votes_page import CloseVote, Votes
from planning_kit.runs.kernel import ThisPython, transport_encryption
from planning_kit.workbook.copies import PracticeCopies

_KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
_WIDGETS = (
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
)
# It fetches a typesetter for formulas, of which there are none, from somewhere else.
_LEFT_OUT = ["@jupyterlab/mathjax2-extension:plugin", "@jupyterlab/mathjax2-extension"]
_PING_MS = 30_000
_LONGEST_SOCKET_NAME = 107
_POLICY = "; ".join(
    (
        "default-src 'none'",
        # Voila's script compiles the schemas of its settings, which browsers count as eval;
        # anywidget loads the kit's own scripts, which the kernel sends, from a blob.
        "script-src 'self' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# Not no-referrer: browsers then name no origin with a form, and jupyter_server refuses it.
_HEADERS = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "same-origin"}


class Room(Voila):
    """Voila with the kit's own routes, identity and template; it reads no configuration file."""

    name = "voila"
    choices: HallChoices
    join_codes: JoinCodes

    def initialize(self, argv: Any = None) -> None:
        """Make ready without command line and configuration files.

        What somebody set for another Voila must not open this one.
        """
        self.voila_configuration = VoilaConfiguration(parent=self)
        self.setup_template_dirs()

    def furnish(self, choices: HallChoices, keys: HallKeys) -> None:
        """Take what was chosen; to be called before ``initialize``."""
        self.choices, self._keys = choices, keys
        self.join_codes = JoinCodes(codes_file(choices.keys_file))
        self.ip, self.port, self.open_browser = LOOPBACK, choices.port, False
        self.log_level = logging.WARNING
        self.identity_provider_class = HallIdentity
        self.authorizer_class = HallAuthorizer
        self.cookie_secret = keys.cookie_secret
        self.config.VoilaConfiguration.prelaunch_hook = prelaunch
        self.config.VoilaConfiguration.kernel_spec_manager_class = ThisPython
        self.config.VoilaConfiguration.extension_allowlist = list(_WIDGETS)
        self.config.VoilaConfiguration.allow_template_override = "NO"
        self.config.VoilaConfiguration.allow_theme_override = "NO"
        self.config.VoilaConfiguration.attempt_fix_notebook = False
        kernels = self.config.AsyncMappingKernelManager
        kernels.cull_idle_timeout = choices.idle_seconds
        kernels.cull_interval = min(300, max(1, choices.idle_seconds // 2))
        kernels.cull_connected = True
        kernels.allow_tracebacks = False
        kernels.transport_encryption = transport_encryption()

    def keep_connections_in(self, folder: str) -> None:
        """Keep what leads to the kernels in a folder that only this user can open.

        Sockets in that folder where the system has them. A port that was free a moment ago may
        be taken by somebody's outgoing connection when the kernel opens it: with forty kernels
        that happens every other day.
        """
        self.connection_dir = self.root_dir = folder
        longest = Path(folder) / "kernel-00000000-0000-0000-0000-000000000000-ipc-5"
        if sys.platform == "linux" and len(os.fsencode(longest)) < _LONGEST_SOCKET_NAME:
            self.config.KernelManager.transport = "ipc"

    def setup_template_dirs(self) -> None:
        """Point at the kit's template, wherever the kit lies; Voila's own are not looked at."""
        self.template_paths = [str(TEMPLATES)]
        base = collect_template_paths(["voila"], "base", prune=True)
        found = [Path(path) / "static" for path in base if (Path(path) / "static").is_dir()]
        self.static_paths = [str(found[0])]

    def init_settings(self) -> dict[str, Any]:
        """Return Voila's settings, with the hall's own."""
        settings: dict[str, Any] = super().init_settings()
        self.kernel_manager.allowed_message_types = list(ALLOWED_MESSAGES)
        chosen = self.choices
        settings |= {
            "allow_remote_access": False,
            "autoreload": False,
            "default_handler_class": NoSuchPage,
            "headers": dict(_HEADERS),
            "ws_ping_interval": _PING_MS,
            "xsrf_cookies": True,
            "xsrf_cookie_kwargs": {"samesite": "Strict"},
            "hall_choices": chosen,
            "hall_keys": self._keys,
            "hall_tries": Tries(),
            "code_tries": CodeTries(),
            "hall_press": Press(Path(self.root_dir), chosen.store_url),
            "hall_outbox": Outbox(Path(self.root_dir), chosen.store_url),
            "hall_kept_cells": KeptCells(),
            "join_codes": self.join_codes,
            "vote_results": VoteResults(chosen.store_url),
            "practice_copies": self._copies(),
            "phones_seen": {},
            "hall_first_key": secrets.token_urlsafe(24),
            "kernel_house": KernelHouse(
                self.kernel_manager, chosen.most_kernels, chosen.grace_seconds
            ),
        }
        settings["page_config"] = self._page_config(settings)
        return settings

    def _copies(self) -> PracticeCopies | None:
        if not self.choices.practice:
            return None
        copies = PracticeCopies(self.choices.store_url)
        copies.prepare()
        return copies

    def _page_config(self, settings: dict[str, Any]) -> dict[str, Any]:
        """Return what Voila's script is told; made once, and told nothing of this computer."""
        whole = get_page_config(
            base_url="/",
            settings=settings,
            log=self.log,
            voila_configuration=self.voila_configuration,
        )
        version = f"/voila/{voila.__version__}"
        return {
            **whole,
            "fullStaticUrl": f"{version}/static",
            "fullLabextensionsUrl": f"{version}/labextensions",
            "themesUrl": f"{version}/themes",
            "disabledExtensions": _LEFT_OUT,
        }

    def init_handlers(self) -> list[Any]:
        """Return every route there is; Voila's own list is not taken."""
        version = rf"/voila/{re.escape(voila.__version__)}"
        app = {
            "voila_configuration": self.voila_configuration,
            "template_paths": self.template_paths,
            "config": self.config,
        }
        return [
            (r"/", Front),
            (r"/new", NewWorkbook),
            (r"/(app|tools)/([0-9]{2}_[a-z_]{1,40})", AppPage, app),
            *COURSE_ROUTES,
            (r"/report", ReportPage),
            *PLANS_ROUTES,
            (r"/begin-again", BeginAgain),
            (r"/room", RoomPage),
            (r"/room/now", RoomNow),
            (r"/hello", Hello),
            (r"/codes", GiveCode),
            (r"/votes", Votes),
            (r"/votes/close", CloseVote),
            (r"/votes/hands", CountedAloud),
            (r"/vote-result", VoteResultData),
            (r"/projector", Projector),
            (r"/projector/now", ProjectorNow),
            (r"/login", SignIn),
            (r"/logout", SignOut),
            (r"/first-pin/([\w-]{1,80})", FirstPin),
            (r"/look/([\w.-]{1,80})", Look),
            (r"/alive", Alive),
            (rf"/api/kernels/{_KERNEL}", OwnKernel),
            (rf"/api/kernels/{_KERNEL}/channels", KernelSocket),
            (rf"/voila/api/shutdown/{_KERNEL}", LeavePage),
            (rf"{version}/static/(.*)", Shipped, {"path": self.static_paths[0]}),
            *(
                (rf"{version}/labextensions/{name}/(.*)", Shipped, {"path": _folder_of(name)})
                for name in _WIDGETS
            ),
            (rf"{version}/themes/(.*)", Shipped, {"path": self.themes_dir}),
        ]


def _folder_of(extension: str) -> str:
    """Return the folder of a script that draws widgets."""
    for folder in get_voila_labextensions_path():
        if (Path(folder) / extension).is_dir():
            return str(Path(folder) / extension)
    raise FileNotFoundError(extension)
