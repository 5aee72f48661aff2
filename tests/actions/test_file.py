"""A long log as a file is made by the worker, of what its asker may know, for them alone, for a day (issue 6 §6)."""

import datetime as dt
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from actions.operations import file as operations
from actions.views import file as views
from boards.models import SeatHolding
from boards.operations.access import refresh_board_access
from tests.factories import create_action
from tests.worker import do
from trust.models import MadeFile, Work
from trust.tools import jobs

pytestmark = pytest.mark.django_db
LIST = "actions:whole_log_sheet"


@pytest.fixture
def actions(cast, monkeypatch):
    """More than are made straight away."""
    monkeypatch.setattr(views, "AT_ONCE", 2)
    for n in range(4):
        create_action(cast.board, f"Do thing {n}", owners=[cast.person("member")])
    create_action(cast.other_board, "Elsewhere", owners=[cast.person("member_of_another_partner")])


def ask(client, kind: str = "xlsx", more: str = "") -> MadeFile:
    answer = client.post(f"{reverse(LIST, args=[kind])}{more}")
    assert answer.status_code == 302
    return MadeFile.objects.latest("pk")


def words_of(page) -> set[str]:
    rows = load_workbook(BytesIO(page.content)).active.iter_rows(values_only=True)
    return {row[4] for row in rows} - {"Action"}


def test_a_long_list_is_asked_for_and_nothing_is_made_by_looking(as_, actions):
    page = as_("member").get(reverse(LIST, args=["xlsx"]))
    assert "Four actions as Excel" in page.text
    assert "Make the file" in page.text
    assert not MadeFile.objects.exists()


def test_a_short_list_comes_straight(as_, actions, monkeypatch):
    monkeypatch.setattr(views, "AT_ONCE", 4)
    assert words_of(as_("member").get(reverse(LIST, args=["xlsx"]))) == {f"Do thing {n}" for n in range(4)}


def test_it_says_how_far_it_is_and_then_is_there_to_take(as_, actions):
    client = as_("member")
    place = reverse("actions:file", args=[ask(client).pk])
    assert "It is being made" in client.get(place).text
    assert 'hx-trigger="every 2s"' in client.get(place, headers={"HX-Request": "true"}).text
    assert client.get(f"{place}take/").status_code == 302
    do(operations.make_file)
    made = client.get(place).text
    assert "It is ready" in made
    assert "every 2s" not in made
    taken = client.get(f"{place}take/")
    assert taken["Content-Disposition"] == 'attachment; filename="actions.xlsx"'
    assert words_of(taken) == {f"Do thing {n}" for n in range(4)}


@pytest.mark.parametrize(("kind", "begins"), [("csv", b"\xef\xbb\xbfReference"), ("pdf", b"%PDF")])
def test_as_csv_and_as_pdf(as_, actions, kind, begins):
    client = as_("member")
    made = ask(client, kind, "?state=all")
    do(operations.make_file)
    assert client.get(reverse("actions:take_file", args=[made.pk])).content.startswith(begins)


def test_how_far_it_is_is_told_in_rows(as_, actions, monkeypatch):
    told = []
    monkeypatch.setattr(operations, "OFTEN", 2)
    monkeypatch.setattr(jobs, "tell", lambda what, about, subject: told.append(subject))
    ask(as_("member"))
    do(operations.make_file)
    assert told == ["2 of 4 actions written", "4 of 4 actions written"]


def test_it_is_for_its_asker_alone(as_, actions):
    made = ask(as_("member"))
    do(operations.make_file)
    for who in ("chair", "clerk", "member_of_another_partner", "outsider"):
        for name in ("file", "take_file"):
            assert as_(who).get(reverse(f"actions:{name}", args=[made.pk])).status_code == 404


def test_it_holds_what_they_may_know_of_when_it_is_made(cast, as_, actions):
    """They leave the board between asking and making."""
    made = ask(as_("member"), more="?state=all")
    SeatHolding.objects.filter(person=cast.person("member")).update(to_date=dt.date(2020, 1, 1))
    refresh_board_access(cast.board, on=timezone.localdate())
    create_action(cast.board, "Of others", owners=[cast.person("chair")])
    do(operations.make_file)
    assert "Of others" not in words_of(as_("member").get(reverse("actions:take_file", args=[made.pk])))


def test_of_a_board_that_they_left_nothing_is_made(cast, as_, actions):
    client = as_("member")
    client.post(reverse("actions:log_sheet", args=[cast.board.slug, "csv"]))
    made = MadeFile.objects.get()
    SeatHolding.objects.filter(person=cast.person("member")).update(to_date=dt.date(2020, 1, 1))
    refresh_board_access(cast.board, on=timezone.localdate())
    do(operations.make_file)
    page = client.get(reverse("actions:file", args=[made.pk])).text
    assert "It could not be made" in page
    assert "You do not read this log any more." in page


def test_asked_for_twice_it_is_made_once_and_three_at_most_at_a_time(as_, actions):
    client = as_("member")
    assert ask(client) == ask(client)
    ask(client, "csv")
    ask(client, "pdf")
    refused = client.post(f"{reverse(LIST, args=['csv'])}?state=all")
    assert refused.status_code == 409
    assert "Three files are being made for you already" in refused.text
    assert Work.objects.count() == 3


def test_it_is_gone_after_a_day(as_, actions):
    client, made = as_("member"), ask(as_("member"))
    do(operations.make_file)
    MadeFile.objects.update(asked_at=timezone.now() - dt.timedelta(hours=25))
    assert client.get(reverse("actions:take_file", args=[made.pk])).status_code == 404
    operations.throw_away()
    assert not MadeFile.objects.exists()
