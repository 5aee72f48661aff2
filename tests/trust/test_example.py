"""The example partnership: made once, through the operations, on an empty database only."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from actions.models import Action, Part, RegisterEntry, Reminder, Request
from actions.queries.standing import standing_of
from boards.models import Board, User
from boards.permissions import keeps_register, words_on
from commissioning.models import Contribution, Fund, FundReport
from commissioning.queries.gate import gate_of
from meetings.models import (
    AgendaItem,
    BetweenMeetings,
    Comment,
    Decision,
    Dispute,
    Meeting,
    Minutes,
    Movement,
    Phrase,
    Referral,
    Summary,
    Vote,
)
from meetings.queries.minutes import minutes_document
from trust.example import business, cast, owed

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeded():
    call_command("seed_example", "--without-county", verbosity=0)


def test_it_stands_complete(seeded):
    assert Board.objects.count() == len(cast.BOARDS)
    assert sorted(Minutes.objects.values_list("state", flat=True)) == ["circulated", "signed"]
    assert Meeting.objects.filter(state="called").count() == 2
    assert Action.objects.count() == 12
    assert Part.objects.filter(state="done").count() == 3


def test_somebody_declares_and_the_minutes_say_where_they_left(seeded):
    minutes = Minutes.objects.get(state="circulated")
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    assert [line.name for line in document.declarations] == ["Tomos Beynon"]
    assert Movement.objects.filter(attendance__meeting=minutes.meeting).exists()
    assert Phrase.objects.filter(board=minutes.meeting.board).count() >= 12


def test_a_young_member_is_named_to_members_and_not_to_the_public(seeded, client):
    published = Minutes.objects.get(state="signed")
    page = client.get(published.get_absolute_url()).content.decode()
    assert "A young person" in page
    assert "Effie" not in page
    assert "Effie" not in client.get(published.meeting.board.get_absolute_url()).content.decode()
    client.force_login(User.objects.get(email=cast.address("joss")))
    assert "Effie Rowan" in client.get(published.get_absolute_url()).content.decode()


def test_it_never_touches_a_database_with_boards(seeded):
    boards = Board.objects.count()
    call_command("seed_example", "--if-empty")
    with pytest.raises(CommandError, match="boards in this database already"):
        call_command("seed_example")
    assert Board.objects.count() == boards


def test_who_can_sign_in_is_said(seeded, capsys, client):
    call_command("seed_example", "--who")
    said = capsys.readouterr().out
    for user in User.objects.all():
        assert user.email in said
    assert client.login(email=cast.address("kirsty"), password=cast.PASSWORD)


def test_where_there_is_no_example_nobody_is_named(db, capsys):
    call_command("seed_example", "--who")
    assert capsys.readouterr().out == ""


def test_it_shows_how_decisions_are_taken(seeded):
    """Carried, lost, and waiting for its owners' agreement; numbered without a gap, with a dispute that goes on."""
    outcomes = set(Decision.objects.values_list("outcome", flat=True))
    assert {"carried", "lost", "status_quo"} <= outcomes
    numbers = sorted(Decision.objects.exclude(number="").values_list("number_in_year", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert Vote.objects.filter(on_request=True).count() == 1
    dispute = Dispute.objects.get(decision__block__text=business.EVENINGS)
    assert (dispute.state, dispute.negotiators.count(), dispute.consultations.count()) == ("open", 2, 2)


def test_it_shows_what_is_asked_of_others(seeded):
    """One board answers, one is silent past the day it was asked to reply by, a body outside has had a letter."""
    asked = {str(one.to_board or one.to_body): one for one in Referral.objects.select_related("to_board")}
    assert asked[cast.SB].replied_date
    assert (asked[cast.WDT].replied_date, asked[cast.WDT].reply_due_date < timezone.localdate()) == (None, True)
    assert asked["Eskerdale Carers’ Network"].sent_date
    assert AgendaItem.objects.filter(receives__isnull=False, meeting__board__name=cast.TB).exists()
    assert AgendaItem.objects.filter(arose_from__isnull=False, meeting__board__name=cast.SB).exists()


def test_it_shows_what_is_private_what_is_said_to_a_draft_and_what_is_decided_between(seeded):
    private = AgendaItem.objects.get(title=business.PRIVATE)
    assert (private.exempt_paragraphs, private.excluded_by.block.text) == ("3", business.EXCLUDED)
    assert Summary.objects.get().item == private
    assert sorted(Comment.objects.values_list("state", flat=True)) == ["not_taken_up", "open"]
    assert sorted(BetweenMeetings.objects.values_list("state", flat=True)) == ["open", "taken"]


def test_somebody_keeps_the_register_and_can_sign_in(seeded):
    keeper = User.objects.get(email=cast.address("mabel"))
    assert keeps_register(keeper, on=timezone.localdate())
    assert all("manage" in words_on(keeper, board) for board in Board.objects.all())


def test_what_is_owed_shows_something_of_every_kind(seeded):
    """The log, the chair's view, the registers and the reminders say something true on the first day."""
    today = timezone.localdate()
    board = Board.objects.get(name=cast.EG)
    chair = User.objects.get(email=cast.address("rhiannon"))
    found = standing_of(board, chair, on=today)
    assert [one.times for one in found.extended] == ["extended twice"]
    assert "Mabel Garrick" in [one.name for one in found.silent]
    assert any("reminded" in one.reminded for one in found.silent)
    assert Part.objects.filter(put_off_until__gt=today).exists()
    assert Part.objects.get(action__text=owed.SURVEY.text).name == "Careers"
    assert Reminder.objects.filter(state="sent").exists()
    assert not Reminder.objects.exclude(state__in=["sent", "withdrawn"]).exists()
    assert {entry.register for entry in RegisterEntry.objects.all()} == {"plan", "risk", "challenge"}
    assert Request.objects.filter(outcome="").count() == 1
    assert set(Action.objects.values_list("state", flat=True)) >= {"closed", "blocked", "in_progress", "not_started"}


def test_it_shows_pools_that_lack_nothing_and_pools_that_lack_something(seeded):
    today = timezone.localdate()
    lacking = {fund.name: gate_of(fund, on=today).missing for fund in Fund.objects.filter(kind="pooled")}
    assert lacking["Early help pool"] == []
    assert len(lacking["Equipment pool"]) == 3
    assert any("Police" in said for said in lacking["Equipment pool"])
    assert lacking["Youth hubs pool"] == ["No legal agreement is named for this pooled fund."]
    late = FundReport.objects.filter(received_date=None, due_date__lt=today)
    assert late.filter(fund__name="Early help pool").exists()
    assert not Contribution.objects.filter(fund__name="Youth hubs pool", amount_pence__isnull=False).exists()
