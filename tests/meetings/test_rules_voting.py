"""How a vote goes by the terms of the day, and who may vote at all (DOMAIN rules 9, 10, 35, 38; demand 14)."""

import pytest

from boards.models import Constituency, Partner, ReservedMatter, Seat, TermsOfReference
from meetings.rules.electorate import Electorate, Voter, electorate
from meetings.rules.room import room_at
from meetings.rules.voting import Recorded, check_votes, result, roll_counted
from tests.meetings.room_rows import COUNCIL, HEALTH, ITEMS, declared, holding, moved, presiding, row
from trust.tools.refusal import Refused, why_not

FIVE = Electorate(
    tuple(Voter(pk, f"Person {pk}", "Council" if pk < 3 else "Health Trust") for pk in range(1, 6)),
    {9: "Person 9 was not in the room."},
    seats=7,
    partners=3,
)
CAST = {"voting": "majority", "majority": "cast"}


def counts(*given, **more):
    return Recorded(**dict(zip(("votes_for", "votes_against", "abstentions"), given, strict=False)) | more)


@pytest.mark.parametrize(
    ("terms", "recorded", "carried", "sentence"),
    [
        (CAST, counts(), True, "Agreed without a vote."),
        (CAST, counts(by_consensus=True), True, "Agreed by consensus."),
        (CAST, counts(3, 2), True, "Carried: 3 for, 2 against."),
        (CAST, counts(1, 0, 4), True, "Carried: 1 for, 0 against, 4 abstained."),
        (CAST, counts(2, 3, 0), False, "Lost: 2 for, 3 against, 0 abstained."),
        (CAST, counts(2, 2), False, "Lost on an equality of votes: 2 for, 2 against."),
        (
            CAST | {"casting_vote": True},
            counts(2, 2),
            False,
            "Lost on an equality of votes: 2 for, 2 against; no casting vote was given.",
        ),
        (CAST, counts(2, 2, casting="for"), True, "Carried by the casting vote: 2 for, 2 against."),
        (CAST, counts(2, 2, casting="against"), False, "Lost by the casting vote: 2 for, 2 against."),
        ({"majority": "present"}, counts(3, 0, 2), True, "Carried: 3 for, 0 against, 2 abstained."),
        (
            {"majority": "present"},
            counts(2, 0, 3),
            False,
            "Lost: 2 for, 0 against, 3 abstained. It needed more than half of those in the room who may vote.",
        ),
        ({"majority": "seats"}, counts(4, 1), True, "Carried: 4 for, 1 against."),
        (
            {"majority": "seats"},
            counts(3, 2),
            False,
            "Lost: 3 for, 2 against. It needed more than half of all voting seats.",
        ),
        ({"majority": "two_thirds"}, counts(2, 1), True, "Carried: 2 for, 1 against."),
        (
            {"majority": "two_thirds"},
            counts(3, 2),
            False,
            "Lost: 3 for, 2 against. It needed two thirds of the votes cast.",
        ),
        ({"voting": "consensus"}, counts(4, 0, 1), True, "Carried: 4 for, 0 against, 1 abstained."),
        (
            {"voting": "consensus"},
            counts(4, 1),
            False,
            "The status quo remains: the terms decide by consensus, and 1 voted against.",
        ),
        (
            {"voting": "partner"},
            counts(2, 0, counted="partner"),
            True,
            "Carried: 2 for, 0 against, counted by partner.",
        ),
        (None, counts(3, 2), True, "Carried: 3 for, 2 against."),
    ],
)
def test_domain_9_result_by_the_terms(terms, recorded, carried, sentence):
    given = TermsOfReference(**{"voting": "majority"} | terms) if terms is not None else None
    found = result("agreed", recorded, FIVE, given)
    assert (found.carried, found.sentence) == (carried, sentence)


@pytest.mark.parametrize(
    ("kind", "recorded", "carried", "sentence"),
    [
        ("lost", counts(), False, "Lost."),
        ("lost", counts(1, 4), False, "Lost: 1 for, 4 against."),
        ("lost", counts(4, 1), None, "It is recorded as lost, and the votes carry it: 4 for, 1 against."),
        ("moved", counts(), None, "It was moved, and what became of the motion is not recorded."),
        ("moved", counts(4, 1), True, "Carried: 4 for, 1 against."),
        ("status_quo", counts(), False, "The status quo remains."),
        ("noted", counts(), True, "Noted."),
    ],
)
def test_result_by_the_kind(kind, recorded, carried, sentence):
    found = result(kind, recorded, FIVE, TermsOfReference(**CAST))
    assert (found.carried, found.sentence) == (carried, sentence)


def room(*, movements=(), declarations=(), presidings=(), rows=None):
    rows = rows or [row(1), row(2), row(3), row(4)]
    return room_at(ITEMS[2], rows, movements, declarations, presidings, list(ITEMS.values()), None, []), rows


CASTING = TermsOfReference(voting="majority", casting_vote=True)


@pytest.mark.parametrize(
    ("recorded", "terms", "refusal"),
    [
        pytest.param(counts(3, 2, 0), CASTING, "", id="as many as the room has"),
        pytest.param(counts(3, 1), CASTING, "", id="abstentions not counted"),
        pytest.param(
            counts(3, 1, 0),
            CASTING,
            "Five people could vote on this item, and one vote is missing. "
            "Leave the abstentions empty where nobody counted them.",
            id="fewer",
        ),
        pytest.param(
            counts(5, 1), CASTING, "Five people could vote on this item, and six votes are recorded.", id="more"
        ),
        pytest.param(counts(3, named={9: "for"}), CASTING, "Person 9 was not in the room.", id="somebody who left"),
        pytest.param(
            counts(0, 2, named={1: "for"}), CASTING, "More votes are named than counted: for.", id="named more"
        ),
        pytest.param(
            counts(2, by_consensus=True),
            CASTING,
            "A decision by consensus has no count and no names: choose one or the other.",
            id="consensus and a count",
        ),
        pytest.param(
            counts(1, 1),
            TermsOfReference(voting="partner"),
            "The terms give one vote to each partner: count the votes by partner.",
            id="one partner one vote",
        ),
        pytest.param(
            counts(3, 2, casting="for", casting_by=1),
            CASTING,
            "A casting vote is given only on an equality of votes.",
            id="no tie",
        ),
        pytest.param(
            counts(2, 2, casting="for", casting_by=2),
            CASTING,
            "Only whoever presides over this item has a casting vote.",
            id="not presiding",
        ),
        pytest.param(
            counts(2, 2, casting="for", casting_by=1),
            TermsOfReference(voting="majority"),
            "The terms of this board give nobody a casting vote.",
            id="no casting vote",
        ),
        pytest.param(counts(2, 2, casting="for", casting_by=1), CASTING, "", id="the chair’s on a tie"),
    ],
)
def test_check_votes(recorded, terms, refusal):
    found, _ = room(presidings=[presiding(1)])
    assert why_not(check_votes, recorded, FIVE, found, terms) == refusal


def voters(found, rows, matter=None):
    return {voter.pk: voter.seats for voter in electorate(found, rows, matter).voters}


def test_demand_14_those_in_the_room_vote_and_say_why_others_do_not():
    found, rows = room(movements=[moved(1, "left", 1)], declarations=[declared(2, "stayed", 2)])
    who = electorate(found, rows)
    assert [voter.pk for voter in who.voters] == [3]
    assert who.barred == {
        1: "Person 1 was not in the room for item 2.2 and cannot move, second or vote on it.",
        2: "Person 2 declared an interest in item 2.2 and cannot move, second or vote on it.",
        4: "Person 4 has no vote on this board.",
    }


def test_demand_17_a_substitute_votes_and_one_for_several_has_their_seats():
    assert voters(*room(rows=[row(1), row(2, "apologies", substitute_id=8, substitute_name="S"), row(3)])) == {
        1: 1,
        2: 1,
        3: 1,
    }
    assert voters(*room(rows=[row(1, also=(2,)), row(2, "apologies"), row(3)])) == {1: 2, 3: 1}


def test_two_who_stand_in_for_one_have_one_vote():
    beside = row(5, stands_for_id=2, seat=None)
    assert voters(*room(rows=[row(1), row(2, "apologies"), beside])) == {1: 1, 5: 1}
    filled = row(2, "apologies", substitute_id=8, substitute_name="S")
    assert voters(*room(rows=[row(1), filled, beside])) == {1: 1, 2: 1}


def reserved(partners=(), constituencies=()):
    matter = ReservedMatter(pk=1, label="the funding formula")
    return holding(matter, partners=list(partners), constituencies=list(constituencies))


def test_domain_35_a_reserved_matter_is_for_its_partners_and_classes():
    found, rows = room()
    assert voters(found, rows, reserved([HEALTH])) == {2: 1, 3: 1}
    schools = Constituency(pk=7, name="Schools")
    school = Seat(pk=3, partner=Partner(pk=3, name="School", short_name="School", constituency=schools), voting=True)
    found, rows = room(rows=[row(1), row(3, seat=school)])
    assert voters(found, rows, reserved([], [schools])) == {3: 1}
    barred = electorate(found, rows, reserved([], [schools])).barred
    assert barred[1] == "Person 1 does not vote on the funding formula: the terms leave it to Schools."


def test_a_list_without_seats_lets_members_vote():
    rows = [row(1, seat=None), row(2, seat=None, capacity="observer")]
    assert voters(*room(rows=rows)) == {1: 1}


def test_one_partner_one_vote_counts_a_partner_once():
    roll = {1: "for", 2: "for", 3: "against"}
    assert roll_counted(roll, FIVE, "partner") == {"for": 1, "against": 1, "abstained": 0}
    with pytest.raises(Refused, match="Council has one vote, and its people voted differently"):
        roll_counted({1: "for", 2: "against"}, FIVE, "partner")


def test_by_seat_counts_each_seat():
    who = Electorate((Voter(1, "A", "Council", 2), Voter(2, "B", "Health")), {}, seats=3, partners=2)
    assert roll_counted({1: "for", 2: "against"}, who, "seat") == {"for": 2, "against": 1, "abstained": 0}
    assert COUNCIL.short_name == "Council"
