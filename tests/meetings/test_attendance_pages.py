"""Taking attendance on its page, as each of the cast, with htmx and without (issue 2 §3.4)."""

import pytest

from boards.models import Board, Substitute
from meetings.operations.attendance import open_attendance
from tests.factories import create_item, create_meeting, create_minutes, create_person, create_seat

pytestmark = pytest.mark.django_db
PAGE = "/boards/executive-group/meetings/2025-10-14/attendance/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def meeting(cast):
    meeting = create_meeting(cast.board)
    open_attendance(meeting=meeting, by=cast.clerk)
    return meeting


def row(meeting, name):
    return meeting.attendances.get(name=name)


def at(meeting, name, act="") -> str:
    return f"{PAGE}{row(meeting, name).pk}/{act}"


@pytest.mark.parametrize(
    ("visibility", "statuses"),
    [("members", [200, 200, 200, 404, 404, 404]), ("public", [200, 200, 200, 403, 403, 403])],
)
def test_the_list_is_read_by_those_who_see_papers(cast, as_, meeting, visibility, statuses):
    Board.objects.filter(pk=cast.board.pk).update(visibility=visibility)
    cast_of_six = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]
    assert [as_(who).get(PAGE).status_code for who in cast_of_six] == statuses


def test_members_read_and_do_not_mark(as_, meeting):
    page = as_("member").get(PAGE).content.decode()
    assert "Expected" in page
    assert "c-mark" not in page
    for act in ("", "substitute/", "change/", "remove/"):
        assert as_("member").post(at(meeting, "Joss Lindqvist", act), {"status": "present"}).status_code == 403
        assert as_("outsider").post(at(meeting, "Joss Lindqvist", act), {"status": "present"}).status_code == 404
    for act in ("open/", "add/", "chair/", "public/"):
        assert as_("member").post(PAGE + act).status_code == 403
    assert row(meeting, "Joss Lindqvist").status == "expected"


def test_a_click_marks_and_answers_with_the_line_and_the_quorum(as_, meeting):
    answer = as_("clerk").post(at(meeting, "Rhiannon Vale"), {"status": "present"}, headers=HTMX)
    said = answer.content.decode()
    assert answer["HX-Trigger"] == "attendance-changed"
    assert 'hx-swap-oob="true"' in said
    assert "In the chair: <b>Rhiannon Vale</b>" in said
    assert "Quorum not met" in said


def test_without_script_a_click_leads_back_to_its_line(as_, meeting):
    clerk = as_("clerk")
    answer = clerk.post(at(meeting, "Rhiannon Vale"), {"status": "apologies"})
    assert answer.url == f"{PAGE}#attendance-{row(meeting, 'Rhiannon Vale').pk}"
    assert "Rhiannon Vale: apologies." in clerk.get(PAGE).content.decode()


def test_h2_and_domain_40_substitutes_are_offered_in_order_then_the_partners_people(cast, as_, meeting):
    seat = cast.seats["member"]
    second, first = create_person("Bo Second"), create_person("Ann First")
    Substitute.objects.create(seat=seat, person=first, position=1)
    Substitute.objects.create(seat=seat, person=second, position=2)
    create_person("Ines Okafor", partner=cast.health, post="Deputy Director")
    form = as_("clerk").get(at(meeting, "Joss Lindqvist", "substitute/"), headers=HTMX).content.decode()
    places = [form.index(words) for words in ("Substitutes of this seat", "Ann First", "Bo Second", "Ines Okafor")]
    assert places == sorted(places)
    assert '<optgroup label="Health Trust">' in form


def test_h1_a_substitute_from_elsewhere_is_said(cast, as_, meeting):
    answer = as_("clerk").post(
        at(meeting, "Joss Lindqvist", "substitute/"), {"name": "Kit Marlow", "post": "Deputy"}, headers=HTMX
    )
    assert "Kit Marlow sits for Joss Lindqvist." in answer.content.decode()
    colleague = create_person("Ada Frost", partner=cast.council, post="Head of Policy")
    create_seat(cast.board, partner=cast.council, holder=colleague)
    answer = as_("clerk").post(at(meeting, "Joss Lindqvist", "substitute/"), {"substitute": colleague.pk}, headers=HTMX)
    assert "This seat is Health Trust’s, and its substitute comes from elsewhere." in answer.content.decode()


def test_a_substitute_sits_in_one_place(cast, as_, meeting):
    as_("clerk").post(at(meeting, "Rhiannon Vale"), {"status": "present"})
    chair = cast.person("chair").pk
    answer = as_("clerk").post(at(meeting, "Joss Lindqvist", "substitute/"), {"substitute": chair})
    assert answer.status_code == 409
    assert "in another place already" in answer.content.decode()


def test_a_line_is_changed(cast, as_, meeting):
    item = create_item(meeting, number="2.3")
    given = {"initials": "JL2", "post": "Director", "organisation": "Trust", "capacity": "member", "items": [item.pk]}
    as_("clerk").post(at(meeting, "Joss Lindqvist", "change/"), given)
    found = row(meeting, "Joss Lindqvist")
    assert (found.initials, found.post, list(found.items.all())) == ("JL2", "Director", [item])


def test_somebody_is_added_by_name_alone_and_taken_off(as_, meeting):
    given = {"name": "Bevan", "capacity": "observer", "status": "present"}
    assert as_("clerk").post(f"{PAGE}add/", given).status_code == 302
    as_("clerk").post(at(meeting, "Bevan", "remove/"))
    assert not meeting.attendances.filter(name="Bevan").exists()
    assert as_("clerk").post(f"{PAGE}add/", given | {"name": ""}).status_code == 422


def test_the_chair_is_taken_by_somebody_present(as_, meeting):
    as_("clerk").post(at(meeting, "Joss Lindqvist"), {"status": "present"})
    as_("clerk").post(f"{PAGE}chair/", {"attendance": row(meeting, "Joss Lindqvist").pk})
    assert row(meeting, "Joss Lindqvist").is_presiding
    assert as_("clerk").post(f"{PAGE}chair/", {"attendance": row(meeting, "Rhiannon Vale").pk}).status_code == 409
    assert as_("clerk").post(f"{PAGE}chair/", {"attendance": "x"}).status_code == 409
    assert as_("clerk").post(f"{PAGE}chair/", {"attendance": "9" * 5000}).status_code == 409


def test_bad_marks_and_counts_get_a_sentence(as_, meeting):
    answer = as_("clerk").post(at(meeting, "Joss Lindqvist"), {"status": "asleep"}, headers=HTMX)
    assert (answer.status_code, answer["HX-Retarget"]) == (409, "#status")
    assert "Choose present, apologies or absent." in answer.content.decode()
    assert as_("clerk").post(f"{PAGE}public/", {"count": "-3"}).status_code == 409
    as_("clerk").post(f"{PAGE}public/", {"count": "4"})
    assert "4" in as_("member").get(PAGE).content.decode().split("Members of the public: ")[1][:2]


def test_a_row_of_another_meeting_is_not_found_here(cast, as_, meeting):
    other = create_meeting(cast.board, address="2025-10-14-2")
    open_attendance(meeting=other, by=cast.clerk)
    assert as_("clerk").post(at(other, "Joss Lindqvist"), {"status": "present"}).status_code == 404


def test_the_list_of_approved_minutes_is_read_only(cast, as_, meeting):
    create_minutes(meeting, state="approved", approved_at=meeting.called_at, approved_by=cast.clerk)
    page = as_("clerk").get(PAGE).content.decode()
    assert "These minutes are approved and cannot be changed." in page
    assert "c-mark" not in page
    assert as_("clerk").post(at(meeting, "Joss Lindqvist"), {"status": "present"}).status_code == 409


@pytest.mark.parametrize("many", [2, 14])
def test_marking_costs_the_same_however_many_sit(cast, as_, meeting, many, django_assert_max_num_queries):
    for number in range(many):
        create_seat(cast.board, partner=cast.health, holder=create_person(f"Member {number}"))
    open_attendance(meeting=meeting, by=cast.clerk)
    client, path = as_("clerk"), at(meeting, "Joss Lindqvist")
    with django_assert_max_num_queries(36):
        client.post(path, {"status": "apologies"}, headers=HTMX)
    with django_assert_max_num_queries(30):
        client.get(PAGE)
