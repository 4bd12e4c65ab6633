"""Photos, hand-drawn maps and papers that people attach: read, made small, made safe."""

from __future__ import annotations

import errno
import io
import stat
import warnings
from dataclasses import dataclass
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_

LONGEST_SIDE = 2000
"""Pixels; an A4 page prints no more than this across at 240 dots per inch."""
MOST_BYTES = 30 * 1024 * 1024
# A hundred megapixels: above every phone, below what fills a small laptop's memory.
_MOST_PIXELS = 100_000_000
_QUALITY = 85
# A PDF that lacks its last line was not copied whole.
_PDF_END, _PDF_TAIL = b"%%EOF", 2048
_READABLE = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")


@dataclass(frozen=True)
class Photo:
    """A picture or paper ready to keep; a picture carries no place, time or camera any more."""

    content: bytes
    media_type: str
    file_name: str


def read_photo(path: str | Path) -> Photo:
    """Read a picture (JPEG, PNG, WebP, GIF, BMP, TIFF) or a PDF.

    A picture is turned upright, made at most ``LONGEST_SIDE`` pixels long, and written anew
    without what the phone noted beside it (where, when, which camera), because a photo of a
    field can tell where somebody lives. A PDF is kept as it is.

    Raises ``KitError``: ``collect.photo-not-found``, ``collect.photo-too-large``,
    ``collect.photo-heic``, ``collect.photo-unreadable``.
    """
    file = Path(path)
    content = _bytes_of(file)
    if content.startswith(b"%PDF-"):
        if _PDF_END not in content[-_PDF_TAIL:]:
            raise _unreadable(file.name)
        return Photo(content, "application/pdf", file.name)
    if content[4:12] in _HEIC:
        raise KitError(
            "collect.photo-heic",
            N_(
                "“{file}” is an iPhone picture (HEIC), which cannot be read here; send it as JPG "
                "(on the phone: Settings › Camera › Formats › Most Compatible), then attach it"
            ),
            file=file.name,
        )
    return _picture(content, file.name)


def _bytes_of(file: Path) -> bytes:
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):
            # Opening a pipe would wait for its writer.
            raise OSError(errno.EINVAL, "no plain file")
        if about.st_size > MOST_BYTES:
            raise KitError(
                "collect.photo-too-large",
                N_("“{file}” is larger than {most} MB; make the picture smaller, then attach it"),
                file=file.name,
                most=MOST_BYTES // 1024 // 1024,
            )
        return file.read_bytes()
    except OSError as error:
        raise KitError(
            "collect.photo-not-found",
            N_("There is no file “{file}” that can be read; check its name and folder"),
            file=file.name,
        ) from error


def _picture(content: bytes, name: str) -> Photo:
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            # Odd notes beside a picture are of no account here; they are dropped anyway.
            warnings.simplefilter("ignore")
            # A picture that claims more pixels than it can have is refused, not warned of.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_READABLE) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    raise Image.DecompressionBombError
                has_clear_parts = "A" in opened.getbands() or "transparency" in opened.info
                upright = ImageOps.exif_transpose(opened)
                upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                plain = upright.convert("RGBA" if has_clear_parts else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError,
            Image.DecompressionBombWarning) as error:  # fmt: skip
        raise _unreadable(name) from error
    kept = Image.new(plain.mode, plain.size)
    kept.paste(plain)
    written = io.BytesIO()
    if has_clear_parts:
        kept.save(written, "PNG", optimize=True)
        return Photo(written.getvalue(), "image/png", name)
    kept.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return Photo(written.getvalue(), "image/jpeg", name)


def _unreadable(name: str) -> KitError:
    return KitError(
        "collect.photo-unreadable",
        N_("“{file}” is not a picture or PDF that can be read; save it as JPG or PNG again"),
        file=name,
    )
