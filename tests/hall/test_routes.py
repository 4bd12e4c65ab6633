"""Nothing but the kit's pages is reachable, and whoever may not come in does not."""

import base64
import json
import os

import pytest

ELSEWHERE = [
    "/voila/tree", "/voila/tree/etc", "/tree", "/voila/render/00_start.ipynb", "/voila/files/a.png",
    "/voila/api/contents", "/api/contents", "/api/kernels", "/api/kernelspecs", "/api/sessions",
    "/api/terminals", "/files/etc/passwd", "/static/..%2f..%2fetc/passwd", "/look/..%2froom.py",
    "/app/00_start.ipynb?area=990101&plan_start=2571", "/app/../../etc/passwd", "/lab", "/metrics",
    "/voila/templates/lab/static/voila.js", "/voila/execution/0-0-0-0-0", "/logout",
]  # fmt: skip


def test_other_routes_are_not_there(visit):
    async def scene(anna):
        for path in ELSEWHERE:
            answer = await anna.ask(path)
            assert answer.code in (404, 405), path
            assert b"Traceback" not in answer.body and b"site-packages" not in answer.body
        posted = await anna.ask("/api/kernels", form={"name": "python3"})
        assert posted.code == 404

    visit(scene)


@pytest.mark.parametrize(
    "tail",
    ["../../../../../../etc/passwd", "..%2f..%2f..%2fapp.py", "%2fetc%2fpasswd", "nothing.js"],
)
def test_voilas_own_files_are_all_that_its_folders_give(visit, tail):
    async def scene(anna):
        import voila

        good = await anna.ask(f"/voila/{voila.__version__}/static/voila.js")
        assert good.code == 200 and "immutable" in good.headers["Cache-Control"]
        for folder in ("static", "themes", "labextensions/@jupyter-widgets/jupyterlab-manager"):
            answer = await anna.ask(f"/voila/{voila.__version__}/{folder}/{tail}")
            assert answer.code in (403, 404) and b"root:" not in answer.body

    visit(scene)


def test_a_page_of_another_name_is_refused(visit):
    async def scene(anna):
        answer = await anna.ask("/", headers={"Host": "evil.example"})
        assert answer.code == 403

    visit(scene)


def test_a_wrong_address_is_said_in_both_languages_and_starts_no_kernel(visit):
    async def scene(anna):
        app = "/app/01_profile?plan_start=2571&area="
        for tail, thai in (
            ("990101&command=x", "command"),
            ("999999", "999999"),
            ("990101&fiscal_year=2028", "2028"),
        ):
            answer = await anna.ask(app + tail)
            assert answer.code == 400 and thai in answer.body.decode()
        english = await anna.ask(f"{app}990101&command=x&language=en")
        assert "no page here knows" in english.body.decode()
        assert (await anna.ask("/app/99_nothing?area=990101&plan_start=2571")).code == 404
        assert anna.room.kernel_manager.list_kernel_ids() == []

    visit(scene)


def test_a_full_house_is_told_kindly_and_tries_again(visit):
    async def scene(anna):
        answer = await anna.ask("/app/01_profile?area=990101&plan_start=2571")
        assert answer.code == 503 and answer.headers["Retry-After"] == "20"
        assert "data-retry-seconds" in answer.body.decode()

    visit(scene, most_kernels=0)


def test_every_page_forbids_what_comes_from_elsewhere(visit):
    async def scene(anna):
        for path in ("/", "/nothing", "/alive"):
            answer = await anna.ask(path)
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy and "http" not in policy
        assert "สมมติ" in (await anna.ask("/")).body.decode()
        cookies = (await anna.another().ask("/")).headers.get_list("Set-Cookie")
        session = next(cookie for cookie in cookies if "planning-kit" in cookie)
        assert "HttpOnly" in session and "SameSite=Strict" in session

    visit(scene)


def test_practice_has_no_way_to_make_a_real_workbook(visit):
    async def scene(anna):
        await anna.ask("/")
        answer = await anna.ask("/new", form={"area": "730502", "plan_start": "2571"})
        assert answer.code == 403
        assert 'action="/new"' not in (await anna.ask("/")).body.decode()

    visit(scene)


def test_another_sessions_kernel_is_out_of_reach(visit):
    async def scene(anna):
        await anna.ask("/")
        bo = anna.another()
        await bo.ask("/")
        house = anna.room.app.settings["kernel_house"]
        session = json.loads(_cookie(anna))["session"]
        kernel = await house.start(session, dict(os.environ))
        assert json.loads((await anna.ask(f"/alive?kernel={kernel}")).body)["kernel"] is True
        assert (await anna.ask(f"/api/kernels/{kernel}")).code == 200
        assert (await anna.ask(f"/api/kernels/{kernel}", method="DELETE")).code in (403, 405)
        assert json.loads((await bo.ask(f"/alive?kernel={kernel}")).body)["kernel"] is False
        assert (await bo.ask(f"/api/kernels/{kernel}")).code == 403
        assert (await bo.ask(f"/voila/api/shutdown/{kernel}", form={})).code == 403
        assert (await bo.ask(f"/api/kernels/{kernel}/restart", form={})).code == 404
        forged = bo.another()
        forged.cookies = {**bo.cookies, _name(bo): anna.cookies[_name(anna)][:-4] + "beef"}
        assert (await forged.ask(f"/api/kernels/{kernel}")).code == 403
        assert house.owner(kernel) == session

    visit(scene)


def _name(visit):
    return f"planning-kit-{visit.room.port}"


def _cookie(visit):
    return base64.b64decode(visit.cookies[_name(visit)].split("|")[4].partition(":")[2])
