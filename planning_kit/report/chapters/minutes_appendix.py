"""The appendix of minutes and photos: what each meeting said and resolved, and what it looked like."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.records import Attachment
from planning_kit.records.plain_rows import Row
from planning_kit.report.chapters.meeting_words import sexes_said, votes_said
from planning_kit.report.chapters.meetings import held, listed, meeting_line
from planning_kit.report.chapters.wording import answer
from planning_kit.report.markup import anchor
from planning_kit.report.photo import IMAGES, Photo
from planning_kit.report.section import Layout, Numbering, Section
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook, attached

Kept = tuple[Attachment, bytes, str]
_SHOWN = ("photo", "resource_map", "minutes", "document")
"""What may stand in the book. Sign-in sheets hold names and signatures: they stay in the file."""


def minutes_and_photos(workbook: Workbook) -> Section | None:
    """Return the meetings by date with their photos, then the other photos and maps.

    ``None`` where there is neither a meeting nor a photo.
    """
    meetings, files = held(workbook), _files(workbook)
    if not meetings and not files:
        return None
    section = Section(
        "minutes",
        _("Minutes, photos and maps"),
        layout=Layout.SHEET,
        numbering=Numbering.APPENDIX,
        sentences=[
            _(
                "Minutes say what was said and resolved, not who said it. Sign-in sheets hold "
                "names; they are kept on file and never printed here."
            )
        ],
    )
    section.parts = [_meeting(row, files) for row in meetings]
    told = {row["forum_code"] for row in meetings}
    rest = [kept for kept in files if not _belongs(kept[0], told)]
    if rest:
        part = Section("photos", _("Photos and maps"))
        _add(part, rest)
        section.parts.append(part)
    return section


def _files(workbook: Workbook) -> list[Kept]:
    kept = [(record, file.content, file.media_type) for record, file in attached(workbook, *_SHOWN)]
    return sorted(kept, key=lambda one: (str(one[0].taken_on or "9"), str(one[0].file_name)))


def _belongs(record: Attachment, meetings: set[str]) -> bool:
    return record.about == "forum" and record.about_code in meetings


def _meeting(row: Row, files: list[Kept]) -> Section:
    code = str(row["forum_code"])
    title = _("Meeting {code}: {title}", code=code, title=row["title"])
    section = Section(f"meeting-{anchor(code)}", title, sentences=[_where(row)])
    section.sentences += [
        _("Agenda: {items}", items=" · ".join(listed(row["agenda"]))),
    ] * bool(row["agenda"])
    section.sentences += listed(row["minutes"]) or [_("No minutes have been written down.")]
    if row["resolution"]:
        section.sentences.append(
            _("Resolution: {resolution}", resolution=" ".join(listed(row["resolution"])))
        )
    section.sentences += votes_said(row)
    _add(section, [kept for kept in files if _belongs(kept[0], {code})])
    return section


def _where(row: Row) -> str:
    parts = [meeting_line(row), row["place"]]
    parts.append(sexes_said(row))
    return " · ".join(part for part in parts if part)


def _add(section: Section, files: list[Kept]) -> None:
    """Show the pictures, and name the papers that cannot be shown."""
    for record, content, media_type in files:
        kind = answer("attachment", "kind", record.kind)
        if media_type in IMAGES:
            alt = f"{kind}: {record.caption}"
            section.photos.append(Photo(content, media_type, alt, _caption(record)))
        else:
            section.notes.append(
                _("Kept on file: {kind}, {caption}", kind=kind, caption=_caption(record))
            )


def _caption(record: Attachment) -> str:
    parts = [str(record.caption)]
    if record.taken_on is not None:
        parts.append(format_date(record.taken_on, "short"))
    if record.credit:
        parts.append(_("by {credit}", credit=record.credit))
    return " · ".join(parts)
