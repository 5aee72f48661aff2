"""The list of people, somebody added to it, and the page of a person."""

import pytest

from boards.models import Person
from tests.boards.keeper import create_keeper, done, signed_in
from tests.factories import create_action, create_person, create_seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeps(cast):
    return signed_in(create_keeper())


def test_the_list_is_cut_to_the_reader(cast, as_):
    read = {who: as_(who).get("/people/").content.decode() for who in ("member", "member_of_another_partner", "public")}
    assert "Rhiannon Vale" in read["member"]
    assert ("Rhiannon Vale" in read["member_of_another_partner"], "Oyin" in read["member_of_another_partner"]) == (
        False,
        True,
    )
    assert "will be listed here" in read["public"]


def test_young_people_and_lay_members_are_not_in_the_public_list(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    create_seat(cast.board, title="Young member", holder=create_person("Tam Reedy", public_name="Young person A"))
    assert ["Tam Reedy" in as_(who).get("/people/").content.decode() for who in ("clerk", "public")] == [True, False]
    assert "Tam" not in as_("public").get("/people/people.csv").content.decode()


@pytest.mark.parametrize(
    ("cut", "found"),
    [
        ("words=lindqvist", ["Joss Lindqvist"]),
        ("words=child+health", ["Joss Lindqvist"]),
        ("partner=northshire-county-council", ["Kirsty Sandhu", "Rhiannon Vale"]),
        ("partner=northshire-county-council&order=-name", ["Rhiannon Vale", "Kirsty Sandhu"]),
        ("words=nobody", []),
    ],
)
def test_people_are_found_by_name_post_and_partner(cast, as_, cut, found):
    page = as_("clerk").get(f"/people/?{cut}")
    assert [person.name for person, _ in page.context["people"]] == found


def test_the_list_is_a_file_too_and_tells_no_address(cast, as_):
    Person.objects.filter(name="Joss Lindqvist").update(email="joss@example.org")
    said = as_("clerk").get("/people/people.csv?words=joss").content.decode("utf-8-sig")
    assert said.splitlines()[
        1
    ] == '"Joss Lindqvist","Director, Child and Family Health",Northshire Health Trust,,1' or (
        "Joss Lindqvist" in said and "joss@" not in said
    )
    assert as_("clerk").get("/people/people.xlsx").status_code == 200
    assert as_("clerk").get("/people/people.pdf").status_code == 404


def test_the_list_costs_the_same_however_many_there_are(cast, as_, django_assert_max_num_queries):
    for number in range(20):
        create_seat(cast.board, partner=cast.health, holder=create_person(f"Person {number}", partner=cast.health))
    clerk = as_("clerk")
    with django_assert_max_num_queries(14):
        assert clerk.get("/people/").content.count(b"/people/") > 20


def test_a_keeper_adds_somebody_with_a_post(cast, keeps):
    asked = {"name": "Asha Quill", "partner": cast.health.pk, "title": "Matron"}
    page = done(keeps, "/people/add/", **asked).content.decode()
    assert "The person is added." in page
    asha = Person.objects.get(name="Asha Quill")
    assert (asha.posts.get().title, asha.history.get().history_user.email) == ("Matron", "keeper@example.org")
    assert keeps.get(f"/people/{asha.pk}/").status_code == 200


def test_two_people_with_one_name_stay_two(cast, keeps):
    check = keeps.post("/people/add/", {"name": "joss lindqvist"}).content.decode()
    assert "Already in the register: Joss Lindqvist, Director, Child and Family Health, Health Trust" in check
    done(keeps, "/people/add/", name="Joss Lindqvist")
    assert Person.objects.filter(name="Joss Lindqvist").count() == 2


def test_a_post_is_with_a_partner(keeps):
    page = keeps.post("/people/add/", {"name": "Asha Quill", "title": "Matron"})
    assert (page.status_code, "Choose the partner that the post is with." in page.content.decode()) == (422, True)


def test_nobody_else_adds_people(cast, as_):
    for who in ("clerk", "chair", "member", "member_of_another_partner", "outsider", "public"):
        assert as_(who).post("/people/add/", {"name": "Asha Quill", "confirmed": "yes"}).status_code == 403
    assert not Person.objects.filter(name="Asha Quill").exists()


def test_everybody_chooses_who_reads_how_to_reach_them(cast, as_):
    joss, asked = cast.person("member"), {"email": "joss@example.org", "contact_is_public": "on"}
    page = done(as_("member"), f"/people/{joss.pk}/contact/", **asked).content.decode()
    joss.refresh_from_db()
    assert ("Anybody may read this." in page, joss.contact_is_public) == (True, True)
    assert as_("chair").post(f"/people/{joss.pk}/contact/", asked).status_code == 403


def test_4_9_the_page_says_on_how_many_boards_they_sit_and_which_they_chair(cast, as_):
    create_seat(cast.other_board, partner=cast.council, holder=cast.person("chair"))
    rhiannon = cast.person("chair")
    page = as_("chair").get(f"/people/{rhiannon.pk}/").content.decode()
    assert "Sits on two boards and chairs" in " ".join(page.split())
    assert "Sits on one board and chairs" in " ".join(
        as_("clerk").get(f"/people/{rhiannon.pk}/").content.decode().split()
    )


def test_what_somebody_owes_is_for_those_who_see_the_papers(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    create_action(cast.board, "Ask about moorings", owners=[cast.person("member")])
    page = {who: as_(who).get(f"/people/{cast.person('member').pk}/").content.decode() for who in ("clerk", "public")}
    assert ["Ask about moorings" in said for said in page.values()] == [True, False]
    other = as_("member_of_another_partner").get(f"/people/{cast.person('member').pk}/").content.decode()
    assert "Ask about moorings" not in other


@pytest.mark.parametrize(
    ("post", "status"), [({}, 200), ({"keeps_register": True}, 403), ({"manages_partner": True}, 403)]
)
def test_whose_post_does_more_than_sit_on_boards_is_invited_by_keepers(cast, as_, keeps, post, status):
    asha = create_person("Asha Quill", partner=cast.health, email="asha@example.org")
    asha.posts.update(**post or {"title": "Nurse"})
    create_seat(cast.board, partner=cast.health, holder=asha)
    assert as_("clerk").get(f"/people/{asha.pk}/invite/").status_code == status
    assert keeps.get(f"/people/{asha.pk}/invite/").status_code == 200
