"""Employment by a partner that an item pays or judges is proposed as an interest, and never made (habit H6)."""

import pytest

from boards.models import Partner
from meetings.models import Decision, Declaration, SetAside, SpendingLine
from meetings.queries.interest import proposed_declarations
from meetings.rules import interest as rules
from meetings.rules.edition import OPEN, WHOLE
from tests.factories import create_block, create_item, create_minutes
from tests.meetings.minuted import create_with_items, row

pytestmark = pytest.mark.django_db
PAGE = "/boards/executive-group/meetings/2025-10-14/declarations/"
CAST = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]
SENTENCE = "Joss Lindqvist works for Northshire Health Trust, which item 2 pays or judges."


@pytest.fixture
def meeting(cast):
    meeting = create_with_items(cast, "1", "2", "3")
    meeting.items.get(number="2").concerns.add(cast.health)
    return meeting


def proposed(meeting, *, sight=WHOLE):
    return [one.sentence for one in proposed_declarations(meeting, sight=sight)]


def asked(meeting, cast, **fields):
    return {"attendance": row(meeting).pk, "partner": cast.health.pk, "consequence": "left"} | fields


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("That £34,000 be paid to the Health Trust.", True),
        ("That Northshire Health Trust receive 34k.", True),
        ("That 2 million go to the Health Trust.", True),
        ("That the Health Trust be thanked.", False),
        ("That £34,000 be set aside.", False),
        ("That £34,000 go to the Health Trusts’ league.", False),
    ],
)
def test_h6_an_allocation_by_the_look_of_it(text, tells):
    partner = Partner(name="Northshire Health Trust", short_name="Health Trust")
    assert rules.tells_of_money_for(text, partner) is tells


def test_h6_whoever_works_for_a_partner_concerned_is_asked(meeting):
    assert proposed(meeting) == [SENTENCE]


def test_h6_money_in_a_decision_is_noticed(cast, meeting):
    block = create_block(create_minutes(meeting), meeting.items.get(number="3"), "The lease be paid.", kind="decision")
    decision = Decision.objects.create(block=block, kind="resolved")
    SpendingLine.objects.create(decision=decision, partner=cast.health, amount_pence=100)
    plural = "Joss Lindqvist works for Northshire Health Trust, which items 2 and 3 pay or judge."
    assert proposed(meeting) == [plural]


def test_h6_nobody_is_asked_who_is_away_or_declared_it(cast, meeting):
    meeting.attendances.filter(name="Joss Lindqvist").update(status="apologies")
    assert proposed(meeting) == []
    meeting.attendances.filter(name="Joss Lindqvist").update(status="present")
    declared = row(meeting).declarations.create(meeting=meeting, kind="personal", interest="A cousin bids.")
    declared.items.add(meeting.items.get(number="1"))
    assert proposed(meeting) == [SENTENCE]
    declared.items.clear()
    assert proposed(meeting) == []


def test_h6_it_is_proposed_and_the_officer_puts_it_down(as_, cast, meeting):
    assert SENTENCE in as_("clerk").get(PAGE).content.decode()
    assert SENTENCE not in as_("member").get(PAGE).content.decode()
    assert not Declaration.objects.exists()
    posted = [as_(who).post(f"{PAGE}proposed/", asked(meeting, cast)).status_code for who in reversed(CAST)]
    assert posted == [404, 404, 404, 403, 403, 302]
    declared = Declaration.objects.get()
    assert (declared.kind, declared.interest, declared.consequence, declared.movements.count()) == (
        "employment", "Employed by Northshire Health Trust.", "left", 1
    )  # fmt: skip
    again = as_("clerk").post(f"{PAGE}proposed/", asked(meeting, cast))
    assert (again.status_code, Declaration.objects.count()) == (409, 1)


def test_h6_what_is_no_interest_is_not_proposed_again_for_that_item(as_, cast, meeting):
    posted = [as_(who).post(f"{PAGE}proposed/none/", asked(meeting, cast)).status_code for who in reversed(CAST)]
    assert posted == [404, 404, 404, 403, 403, 302]
    assert (proposed(meeting), SetAside.objects.get().by, Declaration.objects.count()) == ([], cast.clerk, 0)
    meeting.items.get(number="1").concerns.add(cast.health)
    assert proposed(meeting) == [SENTENCE.replace("item 2", "item 1")]


@pytest.mark.parametrize("form", [{}, {"attendance": "x"}, {"partner": "0"}])
def test_a_proposal_that_is_none_is_refused_in_words(as_, cast, meeting, form):
    given = (asked(meeting, cast) | form) if form else {}
    for way in ("proposed/", "proposed/none/"):
        assert as_("clerk").post(f"{PAGE}{way}", given).status_code == 409
    assert not Declaration.objects.exists()


def test_nothing_of_an_exempt_item_is_proposed_to_who_may_not_know_of_it(cast, meeting):
    secret = create_item(meeting, "Prices", number="4", exempt_paragraphs="3", exempt_reason="Prices.")
    secret.concerns.add(cast.council)
    assert len(proposed(meeting)) == 3
    assert proposed(meeting, sight=OPEN) == [SENTENCE]


def test_h6_the_agenda_says_which_partners_an_item_pays_or_judges(as_, cast, meeting):
    item = meeting.items.get(number="1")
    address = f"/boards/executive-group/meetings/2025-10-14/agenda/{item.pk}/"
    assert "Partners that this item pays or judges" in as_("clerk").get(address).content.decode()
    form = {"title": item.title, "purpose": "decision", "concerns": [cast.council.pk], "state": "open"}
    assert as_("clerk").post(address, form).status_code == 302
    assert list(item.concerns.all()) == [cast.council]
    as_("clerk").post("/boards/executive-group/meetings/2025-10-14/agenda/add/", form | {"title": "New"})
    assert list(meeting.items.get(title="New").concerns.all()) == [cast.council]
