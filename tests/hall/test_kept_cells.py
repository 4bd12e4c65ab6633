"""A hall full of people waits once for what all of them are shown."""

import asyncio

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from planning_kit.hall.kept_cells import WIDGET, KeptCells, leaves_nothing
from planning_kit.records import record_type
from planning_kit.workbook import open_workbook

PAGE = "/app/00_start?area=990101&plan_start=2571&language=th"


def html(text):
    return [{"output_type": "display_data", "data": {"text/html": text}}]


def widget(number):
    return [{"output_type": "display_data", "data": {WIDGET: {"model_id": number}}}]


def ask(kept, page, cell, run):
    async def opened():
        with kept.opening(page) as opening:
            return await opening.outputs(cell, run)

    return opened()


def test_thirty_who_ask_at_once_are_answered_by_one_run():
    runs = []

    async def run():
        runs.append(1)
        await asyncio.sleep(0.01)
        return html("figures")

    async def scene():
        kept = KeptCells()
        told = await asyncio.gather(*(ask(kept, "p", "1", run) for _one in range(30)))
        assert told == [html("figures")] * 30 and len(runs) == 1
        # What one page does with its copy is not seen by the next.
        told[0].clear()
        assert await ask(kept, "p", "1", run) == html("figures")
        await ask(kept, "another", "1", run)
        assert len(runs) == 2

    asyncio.run(scene())


def test_the_page_that_was_first_works_all_cells_out():
    who = []

    async def opened(kept, name):
        async def run():
            who.append(name)
            await asyncio.sleep(0.001)
            return html(name)

        with kept.opening("p") as opening:
            for cell in range(5):
                await asyncio.sleep(0.002 if name == "first" else 0)
                await opening.outputs(str(cell), run)

    async def scene():
        kept = KeptCells()
        await asyncio.gather(*(opened(kept, name) for name in ("first", "second", "third")))

    asyncio.run(scene())
    assert len(who) == 5 and len(set(who)) == 1


def test_a_widget_is_everyones_own_and_nobody_waits_for_anothers():
    begun = []

    async def run():
        begun.append(1)
        await asyncio.sleep(0.05)
        return widget(len(begun))

    async def scene():
        kept = KeptCells()
        await ask(kept, "p", "w", run)
        before = asyncio.get_running_loop().time()
        await asyncio.gather(*(ask(kept, "p", "w", run) for _one in range(20)))
        assert len(begun) == 21
        assert asyncio.get_running_loop().time() - before < 20 * 0.05

    asyncio.run(scene())


def test_who_failed_or_went_away_keeps_nobody_from_trying():
    async def fails():
        return None

    async def breaks():
        await asyncio.sleep(0.01)
        raise ConnectionError

    async def works():
        return html("figures")

    async def scene():
        kept = KeptCells()
        assert await ask(kept, "p", "1", fails) == []
        first = asyncio.ensure_future(ask(kept, "p", "1", breaks))
        await asyncio.sleep(0)
        assert await ask(kept, "p", "1", works) == html("figures")
        assert isinstance((await asyncio.gather(first, return_exceptions=True))[0], ConnectionError)

    asyncio.run(scene())


def test_no_more_is_kept_than_fits():
    runs = []

    async def scene():
        kept = KeptCells(most_characters=25)
        for key in ("a", "b", "c", "a"):

            async def run(key=key):
                runs.append(key)
                return html(key * 10)

            await ask(kept, "p", key, run)

    asyncio.run(scene())
    assert runs == ["a", "b", "c", "a"]


def test_what_later_cells_need_is_run_for_them():
    assert leaves_nothing("kit.cover(workbook)", html("x"))
    assert not leaves_nothing("kit.set_language(language)", [])
    assert not leaves_nothing("workbook = kit.open_workbook(area)\nkit.cover(workbook)", html("x"))


CELLS = [
    "import planning_kit as kit\n\nworkbook = kit.open_workbook(area, plan_start)",
    "kit.cover(workbook, 'start')",
    "kit.next_steps(workbook)",
]
PARAMETERS = 'area = "990101"\nplan_start = 2571\nfiscal_year = 2570\nlanguage = "th"'


@pytest.fixture
def shelf(tmp_path):
    first = new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})
    kernel = {"name": "python3", "language": "python", "display_name": "p"}
    notebook = new_notebook(
        cells=[first, *map(new_code_cell, CELLS)], metadata={"kernelspec": kernel}
    )
    nbformat.write(notebook, tmp_path / "00_start.ipynb")
    return tmp_path


def main_of(answer):
    said = answer.body.decode()
    return said[said.index("<main") : said.index("</main")]


def test_a_page_seen_before_needs_no_kernel_until_the_data_change(visit, choices, shelf):
    async def scene(first):
        house = first.room.app.settings["kernel_house"]
        started = []
        start = house.start

        async def counted(*given):
            started.append(1)
            return await start(*given)

        house.start = counted
        shown = main_of(await first.ask(PAGE))
        assert "ทุ่งฝึกหัด" in shown and started == [1]
        assert main_of(await first.another().ask(PAGE)) == shown and started == [1]
        with open_workbook("990101", store=choices.store_url) as workbook:
            told = {
                "forum_code": "F1",
                "kind": "village_forum",
                "title": "เวที",
                "date": "1/10/2569",
            }
            workbook.save(record_type("forum").model_validate(told), who="a", why="b")
        await first.another().ask(PAGE)
        assert started == [1, 1]

    visit(scene, notebooks=shelf)
