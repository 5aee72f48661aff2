"""Partners are written to when they are asked, and reminded while they are silent: counted first, and never twice."""

import datetime as dt

import pytest
from django.core import mail

from boards.models import AskedPartner, AskingLetter
from boards.operations import asked_mail
from boards.operations.access import refresh_partner_access
from boards.operations.asked import remind_partners
from tests.boards.agreed import ASKED, TODAY, create_agreement, day
from tests.worker import do
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def answering(cast):
    """Rhiannon Vale sits for the Council, Joss Lindqvist for the Health Trust; Kirsty Sandhu takes minutes."""
    for partner in (cast.council, cast.health, cast.police):
        refresh_partner_access(partner, on=TODAY)


def written_to() -> list[str]:
    return sorted(do(asked_mail.mail_asked))


def ask(as_, agreement, partners, **more):
    given = {"partners": [one.pk for one in partners], **day("asked_date", TODAY), "tell": "on"} | more
    return as_("clerk").post(f"/agreements/{agreement.pk}/ask/", given)


def test_2_10_those_who_answer_for_a_partner_are_written_to_when_it_is_asked(cast, as_):
    agreement = create_agreement(cast, status="draft", title="Protocol")
    read = ask(as_, agreement, [cast.health, cast.police], body="its board").content.decode()
    assert "An e-mail goes to one person for Health Trust and one person for Police." in read
    assert not AskingLetter.objects.exists(), "it is read through first"
    ask(as_, agreement, [cast.health, cast.police], body="its board", confirmed="yes")
    assert written_to() == sorted([cast.member.email, cast.member_of_another_partner.email])
    letter = next(one for one in mail.outbox if one.to == [cast.member.email])
    assert letter.subject == "Health Trust is asked to agree to Protocol"
    assert "Joss Lindqvist," in letter.body
    assert "It is to be answered by its board." in letter.body
    assert letter.body.count("http") == 1
    assert f"/agreements/{agreement.pk}/partners/{cast.health.slug}/" in letter.body
    assert "Words of clause" not in letter.body
    assert written_to() == []


def test_4_13_what_is_to_be_looked_at_in_the_clauses_is_said_before_they_are_asked(cast, as_):
    agreement = create_agreement(cast, status="draft", clauses=3)
    assert "To look at first" not in ask(as_, agreement, [cast.health]).content.decode()
    agreement.clauses.filter(number="2").delete()
    read = ask(as_, agreement, [cast.health]).content.decode()
    assert "To look at first: (3) follows (1): a number may be missing between them." in read


def test_nobody_is_written_to_unless_asked_for(cast, as_):
    agreement = create_agreement(cast, status="draft")
    read = ask(as_, agreement, [cast.health], tell="").content.decode()
    assert "Nobody is written to" in read
    ask(as_, agreement, [cast.health], tell="", confirmed="yes")
    assert (AskedPartner.objects.count(), written_to()) == (1, [])


def test_a_partner_for_which_nobody_answers_is_named(cast, as_):
    cast.member.is_active = False
    cast.member.save()
    agreement = create_agreement(cast, status="draft")
    read = ask(as_, agreement, [cast.health]).content.decode()
    assert "Nobody who answers for Health Trust can be written to: tell them in another way." in read


@pytest.fixture
def silent(cast):
    """With the Council and the Health Trust for thirty days."""
    return create_agreement(cast)


def remind(as_, agreement, partners, who="clerk", **more):
    return as_(who).post(f"/agreements/{agreement.pk}/remind/", {"partners": [one.pk for one in partners]} | more)


def test_the_silent_are_reminded_after_a_count(cast, as_, silent):
    form = as_("clerk").get(f"/agreements/{silent.pk}/remind/").content.decode()
    assert "Health Trust: silent for 30 days" in form
    read = remind(as_, silent, [cast.health]).content.decode()
    assert "An e-mail goes to one person for Health Trust." in read
    assert cast.member.email in read
    assert written_to() == []
    remind(as_, silent, [cast.health], confirmed="yes")
    assert written_to() == [cast.member.email]
    assert mail.outbox[0].subject == "Health Trust has yet to answer Statement of commitment"
    assert "has not answered yet" in mail.outbox[0].body
    page = as_("clerk").get(f"/agreements/{silent.pk}/partners/{cast.health.slug}/").content.decode()
    assert "Reminded by e-mail on" in page


def test_never_twice(cast, as_, silent):
    remind(as_, silent, [cast.health], confirmed="yes")
    again = remind(as_, silent, [cast.health], confirmed="yes")
    assert again.status_code == 422
    assert "was reminded, meanwhile" in again.content.decode()
    with pytest.raises(Refused, match="not again within seven days"):
        remind_partners(agreement=silent, partners=[cast.health.pk], by=cast.clerk, on=TODAY + dt.timedelta(days=6))
    remind_partners(agreement=silent, partners=[cast.health.pk], by=cast.clerk, on=TODAY + dt.timedelta(days=7))
    assert AskingLetter.objects.count() == 2


def test_who_has_answered_or_answers_for_it_no_more_is_not_written_to(cast, as_, silent):
    remind(as_, silent, [cast.council, cast.health], confirmed="yes")
    silent.adoptions.create(partner=cast.health, answer="agreed", by_body="Board", decided_date=TODAY)
    assert cast.member.email not in written_to()
    remind_page = as_("clerk").get(f"/agreements/{silent.pk}/remind/").content.decode()
    assert "Nobody can be reminded now." in remind_page
    assert "Continue" not in remind_page


def test_a_clause_left_out_is_silence_too(cast, as_, silent):
    clause = silent.clauses.first()
    silent.adoptions.create(partner=cast.health, clause=clause, answer="declined", by_body="B", decided_date=ASKED)
    form = as_("clerk").get(f"/agreements/{silent.pk}/remind/").content.decode()
    assert "Health Trust: silent on the rest for 30 days" in form
    remind(as_, silent, [cast.health], confirmed="yes")
    do(asked_mail.mail_asked)
    assert "has not answered every clause yet" in mail.outbox[0].body


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("member", 403), ("outsider", 404), ("public", 404)])
def test_nobody_else_reminds(cast, as_, silent, who, status):
    assert remind(as_, silent, [cast.health], who=who, confirmed="yes").status_code == status
    assert not AskingLetter.objects.exists()


def test_what_is_not_with_the_partners_is_not_reminded_of(cast, as_, silent):
    silent.status = "review"
    silent.save()
    assert remind(as_, silent, [cast.health], confirmed="yes").status_code == 409


def test_3_8_one_report_is_put_to_two_bodies_with_two_recommendations_and_has_two_outcomes(cast, as_):
    report = create_agreement(cast, title="Post of Director", kind="report", status="draft", clauses=0)
    ask(as_, report, [cast.council], body="Cabinet", recommendation="Create the post.", confirmed="yes")
    ask(as_, report, [cast.health], body="Trust Board", recommendation="Pay half of it.", confirmed="yes")
    form = as_("member").get(f"/agreements/{report.pk}/partners/{cast.health.slug}/answer/").content.decode()
    assert "Recommended to Trust Board:</b> Pay half of it." in form
    for partner, said in ((cast.council, "agreed"), (cast.health, "declined")):
        report.adoptions.create(partner=partner, answer=said, by_body="It", decided_date=TODAY)
    page = as_("clerk").get(report.get_absolute_url()).content.decode()
    for said in ("Council: Cabinet", "Create the post.", "Health Trust: Trust Board", "Pay half of it."):
        assert said in page
    assert "Health Trust has declined: it does not take effect." in page
    change = {**day("asked_date", TODAY), "body": "Trust Board", "recommendation": "Pay a third.", "confirmed": "yes"}
    answer = as_("clerk").post(f"/agreements/{report.pk}/partners/{cast.health.slug}/asked/", change)
    assert answer.status_code == 409
    assert "That stays as it was put." in answer.content.decode()
    assert "Pay a third." in answer.content.decode(), "nothing is lost"
