"""Summaries for the public of what was taken in private, and the resolutions that closed it (habit H9)."""

import pytest

from meetings.models import AgendaItem, Decision, Summary
from meetings.queries.minutes import minutes_document
from tests.factories import create_block
from tests.meetings.minuted import HERE, create_minuted, in_state

pytestmark = pytest.mark.django_db
TOLD = {"title": "A contract", "text": "A contractor was chosen. **No name** is given."}


def secret_of(minutes) -> AgendaItem:
    return minutes.meeting.items.get(number="2.2")


def address(minutes, ending: str = "summary/") -> str:
    return f"{HERE}minutes/private/{secret_of(minutes).pk}/{ending}"


def test_domain_15_the_public_reads_the_summary_in_the_items_place(as_, cast):
    cast.board.visibility = "public"
    cast.board.save()
    minutes = create_minuted(cast, state="signed")
    assert as_("clerk").post(address(minutes), TOLD).status_code == 302
    as_("clerk").post(f"{HERE}minutes/publish/")
    page = as_("public").get(f"{HERE}minutes/").content.decode()
    for said in ("A contract", "A contractor was chosen.", "<strong>No name</strong>", "Taken in private."):
        assert said in page, said
    for secret in ("The contractor", "The price is high.", "Schedule 12A"):
        assert secret not in page, secret
    assert page.index("The parents’ forum") < page.index("A contract")
    assert "The price is high." in as_("member").get(f"{HERE}minutes/").content.decode()


def test_only_the_edition_with_summaries_has_them(cast):
    minutes = create_minuted(cast)
    given = TOLD | {"written_by": cast.clerk, "written_at": minutes.circulated_at}
    Summary.objects.create(item=secret_of(minutes), **given)
    titles = {
        edition: [item.title for item in minutes_document(minutes.meeting, edition=edition, with_exempt=True).items]
        for edition in ("full", "public", "summary")
    }
    assert "The contractor" in titles["full"]
    assert not {"The contractor", "A contract"} & set(titles["public"])
    assert "A contract" in titles["summary"]
    assert "The contractor" not in titles["summary"]


def test_what_the_public_has_read_is_not_changed_under_it(as_, cast):
    minutes = create_minuted(cast, state="published")
    answer = as_("clerk").post(address(minutes), TOLD)
    assert answer.status_code == 409
    assert "Withdraw publication before changing what the public reads." in answer.content.decode()
    assert "A contractor was chosen." in answer.content.decode()
    assert not Summary.objects.exists()


def test_an_empty_summary_is_asked_for_again(as_, cast):
    minutes = create_minuted(cast)
    answer = as_("clerk").post(address(minutes), {"title": "A contract", "text": " "})
    assert answer.status_code == 422
    assert "A contract" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("chair", 403), ("member", 403), ("member_of_another_partner", 404), ("public", 404)]
)
def test_summaries_are_for_the_officers_who_publish(as_, cast, who, status):
    minutes = create_minuted(cast)
    for page in (f"{HERE}minutes/private/", address(minutes), address(minutes, "resolution/")):
        assert as_(who).get(page).status_code == status
    assert as_(who).post(address(minutes), TOLD).status_code == status
    assert not Summary.objects.exists()


def test_a_summary_is_taken_back(as_, cast):
    minutes = create_minuted(cast)
    as_("clerk").post(address(minutes), TOLD)
    assert "A contractor was chosen." in as_("clerk").get(f"{HERE}minutes/private/").content.decode()
    as_("clerk").post(address(minutes, "summary/remove/"))
    assert not Summary.objects.exists()


def resolved(minutes, kind: str) -> Decision:
    block = create_block(minutes, minutes.meeting.items.get(number="2.1"), "As to the public.", kind="decision")
    return Decision.objects.create(block=block, kind=kind)


def test_h9_the_resolution_to_exclude_is_told_under_the_item(as_, cast):
    minutes = create_minuted(cast, state="draft")
    decision = resolved(minutes, "excluded")
    assert as_("clerk").post(address(minutes, "resolution/"), {"decision": decision.pk}).status_code == 302
    page = as_("clerk").get(f"{HERE}minutes/").content.decode()
    assert "The public was excluded from this item by the resolution under item 2.1." in page


def test_domain_17_a_resolution_not_to_exclude_opens_the_item(as_, cast):
    minutes = create_minuted(cast, state="draft")
    decision = resolved(minutes, "not_excluded")
    as_("clerk").post(address(minutes, "resolution/"), {"decision": decision.pk})
    secret = secret_of(minutes)
    assert not secret.is_exempt
    assert secret.history.first().history_change_reason.startswith("It was resolved under item 2.1 not to exclude")
    document = minutes_document(minutes.meeting, edition="public")
    assert "The contractor" in [item.title for item in document.items]


def test_a_resolution_is_not_recorded_once_the_draft_is_out(as_, cast):
    minutes = create_minuted(cast, state="draft")
    decision = resolved(minutes, "excluded")
    in_state(minutes, "circulated", cast)
    answer = as_("clerk").post(address(minutes, "resolution/"), {"decision": decision.pk})
    assert answer.status_code == 409
    assert "Return it there to record the resolution." in answer.content.decode()
