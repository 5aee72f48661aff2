"""What an owner can say of their part: done with evidence, blocked by whom, more time, handed on (issue 6)."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from actions.models import Evidence, Request
from actions.operations.changing import change_due
from actions.operations.request import answer
from actions.operations.settling import close_action
from actions.queries.mine import owed_by
from actions.rules.due import Due
from tests.factories import create_action, create_person
from tests.trust.test_attachments import bomb
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def part(cast):
    due = {"due_kind": "day", "due_date": TODAY() + dt.timedelta(days=5)}
    return create_action(cast.board, "Query the report card", owners=[cast.person("member")], **due).parts.get()


def boxes(name: str, day: dt.date) -> dict[str, object]:
    return {f"{name}_{box}": getattr(day, box) for box in ("day", "month", "year")}


@pytest.fixture
def say(as_, part):
    """What one of the cast says of the part; each value of a day is sent as its three boxes."""

    def said(act: str, who: str = "member", **given: object):
        action = part.action
        sent = {"act": act}
        for name, value in given.items():
            sent |= boxes(name, value) if isinstance(value, dt.date) else {name: value}
        address = reverse("actions:report", args=[action.board.slug, action.year, action.number, part.pk])
        return as_(who).post(address, sent)

    return said


def page_of(as_, part, who: str = "member") -> str:
    return as_(who).get(part.action.get_absolute_url()).content.decode()


def days(count: int) -> dt.date:
    return TODAY() + dt.timedelta(days=count)


def request_of(part) -> str:
    action = part.action
    return reverse("actions:answer", args=[action.board.slug, action.year, action.number, part.requests.get().pk])


def test_2_4_done_with_a_file_and_an_address(say, part, as_):
    sent = {"state": "done", "file": SimpleUploadedFile("../Report card.txt", b"Sent."), "url": "https://example.org/r"}
    assert say("report", **sent).status_code == 302
    part.refresh_from_db()
    assert part.state == "done"
    shown = page_of(as_, part, "chair")
    assert "Report card.txt" in shown
    assert 'href="https://example.org/r"' in shown
    file = Evidence.objects.exclude(file="").get()
    assert "Report" not in file.file.name
    address = reverse("actions:evidence", args=[part.action.board.slug, part.action.year, part.action.number, file.pk])
    got = as_("chair").get(address)
    assert got.content == b"Sent."
    assert got.headers["Content-Disposition"] == 'attachment; filename="Report card.txt"'
    for who in ("member_of_another_partner", "outsider", "public"):
        assert as_(who).get(address).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("setup.exe", b"MZ\x90", "Files of this kind are not kept here."),
        ("report.pdf", b"MZ\x90", "not what its name says"),
        ("empty.txt", b"", "The file is empty."),
        ("bomb.docx", None, "would unpack to far more"),
    ],
)
def test_bad_evidence_is_refused_and_nothing_is_lost(say, part, name, content, sentence):
    sent = SimpleUploadedFile(name, bomb() if content is None else content)
    page = say("report", state="done", text="All sent out.", file=sent)
    assert page.status_code in (409, 422)
    assert sentence in page.content.decode()
    assert "All sent out." in page.content.decode()
    part.refresh_from_db()
    assert part.state == "not_started"
    assert not Evidence.objects.exists()


def test_200_megabytes_are_refused_before_they_are_read(as_, part):
    class NeverRead:
        def read(self, *args: object) -> bytes:
            raise AssertionError("read")

        readline = read

    action = part.action
    address = reverse("actions:report", args=[action.board.slug, action.year, action.number, part.pk])
    sent = {"CONTENT_LENGTH": str(200 * 1024 * 1024), "wsgi.input": NeverRead()}
    page = as_("member").post(address, **sent)
    assert page.status_code == 413
    assert "larger than 20 MB" in page.content.decode()


def test_a_forged_request_is_refused_all_the_same(part, cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.member)
    action = part.action
    address = reverse("actions:report", args=[action.board.slug, action.year, action.number, part.pk])
    assert client.post(address, {"state": "done"}).status_code == 403
    part.refresh_from_db()
    assert part.state == "not_started"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org/x", "https://u:p@example.org/", "http://["]
)
def test_an_address_that_is_none_is_refused(say, url):
    page = say("report", state="done", text="Kept words", url=url)
    assert page.status_code == 422
    assert "Kept words" in page.content.decode()
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("words", "shown", "whom"),
    [
        ("Rhiannon Vale", "waits for Rhiannon Vale", "person"),
        ("Health Trust", "waits for Health Trust", "partner"),
        ("the new system", "waits for the new system", ""),
    ],
)
def test_blocked_says_by_whom(say, part, as_, words, shown, whom):
    assert say("block", waits_for=words, text="A decision").status_code == 302
    entry = part.progress.get()
    known = {"person": entry.waits_for_person, "partner": entry.waits_for_partner}
    assert [name for name, value in known.items() if value] == ([whom] if whom else [])
    assert f"Blocked, {shown}" in page_of(as_, part)


def test_dom_65_more_time_is_asked_and_granted_with_a_reason(say, part, as_):
    assert say("more_time", until=days(20), why="Their table came late.").status_code == 302
    part.action.refresh_from_db()
    assert part.action.due_date == days(5)
    for who in ("clerk", "chair"):
        assert "Owners ask" in page_of(as_, part, who)
        assert "who asks for more time" in as_(who).get("/").content.decode()
        assert "Their table came late." in as_(who).get(part.action.board.get_absolute_url()).content.decode()
    assert "Owners ask" not in page_of(as_, part, "member")
    seen = part.action.progress.latest("pk").pk
    given = {"granted": "yes", "sentence": "Until then, no longer.", "seen": seen}
    assert as_("member").post(request_of(part), given).status_code == 403
    assert as_("clerk").post(request_of(part), given).status_code == 302
    part.action.refresh_from_db()
    assert part.action.due_date == days(20)
    shown = page_of(as_, part)
    assert "Until then, no longer." in shown
    assert "When by changed from" in shown
    mine = as_("member").get(reverse("actions:mine")).content.decode()
    assert "Granted: Until then, no longer." in mine


def test_dom_65_refused_changes_nothing_and_the_asker_sees_why(say, part, as_):
    say("more_time", until=days(20), why="Busy.")
    seen = part.action.progress.latest("pk").pk
    as_("chair").post(request_of(part), {"granted": "no", "sentence": "The plan needs it.", "seen": seen})
    part.action.refresh_from_db()
    assert part.action.due_date == days(5)
    assert "Refused: The plan needs it." in as_("member").get(reverse("actions:mine")).content.decode()
    again = as_("clerk").post(request_of(part), {"granted": "yes", "sentence": "Yes", "seen": seen})
    assert again.status_code == 409
    assert "has been answered: refused" in again.content.decode()


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        (dt.date(1911, 1, 1), "Choose a day that is still to come."),
        (dt.date(2110, 1, 1), "more than five years off"),
        (3, "ask for a later day"),
    ],
)
def test_more_time_until_a_day_that_cannot_be_meant(say, part, until, sentence):
    page = say("more_time", until=days(until) if isinstance(until, int) else until, why="Because of it.")
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert "Because of it." in page.content.decode()
    assert not Request.objects.exists()


def test_one_request_at_a_time(say, part):
    say("more_time", until=days(20), why="Busy.")
    page = say("not_mine", why="It is the Council’s.")
    assert page.status_code == 409
    assert "the board has not answered yet" in page.content.decode()


def test_not_mine_granted_lets_them_go_and_somebody_else_owes_it(say, part, as_):
    say("not_mine", why="It is the Council’s.")
    assert "who asks not to owe it" in as_("clerk").get("/").content.decode()
    assert "asks not to owe it" in as_("clerk").get(request_of(part)).content.decode()
    seen = part.action.progress.latest("pk").pk
    alone = as_("clerk").post(request_of(part), {"granted": "yes", "sentence": "Right.", "seen": seen})
    assert alone.status_code == 422
    assert "Nobody else owes this action." in alone.content.decode()
    given = {"granted": "yes", "sentence": "Right.", "seen": seen, "who": "Rhiannon Vale"}
    assert as_("clerk").post(request_of(part), given).status_code == 302
    assert {one.name: one.state for one in part.action.parts.all()} == {
        "Rhiannon Vale": "not_started",
        "Joss Lindqvist": "not_needed",
    }


def test_closing_and_extending_at_once_the_second_reads_the_first(say, part, cast):
    say("more_time", until=days(20), why="Busy.")
    action, now = part.action, timezone.now()
    seen = action.progress.latest("pk").pk
    close_action(action=action, reason="Overtaken.", seen=seen, by=cast.chair, at=now)
    request = part.requests.get()
    assert request.outcome == "lapsed"
    with pytest.raises(Refused, match="answered: settled otherwise"):
        answer(request=request, granted=True, sentence="Yes", seen=seen, by=cast.clerk, at=now)
    with pytest.raises(Refused):
        change_due(action=action, due=Due("day", days(9)), meeting=None, reason="x", seen=seen, by=cast.clerk, at=now)


def test_handed_on_to_a_colleague_of_the_same_agency_only(say, part, cast, as_):
    colleague = create_person("Anna Bell", partner=cast.health, post="Nurse consultant")
    assert say("pass_on", to=cast.person("chair").pk).status_code == 422
    assert say("pass_on", to=colleague.pk, why="She keeps the card.").status_code == 302
    owed = part.action.parts.get()
    assert (owed.name, owed.person) == ("Anna Bell", colleague)
    assert "Handed on from Joss Lindqvist to Anna Bell" in page_of(as_, part, "clerk")


def test_what_was_said_stays_with_who_said_it(say, part, cast):
    colleague = create_person("Anna Bell", partner=cast.health)
    say("report", state="in_progress", text="Half of it is there.")
    say("pass_on", to=colleague.pk)
    states = dict(part.action.parts.values_list("name", "state"))
    assert states == {"Joss Lindqvist": "not_needed", "Anna Bell": "in_progress"}
    part.action.refresh_from_db()
    assert part.action.state == "in_progress"


def test_demand_23_one_action_is_put_off_until_a_day(say, part, cast):
    assert say("put_off", until=days(30)).status_code == 422
    assert say("put_off", until=days(3)).status_code == 302
    owed = owed_by(cast.member, on=TODAY())
    assert [len(owed.put_off), len(owed.later), owed.count] == [1, 0, 1]
    assert [len(owed_by(cast.member, on=days(3)).put_off)] == [0]


@pytest.mark.parametrize("act", ["more_time", "not_mine", "pass_on", "put_off"])
@pytest.mark.parametrize("who", ["clerk", "chair", "member_of_another_partner", "public"])
def test_nobody_else_asks_for_the_owner(say, part, cast, act, who):
    create_person("Anna Bell", partner=cast.health)
    given = {"until": days(3) if act == "put_off" else days(20), "why": "x", "to": "1"}
    assert say(act, who, **given).status_code in (403, 404, 422)
    part.refresh_from_db()
    assert (part.put_off_until, part.requests.count()) == (None, 0)
