"""Published minutes say until when they are open to inspection (DOMAIN rule 14)."""

import pytest

from boards.models import Board, TermsOfReference
from tests.meetings.minuted import HERE, create_minuted

pytestmark = pytest.mark.django_db

UNTIL = "Open to inspection until 13 October 2031"


@pytest.fixture
def public_board(cast):
    cast.board.visibility = Board.Visibility.PUBLIC
    cast.board.save()


def test_domain_14_the_public_reads_until_when_on_page_and_plain_page(public_board, cast, as_):
    create_minuted(cast, state="published")
    for page in ("minutes/", "minutes/plain/"):
        assert UNTIL in as_("public").get(f"{HERE}{page}").content.decode()


def test_domain_14_a_draft_does_not_say_it(cast, as_):
    create_minuted(cast, state="circulated")
    assert "Open to inspection" not in as_("member").get(f"{HERE}minutes/").content.decode()


def test_domain_14_the_years_are_those_of_the_terms_of_the_day(public_board, cast, as_):
    TermsOfReference.objects.filter(board=cast.board).update(inspection_years=10)
    create_minuted(cast, state="published")
    assert "until 13 October 2035" in as_("public").get(f"{HERE}minutes/").content.decode()


def test_domain_14_terms_set_by_form_give_the_years(cast, as_):
    page = as_("clerk").get("/boards/executive-group/terms/change/").content.decode()
    assert "Years that published minutes stay open to inspection" in page
    assert "open to inspection for six years" in as_("clerk").get("/boards/executive-group/terms/").content.decode()
