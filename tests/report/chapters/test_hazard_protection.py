"""No plot's area can be worked out from the hazard tables together."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.records import Hazard, to_frame
from planning_kit.report.chapters.hazard_protection import protected


def plot(number: int, village: int, year: int, **values: Any) -> dict[str, Any]:
    """Return one stricken plot; its number keeps it apart from the others."""
    row = {
        "village_code": f"730502{village:02d}",
        "year_be": year,
        "variety": str(number),
        "planted_area": number + 1,
        "affected_area": number + 1,
        **values,
    }
    return Hazard.model_validate(row).model_dump()


def shown(tables: Any, field: str) -> set[object]:
    """Return the keys whose area a reader sees."""
    table = tables[field]
    return set(table.loc[table["affected_rai"].notna(), "key"])


def test_year_less_village_does_not_give_a_plot() -> None:
    # All 8 plots of village 1 and one of village 2 are of 2564: year less village is one plot.
    rows = [plot(i, 1, 2564) for i in range(8)] + [plot(8, 2, 2564)]
    rows += [plot(i, 2, 2565) for i in range(9, 20)]
    tables = protected(to_frame(Hazard, rows))
    assert not (2564 in shown(tables, "year_be") and "73050201" in shown(tables, "village_code"))


def test_many_plots_everywhere_stay_visible() -> None:
    rows = [
        plot(100 * village + 10 * (year - 2560) + i, village, year)
        for village in (1, 2)
        for year in (2564, 2565)
        for i in range(6)
    ]
    tables = protected(to_frame(Hazard, rows))
    assert shown(tables, "year_be") == {2564, 2565}
    assert shown(tables, "village_code") == {"73050201", "73050202"}
    # 6 plots each of 1 + number rai: 141…146 and 241…246
    year = tables["year_be"].set_index("key")["affected_rai"]
    assert year[2564] == sum(range(141, 147)) + sum(range(241, 247))


def test_records_of_many_households_need_no_company() -> None:
    rows = [plot(i, 1 + i % 2, 2564 + i // 6, households=30) for i in range(12)]
    tables = protected(to_frame(Hazard, rows))
    assert len(shown(tables, "year_be")) == 2 and len(shown(tables, "village_code")) == 2


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([0, 0, 1, 3, 7]), min_size=9, max_size=9).filter(any))
def test_no_shown_year_and_village_differ_by_a_few_plots(counts: list[int]) -> None:
    cells = product((1, 2, 3), (2563, 2564, 2565))
    places = [place for place, n in zip(cells, counts, strict=True) for _plot in range(n)]
    rows = [plot(i, village, year) for i, (village, year) in enumerate(places)]
    tables = protected(to_frame(Hazard, rows))
    for year in shown(tables, "year_be"):
        for village in shown(tables, "village_code"):
            of_year = {i for i, place in enumerate(places) if place[1] == year}
            moo = int(str(village)[6:])
            of_village = {i for i, place in enumerate(places) if place[0] == moo}
            for whole, piece in ((of_year, of_village), (of_village, of_year)):
                if piece <= whole:
                    assert not 0 < len(whole - piece) < 5


def test_counts_of_records_are_never_hidden() -> None:
    tables = protected(to_frame(Hazard, [plot(1, 1, 2564)]))
    assert tables["year_be"]["events"].tolist() == [1]
    assert tables["year_be"]["hidden"].tolist() == [True]
