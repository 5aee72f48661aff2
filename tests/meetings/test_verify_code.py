"""The code printed on paper: what it stands for, to whom it may be told, in any order of events."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import Edition, Minutes, Publication, Reopening, Seal, SignedMinutes
from meetings.operations import signing
from tests.meetings.test_signed import AT, draft, minutes, own_keys  # noqa: F401
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())
ADDRESS = reverse("meetings:verify")
STRANGERS = ("member_of_another_partner", "outsider", "public")
NAMES = ("Executive Group", "14 October", "12 November", "Rhiannon")


@pytest.fixture
def record(minutes, cast) -> SignedMinutes:  # noqa: F811
    return signing.sign_minutes(minutes=minutes, edition=Edition.FULL, by=cast.clerk, at=AT)


def told(client, code: str, status: int = 200) -> str:
    answer = client.get(ADDRESS, {"code": code})
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.parametrize("who", ["clerk", "chair", "member"])
def test_who_may_read_the_minutes_is_led_to_them(record, as_, who):
    seen = told(as_(who), record.code)
    assert "the signed minutes of Executive Group, 14 October 2025, version 1." in seen
    assert "They are the latest version." in seen
    assert record.minutes.get_absolute_url() in seen


@pytest.mark.parametrize("who", STRANGERS)
def test_who_may_not_know_of_them_hears_that_there_is_a_record(record, as_, who):
    seen = told(as_(who), record.code)
    assert "A signed record of this partnership" in seen
    assert "It is version 1, the latest version." in seen
    assert [name for name in (*NAMES, record.minutes.get_absolute_url()) if name in seen] == []


@pytest.mark.parametrize("written", ["{}", " {} ", "record {}.", "«{}»"])
def test_a_code_is_found_as_it_is_copied(record, as_, written):
    status = 422 if "record" in written else 200
    told(as_("public"), written.format(record.code), status)
    loose = record.code.replace("-", " ").lower().replace("0", "o")
    assert "It is version 1" in told(as_("public"), loose)


def test_an_unknown_code_and_what_is_none(db, as_):
    assert "No record of this partnership has the code 0000-0000-0000." in told(as_("public"), "000000000000", 404)
    seen = told(as_("public"), "seven", 422)
    assert "A code is twelve figures and letters" in seen
    assert 'value="seven"' in seen
    assert "<title>Error:" in seen
    assert "Write the code that is printed" in told(as_("public"), "", 422)


def reopened(record: SignedMinutes, cast) -> Minutes:
    """Opened again, at the next version."""
    given = {"version_left": record.version, "reason": "A name was wrong.", "at": AT, "by": cast.clerk}
    Reopening.objects.create(minutes=record.minutes, **given)
    unapproved = {"approved_at": None, "approved_by": None}
    found = Minutes.objects.filter(pk=record.minutes_id)
    found.update(state="circulated", version=record.version + 1, **unapproved)
    return found.get()


def approve_again(minutes: Minutes, cast) -> None:  # noqa: F811
    minutes.state, minutes.approved_at, minutes.approved_by = "approved", timezone.now(), cast.clerk
    minutes.save()


def sealed(record: SignedMinutes, cast, event: str) -> Seal:
    position = Seal.objects.count() + 1
    made = {"position": position, "sha256": f"{position:064}", "record_sha256": "1" * 64}
    return Seal.objects.create(
        event=event, minutes=record.minutes, version=record.version, sealed_at=AT, sealed_by=cast.clerk, **made
    )


def published(record: SignedMinutes, cast) -> Publication:
    seal = sealed(record, cast, "published")
    given = {"edition": "public", "published_at": timezone.now(), "published_by": cast.clerk}
    return Publication.objects.create(minutes=record.minutes, version=record.version, seal=seal, **given)


def withdraw(publication: Publication, cast) -> None:
    publication.withdrawn_at, publication.withdrawn_by = AT + dt.timedelta(days=20), cast.clerk
    publication.reason = "It names a child."
    publication.save()


def test_opened_again_then_superseded(record, cast, as_):
    minutes = reopened(record, cast)  # noqa: F811
    assert "opened again on 12 November 2025 to be corrected, and no later version" in told(as_("clerk"), record.code)
    assert "It is version 1, opened again to be corrected." in told(as_("public"), record.code)
    approve_again(minutes, cast)
    assert "A later version has taken their place." in told(as_("clerk"), record.code)
    assert "It is version 1, superseded by a later version." in told(as_("public"), record.code)


def test_withdrawn_and_published_anew(record, cast, as_):
    withdraw(published(record, cast), cast)
    seen = told(as_("member"), record.code)
    assert "The publication of this version was withdrawn on 2 December 2025." in seen
    strangers = told(as_("public"), record.code)
    assert "its publication withdrawn" in strangers
    assert "It names a child." not in seen + strangers
    published(record, cast)
    assert "withdrawn" not in told(as_("member"), record.code)


def test_withdrawn_then_superseded(record, cast, as_):
    withdraw(published(record, cast), cast)
    minutes = reopened(record, cast)  # noqa: F811
    approve_again(minutes, cast)
    seen = told(as_("public"), record.code)
    assert "It is version 1, superseded by a later version, its publication withdrawn." in seen
