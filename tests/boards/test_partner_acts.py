"""Partners put down, named, followed and ended by those who keep the register; nobody else."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Partner, PartnerAlias, Seat
from boards.operations import partner as operations
from boards.permissions import words_on_partner
from tests.boards.keeper import create_keeper
from tests.factories import create_partner, create_seat
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
EVERYBODY = ["keeper", "clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


@pytest.fixture
def keeper(cast):
    """Mabel Garrick keeps the register for the Council."""
    return create_keeper(cast.council)


@pytest.fixture
def keeps(client, keeper):
    client.force_login(keeper)
    return client


NEW = {"name": "Northshire Fire and Rescue", "short_name": "Fire", "category": "relevant", "confirmed": "yes"}


def test_4_3_a_keeper_adds_a_partner_with_its_standing(keeps):
    page = keeps.post("/partners/add/", NEW, follow=True).content.decode()
    assert "The partner is added." in page
    fire = Partner.objects.get(slug="northshire-fire-and-rescue")
    assert (fire.category, fire.history.get().history_user.email) == ("relevant", "keeper@example.org")


@pytest.mark.parametrize("act", ["change/", "names/add/", "followed-by/", "end/"])
def test_only_keepers_change_a_partner(cast, as_, keeps, act):
    cast.board.visibility = "public"
    cast.board.save()
    address = f"/partners/{cast.health.slug}/{act}"
    others = [as_(who).get(address).status_code for who in EVERYBODY[1:]]
    assert (keeps.get(address).status_code, set(others)) == (200, {403})
    assert [as_(who).post("/partners/add/", NEW).status_code for who in EVERYBODY[1:]] == [403] * 6
    assert not Partner.objects.filter(short_name="Fire").exists()


def test_0_5_three_names_of_one_body_lead_to_one_page(cast, keeps):
    for name in ("HSCB", "Halden Safeguarding Board"):
        keeps.post(f"/partners/{cast.police.slug}/names/add/", {"name": name, "confirmed": "yes"})
    for address in ("hscb", "halden-safeguarding-board"):
        assert keeps.get(f"/partners/{address}/").headers["Location"] == cast.police.get_absolute_url()
    assert "HSCB" in keeps.get("/partners/?words=hscb").content.decode()


def test_0_5_the_short_name_is_an_address_too_however_it_is_written(cast, as_, keeps):
    for address in ("police", "Police", "POLICE", cast.police.slug.upper()):
        assert keeps.get(f"/partners/{address}/").headers["Location"] == cast.police.get_absolute_url()
    assert as_("public").get("/partners/police/").status_code == 404


def test_1_14_the_standing_in_law_is_chosen_and_not_taken_for_granted(cast, keeps):
    page = keeps.post("/partners/add/", NEW | {"category": ""})
    assert (page.status_code, "Choose “Standing in law”." in page.content.decode()) == (422, True)
    assert keeps.get("/partners/add/").context["form"].fields["category"].choices[0][0] == ""


def test_a_name_leads_to_one_partner(cast, keeper):
    with pytest.raises(Refused, match="Northshire Police goes by “police” already"):
        operations.add_alias(partner=cast.health, name="police", by=keeper, on=TODAY)


def test_a_partner_called_as_a_page_is_has_an_address_of_its_own(cast, keeper):
    given = {"name": "Add", "short_name": "ADD", "category": "voluntary", "constituency": None, "founded_date": None}
    assert operations.add_partner(**given, by=keeper, on=TODAY).get_absolute_url() == "/partners/add-2/"


def test_a_name_can_be_taken_away_again(cast, keeps):
    alias = PartnerAlias.objects.create(partner=cast.police, name="The Force")
    keeps.post(f"/partners/{cast.police.slug}/names/{alias.pk}/remove/", {"confirmed": "yes"})
    assert not PartnerAlias.objects.exists()
    assert keeps.get(f"/partners/{cast.health.slug}/names/{alias.pk}/remove/").status_code == 404


def test_a_full_name_that_is_changed_goes_on_leading_there(cast, keeps):
    new = {"name": "Northshire NHS Trust", "short_name": "Health Trust", "category": "relevant", "confirmed": "yes"}
    keeps.post(f"/partners/{cast.health.slug}/change/", new)
    cast.health.refresh_from_db()
    assert cast.health.name == "Northshire NHS Trust"
    assert [alias.name for alias in cast.health.aliases.all()] == ["Northshire Health Trust"]


FROM = dt.date(2026, 4, 1)


def test_a_successor_takes_the_place_and_the_seats_with_their_holders(cast, keeper):
    board = create_partner("Northshire Integrated Care Board", short_name="ICB")
    operations.succeed(
        partner=cast.health, successor=board, from_date=FROM, seats_pass=True, reason="The Act", by=keeper, on=TODAY
    )
    cast.health.refresh_from_db()
    before, after = Seat.objects.filter(pk=cast.seats["member"].pk).get(), Seat.objects.get(partner=board)
    assert (cast.health.ended_date, before.to_date) == (dt.date(2026, 3, 31), dt.date(2026, 3, 31))
    assert [(one.person.name, one.from_date) for one in after.holdings.all()] == [("Joss Lindqvist", FROM)]
    assert before.holdings.get().to_date == dt.date(2026, 3, 31)
    assert "represent_partner" in words_on_partner(cast.member, board)
    assert "represent_partner" not in words_on_partner(cast.member, cast.health)


def test_seats_stay_where_they_are_if_they_do_not_pass(cast, keeper):
    board = create_partner("Northshire Integrated Care Board", short_name="ICB")
    operations.succeed(partner=cast.health, successor=board, from_date=FROM, by=keeper, on=TODAY)
    assert not Seat.objects.filter(partner=board).exists()


def test_what_follows_what_never_goes_round(cast, keeper):
    operations.succeed(partner=cast.health, successor=cast.police, from_date=FROM, by=keeper, on=TODAY)
    with pytest.raises(Refused, match="round in a circle: Northshire Police → Northshire Health Trust → Northshire"):
        operations.succeed(partner=cast.police, successor=cast.health, from_date=FROM, by=keeper, on=TODAY)
    with pytest.raises(Refused, match="cannot take its own place"):
        operations.succeed(partner=cast.police, successor=cast.police, from_date=FROM, by=keeper, on=TODAY)


def test_a_partner_ends_once(cast, keeps, keeper):
    day = {"last_day_day": "31", "last_day_month": "3", "last_day_year": "2026", "confirmed": "yes"}
    keeps.post(f"/partners/{cast.police.slug}/end/", day)
    cast.police.refresh_from_db()
    assert cast.police.ended_date == dt.date(2026, 3, 31)
    again = keeps.post(f"/partners/{cast.police.slug}/end/", day)
    assert (again.status_code, "ended on 31 March 2026 already" in again.content.decode()) == (409, True)


def test_operations_ask_who_is_there(cast):
    with pytest.raises(NotPermitted):
        operations.end_partner(partner=cast.police, last_day=FROM, by=cast.clerk, on=TODAY)


def test_the_list_is_a_file_too(cast, keeps):
    create_seat(cast.board, partner=cast.police)
    said = keeps.get("/partners/partners.csv?words=police").content.decode("utf-8-sig")
    assert said.splitlines()[1].startswith("Northshire Police,Police,")
    assert keeps.get("/partners/partners.pdf").status_code == 404
