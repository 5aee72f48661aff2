"""Boards that the same person may not chair (requirement 1.10)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import ChairBar, Seat, SeatHolding
from boards.operations.chair_bar import add_bar
from boards.operations.seat import appoint
from boards.queries.chair_bar import clashes_on
from tests.factories import create_board, create_person, create_seat
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
PAGE = "/boards/executive-group/chair-rules/"
DAY = {"from_date_day": TODAY.day, "from_date_month": TODAY.month, "from_date_year": TODAY.year}


@pytest.fixture
def safeguarding(cast):
    """Another board the clerk serves, with a vacant chair."""
    board = create_board("Safeguarding Board")
    create_seat(board, partner=cast.council, holder=cast.person("clerk"), role="minute_taker", voting=False)
    create_seat(board, partner=cast.council, role="chair", title="Independent chair")
    return board


def chair_of(board):
    return Seat.objects.get(board=board, role="chair")


def asked_of(cast):
    return {"person": cast.person("chair").pk, "confirmed": "yes"} | DAY


def test_1_10_the_same_person_is_refused_as_chair_of_both(cast, as_, safeguarding):
    said = {"other": safeguarding.pk, "source": "Report of March 2009", "is_refused": "yes", "confirmed": "yes"}
    done = as_("clerk").post(f"{PAGE}add/", said | DAY, follow=True).content.decode()
    assert "The rule is laid down." in done
    assert "Report of March 2009" in done
    page = f"/boards/safeguarding-board/seats/{chair_of(safeguarding).pk}/appoint/"
    refused = as_("clerk").post(page, asked_of(cast))
    assert refused.status_code == 409
    assert "Rhiannon Vale chairs Executive Group: the same person may not chair both" in refused.content.decode()
    assert not SeatHolding.objects.filter(seat=chair_of(safeguarding)).exists()


def test_1_10_what_is_only_pointed_out_is_read_before_the_appointment_and_found_after_it(cast, as_, safeguarding):
    ChairBar.objects.create(board=cast.board, other_board=safeguarding, source="A letter", is_refused=False)
    page = f"/boards/safeguarding-board/seats/{chair_of(safeguarding).pk}/appoint/"
    asked = asked_of(cast)
    del asked["confirmed"]
    read = as_("clerk").post(page, asked).content.decode()
    assert "the same person may not chair both boards (A letter)." in read
    assert as_("clerk").post(page, asked_of(cast)).status_code == 302
    for board in ("executive-group", "safeguarding-board"):
        told = as_("clerk").get(f"/boards/{board}/chair-rules/").content.decode()
        assert "the same person may not chair both boards (A letter)." in told


def test_1_10_it_is_found_when_it_comes_about_by_a_change_elsewhere(cast, safeguarding):
    SeatHolding.objects.create(seat=chair_of(safeguarding), person=cast.person("chair"), from_date=TODAY)
    assert clashes_on([cast.board.pk, safeguarding.pk], TODAY) == []
    add_bar(board=cast.board, other=safeguarding, source="A report", is_refused=True, from_date=TODAY, by=cast.clerk)
    found = clashes_on([cast.board.pk, safeguarding.pk], TODAY)
    assert [(board.name, clash.other.name) for board, clash in found] == [
        ("Executive Group", "Safeguarding Board"),
        ("Safeguarding Board", "Executive Group"),
    ]
    assert clashes_on([cast.board.pk], TODAY - dt.timedelta(days=1)) == []


def test_1_10_a_board_that_one_may_not_know_of_is_not_named(cast, safeguarding):
    hidden = create_board("Hidden Panel")
    create_seat(hidden, partner=cast.council, holder=cast.person("chair"), role="chair")
    ChairBar.objects.create(board=hidden, other_board=safeguarding, source="A report")
    with pytest.raises(Refused, match="chairs another board that, by a rule of the partnership") as refusal:
        appoint(seat=chair_of(safeguarding), person=cast.person("chair"), from_date=TODAY, by=cast.clerk, on=TODAY)
    assert "Hidden" not in str(refusal.value)


@pytest.mark.parametrize(
    ("who", "read", "write"),
    [("clerk", 200, 200), ("member", 200, 403), ("member_of_another_partner", 404, 404), ("public", 404, 404)],
)
def test_1_10_who_reads_and_who_lays_down(as_, who, read, write):
    assert as_(who).get(PAGE).status_code == read
    assert as_(who).get(f"{PAGE}add/").status_code == write


def test_1_10_a_rule_is_laid_down_by_who_manages_both_boards_and_once(cast, safeguarding):
    said = {"source": "A report", "is_refused": True, "from_date": TODAY, "by": cast.clerk}
    with pytest.raises((NotPermitted, Exception)):
        add_bar(board=cast.board, other=cast.other_board, **said)
    add_bar(board=cast.board, other=safeguarding, **said)
    with pytest.raises(Refused, match="This rule is laid down for Safeguarding Board and Executive Group already"):
        add_bar(board=safeguarding, other=cast.board, **said)


def test_1_10_somebody_else_may_chair_the_other_board(cast, safeguarding):
    ChairBar.objects.create(board=cast.board, other_board=safeguarding, source="A report")
    held = appoint(seat=chair_of(safeguarding), person=create_person(), from_date=TODAY, by=cast.clerk, on=TODAY)
    assert held.pk
