"""In practice each recorder has data of their own, and whoever wants may begin again."""

from planning_kit.hall.badge import Badge
from planning_kit.hall.identity import HallIdentity, wearing
from planning_kit.hall.own_store import store_of
from planning_kit.hall.permissions import Role
from planning_kit.records import record_type
from planning_kit.workbook import open_workbook
from planning_kit.workbook.copies import PracticeCopies

FORUM = {"forum_code": "F1", "kind": "village_forum", "title": "เวที", "date": "1/10/2569"}


def forums(url):
    with open_workbook("990101", store=url) as workbook:
        return [one.title for one in workbook.records(record_type("forum"))]


def type_a_forum(url):
    with open_workbook("990101", store=url) as workbook:
        workbook.save(record_type("forum").model_validate(FORUM), who="a", why="b")


def test_what_one_learner_types_no_other_sees(choices):
    copies = PracticeCopies(choices.store_url)
    copies.prepare()
    anna, bo = (Badge.new(Role.RECORDER, "990101", 2571, "c") for _one in "ab")
    hers = store_of(anna, copies, choices.store_url)
    type_a_forum(hers)
    assert forums(hers) == ["เวที"] and store_of(anna, copies, choices.store_url) == hers
    assert forums(store_of(bo, copies, choices.store_url)) == []
    assert forums(choices.store_url) == []
    # The room votes together: its facilitator, wall and phones share one store.
    for role in (Role.FACILITATOR, Role.VIEWER, Role.PARTICIPANT):
        assert store_of(Badge.new(role), copies, choices.store_url) == choices.store_url
    assert store_of(anna, None, choices.store_url) == choices.store_url


def test_a_store_that_is_open_elsewhere_begins_again_and_is_seen_to(choices):
    copies = PracticeCopies(choices.store_url)
    copies.prepare()
    with open_workbook("990101", store=choices.store_url) as open_elsewhere:
        type_a_forum(choices.store_url)
        before = open_elsewhere.store.writes()
        assert len(open_elsewhere.records(record_type("forum"))) == 1
        copies.begin_again(choices.store_url)
        assert open_elsewhere.records(record_type("forum")) == []
        assert open_elsewhere.store.writes() > before
        type_a_forum(choices.store_url)
        assert len(open_elsewhere.records(record_type("forum"))) == 1


def test_beginning_again_is_a_button_in_practice_only(visit, choices):
    async def practice(learner):
        front = (await learner.ask("/?area=990101&plan_start=2571&language=en")).body.decode()
        assert "/begin-again" in front
        type_a_forum(choices.store_url)
        assert (await learner.ask("/begin-again", form={})).code == 302
        assert forums(choices.store_url) == []

    async def live(outsider):
        provider: HallIdentity = outsider.room.identity_provider
        badge = Badge.new(Role.FACILITATOR)
        assert provider.user_from_cookie(badge.said()) == wearing(badge)
        assert outsider.room.app.settings["practice_copies"] is None
        assert (await outsider.ask("/begin-again", form={})).code in (302, 403)
        assert forums(choices.store_url) == ["เวที"]

    visit(practice)
    type_a_forum(choices.store_url)
    visit(live, practice=False)


def test_a_plan_begun_with_the_survey_alone_is_compared_with_the_worked_plan(visit, choices):
    place = "area=990101&plan_start=2571&language=en"
    type_a_forum(choices.store_url)

    async def practice(learner):
        alike = (await learner.ask(f"/compare?{place}")).body.decode()
        assert "Yours: 1. Worked plan: 1." in alike and "In both: village forum" in alike
        assert (await learner.ask("/begin-again", form={"what": "survey"})).code == 302
        assert forums(choices.store_url) == []
        page = (await learner.ask(f"/compare?{place}")).body.decode()
        assert "Nothing is written here yet; the worked plan has 1." in page
        assert "A village without a forum is not heard." in page
        other = FORUM | {"kind": "tambon_forum", "title": "เวทีตำบล"}
        with open_workbook("990101", store=choices.store_url) as workbook:
            workbook.save(record_type("forum").model_validate(other), who="a", why="b")
        page = (await learner.ask(f"/compare?{place}")).body.decode()
        assert "Only in the worked plan: village forum" in page
        assert "Only in yours: tambon forum" in page and "It may still be right" in page
        assert "F1: differs in " in page and "/tools/02_problems?area=990101" in page

    async def live(outsider):
        assert (await outsider.ask(f"/compare?{place}")).code in (302, 403, 404)

    visit(practice)
    visit(live, practice=False)


def test_every_hint_leads_to_a_tool_of_a_notebook():
    from planning_kit.report.chapters.compared_plan import STEPS
    from planning_kit.runs.app_face import as_app
    from planning_kit.runs.shelf import notebook_path, read_notebook

    asked = {"area": "990101", "plan_start": 2571, "fiscal_year": 2570, "language": "th"}
    for step in STEPS:
        cells = as_app(read_notebook(notebook_path(step.app)), asked).cells
        assert f"tool-{step.tool}" in [cell.metadata.get("tool_at") for cell in cells]
