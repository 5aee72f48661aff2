"""The partners under all their names, their seats and their people."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.models import PartnerAlias, PartnerSuccession
from boards.operations.access import refresh_partner_access
from tests.factories import create_board, create_partner, create_person, create_seat

pytestmark = pytest.mark.django_db

EVERYBODY = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]
PAGE = "/partners/northshire-health-trust/"


def test_a_partner_of_closed_boards_is_known_to_those_on_them(cast, as_):
    assert [as_(who).get(PAGE).status_code for who in EVERYBODY] == [200, 200, 200, 404, 404, 404]
    assert "Health Trust" not in as_("public").get("/partners/").content.decode()


def test_a_partner_of_a_public_board_is_known_to_all(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    assert [as_(who).get(PAGE).status_code for who in EVERYBODY] == [200] * 6


@pytest.mark.parametrize(("words", "found"), [("primary care", True), ("health", True), ("nhs", True), ("fire", False)])
def test_any_name_finds_it(cast, as_, words, found):
    """Requirement 0.5: several names of one agency lead to one page."""
    for name in ("Northshire Primary Care Trust", "NHS Northshire"):
        PartnerAlias.objects.create(partner=cast.health, name=name)
    page = as_("member").get("/partners/", {"words": words}).content.decode()
    assert (PAGE in page) is found
    assert found or "Show all partners" in page


def test_its_page_says_its_names_seats_and_people(cast, as_):
    PartnerAlias.objects.create(partner=cast.health, name="NHS Northshire")
    old = create_partner("Northshire Primary Care Trust")
    PartnerSuccession.objects.create(predecessor=old, successor=cast.health, from_date="2013-04-01")
    page = as_("member").get(PAGE).content.decode()
    assert "Also called NHS Northshire" in page
    assert "Took the place of" in page
    assert "Joss Lindqvist" in page
    assert "Executive Group" in page


def test_seats_and_people_of_boards_the_reader_may_not_know_of_are_not_there(cast, as_):
    other = create_person("Bryn Toller", partner=cast.council, post="Head of Streets")
    create_seat(cast.other_board, partner=cast.council, holder=other)
    page = as_("public").get("/partners/northshire-county-council/")
    assert page.status_code == 404
    cast.board.visibility = "public"
    cast.board.save()
    page = as_("public").get("/partners/northshire-county-council/").content.decode()
    assert "Rhiannon Vale" in page
    assert "Bryn Toller" not in page
    assert "Safer Streets" not in page


@pytest.mark.parametrize(("address", "most"), [("/partners/", 8), (PAGE, 25)])
def test_statements_do_not_grow(cast, as_, address, most):
    client = as_("clerk")

    def statements():
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    before = statements()
    for number in range(5):
        board = create_board(f"Panel {number}", visibility="public")
        create_seat(board, partner=cast.health, holder=create_person(partner=cast.health, post="Head of Service"))
        PartnerAlias.objects.create(partner=create_partner(), name="Another name")
    assert statements() == before <= most


def test_1_14_a_partner_carries_its_standing_in_law_and_the_list_is_cut_by_it(cast, as_):
    cast.health.category = "relevant"
    cast.health.save()
    assert "Relevant partner" in as_("member").get(PAGE).text
    listed = as_("member").get("/partners/", {"category": "relevant"}).text
    assert PAGE in listed
    assert f"/partners/{cast.council.slug}/" not in listed


def test_who_manages_the_partner_adds_a_person_from_its_page(cast, as_):
    cast.person("member").posts.update(manages_partner=True)
    refresh_partner_access(cast.health, on=timezone.localdate())
    assert ["people/add/" in as_(who).get(PAGE).content.decode() for who in ("member", "chair")] == [True, False]
    form = as_("member").get(f"/people/add/?partner={cast.health.slug}").content.decode()
    assert f'<option value="{cast.health.pk}" selected>' in form
