"""``planning-kit proposal``: briefs of one or of all proposals of a workbook."""

from __future__ import annotations

import pytest

from planning_kit.records import PolicyProposal
from planning_kit.workbook import create, whole_tambon

BY = {"who": "ทดสอบ", "why": "ทดสอบ"}


@pytest.fixture
def asked(store):
    """Make a workbook with two proposals."""
    with create(whole_tambon("730502"), store=store, **BY) as workbook:
        for code in ("N1", "N2"):
            proposal = PolicyProposal(proposal_code=code, statement=f"ขอ {code}", level="province")
            workbook.save(proposal, **BY)


def test_every_proposal_is_written_and_each_file_is_said(kit, asked, tmp_path):
    said = kit("proposal", "--area", "730502", "--out", tmp_path / "out", "--format", "docx")
    assert said.code == 0, said.err
    names = [path.name for path in sorted((tmp_path / "out").iterdir())]
    assert names == ["730502-proposal-n1.docx", "730502-proposal-n2.docx"]
    assert [line.rpartition("/")[2] for line in said.out.split()] == names


def test_a_proposal_that_is_not_there_is_told_and_nothing_is_written(kit, asked, tmp_path):
    out = tmp_path / "out"
    said = kit("proposal", "--area", "730502", "--code", "N1,N9", "--out", out)
    assert said.code == 1 and "it has N1, N2" in said.err and not out.exists()


def test_an_unknown_format_is_wrong_use(kit, asked, tmp_path):
    said = kit("proposal", "--area", "730502", "--out", tmp_path, "--format", "xlsx")
    assert said.code == 2 and "html, pdf, docx" in said.err
