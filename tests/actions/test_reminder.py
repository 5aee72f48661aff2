"""Who is reminded of what: once, of what they may know, where mail can reach them (issue 6 §5, requirement 2.7)."""

import datetime as dt

import pytest
from django.core import mail

from actions.models import Bounce, ChaseSetting, Part, Preference, Reminder, ReminderLine, TurnedOff
from actions.operations.passing import put_off
from actions.operations.request import ask as ask_for
from boards.models import Post
from boards.operations.access import refresh_partner_access
from tests.actions.reminding import MONDAY, at, due, minuted_action, post, remind
from tests.factories import create_action, create_board, create_item, create_partner, create_person, create_seat

pytestmark = pytest.mark.django_db
DAYS = dt.timedelta(days=1)


def letters() -> dict[str, list[str]]:
    """What went to whom."""
    found: dict[str, list[str]] = {}
    for letter in mail.outbox:
        found.setdefault(letter.to[0], []).append(letter.body)
    return found


def test_2_7_one_mail_for_all_that_a_person_owes(cast):
    member = cast.person("member")
    for days in (0, 7, -12):
        due(cast.board, [member], days=days, text=f"Matter of {days} days")
    due(create_board("Harbour Board", reference_prefix="HB"), [member], text="Light the harbour")
    (reminder,) = remind()
    assert (reminder.person, reminder.lines.count(), reminder.board) == (member, 4, None)
    assert post() == 1
    (body,) = letters()[cast.member.email]
    assert all(words in body for words in ("Matter of 0 days", "Matter of -12 days", "Light the harbour"))
    assert "Harbour Board" in body
    assert mail.outbox[0].subject == "Four actions to see to, one late"


def test_the_mail_says_board_item_sentence_due_and_the_link(cast):
    action = minuted_action(cast, text="Ask the **harbour master**.")
    action.items.add(create_item(action.meeting, "Harbour safety", number="2.1"))
    remind()
    post()
    (letter,) = mail.outbox
    assert letter.subject == f"Executive Group: {action.reference} – new, from the meeting of 7 October 2025"
    body = " ".join(letter.body.split())
    assert "Executive Group, item 2.1 Harbour safety Ask the harbour master. Due: Friday 12 December 2025" in body
    assert f"http://localhost:8000{action.get_absolute_url()} " in body
    assert letter.extra_headers["List-Unsubscribe"].startswith("<http://localhost:8000/reminders/")


def test_nothing_is_said_twice_however_often_it_is_asked(cast):
    due(cast.board, [cast.person("member")])
    assert len(remind()) == len(remind()) == len(remind(at(hour=16))) == 1
    assert (post(), post()) == (1, 0)
    assert len(remind(at(MONDAY - 3 * DAYS))) == 1, "the clock went back"
    assert len(remind(at(MONDAY + DAYS))) == 1, "and on by a day"


def test_one_mail_for_each_where_they_asked_for_that(cast):
    Preference.objects.create(person=cast.person("member"), way="each")
    for text in ("Survey the quay", "Light the quay"):
        due(cast.board, [cast.person("member")], text=text)
    assert [reminder.board for reminder in remind()] == [cast.board, cast.board]
    assert post() == 2


def test_nothing_from_a_draft_nor_of_proposals_nor_of_what_is_done(cast):
    member = cast.person("member")
    minuted_action(cast, state="draft", days=0)
    due(cast.board, [member], is_confirmed=False)
    due(cast.board, [member], state="done")
    finished = due(cast.board, [member])
    finished.parts.update(state="done")
    assert remind() == []


def test_a_draft_that_goes_back_to_the_desk_is_not_told_of(cast):
    action = minuted_action(cast)
    (reminder,) = remind()
    action.meeting.minutes.state = "draft"
    action.meeting.minutes.circulated_at = action.meeting.minutes.circulated_by = None
    action.meeting.minutes.save()
    assert post() == 0
    reminder.refresh_from_db()
    assert (reminder.state, reminder.reason) == ("withdrawn", "By then there was nothing left to say.")
    action.meeting.minutes.state, action.meeting.minutes.circulated_at = "circulated", at(MONDAY, 9)
    action.meeting.minutes.circulated_by = cast.clerk
    action.meeting.minutes.save()
    assert len(remind(at(hour=15))) == 2, "issued anew it is told"


def owed_by(cast, kind: str, **owner: object) -> None:
    action = due(cast.board, [])
    Part.objects.create(action=action, owner=kind, name="Whoever", **owner)


def told() -> set[str]:
    return {reminder.person.name for reminder in remind()}


def test_2_5_a_post_is_whoever_holds_it(cast):
    owed_by(cast, "post", seat=cast.seats["chair"])
    assert told() == {"Rhiannon Vale"}


def test_2_5_a_partner_is_its_representatives(cast):
    owed_by(cast, "partner", partner=cast.health)
    assert told() == {"Joss Lindqvist"}
    Post.objects.filter(person=cast.person("member")).update(to_date=MONDAY)
    refresh_partner_access(cast.health, on=MONDAY + DAYS)


def test_a_partner_that_nobody_with_a_login_represents_is_who_sits_for_it(cast):
    """And what they are mailed opens that one part (issue 6 §2)."""
    forum = create_partner("Northshire Schools Forum", short_name="Schools")
    head = create_person("Anwen Pike", email="anwen@example.org")
    create_seat(cast.board, partner=forum, holder=head)
    create_seat(
        cast.board, partner=forum, holder=create_person("Ivo Strand", email="ivo@x.org"), role="observer", voting=False
    )
    owed_by(cast, "partner", partner=forum)
    assert told() == {"Anwen Pike"}
    assert post() == 1
    assert "http://localhost:8000/owed/" in mail.outbox[0].body


def test_the_secretariat_is_the_boards_officers(cast):
    owed_by(cast, "secretariat")
    assert told() == {"Kirsty Sandhu"}


def test_somebody_outside_the_records_cannot_be_reached(cast):
    owed_by(cast, "outsider")
    owed_by(cast, "unknown")
    assert remind() == []


def test_who_has_no_login_is_written_to_as_well(cast):
    due(cast.board, [create_person("Cerys Bowen", email="cerys@example.org")])
    remind()
    assert post() == 1
    assert mail.outbox[0].to == ["cerys@example.org"]


def closed(cast, *owners) -> None:
    action = minuted_action(cast, days=0, text="Undisclosed matter")
    exempt = {"exempt_paragraphs": "3", "exempt_reason": "Price"}
    action.items.add(create_item(action.meeting, "Moorings", number="9.1", **exempt))
    action.parts.all().delete()
    for person in owners:
        Part.objects.create(action=action, owner="person", person=person, name=person.name)


def test_demand_22_no_word_of_closed_business_is_in_any_mail(cast):
    closed(cast, cast.person("clerk"), create_person("Cerys Bowen", email="cerys@example.org"))
    remind()
    post()
    assert [letter.to for letter in mail.outbox] == [[cast.clerk.email]], "who may know of it, and nobody else"
    said = mail.outbox[0].subject + mail.outbox[0].body
    assert not [word for word in ("Undisclosed", "Moorings", "9.1") if word in said]
    assert "An action from closed business" in said


def test_an_address_that_fails_is_left_alone_until_it_changes(cast):
    member = cast.person("member")
    put = {"first_at": at(), "last_at": at(), "reason": "No such user"}
    Bounce.objects.create(person=member, address=cast.member.email.upper(), **put)
    due(cast.board, [member])
    assert remind() == []
    cast.member.email = "joss.new@example.org"
    cast.member.save()
    assert len(remind()) == 1


def test_nobody_is_written_to_whose_login_is_closed(cast):
    cast.member.is_active = False
    cast.member.save()
    due(cast.board, [cast.person("member")])
    assert remind() == []


def test_a_board_is_turned_off_only_where_it_allows_it(cast):
    TurnedOff.objects.create(person=cast.person("member"), board=cast.board)
    due(cast.board, [cast.person("member")])
    setting = ChaseSetting.objects.create(board=cast.board, may_turn_off=True)
    assert remind() == []
    setting.may_turn_off = False
    setting.save()
    assert len(remind()) == 1


def test_a_mail_waits_for_the_boards_hour_and_never_goes_in_the_night(cast):
    ChaseSetting.objects.create(board=cast.board, hour=14)
    due(cast.board, [cast.person("member")])
    (reminder,) = remind(at(hour=0, minute=7))
    assert reminder.send_from == at(hour=14)
    assert [post(at(hour=hour)) for hour in (13, 23)] == [0, 0]
    assert post(at(hour=14)) == 1


def test_what_is_done_or_moved_meanwhile_is_left_out(cast):
    first, second, third = (due(cast.board, [cast.person("member")], text=f"Matter {n}") for n in range(3))
    remind()
    first.parts.update(state="done")
    second.due_date = MONDAY + 30 * DAYS
    second.save()
    assert post() == 1
    assert "Matter 2" in mail.outbox[0].body
    assert "Matter 0" not in mail.outbox[0].body + mail.outbox[0].subject
    assert list(ReminderLine.objects.filter(is_left_out=False).values_list("action", flat=True)) == [third.pk]


def test_the_cost_does_not_grow_with_what_is_owed(cast, django_assert_max_num_queries):
    for n in range(30):
        due(cast.board, [cast.person("member"), cast.person("chair")], number=n + 1, text=f"Matter {n}")
    with django_assert_max_num_queries(16):
        remind()
    assert Reminder.objects.count() == 2


def test_who_owes_an_action_of_no_date_hears_of_it_when_it_is_issued_alone(cast):
    create_action(cast.board, "Some day", owners=[cast.person("member")])
    assert remind() == []
    minuted_action(cast, due_kind="none", due_date=None)
    assert len(remind()) == 1
    post()
    assert "No date was given." in mail.outbox[0].body


def test_whoever_waits_for_an_answer_is_left_in_peace(cast):
    """Asked for more time, or to be let go: the officers answer before anybody is reminded."""
    action = due(cast.board, [cast.person("member")])
    remind()
    part = action.parts.get()
    ask_for(part=part, kind="not_mine", why="It is the harbour master's.", by=cast.member, at=at(hour=10))
    assert post() == 0
    assert [reminder.state for reminder in remind(at(hour=12))] == ["withdrawn"]


def test_demand_23_what_is_put_off_is_not_brought_to_mind_before_that_day(cast):
    action = due(cast.board, [cast.person("member")], days=3)
    put_off(part=action.parts.get(), until=MONDAY + 3 * DAYS, by=cast.member, at=at(MONDAY - 5 * DAYS))
    assert [remind(at(MONDAY + n * DAYS)) for n in (0, 1, 2)] == [[], [], []]
    (reminder,) = remind(at(MONDAY + 3 * DAYS))
    assert reminder.lines.get().occasion == "on_the_day"


def test_demand_23_a_mail_that_waits_is_withdrawn_where_its_matter_is_put_off(cast):
    action = due(cast.board, [cast.person("member")], days=7)
    remind()
    put_off(part=action.parts.get(), until=MONDAY + 5 * DAYS, by=cast.member, at=at())
    assert post() == 0
    assert [reminder.state for reminder in Reminder.objects.all()] == ["withdrawn"]
    assert len(remind(at(MONDAY + 7 * DAYS))) == 2, "on the day it is said"


def test_handing_over_looks_up_many_together(cast, django_assert_max_num_queries):
    """Four or five statements for each mail, whatever it says; the rest for all of them once."""
    people = [create_person(f"Owner {n}", email=f"owner{n}@example.org") for n in range(20)]
    for person in people:
        for n in range(3):
            due(cast.board, [person], text=f"Matter {n} of {person}")
    remind()
    with django_assert_max_num_queries(20 + 20 * 10):
        assert post() == 20
    assert len(mail.outbox) == 20
    assert "Matter 2 of Owner 7" in letters()["owner7@example.org"][0]
    assert "Owner 8" not in letters()["owner7@example.org"][0]
