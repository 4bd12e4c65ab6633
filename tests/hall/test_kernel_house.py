import asyncio
from uuid import uuid4

import pytest

from planning_kit.errors import KitError
from planning_kit.hall import kernel_house
from planning_kit.hall.kernel_house import KernelHouse


class Kernels(dict):
    """Stands for Voila's kernel manager."""

    def list_kernel_ids(self):
        return list(self)

    def add_restart_callback(self, kernel_id, callback):
        self.restarted = callback

    async def start_kernel(self, *, kernel_name, env):
        kernel_id = str(uuid4())
        self[kernel_id] = env
        return kernel_id

    async def shutdown_kernel(self, kernel_id, *, now):
        del self[kernel_id]


def test_a_full_house_says_so_and_a_place_counts_before_its_kernel_runs():
    house = KernelHouse(Kernels(), 1, 0)
    with house.place(), pytest.raises(KitError) as full, house.place():
        pass
    assert full.value.code == "hall.full"
    with house.place():
        assert house.busy == 1


def test_a_page_and_its_kernel_take_one_place():
    async def scene():
        house = KernelHouse(Kernels(), 2, 0)
        with house.place() as held:
            await house.start("anna", {}, held)
            assert house.busy == 1
        assert house.busy == 1

    asyncio.run(scene())


def test_a_kernel_is_its_sessions_own_until_it_ends():
    async def scene():
        house = KernelHouse(Kernels(), 2, 0)
        kernel = await house.start("anna", {})
        assert house.owner(kernel) == "anna" and house.owner("other") is None
        await house.end(kernel)
        await house.end(kernel)
        assert house.owner(kernel) is None and house.busy == 0

    asyncio.run(scene())


def test_a_page_that_comes_back_keeps_its_kernel_and_one_that_stays_away_does_not():
    async def scene():
        house = KernelHouse(Kernels(), 2, 0.05)
        kernel = await house.start("anna", {})
        house.page_opened(kernel)
        house.page_closed(kernel)
        house.page_opened(kernel)
        await asyncio.sleep(0.1)
        assert house.owner(kernel) == "anna"
        house.page_closed(kernel)
        await asyncio.sleep(0.1)
        assert house.busy == 0
        unopened = await house.start("anna", {})
        house.end_unless_opened(unopened)
        await asyncio.sleep(0.1)
        assert house.busy == 0

    asyncio.run(scene())


def test_the_end_of_a_code_ends_the_kernels_of_its_sessions_alone():
    async def scene():
        house = KernelHouse(Kernels(), 5, 0)
        its = [await house.start(session, {}) for session in ("c1.anna", "c1.bo")]
        other = [await house.start(session, {}) for session in ("c11.jo", ".facilitator")]
        await house.end_of_code("c1")
        assert [house.owner(one) for one in its] == [None, None]
        assert [house.owner(one) for one in other] == ["c11.jo", ".facilitator"]

    asyncio.run(scene())


def test_a_kernel_that_died_is_nobodys_though_jupyter_starts_one_in_its_name(monkeypatch):
    monkeypatch.setattr(kernel_house, "_AFTER_DEATH", 0.05)

    async def scene():
        kernels = Kernels()
        house = KernelHouse(kernels, 2, 0)
        kernel = await house.start("anna", {})
        house.page_opened(kernel)
        kernels.restarted()
        assert house.owner(kernel) is None and kernel in kernels
        house.page_left(kernel)
        house.page_opened(kernel)
        await asyncio.sleep(0.1)
        assert house.busy == 0

    asyncio.run(scene())
