"""What a board has to monitor beside its own plan: listed, with its fund and agenda items (requirement 0.13)."""

import pytest
from django.urls import reverse

from boards.models import Board
from commissioning.models import Fund, Instrument
from tests.boards.keeper import day, done
from tests.commissioning.planned import JUNE, TODAY
from tests.factories import create_item, create_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def watched(cast) -> Instrument:
    return Instrument.objects.create(board=cast.board, title="Area agreement")


def at(watched: Instrument, name: str, *more: int) -> str:
    return reverse(f"commissioning:{name}", args=[watched.board.slug, watched.pk, *more])


def page_of(client, cast) -> str:
    return client.get(reverse("commissioning:board", args=[cast.board.slug])).content.decode()


def test_0_13_the_board_lists_what_it_monitors_with_the_fund_that_goes_with_it(as_, cast):
    fund = Fund.objects.create(name="Neighbourhood fund", kind="grant", board=cast.board)
    add = reverse("commissioning:add_instrument", args=[cast.board.slug])
    done(as_("clerk"), add, title="Area agreement", note="Report twice a year.", fund=fund.pk, **day("from_date", JUNE))
    page = page_of(as_("member"), cast)
    assert ("Area agreement" in page, "Report twice a year." in page) == (True, True)
    assert fund.get_absolute_url() in page
    assert "one thing it keeps an eye on" in as_("member").get(cast.board.get_absolute_url()).content.decode().lower()


def test_0_13_an_agenda_item_is_linked_to_it_and_says_so(as_, cast, watched):
    item = create_item(create_meeting(cast.board), "Progress report", number="2.1")
    done(as_("clerk"), at(watched, "link_item"), item=item.pk)
    assert "2.1 Progress report" in page_of(as_("member"), cast)
    agenda = as_("member").get(item.meeting.get_absolute_url()).content.decode()
    assert "Keeps an eye on: Area agreement" in agenda
    again = done(as_("clerk"), at(watched, "link_item"), item=item.pk)
    assert (again.status_code, "linked to it already" in again.content.decode()) == (409, True)
    done(as_("clerk"), at(watched, "unlink_item", item.pk))
    assert not watched.items.exists()


def test_what_an_outsider_reads_on_a_public_agenda_says_nothing_of_it(as_, cast, watched):
    cast.board.visibility = Board.Visibility.PUBLIC
    cast.board.save()
    item = create_item(create_meeting(cast.board), "Progress report", number="2.1")
    watched.items.add(item)
    for who in ("public", "member_of_another_partner"):
        page = as_(who).get(item.meeting.get_absolute_url()).content.decode()
        assert ("Progress report" in page, "Area agreement" in page) == (True, False)


def test_it_is_changed_ended_and_named_once(as_, cast, watched):
    done(as_("clerk"), at(watched, "change_instrument"), title="Area agreement", **day("to_date", JUNE))
    assert ("Ended" in page_of(as_("member"), cast)) == (JUNE < TODAY)
    add = reverse("commissioning:add_instrument", args=[cast.board.slug])
    answer = done(as_("clerk"), add, title="area agreement")
    assert (answer.status_code, "already" in answer.content.decode()) == (409, True)


def test_one_put_down_by_mistake_is_taken_out(as_, cast, watched):
    watched.items.add(create_item(create_meeting(cast.board)))
    assert "It has one agenda item." in done(as_("clerk"), at(watched, "take_out_instrument")).content.decode()
    watched.items.clear()
    done(as_("clerk"), at(watched, "take_out_instrument"))
    assert not Instrument.objects.exists()


@pytest.mark.parametrize(("who", "sees"), [("member", True), ("member_of_another_partner", False), ("public", False)])
def test_who_reads_a_boards_commissioning(as_, cast, watched, who, sees):
    cast.board.visibility = Board.Visibility.PUBLIC
    cast.board.save()
    assert ("Area agreement" in page_of(as_(who), cast)) == sees
    board = as_(who).get(cast.board.get_absolute_url()).content.decode()
    assert ("keeps an eye on" in board) == sees


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
def test_others_change_nothing_of_it(as_, cast, watched, who):
    done(as_(who), at(watched, "change_instrument"), title="Mine")
    done(as_(who), reverse("commissioning:add_instrument", args=[cast.board.slug]), title="Mine")
    assert [one.title for one in Instrument.objects.all()] == ["Area agreement"]


def test_nothing_yet_says_what_would_stand_here(as_, cast):
    page = page_of(as_("member"), cast)
    assert "Agreements, grants and partnerships that the board has to follow" in page
    assert "Add what the board keeps an eye on" not in page
