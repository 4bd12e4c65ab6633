"""The convergence record: each agency, the three parties, and who holds which data."""

from __future__ import annotations

from datetime import date

from planning_kit.language import speaking
from planning_kit.plan.convergence import by_agency, convergence
from planning_kit.records import (
    Contact,
    DatasetHolding,
    Indicator,
    JointAction,
    PartnershipCheck,
    Pledge,
    Project,
)
from planning_kit.report.chapters.agencies_convergence import agencies_convergence
from planning_kit.report.chapters.data_holders import data_holders
from planning_kit.report.chapters.partners import promised_said
from planning_kit.report.chapters.three_parties import three_parties

# 10 July 2028: quarters 1 to 3 of fiscal year 2571 are over.
TODAY = date(2028, 7, 10)


def a_project():
    return Project(project_code="PJ1", name="ขุดคลอง", stage="adopted", reliance_class="joint",
                   owner="กลุ่มน้ำ", start_be=2571, end_be=2572)  # fmt: skip


def a_pledge(agency, state, by_date):
    return Pledge(project_code="PJ1", agency=agency, what="รถขุด", state=state,
                  asked_on="1 ต.ค. 2570", by_date=by_date)  # fmt: skip


def rows(section, at=0):
    return section.tables[at].cells()


def test_silence_is_worked_out_from_the_day(planned):
    book = planned(a_project(), a_pledge("sao", "asked", "1 ม.ค. 2571"),
                   a_pledge("baac", "asked", "1 ม.ค. 2575"))  # fmt: skip
    section = agencies_convergence(book, TODAY)
    states = {part.key: part.tables[0].cells()[0][5] for part in section.parts}
    assert states["convergence-sao"].startswith("เงียบ")
    assert states["convergence-baac"] == "ขอแล้ว รอคำตอบ"


def test_money_that_nobody_told_is_no_zero(planned):
    told = planned(a_project(), a_pledge("sao", "given", "1 ม.ค. 2571")).frame("pledge")
    sums = by_agency(convergence(told, TODAY))
    with speaking("en"):
        assert promised_said(sums) == "Promised: no amount told. Given: no amount told."
    told["amount"] = 0.0
    with speaking("en"):
        assert promised_said(by_agency(convergence(told, TODAY))).endswith("Given: 0 baht.")


def test_each_agency_shows_what_it_co_owns_and_its_talks_and_whether_its_name_is_sure(planned):
    book = planned(
        a_project(),
        Indicator(indicator_code="I1", name="พื้นที่ GAP", direction="up", co_owners=("doa",)),
        Contact(contact_code="C1", date="1 ม.ค. 2571", agency="doa", kind="letter",
                asked="ขอเมล็ด", said="รับไว้", document="กษ 1/2571"),
        Contact(contact_code="C2", date="2 ม.ค. 2571", agency="วัดบ้านทุ่ง", said="ช่วยได้"),
    )  # fmt: skip
    one, stranger = agencies_convergence(book, TODAY).parts
    assert "I1 พื้นที่ GAP" in one.sentences[1] and "ยังไม่ยืนยัน" in one.sentences[0]
    assert "กษ 1/2571" in one.tables[0].cells()[0][2]
    assert "รายการหน่วยงาน" in stranger.sentences[0]


def test_three_parties_by_quarter_and_the_lowest_answer_of_the_year(planned):
    shared = {"fiscal_year_be": 2571, "question": "answers_given"}
    book = planned(
        JointAction(action_code="J2", fiscal_year_be=2571, quarter=2, what="ข", state="planned"),
        JointAction(action_code="J1", fiscal_year_be=2571, quarter=1, what="ก", state="done",
                    parties=("codi", "farmers_council")),
        PartnershipCheck(answered_as="สภา", score=1, why="เงียบ", **shared),
        PartnershipCheck(answered_as="พอช.", score=2, **shared),
    )  # fmt: skip
    section = three_parties(book, TODAY)
    assert [row[0] for row in rows(section)] == ["ไตรมาส 1/2571", "ไตรมาส 2/2571"]
    (check,) = section.parts
    # (1 + 2) / 2 = 1.5; the four other questions were not answered: a dash, not nought.
    assert "1.5" in check.sentences[0]
    assert [row[3] for row in check.tables[0].cells()].count("–") == 4
    assert "ไม่ใช่แบบทางการ" in check.notes[0]


def test_the_matrix_of_data_says_received_refused_waiting_and_not_asked(planned):
    def holding(dataset, holder, **more):
        return DatasetHolding(dataset=dataset, holder=holder, **more)

    book = planned(
        holding("soil", "ldd", asked_on="10 ก.ค. 2570"),
        holding("water", "rid", asked_on="1 ม.ค. 2570", received_on="2 ม.ค. 2570"),
        holding("debt", "baac", refused_on="2 ม.ค. 2570", refused_why="ข้อมูลลูกค้า"),
        holding("water", "sao"),
    )
    section = data_holders(book, TODAY)
    assert "ได้รับแล้ว 1 ขอแล้วรออยู่ 1 ปฏิเสธ 1 ยังไม่ได้ขอ 1" in section.sentences[0]
    cells = rows(section)
    # Holders in the order of their sets of data: ldd, rid, sao, baac.
    assert cells[1][1:] == ["", "ได้รับแล้ว", "ยังไม่ได้ขอ", ""]
    listed = section.parts[0].tables[0].cells()
    # 10 July 2570 to 10 July 2571 are 366 days: 2571 (2028) is a leap year.
    assert "366" in listed[0][4] and "ข้อมูลลูกค้า" in listed[3][4]
    assert "ทะเบียนเกษตรกร" in section.sentences[1]
