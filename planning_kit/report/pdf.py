"""The printed report: the page as PDF, printed by a browser that is already on the machine."""

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
    "--no-pdf-header-footer",
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


def print_pdf(html_path: Path | str, pdf_path: Path | str) -> Path:
    """Print the page at ``html_path`` to ``pdf_path`` and return it.

    A4, with page numbers and margins as the page itself asks for. Raises ``KitError``
    where no browser is installed (``report.no-browser``) or it does not print
    (``report.not-printed``).
    """
    browser = find_browser()
    if browser is None:
        raise KitError(
            "report.no-browser",
            N_(
                "A PDF needs Chrome, Edge or Chromium, and none was found on this machine. "
                "Install one, or open {page} in any browser and print it from there."
            ),
            page=str(html_path),
        )
    page, out = Path(html_path).resolve(), Path(pdf_path).resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        # Printed beside and moved, so that a failed print never passes for the last good one.
        fresh = Path(folder, "report.pdf")
        said = _print(browser, page, fresh, Path(folder, "profile"))
        if not fresh.is_file() or not fresh.read_bytes().startswith(b"%PDF"):
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


def _print(browser: Path, page: Path, out: Path, profile: Path) -> str:
    command = [str(browser), *_OFFLINE, f"--user-data-dir={profile}", f"--print-to-pdf={out}"]
    # Chromium's sandbox refuses to start for the superuser of a container.
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--no-sandbox")
    try:
        done = subprocess.run(
            [*command, page.as_uri()],
            capture_output=True,
            timeout=_LONGEST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"> {_LONGEST_SECONDS} s"
    except OSError as error:
        return error.strerror or type(error).__name__
    return f"exit {done.returncode}"
