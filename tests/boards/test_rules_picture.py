"""The picture of the network without a database: who hangs from whom, what changed, and that no line crosses words."""

import datetime as dt
import random

import pytest

from boards.models import BoardName
from boards.rules.changes import changes_between
from boards.rules.drawing import SCREEN, drawing_of, drawing_on_screen
from boards.rules.picture import HANGS, picture_on
from tests.boards.network import DAY, Network, as_names, crossed
from trust.tools.measure import lines_of, width_of

KINDS = ["accountable_to", "supported_by", "reports_to", "locality_of", "acts_as", "receives_minutes_of", "works_for"]
APRIL = dt.date(2011, 4, 1)
EVE = dt.date(2011, 3, 31)


def test_gap_9_children_of_a_hidden_board_hang_from_the_nearest_known_one():
    network = Network()
    trust = network.board("Trust")
    hidden = network.board("Hidden", trust, known=False)
    network.board("Child", network.board("Deeper", hidden, known=False))
    network.board("Orphan", network.board("Secret", known=False))
    assert as_names(network.on().roots) == {"Orphan": {}, "Trust": {"Child": {}}}
    assert all(not node.told and node.hangs_by in ("", "under") for node in network.on().nodes())


def test_relations_with_a_hidden_board_leave_no_sign():
    network = Network()
    trust, hidden = network.board("Trust"), network.board("Hidden", known=False)
    for kind in KINDS:
        network.stands(trust, kind, hidden)
        network.stands(hidden, kind, trust)
    assert [node.told for node in network.on().nodes()] == [()]
    assert "Hidden" not in repr(drawing_of(network.on()))


def test_1_4_a_trust_made_of_two_bodies_has_both_hanging_from_it():
    network = Network()
    trust = network.board("Trust")
    for name in ("Board", "Partnership"):
        network.stands(network.board(name), "part_of", trust)
    assert as_names(network.on().roots) == {"Trust": {"Board": {}, "Partnership": {}}}
    assert {node.hangs_by for node in network.on().nodes()} == {"", HANGS[1]}


def test_a_circle_in_the_tables_does_not_lose_a_board():
    network = Network()
    one, two = network.board("One"), network.board("Two")
    network.stands(one, "under", two)
    network.stands(two, "under", one)
    assert sorted(node.name for node in network.on().nodes()) == ["One", "Two"]


def test_2_17_the_old_picture_and_the_new_one_are_both_right():
    network = Network()
    trust = network.board("Trust")
    old = network.board("Service Partnership", trust, ended_date=EVE)
    new = network.board("Priority Group", founded_date=APRIL)
    network.stands(new, "under", trust, from_date=APRIL)
    network.stands(new, "succeeds", old, from_date=APRIL)
    known = network.known()
    known = type(known)(known.boards, _names(trust), [], known.relations)
    before, after = picture_on(known, EVE), picture_on(known, APRIL)
    assert as_names(before.roots) == {"Change for Children": {"Service Partnership": {}}}
    assert as_names(after.roots) == {"Trust": {"Priority Group": {}}}
    said = {(change.word, change.name, change.sentence) for change in changes_between(before, after)}
    assert said == {
        ("renamed", "Trust", "was called Change for Children"),
        ("new", "Priority Group", "is new, under Trust"),
        ("ended", "Service Partnership", "is no longer there: Priority Group takes its place"),
    }


def _names(board):
    return [
        BoardName(board=board, name="Change for Children", to_date=EVE),
        BoardName(board=board, name="Trust", from_date=APRIL),
    ]


def test_what_moved_and_what_began_is_said():
    network, other = Network(), Network()
    for made, day in ((network, None), (other, DAY)):
        trust, group, panel = made.board("Trust"), made.board("Group"), made.board("Panel")
        made.stands(panel, "under", group if day else trust)
        made.stands(trust, "accountable_to" if day else "reports_to", group)
    said = [change.sentence for change in changes_between(network.on(), other.on())]
    assert sorted(said) == [
        "is accountable to Group now",
        "is under Group; it was under Trust",
        "reports to Group no longer",
    ]


def _grown(seed, size):
    """Some forest of this size with relations across it, the same for the same seed."""
    rng, network = random.Random(seed), Network()
    boards = []
    for number in range(size):
        under = rng.choice(boards) if boards and rng.random() < 0.85 else None
        name = " ".join(["Partnership", "Group", "Board"][: rng.randint(1, 3)]) + f" {number}"
        boards.append(network.board(name, under, kind=rng.choice(["group", "district_trust", "task_group"])))
    for _ in range(size):
        one, two = rng.choice(boards), rng.choice(boards)
        if one is not two:
            network.stands(one, rng.choice(KINDS), two)
    return network


@pytest.mark.parametrize("size", [0, 1, 2, 5, 12, 40, 80])
@pytest.mark.parametrize("seed", range(6))
def test_no_line_crosses_words_and_no_board_lies_on_another(seed, size):
    drawing = drawing_of(_grown(seed, size).on())
    assert len(drawing.boxes) == size
    assert crossed(drawing) == []
    for one in drawing.boxes:
        assert one.x >= 0
        assert one.x + one.width <= drawing.width
        assert one.y + one.height <= drawing.height
        for text in one.texts:
            assert text.x + width_of(text.words, text.size, bold=text.weight != 400) <= one.x + one.width
        for two in drawing.boxes:
            apart = one.x + one.width < two.x or two.x + two.width < one.x
            assert one is two or apart or one.y + one.height < two.y or two.y + two.height < one.y


def test_words_are_broken_where_they_fit_and_a_long_one_is_parted():
    assert lines_of("Children’s Trust Board", 14, 90) == ("Children’s", "Trust Board")
    assert "".join(lines_of("Llanfairpwllgwyngyllgogerychwyrndrobwll", 14, 100)) == (
        "Llanfairpwllgwyngyllgogerychwyrndrobwll"
    )


@pytest.mark.parametrize("districts", [1, 6, 12, 24])
def test_the_network_of_a_county_is_no_broader_than_the_page(districts):
    network = Network()
    trust = network.board("Trust Board")
    partnership = network.board("Strategic Partnership", trust)
    for n in range(4):
        group = network.board(f"Priority Group {n}", partnership)
        network.stands(network.board(f"Task Group {n}", group), "reports_to", trust)
    for n in range(districts):
        network.stands(network.board(f"District Trust {n}", partnership), "accountable_to", trust)
    drawing = drawing_on_screen(network.on())
    assert drawing.width <= SCREEN
    assert len(drawing.boxes) == 10 + districts
    assert not crossed(drawing)
