"""What goes in comes out: money, land and everything else, to the last digit."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planning_kit.errors import KitError
from planning_kit.records import Hazard, Household, Kind, Production, Record
from planning_kit.store import Revision, Store, content_of, record_uuid, too_long

WORDS = st.text("กขคงจaB1 |\\", max_size=12)


def values(spec) -> st.SearchStrategy:
    low = int(spec.low) if spec.low is not None else 0
    high = int(spec.high) if spec.high is not None else 10**7
    by_kind = {
        Kind.INTEGER: lambda: st.integers(low, high),
        Kind.YEAR_BE: lambda: st.integers(2500, 2600),
        Kind.NUMBER: lambda: st.decimals(low, min(high, 10**7), places=3),
        Kind.MONEY: lambda: st.decimals(0, 10**10, places=2),
        # Land is exact to a quarter of a square wah (one square metre).
        Kind.LAND: lambda: st.integers(0, 10**8).map(lambda n: Decimal(n) / 4),
        Kind.DATE: lambda: st.dates(dt.date(1990, 1, 1), dt.date(2050, 1, 1)),
        Kind.MONTHS: lambda: st.lists(st.integers(1, 12), unique=True).map(tuple),
        Kind.YES_NO: st.booleans,
        Kind.CHOICE: lambda: st.sampled_from(list(spec.choices)),
        Kind.CHOICES: lambda: st.lists(st.sampled_from(list(spec.choices))).map(tuple),
    }
    made = by_kind.get(spec.kind, lambda: WORDS)()
    if spec.required:
        return made.filter(lambda value: str(value).strip() != "")
    return st.none() | made


def records(kind: type[Record]) -> st.SearchStrategy[Record]:
    fields = {spec.name: values(spec) for spec in kind.fields()}
    return st.fixed_dictionaries(fields).map(kind.model_validate)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory):
    with Store.open("sqlite://") as store:
        yield store


@pytest.mark.parametrize("kind", [Household, Production, Hazard])
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_record_comes_back_as_it_was(shared: Store, kind: type[Record], data) -> None:
    record = data.draw(records(kind))
    name = kind.noun.name
    key = record_uuid("990101", name, None)
    shared.write([Revision(name, key, "990101", record, "x", "y")])
    (back,) = shared.history(key, name)
    assert back.record == record
    assert content_of(back.record) == content_of(record)


def priced(price: object) -> Production:
    return Production(
        household_id="1",
        year_be=2569,
        season="main",
        product_kind="annual",
        product="ข้าว",
        price=price,
        planted_area=Decimal("2230.25"),
    )


@pytest.mark.parametrize("price", ["0.1", "9.50", "8.125", "99999999999.99", "0", "1234567.89"])
def test_money_is_the_same_decimal_and_a_number_to_a_query(
    store: Store, file: Path, price: str
) -> None:
    store.write([Revision("production", record_uuid("a", "b", None), "a", priced(price), "x", "y")])
    assert store.latest("production")[0].record.price == Decimal(price)
    assert store.latest("production")[0].record.planted_area == Decimal("2230.25")
    with closing(sqlite3.connect(file)) as officer:
        (kind, fits) = officer.execute(
            "SELECT typeof(price), price <= 99999999999.99 FROM production"
        ).fetchone()
    assert kind in ("integer", "real")
    assert fits == 1


def test_zero_and_not_stated_stay_apart(store: Store) -> None:
    for price in (0, None):
        revision = Revision("production", record_uuid("a", "b", None), "a", priced(price), "x", "y")
        store.write([revision])
    prices = {stored.record.price for stored in store.latest("production")}
    assert prices == {Decimal(0), None}


def test_a_number_too_long_to_keep_is_refused_not_rounded(store: Store) -> None:
    record = priced(Decimal("123456789012345.67"))
    assert too_long(record) == "price"
    with pytest.raises(KitError) as error:
        store.write([Revision("production", record_uuid("a", "b", None), "a", record, "x", "y")])
    assert error.value.code == "store.number-too-long"
    assert store.latest("production") == []


def test_an_empty_list_is_not_a_list_not_stated(store: Store, first, household) -> None:
    store.write([first(household("1", title_deeds=())), first(household("2", title_deeds=None))])
    assert {s.record.household_id: s.record.title_deeds for s in store.latest("household")} == {
        "1": (),
        "2": None,
    }
