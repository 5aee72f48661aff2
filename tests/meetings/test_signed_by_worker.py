"""The whole way of a signed record: asked for on the page, made by the worker, downloaded."""

import pytest
from django.db import connection
from django.utils import timezone

from meetings.models import SignedMinutes
from meetings.operations.publication import publish_minutes
from tests.meetings.test_signed import address, draft, minutes, own_keys  # noqa: F401
from trust.tools import jobs
from trust.tools.probe import missing_for_pdf
from trust.tools.signing import verify

pytestmark = [
    pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf()),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture(autouse=True)
def empty_queue(db):
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


def test_asked_for_twice_made_once_and_downloaded(minutes, as_):  # noqa: F811
    clerk = as_("clerk")
    for _ in range(2):
        clerk.post(address("export_signed", minutes), headers={"hx-request": "true"})
    jobs.do_waiting()
    record = SignedMinutes.objects.get()
    assert "Minutes, signed PDF" in clerk.get(address("minutes", minutes)).content.decode()
    downloaded = clerk.get(address("minutes_pdf", minutes)).content
    assert downloaded == bytes(record.pdf)
    assert verify(downloaded).is_intact


def test_publishing_has_the_public_edition_sealed_for_its_readers(minutes, cast, as_):  # noqa: F811
    """The public downloads a signed record too, and not the full one."""
    minutes.meeting.board.visibility = "public"
    minutes.meeting.board.save()
    publish_minutes(minutes=minutes, by=cast.clerk, at=timezone.now())
    jobs.do_waiting()
    public = SignedMinutes.objects.get()
    download = as_("public").get(address("minutes_pdf", minutes))
    assert public.edition == "public"
    assert download.content == bytes(public.pdf)
    assert verify(public.pdf).is_intact
