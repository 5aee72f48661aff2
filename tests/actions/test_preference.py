"""How somebody is reminded, by their page and by the link in a mail; and their diary (issue 6 §5)."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from actions.models import CalendarFeed, ChaseSetting, Preference, TurnedOff
from actions.queries.preference import token_of
from tests.actions.reminding import due, minuted_action, post, remind
from tests.factories import create_item, create_person

pytestmark = pytest.mark.django_db
PAGE = "/actions/reminders/"


@pytest.fixture
def allows(cast) -> ChaseSetting:
    return ChaseSetting.objects.create(board=cast.board, may_turn_off=True)


def test_somebody_says_how_they_are_reminded(allows, cast, as_):
    page = as_("member").get(PAGE).content.decode()
    assert "Executive Group" in page
    given = {"way": "each", "off": [str(cast.board.pk)]}
    assert "Saved." in as_("member").post(PAGE, given, follow=True).content.decode()
    assert Preference.objects.get().way == "each"
    assert TurnedOff.objects.get().person == cast.person("member")
    as_("member").post(PAGE, {"way": "together"})
    assert not TurnedOff.objects.exists()


@pytest.mark.parametrize("given", [{"way": "never"}, {}, {"way": "each", "off": ["999"]}])
def test_what_makes_no_sense_is_said_and_changes_nothing(allows, as_, given):
    assert as_("member").post(PAGE, given | {"x": "y"}).status_code == 422
    assert not Preference.objects.exists()


def test_a_board_that_does_not_allow_it_is_not_turned_off(cast, as_):
    assert "does not let owners turn reminders off" in " ".join(as_("member").get(PAGE).content.decode().split())
    as_("member").post(PAGE, {"way": "together", "off": [str(cast.board.pk)]})
    assert not TurnedOff.objects.exists()


def link(person) -> str:
    return reverse("actions:preference_link", args=[token_of(person)])


def test_the_link_in_the_mail_opens_them_without_signing_in(allows, cast, as_):
    due(cast.board, [cast.person("member")])
    remind()
    post()
    address = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    assert address in mail.outbox[0].body
    path = address.removeprefix("http://localhost:8000")
    public = as_("public")
    assert "Joss Lindqvist" in public.get(path).content.decode()
    answer = public.post(path, {"way": "together", "off": [str(cast.board.pk)]}, follow=True)
    assert "Saved." in answer.content.decode()
    row = TurnedOff.objects.get()
    assert (row.person, row.history.first().history_change_reason) == (
        cast.person("member"),
        "By the link in a mail to them.",
    )


def test_a_mail_programs_own_button_turns_off_what_may_be(allows, cast, as_):
    due(cast.board, [cast.person("member")])
    remind()
    answer = as_("public").post(link(cast.person("member")), {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, TurnedOff.objects.count()) == (200, 1)


def test_an_altered_an_old_and_an_outlived_link_open_nothing(cast, as_, monkeypatch):
    person, public = cast.person("member"), as_("public")
    good = link(person)
    for bad in (f"{good[:-2]}/", good.replace(":", "-"), "/reminders/x/", good[:-3] + "xx/"):
        answer = public.post(bad, {"way": "each"})
        assert (answer.status_code, "This link has ended" in answer.content.decode()) == (410, True)
    cast.member.email = "joss.new@example.org"
    cast.member.save()
    assert public.get(good).status_code == 410, "mail goes elsewhere by now"
    new, real = link(person), timezone.now().timestamp()
    monkeypatch.setattr("django.core.signing.time.time", lambda: real + 91 * 24 * 3600)
    assert public.get(new).status_code == 410, "too old"
    assert not Preference.objects.exists()


def test_the_link_opens_nothing_else(cast, as_):
    public = as_("public")
    public.get(link(cast.person("member")))
    assert public.get("/actions/").status_code == 302
    assert public.get(f"/boards/{cast.board.slug}/actions/").status_code == 404


def test_who_is_nobody_in_the_records_has_no_such_page(as_, cast):
    cast.person("outsider").delete()
    assert as_("outsider").get(PAGE).status_code == 404
    assert as_("public").get(PAGE).status_code == 302


def diary(as_, who="member"):
    as_(who).post("/actions/calendar/make/")
    page = as_(who).get(PAGE).content.decode()
    return page.split('readonly value="http://localhost:8000')[1].split('"')[0]


def events(answer) -> list:
    return list(Calendar.from_ical(answer.content).walk("vevent"))


def test_a_diary_reads_what_is_due_and_moves_with_it(cast, as_):
    action = due(cast.board, [cast.person("member")], days=3)
    address, public = diary(as_), as_("public")
    (event,) = events(public.get(address))
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2025, 10, 16), dt.date(2025, 10, 17))
    assert event["summary"] == f"Due: {action.reference} Survey the quay"
    assert event["url"] == f"http://localhost:8000{action.get_absolute_url()}"
    action.due_date = dt.date(2025, 11, 3)
    action.save()
    (moved,) = events(public.get(address))
    assert (moved["uid"], moved["dtstart"].dt) == (event["uid"], dt.date(2025, 11, 3))
    action.parts.update(state="done")
    assert events(public.get(address)) == []


def test_demand_22_a_diary_has_no_word_of_closed_business(cast, as_):
    action = minuted_action(cast, text="Undisclosed matter")
    action.items.add(create_item(action.meeting, "Moorings", exempt_paragraphs="3", exempt_reason="Price"))
    action.parts.update(person=cast.person("clerk"))
    content = as_("public").get(diary(as_, "clerk")).content.decode()
    assert action.reference in content
    assert "Undisclosed" not in content


def test_the_address_is_made_anew_taken_back_and_not_guessed(cast, as_):
    public, first = as_("public"), diary(as_)
    assert public.get(first).headers["Content-Type"].startswith("text/calendar")
    second = diary(as_)
    assert [public.get(address).status_code for address in (first, second)] == [404, 200]
    for bad in ("/calendar/1-1~x.ics", second.replace("~", ""), second.replace("-", "-1", 1), "/calendar/x.ics"):
        assert public.get(bad).status_code == 404, bad
    assert "opens nothing any more" in as_("member").post("/actions/calendar/take-back/", follow=True).content.decode()
    assert public.get(second).status_code == 404
    assert "no address to take back" in as_("member").post("/actions/calendar/take-back/", follow=True).content.decode()
    assert CalendarFeed.objects.get().history.count() == 3


def test_a_closed_login_closes_the_diary(cast, as_):
    address = diary(as_)
    cast.member.is_active = False
    cast.member.save()
    assert as_("public").get(address).status_code == 404


def test_somebody_without_a_login_has_the_link_that_opens_their_part(cast):
    due(cast.board, [create_person("Cerys Bowen", email="cerys@example.org")])
    remind()
    post()
    assert "http://localhost:8000/owed/" in mail.outbox[0].body
    assert "/boards/" not in mail.outbox[0].body
