"""One registry of agencies: names with and without dots, places behind them, doubts asked."""

from __future__ import annotations

import pytest

from planning_kit.records import Taxon, shipped_taxa
from planning_kit.records.agency_names import AgencyNames, resolve_agency
from planning_kit.records.channel_declared import declared_channels
from planning_kit.workbook.taxonomies import taxonomy_frame


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("ธกส", "baac"),
        ("ธกส.", "baac"),
        ("ธ.ก.ส.", "baac"),
        (" ธ ก ส ", "baac"),
        ("ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร", "baac"),
        ("พอช", "codi"),
        ("พช.", "cdd"),
        ("codi", "codi"),
        ("PMU A", "pmu_a"),
        ("สปก", "alro"),
    ],
)
def test_a_name_is_understood_however_its_dots_stand(said: str, code: str) -> None:
    assert resolve_agency(said).code == code


@pytest.mark.parametrize(
    ("said", "code", "rest"),
    [
        ("อบต.บางปลา", "sao", "บางปลา"),
        ("อบต บางปลา", "sao", "บางปลา"),
        ("ธ.ก.ส. สาขาเรียนรู้", "baac", "สาขาเรียนรู้"),
    ],
)
def test_a_place_behind_the_name_is_told_apart(said: str, code: str, rest: str) -> None:
    found = resolve_agency(said)
    assert (found.code, found.rest) == (code, rest)


def test_what_may_mean_several_is_asked_and_not_guessed() -> None:
    found = resolve_agency("สภาเกษตรกร")
    assert found.code is None and set(found.candidates) == {"nfc", "pfc"}
    assert resolve_agency("เกษตร").code is None
    twice = [Taxon(taxonomy="agency", code=code, label_th=code, aliases="กลุ่มเรา") for code in "ab"]
    assert set(resolve_agency("กลุ่มเรา", twice).candidates) == {"a", "b"}


def test_a_stranger_has_no_candidates() -> None:
    found = resolve_agency("วัดบ้านทุ่ง")
    assert (found.code, found.candidates) == (None, ())
    own = Taxon(taxonomy="agency", code="temple", label_th="วัดบ้านทุ่ง")
    assert AgencyNames([own]).find("วัด บ้านทุ่ง").code == "temple"


def test_every_agency_says_what_it_is_and_whether_its_name_is_confirmed() -> None:
    for taxon in shipped_taxa("agency"):
        assert taxon.agency_kind is not None, taxon.code
        assert taxon.is_confirmed is not None, taxon.code
        assert taxon.budget_channel is None or taxon.budget_channel in declared_channels()
    assert {one.code for one in shipped_taxa("agency") if one.is_confirmed} == {"codi", "nfc"}
    frame = taxonomy_frame("agency", ()).set_index("code")
    assert frame.loc["sao", "agency_level"] == "tambon"
    assert frame.loc["baac", "budget_channel"] == "loan_fund"
