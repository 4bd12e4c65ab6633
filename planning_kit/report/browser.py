"""The browser that is already on the machine: found, and run without a window or a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
)
_WINDOWS = (
    ("Google", "Chrome", "Application", "chrome.exe"),
    ("Microsoft", "Edge", "Application", "msedge.exe"),
    ("Chromium", "Application", "chrome.exe"),
)
_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_OFFLINE = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_LONGEST_SECONDS = 180


def find_browser() -> Path | None:
    """Return Chromium, Chrome or Edge, from the search path or its usual place; else ``None``."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((place for place in _usual_places() if place.is_file()), None)


def _usual_places() -> list[Path]:
    if sys.platform == "win32":
        roots = (os.environ.get(n) for n in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        return [Path(root, *parts) for root in roots if root for parts in _WINDOWS]
    if sys.platform == "darwin":
        return [
            root / app
            for root in (Path("/Applications"), Path.home() / "Applications")
            for app in _MACOS
        ]
    return []


def made_by_browser(browser: Path, page: Path, out: Path, flag: str, *flags: str) -> Path:
    """Let ``browser`` make ``out`` of ``page`` and return it.

    ``flag`` names what is made (``--print-to-pdf``, ``--screenshot``). Raises ``KitError``
    ``report.not-printed`` where no such file comes of it; an older ``out`` is then kept.
    """
    page, out = Path(page).resolve(), Path(out).resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        # Made beside and moved, so that a failed print never passes for the last good one.
        fresh = Path(folder, "made" + out.suffix)
        profile = f"--user-data-dir={Path(folder, 'profile')}"
        said = _run([str(browser), *_OFFLINE, profile, *flags, f"{flag}={fresh}", page.as_uri()])
        if not fresh.is_file() or not fresh.read_bytes().startswith((b"%PDF", b"\x89PNG")):
            raise KitError(
                "report.not-printed",
                N_(
                    "The browser {browser} did not print {page} ({said}). Open the page in a "
                    "browser and print it from there."
                ),
                browser=browser.name,
                page=str(page),
                said=said,
            )
        shutil.move(fresh, out)
    return out


def _run(command: list[str]) -> str:
    # Chromium's sandbox refuses to start for the superuser of a container.
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.insert(1, "--no-sandbox")
    # No pipes: a child that the browser leaves behind would hold them open, and us waiting.
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=_LONGEST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"> {_LONGEST_SECONDS} s"
    except OSError as error:
        return error.strerror or type(error).__name__
    return f"exit {done.returncode}"
