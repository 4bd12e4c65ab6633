def test_a_tambon_by_its_thai_name(kit):
    said = kit("areas", "ต.บางปลา", "อ.บางเลน")
    assert said.code == 0
    assert said.out.splitlines() == [
        "730502    Tambon Bang Pla, Amphoe Bang Len, Nakhon Pathom Province  Central and West"
    ]


def test_a_pilot_province_is_marked_and_so_is_the_invented_one(kit):
    # Chiang Mai is the first of the 25 pilot provinces, Nakhon Pathom is none of them.
    assert "[pilot province]" in kit("areas", "500101").out
    assert "[pilot province]" not in kit("areas", "730502").out
    assert "[invented, for practice]" in kit("areas", "990101").out


def test_an_abolished_code_leads_to_its_successors(kit):
    from geothai.abolished import abolished_areas

    old = next(a for a in abolished_areas() if len(a.code) == 6 and len(a.successors) == 1)
    said = kit("areas", old.code)
    assert said.code == 0 and f"{old.code} is no longer in use" in said.err
    assert said.out.startswith(next(iter(old.successors)))


def test_a_near_name_is_shown_but_is_no_success(kit):
    said = kit("areas", "บางเปลว")
    assert said.code == 1 and "These names are near" in said.err and said.out


def test_nothing_at_all(kit):
    said = kit("areas", "qzxqzxqzx")
    assert (said.code, said.out) == (1, "") and "Nothing is called" in said.err


def test_no_more_lines_than_asked_for(kit):
    assert len(kit("areas", "บาง", "--limit", "3").out.splitlines()) == 3
