"""What a page says where it fails: what was wrong, or a reference; loads nothing heavy."""

from __future__ import annotations

from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.fault_log import keep_fault
from planning_kit.language import N_, _

_SENTENCES = {
    404: N_("There is no such page here."),
    405: N_("This page cannot do that."),
    413: N_("That was too long. Write it shorter; what you wrote is still on your phone."),
}
_OTHER_SENTENCE = N_("The page could not be shown. Saved answers are safe.")


def error_lines(status: int, error: BaseException | None, closed: str) -> list[str]:
    """Return the sentences for people, in the language in use.

    ``closed`` is the message id of what is said where a page is not open to who asks.
    """
    if isinstance(error, KitError):
        return error.say().splitlines()
    if error is not None and not isinstance(error, HTTPError):
        reference = keep_fault(error)
        return [
            _(_OTHER_SENTENCE),
            _("Reference for whoever helps you: {reference}", reference=reference),
        ]
    return [_(closed if status == 403 else _SENTENCES.get(status, _OTHER_SENTENCE))]
