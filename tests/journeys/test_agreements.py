"""A partner’s governance officer answers a statement of commitment, and everybody reads who has agreed (issue 5 §4)."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from boards.models import Delegation
from boards.operations.access import refresh_partner_access
from boards.queries.agreements import read_on
from tests.boards.agreed import ASKED, TODAY, create_agreement
from tests.factories import create_person, create_user
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
BEFORE = ASKED + dt.timedelta(days=1)


@pytest.fixture
def governance(cast):
    """Nia Corrie looks after what the Health Trust owes, and sits on no board."""
    user = create_user("nia@example.org")
    nia = create_person("Nia Corrie", partner=cast.health, post="Governance Manager", user=user)
    nia.posts.update(manages_partner=True)
    power = {"from_body": "Trust Board", "to_post": "Director of Strategy", "in_consultation_with": "the chair"}
    Delegation.objects.create(partner=cast.health, scope="Amendments", from_date=ASKED, **power)
    refresh_partner_access(cast.health, on=TODAY)
    return user


@pytest.fixture
def commitment(cast):
    return create_agreement(cast, clauses=3)


def by_keyboard(page: Page, role, name: str) -> None:
    page.get_by_role(role, name=name).first.focus()
    page.keyboard.press("Enter")


def choose(page: Page, clause: str, answer: str) -> None:
    page.get_by_label(f"Answer to clause {clause}", exact=True).select_option(label=answer)


def window(new_context, live_server, user) -> Page:
    context = new_context()
    sign_in(context, live_server.url, user)
    return context.new_page()


def fill_in(page: Page) -> None:
    """Clause 1 agreed, clause 2 with an amendment, clause 3 declined; under the power, by a minute of that day."""
    page.get_by_label("Clause by clause").check()
    choose(page, "1", "Agreed")
    choose(page, "2", "Agreed with amendment")
    page.get_by_label("Amendment of clause 2").fill("Read “from April 2027” for “at once”.")
    choose(page, "3", "Declined")
    page.get_by_label("Decided by").fill("Director of Strategy")
    page.get_by_label("The paper that says so").fill("Decision record 12")
    page.get_by_label("Under a delegated power").select_option(index=1)


def test_4_6_a_governance_officer_answers_clause_by_clause_under_a_delegated_power(
    cast, governance, commitment, live_server, new_context
):
    page = window(new_context, live_server, governance)
    page.goto(f"{live_server.url}/")
    by_keyboard(page, "link", "Answer for Health Trust: Statement of commitment")
    expect(page.get_by_text("Silent for 30 days.")).to_be_visible()
    fill_in(page)
    clean(page)
    by_keyboard(page, "button", "Continue")
    expect(page.get_by_text("Agreed with amendment: Read “from April 2027” for “at once”.")).to_be_visible()
    clean(page)
    by_keyboard(page, "button", "Put the answer down")
    expect(page.get_by_text("It is answered.")).to_be_visible()
    expect(page.get_by_text("Declined in part").first).to_be_visible()
    expect(page.get_by_text("Decision record 12 · by the Director of Strategy").first).to_be_visible()
    clean(page)


def test_gap_2_the_officer_sees_who_is_silent_and_the_matrix_of_a_past_day_stays(
    cast, governance, commitment, live_server, new_context
):
    answered = {"answer": "agreed", "by_body": "Trust Board", "decided_date": TODAY, "paper": "Minute 9"}
    commitment.adoptions.create(partner=cast.health, **answered)
    page = window(new_context, live_server, cast.clerk)
    page.goto(f"{live_server.url}{commitment.get_absolute_url()}")
    expect(page.get_by_role("row", name="Council Silent for 30 days")).to_be_visible()
    expect(page.get_by_role("row", name="Health Trust Agreed Trust Board")).to_be_visible()
    by_keyboard(page, "link", "Remind partners that are silent")
    expect(page.get_by_label("Council: silent for 30 days")).to_be_checked()
    clean(page)
    page.goto(f"{live_server.url}/agreements/matrix/?on={BEFORE}")
    expect(page.get_by_role("row", name="Health Trust Not considered")).to_contain_text("Silent for one day")
    clean(page)
    assert [stand.word for stand in read_on([commitment], on=BEFORE)[0].stands] == ["Not considered"] * 2


def test_h15_a_member_of_another_partner_cannot_answer_for_it(cast, commitment, live_server, new_context):
    commitment.asked.create(partner=cast.police, asked_date=ASKED)
    page = window(new_context, live_server, cast.member_of_another_partner)
    page.goto(f"{live_server.url}{commitment.get_absolute_url()}")
    expect(page.get_by_role("link", name="Answer for Police")).to_be_visible()
    expect(page.get_by_role("link", name="Answer for Health Trust")).to_have_count(0)
    answer = page.goto(f"{live_server.url}/agreements/{commitment.pk}/partners/{cast.health.slug}/answer/")
    assert answer
    assert answer.status == 403
    assert not commitment.adoptions.exists()
