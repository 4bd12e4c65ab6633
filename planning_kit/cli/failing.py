"""From an exception to one sentence on stderr and an exit code."""

from __future__ import annotations

import errno
import tempfile
import traceback
from pathlib import Path

import planning_kit
from planning_kit.cli import exit_codes
from planning_kit.cli.console import complain
from planning_kit.errors import KitError, KitErrors
from planning_kit.errors.log_folder import log_folder, new_reference
from planning_kit.language import N_, _

_REASONS = {
    errno.ENOENT: N_("There is no such file or folder: {path}. Check the name."),
    errno.EACCES: N_("No permission for {path}. Close it if it is open, or choose another place."),
    errno.EPERM: N_("No permission for {path}. Close it if it is open, or choose another place."),
    errno.EROFS: N_("No permission for {path}. Close it if it is open, or choose another place."),
    errno.EISDIR: N_("{path} is a folder; give the name of a file."),
    errno.ENOTDIR: N_("Part of {path} is a file, not a folder. Choose another place."),
    errno.EEXIST: N_("{path} is there already. Choose another name."),
    errno.ENOSPC: N_("The disk is full: {path} cannot be written. Free some space."),
}
_DISK_FULL = N_("The disk is full. Free some space, then do this again.")
_OTHER_REASON = N_("{path} cannot be read or written: {reason}.")


def tell(error: Exception, *, debug: bool) -> int:
    """Say on stderr what went wrong and return the exit code; with ``debug``, say where too."""
    if debug:
        complain(traceback.format_exc().rstrip())
    if isinstance(error, KitErrors):
        for one in error.errors:
            complain(_line(one))
        return exit_codes.NOT_ALL_DONE
    if isinstance(error, KitError):
        complain(_line(error))
        return exit_codes.NOT_ALL_DONE
    if isinstance(error, OSError) and error.filename is not None:
        complain(_line(_file_trouble(error)))
        return exit_codes.NOT_ALL_DONE
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        complain(_line(KitError("cli.disk-full", _DISK_FULL)))
        return exit_codes.NOT_ALL_DONE
    complain(_line(_fault(error)))
    return exit_codes.FAULT


def _line(error: KitError) -> str:
    return f"{_('Error')} [{error.code}]: {error.say()}"


def _file_trouble(error: OSError) -> KitError:
    sentence = _REASONS.get(error.errno or 0, _OTHER_REASON)
    reason = error.strerror or type(error).__name__
    return KitError("cli.file-trouble", sentence, path=str(error.filename), reason=reason)


def _fault(error: Exception) -> KitError:
    reference = new_reference()
    return KitError(
        "cli.fault",
        N_(
            "The program met a fault of its own ({kind}, reference {reference}) and stopped; "
            "saved data are as they were. Send this file to whoever helps you: {log}"
        ),
        kind=type(error).__name__,
        reference=reference,
        log=str(_write_log(error, reference)),
    )


def _write_log(error: Exception, reference: str) -> Path:
    """Write the places of the fault, not its text, which may quote a person's data."""
    places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    text = f"planning-kit {planning_kit.__version__}\n{reference}\n{type(error).__name__}\n{places}"
    name = f"planning-kit-{reference}.log"
    try:
        path = log_folder() / name
        path.write_text(text, encoding="utf-8")
    except OSError:
        # A disk that is full or read-only may be the very fault; another place may do.
        path = Path(tempfile.gettempdir()) / name
        path.write_text(text, encoding="utf-8")
    return path
