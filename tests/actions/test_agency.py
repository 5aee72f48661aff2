"""What an agency owes on every board, its one return for a board, and its own notes (issue 6 §3, gap 6)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actions.models import AgencyNote, Part
from boards.models import Post
from boards.operations.access import refresh_partner_access
from tests.factories import create_action, create_item, create_meeting, create_person, create_user

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
OTHERS = ("clerk", "chair", "member_of_another_partner", "outsider", "public")


@pytest.fixture
def manager(cast, client):
    """Manages the Health Trust and sits on no board; signed in."""
    user = create_user("manager@example.org")
    person = create_person("Hywel Marsh", partner=cast.health, post="Head of governance", user=user)
    Post.objects.filter(person=person).update(manages_partner=True)
    refresh_partner_access(cast.health, on=TODAY())
    client.force_login(user)
    return client


@pytest.fixture
def owed(cast) -> list[Part]:
    """Late on one board, later on another, and one in the partner's own name; the chair's is the Council's."""
    late = {"due_kind": "day", "due_date": TODAY() - dt.timedelta(days=10)}
    bell = create_person("Anna Bell", partner=cast.health, post="Nurse consultant")
    parts = [
        create_action(cast.other_board, "Map the clinics", owners=[bell]).parts.get(),
        create_action(cast.board, "Query the report card", owners=[cast.person("member")], **late).parts.get(),
    ]
    own = create_action(cast.board, "Adopt the protocol")
    create_action(cast.board, "Council only", owners=[cast.person("chair")])
    return [*parts, Part.objects.create(action=own, owner="partner", partner=cast.health, name="Health Trust")]


def agency(cast) -> str:
    return reverse("actions:agency", args=[cast.health.slug])


def a_return(cast) -> str:
    return reverse("actions:agency_return", args=[cast.health.slug, cast.board.slug])


def test_gap_6_all_the_agency_owes_on_every_board_late_first(cast, owed, manager):
    page = manager.get(agency(cast)).content.decode()
    places = [page.index(words) for words in ("Query the report card", "Map the clinics", "Adopt the protocol")]
    assert places[0] == min(places)
    assert "Three actions, one late" in page
    assert "Council only" not in page
    cut = manager.get(f"{agency(cast)}?board={cast.other_board.slug}&by=board").content.decode()
    assert "Map the clinics" in cut
    assert "Query the report card" not in cut
    sheet = manager.get(reverse("actions:agency_sheet", args=[cast.health.slug, "csv"])).content.decode()
    assert "No return,10 days late" in sheet


@pytest.mark.parametrize("who", OTHERS)
def test_no_other_agency_finds_the_page(cast, owed, as_, who):
    for address in (agency(cast), a_return(cast), f"{agency(cast)}actions.csv"):
        assert as_(who).get(address).status_code == 404


def test_demand_22_what_is_closed_stays_closed_to_who_manages(cast, owed, manager):
    item = create_item(create_meeting(cast.board), exempt_paragraphs="3", exempt_reason="Business affairs.")
    owed[1].action.items.add(item)
    assert "Query the report card" not in manager.get(agency(cast)).content.decode()
    assert manager.get(owed[1].action.get_absolute_url()).status_code == 404


def test_a_manager_opens_only_what_the_agency_owes(cast, owed, manager):
    assert manager.get(owed[1].action.get_absolute_url()).status_code == 200
    council = cast.board.actions.get(text="Council only")
    assert manager.get(council.get_absolute_url()).status_code == 404
    assert manager.get(reverse("actions:log", args=[cast.board.slug])).status_code == 404


def test_one_return_in_a_sitting(cast, owed, manager):
    late, own = owed[1], owed[2]
    sent = {f"state_{late.pk}": "done", f"text_{own.pk}": "To the governors in May."}
    assert manager.post(a_return(cast), sent).status_code == 302
    late.refresh_from_db()
    assert late.state == "done"
    assert own.progress.get().text == "To the governors in May."


def test_a_row_that_is_wrong_keeps_all_back_and_loses_nothing(cast, owed, manager):
    late, own = owed[1], owed[2]
    sent = {f"state_{late.pk}": "done", f"text_{late.pk}": "All sent.", f"state_{own.pk}": "blocked"}
    page = manager.post(a_return(cast), sent)
    assert page.status_code == 422
    for words in ("Say what stands in the way, or who.", "All sent.", "Nothing is recorded yet"):
        assert words in page.content.decode()
    late.refresh_from_db()
    assert late.state == "not_started"
    assert "Nothing is filled in" in manager.post(a_return(cast), {}).content.decode()


def test_a_representative_returns_their_own_and_the_partners(cast, owed, as_):
    page = as_("member").get(a_return(cast)).content.decode()
    assert "Query the report card" in page
    assert "Adopt the protocol" in page
    assert as_("member").get(reverse("actions:agency_return", args=[cast.health.slug, "other"])).status_code == 404


def test_reassigned_inside_the_agency_only(cast, owed, manager, as_):
    own, bell = owed[2], owed[0].person
    action = own.action
    address = reverse("actions:report", args=[action.board.slug, action.year, action.number, own.pk])
    assert manager.post(address, {"act": "pass_on", "to": cast.person("chair").pk}).status_code == 422
    assert manager.post(address, {"act": "pass_on", "to": bell.pk, "why": "Hers."}).status_code == 302
    part = action.parts.get()
    assert (part.name, part.partner) == ("Anna Bell", cast.health)
    assert "Adopt the protocol" in manager.get(agency(cast)).content.decode()
    again = reverse("actions:report", args=[action.board.slug, action.year, action.number, part.pk])
    for who in ("clerk", "chair"):
        assert as_(who).post(again, {"act": "pass_on", "to": cast.person("member").pk}).status_code in (403, 422)
    assert action.parts.get().name == "Anna Bell"


def test_what_is_owed_to_us_says_what_counts(cast, owed, manager):
    page = manager.get(agency(cast)).content.decode()
    assert "Counted are actions of others from agenda items that concern Health Trust" in page
    action = owed[1].action
    address = reverse("actions:report", args=[action.board.slug, action.year, action.number, owed[1].pk])
    manager.post(address, {"act": "block", "waits_for": "Council", "text": "Their figures"})
    assert "Their figures" in manager.get(agency(cast)).content.decode()


def test_agency_notes_are_read_by_nobody_else(cast, owed, manager, as_, admin_client):
    action = owed[1].action
    add = reverse("actions:add_note", args=[action.board.slug, action.year, action.number, cast.health.slug])
    assert manager.post(add, {"text": "Keep our powder dry."}).status_code == 302
    assert "powder" in manager.get(action.get_absolute_url()).content.decode()
    assert "powder" in as_("member").get(action.get_absolute_url()).content.decode()
    note = AgencyNote.objects.get()
    places = [
        action.get_absolute_url(),
        f"/history/actions.action/{action.pk}/",
        f"/history/actions.agencynote/{note.pk}/",
        reverse("actions:log", args=[cast.board.slug]),
        reverse("actions:log_sheet", args=[cast.board.slug, "csv"]),
        cast.board.get_absolute_url(),
    ]
    for client in (*map(as_, OTHERS), admin_client):
        assert all("powder" not in client.get(place).content.decode(errors="replace") for place in places)
        assert client.post(add, {"text": "x"}).status_code == 404
    assert "powder" not in manager.get(f"{agency(cast)}actions.csv").content.decode()
    assert "powder" in manager.get(places[2]).content.decode()


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("", "Query the report card"),
        ("when", "Query the report card"),
        ("action", "Adopt the protocol"),
        ("-action", "Query the report card"),
        ("now", "Query the report card"),
        ("nonsense", "Query the report card"),
    ],
)
def test_its_columns_sort_by_a_link(cast, owed, manager, order, first):
    page = manager.get(agency(cast), {"order": order, "by": "board"}).content.decode()
    places = {page.index(words): words for words in ("Query the report card", "Map the clinics", "Adopt the protocol")}
    assert places[min(places)] == first
    assert "?by=board&amp;order=reference" in page


def test_its_statements_do_not_grow_with_what_is_owed(cast, owed, manager):
    def statements() -> int:
        with CaptureQueriesContext(connection) as told:
            assert manager.get(agency(cast)).status_code == 200
        return len(told)

    first = statements()
    for n in range(20):
        create_action(cast.board, f"Matter {n}", owners=[cast.person("member")])
    assert statements() == first <= 25
