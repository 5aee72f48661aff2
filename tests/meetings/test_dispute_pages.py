"""A dispute at a screen, and a board's register of them (requirement 1.16 (vii), (viii))."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.models import Decision, Dispute, Minutes
from tests.meetings.minuted import HERE
from tests.meetings.spending import create_decision, create_line
from tests.meetings.test_money_pages import confirmed, disputed, place

__all__ = ["disputed"]
TODAY = {"day": "1", "month": "11", "year": "2025"}


def day(name, date):
    return {f"{name}_day": date.day, f"{name}_month": date.month, f"{name}_year": date.year}


def at(line, what=""):
    return place(line.decision, f"dispute/{what}")


def test_the_clerk_names_negotiators_and_sets_a_day(as_, cast, disputed):
    put = {"person": cast.person("chair").pk, "role": "Director of Children’s Services", "partner": cast.health.pk}
    confirmed(as_("clerk"), at(disputed, "negotiators/add/"), put)
    confirmed(as_("clerk"), at(disputed, "negotiators/add/"), {"name": "Ann Other", "role": "Portfolio holder"})
    closes = timezone.localdate() + dt.timedelta(days=30)
    page = confirmed(as_("clerk"), at(disputed, "closes/"), day("closes_date", closes)).content.decode()
    for said in ("Rhiannon Vale", "Director of Children’s Services", "Ann Other", "to be settled by"):
        assert said in page
    one = disputed.decision.dispute.negotiators.get(name="Ann Other")
    as_("clerk").post(at(disputed, f"negotiators/{one.pk}/remove/"))
    assert "Ann Other" not in as_("member").get(at(disputed)).content.decode()


def test_an_act_on_a_dispute_says_where_it_is(as_, disputed):
    for what, above in (("closes/", "The dispute"), ("negotiators/add/", "The decision")):
        page = as_("clerk").get(at(disputed, what)).content.decode()
        crumbs = page.split('aria-label="Breadcrumb"')[1].split("</nav>")[0]
        assert f">{above}</a>" in crumbs
        assert "Executive Group" in crumbs


def test_a_group_is_consulted_and_answers(as_, disputed):
    put = {"body": "A stakeholders’ group"} | day("asked_date", dt.date(2025, 11, 3))
    confirmed(as_("clerk"), at(disputed, "consultations/add/"), put)
    one = disputed.decision.dispute.consultations.get()
    reply = {"reply": "Spend half of it."} | day("replied_date", dt.date(2025, 11, 10))
    page = confirmed(as_("clerk"), at(disputed, f"consultations/{one.pk}/"), reply).content.decode()
    assert "Spend half of it." in page
    assert "answered on 10 November 2025" in page


def test_it_lapses_and_is_opened_again(as_, disputed):
    Dispute.objects.update(closes_date=dt.date(2025, 11, 1))
    assert "say how it ended, or give another day" in as_("clerk").get(at(disputed)).content.decode()
    put = {"state": "lapsed", "words": "Nobody moved."} | day("on", dt.date(2025, 11, 3))
    page = confirmed(as_("clerk"), at(disputed, "end/"), put).content.decode()
    assert "the dispute ended without agreement on 3 November 2025. Nobody moved." in page
    again = confirmed(as_("clerk"), at(disputed, "open-again/"), {"reason": "They talk again."}).content.decode()
    assert "Open since 14 October 2025" in again


def test_one_that_has_ended_promises_nothing_more(as_, disputed):
    Dispute.objects.update(closes_date=dt.date(2025, 11, 1))
    assert "will be listed here" in as_("clerk").get(at(disputed)).content.decode()
    put = {"state": "lapsed", "words": "Nobody moved."} | day("on", dt.date(2025, 11, 3))
    page = confirmed(as_("clerk"), at(disputed, "end/"), put).content.decode()
    assert "will be listed here" not in page
    for said in ("Nobody was named to negotiate.", "No board or group was asked for its view."):
        assert said in page


def test_what_is_recorded_without_an_owner_s_agreement_leads_to_its_dispute(as_, cast):
    decision = create_decision(cast)
    create_line(decision, cast.health)
    Decision.objects.filter(pk=decision.pk).update(by_consensus=True)
    page = as_("clerk").post(f"{HERE}items/{decision.block.item_id}/decide/", follow=True).content.decode()
    assert Dispute.objects.get().decision == decision
    assert f'href="{place(decision, "dispute/")}"' in page


def test_it_does_not_end_in_words_while_an_owner_has_not_agreed(as_, disputed):
    put = {"state": "agreed", "words": "All agreed."} | day("on", dt.date(2025, 11, 3))
    answer = as_("clerk").post(at(disputed, "end/"), put)
    assert answer.status_code == 409
    assert "must agree to spend the money first" in answer.content.decode()
    assert "All agreed." in answer.content.decode(), "nothing is lost"


def test_the_register_of_a_board(as_, disputed):
    page = as_("member").get("/boards/executive-group/disputes/").content.decode()
    assert "One dispute" in page
    assert "Northshire Health Trust" in page
    assert (
        "No dispute is like this."
        in as_("member").get("/boards/executive-group/disputes/?state=lapsed").content.decode()
    )
    sheet = as_("member").get("/boards/executive-group/disputes.csv").content.decode("utf-8-sig")
    assert '"£162,000",Open,2025-10-14' in sheet
    assert as_("member").get("/boards/executive-group/disputes.xlsx").status_code == 200


def test_an_empty_register_says_what_would_be_there(as_):
    assert "There has been none." in as_("member").get("/boards/executive-group/disputes/").content.decode()


@pytest.mark.parametrize("who", ["member", "chair"])
def test_members_read_it_and_have_no_acts(as_, disputed, who):
    page = as_(who).get(at(disputed)).content.decode()
    assert "Northshire Health Trust" in page
    assert "Name a negotiator" not in page
    before = Dispute.history.count()
    assert as_(who).post(at(disputed, "closes/"), day("closes_date", dt.date(2030, 1, 1))).status_code == 403
    assert Dispute.history.count() == before


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_strangers_find_no_dispute(as_, disputed, who):
    for address in (at(disputed), "/boards/executive-group/disputes/", "/boards/executive-group/disputes.csv"):
        assert as_(who).get(address).status_code in (302, 404)


def test_exempt_business_is_not_in_the_register(as_, cast, disputed):
    item = disputed.decision.block.item
    item.exempt_paragraphs, item.exempt_reason = "3", "Prices."
    item.save()
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    page = as_("member").get("/boards/executive-group/disputes/").content.decode()
    assert "parents’ forum" not in page
    assert as_("member").get(at(disputed)).status_code == 404


def test_a_draft_is_not_read_by_members_in_the_register(as_, disputed):
    Minutes.objects.update(state=Minutes.State.DRAFT)
    for kind in ("/", ".csv"):
        address = f"/boards/executive-group/disputes{kind}"
        assert "162,000" not in as_("member").get(address).content.decode()
        assert "162,000" in as_("clerk").get(address).content.decode()


def test_home_says_who_is_to_answer_and_which_dispute_is_overdue(as_, disputed):
    assert "Answer on £162,000 of Health Trust money" in as_("member").get("/").content.decode()
    assert "£162,000" not in as_("clerk").get("/").content.decode()
    Dispute.objects.update(closes_date=dt.date(2025, 11, 1))
    assert "Say how the dispute on 2.1 The parents’ forum ended" in as_("clerk").get("/").content.decode()
    assert "Say how" not in as_("member").get("/").content.decode()
