"""Live mode: a PIN set once with the key that the starter saw, then asked of everybody."""

from planning_kit.hall.entrance import first_pin_path
from planning_kit.hall.tries import FREE_TRIES
from planning_kit.workbook import open_workbook

PIN = "246813"


async def _set_pin(anna):
    path = first_pin_path(anna.room.app.settings)
    assert (await anna.ask(path)).code == 200
    wrong = await anna.ask(path, form={"pin": PIN, "again": "111111"})
    assert wrong.code == 400
    assert (await anna.ask(path, form={"pin": "12", "again": "12"})).code == 400
    done = await anna.ask(path, form={"pin": PIN, "again": PIN})
    assert done.code == 302
    return path


def test_nobody_comes_in_without_the_pin_and_it_is_set_once(visit):
    async def scene(anna):
        for path in ("/", "/new", "/app/01_profile?area=990101&plan_start=2571"):
            answer = await anna.ask(path)
            assert answer.code == 302 and answer.headers["Location"].startswith("/login")
        assert (await anna.ask("/first-pin/guessed")).code == 403
        path = await _set_pin(anna)
        assert (await anna.ask("/")).code == 200
        bo = anna.another()
        assert (await bo.ask(path)).code == 403
        assert (await bo.ask("/")).code == 302
        await bo.ask("/login")
        assert (await bo.ask("/login", form={"pin": "111111"})).code == 403
        assert (await bo.ask("/login", form={"pin": PIN})).code == 302
        assert (await bo.ask("/")).code == 200
        assert (await bo.ask("/logout", form={})).code == 302
        assert (await bo.ask("/")).code == 302

    visit(scene, practice=False)


def test_guessing_is_stopped_even_with_the_right_pin(visit):
    async def scene(anna):
        await _set_pin(anna)
        bo = anna.another()
        await bo.ask("/login")
        codes = [
            (await bo.ask("/login", form={"pin": f"00000{n}"})).code for n in range(FREE_TRIES)
        ]
        assert codes == [403] * FREE_TRIES
        assert (await bo.ask("/login", form={"pin": PIN})).code == 429
        assert (await anna.ask("/")).code == 200

    visit(scene, practice=False)


def test_a_form_from_elsewhere_is_refused(visit):
    async def scene(anna):
        await _set_pin(anna)
        form = {"area": "730502", "plan_start": "2571", "_xsrf": "guessed"}
        assert (await anna.ask("/new", form=form)).code == 403

    visit(scene, practice=False)


def test_a_workbook_is_found_and_made(visit, choices):
    async def scene(anna):
        await _set_pin(anna)
        found = await anna.ask("/new?place=730502")
        assert "730502" in found.body.decode()
        made = await anna.ask("/new", form={"area": "730502", "plan_start": "2571"})
        assert made.code == 302
        page = await anna.ask(made.headers["Location"])
        assert "บางปลา" in page.body.decode()
        with open_workbook("730502", 2571, store=choices.store_url) as workbook:
            assert workbook.area_id == "730502"
        wrong = await anna.ask("/new", form={"area": "999999", "plan_start": "2571"})
        assert wrong.code == 400

    visit(scene, practice=False)
