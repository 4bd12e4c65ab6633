"""Sentences, pictures and tables of a published figure over the years."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from planning_kit.charts.values import Form, written
from planning_kit.language import _, ngettext
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.level_plans import said_place
from planning_kit.report.chapters.picture_sheets import pictured
from planning_kit.report.chapters.wording import joined, number, percent
from planning_kit.report.chapters.year_figure import YearFigure, definition_of
from planning_kit.report.picture import Picture
from planning_kit.report.table import Column, Table

_SIDE = ("place", "period_be", "definition", "value")


def change_said(row: Row, figure: YearFigure) -> str:
    """Say what a series came to from its first year to its last; a gap is named."""
    place, source = said_place(row["place"]), figure.series(row["definition"])
    said = {
        "place": place,
        "source": source,
        "first": number(row["first"]),
        "since": int(row["first_be"]),
    }
    if row["why_not"] == "one_year":
        return _("{place}: {first} in B.E. {since} ({source}).", **said)
    said |= {"last": number(row["last"]), "until": int(row["last_be"])}
    if row["change"] is None:
        told = _(
            "{place}: {first} in B.E. {since}, {last} in {until}, but not all the same amphoe stand "
            "behind both, so that this is no change ({source}).",
            **said,
        )
    else:
        told = _(
            "{place}: {first} in B.E. {since}, {last} in {until}, a change of {change} ({share}) "
            "({source}).",
            **said,
            change=written(row["change"], Form.NUMBER, 0),
            share=percent(row["change_share"]),
        )
    gaps = codes(row["gaps"])
    return f"{told} {_('Not told for {years}.', years=joined(gaps))}" if gaps else told


def pictures(figure: YearFigure, title: str) -> list[Picture]:
    """Return the line of the widest place, then one row for each place below it."""
    from planning_kit.charts.trend import trend
    from planning_kit.charts.trend_rows import trend_rows

    rows = plain_rows(figure.values(), _SIDE)
    wide = {row["place"] for row in rows if len(row["place"]) == 2}
    found: list[Picture] = []
    for place in sorted(wide):
        own = [row for row in rows if row["place"] == place]
        frame = _by_year(own, figure.definitions)
        series = {one: figure.series(one) for one in frame.columns if one != "year"}
        caption = f"{title}: {said_place(place)}"
        found += pictured([trend(frame, year="year", series=series)], caption, _alt(figure, place))
    below = [row for row in rows if row["place"] not in wide]
    if len({row["place"] for row in below}) > 1:
        drawn = [
            {
                "label": said_place(row["place"]),
                "series": figure.series(row["definition"]),
                "year": row["period_be"],
                "value": row["value"],
            }
            for row in sorted(
                below, key=lambda row: (row["place"], figure.definitions.index(row["definition"]))
            )
        ]
        frame = framed(drawn, {"label": "text", "series": "text", "year": "number",
                               "value": "number"})  # fmt: skip
        years = f"{int(frame['year'].min())}–{int(frame['year'].max())}"
        sheets = trend_rows(frame, heads=(years, _("last told (year)")))
        caption = _("{figure} by place, each row on its own scale from zero", figure=title)
        found += pictured(sheets, caption, _("The values stand in the table below."))
    return found


def _by_year(rows: list[Row], order: Sequence[str]) -> pd.DataFrame:
    own = {row["definition"] for row in rows}
    names = [one for one in order if one in own]
    told = {(int(row["period_be"]), row["definition"]): row["value"] for row in rows}
    years = sorted({year for year, _name in told})
    listed = [{"year": year} | {one: told.get((year, one)) for one in names} for year in years]
    return framed(listed, {"year": "number", **dict.fromkeys(names, "number")})


def _alt(figure: YearFigure, place: str) -> str:
    return " ".join(change_said(row, figure) for row in figure.spans if row["place"] == place)


def by_place(figure: YearFigure) -> list[Table]:
    """Return a table per series: a row per place, its years side by side, the change in all."""
    rows = plain_rows(figure.values(), (*_SIDE, "in_places", "of_places"))
    return [
        _of_series(figure, [row for row in rows if row["definition"] == one])
        for one in figure.definitions
    ]


def _of_series(figure: YearFigure, rows: list[Row]) -> Table:
    years = sorted({int(row["period_be"]) for row in rows})
    told = {(row["place"], int(row["period_be"])): row for row in rows}
    spans = [row for row in figure.spans if row["definition"] == rows[0]["definition"]]
    shown = [
        {
            "place": said_place(span["place"]),
            **{f"y{year}": told.get((span["place"], year), {}).get("value") for year in years},
            "change": span["change_share"],
            "partly": _partly(span["place"], told),
        }
        for span in spans
    ]
    columns = [
        Column("place", _("Area")),
        *(Column(f"y{year}", str(year), Form.INT) for year in years),
        Column("change", _("Change, first to last"), Form.PERCENT, 1),
    ]
    if any(row["partly"] for row in shown):
        columns.append(Column("partly", _("Years in which places are missing")))
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    caption = figure.series(rows[0]["definition"])
    return Table(framed(shown, types), columns, caption, wide=True)


def _partly(place: str, told: dict[tuple[str, int], Row]) -> str | None:
    """Name the years of a sum in which some of its places told nothing."""
    if len(place) != 2:
        return None
    years = [
        str(year)
        for (own, year), row in sorted(told.items())
        if own == place and row["in_places"] < row["of_places"]
    ]
    return joined(years) or None


def disagreeing_table(figure: YearFigure) -> Table | None:
    """Return where two sources tell one place and year differently; ``None`` where none do."""
    told: dict[tuple[str, int], dict[str, float]] = {}
    for row in figure.rows:
        own = told.setdefault((row["area_code"], int(row["year_be"])), {})
        own[definition_of(row)] = float(row["value"])
    apart = {at: own for at, own in sorted(told.items()) if len({*own.values()}) > 1}
    if not apart:
        return None
    names = [one for one in figure.definitions if any(one in own for own in apart.values())]
    shown = [
        {"place": said_place(place), "year": year, **own, "ratio": _ratio(own, names)}
        for (place, year), own in apart.items()
    ]
    columns = [
        Column("place", _("Area")),
        Column("year", _("Year"), Form.YEAR_BE),
        *(Column(name, figure.series(name), Form.NUMBER, 2) for name in names),
        *([Column("ratio", _("Second of first"), Form.PERCENT, 0)] if len(names) == 2 else []),
    ]
    types = {column.name: "text" if column.name == "place" else "number" for column in columns}
    caption = ngettext(
        "{count} figure that sources tell differently",
        "{count} figures that sources tell differently",
        len(shown),
        count=number(len(shown)),
    )
    return Table(framed(shown, types), columns, caption, wide=True)


def printed_table(figure: YearFigure) -> Table | None:
    """Return totals that were printed and are not the sum of their places; ``None`` for none."""
    shown = [
        {
            "place": said_place(row["place"]),
            "year": int(row["period_be"]),
            "series": figure.series(row["definition"]),
            "printed": row["values"][0],
            "sum": row["values"][1],
            "apart": row["values"][1] - row["values"][0],
        }
        for row in figure.printed_apart
    ]
    if not shown:
        return None
    columns = [
        Column("place", _("Area")),
        Column("year", _("Year"), Form.YEAR_BE),
        Column("series", _("Source")),
        Column("printed", _("Total as printed"), Form.NUMBER, 0),
        Column("sum", _("Sum of its places"), Form.NUMBER, 0),
        Column("apart", _("Difference"), Form.NUMBER, 0),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    caption = ngettext(
        "{count} printed total that is not the sum of its places",
        "{count} printed totals that are not the sums of their places",
        len(shown),
        count=number(len(shown)),
    )
    return Table(framed(shown, types), columns, caption, wide=True)


def _ratio(own: dict[str, float], names: list[str]) -> float | None:
    both = [own.get(name) for name in names]
    if len(both) != 2 or both[0] is None or both[1] is None or not both[0]:
        return None
    return both[1] / both[0]
