"""The gettext catalogues: English sentences are the message ids, Thai ones lie beside each room.

The ``.po`` files are read as they are. There is no compile step to forget, and no
binary file that can disagree with the text a translator edited.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from planning_kit.language.speaking import current_language

CATALOGUES = Path(__file__).parent / "catalogues"


@cache
def _translations(language: str) -> GNUTranslations:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    merged = Catalog(locale=language)
    for path in sorted((CATALOGUES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language, charset="utf-8"):
                if message.id:
                    merged.add(message.id, message.string)
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return GNUTranslations(compiled)


def translate(message: str, language: str | None = None) -> str:
    """Return ``message`` (an English msgid) in ``language``, else in the one now in use."""
    language = language or current_language()
    return message if language == "en" else _translations(language).gettext(message)


def _(message: str, /, **values: object) -> str:
    """Translate an English sentence and fill its ``{named}`` places."""
    said = translate(message)
    return said.format(**values) if values else said


def N_(message: str) -> str:
    """Mark a sentence for translation now and translate it later."""
    return message


def ngettext(one: str, many: str, n: float, /, **values: object) -> str:
    """Translate a sentence that English words differently for one; Thai has a single form."""
    return _(one if n == 1 else many, n=n, **values)
