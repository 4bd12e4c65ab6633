"""All pages of all places read together, by one who knows the rule: no small number is told.

The attacker tries every way in which the withheld numbers could be, 1–4 each, keeps those that
fit all numbers shown on any page and for which the rule, written here once more, would have
withheld and added the same, and looks whether each could still be 1, 2, 3 or 4.
"""

import itertools
import random

import numpy as np
import pandas as pd

from planning_kit.rollup import climb

TAMBONS = ["670101", "670102", "670103", "670104", "670105", "670201", "670202", "670203",
           "650101", "650102", "650103", "900101"]  # fmt: skip
REGION = {"67": "N", "65": "N", "90": "S"}
LEVELS = ("tambon", "amphoe", "province", "region", "country")
ABOVE = {
    "tambon": lambda code: code, "amphoe": lambda code: code[:4], "province": lambda code: code[:2],
    "region": lambda code: REGION[code[:2]], "country": lambda code: "TH",
}  # fmt: skip
# Small numbers of all sizes, and such that their sums lie near the least or the most.
SIZES = ((1, 2, 3, 4), (1, 2, 3, 4), (1, 1, 1, 2), (3, 4, 4, 4))


def trees(many):
    """Counts of all tambons, 5–8 of them small, at random; one figure each."""
    chance = random.Random(6)
    for _tree in range(many):
        sizes = chance.choice(SIZES)
        small = chance.sample(TAMBONS, chance.randint(5, 8))
        yield dict.fromkeys(TAMBONS, 40) | {code: chance.choice(sizes) for code in small}


def pages(every):
    """Every row that some page shows: of each tambon, province and region, and of the nation."""
    rows = [
        {"place": code, "figure": str(at), "way": "sum", "unit": "baht", "n": n, "value": n * 7.0}
        for at, counts in enumerate(every)
        for code, n in counts.items()
    ]
    for top in ("tambon", "province", "region", "country"):
        for place in dict.fromkeys(map(ABOVE[top], TAMBONS)):
            own = pd.DataFrame([row for row in rows if ABOVE[top](row["place"]) == place])
            # The page of a region tells of itself alone, the others of all levels below.
            levels = LEVELS[: LEVELS.index(top) + 1] if top != "region" else [top]
            inside = own["place"].unique()
            yield from climb(own, levels, expected=inside).totals.to_dict("records")


def by_the_rule(ways, codes):
    """Counted from which level (6 = never), for each way (rows) and withheld tambon (columns)."""
    first = np.full(ways.shape, 6)
    told = np.zeros(ways.shape, dtype=bool)
    for rank, level in enumerate(LEVELS):
        for place in sorted({ABOVE[level](code) for code in codes}):
            inside = np.array([ABOVE[level](code) == place for code in codes]) & (first == 6)
            k, total = inside.sum(axis=1), (ways * inside).sum(axis=1)
            away = 3 * np.maximum(1, (told & inside).sum(axis=1))
            safe = (k >= 4) & (k + away <= total) & (total <= 4 * k - away)
            first[inside & safe[:, None]] = rank
            told |= inside & ((k >= 4) & ~safe)[:, None]
    return first


def test_no_small_number_is_told_by_all_pages_together():
    every = list(trees(24))
    told = [{} for _counts in every]
    for row in pages(every):
        mine = (None if row["hidden"] else row["n"], row["tambons"], row["withheld"])
        at = (row["level"], row["place"])
        assert told[int(row["figure"])].setdefault(at, mine) == mine, f"two pages differ on {at}"
    added = [attacked(*both) for both in zip(every, told, strict=True)]
    # The trees are of every kind: in some nothing is added together, in some all is.
    assert {"nothing", "some", "all"} == set(added)


def attacked(counts, told):
    """See that the attack fails; return how much of what is withheld is added somewhere."""
    codes = sorted(code for code, n in counts.items() if n < 5)
    first = by_the_rule(np.array([[counts[code] for code in codes]]), codes)[0]
    for (level, place), (_n, tambons, withheld) in told.items():
        own = [code for code in codes if ABOVE[level](code) == place]
        in_it = [code for code in own if first[codes.index(code)] <= LEVELS.index(level)]
        assert sorted(set(own) & set(tambons)) == in_it and set(withheld) == set(own) - set(in_it)

    ways = np.array(list(itertools.product((1, 2, 3, 4), repeat=len(codes))), dtype="int8")
    for n, tambons, _withheld in told.values():
        if n is not None:
            known = sum(counts[code] for code in tambons if code not in codes)
            ways = ways[ways[:, [code in tambons for code in codes]].sum(axis=1) == n - known]
    ways = ways[(by_the_rule(ways, codes) == first).all(axis=1)]
    assert [sorted(set(column)) for column in ways.T] == [[1, 2, 3, 4]] * len(codes)
    return "nothing" if (first == 6).all() else "some" if (first == 6).any() else "all"
