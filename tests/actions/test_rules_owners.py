"""Who is meant by the action column (requirements 2.4, 2.5; the Halton shape with invented people)."""

import pytest

from actions.rules.owners import Named, Present, recognise_owners

PEOPLE = [
    Present("Gwen Marlow", "GM", 1),
    Present("Dilys Stroud", "DS", 2),
    Present("Martin Gage", "MG", 3),
    Present("Lena Crowe", "LC", 4),
    Present("Garth Jessop", "GJ", 5),
    Present("Carol Bright", "CB", 6),
    Present("Colin Beale", "CB", 7, is_here=False),
    Present("Kit Harlow", "KH", 8),
    Present("Wren Tully", "WT", None, is_member=False),
    Present("Ada Thorne-Iqbal", "AT", 9, is_member=False),
]
PARTNERS = [
    Named("Health Trust", partner_id=20, also=("Northshire Health Trust", "PCT")),
    Named("Police & Crime Panel", partner_id=21),
    Named("Children and Families", partner_id=22, also=("CAF",)),
]
POSTS = [Named("Borough Commander", seat_id=30), Named("Chair", seat_id=31)]


def read(words):
    found = recognise_owners(words, PEOPLE, PARTNERS, POSTS)
    return [(owner.kind, owner.name) for owner in found.owners], list(found.flags)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("KH", ["Kit Harlow"]),
        ("kh", ["Kit Harlow"]),
        ("K.H.", ["Kit Harlow"]),
        ("GM/DS", ["Gwen Marlow", "Dilys Stroud"]),
        ("GM / DS", ["Gwen Marlow", "Dilys Stroud"]),
        ("MG", ["Martin Gage"]),
        ("GM", ["Gwen Marlow"]),
        ("LC, GM and MG", ["Lena Crowe", "Gwen Marlow", "Martin Gage"]),
        ("LC, GM, and MG", ["Lena Crowe", "Gwen Marlow", "Martin Gage"]),
        ("LC & MG", ["Lena Crowe", "Martin Gage"]),
        ("LC GM", ["Lena Crowe", "Gwen Marlow"]),
        ("GM/GM", ["Gwen Marlow"]),
        ("Gwen Marlow", ["Gwen Marlow"]),
        ("Marlow", ["Gwen Marlow"]),
        ("Lena and Kit", ["Lena Crowe", "Kit Harlow"]),
        ("Carol Bright", ["Carol Bright"]),
        ("", []),
        ("  ", []),
        (" / ", []),
    ],
)
def test_people_are_found_by_initials_and_names(words, names):
    owners, flags = read(words)
    assert [name for _, name in owners] == names
    assert flags == []


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("secretariat", "secretariat", "Secretariat"),
        ("the officers", "secretariat", "Secretariat"),
        ("Health Trust", "partner", "Health Trust"),
        ("the health trust", "partner", "Health Trust"),
        ("PCT", "partner", "Health Trust"),
        ("Police & Crime Panel", "partner", "Police & Crime Panel"),
        ("Children and Families", "partner", "Children and Families"),
        ("Borough Commander", "post", "Borough Commander"),
        ("Chair", "post", "Chair"),
        ("WT", "outsider", "Wren Tully"),
    ],
)
def test_other_owners_than_people(words, kind, name):
    assert read(words) == ([(kind, name)], [])


@pytest.mark.parametrize(
    ("words", "kept", "flag"),
    [
        pytest.param("JG", "JG", "JG matches nobody at this meeting", id="Halton: Garth Jessop is GJ"),
        pytest.param("CB", "CB", "CB could be Carol Bright or Colin Beale", id="two people share initials"),
        pytest.param(
            "Kate Penhallow", "Kate Penhallow", "Kate Penhallow matches nobody at this meeting", id="outsider"
        ),
        pytest.param("SW’s team", "SW’s team", "SW’s team matches nobody at this meeting", id="words"),
    ],
)
def test_what_is_not_recognised_stays_as_words(words, kept, flag):
    assert read(words) == ([("unknown", kept)], [flag])


def test_halton_three_owners_one_of_them_nobody():
    owners, flags = read("LC/MG/JG")
    assert owners == [("person", "Lena Crowe"), ("person", "Martin Gage"), ("unknown", "JG")]
    assert flags == ["JG matches nobody at this meeting"]


def test_a_partner_whose_name_holds_and_beside_a_person():
    assert read("KH, Children and Families and DS")[0] == [
        ("person", "Kit Harlow"),
        ("partner", "Children and Families"),
        ("person", "Dilys Stroud"),
    ]


def test_all_is_every_member_in_the_room_and_said_once():
    found = recognise_owners("ALL", PEOPLE)
    assert {owner.person_id for owner in found.owners} == {1, 2, 3, 4, 5, 6, 8}
    assert found.shown == "ALL"
    assert recognise_owners("ALL/AT", PEOPLE).shown == "ALL, Ada Thorne-Iqbal"


def test_all_before_attendance_is_taken_stands_for_those_expected():
    expected = [Present("Gwen Marlow", "GM", 1, is_here=False), Present("Wren Tully", "WT", 2, is_member=False)]
    found = recognise_owners("All", expected)
    assert [owner.person_id for owner in found.owners] == [1]
    assert found.flags == ("All stands for all members expected until attendance is taken",)


def test_all_of_nobody_is_owed_by_nobody_and_says_so():
    found = recognise_owners("ALL", [])
    assert [(owner.kind, owner.name) for owner in found.owners] == [("unknown", "ALL")]
    assert found.flags == ("ALL stands for nobody: no member is on the attendance list",)


def test_one_person_in_two_seats_owes_one_part():
    twice = [Present("Gwen Marlow", "GM", 1, seat_id=1), Present("Gwen Marlow", "GM", 1, seat_id=2)]
    assert len(recognise_owners("GM", twice).owners) == len(recognise_owners("ALL", twice).owners) == 1
