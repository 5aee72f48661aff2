"""Who may keep the scan of leaves signed by hand: whoever publishes for the board, or signed them (issue 4 §3)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings import pdf
from meetings.models import Minutes, Signature
from meetings.queries.signed import record_to_sign
from tests.factories import create_person, create_seat, create_user
from tests.meetings.minuted import AT
from tests.meetings.signed import create_approved
from tests.meetings.test_signature import PAGE, PNG, on_paper
from trust.tools.refusal import NotPermitted


@pytest.fixture
def minutes(cast) -> Minutes:
    return create_approved(cast)


@pytest.fixture
def vice_chair(cast):
    """Signs for the board at times, and did not preside."""
    user = create_user("vice@example.org")
    create_seat(cast.board, partner=cast.health, holder=create_person("Ana Lund", user=user), role="vice_chair")
    return user


def brought(minutes: Minutes) -> dict:
    """What the page is sent by whoever brings a scan in Rhiannon's name."""
    code = pdf.code_of(record_to_sign(minutes), minutes)
    day = {"signed_date_day": "11", "signed_date_month": "11", "signed_date_year": "2025"}
    scan = SimpleUploadedFile("leaves.png", PNG)
    return {"name": "Rhiannon Vale", "code": code, "initialled": "on", "scan": scan} | day


def test_a_vice_chair_keeps_no_scan_of_somebody_else_s_signature(minutes, vice_chair, client):
    client.force_login(vice_chair)
    assert "Bring the scan" not in client.get(PAGE).content.decode()
    refused = client.post(f"{PAGE}paper/", brought(minutes))
    assert refused.status_code == 403
    assert "and whoever signs these minutes, keep the scan of the leaves" in refused.content.decode()
    with pytest.raises(NotPermitted, match="keep the scan"):
        on_paper(minutes, vice_chair)
    assert not Signature.objects.exists()


def test_whoever_signed_brings_their_own(minutes, as_):
    assert "Bring the scan" in as_("chair").get(PAGE).content.decode()
    as_("chair").post(f"{PAGE}paper/", brought(minutes))
    assert (Signature.objects.get().name, Signature.objects.get().means) == ("Rhiannon Vale", "on_paper")


def test_of_joint_chairs_neither_brings_the_other_s(cast, vice_chair):
    minutes = create_approved(cast, presiding="Rhiannon Vale and Ana Lund")
    with pytest.raises(NotPermitted, match="keep the scan"):
        on_paper(minutes, vice_chair, name="Rhiannon Vale")
    assert on_paper(minutes, vice_chair, name="Ana Lund").signed_date == AT.date()
