"""Statements alike are suggested, with the words they share; the unlike are left alone."""

from planning_kit.deliberate import suggest_merges

THAI = {
    "P01": "ขาดแคลนน้ำทำการเกษตรในฤดูแล้ง",
    "P02": "ฤดูแล้งไม่มีน้ำทำการเกษตร",
    "P03": "หนี้สินครัวเรือนสูง",
    "P04": "ครัวเรือนเกษตรกรมีหนี้สินสูงมาก",
    "P05": "เยาวชนไม่สนใจอาชีพทำนา",
}


def test_statements_about_the_same_are_found_with_their_words():
    found = suggest_merges(THAI, least=0.4)
    assert {(row.a, row.b) for row in found.itertuples()} == {("P01", "P02"), ("P03", "P04")}
    water = found.set_index("a").loc["P01"]
    assert "น้ำ" in water["shared"]
    assert any("แล้ง" in word for word in water["shared"])
    assert (found["similarity"].between(0.4, 1)).all()


def test_the_same_words_are_fully_alike_whatever_the_order_and_spaces():
    found = suggest_merges({"A": "น้ำท่วม นาข้าว", "B": "นาข้าว  น้ำท่วม", "C": "ราคาตก"})
    assert next(found.itertuples(index=False, name=None))[:3] == ("A", "B", 1.0)
    assert len(found) == 1


def test_blank_none_one_or_no_statement():
    assert suggest_merges({"A": "", "B": "", "C": None}).empty
    assert suggest_merges({"A": "หนี้สิน"}).empty
    assert list(suggest_merges({}).columns) == ["a", "b", "similarity", "shared"]


def test_three_hundred_statements_come_back_at_once_and_each_pair_once():
    words = ["น้ำ", "หนี้สิน", "ที่ดิน", "ราคา", "ปุ๋ย", "ถนน", "โรคพืช", "แรงงาน", "ตลาด", "ป่า"]
    statements = {
        f"P{n}": "".join(words[(n * step + step) % 10] for step in range(1, 5)) + str(n)
        for n in range(300)
    }
    found = suggest_merges(statements)
    pairs = list(zip(found["a"], found["b"], strict=True))
    assert len(set(pairs)) == len(pairs) <= 200
    assert (found["similarity"].diff().dropna() <= 1e-9).all()
