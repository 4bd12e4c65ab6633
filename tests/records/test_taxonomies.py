"""The lists to choose from that travel with the kit."""

from __future__ import annotations

import re

import pytest

from planning_kit.errors import ReadingError
from planning_kit.records import Taxon, codes_below, merged_taxa, shipped_taxa, taxon_label
from planning_kit.records.plan_choices import TaxonomyName
from planning_kit.records.taxonomies import TAXON_COLUMNS
from planning_kit.shipped import shipped
from planning_kit.workbook.taxonomies import taxonomy_frame

NAMES = [str(name.value) for name in TaxonomyName]


def codes(name: str) -> list[str]:
    return [str(taxon.code) for taxon in shipped_taxa(name)]


def test_every_list_is_a_file_and_every_file_a_list() -> None:
    found = {path.stem for path in shipped("data", "taxonomies").glob("*.csv")}
    assert found == set(NAMES)


def test_nine_problem_themes_each_with_a_policy_theme_that_exists() -> None:
    themes = shipped_taxa("problem_theme")
    assert [taxon.code for taxon in themes] == [
        "debt", "water", "land", "prices", "welfare", "society", "environment",
        "food_security", "production_base",
    ]  # fmt: skip
    assert {taxon.policy_theme for taxon in themes} <= set(codes("policy_theme"))


def test_the_six_farming_directions_of_the_issue() -> None:
    assert [taxon.label_th for taxon in shipped_taxa("farming_direction")] == [
        "อัตลักษณ์พื้นถิ่น", "ปลอดภัย", "ชีวภาพ", "แปรรูป", "อัจฉริยะ", "ผสมผสาน"
    ]  # fmt: skip


def test_nobody_invented_strategies_of_higher_plans() -> None:
    assert shipped_taxa("higher_strategy") == ()
    header = shipped("data", "taxonomies", "higher_strategy.csv").read_text("utf-8")
    assert "basis" in header.split(",")


@pytest.mark.parametrize("name", NAMES)
def test_entries_say_their_basis_and_stand_under_entries_that_exist(name: str) -> None:
    taxa = shipped_taxa(name)
    known = codes(name)
    assert len(known) == len(set(known))
    for taxon in taxa:
        assert taxon.basis
        assert taxon.label_en
        assert taxon.parent_code is None or taxon.parent_code in known
        # A name with a list mark would read back as two entries.
        assert not re.search(r"[,;|\n，]", f"{taxon.label_th}{taxon.label_en}")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_or_alias_means_one_entry_only(name: str) -> None:
    meant: dict[str, set[str]] = {}
    for taxon in shipped_taxa(name):
        for said in (taxon.code, taxon.label_th, taxon.label_en, *(taxon.aliases or ())):
            meant.setdefault("".join(str(said).split()).rstrip(".").casefold(), set()).add(
                str(taxon.code)
            )
    assert {said: found for said, found in meant.items() if len(found) > 1} == {}


def test_an_areas_own_entry_takes_the_place_of_the_shipped_one() -> None:
    own = Taxon(taxonomy="problem_theme", code="water", label_th="น้ำและฝาย", position=1)
    more = Taxon(taxonomy="problem_theme", code="elephants", label_th="ช้างป่า")
    merged = merged_taxa(shipped_taxa("problem_theme"), (own, more))
    assert [taxon.label_th for taxon in merged if taxon.code == "water"] == ["น้ำและฝาย"]
    assert merged[-1] is more
    assert len(merged) == 10


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path) -> None:
    path = tmp_path / "agency.csv"
    path.write_bytes("code,label_th\nx,ก\n".encode("cp874"))
    with pytest.raises(ReadingError) as caught:
        shipped_taxa("agency", path)
    assert "agency.csv" in str(caught.value)


def test_a_code_is_called_by_its_name_in_either_language() -> None:
    agencies = taxonomy_frame("agency", ())
    assert taxon_label(agencies, "baac", "th") == "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร"
    assert taxon_label(agencies, "dld", "en") == "Department of Livestock Development"
    assert taxon_label(agencies, "nobody", "th") == "nobody"
    assert taxon_label(agencies, None, "th") == "–"
    own = Taxon(taxonomy="agency", code="temple", label_th="วัดบ้านทุ่ง")
    assert taxon_label(taxonomy_frame("agency", [own]), "temple", "en") == "วัดบ้านทุ่ง"


def test_the_communitys_own_money_is_what_stands_under_it() -> None:
    sources = taxonomy_frame("funding_source", ())
    assert codes_below(sources, "community") == (
        "community", "community_contribution", "community_fund",
    )  # fmt: skip
    assert codes_below(sources, "codi") == ("codi",)


def test_a_list_as_a_frame_has_its_columns_even_when_empty() -> None:
    assert list(taxonomy_frame("higher_strategy", ()).columns) == list(TAXON_COLUMNS)
    themes = taxonomy_frame("problem_theme", ())
    assert themes["position"].dtype == "float64"
    assert "หนี้" in themes.set_index("code").loc["debt", "aliases"]
    with pytest.raises(KeyError):
        taxonomy_frame("nonsense", ())
