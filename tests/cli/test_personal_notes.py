"""What people wrote about persons is printed by no command, log or list."""

from __future__ import annotations

import pytest

from planning_kit.collect import write_template

SOURCE = {
    "source_code": "S1",
    "title": "สำรวจ",
    "publisher": "สภา",
    "method": "census",
    "date_to": "1/5/2569",
}
NOTE = "ป้าสมศรี ป่วยติดเตียง 0812345678"
SECRETS = ("สมศรี", "ติดเตียง", "0812345678", "812345678")


@pytest.fixture
def survey(kit, tmp_path):
    rows = [
        {"household_id": "1", "village_code": "99010101", "males": -1, "note": NOTE},
        {"household_id": "2", "village_code": "99010101", "males": 90, "note": NOTE},
        {"household_id": "3", "village_code": "99010101", "consent_given": "ไม่ใช่", "note": NOTE},
        {"household_id": "4", "village_code": "99019999", "males": "สองคน", "note": NOTE},
    ]
    path = tmp_path / "survey.xlsx"
    filled = {"source": [SOURCE], "household": [{**row, "source_code": "S1"} for row in rows]}
    write_template(path, filled=filled, example=False)
    assert kit("new", "--area", "990101").code == 0
    return path


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_command_prints_a_personal_field(kit, survey, tmp_path, language):
    findings, book = tmp_path / "found.csv", tmp_path / "mend.xlsx"
    spoken = ["--language", language]
    area = ["--area", "990101"]
    said = [
        kit(
            *spoken,
            "import",
            survey,
            *area,
            "--accept-good",
            "--findings",
            findings,
            "--mend",
            book,
        ),
        kit(*spoken, "--debug", "import", survey, *area),
        kit(*spoken, "refused", *area),
        kit(*spoken, "refused", *area, "--out", tmp_path / "later.xlsx"),
        kit(*spoken, "withdraw", *area, "--record", "household", "--code", "2", "--why", "x"),
        kit(*spoken, "withdraw", *area),
        kit(*spoken, "import", survey, *area),
    ]
    assert said[0].code == 1 and "survey.xlsx" in said[2].out
    everything = "".join(one.out + one.err for one in said) + findings.read_text("utf-8-sig")
    logs = tmp_path / "logs"
    everything += "".join(log.read_text("utf-8") for log in logs.rglob("*.log"))
    assert [word for word in SECRETS if word in everything] == []
