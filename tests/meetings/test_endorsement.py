"""A board endorses an agreement by a decision that is cited (requirement 2.10, gap 2)."""

import pytest
from django.utils import timezone

from meetings.models import Decision, Endorsement
from tests.boards.agreed import create_agreement
from tests.factories import create_block, create_item, create_meeting, create_minutes

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(cast):
    meeting = create_meeting(cast.board)
    minutes = create_minutes(meeting, state="circulated", circulated_at=timezone.now(), circulated_by=cast.clerk)
    block = create_block(minutes, create_item(meeting), "The statement is endorsed.", kind="decision")
    recorded = {"recorded_at": timezone.now(), "recorded_by": cast.clerk, "outcome": "carried"}
    return Decision.objects.create(block=block, kind="endorsed", **recorded)


def test_2_10_a_board_endorses_and_the_decision_is_cited(cast, as_, decision):
    agreement = create_agreement(cast)
    page = f"/agreements/{agreement.pk}/endorse/"
    done = as_("clerk").post(page, {"decision": decision.pk, "confirmed": "yes"}, follow=True).content.decode()
    assert "Endorsed by" in done
    assert "14 October 2025: The statement is endorsed." in done
    assert as_("clerk").post(page, {"decision": decision.pk, "confirmed": "yes"}).status_code == 409
    assert Endorsement.objects.count() == 1
    assert "The statement is endorsed." in as_("member").get(agreement.get_absolute_url()).content.decode()


def test_who_may_not_read_the_minutes_reads_no_decision(cast, as_, decision):
    cast.board.visibility = "public"
    cast.board.save()
    agreement = create_agreement(cast)
    Endorsement.objects.create(agreement=agreement, decision=decision)
    page = as_("public").get(agreement.get_absolute_url())
    assert page.status_code == 200
    assert "The statement is endorsed." not in page.content.decode()


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("member", 403), ("outsider", 404), ("public", 404)])
def test_nobody_else_cites_one(cast, as_, decision, who, status):
    agreement = create_agreement(cast)
    answer = as_(who).post(f"/agreements/{agreement.pk}/endorse/", {"decision": decision.pk, "confirmed": "yes"})
    assert answer.status_code == status
    assert not Endorsement.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("clerk", 404)])
def test_a_decision_of_another_board_is_not_offered(cast, as_, decision, who, status):
    """The chair answers for a partner that is asked, so knows of the agreement; who takes the minutes does not."""
    agreement = create_agreement(cast, board=cast.other_board)
    agreement.asked.create(partner=cast.police, asked_date=timezone.localdate())
    assert as_(who).get(f"/agreements/{agreement.pk}/endorse/").status_code == status
