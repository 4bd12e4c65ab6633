"""Pictures people attach: small, upright, and silent about where they were taken."""

import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from planning_kit.collect.photo import read_photo
from planning_kit.errors import KitError

GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def phone_picture(path, size=(3000, 1500)):
    """A picture as a phone takes it: lying on its side, with place and maker noted."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "Telephone"
    exif.get_ifd(GPS)[2] = (14.0, 1.0, 2.0)
    Image.new("RGB", size, "green").save(path, "JPEG", exif=exif)
    return path


def test_a_phone_picture_is_turned_made_small_and_forgets_its_place(tmp_path):
    path = phone_picture(tmp_path / "ทุ่งนา.jpg")
    assert b"Telephone" in path.read_bytes()
    photo = read_photo(path)
    with Image.open(io.BytesIO(photo.content)) as kept:
        assert kept.size == (1000, 2000)  # 3000 × 1500, turned by a quarter, longest side 2000
        assert dict(kept.getexif()) == {}
    assert b"Telephone" not in photo.content
    assert (photo.media_type, photo.file_name) == ("image/jpeg", "ทุ่งนา.jpg")


def test_a_logo_keeps_its_clear_ground(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGBA", (40, 20), (255, 0, 0, 0)).save(path)
    photo = read_photo(path)
    with Image.open(io.BytesIO(photo.content)) as kept:
        assert (kept.mode, kept.size, photo.media_type) == ("RGBA", (40, 20), "image/png")


def test_a_pdf_is_kept_as_it_is(tmp_path):
    path = tmp_path / "minutes.pdf"
    path.write_bytes(b"%PDF-1.7 minutes\n%%EOF\n")
    assert read_photo(path).content == b"%PDF-1.7 minutes\n%%EOF\n"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "collect.photo-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "collect.photo-unreadable"),
        (b"\xff\xd8\xff\xe0 torn off", "collect.photo-unreadable"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "collect.photo-heic"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(tmp_path, content, code):
    path = tmp_path / "x.jpg"
    path.write_bytes(content)
    with pytest.raises(KitError) as refused:
        read_photo(path)
    assert refused.value.code == code
    assert "x.jpg" in refused.value.say("th")


def test_a_picture_that_unpacks_into_too_much_is_refused(tmp_path):
    path = tmp_path / "bomb.png"
    # 20,000 × 20,000 pixels of one bit pack into some kilobytes.
    Image.new("1", (20_000, 20_000)).save(path, optimize=True)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(KitError) as refused:
        read_photo(path)
    assert refused.value.code == "collect.photo-unreadable"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KitError) as refused:
        read_photo(tmp_path / "nowhere.jpg")
    assert refused.value.code == "collect.photo-not-found"


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM", b"RIFF", b"II*\0"]),
)
def test_any_bytes_are_read_or_refused_with_a_sentence(tmp_path_factory, body, start):
    path = tmp_path_factory.mktemp("photo") / "x.png"
    path.write_bytes(start + body)
    try:
        assert read_photo(path).content
    except KitError as refused:
        assert refused.code.startswith("collect.photo-")


@pytest.mark.parametrize("size", [5, 300, 5_000])
def test_a_pdf_that_was_not_copied_whole_is_refused(tmp_path, size):
    whole = b"%PDF-1.7 " + b"x" * 6_000 + b"\n%%EOF\n"
    (tmp_path / "minutes.pdf").write_bytes(whole[:size])
    with pytest.raises(KitError) as caught:
        read_photo(tmp_path / "minutes.pdf")
    assert caught.value.code == "collect.photo-unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "p.jpg")
    with pytest.raises(KitError) as caught:
        read_photo(tmp_path / "p.jpg")
    assert caught.value.code == "collect.photo-not-found"


FORMS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")


@settings(max_examples=120, deadline=None)
@given(
    form=st.sampled_from(FORMS),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=4)), max_size=6),
    share=st.floats(0.05, 1),
)
def test_a_picture_spoilt_anywhere_is_read_or_refused(tmp_path_factory, form, changes, share):
    made = io.BytesIO()
    Image.new("RGB", (24, 16), "green").save(made, form)
    data = bytearray(made.getvalue())
    for where, new in changes:
        at = int(where * len(data))
        data[at : at + len(new)] = new
    path = tmp_path_factory.getbasetemp() / "spoilt.img"
    path.write_bytes(data[: int(len(data) * share)])
    try:
        photo = read_photo(path)
    except KitError as error:
        assert error.code.startswith("collect.photo-")
        assert error.say("th") != error.say("en")
    else:
        assert photo.media_type in ("image/jpeg", "image/png", "application/pdf")
