"""The officers chase: seen before, queued once, taken back while it waits (issue 6 §5)."""

import uuid

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from actions.models import Chase, ChaseSetting, Part, Reminder
from actions.operations.chase import ask_chase
from actions.operations.reminder_post import hand_over_waiting
from tests.actions.reminding import at, due, minuted_action
from tests.factories import create_item, create_partner, create_person
from trust.tools.refusal import NotPermitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def late(cast):
    """Two late actions and one that is not, of two owners."""
    member, chair = cast.person("member"), cast.person("chair")
    return [
        due(cast.board, [member, chair], days=-20, text="Survey the quay"),
        due(cast.board, [member], days=-9, text="Light the quay"),
        due(cast.board, [chair], days=90_000, text="Some day"),
    ]


def ask(as_, cast, who="clerk", **given):
    data = {"which": "late", "key": str(uuid.uuid4())} | given
    return as_(who).post(reverse("actions:ask_chase", args=[cast.board.slug]), data)


def test_before_anything_goes_the_officer_reads_whom_it_reaches_and_what_each_reads(late, cast, as_):
    outside = due(cast.board, [create_person("Cerys Bowen")], days=-1, text="Ask about the buoys")
    Part.objects.create(action=outside, owner="outsider", name="Harbour Trust")
    page = " ".join(ask(as_, cast).content.decode().split())
    assert "Two mails to two people" in page
    assert all(words in page for words in ("Survey the quay", "Light the quay", "the officers of the board ask"))
    assert "Some day" not in page
    assert f"{outside.reference} · No e-mail address is known." in page
    assert "They are outside the partnership’s records." in page
    assert not Reminder.objects.exists()
    assert "/reminders/ey" not in page, "no signed link of somebody else's is on the page"


def confirmed(as_, cast, **given):
    return ask(as_, cast, confirmed="yes", **given)


def test_confirmed_it_is_queued_once_however_often_it_is_sent(late, cast, as_):
    key = str(uuid.uuid4())
    first, second = (confirmed(as_, cast, key=key) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"] == Chase.objects.get().get_absolute_url()
    assert Reminder.objects.count() == 2
    page = as_("clerk").get(first.headers["Location"]).content.decode()
    assert "Two mails wait to go, not before" in page


def chased(cast, actions, when) -> Chase:
    keys = [action.pk for action in actions]
    return ask_chase(board=cast.board, actions=keys, key=uuid.uuid4(), by=cast.clerk, at=when)


def test_it_goes_after_ten_minutes(late, cast):
    chase = chased(cast, late[:1], at(hour=10))
    assert {mail.send_from for mail in chase.reminders.all()} == {at(hour=10, minute=10)}
    assert hand_over_waiting(clock=lambda: at(hour=10, minute=9)) == 0
    assert hand_over_waiting(clock=lambda: at(hour=10, minute=10)) == 2
    assert mail.outbox[0].subject == f"Executive Group: {late[0].reference} – the officers of the board ask how it goes"


def test_taken_back_while_it_waits_nothing_goes(late, cast, as_):
    address = confirmed(as_, cast).headers["Location"]
    page = as_("clerk").post(f"{address}take-back/", follow=True).content.decode()
    assert "Two mails will not go." in page
    assert "Taken back" in page
    assert set(Reminder.objects.values_list("state", flat=True)) == {"withdrawn"}
    assert "nothing can be taken back" in as_("clerk").post(f"{address}take-back/", follow=True).content.decode()


def test_those_chosen(late, cast, as_):
    assert ask(as_, cast, which="some").status_code == 422
    page = ask(as_, cast, which="some", chosen=[str(late[2].pk)]).content.decode()
    assert "Some day" in page
    assert "Survey" not in page
    assert ask(as_, cast, which="some", chosen=["999999"]).status_code == 422


@pytest.mark.parametrize(
    ("who", "status"), [("member", 403), ("chair", 403), ("member_of_another_partner", 404), ("outsider", 404)]
)
def test_only_officers_chase(late, cast, as_, who, status):
    assert ask(as_, cast, who, confirmed="yes").status_code == status
    with pytest.raises(NotPermitted):
        ask_chase(board=cast.board, actions=[late[0].pk], key=uuid.uuid4(), by=cast.member, at=timezone.now())
    assert not Chase.objects.exists()


def test_an_action_of_another_board_is_not_chased_from_this_one(late, cast, as_):
    other = due(cast.other_board, [cast.person("member_of_another_partner")], days=-3)
    assert ask(as_, cast, which="some", chosen=[str(other.pk)]).status_code == 422


def test_demand_22_closed_business_is_not_told_to_who_may_not_know(cast, as_):
    action = minuted_action(cast, days=-3, text="Undisclosed matter")
    exempt = {"exempt_paragraphs": "3", "exempt_reason": "Price"}
    action.items.add(create_item(action.meeting, "Moorings", number="9.1", **exempt))
    action.parts.update(person=create_person("Cerys Bowen", email="cerys@example.org"))
    Part.objects.create(action=action, owner="person", person=cast.person("clerk"), name="Kirsty Sandhu", position=1)
    page = ask(as_, cast).content.decode()
    assert "It touches closed business" in page
    assert "One mail to one person" in page
    assert "Undisclosed" not in page


def test_the_board_says_how_it_reminds(cast, as_):
    address = reverse("actions:chase_settings", args=[cast.board.slug])
    given = {"on_issue": "on", "weekly_after": "on", "weekday": "3", "hour": "14", "may_turn_off": "on"}
    assert "Saved." in as_("clerk").post(address, given, follow=True).content.decode()
    setting = ChaseSetting.objects.get()
    assert (setting.week_before, setting.weekday, setting.hour, setting.may_turn_off) == (False, 3, 14, True)
    assert setting.history.first().history_user == cast.clerk
    assert as_("clerk").post(address, given | {"hour": "23"}).status_code == 422
    assert as_("member").post(address, given).status_code == 403


def register(as_, cast, who="clerk", **asked) -> str:
    return " ".join(as_(who).get(reverse("actions:sent", args=[cast.board.slug]), asked).content.decode().split())


def test_the_register_says_to_whom_when_and_what_for(late, cast, as_):
    confirmed(as_, cast)
    page = register(as_, cast)
    assert all(words in page for words in ("Two mails", "Joss Lindqvist", late[0].reference, "Asked by the officers"))
    assert "One mail" in register(as_, cast, words="rhian")
    assert "No mail is like this" in register(as_, cast, state="sent")
    sheet = as_("clerk").get(reverse("actions:sent_sheet", args=[cast.board.slug, "csv"])).content.decode()
    assert "Joss Lindqvist" in sheet
    assert as_("member").get(reverse("actions:sent", args=[cast.board.slug])).status_code == 403


def test_another_boards_officers_see_nothing_of_it(late, cast, as_):
    other = due(cast.other_board, [cast.person("member")], days=-3, text="Another board's matter")
    confirmed(as_, cast)
    assert other.reference not in register(as_, cast)


def test_one_in_doubt_goes_again_under_its_own_code(late, cast, as_):
    confirmed(as_, cast)
    Reminder.objects.update(state="in_doubt", reason="It was being handed over.")
    reminder = Reminder.objects.first()
    assert "Send it again" in register(as_, cast)
    again = reverse("actions:send_again", args=[cast.board.slug, reminder.pk])
    as_("clerk").post(again)
    code = reminder.code
    reminder.refresh_from_db()
    assert (reminder.state, reminder.code) == ("queued", code)
    assert "Only a mail that is in doubt" in as_("clerk").post(again, follow=True).content.decode()


def test_the_officers_own_sentence_is_read_through_and_goes_with_every_mail(late, cast, as_):
    words = "The inspectors come on Monday:\nplease say where you are."
    page = ask(as_, cast, words=words).content.decode()
    assert page.count("Kirsty Sandhu writes:") == 2
    assert "please say where you are." in page
    chase = Chase.objects.get() if confirmed(as_, cast, words=words).status_code == 302 else None
    chase.reminders.update(send_from=at())
    assert hand_over_waiting(clock=lambda: at(hour=10, minute=10)) == 2
    assert all(f"Kirsty Sandhu writes:\n\n{words}\n" in letter.body for letter in mail.outbox)
    assert "please say where you are." in as_("clerk").get(chase.get_absolute_url()).content.decode()


def test_without_one_no_officer_writes(late, cast, as_):
    assert "writes:" not in ask(as_, cast).content.decode()
    assert ask(as_, cast, words="x" * 1_001).status_code == 422


def test_who_cannot_be_written_to_is_shown_to_the_officers(cast, as_):
    forum = create_partner("Northshire Schools Forum", short_name="Schools")
    action = due(cast.board, [create_person("Cerys Bowen")], days=9)
    Part.objects.create(action=action, owner="partner", partner=forum, name="Schools", position=1)
    page = as_("clerk").get(reverse("actions:bounces", args=[cast.board.slug])).content.decode()
    assert f"{action.reference} · No e-mail address is known." in page
    assert f"{action.reference} · Nobody represents the partner who could be written to." in page
