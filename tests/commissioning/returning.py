"""A scheme of two areas over three districts and a partner, as tests of returns use it."""

import datetime as dt

from django.utils import timezone

from boards.models import Board, User
from commissioning.models import Area, Period, Reporter, Return, Scheme
from commissioning.operations.returns import give_return
from commissioning.rules.returns import Said
from tests.cast import Cast
from tests.factories import create_board, create_person, create_seat, create_user

TODAY = timezone.localdate()
FIRST = TODAY - dt.timedelta(days=200)
QUARTER = dt.timedelta(days=90)
DAY = dt.timedelta(days=1)


def create_district(cast: Cast, name: str) -> tuple[Board, User]:
    """Its own board, with an officer who minutes it."""
    board = create_board(f"{name} District Trust", kind="district_trust", visibility="public")
    user = create_user(f"{name.lower()}@example.org")
    person = create_person(f"Officer of {name}", partner=cast.council, post="Officer", user=user)
    create_seat(board, partner=cast.council, holder=person, role="minute_taker", voting=False)
    return board, user


def create_scheme(cast: Cast, *, shared: str = "together", areas: int = 2, title: str = "Six areas") -> Scheme:
    scheme = Scheme.objects.create(board=cast.board, title=title, shared=shared)
    for place in range(areas):
        Area.objects.create(scheme=scheme, title=f"Area {place + 1}", position=place)
    return scheme


def create_period(scheme: Scheme, place: int = 0, **fields: object) -> Period:
    """The first began 200 days ago; the second ended 20 days ago and was due 6 days ago."""
    begins = FIRST + place * QUARTER
    ends = begins + QUARTER - DAY
    days = {"from_date": begins, "to_date": ends, "due_date": ends + dt.timedelta(days=14)}
    return Period.objects.create(scheme=scheme, title=f"Quarter {place + 1}", **days | fields)


def create_reporter(scheme: Scheme, board: Board | None = None, **fields: object) -> Reporter:
    return Reporter.objects.create(scheme=scheme, board=board, **fields)


def say(period: Period, reporter: Reporter, by: User, *colours: str, at: dt.datetime | None = None) -> list[Return]:
    """A colour for each area in turn, as the page would put it down."""
    areas = list(period.scheme.areas.all())
    said = [Said(area, colour, f"Because {colour}", "") for area, colour in zip(areas, colours, strict=True)]
    latest = Return.objects.filter(period=period, reporter=reporter).order_by("-pk").first()
    moment = at or timezone.now()
    on, seen = timezone.localdate(moment), latest.pk if latest else 0
    return give_return(period=period, reporter=reporter, said=said, seen=seen, by=by, at=moment, on=on)
