"""Members are prepared and briefed in advance of a meeting, to find disagreement before it (requirement 1.16 (iii))."""

import datetime as dt

import pytest
from django.core import mail

from meetings.models import Briefed, Briefing
from meetings.operations import briefing as operations
from meetings.operations.briefing_mail import mail_member
from meetings.queries.briefing import recipients
from tests.factories import create_item, create_meeting, create_person, create_seat
from tests.worker import do
from trust.tools.refusal import NotPermitted, why_not

AT = dt.datetime(2030, 10, 1, 9, tzinfo=dt.UTC)
DAY = dt.date(2030, 10, 15)
HERE = "/boards/executive-group/meetings/2030-10-15/briefings/"
SECRET = "The police would lose two posts."


@pytest.fixture
def meeting(cast):
    return create_meeting(cast.board, DAY)


@pytest.fixture
def item(meeting):
    return create_item(meeting, "Short breaks", number="2.1")


def written(cast, meeting, item=None, text="Two options are put.") -> Briefing:
    return operations.write_briefing(meeting=meeting, item=item, text=text, by=cast.clerk)


def sent(cast, meeting, item=None) -> Briefing:
    return operations.send_briefing(briefing=written(cast, meeting, item), by=cast.clerk, at=AT)


def posted() -> list[str]:
    """Write what waits to be written, as the worker would, and answer to whom."""
    return sorted(do(mail_member))


def test_1_16_iii_an_officer_writes_sends_and_each_member_is_told(cast, as_, meeting, item):
    clerk = as_("clerk")
    assert clerk.post(f"{HERE}add/", {"item": item.pk, "text": "Two options are put."}).status_code == 302
    briefing = Briefing.objects.get()
    assert as_("member").get(f"{HERE}{briefing.pk}/").status_code == 404, "a draft is the officers’ and the chair’s"
    assert as_("chair").get(f"{HERE}{briefing.pk}/").status_code == 200
    check = clerk.get(f"{HERE}{briefing.pk}/send/").content.decode()
    assert "Two members can read it" in check
    assert clerk.post(f"{HERE}{briefing.pk}/send/", {"confirmed": "yes"}).status_code == 302
    assert posted() == [cast.chair.email, cast.member.email]
    assert posted() == []
    assert "Two options are put." in as_("member").get(f"{HERE}{briefing.pk}/").content.decode()


def test_1_16_iii_the_mail_says_nothing_of_it(cast, meeting, item):
    sent(cast, meeting, item)
    posted()
    for letter in mail.outbox:
        assert f"{HERE}{Briefing.objects.get().pk}/" in letter.body
        assert not [words for words in ("Short breaks", "options") if words in letter.subject + letter.body]


def test_1_16_iii_a_member_says_what_they_foresee_to_officers_and_chair_alone(cast, as_, meeting, item):
    briefing = sent(cast, meeting, item)
    at = f"{HERE}{briefing.pk}/"
    assert as_("member").post(f"{at}answer/", {"view": "disagrees", "foresees": SECRET}).status_code == 302
    copy = Briefed.objects.get(person=cast.person("member"))
    assert (copy.view, copy.foresees, bool(copy.received_at), copy.entered_by) == ("disagrees", SECRET, True, None)
    another = create_person("Tamsin Oakes", user=cast.outsider.person.user.__class__.objects.create_user("t@x.example"))
    create_seat(cast.board, partner=cast.police, holder=another)
    for who in ("clerk", "chair"):
        assert SECRET in as_(who).get(at).content.decode()
        assert "Would not agree" in as_(who).get(meeting.get_absolute_url()).content.decode()
    colleague = as_("member").__class__()
    colleague.force_login(another.user)
    for address in (at, HERE, meeting.get_absolute_url(), f"/history/meetings.briefed/{copy.pk}/"):
        page = colleague.get(address)
        assert SECRET not in page.content.decode()
        assert "Would not agree" not in page.content.decode()


@pytest.mark.parametrize("view", ["question", "disagrees"])
def test_1_16_iii_a_question_is_put_in_words(cast, as_, meeting, view):
    briefing = sent(cast, meeting)
    page = as_("member").post(f"{HERE}{briefing.pk}/answer/", {"view": view, "foresees": " "})
    assert page.status_code == 422
    assert "Say what it is, so that it can be settled before the meeting." in page.content.decode()
    assert not Briefed.objects.filter(received_at__isnull=False).exists()


def test_1_16_iii_an_officer_enters_it_for_who_has_no_login(cast, as_, meeting):
    bevan = create_person("Bevan Roe", email="bevan@example.org")
    create_seat(cast.board, partner=cast.police, holder=bevan)
    briefing = sent(cast, meeting)
    assert "bevan@example.org" in posted()
    letter = next(letter for letter in mail.outbox if letter.to == ["bevan@example.org"])
    assert "ask Kirsty Sandhu for it" in letter.body
    copy = briefing.briefed.get(person=bevan)
    at = f"{HERE}{briefing.pk}/answers/{copy.pk}/"
    assert as_("clerk").post(at, {"view": "question", "foresees": "From when?"}).status_code == 302
    copy.refresh_from_db()
    assert (copy.view, copy.entered_by) == ("question", cast.clerk)
    for who in ("chair", "member", "member_of_another_partner"):
        assert as_(who).post(at, {"view": "content"}).status_code in (403, 404)


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_1_16_iii_others_find_none_of_it(cast, as_, meeting, who):
    cast.board.visibility = "public"
    cast.board.save()
    briefing = sent(cast, meeting)
    for address in (HERE, f"{HERE}{briefing.pk}/", f"{HERE}{briefing.pk}/answer/", f"{HERE}{briefing.pk}/send/"):
        assert as_(who).get(address).status_code == 404
    assert "Briefing" not in as_(who).get(meeting.get_absolute_url()).content.decode()


@pytest.mark.parametrize("section", [False, True])
def test_1_16_iii_of_a_restricted_item_only_its_partners_know(cast, as_, meeting, section):
    closed = create_item(meeting, "Prices", number="3.0", is_section=section, restricted_reason="A tender.")
    closed.restricted_to.set([cast.council])
    item = create_item(meeting, "Offers", number="3.1", section=closed) if section else closed
    briefing = sent(cast, meeting, item)
    assert [copy.person.name for copy in briefing.briefed.all()] == ["Rhiannon Vale"]
    assert as_("member").get(f"{HERE}{briefing.pk}/").status_code == 404
    assert "Prices" not in as_("member").get(HERE).content.decode()


def test_1_16_iii_of_an_exempt_item_only_those_entitled_know(cast, meeting):
    bevan = create_person("Bevan Roe")
    create_seat(cast.board, partner=cast.police, holder=bevan, membership="attendee")
    item = create_item(meeting, "Prices", number="3.1", exempt_paragraphs="3", exempt_reason="A tender.")
    assert {person.name for person, _ in recipients(written(cast, meeting))} >= {"Bevan Roe"}
    assert "Bevan Roe" not in {person.name for person, _ in recipients(written(cast, meeting, item))}


def test_1_16_iii_who_takes_a_seat_later_is_sent_it_too(cast, as_, meeting):
    briefing = sent(cast, meeting)
    said = "Every member who may read it has it already."
    assert why_not(operations.send_briefing, briefing=briefing, by=cast.clerk, at=AT) == said
    create_seat(cast.board, partner=cast.police, holder=create_person("Bevan Roe"))
    assert "Send it to them too" in as_("clerk").get(f"{HERE}{briefing.pk}/").content.decode()
    operations.send_briefing(briefing=briefing, by=cast.clerk, at=AT)
    assert briefing.briefed.count() == 3


def test_1_16_iii_what_is_sent_stands_and_a_draft_can_go(cast, meeting):
    briefing = sent(cast, meeting)
    stands = "This briefing is sent, and stands as members have it. Write another one."
    change = {"briefing": briefing, "item": None, "text": "Other words.", "by": cast.clerk}
    assert why_not(operations.change_briefing, **change) == stands
    assert why_not(operations.remove_briefing, briefing=briefing, by=cast.clerk) == stands
    draft = written(cast, meeting)
    operations.remove_briefing(briefing=draft, by=cast.clerk)
    assert Briefing.objects.count() == 1


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("preparing", "Call the meeting first: its members do not know of it yet."),
        ("held", "This meeting was held, so nobody can be prepared for it any more."),
        ("cancelled", "This meeting is cancelled, so nobody is prepared for it."),
    ],
)
def test_1_16_iii_in_advance_or_not_at_all(cast, meeting, state, said):
    briefing = written(cast, meeting)
    meeting.state = state
    meeting.save()
    assert why_not(operations.send_briefing, briefing=briefing, by=cast.clerk, at=AT) == said


def test_1_16_iii_nobody_answers_for_another(cast, meeting):
    briefing = sent(cast, meeting)
    copy = briefing.briefed.get(person=cast.person("chair"))
    with pytest.raises(NotPermitted):
        operations.answer_briefing(briefed=copy, view="content", foresees="", by=cast.member, at=AT)


def test_1_16_iii_it_waits_on_the_home_page_until_it_is_received(cast, as_, meeting):
    briefing = sent(cast, meeting)
    assert "Read the briefing for Executive Group" in as_("member").get("/").content.decode()
    copy = briefing.briefed.get(person=cast.person("member"))
    operations.answer_briefing(briefed=copy, view="content", foresees="", by=cast.member, at=AT)
    assert "Read the briefing" not in as_("member").get("/").content.decode()
