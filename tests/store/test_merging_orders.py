"""Small random weeks on three laptops: whatever the order of their bundles, one store comes out."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import replace
from uuid import UUID, uuid4

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from planning_kit.records import Household
from planning_kit.store import WITHDRAWN, Revision, Store
from planning_kit.store.revision import now
from planning_kit.store.revision_lines import line_of
from planning_kit.store.tables import table_of

AREA = "990101"

# Which laptop, what, on which of three households, and the new value.
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(
            ["save", "save", "save", "withdraw", "erase", "again", "take", "take", "settle"]
        ),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    max_size=14,
)


def all_lines(store: Store) -> list[dict]:
    with store._reading() as connection:
        rows = connection.execute(select(table_of("household"))).mappings()
        found = [line_of("household", row) for row in rows]
    return sorted(found, key=lambda one: one["revision_id"])


def what_stands(store: Store) -> list[tuple]:
    stored = store.latest("household", AREA)
    return sorted((str(one.record_id), one.record.males, one.rivals) for one in stored)


def step(stores: list[Store], at: int, what: str, key: int, value: int) -> None:
    store = stores[at]
    if what == "take":
        store.merge(stores[(at + 1 + value % 2) % 3].whole([AREA]))
        return
    record_id = UUID(int=key + 1)
    heads = store.heads("household", [record_id]).get(record_id, [])
    head = heads[0] if heads else None
    if what == "erase" and head is not None:
        store.erase("household", record_id, who="a", why="b")
        return
    if what != "again" and any(one.record is None for one in heads):
        return
    if what == "settle":
        if len(heads) > 1:
            chosen, *others = heads if value else heads[::-1]
            ids = tuple(one.revision_id for one in others)
            store.write([replace(chosen, revision_id=uuid4(), parent_id=chosen.revision_id,
                                 also_follows=ids, when=now())])  # fmt: skip
        return
    record = Household(household_id=str(key), village_code="99010101", males=value)
    state = WITHDRAWN if what == "withdraw" and head else "accepted"
    parent = head.revision_id if head else None
    store.write([Revision("household", record_id, AREA, record, f"laptop {at}", "", state, parent)])


# Making a failing week shorter takes minutes; as it is, it has ten steps at most.
@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(steps=STEPS)
def test_any_order_of_bundles_gives_the_same_store(empty, tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("weeks")

    def new(name: str) -> Store:
        return Store.open(shutil.copy(empty, folder / f"{name}.sqlite"))

    laptops = [new(f"laptop-{number}") for number in range(3)]
    for one in steps:
        step(laptops, *one)
    wholes = [laptop.whole([AREA]) for laptop in laptops]
    ids = {row["revision_id"] for whole in wholes for row in whole.revisions.get("household", ())}
    seen = []
    for number, order in enumerate(list(itertools.permutations(wholes))[::2]):
        with new(f"order-{number}") as store:
            for whole in (*order, order[0]):
                store.merge(whole)
            seen.append((all_lines(store), what_stands(store)))
    assert all(one == seen[0] for one in seen)
    assert {UUID(line["revision_id"]) for line in seen[0][0]} == ids
    for laptop in laptops:
        laptop.close()
