"""Two boards that anybody may know of, served by one clerk; and a third of whom only its own may know."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from boards.models import Board, User
from meetings.models import AgendaItem, Meeting
from tests.cast import Cast
from tests.factories import create_board, create_item, create_meeting, create_person, create_seat, create_user

TODAY = timezone.localdate


@dataclass(frozen=True)
class Neighbours:
    """``asking`` is the cast's own board, made public; ``asked`` has its clerk ``Sorrel Haddow`` and one member."""

    asking: Board
    asked: Board
    clerk_there: User
    member_there: User


def create_neighbours(cast: Cast) -> Neighbours:
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    cast.board.refresh_from_db()
    asked = create_board("Safeguarding Board", reference_prefix="SB", visibility="public")
    users = [create_user(f"{name}@example.org") for name in ("sorrel", "idris")]
    clerk, member = (
        create_person(name, user=user) for name, user in zip(("Sorrel Haddow", "Idris Fane"), users, strict=True)
    )
    create_seat(asked, partner=cast.council, holder=clerk, role="minute_taker", voting=False)
    create_seat(asked, partner=cast.police, holder=member)
    return Neighbours(cast.board, asked, *users)


def create_asking(cast: Cast, *, days_ago: int = 7, **fields: object) -> AgendaItem:
    """An item of a meeting of the cast's board that was held a week ago."""
    meeting = create_meeting(cast.board, in_days(-days_ago), state="held")
    return create_item(meeting, "Trust arrangements", number="1.1", **fields)


def create_prepared(board: Board, *, days: int = 21, state: str = "preparing") -> Meeting:
    """A meeting to come with two headings, of business and of information."""
    meeting = create_meeting(board, in_days(days), state=state)
    for title in ("Decision making", "Information items"):
        create_item(meeting, title, is_section=True)
    return meeting


def in_days(days: int) -> dt.date:
    return TODAY() + dt.timedelta(days=days)
