"""Sarabun travels inside the page, small, with all that Thai needs."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from planning_kit.report.fonts import WEIGHTS, font_data, font_faces


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_thai_and_latin_letter_is_there(weight: int) -> None:
    letters = TTFont(BytesIO(font_data(weight))).getBestCmap()
    thai = [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)]
    others = [ord(sign) for sign in "AZaz09฿%–—“”…·−×"]
    assert not [hex(one) for one in (*thai, *others) if one not in letters]


@pytest.mark.parametrize("weight", WEIGHTS)
def test_marks_can_still_stack(weight: int) -> None:
    font = TTFont(BytesIO(font_data(weight)))
    features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert {"mark", "mkmk"} <= features


def test_it_is_small_and_the_same_every_time() -> None:
    first = {weight: font_data(weight) for weight in WEIGHTS}
    font_data.cache_clear()
    assert {weight: font_data(weight) for weight in WEIGHTS} == first
    assert len(font_faces()) < 150_000


def test_the_page_fetches_no_font() -> None:
    assert font_faces().count("url(data:font/woff2;base64,") == font_faces().count("url(") == 2
