"""``planning-kit synthesis``: a tambon's plan goes by file to its province and is put together."""

from __future__ import annotations

import re

import pytest


def test_a_plan_handed_over_stands_in_the_page_of_its_province(kit, tmp_path, store):
    province = f"sqlite:///{(tmp_path / 'province.db').as_posix()}"
    assert kit("new", "--area", "730502").code == 0
    file = tmp_path / "handover.zip"
    made = kit("bundle", "export", file, "--area", "730502", "--handover", "--no-report")
    assert made.code == 0, made.err
    assert kit("new", "--level", "province", "--code", "73", "--store", province).code == 0
    taken = kit("bundle", "import", file, "--store", province, "--who", "officer")
    assert taken.code == 0, taken.err
    said = kit(
        *("synthesis", "--level", "province", "--code", "73", "--out", tmp_path / "out"),
        *("--store", province, "--language", "th"),
    )
    assert said.code == 0, said.err
    page = tmp_path / "out" / "73-2571-07_synthesis-th.html"
    assert said.out.strip() == str(page)
    text = page.read_text(encoding="utf-8")
    assert "กระดานตำบลนำร่อง" in text and "ตำบลบางปลา" in text and "จังหวัดนครปฐม" in text
    # The practice words and other languages have no place on a real province's page.
    assert "สมมติ" not in re.sub("<[^>]+>", "", text)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--level", "province"), "cli.no-code"),
        (("--level", "province", "--code", "6701"), "workbook.not-a-province"),
        (("--level", "region", "--code", "codi-Z"), "workbook.unknown-region"),
    ],
)
def test_a_place_that_is_none_is_refused_in_a_sentence(kit, tmp_path, asked, code):
    said = kit("synthesis", *asked, "--out", tmp_path / "out")
    assert said.code != 0 and code in said.err and not (tmp_path / "out").exists()
