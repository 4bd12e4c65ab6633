"""The Excel templates, for field teams and for the plan, made from the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit.collect.template_cells import plain_rows
from planning_kit.collect.template_guide import write_guide
from planning_kit.collect.template_guide_texts import GUIDES, GuideText
from planning_kit.collect.template_marks import (
    GUIDE_SHEET,
    KIT_MARK,
    LISTS_SHEET,
    SYSTEM_SHEET,
    TEMPLATE_VERSION,
)
from planning_kit.collect.template_rules import AnswerLists, add_rules
from planning_kit.collect.template_sheet import write_sheet
from planning_kit.errors import KitError
from planning_kit.language import LANGUAGES, N_, _, speaking
from planning_kit.records import LocalQuestion, Record, Taxon, extended, template_types


def write_template(
    path: str | Path,
    *,
    language: str = "th",
    filled: Mapping[str, Any] | None = None,
    example: bool = True,
    questions: Iterable[LocalQuestion] = (),
    book: str = "survey",
    taxa: Iterable[Taxon] = (),
) -> Path:
    """Write a template as an .xlsx file and return its path.

    Parameters
    ----------
    language:
        ``"th"`` or ``"en"``, for all wording. Both read back the same.
    filled:
        Rows to fill in, by record name: a frame (land in square wah), records, or mappings
        of field names to values as people write them.
    example:
        Whether each sheet shows its example row. It is never imported.
    questions:
        The area's own questions, each a further column of the sheet it is about.
    book:
        ``"survey"`` for what field teams gather, ``"plan"`` for the plan itself.
    taxa:
        The area's own entries of the lists to choose from, which the drop-downs offer too.

    Raises ``KitError`` ``collect.cannot-write`` where the file cannot be written, and
    ``ValueError`` for an unknown language, workbook or record name.
    """
    path = Path(path)
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {LANGUAGES}, not {language!r}")
    if book not in GUIDES:
        raise ValueError(f"book must be one of {tuple(GUIDES)}, not {book!r}")
    asked = tuple(questions)
    kinds = tuple(extended(kind, asked) for kind in template_types(book))
    unknown = set(filled or {}) - {kind.noun.name for kind in kinds}
    if unknown:
        raise ValueError(f"no sheet for {', '.join(sorted(unknown))}")
    with speaking(language):
        made = _book(GUIDES[book], kinds, filled or {}, language, example, tuple(taxa))
    try:
        made.save(path)
    except OSError as error:
        raise KitError(
            "collect.cannot-write",
            N_(
                "“{file}” cannot be written; close it in other programs and check that the folder "
                "exists and that you may write in it"
            ),
            file=path.name,
        ) from error
    return path


def _book(
    text: GuideText,
    kinds: tuple[type[Record], ...],
    filled: Mapping[str, Any],
    language: str,
    example: bool,
    taxa: tuple[Taxon, ...],
) -> Workbook:
    book = Workbook()
    guide: Worksheet = book.worksheets[0]
    guide.title = GUIDE_SHEET.say(language)
    write_guide(guide, text, kinds, language)
    lists_sheet = book.create_sheet(LISTS_SHEET.say(language))
    lists = AnswerLists(lists_sheet, language, taxa)
    for kind in kinds:
        # Excel allows 31 characters in a sheet name and counts none of the kit's as special.
        sheet = book.create_sheet(kind.noun.title.say(language)[:31])
        write_sheet(sheet, kind, plain_rows(filled.get(kind.noun.name, ())), language, example)
        add_rules(sheet, kind, lists, language)
    _write_system_sheet(book, kinds, language)
    # Hidden sheets stand last, where nobody trips over them.
    book.move_sheet(lists_sheet, offset=len(book.sheetnames))
    lists_sheet.sheet_state = "hidden"
    book.active = 0
    book.properties.creator = "planning-kit"
    book.properties.title = _(text.title)
    return book


def _write_system_sheet(book: Workbook, kinds: tuple[type[Record], ...], language: str) -> None:
    sheet = book.create_sheet(SYSTEM_SHEET.say(language))
    rows = (
        (KIT_MARK, "template"),
        ("version", str(TEMPLATE_VERSION)),
        ("language", language),
        ("records", " ".join(kind.noun.name for kind in kinds)),
    )
    for row in rows:
        sheet.append(row)
    sheet.sheet_state = "hidden"
