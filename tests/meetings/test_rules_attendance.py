"""Who counts, and whether there are enough of them (habits H1, H4; DOMAIN rule 37)."""

import pytest

from boards.models import Constituency, Partner, QuorumKind, Seat, TermsOfReference
from meetings.models import Attendance, Meeting, Minutes
from meetings.rules import attendance as rules
from meetings.rules.quorum import quorum
from trust.tools.refusal import why_not

SCHOOLS = Constituency(pk=9, name="Schools")
COUNCIL = Partner(pk=1, name="Council", short_name="Council")
HEALTH = Partner(pk=2, name="Health Trust", short_name="Health Trust")
SCHOOL = Partner(pk=3, name="Park School", short_name="Park School", constituency=SCHOOLS)


def row(partner=COUNCIL, status="present", *, substitute=None, role="member", **seat) -> Attendance:
    place = Seat(pk=1, partner=partner, role=role, **seat)
    return Attendance(seat=place, name="Alys Fenn", status=status, substitute_id=substitute)


TWO, TWO_FIFTHS = {"quorum_members": 2}, {"quorum_numerator": 2, "quorum_denominator": 5}
TWO_AT_LEAST = TWO | {"quorum_numerator": 1, "quorum_denominator": 4}
HEAD = QuorumKind(label="a head teacher", constituency=SCHOOLS)
OF_COUNCIL = QuorumKind(label="two of the Council", partner=COUNCIL, number=2)


@pytest.mark.parametrize(
    ("terms", "kinds", "rows", "met"),
    [
        pytest.param(TWO, [], [row(), row()], True, id="by number"),
        pytest.param(TWO, [], [row(), row(status="apologies")], False, id="one too few"),
        pytest.param(TWO, [], [row(), row(status="apologies", substitute=7)], True, id="a substitute fills the seat"),
        pytest.param(TWO, [], [row(), row(voting=False)], False, id="no vote, no quorum"),
        pytest.param(TWO, [], [row(), row(status="expected")], False, id="expected is not present"),
        pytest.param(TWO_FIFTHS, [], [row()] * 2, True, id="two fifths of two is one"),
        pytest.param(TWO_FIFTHS, [], [row(), row(status="absent"), row(status="absent")], False, id="of three is two"),
        pytest.param(TWO_AT_LEAST, [], [row()] + [row(status="absent")] * 3, False, id="two, or a quarter of four"),
        pytest.param(TWO_AT_LEAST, [], [row()] * 2 + [row(status="absent")] * 7, False, id="a quarter of nine is 3"),
        pytest.param({"quorum_partners": 2}, [], [row(), row()], False, id="one partner twice"),
        pytest.param({"quorum_partners": 2}, [], [row(), row(HEALTH)], True, id="two partners"),
        pytest.param({}, [HEAD], [row()], False, id="a kind is missing"),
        pytest.param({}, [HEAD], [row(SCHOOL)], True, id="a kind by its partner's class"),
        pytest.param({}, [HEAD], [row(None, constituency=SCHOOLS)], True, id="a kind by the seat's class"),
        pytest.param({}, [OF_COUNCIL], [row()], False, id="two of a partner"),
        pytest.param({}, [], [row()], None, id="not stated"),
    ],
)
def test_domain_37_quorum(terms, kinds, rows, met):
    assert quorum(TermsOfReference(**terms), rows, kinds).met is met


def test_a_board_without_terms_states_no_quorum():
    found = quorum(None, [row()])
    assert (found.met, found.recorded, found.heading) == (None, "not_stated", "No quorum is stated")


@pytest.mark.parametrize(
    ("rows", "kinds", "sentence"),
    [
        ([row(), row(HEALTH)], [], "2 of 2 voting seats filled, 1 needed. Council and Health Trust are here."),
        ([row(), row(HEALTH, "absent")], [], "1 of 2 voting seats filled, 1 needed. Council is here. "
         "Partners represented: 1 of the 2 needed."),
        ([row()], [HEAD], "1 of 1 voting seats filled, 1 needed. "
         "Council is here. Partners represented: 1 of the 2 needed. Still needed: a head teacher."),
    ],
)  # fmt: skip
def test_quorum_in_sentences(rows, kinds, sentence):
    assert quorum(TermsOfReference(quorum_members=1, quorum_partners=2), rows, kinds).sentence == sentence


@pytest.mark.parametrize(
    ("state", "minutes", "sentence"),
    [
        ("called", None, ""),
        ("held", "draft", ""),
        ("held", "circulated", rules.CIRCULATED),
        ("held", "cleared", rules.CIRCULATED),
        ("held", "approved", "These minutes are approved and cannot be changed."),
        ("cancelled", None, "This meeting was cancelled, so nobody attended it."),
        ("preparing", None, "Attendance opens when the meeting is called."),
    ],
)
def test_until_when_attendance_can_change(state, minutes, sentence):
    found = Minutes(state=minutes) if minutes else None
    assert why_not(rules.check_attendance_open, Meeting(state=state), found) == sentence


def test_h1_a_substitute_sits_in_one_place():
    seat = Seat(pk=1, partner=COUNCIL)
    away = Attendance(pk=1, seat=seat, person_id=1, name="Alys Fenn", status="apologies")
    here = Attendance(pk=2, seat=Seat(pk=2), person_id=2, name="Bryn Hale", status="present")
    assert why_not(rules.check_can_substitute, away, 3, [away, here]) == ""
    assert why_not(rules.check_can_substitute, away, 1, []) == "Alys Fenn cannot be their own substitute."
    assert "in another place already" in why_not(rules.check_can_substitute, away, 2, [away, here])


def test_h1_a_substitute_from_elsewhere_is_warned_of():
    away = Attendance(seat=Seat(partner=HEALTH), name="Alys Fenn")
    assert rules.warning_of(away, [HEALTH.pk, COUNCIL.pk]) == ""
    assert (
        rules.warning_of(away, [COUNCIL.pk]) == "This seat is Health Trust’s, and its substitute comes from elsewhere."
    )


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Gwen Moss", "GM"), ("Ana de la Cruz", "AC"), ("Mary-Jane Ito", "MJI"), ("Singh", "S"), ("ŵyn", "")],
)
def test_initials_are_derived(name, initials):
    assert rules.initials_of(name) == initials


@pytest.mark.parametrize(
    ("roles", "offered"),
    [
        (["chair", "vice_chair"], "chair"),
        (["member", "vice_chair"], "vice_chair"),
        (["member", "member"], None),
    ],
)
def test_who_is_offered_the_chair(roles, offered):
    found = rules.next_to_preside([row(role=role) for role in roles])
    assert (found.seat.role if found else None) == offered
