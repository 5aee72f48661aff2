"""The second notice of a meeting in private, with what was said against it (DOMAIN rule 20, SI 2012/2089 reg 5)."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.models import KeyDecisionNotice, Representation, SecondNotice
from meetings.rules.second_notice import amiss, check_can_publish_second, is_late, last_day_for_it
from tests.factories import create_item
from tests.meetings.neighbours import create_prepared, in_days
from trust.tools.refusal import why_not

#: A Tuesday; the five clear days before it are Monday, Friday, Thursday, Wednesday, Tuesday.
HELD, LAST, PAST = dt.date(2026, 6, 16), dt.date(2026, 6, 8), dt.date(2026, 6, 17)
OUT = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
ANSWERED, OPEN = Representation(response="No."), Representation(received_from="A resident")


def notice_of(**fields: object) -> KeyDecisionNotice:
    put = {"matter": "A contract", "expected_date": HELD, "is_private": True, "published_at": OUT}
    return KeyDecisionNotice(**put | fields)


def second_of(**fields: object) -> SecondNotice:
    return SecondNotice(**{"meeting_date": HELD, "reason": "Prices.", "published_at": OUT} | fields)


LATE = {"late_reason": "The roof fell in.", "agreed_by": "Tomos Bevan, chair of scrutiny"}


@pytest.mark.parametrize(
    ("notice", "before", "given", "received", "on", "refusal"),
    [
        pytest.param(notice_of(), None, second_of(), [ANSWERED], LAST, "", id="in time, all answered"),
        pytest.param(notice_of(), None, second_of(), [], LAST, "", id="none received"),
        pytest.param(notice_of(), None, second_of(), [OPEN], LAST, "Write the response", id="one not answered"),
        pytest.param(notice_of(), None, second_of(), [], dt.date(2026, 6, 9), "Five clear days before", id="late"),
        pytest.param(notice_of(), None, second_of(**LATE), [], dt.date(2026, 6, 9), "", id="late, with who agreed"),
        pytest.param(notice_of(), second_of(), second_of(), [], LAST, "The second notice is published", id="twice"),
        pytest.param(notice_of(is_private=False), None, second_of(), [], LAST, "This notice is of no", id="open"),
        pytest.param(notice_of(published_at=None), None, second_of(), [], LAST, "Publish the notice first", id="draft"),
        pytest.param(notice_of(withdrawn_at=OUT), None, second_of(), [], LAST, "This notice is withdrawn", id="gone"),
        pytest.param(notice_of(), None, second_of(), [], PAST, "The day of the meeting is past", id="past"),
        pytest.param(notice_of(), None, second_of(reason=" "), [], LAST, "Say why the meeting", id="no reason"),
    ],
)
def test_domain_20_when_a_second_notice_can_be_published(notice, before, given, received, on, refusal):
    said = why_not(check_can_publish_second, notice, before, given, received, on=on)
    assert said.startswith(refusal) if refusal else said == ""


def test_domain_20_five_clear_days_are_working_days():
    assert last_day_for_it(HELD) == LAST
    assert (is_late(LAST, HELD), is_late(LAST + dt.timedelta(days=1), HELD)) == (False, True)


@pytest.mark.parametrize(
    ("second", "on", "said"),
    [
        (None, LAST, "has no second notice: publish it by 8 June 2026"),
        (None, dt.date(2026, 6, 10), "it is late, for it had to be published by 8 June 2026"),
        (second_of(meeting_date=dt.date(2026, 6, 23)), LAST, "its second notice is of a meeting on 23 June 2026"),
        (second_of(), LAST, ""),
    ],
)
def test_domain_20_the_officer_is_told_what_is_late_or_absent(second, on, said):
    assert said in amiss(notice_of(), second, HELD, "Item 5", on=on)


@pytest.fixture
def notice(cast):
    """A published notice of an exempt item of a meeting in thirty days, of a board that anybody may know of."""
    cast.board.visibility = "public"
    cast.board.save()
    cast.board.terms.update(is_executive=True)
    meeting = create_prepared(cast.board, days=30)
    item = create_item(meeting, "Schools", number="5", exempt_paragraphs="3", exempt_reason="Prices.")
    put = {"matter": "A contract for schools", "expected_date": meeting.date, "private_reason": "Bids."}
    out = {"is_private": True, "published_at": timezone.now(), "published_by": cast.clerk}
    return KeyDecisionNotice.objects.create(board=cast.board, item=item, **put, **out)


def at(notice: KeyDecisionNotice) -> str:
    return f"/boards/executive-group/key-decisions/{notice.pk}/"


def day(name: str, days: int) -> dict[str, int]:
    when = in_days(days)
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


SAID = {"received_from": "A resident of Westmere", "text": "It is our money."}


@pytest.mark.django_db
def test_domain_20_representations_are_the_officers_until_the_second_notice_gives_them(cast, as_, notice):
    clerk = as_("clerk")
    clerk.post(f"{at(notice)}representations/add/", SAID | day("received_date", 0))
    assert "waits for one response" in clerk.get(at(notice)).content.decode()
    assert "It is our money." not in as_("public").get(at(notice)).content.decode()
    put = {"reason": "Bids.", "confirmed": "yes"} | day("meeting_date", 30)
    assert clerk.post(f"{at(notice)}second/", put).status_code == 409
    one = notice.representations.get()
    clerk.post(
        f"{at(notice)}representations/{one.pk}/change/",
        SAID | {"response": "The sum is published."} | day("received_date", 0),
    )
    clerk.post(f"{at(notice)}second/", put)
    for who in ("public", "member", "member_of_another_partner"):
        page = as_(who).get(at(notice)).content.decode()
        assert "It is our money." in page
        assert "The sum is published." in page
        assert "Write the response" not in page
    assert clerk.post(f"{at(notice)}representations/add/", SAID | day("received_date", 0)).status_code == 409


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "public"])
def test_domain_20_only_the_officers_put_down_and_publish(cast, as_, notice, who):
    put = SAID | {"reason": "Bids.", "confirmed": "yes"} | day("meeting_date", 30) | day("received_date", 0)
    for act in ("representations/add/", "second/"):
        assert as_(who).post(f"{at(notice)}{act}", put).status_code in (302, 403)
    assert not SecondNotice.objects.exists()
    assert not Representation.objects.exists()


@pytest.mark.django_db
def test_domain_20_what_is_absent_is_said_before_the_agenda_goes_out(cast, as_, notice):
    meeting = notice.item.meeting
    check = as_("clerk").get(f"{meeting.get_absolute_url()}call/").content.decode()
    assert "5 Schools is to be taken in private, and has no second notice" in check
    assert "has no second notice" in as_("clerk").get(meeting.get_absolute_url()).content.decode()
    assert "second notice" not in as_("chair").get(meeting.get_absolute_url()).content.decode()
    notice.is_private, notice.private_reason = False, ""
    notice.save()
    check = as_("clerk").get(f"{meeting.get_absolute_url()}call/").content.decode()
    assert "5 Schools is exempt, and no notice says" in check


@pytest.mark.django_db
def test_domain_20_the_second_notice_repeats_no_words_of_closed_business(cast, as_, notice):
    notice.item.text = "The lowest bid came from Harbour Builders of Eskerdale."
    notice.item.save()
    put = {"reason": "The lowest bid came from Harbour Builders of Eskerdale.", "confirmed": "yes"}
    answer = as_("clerk").post(f"{at(notice)}second/", put | day("meeting_date", 30))
    assert answer.status_code == 409
    assert "say it in other words" in answer.content.decode()
    assert not SecondNotice.objects.exists()
