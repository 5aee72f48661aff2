"""The list of boards and the page of one, for each of the cast."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.models import BoardName, BoardRelation, QuorumKind, SeatHolding
from boards.queries.boards import standing_of
from boards.rules.network import said_of_many
from tests.factories import create_action, create_board, create_meeting, create_partner, create_person, create_seat
from trust.tools.words import short_date

pytestmark = pytest.mark.django_db

INSIDE, OUTSIDE = ["clerk", "chair", "member"], ["member_of_another_partner", "outsider", "public"]
PAGE = "/boards/executive-group/"


def published(cast):
    cast.board.visibility = "public"
    cast.board.save()
    return cast.board


@pytest.mark.parametrize("who", INSIDE)
def test_those_who_sit_on_it_find_and_read_a_closed_board(as_, who):
    assert "Executive Group" in as_(who).get("/boards/").content.decode()
    page = as_(who).get(PAGE).content.decode()
    assert "Rhiannon Vale" in page
    assert "Two voting seats and one partner must be present." in page


@pytest.mark.parametrize("who", OUTSIDE)
def test_others_neither_find_nor_count_it(as_, who):
    assert "Executive Group" not in as_(who).get("/boards/").content.decode()
    assert as_(who).get(PAGE).status_code == 404


@pytest.mark.parametrize("who", OUTSIDE)
def test_a_public_board_is_read_by_all_and_changed_by_few(cast, as_, who):
    published(cast)
    page = as_(who).get(PAGE).content.decode()
    assert "Joss Lindqvist" in page
    assert "Add a seat" not in page
    assert "Add a seat" in as_("clerk").get(PAGE).content.decode()


def test_a_young_person_is_named_to_the_public_by_their_public_name(cast, as_):
    person = create_person("Tam Reedy", public_name="Young person A")
    create_seat(published(cast), title="Young people’s representative", holder=person)
    public, member = (as_(who).get(PAGE).content.decode() for who in ("public", "member"))
    assert "Young person A" in public
    assert "Tam Reedy" not in public
    assert "Tam Reedy" in member


def test_a_vacancy_is_said_in_words_with_who_comes(cast, as_):
    SeatHolding.objects.filter(seat=cast.seats["member"]).update(to_date=dt.date(2026, 3, 31))
    SeatHolding.objects.create(
        seat=cast.seats["member"], person=create_person("Asha Quill"), from_date=dt.date(2999, 5, 1)
    )
    page = as_("clerk").get(PAGE).content.decode()
    assert "Vacant since 1 April 2026" in page
    assert "Then Asha Quill from 1 May 2999" in page
    assert "Three seats, one vacant" in page


def test_named_kinds_stand_in_the_quorum(cast, as_):
    QuorumKind.objects.create(terms=cast.board.terms.get(), label="a police officer", partner=cast.police)
    page = as_("member").get(PAGE).content.decode()
    assert "Two voting seats, one partner and a police officer must be present." in page


def test_demand_20_boards_the_reader_may_not_know_of_leave_no_trace(cast, as_):
    """Neither as parent, nor as child, nor by a relation (PLAN §4.9)."""
    hidden = create_board("Hidden Panel", reference_prefix="HP")
    BoardRelation.objects.create(board=hidden, to_board=cast.board, kind="under")
    BoardRelation.objects.create(board=cast.board, to_board=cast.other_board, kind="under")
    BoardRelation.objects.create(board=cast.board, to_board=hidden, kind="supported_by")
    page = as_("clerk").get(PAGE).content.decode()
    assert "Hidden Panel" not in page
    assert "Safer Streets" not in page
    assert "On its own" in page


@pytest.mark.parametrize(("days", "said"), [(-1, "Ended"), (0, "Ends"), (30, "Ends")])
def test_it_ended_only_once_its_last_day_is_over(cast, as_, days, said):
    cast.board.ended_date = timezone.localdate() + dt.timedelta(days=days)
    cast.board.save()
    assert f"<p>{said} {short_date(cast.board.ended_date)}</p>" in as_("clerk").get(PAGE).content.decode()


def test_relations_read_from_both_ends(cast):
    board = published(cast)
    top = create_board("Trust Board", reference_prefix="TB", visibility="public")
    BoardRelation.objects.create(board=board, to_board=top, kind="accountable_to")
    (down,) = standing_of(board, AnonymousUser(), on=dt.date(2025, 1, 1)).relations
    (up,) = standing_of(top, AnonymousUser(), on=dt.date(2025, 1, 1)).relations
    assert (down.before, [str(one) for one in down.boards], down.after) == ("Is accountable to", ["Trust Board"], "")
    assert (up.before, [str(one) for one in up.boards], up.after) == (
        "",
        ["Executive Group"],
        "is accountable to this board",
    )


@pytest.mark.parametrize(("kind", "said"), [("locality_of", "localities of this board"), ("reports_to", "report to")])
def test_what_many_are_to_one_board_is_said_once(as_, kind, said):
    top = create_board("Trust Board", reference_prefix="TB", visibility="public")
    for number in range(5):
        board = create_board(f"District {number}", reference_prefix=f"D{number}", visibility="public")
        BoardRelation.objects.create(board=board, to_board=top, kind=kind)
    page = as_("public").get(top.get_absolute_url()).content.decode()
    assert page.count(said) == 1
    assert "Five boards " in page
    assert all(f">District {number}</a>" in page for number in range(5))


@pytest.mark.parametrize("kind", [kind for kind in BoardRelation.Kind.values if kind not in ("under", "acts_as")])
def test_every_relation_has_its_words_for_many(kind):
    one = str(BoardRelation.Kind(kind).label)
    assert said_of_many(one).split()[0] in {"are", "report", "receive", "succeed", "work"}


def test_the_list_is_cut_by_kind_partner_and_earlier_name(cast, as_):
    BoardName.objects.create(board=cast.board, name="Change for Children", to_date=dt.date(2008, 3, 31))
    cuts = {"kind=executive": True, "kind=committee": False, "partner=northshire-police": False, "words=change": True}
    cuts |= {"partner=northshire-health-trust": True, "words=street": False, "order=-kind": True}
    for cut, found in cuts.items():
        assert (PAGE in as_("member").get(f"/boards/?{cut}").content.decode()) is found, cut


def test_an_empty_cut_says_so_and_offers_the_way_out(as_):
    page = as_("member").get("/boards/?kind=committee").content.decode()
    assert "No board that you may know of" in page
    assert "Show all boards" in page


@pytest.mark.parametrize("cut", ["words=%00", "kind=%00", "partner=%00", "order=pk", "words=" + "a+" * 500])
def test_any_cut_is_answered(as_, cut):
    assert as_("member").get(f"/boards/?{cut}").status_code == 200
    assert as_("member").get(f"/partners/?{cut}").status_code == 200


def statements(client, address):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.mark.parametrize(("address", "most"), [("/boards/", 6), (PAGE, 35)])
def test_statements_do_not_grow(cast, as_, address, most):
    client = as_("clerk")
    create_seat(cast.board, partner=cast.council)
    create_meeting(cast.board, dt.date(2025, 1, 1))
    create_action(cast.board, owners=[cast.person("member")])
    before = statements(client, address)
    for number in range(6):
        create_meeting(cast.board, dt.date(2025, 2, 1 + number))
        create_action(cast.board, owners=[cast.person("member"), cast.person("chair")])
        partner = create_partner()
        create_seat(cast.board, partner=partner, holder=create_person(partner=partner, post="Head of Service"))
        create_seat(cast.board, partner=partner)
        create_board(f"Panel {number}", visibility="public")
    assert statements(client, address) == before <= most


@pytest.mark.parametrize("who", INSIDE)
def test_1_9_each_board_says_which_part_of_the_work_is_its_own(cast, as_, who):
    cast.board.purpose = "To develop the commissioning element."
    cast.board.save()
    assert "To develop the commissioning element." in as_(who).get(PAGE).text
    assert as_("outsider").get(PAGE).status_code == 404


def test_4_4_county_district_and_practitioners_each_have_their_role_and_their_place(cast, as_):
    roles = {"County Trust": "To define strategy and vision", "Dale Trust": "To define strategy for the dale"}
    county, dale = (
        create_board(
            name, purpose=purpose, visibility="public", kind="trust_board" if "County" in name else "district_trust"
        )
        for name, purpose in roles.items()
    )
    BoardRelation.objects.create(board=dale, kind="locality_of", to_board=county)
    page = as_("public").get(dale.get_absolute_url()).text
    assert "To define strategy for the dale" in page
    assert "County Trust" in page
    assert "To define strategy and vision" in as_("public").get(county.get_absolute_url()).text


@pytest.mark.parametrize(("who", "sees"), [(who, True) for who in INSIDE] + [(who, False) for who in OUTSIDE])
def test_demand_20_a_closed_board_shows_at_no_level_of_the_tree_to_who_may_not_know_of_it(cast, as_, who, sees):
    parent = create_board("Strategic Partnership", visibility="public")
    under = create_board("Quay Panel", visibility="public")
    BoardRelation.objects.create(board=cast.board, kind="under", to_board=parent)
    BoardRelation.objects.create(board=under, kind="under", to_board=cast.board)
    pages = ("/boards/", parent.get_absolute_url(), under.get_absolute_url(), "/boards/picture/", "/boards/picture.svg")
    found = {at: "Executive Group" in as_(who).get(at).text for at in pages}
    assert set(found.values()) == {sees}, found
    assert "Quay Panel" in as_(who).get("/boards/picture/").text, "what is under it does not vanish"
