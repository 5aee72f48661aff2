"""The log over all boards, of a partner, of an owner and of a meeting; its counts and its PDF (issue 6 §1)."""

import csv
import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.models import Action
from actions.operations.progress import record_progress
from tests.factories import create_action, create_meeting

pytestmark = pytest.mark.django_db
SOME_DAYS = dt.timedelta(days=3)


@pytest.fixture
def actions(cast) -> dict[str, Action]:
    member, chair = cast.person("member"), cast.person("chair")
    late = {"due_kind": "day", "due_date": timezone.localdate() - SOME_DAYS}
    return {
        "silent": create_action(cast.board, "Silent one", owners=[member], **late),
        "told": create_action(cast.board, "Told one", owners=[member, chair], **late),
        "closed": create_action(cast.board, "Closed one", owners=[chair], state="closed", **late),
        "elsewhere": create_action(cast.other_board, "Elsewhere", owners=[cast.person("member_of_another_partner")]),
    }


@pytest.fixture
def told(actions, cast):
    part = actions["told"].parts.get(person=cast.person("member"))
    record_progress(part=part, state="done", text="Sent.", by=cast.member, at=timezone.now())
    return actions


def found(page) -> set[str]:
    return {line.text.split()[0] for line in page.context["lines"]}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"Silent", "Told"}),
        ({"state": "overdue"}, {"Silent", "Told"}),
        ({"state": "no_return"}, {"Silent"}),
        ({"state": "all"}, {"Silent", "Told", "Closed"}),
        ({"partner": "northshire-county-council", "state": "all"}, {"Told", "Closed"}),
        ({"board": "executive-group"}, {"Silent", "Told"}),
        ({"board": "safer-streets-group"}, {"Silent", "Told"}),  # not theirs to choose: left aside
    ],
)
def test_h13_over_all_boards_only_what_the_reader_may_know_of(as_, told, asked, expected):
    page = as_("member").get(reverse("actions:whole_log"), asked)
    assert found(page) == expected
    assert "Elsewhere" not in page.content.decode()


def test_h13_no_return_is_said_and_is_not_done(as_, told):
    page = as_("member").get(reverse("actions:whole_log")).content.decode()
    assert 'c-tag--decide">No return' in page
    assert "one with no return" in page
    assert "1 of 3 parts done" in page


@pytest.mark.parametrize("name", ["whole_log_sheet", "log_sheet"])
def test_h13_a_file_says_no_return_where_the_page_does(as_, told, cast, name):
    args = ["csv"] if name == "whole_log_sheet" else [cast.board.slug, "csv"]
    page = as_("member").get(reverse(f"actions:{name}", args=args)).content.decode("utf-8-sig")
    states = {row["Action"]: row["State"] for row in csv.DictReader(page.splitlines())}
    assert states.pop("Silent one") == "No return"
    assert "No return" not in states.values()


def test_each_owners_part_stands_apart(as_, told):
    page = as_("member").get(reverse("actions:whole_log")).content.decode()
    assert "1 of 2 done" in page
    assert "Joss Lindqvist: done, to be agreed" in page
    assert "Rhiannon Vale: not started" in page


def test_of_one_owner_and_of_one_meeting(as_, told, cast):
    page = as_("member").get(reverse("actions:whole_log"), {"owner": cast.person("chair").pk})
    assert found(page) == {"Told"}
    assert "Owed by Rhiannon Vale" in page.content.decode()
    meeting = create_meeting(cast.board)
    create_action(cast.board, "Minuted", meeting=meeting)
    asked = {"board": "executive-group", "meeting": meeting.address}
    assert found(as_("member").get(reverse("actions:whole_log"), asked)) == {"Minuted"}


def test_the_public_is_asked_to_sign_in(as_, told):
    assert as_("public").get(reverse("actions:whole_log")).status_code == 302


def test_a_pdf_of_the_list_and_what_it_cannot_hold(as_, told, cast, monkeypatch):
    from actions.operations import file

    page = as_("member").get(reverse("actions:log_sheet", args=[cast.board.slug, "pdf"]))
    assert page["Content-Type"] == "application/pdf"
    assert page.content.startswith(b"%PDF-")
    monkeypatch.setattr(file, "MOST_IN_PDF", 1)
    refused = as_("member").get(reverse("actions:whole_log_sheet", args=["pdf"]))
    assert refused.status_code == 409
    assert "Choose fewer, or take Excel." in refused.content.decode()
