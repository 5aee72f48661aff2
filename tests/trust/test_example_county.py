"""The example grown to a county: what it shows, and that the picture of each day is right."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.utils import timezone

from boards.models import Board, District, OutcomeList, Partner, SeatHolding, User
from boards.queries.attention import boards_to_attend_to, findings_of
from boards.queries.picture import network_known_to
from boards.rules.attention import Kind
from boards.rules.picture import picture_on
from commissioning.models import Scheme
from meetings.models import Minutes
from trust.example import cast
from trust.example.county.days import DAY, april, keeper, next_april
from trust.example.county.network import CSP, CSPB, DELIVERY
from trust.example.county.people import NAMED
from trust.example.county.reorganisation import PRIORITIES

pytestmark = pytest.mark.django_db
DISTRICT = Board.Kind.DISTRICT_TRUST
#: Told to officers alone, or of boards that the keeper reads no papers of.
NOT_TOLD = {Kind.ATTENDANCE, Kind.DISPOSAL, Kind.HANDING, Kind.RETURN, Kind.FUND, Kind.PLAN, Kind.PRIORITY}


def names_on(day: dt.date) -> set[str]:
    return {node.name for node in picture_on(network_known_to(keeper()), day).nodes()}


def test_it_grows_to_a_county_with_ten_years_of_change(capsys):
    """One seeding, as it takes a quarter of a minute: boards, districts, seats, and who can sign in."""
    call_command("seed_example", verbosity=0)
    today = timezone.localdate()
    assert Board.objects.exclude(status="superseded").filter(founded_date__lte=today).count() >= 35
    trusts = Board.objects.filter(kind=DISTRICT)
    assert (District.objects.count(), trusts.count()) == (12, 12)
    assert Partner.objects.count() >= 30
    assert SeatHolding.objects.filter(from_date__lte=april(today, 9)).exists()
    assert OutcomeList.objects.count() == 2
    assert Minutes.objects.exclude(meeting__board__name=cast.EG).count() >= 6
    shown_as_it_was(today)
    returned()
    call_command("seed_example", "--who")
    said = capsys.readouterr().out
    assert all(user.email in said for user in User.objects.all())
    assert all(cast.address(named.sign_in) in said for named in NAMED.values())


def shown_as_it_was(today: dt.date) -> None:
    """Ten years ago, today, and after next April, each its own picture; and what a keeper is told to attend to."""
    begins = next_april(today)
    assert {CSPB, "Children and Young People’s Forum"} <= names_on(april(today, 9))
    assert {CSP, cast.TB, *DELIVERY} <= names_on(begins - DAY)
    after = names_on(begins)
    assert set(PRIORITIES) <= after
    assert not set(DELIVERY) & after
    found = findings_of(boards_to_attend_to(keeper(), today), keeper(), today)
    assert set(Kind) - {one.kind for one in found} <= NOT_TOLD


def returned() -> None:
    """Twelve districts on six areas: three periods shared, and one open in which one is silent."""
    scheme = Scheme.objects.get()
    assert (scheme.reporters.count(), scheme.areas.count(), scheme.periods.count()) == (12, 6, 4)
    assert scheme.periods.filter(shared_at__isnull=False).count() == 3
    given = [period.returns.values("reporter").distinct().count() for period in scheme.periods.order_by("from_date")]
    assert given == [12, 12, 12, 11]
