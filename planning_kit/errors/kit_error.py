"""The kit's one kind of error: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.language import Words, translate


class KitError(Exception):
    """Something a user can understand and mend.

    Parameters
    ----------
    code:
        Stable short name, ``room.what`` (``"areas.unknown-code"``); scripts may rely on it.
    sentence:
        English message id, marked with ``N_``, with ``{named}`` places. It says where,
        what and how to mend.
    values:
        What fills the places. Never a person's name or number: sentences reach logs.
    """

    def __init__(self, code: str, sentence: str, /, **values: object) -> None:
        super().__init__(code, sentence, values)
        self.code = code
        self.message_id = sentence
        self.values = values

    def say(self, language: str | None = None) -> str:
        """Return the sentence in ``language`` (``"th"``/``"en"``), else in the one in use."""
        said = {
            name: value.say(language) if isinstance(value, Words) else value
            for name, value in self.values.items()
        }
        return translate(self.message_id, language).format(**said)

    def __str__(self) -> str:
        return self.say()

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.code, self.message_id, self.values)


def _rebuild(kind: type[KitError], code: str, sentence: str, values: dict[str, object]) -> KitError:
    return kind(code, sentence, **values)


class ReadingError(KitError, ValueError):
    """A text that cannot be read as a date, number, land area, unit or code."""


class KitErrors(KitError):
    """Several errors found together, so that all can be mended at one sitting."""

    def __init__(self, errors: Sequence[KitError]) -> None:
        if not errors:
            raise ValueError("KitErrors needs at least one error")
        super().__init__(errors[0].code, errors[0].message_id, **errors[0].values)
        self.errors = tuple(errors)

    def __reduce__(self) -> tuple[object, ...]:
        return KitErrors, (self.errors,)

    def say(self, language: str | None = None) -> str:
        """Return one sentence a line, in ``language`` or the one in use."""
        return "\n".join(error.say(language) for error in self.errors)
