"""Names without codes: one tambon, or a question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import speaking

SEED = (
    Path(__file__).resolve().parents[2].parent
    / "shared"
    / "data"
    / "nakhon_pathom"
    / "disasters_by_village_seed.json"
)


def refusal(**names: str) -> tuple[str, str]:
    with pytest.raises(KitError) as caught:
        areas.resolve(**names)
    with speaking("th"):
        return caught.value.code, str(caught.value)


@pytest.mark.parametrize(
    "names",
    [
        {"tambon": "บางปลา", "amphoe": "บางเลน", "province": "นครปฐม"},
        {"tambon": "ต.บางปลา", "amphoe": "อ. บางเลน"},
        {"tambon": "บางปลา", "province": "จ.นครปฐม"},
        {"tambon": "Bangpla", "amphoe": "bang len"},
        {"tambon": "บางปลา", "amphoe": "7305"},
        {"tambon": "บางปลา", "amphoe": "", "province": "๗๓"},
    ],
)
def test_names_that_fit_one_tambon(names: dict[str, str]) -> None:
    assert areas.resolve(**names).code == "730502"


def test_mueang_is_the_capital_amphoe_of_the_province() -> None:
    # DOPA: ต.ตลาด อ.เมืองสุราษฎร์ธานี is 840101; dozens of other provinces have a Mueang.
    for amphoe in ("เมือง", "อ.เมือง", "เมืองสุราษฎร์ธานี", "Mueang"):
        found = areas.resolve(tambon="ตลาด", amphoe=amphoe, province="สุราษฎร์ธานี")
        assert found.code == "840101"


def test_a_shared_name_is_a_question_with_all_candidates() -> None:
    code, said = refusal(tambon="บางปลา")
    assert code == "areas.ambiguous-name"
    assert "110303 ตำบลบางปลา อำเภอบางพลี จังหวัดสมุทรปราการ" in said
    assert "730502 ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม" in said


def test_another_spelling_is_suggested_never_taken() -> None:
    code, said = refusal(tambon="บางปล้า", amphoe="บางเลน", province="นครปฐม")
    assert code == "areas.unknown-name"
    assert "730502" in said


def test_the_wrong_name_is_pointed_at_even_if_it_is_the_amphoe() -> None:
    code, said = refusal(tambon="บางปลา", amphoe="บางเล็น")
    assert code == "areas.unknown-name"
    assert "7305 อำเภอบางเลน" in said


def test_a_right_name_in_the_wrong_province_is_refused() -> None:
    code, said = refusal(tambon="บางปลา", amphoe="บางเลน", province="ราชบุรี")
    assert code == "areas.unknown-name"
    assert "730502" in said


def test_a_tambon_that_is_no_more_leads_to_its_successors() -> None:
    code, said = refusal(tambon="แขวงบางนา", amphoe="เขตบางนา", province="กทม")
    assert code == "areas.abolished-name"
    assert "104702" in said and "104703" in said


def test_no_name_at_all() -> None:
    assert refusal(tambon=" ต. ")[0] == "areas.name-missing"


@pytest.mark.skipif(not SEED.exists(), reason="shared/data/nakhon_pathom is not here")
def test_every_place_in_the_real_hazard_file_has_one_code() -> None:
    rows = json.loads(SEED.read_text(encoding="utf-8"))
    pairs = {(row["district"], row["subdistrict"]) for row in rows}
    codes = {
        areas.resolve(tambon=tambon, amphoe=amphoe, province="นครปฐม").code
        for amphoe, tambon in pairs
    }
    assert len(pairs) == len(codes) == 88
    assert {code[:2] for code in codes} == {"73"}
