"""Names, statuses and relations of boards, dated, by form, for each of the cast."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Board, BoardName, BoardRelation, BoardStatus
from boards.operations import naming
from boards.operations.network import relate
from tests.boards.keeper import day, done
from tests.factories import create_board
from trust.tools import jobs
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
APRIL = dt.date(2011, 4, 1)
EVE = dt.date(2011, 3, 31)
PAGE = "/boards/executive-group/network/"


def test_2_17_a_board_is_renamed_from_a_day_and_its_strapline_stays_readable(cast, as_):
    cast.board.strapline = "Growing up well"
    cast.board.save()
    address = "/boards/executive-group/name/"
    answers = {"name": "Children’s Trust", "strapline": "The partnership for children", **day("from_date", APRIL)}
    page = done(as_("clerk"), address, **answers).content.decode()
    assert "Children’s Trust" in page
    rows = BoardName.objects.filter(board=cast.board).order_by("from_date")
    assert {(row.name, row.from_date, row.to_date) for row in rows} == {
        ("Executive Group", None, EVE),
        ("Children’s Trust", APRIL, None),
    }
    assert Board.objects.get(pk=cast.board.pk).strapline == "The partnership for children"
    assert "/boards/executive-group/" in as_("member").get("/boards/?words=Executive").content.decode()


def test_a_name_to_come_waits_for_its_day_and_comes_by_itself(cast, monkeypatch):
    later = TODAY + dt.timedelta(days=30)
    naming.rename(board=cast.board, name="Next", strapline="", from_date=later, by=cast.clerk, on=TODAY)
    assert Board.objects.get(pk=cast.board.pk).name == "Executive Group"
    monkeypatch.setattr(naming.timezone, "localdate", lambda: later)
    naming.renew_names()
    assert Board.objects.get(pk=cast.board.pk).name == "Next"
    assert "boards.operations.naming.renew_names" in jobs.app.tasks


def test_a_name_is_taken_back_and_the_one_before_goes_on(cast, as_):
    naming.rename(board=cast.board, name="Wrong", strapline="", from_date=APRIL, by=cast.clerk, on=TODAY)
    row = BoardName.objects.get(name="Wrong")
    page = as_("clerk").post(f"/boards/executive-group/names/{row.pk}/take-back/", {"confirmed": "yes"}, follow=True)
    assert "Wrong" not in page.content.decode()
    assert Board.objects.get(pk=cast.board.pk).name == "Executive Group"
    assert BoardName.objects.get().to_date is None


def test_0_8_a_board_is_a_pilot_until_it_stands_from_april(cast, as_):
    cast.board.status = "pilot"
    cast.board.save()
    answers = {"status": "standing", "reason": "Minute 3.1", **day("from_date", APRIL)}
    page = done(as_("clerk"), "/boards/executive-group/status/", **answers).content.decode()
    assert "Until 31 March 2011" in page
    assert "Since 1 April 2011" in page
    statuses = BoardStatus.objects.order_by("pk").values_list("status", flat=True)
    assert set(statuses) == {"pilot", "standing"}
    assert Board.objects.get(pk=cast.board.pk).status == "standing"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("thematic_of", "Is a thematic element of"),
        ("accountable_to", "Is accountable to"),
        ("acts_as", "Acts as"),
        ("part_of", "Is part of"),
    ],
)
def test_1_5_typed_relations_are_put_down_by_form(cast, kept, kind, said):
    top = create_board("Strategic Partnership", visibility="public")
    answers = {"kind": kind, "to_board": top.pk, "words": "executive accountable body", **day("from_date", APRIL)}
    page = done(kept, "/boards/executive-group/relations/add/", **answers).content.decode()
    assert f'{said} <a href="/boards/strategic-partnership/">' in page
    assert "executive accountable body" in page


def test_gap_9_a_circle_is_refused_with_its_path_and_the_answers_stay(cast, keeper, kept):
    panel = create_board("Panel", visibility="public")
    relate(board=panel, kind="under", to_board=cast.board, from_date=APRIL, by=keeper, on=TODAY)
    answers = {"kind": "under", "to_board": panel.pk, **day("from_date", APRIL)}
    answer = kept.post("/boards/executive-group/relations/add/", answers)
    assert answer.status_code == 409
    assert "Executive Group is under Panel, which is under Executive Group." in answer.content.decode()
    assert BoardRelation.objects.count() == 1


def test_a_board_put_under_another_leaves_the_one_it_was_under(cast, keeper):
    first, second = create_board("First"), create_board("Second")
    relate(board=cast.board, kind="under", to_board=first, from_date=dt.date(2009, 1, 1), by=keeper, on=TODAY)
    relate(board=cast.board, kind="under", to_board=second, from_date=APRIL, by=keeper, on=TODAY)
    before, after = BoardRelation.objects.order_by("from_date")
    assert (before.to_board, before.to_date) == (first, EVE)
    assert (after.to_board, after.to_date) == (second, None)
    again = {"board": cast.board, "kind": "under", "to_board": first, "from_date": APRIL}
    assert why_not(relate, **again, by=keeper, on=TODAY) == (
        "Executive Group is under Second from 1 April 2011. Choose a later day, or end that first."
    )


def test_a_relation_put_down_by_mistake_is_taken_out(cast, keeper, kept):
    top = create_board("Top", visibility="public")
    row = relate(board=cast.board, kind="reports_to", to_board=top, from_date=APRIL, by=keeper, on=TODAY)
    address = f"/boards/executive-group/relations/{row.pk}/end/"
    assert "Give the last day" in kept.post(address, {"why": "x"}).content.decode()
    done(kept, address, mistake="on", why="The other board was meant")
    assert not BoardRelation.objects.exists()
    assert BoardRelation.history.first().history_change_reason == "The other board was meant"


@pytest.mark.parametrize("who", ["clerk", "chair", "member"])
def test_only_keepers_relate_boards_but_all_who_know_it_read_how_it_stands(as_, who):
    assert as_(who).get(PAGE).status_code == 200
    assert as_(who).get("/boards/executive-group/relations/add/").status_code == 403
    assert as_(who).get("/boards/add/").status_code == 403


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_others_find_neither_the_board_nor_its_course(as_, who):
    assert as_(who).get(PAGE).status_code == 404


def test_a_relation_with_a_board_one_may_not_know_of_is_not_shown(cast, as_):
    hidden = create_board("Hidden Panel")
    row = BoardRelation.objects.create(board=cast.board, to_board=hidden, kind="reports_to")
    assert "Hidden Panel" not in as_("clerk").get(PAGE).content.decode()
    assert as_("clerk").get(f"/boards/executive-group/relations/{row.pk}/end/").status_code in (403, 404)
