"""The signed record is made once by the worker, kept as those bytes, and served to those who may read it."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from meetings.models import Edition, Minutes, SignedMinutes
from meetings.operations import signing
from tests.factories import create_block, create_item, create_meeting, create_minutes
from tests.print.minuted import approved
from trust.models import Work
from trust.tools import jobs
from trust.tools.probe import missing_for_pdf
from trust.tools.refusal import Refused
from trust.tools.signing import verify

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())
AT = dt.datetime(2025, 11, 12, 10, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path_factory):
    settings.TEST_KEY_FOLDER = tmp_path_factory.getbasetemp() / "signing"
    settings.SIGNING_PKCS12 = settings.SIGNING_TSA_URL = ""


@pytest.fixture
def draft(cast) -> Minutes:
    meeting = create_meeting(cast.board, state="held")
    minutes = create_minutes(meeting)
    item = create_item(meeting, "The forum", number="1")
    create_block(minutes, item, "Four options were presented.")
    create_meeting(cast.board, dt.date(2025, 11, 11))
    return minutes


@pytest.fixture
def minutes(draft, cast) -> Minutes:
    """Approved, and signed by who presided."""
    minutes = approved(draft, cast.clerk)
    minutes.state = Minutes.State.SIGNED
    minutes.save()
    return minutes


def address(name: str, minutes: Minutes) -> str:
    return reverse(f"meetings:{name}", args=[minutes.meeting.board.slug, minutes.meeting.address])


def signed(minutes: Minutes, cast, edition: str = Edition.FULL) -> SignedMinutes:
    return signing.sign_minutes(minutes=minutes, edition=edition, by=cast.clerk, at=AT)


def test_signed_once_and_kept(minutes, cast):
    record = signed(minutes, cast)
    assert verify(record.pdf).is_intact
    assert record.with_test_certificate
    assert signed(minutes, cast) == record
    assert SignedMinutes.objects.count() == 1


def test_a_draft_is_not_signed(draft, cast):
    with pytest.raises(Refused, match="once a meeting has approved them"):
        signed(draft, cast)


def test_only_those_who_publish_or_sign(minutes, cast):
    with pytest.raises(Refused, match="Only the officers who publish"):
        signing.sign_minutes(minutes=minutes, edition=Edition.FULL, by=cast.member, at=AT)


def test_a_failure_half_way_leaves_nothing_behind(minutes, cast, monkeypatch):
    monkeypatch.setattr(signing, "verify_own", lambda pdf: type("Found", (), {"is_intact": False}))
    with pytest.raises(RuntimeError):
        signed(minutes, cast)
    assert SignedMinutes.objects.count() == 0


def test_the_record_cannot_be_changed(minutes, cast):
    record = signed(minutes, cast)
    record.signer = "Somebody else"
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        record.save()


def test_download_is_the_kept_bytes(minutes, cast, as_):
    record = signed(minutes, cast)
    for who in ("clerk", "chair", "member"):
        response = as_(who).get(address("minutes_pdf", minutes))
        assert response.content == bytes(record.pdf)
        assert "Executive Group minutes 14 October 2025 signed.pdf" in response["Content-Disposition"]
    assert as_("clerk").get(address("minutes_pdf", minutes)).content == bytes(record.pdf)


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_others_do_not_know_of_it(minutes, cast, as_, who):
    signed(minutes, cast)
    assert as_(who).get(address("minutes_pdf", minutes)).status_code == 404
    assert as_(who).get(address("signed", minutes)).status_code == 404
    assert as_(who).post(address("export_signed", minutes)).status_code == 404


def test_a_draft_downloads_as_draft(draft, as_):
    response = as_("clerk").get(address("minutes_pdf", draft))
    assert response.content.startswith(b"%PDF-1.7")
    assert "DRAFT.pdf" in response["Content-Disposition"]
    assert not verify(response.content).is_signed


def test_exempt_matter_stays_out_of_the_copy_of_those_not_entitled(minutes, cast):
    full, public = signed(minutes, cast), signed(minutes, cast, Edition.PUBLIC)
    assert full.code != public.code
    assert full.sha256 != public.sha256


def test_the_card_offers_export_to_the_clerk_and_not_to_a_member(minutes, as_):
    assert b"Make the signed PDF" in as_("clerk").get(address("signed", minutes)).content
    seen = as_("member").get(address("signed", minutes)).content.decode()
    assert "Make the signed PDF" not in seen
    assert "their sealed PDF is not made yet" in seen


def test_the_card_of_a_draft_says_when(draft, as_):
    seen = as_("clerk").get(address("signed", draft)).content.decode()
    assert "They are signed once a meeting has approved them." in seen
    assert "Make the signed PDF" not in seen
    refused = as_("clerk").post(address("export_signed", draft), headers={"hx-request": "true"})
    assert "They are signed once a meeting has approved them." in refused.content.decode()
    assert refused.status_code == 409
    plain = as_("clerk").post(address("export_signed", draft))
    assert (plain.status_code, "They are signed once" in plain.content.decode()) == (409, True)


def test_asked_for_made_by_the_worker_and_downloaded(minutes, cast, as_):
    seen = as_("clerk").post(address("export_signed", minutes), headers={"hx-request": "true"}).content.decode()
    assert "The signed PDF is being made." in seen
    assert 'hx-trigger="every 2s"' in seen
    work = Work.objects.get()
    jobs._run(signing.export_signed_minutes.function, work.pk, _given(minutes, cast), is_last=True)
    done = as_("clerk").get(address("signed", minutes)).content.decode()
    assert "Minutes, signed PDF" in done
    assert "Test certificate" in done
    assert "hx-trigger" not in done


def test_a_failure_is_told_and_may_be_tried_again(minutes, cast, as_, settings):
    settings.SIGNING_PKCS12 = "/nowhere/seal.p12"
    as_("clerk").post(address("export_signed", minutes), headers={"hx-request": "true"})
    work = Work.objects.get()
    jobs._run(signing.export_signed_minutes.function, work.pk, _given(minutes, cast), is_last=True)
    seen = as_("clerk").get(address("signed", minutes)).content.decode()
    assert "The signing certificate’s file cannot be read." in seen
    assert "Try again" in seen


def _given(minutes: Minutes, cast) -> dict[str, object]:
    return {"minutes_id": minutes.pk, "edition": Edition.FULL, "by_id": cast.clerk.pk}
