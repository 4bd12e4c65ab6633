"""The course in the hall: from the first page to an episode's app, and the code for its quiz."""

from __future__ import annotations

from planning_kit.course.lesson_reading import lessons
from planning_kit.hall.permissions import Role
from planning_kit.workbook.plan_areas import DEFAULT_START_BE

PLACE = f"area=990101&plan_start={DEFAULT_START_BE}"


def test_the_first_page_leads_to_the_course_and_every_episode_to_its_app(visit):
    async def scene(anna):
        assert (
            f'href="/course?{PLACE.replace("&", "&amp;")}"'
            in (await anna.ask(f"/?{PLACE}")).body.decode()
        )
        page = (await anna.ask(f"/course?{PLACE}")).body.decode()
        for one in lessons():
            assert str(one.title.th) in page
            assert not one.app or f'href="/app/{one.app}?{PLACE.replace("&", "&amp;")}"' in page
        assert "โทรศัพท์ต้องมีรหัสก่อน" in page
        await anna.ask("/codes", form={"what": "make", "role": str(Role.PARTICIPANT),
                                       "area": "990101", "plan_start": str(DEFAULT_START_BE)})  # fmt: skip
        page = (await anna.ask(f"/course?{PLACE}")).body.decode()
        assert "โทรศัพท์ต้องมีรหัสก่อน" not in page
        english = (await anna.ask(f"/course?{PLACE}&language=en")).body.decode()
        assert "Episode 1: " in english and "บทที่" not in english

    visit(scene)
