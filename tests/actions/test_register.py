"""The other registers of a board: challenge log, risk register, forward plan (issue 6 §1; DOMAIN: Registers; 0.11)."""

import datetime as dt
import subprocess
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.models import RegisterEntry
from actions.queries.walk import arising
from actions.rules.register import risk_in_words
from tests.factories import create_block, create_item, create_meeting, create_minutes

pytestmark = pytest.mark.django_db
PLAN = {"title": "Review of all levels of the Directorate", "who": "Director", "month": "April 2009"}
RISK = {"title": "No host", "likelihood": "4", "impact": "5", "raised_on_day": "1", "raised_on_month": "2"}
RISK |= {"raised_on_year": "2026", "who": "", "detail": "", "answer": ""}


def planned(cast, month: dt.date, **more: object) -> RegisterEntry:
    put = {"register": "plan", "year": month.year, "number": RegisterEntry.objects.count() + 1, "month": month}
    put |= {"title": "Report", "raised_on": month, "key": uuid.uuid4(), "recorded_at": timezone.now()}
    return RegisterEntry.objects.create(**({"board": cast.board, "recorded_by": cast.clerk} | put | more))


@pytest.fixture
def add(as_, cast):
    def send(register: str, given: dict[str, str], who: str = "clerk", *, confirmed: bool = True):
        address = reverse("actions:add_entry", args=[cast.board.slug, register])
        return as_(who).post(address, given | ({"confirmed": "1"} if confirmed else {}))

    return send


def month_ahead() -> str:
    return f"{timezone.localdate().replace(day=1) + dt.timedelta(days=40):%B %Y}"


def test_a_planned_item_is_read_through_then_put_down_once(add, cast):
    given = PLAN | {"month": month_ahead()}
    assert month_ahead() in add("plan", given, confirmed=False).content.decode()
    assert not RegisterEntry.objects.exists()
    assert add("plan", given).status_code == 302
    assert add("plan", given).status_code == 302
    entry = RegisterEntry.objects.get()
    assert entry.reference == f"EG/P/{timezone.localdate().year}/1"
    assert entry.month.day == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"month": ""}, "Give the month it is planned for, or choose a meeting."),
        ({"month": "soon"}, "Write a month and a year, such as April 2009."),
        ({"month": "April 1911"}, "April 1911 is too far from today to be meant."),
        ({"month": "April 2110"}, "April 2110 is too far from today to be meant."),
        ({"title": ""}, "Fill in “What it is, in one line”."),
    ],
)
def test_what_cannot_be_meant_is_refused_and_kept_in_the_form(add, given, sentence):
    page = add("plan", PLAN | {"month": month_ahead()} | given)
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert 'value="Director"' in page.content.decode()
    assert not RegisterEntry.objects.exists()


def test_0_11_a_promised_report_is_among_matters_arising_of_its_month(cast):
    entry = planned(cast, dt.date(2009, 4, 1))
    march, april, may = (create_meeting(cast.board, dt.date(2009, month, 20)) for month in (3, 4, 5))
    told = {m: arising(m, cast.member, on=dt.date(2009, 2, 1)).promised for m in (march, april, may)}
    assert told[march] == []
    assert [(one.title, one.planned, one.is_overdue) for one in told[april]] == [("Report", "April 2009", False)]
    assert [one.is_overdue for one in told[may]] == [True]
    entry.state, entry.closed_on = "done", april.date
    entry.save()
    assert not arising(may, cast.member, on=dt.date(2009, 2, 1)).promised


def test_h11_it_stands_on_the_agenda_by_itself(as_, cast):
    meeting = create_meeting(cast.board, dt.date(2009, 4, 20))
    create_item(meeting, "Matters arising", purpose="matters_arising", number="1.0", is_section=True)
    planned(cast, dt.date(2009, 4, 1), title="Review of the Directorate")
    page = as_("member").get(meeting.get_absolute_url()).content.decode()
    assert "Promised for this meeting" in page
    assert "Review of the Directorate" in page


@pytest.fixture
def april(cast):
    """A meeting to come, with matters arising and a section for information; a report is promised for its month."""
    meeting = create_meeting(cast.board, timezone.localdate() + dt.timedelta(days=20), state="called")
    create_item(meeting, "Matters arising", purpose="matters_arising", number="1.0", is_section=True)
    last = create_item(meeting, "Information items", number="2.0", is_section=True, position=8)
    create_item(meeting, "Careers", purpose="information", number="2.1", section=last, position=9)
    planned(cast, meeting.date.replace(day=1), title="Review of the Directorate", who="Director")
    return meeting


def plan(client, meeting, act: str, **given: str):
    entry = RegisterEntry.objects.get()
    address = reverse(f"actions:{act}_agenda", args=[meeting.board.slug, meeting.address, entry.year, entry.number])
    return client.post(address, given, follow=True)


def test_0_11_one_click_puts_a_promised_report_on_the_agenda_and_another_takes_it_off(as_, cast, april):
    assert "Put it on the agenda" in as_("clerk").get(april.get_absolute_url()).content.decode()
    page = plan(as_("clerk"), april, "put_on").content.decode()
    assert "“Review of the Directorate” is on the agenda." in page
    item = april.items.get(title="Review of the Directorate")
    assert (item.section.title, item.purpose, item.report_of) == ("Information items", "information", "Director")
    assert [one.on_agenda for one in arising(april, cast.member, on=april.date).promised] == [
        f"{item.number} Review of the Directorate"
    ]
    assert "is on this agenda already" in plan(as_("clerk"), april, "put_on").content.decode()
    assert "promised as before" in plan(as_("clerk"), april, "take_off").content.decode()
    assert not april.items.filter(title="Review of the Directorate").exists()
    assert RegisterEntry.objects.get().item is None
    assert RegisterEntry.objects.get().history.count() == 3


def test_0_11_what_was_minuted_under_stays_on_the_agenda(as_, cast, april):
    plan(as_("clerk"), april, "put_on")
    minutes = create_minutes(april)
    create_block(minutes, april.items.get(title="Review of the Directorate"), "It was read.")
    plan(as_("clerk"), april, "take_off")
    assert RegisterEntry.objects.get().item is not None


@pytest.mark.parametrize(
    ("who", "status"), [("member", 403), ("chair", 403), ("member_of_another_partner", 404), ("public", 404)]
)
def test_only_the_officers_put_it_on_an_agenda(as_, april, who, status):
    assert plan(as_(who), april, "put_on").status_code == status
    assert "Put it on the agenda" not in as_(who).get(april.get_absolute_url()).content.decode()
    assert RegisterEntry.objects.get().item is None


def test_a_risk_is_gravest_first_closed_with_words_and_opened_again(add, as_, cast):
    assert add("risk", RISK).status_code == 302
    assert add("risk", RISK | {"title": "Graver", "likelihood": "5"}).status_code == 302
    page = as_("member").get(reverse("actions:register", args=[cast.board.slug, "risk"]))
    assert [row["entry"].title for row in page.context["rows"]] == ["Graver", "No host"]
    assert "High, 25 of 25" in page.content.decode()
    entry = RegisterEntry.objects.get(title="No host")
    address = reverse("actions:close_entry", args=[cast.board.slug, "risk", entry.year, entry.number])
    as_("clerk").post(address, {"state": "done", "answer": "A host was found.", "confirmed": "1"})
    entry.refresh_from_db()
    assert (entry.state, entry.answer) == ("done", "A host was found.")
    address = reverse("actions:open_entry", args=[cast.board.slug, "risk", entry.year, entry.number])
    as_("clerk").post(address, {"confirmed": "1"})
    entry.refresh_from_db()
    assert entry.is_open
    assert entry.history.count() == 3


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("member_of_another_partner", 404), ("public", 404)])
def test_only_the_officers_put_anything_down(add, who, status):
    assert add("risk", RISK, who).status_code == status
    assert not RegisterEntry.objects.exists()


def test_a_register_is_a_file_as_well(as_, cast):
    planned(cast, dt.date(2009, 4, 1), title="=evil()")
    page = as_("member").get(reverse("actions:register_sheet", args=[cast.board.slug, "plan", "csv"]))
    assert "'=evil(),,April 2009,Awaited," in page.content.decode("utf-8-sig")


def text_of(content: bytes) -> str:
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


@pytest.mark.parametrize("register", ["plan", "risk", "challenge"])
def test_a_register_is_on_paper_as_well(as_, cast, register):
    if register == "plan":
        planned(cast, dt.date(2009, 4, 1), title="Review of the Directorate")
    page = as_("member").get(reverse("actions:register_sheet", args=[cast.board.slug, register, "pdf"]))
    assert page.headers["Content-Type"] == "application/pdf"
    told = text_of(page.content)
    assert ("Review of the Directorate" in told) == (register == "plan")
    assert "Executive Group" in told


@pytest.mark.parametrize(
    ("marks", "said"), [((5, 3), "High, 15 of 25"), ((2, 3), "Medium, 6 of 25"), ((1, 5), "Low, 5 of 25")]
)
def test_how_grave_is_said_in_words(marks, said):
    assert risk_in_words(RegisterEntry(likelihood=marks[0], impact=marks[1]))[0] == said
