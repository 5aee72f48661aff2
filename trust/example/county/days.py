"""The days that the county's ten years turn on, told from today; and who puts things down."""

import datetime as dt

from boards.models import Board, Partner, User
from trust.example.cast import address

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


def april(on: dt.date, years_ago: int) -> dt.date:
    """The first of April so many years before this one: three years ago the Trust Board was founded."""
    return dt.date(on.year - years_ago, 4, 1)


def next_april(on: dt.date) -> dt.date:
    """When the priority groups begin: the April after the meeting, ten weeks ago, that agreed them in principle."""
    agreed = on - 10 * WEEK
    return dt.date(agreed.year + (agreed >= dt.date(agreed.year, 4, 1)), 4, 1)


def keeper() -> User:
    return User.objects.get(email=address("mabel"))


def boards() -> dict[str, Board]:
    """Every board by the name it has today."""
    return {board.name: board for board in Board.objects.all()}


def partners() -> dict[str, Partner]:
    """Every partner by its short name."""
    return {partner.short_name: partner for partner in Partner.objects.select_related("constituency")}
