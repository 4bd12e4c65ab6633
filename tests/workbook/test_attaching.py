"""Photos and maps are kept in the workbook itself, so that a copy of the file has them too."""

import hashlib

import pytest
from PIL import Image

from planning_kit.store import Store
from planning_kit.workbook import attach, attached, open_workbook


@pytest.fixture
def drawing(tmp_path):
    path = tmp_path / "map.png"
    Image.new("RGB", (60, 40), "white").save(path)
    return path


def test_a_map_is_there_again_when_the_workbook_is_opened_anew(workbook, drawing):
    attach(workbook, drawing, kind="resource_map", caption="แผนที่หมู่ 3", who="ผู้ทดสอบ",
           about="forum", about_code="F01")  # fmt: skip
    url, area = workbook.store.url, workbook.area_id
    drawing.unlink()
    workbook.close()
    with Store.open(url, create=False) as store:
        again = open_workbook(area, store=store)
        [(record, file)] = attached(again, "resource_map")
        assert (record.caption, record.about_code) == ("แผนที่หมู่ 3", "F01")
        assert hashlib.sha256(file.content).hexdigest() == record.fingerprint
        assert attached(again, "logo") == []


def test_the_same_file_twice_is_one_with_the_later_caption(workbook, drawing):
    for caption in ("แผนที่", "แผนที่ทรัพยากร หมู่ 3"):
        attach(workbook, drawing, kind="resource_map", caption=caption, who="ผู้ทดสอบ")
    [(record, _)] = attached(workbook)
    assert record.caption == "แผนที่ทรัพยากร หมู่ 3"
