"""Finding areas the way people ask for them."""

from __future__ import annotations

import pytest

from planning_kit import areas
from planning_kit.areas import Level, Reason

BANG_PLA_BANG_LEN = "730502"


def first(text: str, **narrowed: object) -> str:
    found = areas.find(text, **narrowed)  # type: ignore[arg-type]
    return found[0].area.code if found else ""


@pytest.mark.parametrize(
    "text",
    [
        "730502",
        "๗๓๐๕๐๒",
        "ต.บางปลา อ.บางเลน",
        "ต. บางปลา อ. บางเลน จ. นครปฐม",
        "ตำบล บางปลา อำเภอ บางเลน",
        "ต.บางปลาอ.บางเลนจ.นครปฐม",
        "บางปลา บางเลน นครปฐม",
        "นครปฐม บางเลน บางปลา",
        "บางปลา จ.นครปฐม",
        "Bang Pla, Bang Len",
        "bang pla bang len nakhon pathom",
        "BANGPLA BANGLEN",
        "Tambon Bang Pla, Amphoe Bang Len, Nakhon Pathom Province",
        "บางปล้า บางเรน",
        "Bang Phlaa Bang Lenn Nakorn Patom",
    ],
)
def test_one_tambon_asked_for_in_many_ways(text: str) -> None:
    assert first(text) == BANG_PLA_BANG_LEN


@pytest.mark.parametrize("text", ["บางปลา", "ต.บางปลา", "Bangpla", "bang pla", "Bang Phla"])
def test_a_shared_name_brings_every_area_that_bears_it(text: str) -> None:
    codes = [match.area.code for match in areas.find(text, limit=2)]
    assert codes == ["110303", "730502"]


def test_a_query_that_names_the_place_exactly_brings_nothing_else() -> None:
    assert [m.area.code for m in areas.find("ต.บางปลา อ.บางเลน")] == [BANG_PLA_BANG_LEN]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("นครปฐม", "73"),
        ("จังหวัดนครปฐม", "73"),
        ("nakorn patom", "73"),
        ("ต.นครปฐม", "730111"),
        ("อ.เมือง จ.นครปฐม", "7301"),
        ("เมืองนครปฐม", "7301"),
        ("Mueang, Nakhon Pathom", "7301"),
        ("กทม.", "10"),
        ("เขตพระนคร", "1001"),
        ("อ.สนามชัยเขต", "2408"),
        ("สุไหงโกลก", "9610"),
        ("จ.ป.ร.", "850406"),
        ("ต.สามตำบล อ.จุฬาภรณ์", "801906"),
        ("บุฤๅษี", "320121"),
        ("Ko Phangan", "8405"),
    ],
)
def test_names_with_a_catch(text: str, code: str) -> None:
    assert first(text) == code


def test_a_level_word_keeps_to_its_level() -> None:
    assert {m.area.level for m in areas.find("อ.บางปลา", limit=50)} == {Level.AMPHOE}


def test_level_and_within_narrow_the_list() -> None:
    assert first("บางปลา", within="73") == BANG_PLA_BANG_LEN
    assert first("บางปลา", within=areas.get("7305")) == BANG_PLA_BANG_LEN
    assert first("นครปฐม", level="tambon") == "730111"
    assert all(m.area.code.startswith("73") for m in areas.find("บาง", within="73", limit=500))


def test_why_it_was_found() -> None:
    reasons = {
        "730502": Reason.CODE,
        "บางเลน": Reason.NAME,
        "กทม": Reason.ALIAS,
        "nakorn patom": Reason.ALIKE,
        "พุทธมณฑ": Reason.STARTS,
        "430301": Reason.SUCCESSOR,
        "กำแพงสาน": Reason.SIMILAR,
    }
    assert {text: areas.find(text)[0].reason for text in reasons} == reasons


def test_an_abolished_code_brings_its_successor() -> None:
    assert first("430301") == "380101"


@pytest.mark.parametrize("text", ["", "   ", "ต.", "xyzzyq", "73050200", "88", "43030101"])
def test_nothing_found_is_an_empty_list(text: str) -> None:
    assert areas.find(text) == []


def test_a_village_is_found_by_its_code() -> None:
    assert first("73050203") == "73050203"


def test_the_order_is_by_score_and_never_changes() -> None:
    found = areas.find("บางปลา", limit=100)
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)
    assert found == areas.find("บางปลา", limit=100)
    assert len(areas.find("บาง", limit=7)) == 7
    assert areas.find("บาง", limit=0) == []


def test_every_province_is_found_first_by_its_own_name() -> None:
    for province in areas.provinces():
        assert first(province.name_th, level=Level.PROVINCE) == province.code
        assert first(province.full_title("th")) == province.code
        assert first(province.full_title("en")) == province.code


def test_a_sample_of_tambons_is_found_first_by_its_full_title() -> None:
    for tambon in areas.tambons("50")[::7]:
        assert first(tambon.full_title("th")) == tambon.code
        assert first(tambon.short_title("th")) == tambon.code
        assert first(tambon.full_title("en")) == tambon.code
