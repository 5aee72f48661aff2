"""What was published stays readable when it is opened again, with notice and reason (demand 7; issue 4 §2)."""

import pytest
from django.utils import timezone

from boards.models import Board
from meetings.models import Minutes, Publication
from meetings.operations.publication import publish_minutes, withdraw_publication
from meetings.operations.reopening import reopen_minutes
from meetings.operations.seal import seal_approved
from meetings.queries.record import check_record
from tests.meetings.minuted import AT, HERE
from tests.meetings.signed import create_approved, reopen, sign_and_publish

PAGE = f"{HERE}minutes/"
WHY = "The vote was miscounted."


@pytest.fixture
def minutes(cast) -> Minutes:
    """Published by a board that the public knows of."""
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    cast.board.refresh_from_db()
    return sign_and_publish(create_approved(cast), cast)


def approve_and_publish(minutes: Minutes, cast) -> None:
    first = minutes.approvals.get(version=1)
    told = {"at_meeting": first.at_meeting, "presiding": first.presiding, "recorded_at": AT, "recorded_by": cast.clerk}
    minutes.approvals.create(version=2, **told)
    minutes.state, minutes.approved_at, minutes.approved_by = Minutes.State.APPROVED, AT, cast.clerk
    minutes.save()
    seal_approved(minutes=minutes, by=cast.clerk, at=AT)
    sign_and_publish(minutes, cast)


def read(client, path: str = "") -> str:
    return client.get(f"{PAGE}{path}").content.decode()


def test_demand_7_the_public_reads_on_what_was_published_while_it_is_open_again(minutes, cast, as_):
    reopen(minutes, cast)
    page = read(as_("public"))
    assert "Four options were presented." in page
    assert "Six options" not in page
    assert f"because: {WHY}" in page
    assert "Draft" not in page
    assert "Six options were presented." in read(as_("member"))


def test_demand_7_the_version_before_stays_with_notice_and_reason(minutes, cast, as_):
    reopen(minutes, cast)
    approve_and_publish(minutes, cast)
    assert "Six options were presented." in read(as_("public"))
    assert "versions/1/" in read(as_("public"))
    page = read(as_("public"), "versions/1/")
    assert "Four options were presented." in page
    assert "A later version took its place" in page
    assert WHY in page
    assert "contractor" not in page


def test_members_read_the_version_before_as_it_was_signed(minutes, cast, as_):
    reopen(minutes, cast)
    page = read(as_("member"), "versions/1/")
    assert "Four options were presented." in page
    assert "The contractor" in page
    assert "Signed by <strong>Rhiannon Vale</strong>" in page
    assert "versions/1/" in read(as_("member"))


def test_opened_again_by_the_officer_the_record_still_fits(minutes, cast, as_):
    reopen_minutes(minutes=minutes, reason=WHY, by=cast.clerk, at=AT)
    assert f"because: {WHY}" in read(as_("public"))
    assert check_record().misfit is None


def test_the_present_version_is_at_its_own_address(minutes, as_):
    assert as_("public").get(f"{PAGE}versions/1/").headers["Location"] == PAGE
    assert as_("public").get(f"{PAGE}versions/7/").status_code == 404


def test_what_was_withdrawn_says_so_and_no_more(minutes, cast, as_):
    reopen(minutes, cast)
    approve_and_publish(minutes, cast)
    withdraw_publication(minutes=minutes, reason="An address was told.", by=cast.clerk, at=timezone.now())
    assert as_("public").get(PAGE).status_code == 404
    for number in (1, 2):
        gone = as_("public").get(f"{PAGE}versions/{number}/")
        assert gone.status_code == 410
        assert "These minutes were withdrawn" in gone.content.decode()
        assert "options" not in gone.content.decode()
        assert "An address" not in gone.content.decode()


def test_published_anew_after_it_was_withdrawn_it_is_read_again(minutes, cast, as_):
    withdraw_publication(minutes=minutes, reason="By mistake.", by=cast.clerk, at=AT)
    publish_minutes(minutes=minutes, by=cast.clerk, at=AT)
    assert "Four options were presented." in read(as_("public"))
    assert Publication.objects.count() == 2


def test_a_new_name_of_the_board_changes_nothing_of_what_was_approved(minutes, cast, as_):
    Board.objects.filter(pk=cast.board.pk).update(name="Something Else")
    for who in ("member", "public"):
        assert "<h1>Executive Group</h1>" in read(as_(who))


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_versions_of_a_closed_board_stay_with_it(minutes, cast, as_, who):
    reopen(minutes, cast)
    Board.objects.filter(pk=cast.board.pk).update(visibility="members")
    for path in ("versions/1/", "versions/1/minutes.pdf"):
        assert as_(who).get(f"{PAGE}{path}").status_code == 404
