"""Whoever presided signs what was approved, once, asked again who they are (LGA 1972 Sch 12 para 41; issue 4 §3)."""

import datetime as dt
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from boards.models import Board, TermsOfReference
from meetings import pdf
from meetings.models import Minutes, Seal, Signature
from meetings.operations import signing
from meetings.operations.approval import approve_minutes
from meetings.operations.closing import close_minutes
from meetings.operations.signature import record_signed_on_paper, sign_here
from meetings.queries.seal import approved_seal, chain
from meetings.queries.signature import signing_of
from meetings.queries.signed import record_to_sign
from meetings.queries.verify import record_with_code
from meetings.rules.seal import first_that_does_not_fit, told_in
from meetings.rules.sealed import text_sha256_in
from tests.factories import PASSWORD, create_attendance, create_board, create_meeting, create_seat
from tests.meetings.minuted import AT, FOLLOWING, HELD, HERE, create_following, create_minuted
from tests.meetings.signed import create_approved, sign
from trust.models import Work
from trust.tools import jobs
from trust.tools.refusal import NotPermitted, Refused

PAGE = f"{HERE}minutes/signature/"
PNG = b"\x89PNG\r\n\x1a\n" + b"leaf" * 20 + b"IEND\xaeB`\x82"


@pytest.fixture
def minutes(cast) -> Minutes:
    return create_approved(cast)


def posted(minutes: Minutes, name: str = "Rhiannon Vale") -> dict[str, str]:
    return {"name": name, "states": "on", "text_sha256": record_to_sign(minutes).text_sha256}


def prove_again(client) -> None:
    client.post("/account/reauthenticate/", {"password": PASSWORD})


def test_domain_58_whoever_presided_signs_and_all_is_kept(minutes, cast):
    signature = sign(minutes, cast.chair)
    assert (minutes.state, signature.name, signature.person) == ("signed", "Rhiannon Vale", cast.person("chair"))
    assert signature.capacity == "Presiding at the meeting of the Executive Group on Tuesday 11 November 2025"
    assert "sign them as a correct record" in signature.intention
    assert signature.text_sha256 == text_sha256_in(approved_seal(minutes).record)
    assert (signature.version, signature.recorded_at, signature.attendance.name) == (1, AT, "Rhiannon Vale")
    link = Seal.objects.get(event="signed")
    assert told_in(link.record)["name"] == "Rhiannon Vale"
    assert first_that_does_not_fit(chain()) is None


def test_signed_on_the_page_after_being_asked_again_who_one_is(minutes, as_):
    client = as_("chair")
    assert "sign them as a correct record" in client.get(PAGE).content.decode()
    asked = client.post(PAGE, posted(minutes))
    assert asked.headers["Location"].startswith("/account/reauthenticate/?next=")
    assert not Signature.objects.exists()
    done = client.post(asked.headers["Location"], {"password": PASSWORD}, follow=True)
    assert "The minutes are signed" in done.content.decode()
    assert Signature.objects.get().means == "in_product"


def test_a_wrong_name_is_put_right_where_one_was_asked_again(minutes, as_):
    """The page that asks who one is answers with the form: it must lead back to the signature."""
    client = as_("chair")
    asked = client.post(PAGE, posted(minutes, name="R Vale"))
    told = client.post(asked.headers["Location"], {"password": PASSWORD}, follow=True)
    assert "Give your full name as the record has it: Rhiannon Vale." in told.content.decode()
    assert f'action="{PAGE}"' in told.content.decode()


def test_a_wrong_password_signs_nothing(minutes, as_):
    client = as_("chair")
    asked = client.post(PAGE, posted(minutes))
    refused = client.post(asked.headers["Location"], {"password": "not this one"})
    assert "That is not your password." in refused.content.decode()
    assert not Signature.objects.exists()


@pytest.mark.parametrize(("later", "asked"), [(240, False), (301, True)])
def test_being_asked_holds_for_five_minutes(minutes, as_, monkeypatch, later, asked):
    client = as_("chair")
    prove_again(client)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + later)
    client.post(PAGE, posted(minutes))
    assert Signature.objects.exists() != asked


@pytest.mark.parametrize("who", ["clerk", "member"])
def test_whoever_did_not_preside_is_told_who_did(minutes, as_, who):
    client = as_(who)
    prove_again(client)
    refused = client.post(PAGE, posted(minutes))
    assert refused.status_code == 403
    told = "Rhiannon Vale, presiding at the meeting of the Executive Group on Tuesday 11 November 2025"
    assert told in refused.content.decode()
    assert not Signature.objects.exists()


def test_domain_1_somebody_else_presided_at_the_approving_meeting(cast, as_):
    """Not whoever chaired the meeting that is minuted (DOMAIN rule 1)."""
    minutes = create_approved(cast, presiding="Joss Lindqvist")
    assert sign(minutes, cast.member, name="joss  lindqvist").name == "Joss Lindqvist"


def test_a_second_signature_is_refused(minutes, cast, as_):
    sign(minutes, cast.chair)
    with pytest.raises(Refused, match="Rhiannon Vale signed these minutes on 11 November 2025"):
        sign(minutes, cast.chair)
    client = as_("chair")
    prove_again(client)
    assert client.post(PAGE, posted(minutes)).status_code == 409
    assert Signature.objects.count() == 1


def test_a_draft_is_not_signed(cast):
    with pytest.raises(Refused, match="signed once a meeting has approved them"):
        sign_draft(create_minuted(cast), cast.chair)


def sign_draft(minutes, by):
    return sign_here(minutes=minutes, name="Rhiannon Vale", shown_sha256="", by=by, at=AT)


def test_another_text_than_was_shown_is_not_signed(minutes, cast):
    with pytest.raises(Refused, match="not the words you were shown"):
        sign(minutes, cast.chair, shown="0" * 64)


def test_domain_57_one_s_own_full_name_is_asked_for(minutes, as_):
    client = as_("chair")
    prove_again(client)
    answer = client.post(PAGE, posted(minutes, name="R. Vale"))
    assert answer.status_code == 409
    assert "Give your full name as the record has it: Rhiannon Vale." in answer.content.decode()
    assert "R. Vale" in answer.content.decode()


@pytest.mark.parametrize("missing", ["name", "states"])
def test_nothing_is_signed_by_leaving_something_out(minutes, as_, missing):
    client = as_("chair")
    prove_again(client)
    assert client.post(PAGE, posted(minutes) | {missing: ""}).status_code == 422
    assert not Signature.objects.exists()


@pytest.mark.parametrize(("signatory", "says"), [("nobody", "By its terms of reference nobody signs"), ("chair", "")])
def test_domain_12_the_terms_say_who_signs(minutes, cast, as_, signatory, says):
    TermsOfReference.objects.filter(board=cast.board).update(signatory=signatory)
    assert says in as_("clerk").get(PAGE).content.decode()
    found = [(one.name, one.capacity) for one in signing_of(minutes).signers]
    assert found == ([] if says else [("Rhiannon Vale", "Chair of the Executive Group")])


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_others_do_not_know_of_it(minutes, cast, as_, who):
    for path in ("", "paper/", "leaves.pdf", "scan/"):
        assert as_(who).get(f"{PAGE}{path}").status_code == 404
        assert as_(who).post(f"{PAGE}{path}", posted(minutes)).status_code in (404, 405)


def on_paper(minutes, by, **given):
    code = pdf.code_of(record_to_sign(minutes), minutes)
    asked = {"name": "Rhiannon Vale", "signed_date": AT.date(), "code": code.lower(), "printed_code": code}
    scan = SimpleUploadedFile("leaves.png", PNG)
    return record_signed_on_paper(minutes=minutes, **asked | {"scan": scan, "by": by, "at": AT} | given)


def test_domain_58_signed_on_paper_the_scan_is_bound_to_the_same_words(minutes, cast, as_):
    signature = on_paper(minutes, cast.clerk)
    assert signature.text_sha256 == record_to_sign(minutes).text_sha256
    minutes.refresh_from_db()
    assert minutes.state == "signed"
    download = as_("clerk").get(f"{PAGE}scan/")
    assert (download.content, download["Content-Type"]) == (PNG, "image/png")
    assert as_("member").get(f"{PAGE}scan/").status_code == 200
    assert as_("member_of_another_partner").get(f"{PAGE}scan/").status_code == 404


def test_signed_on_paper_the_code_of_the_leaves_is_soon_found(minutes, cast):
    on_paper(minutes, cast.clerk)
    work = Work.objects.get(state="waiting", subject__startswith="Signed minutes")
    given = {"minutes_id": minutes.pk, "edition": "full", "by_id": cast.clerk.pk}
    jobs._run(signing.export_signed_minutes.function, work.pk, given, is_last=True)
    minutes.refresh_from_db()
    assert record_with_code(pdf.code_of(record_to_sign(minutes), minutes))


def test_the_officer_brings_the_scan_on_the_page(minutes, as_):
    page = as_("clerk").get(f"{PAGE}paper/").content.decode()
    assert "Keep the scan" in page
    code = pdf.code_of(record_to_sign(minutes), minutes)
    day = {"signed_date_day": "11", "signed_date_month": "11", "signed_date_year": "2025"}
    given = {"name": "Rhiannon Vale", "code": code, "initialled": "on"} | day
    scan = SimpleUploadedFile("leaves.png", PNG)
    done = as_("clerk").post(f"{PAGE}paper/", given | {"scan": scan}, follow=True).content.decode()
    assert "The leaves as they were signed (scan)" in done


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"code": "AAAA-BBBB-CCCC"}, "That is not the code of these minutes."),
        ({"signed_date": AT.date().replace(day=10)}, "cannot have been signed before"),
        ({"signed_date": AT.date().replace(year=2026)}, "still to come"),
        ({"name": "Joss Lindqvist"}, "Only who may by the terms of reference signs"),
        ({"scan": SimpleUploadedFile("leaves.pdf", b"")}, "The file is empty."),
        ({"scan": SimpleUploadedFile("leaves.pdf", b"MZ program")}, "Only a PDF, a JPEG or a PNG"),
        ({"scan": SimpleUploadedFile("leaves.pdf", b"%PDF-1.7 leaf")}, "The file is cut off"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(minutes, cast, given, says):
    with pytest.raises(Refused, match=says):
        on_paper(minutes, cast.clerk, **given)
    assert not Signature.objects.exists()


@pytest.mark.parametrize("sql", ["UPDATE meetings_signature SET name = 'Somebody'", "DELETE FROM meetings_signature"])
def test_the_database_refuses_to_change_a_signature(minutes, cast, sql):
    sign(minutes, cast.chair)
    with pytest.raises(DatabaseError, match="annot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_domain_6_by_the_closing_rule_whoever_presided_at_the_last_meeting_signs(cast):
    Board.objects.filter(pk=cast.board.pk).update(ended_date=HELD)
    minutes = create_minuted(cast)
    Minutes.objects.filter(pk=minutes.pk).update(circulated_at=AT - dt.timedelta(days=9))
    minutes = close_minutes(minutes=minutes, by=cast.clerk, at=AT)
    told = [(one.name, one.capacity) for one in signing_of(minutes).signers]
    assert told == [
        ("Rhiannon Vale", "Presiding at the meeting of the Executive Group on Tuesday 14 October 2025"),
    ]
    with pytest.raises(NotPermitted, match="Rhiannon Vale"):
        sign(minutes, cast.member, name="Joss Lindqvist")
    signature = sign(minutes, cast.chair)
    assert (minutes.state, signature.approval.at_meeting) == ("signed", None)
    assert first_that_does_not_fit(chain()) is None


def test_domain_7_approved_by_two_boards_either_who_presided_signs_and_one_does(cast):
    minutes, other = create_minuted(cast), create_board("Joint Group")
    minutes.meeting.joint_boards.add(other)
    approve_minutes(sets=[minutes], at_meeting=create_following(cast), presiding="Rhiannon Vale", **given(cast.clerk))
    create_seat(other, partner=cast.council, holder=cast.person("clerk"), role="minute_taker", voting=False)
    elsewhere = create_meeting(other, FOLLOWING, state="held")
    create_attendance(elsewhere, cast.person("member_of_another_partner"))
    approve_minutes(sets=[minutes], at_meeting=elsewhere, presiding="Oyin Adeyemi", **given(cast.clerk))
    minutes.refresh_from_db()
    assert [one.name for one in signing_of(minutes).signers] == ["Rhiannon Vale", "Oyin Adeyemi"]
    assert sign(minutes, cast.member_of_another_partner, name="Oyin Adeyemi").capacity == (
        "Presiding at the meeting of the Joint Group on Tuesday 11 November 2025"
    )
    with pytest.raises(Refused, match="They are signed once"):
        sign(minutes, cast.chair)


def given(clerk) -> dict:
    return {"item": None, "by": clerk, "at": AT}
