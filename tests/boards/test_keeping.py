"""Setting up, changing, ending and replacing boards, by form."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Board, BoardRelation
from boards.operations.ending import end_board, take_back_end
from tests.boards.keeper import day, done
from tests.factories import create_board

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
APRIL = dt.date(2011, 4, 1)
EVE = dt.date(2011, 3, 31)
NEW = {"kind": "task_group", "status": "time_limited", "visibility": "members"}


def test_0_7_a_keeper_sets_up_a_board_of_any_kind_by_form(cast, kept):
    answers = NEW | {"name": "Quay Task Group", "under": cast.board.pk, "purpose": "To mend the quay.\n\nSoon."}
    page = done(kept, "/boards/add/", **answers, **day("founded_date", APRIL))
    assert "The board is set up." in page.content.decode()
    board = Board.objects.get(name="Quay Task Group")
    assert (board.reference_prefix, board.slug, board.kind) == ("QTG", "quay-task-group", "task_group")
    assert BoardRelation.objects.get(board=board, kind="under").to_board == cast.board
    assert kept.get("/boards/quay-task-group/seats/add/").status_code == 200


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"name": "executive group"}, "There is a board called executive group already. Give another name."),
        ({"name": "Quay", "reference_prefix": "eg"}, "The prefix EG is that of Executive Group. Give another."),
        ({"name": "Quay", "reference_prefix": "a b"}, "Write at most eight letters or figures."),
        ({"name": ""}, "Fill in “Name”."),
    ],
)
def test_bad_answers_get_a_sentence_and_set_up_nothing(kept, answers, sentence):
    before = Board.objects.count()
    answer = kept.post("/boards/add/", NEW | answers | day("founded_date", APRIL))
    assert answer.status_code in (409, 422)
    assert sentence in answer.content.decode()
    assert Board.objects.count() == before


def test_what_is_said_of_a_board_is_changed_by_its_officer(cast, as_):
    answers = {"kind": "executive", "visibility": "public", "purpose": "Carries out the plan.", "because": "Agreed"}
    page = done(as_("clerk"), "/boards/executive-group/change/", **answers).content.decode()
    assert "Carries out the plan." in page
    assert as_("public").get("/boards/executive-group/").status_code == 200
    assert as_("member").get("/boards/executive-group/change/").status_code == 403


def test_2_12_a_board_ends_and_another_takes_its_place(cast, keeper, kept):
    child, heir = create_board("Child"), create_board("Heir", visibility="public")
    BoardRelation.objects.create(board=child, to_board=cast.board, kind="under")
    answers = {"successors": [heir.pk], "children_under": heir.pk, "why": "Minute 3.1", **day("last_day", EVE)}
    done(kept, "/boards/executive-group/end/", **answers)
    ended = Board.objects.get(pk=cast.board.pk)
    assert (ended.ended_date, ended.status) == (EVE, "superseded")
    under = BoardRelation.objects.filter(board=child).order_by("from_date")
    assert [(row.to_board, row.from_date, row.to_date) for row in under] == [
        (heir, APRIL, None),
        (cast.board, None, EVE),
    ]
    assert BoardRelation.objects.get(kind="succeeds").board == heir
    assert kept.get("/boards/executive-group/end/").status_code == 200
    page = kept.post("/boards/executive-group/end/", answers)
    assert (page.status_code, "has its last day already" in page.content.decode()) == (409, True)


def test_the_end_of_a_board_is_taken_back_whole(cast, keeper):
    top = create_board("Top")
    BoardRelation.objects.create(board=cast.board, to_board=top, kind="under")
    end_board(board=cast.board, last_day=EVE, successors=[top], by=keeper, on=TODAY)
    board = take_back_end(board=cast.board, by=keeper, on=TODAY)
    assert (board.ended_date, board.status) == (None, "standing")
    row = BoardRelation.objects.get()
    assert (row.kind, row.to_date) == ("under", None)


def test_2_17_three_groups_replace_the_partnerships_from_april_in_one_act(cast, kept):
    old = [create_board(f"Service Delivery Partnership {n}", visibility="public") for n in range(1, 4)]
    BoardRelation.objects.create(board=old[0], to_board=cast.board, kind="under")
    answers = {
        "ended": [board.pk for board in old],
        "names": "Early Help Group\nHealth Group\n\nLearning Group",
        "kind": "group",
        "visibility": "public",
        "under": cast.board.pk,
        **day("from_date", APRIL),
    }
    done(kept, "/boards/replace/", **answers)
    assert Board.objects.filter(ended_date=EVE, status="superseded").count() == 3
    assert BoardRelation.objects.filter(kind="succeeds", from_date=APRIL).count() == 9
    assert BoardRelation.objects.filter(kind="under", to_board=cast.board, from_date=APRIL).count() == 3


def test_a_replacement_that_fails_half_way_leaves_nothing_behind(cast, kept):
    old = create_board("Old", founded_date=dt.date(2020, 1, 1), visibility="public")
    answers = {"ended": [old.pk], "names": "New One", "kind": "group", "visibility": "public"}
    answer = kept.post("/boards/replace/", answers | day("from_date", APRIL))
    assert "It cannot end before that." in answer.content.decode()
    assert not Board.objects.filter(name="New One").exists()
    same = kept.post("/boards/replace/", answers | {"names": "A\na"} | day("from_date", APRIL))
    assert "Two of these names are the same." in same.content.decode()


def test_the_list_of_boards_is_had_as_a_file_cut_to_its_reader(cast, as_):
    create_board("=Panel", visibility="public")
    inside, outside = (as_(who).get("/boards/boards.csv").content.decode() for who in ("member", "public"))
    assert "Executive Group" in inside
    assert "Executive Group" not in outside
    assert "'=Panel" in outside
    assert as_("public").get("/boards/boards.xlsx?kind=group").status_code == 200
    assert as_("public").get("/boards/boards.doc").status_code == 404


def test_a_board_set_up_by_mistake_is_taken_out_unless_anything_is_down_for_it(cast, keeper, kept):
    top = create_board("Top", visibility="public")
    answers = NEW | {"name": "Mistake", "under": top.pk, "visibility": "public"} | day("founded_date", APRIL)
    done(kept, "/boards/add/", **answers)
    page = kept.post("/boards/mistake/take-out/", {"confirmed": "yes"}, follow=True).content.decode()
    assert "The board is taken out." in page
    assert not Board.objects.filter(name="Mistake").exists()
    assert not BoardRelation.objects.exists()
    refused = kept.get("/boards/executive-group/take-out/").content.decode()
    assert "End it instead." in refused
    assert Board.objects.get(pk=cast.board.pk).role_groups.exists()
