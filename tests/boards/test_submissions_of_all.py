"""Bids and letters of all boards a reader may know of, and those with issues that wait (requirements 3.3, 3.4)."""

import datetime as dt

import pytest

from boards.models import Issue, Submission

pytestmark = pytest.mark.django_db

SENT = dt.date(2003, 3, 31)


@pytest.fixture
def three(cast):
    """One of a closed board with an issue that waits, one of a public board without, and one not sent yet."""
    cast.other_board.visibility = "public"
    cast.other_board.save()
    closed = Submission.objects.create(board=cast.board, title="Pathfinder", kind="bid", to_body="DfE", sent_date=SENT)
    Issue.objects.create(submission=closed, number="1", text="Budgets", position=1)
    told = {"kind": "letter", "to_body": "the Minister"}
    Submission.objects.create(board=cast.other_board, title="Lighting", sent_date=SENT, **told)
    Submission.objects.create(board=cast.other_board, title="Quays", **told)


def titles(client, cut=""):
    return {read.submission.title for read in client.get(f"/bids-and-letters/?{cut}").context["reads"]}


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("member", {"Pathfinder", "Lighting"}),
        ("member_of_another_partner", {"Lighting", "Quays"}),
        ("outsider", {"Lighting"}),
        ("public", {"Lighting"}),
    ],
)
def test_3_3_a_reader_sees_those_of_the_boards_they_may_know_of(as_, three, who, seen):
    assert titles(as_(who)) == seen
    file = as_(who).get("/bids-and-letters/list.csv").content.decode()
    assert {title for title in ("Pathfinder", "Lighting", "Quays") if title in file} == seen


def test_3_4_those_with_an_unanswered_issue_alone(as_, three):
    assert titles(as_("member"), "issues=open") == {"Pathfinder"}
    page = as_("member").get("/bids-and-letters/?issues=open").content.decode()
    assert ("one issue unanswered" in page.lower() or "1 issue unanswered" in page, "Executive Group" in page) == (
        True,
        True,
    )


def test_they_are_sorted_by_board_and_led_to_from_the_boards(as_, three):
    found = as_("member").get("/bids-and-letters/?order=board").context["reads"]
    assert [read.submission.board.name for read in found] == ["Executive Group", "Safer Streets Group"]
    assert "/bids-and-letters/" in as_("member").get("/boards/").content.decode()


def test_a_file_of_another_kind_is_not_there(as_, three):
    assert as_("member").get("/bids-and-letters/list.pdf").status_code == 404
