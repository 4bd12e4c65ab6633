"""A phone in the room: joining, voting step by step, offline for a while, and counted once.

The buttons of the facilitator are pressed in the same browser, for a form that a test posts by
itself may still be one that no browser can send.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from planning_kit.hall.choices import HallChoices
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.light_choices import LightChoices
from planning_kit.hall.light_process import light_pages
from planning_kit.hall.serving import opened_room
from planning_kit.records import BallotMark, Poll, Problem, Project
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.voting import turnout

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECONDS = 30


@dataclass
class Meeting:
    """A hall and its light pages, served in a thread of this very process."""

    url: str
    hall: str
    light: str


def open_votes(url: str) -> None:
    """Make a workbook with two problems, two projects, and three open votes on them."""
    with create(whole_tambon("990101"), store=url, who="a") as workbook:
        for n in (1, 2):
            cost = {
                "owner": "กลุ่ม",
                "stage": "full",
                "reliance_class": "self",
                "total_cost": 60000 * n,
            }
            for record in (Problem(problem_code=f"P0{n}", statement=f"น้ำทำนาไม่พอ {n}"),
                           Project(project_code=f"J{n}", name=f"ฝายน้ำล้น {n}", **cost)):  # fmt: skip
                workbook.save(record, who="a", why="b")
        for poll in (
            {"poll_code": "V01", "about": "problem", "method": "criteria", "option_codes": "P01,P02"},
            {"poll_code": "V02", "about": "project", "method": "approval", "option_codes": "J1,J2",
             "budget": 150000},
            {"poll_code": "V03", "about": "problem", "method": "dots", "option_codes": "P01,P02",
             "dots_each": 3},
        ):  # fmt: skip
            workbook.save(Poll(title="เลือกกัน", is_closed=False, **poll), who="a", why="b")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    url = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    open_votes(url)
    chosen = HallChoices(url, tmp_path / "keys.json", practice=True, port=0, open_browser=False)
    found: dict[str, Any] = {}
    is_open = threading.Event()

    async def serve() -> None:
        found["loop"], found["end"] = asyncio.get_running_loop(), asyncio.Event()
        async with opened_room(chosen, HallKeys(chosen.keys_file)) as room:
            light = LightChoices(url, chosen.keys_file, hall_port=room.port)
            async with light_pages(light) as pages:
                port = pages.port
                room.app.settings["light_port"] = port
                found["hall"], found["light"] = room.port, port
                is_open.set()
                await found["end"].wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert is_open.wait(120)
    yield Meeting(url, f"http://127.0.0.1:{found['hall']}", f"http://127.0.0.1:{found['light']}")
    found["loop"].call_soon_threadsafe(found["end"].set)
    thread.join(60)


def wait(driver: Any, script: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(driver, SECONDS, 0.1).until(lambda d: d.execute_script(f"return {script}"))


def fits(driver: Any) -> None:
    """Nothing is wider than the phone, too small to touch or to read, or in another language."""
    assert driver.execute_script("return document.documentElement.scrollWidth") <= 360
    small = driver.execute_script(
        "return [...document.querySelectorAll('a,button,select,textarea,.pick,input:not([type])')]"
        ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
        ".concat([...document.querySelectorAll('body *')].filter(e => e.offsetParent"
        " && parseFloat(getComputedStyle(e).fontSize) < 16).map(e => e.outerHTML))"
    )
    assert small == []
    said = driver.execute_script("return document.body.innerText").replace("English", "")
    assert re.findall("[A-Za-z]{3,}", said) == []


def press(driver: Any, what: str) -> None:
    driver.execute_script(f"document.querySelector(`{what}`).click()")


def join(driver: Any, meeting: Meeting) -> None:
    """Make a code as the facilitator does, and follow its address as a phone."""
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.get(f"{meeting.hall}/")
    press(driver, "form[action='/codes'] [value=make]")
    wait(driver, "!!document.querySelector('.join-codes .code')")
    driver.get(
        driver.execute_script(
            "return document.querySelector('.join-codes .code-address').textContent"
        )
    )
    wait(driver, "document.querySelectorAll('.doors .main').length === 3")
    fits(driver)


def vote_by_steps_and_offline(driver: Any, meeting: Meeting) -> None:
    """Answer step by step; send without a network, which then comes back."""
    driver.get(f"{meeting.light}/vote/V01")
    fits(driver)
    for code in ("P01", "P02"):
        for criterion in ("size", "severity", "ease", "concern"):
            press(driver, f"[name='{code}.{criterion}'][value='3']")
        fits(driver)
        press(driver, ".next")
    driver.set_network_conditions(offline=True, latency=0, throughput=0)
    press(driver, ".send")
    wait(driver, "!document.getElementById('waiting').hidden")
    assert "ส่งใหม่เอง" in driver.find_element("id", "waiting").text
    with open_workbook("990101", store=meeting.url) as workbook:
        assert turnout(workbook) == {}
    driver.set_network_conditions(offline=False, latency=0, throughput=-1)
    wait(driver, "!document.getElementById('sent').hidden")
    assert re.search(r"\d\d:\d\d น\.", driver.find_element("id", "sent").text)
    fits(driver)


def spend_too_much(driver: Any, meeting: Meeting) -> None:
    """Choose beyond the money and place more dots than there are: neither is taken."""
    driver.get(f"{meeting.light}/vote/V02")
    press(driver, "[name=J1]")
    assert "90,000" in driver.find_element("css selector", ".left").text
    press(driver, "[name=J2]")
    assert "เกินวงเงิน" in driver.find_element("css selector", ".left.over").text
    press(driver, ".send")
    wait(driver, "!document.getElementById('said').hidden")
    driver.get(f"{meeting.light}/vote/V03")
    for _touch in range(5):
        press(driver, ".dots .row button:last-child")
    assert driver.execute_script("return document.querySelector('[name=P01]').value") == "3"
    fits(driver)


def test_a_phone_votes_step_by_step_and_offline_and_counts_once(meeting, browser_on_loopback):
    driver = browser_on_loopback
    join(driver, meeting)
    vote_by_steps_and_offline(driver, meeting)
    spend_too_much(driver, meeting)
    with open_workbook("990101", store=meeting.url) as workbook:
        assert turnout(workbook) == {"V01": 1}
    driver.get(f"{meeting.hall}/votes?area=990101&plan_start=2571")
    press(driver, "#V01 form button")
    wait(driver, "location.pathname === '/projector'")
    with open_workbook("990101", store=meeting.url) as workbook:
        assert [(m.option_code, m.size, m.concern) for m in workbook.records(BallotMark)] == [("P01", 3, 3), ("P02", 3, 3)]  # fmt: skip
    severe = [e["message"] for e in driver.get_log("browser") if e["level"] == "SEVERE"]
    # The refused ballot and the attempt without a network are no faults of the page.
    assert [one for one in severe if "/vote/V0" not in one] == []


def test_a_question_at_a_laptop_does_not_say_that_the_hall_is_gone(meeting, browser_on_loopback):
    driver = browser_on_loopback
    driver.get(f"{meeting.hall}/quiz/04_listening?area=990101&plan_start=2571")
    driver.execute_script("document.querySelector('form input[name=new]').form.requestSubmit()")
    wait(driver, "!!document.querySelector('.pick')")
    assert driver.execute_script("return document.getElementById('gone').hidden")
