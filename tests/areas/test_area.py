"""How an area is written, in Thai and English, in Bangkok and elsewhere."""

from __future__ import annotations

import pickle

from planning_kit import areas
from planning_kit.areas import Level
from planning_kit.language import speaking


def test_titles_outside_bangkok() -> None:
    tambon = areas.get("730502")
    assert tambon.title("th") == "ตำบลบางปลา"
    assert tambon.full_title("th") == "ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม"
    assert tambon.full_title("en") == "Tambon Bang Pla, Amphoe Bang Len, Nakhon Pathom Province"
    assert tambon.short_title("en") == "Bang Pla, Bang Len, Nakhon Pathom"
    assert areas.get("7301").full_title("th") == "อำเภอเมืองนครปฐม จังหวัดนครปฐม"


def test_bangkok_has_khet_and_khwaeng_and_is_no_province() -> None:
    khwaeng = areas.get("100101")
    assert khwaeng.full_title("th") == "แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพมหานคร"
    assert (
        khwaeng.full_title("en") == "Khwaeng Phra Borom Maha Ratchawang, Khet Phra Nakhon, Bangkok"
    )
    assert areas.get("1001").name_th == "พระนคร"


def test_the_name_follows_the_language_in_use() -> None:
    tambon = areas.get("730502")
    with speaking("th"):
        assert (tambon.name, tambon.title()) == ("บางปลา", "ตำบลบางปลา")
    with speaking("en"):
        assert (tambon.name, tambon.title()) == ("Bang Pla", "Tambon Bang Pla")


def test_codes_of_the_steps_above() -> None:
    village = areas.get("73050203")
    assert (village.province_code, village.amphoe_code, village.tambon_code) == (
        "73",
        "7305",
        "730502",
    )
    province = areas.get("73")
    assert (province.province_code, province.amphoe_code, province.tambon_code) == (
        "73",
        None,
        None,
    )


def test_an_area_survives_the_journey_to_another_process() -> None:
    tambon = areas.get("730502")
    copy = pickle.loads(pickle.dumps(tambon))
    assert copy == tambon
    assert copy.full_title("th") == tambon.full_title("th")


def test_every_level_has_a_word_in_both_languages() -> None:
    for level in Level:
        assert level.words.th and level.words.en
