"""The money of a decision at a screen: written down, answered for, disputed (requirement 1.16)."""

import pytest

from meetings.models import Condition, Consent, Decision, DelegationUse, Dispute, SpendingLine
from meetings.operations.dispute import follow_outcome
from meetings.queries.minutes import minutes_document
from meetings.queries.outcome import standing
from tests.meetings.minuted import HELD, HERE
from tests.meetings.spending import LATER, create_consent, create_decision, create_line, row_of

FORUM = {"amount": "162k", "purpose": "The forum"}
LETTER = {"on_day": "3", "on_month": "11", "on_year": "2025", "words": "By letter."}


def place(decision, what=""):
    return f"{HERE}decisions/{decision.block.key}/{what}"


@pytest.fixture
def decision(cast):
    return create_decision(cast)


@pytest.fixture
def disputed(cast):
    """A line of the Health Trust’s money; the status quo recorded, circulated, the dispute open."""
    words = "The status quo remains: Northshire Health Trust has not agreed."
    decision = create_decision(cast, state="circulated", outcome="status_quo", outcome_words=words)
    line = create_line(decision, cast.health)
    follow_outcome(decision=decision, by=cast.clerk, on=HELD)
    return line


def confirmed(client, at, put):
    """Read through, then done: the page that follows."""
    through = client.post(at, put)
    assert through.status_code == 200, through.content.decode()
    assert "What happens next" in through.content.decode()
    return client.post(at, put | {"confirmed": "yes"}, follow=True)


def test_the_sum_that_the_words_name_is_proposed(as_, decision):
    page = as_("clerk").get(place(decision)).content.decode()
    assert "Write down £162,000" in page
    form = as_("clerk").get(place(decision, "money/add/?amount=%C2%A3162%2C000")).context["form"]
    assert form["amount"].value() == "£162,000"


def test_the_clerk_writes_down_whose_money_it_is(as_, cast, decision):
    answer = as_("clerk").post(place(decision, "money/add/"), FORUM | {"partner": cast.health.pk}, follow=True)
    assert "£162,000" in answer.content.decode()
    assert "stated as £162k" in answer.content.decode()
    line = SpendingLine.objects.get()
    change = place(decision, f"money/{line.pk}/")
    as_("clerk").post(change, FORUM | {"amount": "£100", "partner": cast.council.pk})
    assert SpendingLine.objects.get().amount_pence == 10_000
    as_("clerk").post(place(decision, f"money/{line.pk}/remove/"))
    assert not SpendingLine.objects.exists()


@pytest.mark.parametrize(
    ("put", "sentence"),
    [
        ({"amount": ""}, "Fill in “How much”."),
        ({"amount": "lots"}, "Enter an amount in pounds, such as 162,000 or 162k."),
        ({"partner": ""}, "Choose “Whose money”."),
    ],
)
def test_what_is_not_money_is_asked_for_again(as_, cast, decision, put, sentence):
    answer = as_("clerk").post(place(decision, "money/add/"), FORUM | {"partner": cast.health.pk} | put)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "The forum" in answer.content.decode(), "nothing is lost"


def test_its_answer_in_the_room_is_entered(as_, cast, decision):
    line = create_line(decision, cast.health)
    at = place(decision, f"consent/{cast.health.slug}/")
    assert "Rhiannon Vale" not in as_("clerk").get(at).content.decode(), "she sits for the Council"
    put = {f"line_{line.pk}": "agreed", "how": "there", "attendance": row_of(decision).pk}
    page = confirmed(as_("clerk"), at, put).content.decode()
    assert "Joss Lindqvist, at the meeting, 14 October 2025" in page
    assert "Change" not in page.split("Its answer</th>")[1].split("</table>")[0], "what is answered on stays"


def test_an_answer_without_who_is_asked_for_again(as_, cast, decision):
    line = create_line(decision, cast.health)
    at, put = place(decision, f"consent/{cast.health.slug}/"), {f"line_{line.pk}": "agreed"}
    assert "Choose who said so at the meeting." in as_("clerk").post(at, put | {"how": "there"}).content.decode()
    written = as_("clerk").post(at, put | {"how": "writing", "words": "By letter."})
    assert written.status_code == 422
    assert "Choose who wrote for the partner." in written.content.decode()
    assert "By letter." in written.content.decode()


def test_1_16_vii_what_came_in_writing_is_entered_and_marked_so(as_, cast, disputed):
    at = place(disputed.decision, f"consent/{cast.health.slug}/")
    put = {f"line_{disputed.pk}": "agreed", "person": cast.person("member").pk} | LETTER
    page = confirmed(as_("clerk"), at, put).content.decode()
    assert "It stands since 3 November 2025, when Northshire Health Trust agreed." in page
    assert "Joss Lindqvist, in writing, 3 November 2025" in page
    assert Dispute.objects.get().state == "agreed"


def test_1_16_vi_a_representative_signs_in_and_answers(as_, cast, disputed):
    asked = as_("member").get("/consents/").content.decode()
    assert "£162,000 of Northshire Health Trust’s money" in asked
    at = f"/consents/{disputed.decision.block.key}/{cast.health.slug}/"
    assert "The status quo remains" in as_("member").get(at).content.decode()
    confirmed(as_("member"), at, {f"line_{disputed.pk}": "agreed"})
    consent = Consent.objects.get()
    assert (consent.person, consent.recorded_by) == (cast.person("member"), cast.member)
    assert "Agreed" in as_("member").get("/consents/").content.decode()


def test_an_answer_says_where_it_is(as_, cast, disputed):
    page = as_("member").get(f"/consents/{disputed.decision.block.key}/{cast.health.slug}/").content.decode()
    crumbs = page.split('aria-label="Breadcrumb"')[1].split("</nav>")[0]
    assert 'href="/consents/">Money you are asked about</a>' in crumbs


@pytest.mark.parametrize("who", ["clerk", "chair", "member_of_another_partner", "outsider", "public"])
def test_nobody_else_is_asked(as_, cast, disputed, who):
    at = f"/consents/{disputed.decision.block.key}/{cast.health.slug}/"
    answers = [as_(who).get(at), as_(who).post(at, {f"line_{disputed.pk}": "agreed", "confirmed": "yes"})]
    assert {answer.status_code for answer in answers} == {404}
    if who != "public":
        assert "£162,000" not in as_(who).get("/consents/").content.decode()
    assert not Consent.objects.exists()


def test_1_16_vi_whoever_takes_the_minutes_does_not_answer_for_the_partner_they_work_for(as_, cast, disputed):
    line = create_line(disputed.decision, cast.council)
    at = f"/consents/{disputed.decision.block.key}/{cast.council.slug}/"
    assert as_("clerk").post(at, {f"line_{line.pk}": "agreed", "confirmed": "yes"}).status_code == 404
    assert "You answer for" not in as_("clerk").get("/consents/").content.decode()
    written = as_("clerk").get(place(disputed.decision, f"consent/{cast.council.slug}/")).content.decode()
    assert "Rhiannon Vale" in written
    assert ">Kirsty Sandhu" not in written.split("<form")[1]
    confirmed(as_("chair"), at, {f"line_{line.pk}": "agreed"})
    assert Consent.objects.get().person == cast.person("chair")


def test_1_16_vi_nor_in_the_room(as_, cast, decision):
    line = create_line(decision, cast.council)
    put = {f"line_{line.pk}": "agreed", "how": "there", "attendance": row_of(decision, "Kirsty Sandhu").pk}
    assert as_("clerk").post(place(decision, f"consent/{cast.council.slug}/"), put).status_code == 422
    assert not Consent.objects.exists()


def test_exempt_money_is_asked_of_those_entitled_alone(as_, cast, disputed):
    item = disputed.decision.block.item
    item.exempt_paragraphs, item.exempt_reason = "3", "Prices."
    item.save()
    at = f"/consents/{disputed.decision.block.key}/{cast.health.slug}/"
    assert as_("member").get(at).status_code == 200
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    assert as_("member").get(at).status_code == 404
    assert "£162,000" not in as_("member").get("/consents/").content.decode()


def test_before_it_is_recorded_nobody_is_asked(as_, cast, decision):
    create_line(decision, cast.health)
    assert "Health Trust’s money" not in as_("member").get("/consents/").content.decode()


def test_members_read_the_money_and_have_no_acts(as_, disputed):
    page = as_("member").get(place(disputed.decision)).content.decode()
    assert "£162,000" in page
    assert "Enter its answer" not in page
    assert as_("member").get(place(disputed.decision, "money/add/")).status_code == 403


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
@pytest.mark.parametrize("what", ["", "money/", "dispute/", "conditions/add/", "uses/add/", "delegation/"])
def test_others_find_nothing(as_, disputed, who, what):
    assert as_(who).get(place(disputed.decision, what)).status_code in (302, 404)


def test_0_10_a_condition_is_written_answered_and_taken_back(as_, cast, decision):
    put = {"body": "The Executive Board", "effect": "at the end of April"}
    as_("clerk").post(place(decision, "conditions/add/"), put)
    decision.refresh_from_db()
    assert decision.subject_to == "the agreement of the Executive Board, to take effect at the end of April"
    at = place(decision, f"conditions/{Condition.objects.get().pk}/")
    answered = {"answer": "agreed", "on_day": "3", "on_month": "11", "on_year": "2025"}
    assert "Agreed on 3 November 2025" in confirmed(as_("clerk"), f"{at}answer/", answered).content.decode()
    page = confirmed(as_("clerk"), f"{at}take-back/", {"reason": "Another item was meant."})
    assert "No answer yet" in page.content.decode()


def test_a_delegated_power_and_its_uses(as_, decision):
    power = {"to": "The Director", "consulted": "the chair", "scope": "The price"}
    as_("clerk").post(place(decision, "delegation/"), power)
    assert Decision.objects.get().delegated_to == "The Director"
    used = {"by_whom": "The Director", "what": "£5", "on_day": "3", "on_month": "11", "on_year": "2025"}
    page = confirmed(as_("clerk"), place(decision, "uses/add/"), used).content.decode()
    assert "Without consulting the chair." in page
    use = DelegationUse.objects.get()
    confirmed(as_("clerk"), place(decision, f"uses/{use.pk}/take-away/"), {"reason": "Entered twice."})
    assert not DelegationUse.objects.exists()


def test_the_list_of_what_is_asked_as_files(as_, cast, disputed):
    sheet = as_("member").get("/consents.csv").content.decode("utf-8-sig")
    assert "Northshire Health Trust,Executive Group,2025-10-14," in sheet
    assert as_("member").get("/consents.xlsx").status_code == 200
    assert as_("member").get("/consents.pdf").status_code == 404
    create_consent(cast, disputed, date=HELD)
    assert "Health Trust,Exec" not in as_("member").get("/consents.csv?only=waiting").content.decode()


def test_without_a_partner_the_list_says_so(as_):
    assert "You represent no partner" in as_("outsider").get("/consents/").content.decode()


def test_a_recorded_decision_s_money_stays(as_, cast, disputed):
    put = FORUM | {"partner": cast.health.pk}
    answer = as_("clerk").post(place(disputed.decision, "money/add/"), put)
    assert answer.status_code == 409
    assert "is recorded: its money is part of that" in answer.content.decode()
    assert not standing(disputed.decision).stands


def test_the_minutes_tell_whose_money_and_who_agreed_there(cast, decision):
    """What comes in writing later is told beside the decision: approved minutes do not change by it."""
    create_consent(cast, create_line(decision, cast.health, purpose="Rent"), date=HELD, attendance=row_of(decision))
    create_consent(cast, create_line(decision, cast.council), date=LATER)
    document = minutes_document(decision.block.item.meeting, edition="full", with_exempt=True)
    details = document.items[0].blocks[0].decision.details
    assert "£162,000 from Northshire Health Trust (Rent): agreed by Joss Lindqvist." in details
    assert "£162,000 from Northshire County Council." in details
