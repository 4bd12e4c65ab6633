"""Counting an election file on the command line: short, and never without end."""

ELECTION = (
    "META\nkey;value\nbudget;10\nvote_type;approval\n"
    "PROJECTS\nproject_id;cost;name\n{options}VOTES\nvoter_id;vote\n{votes}"
)


def written(tmp_path, options, votes):
    path = tmp_path / "e.pb"
    path.write_text(ELECTION.format(options=options, votes=votes), encoding="utf-8")
    return path


def test_both_ways_of_choosing_are_told(kit, tmp_path):
    said = kit("tally", written(tmp_path, "1;5;a\n2;6;b\n", "1;1,2\n2;1\n"))
    assert said.code == 0
    assert "Equal shares choose:" in said.out and said.err == ""


def test_signs_that_command_a_terminal_do_nothing(kit, tmp_path):
    said = kit("tally", written(tmp_path, "1;5;\x1b[31mred\u202e\n", "1;1\n"))
    assert "red" in said.out
    assert not {"\x1b", "\u202e"} & set(said.out + said.err)


def test_an_election_too_big_for_equal_shares_is_counted_the_other_way(kit, tmp_path):
    options = "".join(f"{at};5;p\n" for at in range(2_500))
    votes = "".join(f"{at};{at}\n" for at in range(2_001))
    said = kit("tally", written(tmp_path, options, votes))
    assert said.code == 1
    assert "The most votes first choose:" in said.out
    assert "Equal shares was not counted" in said.err
