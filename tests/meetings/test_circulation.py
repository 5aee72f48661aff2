"""The check page, and the draft's way out of the desk and back (issue 2 §3.5; demands 5, 9)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.models import Attendance
from meetings.operations.circulation import circulate_minutes, return_to_desk
from meetings.queries.checks import draft_findings
from tests.factories import create_block, create_item
from tests.meetings.minuted import AT, HERE, create_following, create_minuted
from trust.tools.refusal import Refused, why_not


def test_the_check_page_lists_each_finding_with_its_place(cast, as_):
    minutes = create_minuted(cast, state="draft")
    minutes.blocks.filter(kind="decision").first().decision.delete()
    minutes.blocks.filter(kind="decision").delete()
    page = as_("clerk").get(f"{HERE}check/").content.decode()
    assert "2.1 The parents’ forum" in page
    assert "Is for decision and has no decision." in page
    assert "Circulate the draft" in page


def test_without_attendance_the_draft_stays_at_the_desk(cast, as_):
    minutes = create_minuted(cast, state="draft")
    Attendance.objects.filter(meeting=minutes.meeting).update(status="expected", is_presiding=False)
    page = as_("clerk").post(f"{HERE}check/")
    assert page.status_code == 409
    assert "No attendance is recorded." in page.content.decode()
    minutes.refresh_from_db()
    assert minutes.state == "draft"


def test_circulating_says_what_happens_next(cast, as_):
    minutes = create_minuted(cast, state="draft")
    create_following(cast)
    page = as_("clerk").post(f"{HERE}check/", follow=True)
    assert page.redirect_chain == [(f"{HERE}minutes/circulated/", 302)]
    assert "approved at the meeting on Tuesday 11 November 2025" in page.content.decode()
    minutes.refresh_from_db()
    assert (minutes.state, minutes.circulated_by) == ("circulated", cast.clerk)


@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 403), ("chair", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404)],
)
@pytest.mark.parametrize("page", ["check/", "minutes/return/", "minutes/circulated/"])
def test_only_the_clerk_checks_and_circulates(cast, as_, who, status, page):
    create_minuted(cast, state="circulated")
    assert as_(who).get(f"{HERE}{page}").status_code == status
    assert as_(who).post(f"{HERE}{page}").status_code in (status, 405)


def test_a_second_circulation_is_refused(cast):
    minutes = create_minuted(cast, state="circulated")
    with pytest.raises(Refused, match="circulated already"):
        circulate_minutes(meeting=minutes.meeting, by=cast.clerk, at=AT)


def test_nothing_minuted_is_not_circulated(cast):
    minutes = create_minuted(cast, state="draft")
    minutes.blocks.get(kind="decision").decision.delete()
    minutes.blocks.all().delete()
    refusal = why_not(circulate_minutes, meeting=minutes.meeting, by=cast.clerk, at=AT)
    assert refusal.startswith("Nothing is minuted yet.")


def test_members_read_the_draft_only_once_it_is_circulated(cast, as_):
    minutes = create_minuted(cast, state="draft")
    assert as_("member").get(f"{HERE}minutes/").status_code == 404
    assert as_("chair").get(f"{HERE}minutes/").status_code == 200
    circulate_minutes(meeting=minutes.meeting, by=cast.clerk, at=AT)
    assert as_("member").get(f"{HERE}minutes/").status_code == 200


def test_returning_to_the_desk_needs_a_reason_and_keeps_it(cast, as_):
    minutes = create_minuted(cast)
    refused = as_("clerk").post(f"{HERE}minutes/return/", {"reason": ""})
    assert (refused.status_code, refused.context["form"].errors.keys()) == (422, {"reason"})
    as_("clerk").post(f"{HERE}minutes/return/", {"reason": "A paragraph of 2.1 is missing."})
    minutes.refresh_from_db()
    assert (minutes.state, minutes.circulated_at) == ("draft", None)
    assert minutes.history.first().history_change_reason == "A paragraph of 2.1 is missing."


def test_approved_minutes_do_not_return(cast):
    minutes = create_minuted(cast, state="approved")
    with pytest.raises(Refused, match="approved and cannot be changed"):
        return_to_desk(minutes=minutes, reason="Why not", by=cast.clerk)


def test_checking_takes_a_constant_number_of_statements(cast, django_assert_num_queries):
    minutes = create_minuted(cast, state="draft")
    with CaptureQueriesContext(connection) as few:
        draft_findings(minutes.meeting)
    for n in range(20):
        item = create_item(minutes.meeting, f"More {n}", number=f"4.{n}")
        create_block(minutes, item, "Moved on.", kind="noted")
    with django_assert_num_queries(len(few)):
        assert draft_findings(minutes.meeting)
