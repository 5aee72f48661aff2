"""What waits to come on a board's next agenda: referrals, decisions to ratify, minutes of other boards."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from boards.models import Board, BoardRelation
from meetings.models import AgendaItem, BetweenMeetings, Meeting, Minutes, Referral
from meetings.queries.meeting import CALLED_OFF

RECEIVES = BoardRelation.Kind.RECEIVES_MINUTES_OF
LOCKED = [Minutes.State.APPROVED, Minutes.State.SIGNED]


def agendas_prepared(board: Board) -> list[Meeting]:
    """Meetings whose agenda nobody has been sent yet, soonest first."""
    return list(board.meetings.filter(state=Meeting.State.PREPARING).order_by("date", "pk"))


def referrals_waiting(board: Board) -> QuerySet[Referral]:
    """Sent to the board, unanswered, and on no agenda that is or was dealt with."""
    sent = Referral.objects.filter(to_board=board, sent_date__isnull=False, withdrawn_reason="", replied_date=None)
    found = sent.filter(reply_minutes=None).filter(_stands_nowhere("arrived_as"))
    return found.select_related("item__meeting__board", "decision", "arrived_as", "to_board")


def decisions_waiting(board: Board) -> QuerySet[BetweenMeetings]:
    """Taken between meetings, and put to none yet."""
    taken = BetweenMeetings.objects.filter(board=board, state=BetweenMeetings.State.TAKEN)
    return taken.filter(_stands_nowhere("item")).select_related("item").order_by("taken_date", "pk")


def minutes_waiting(board: Board) -> list[Minutes]:
    """Approved since the board receives them, and on none of its agendas; opened again and approved as another version,
    on none since. A constant number of statements."""
    found: dict[int, Minutes] = {}
    for relation in BoardRelation.objects.filter(board=board, kind=RECEIVES):
        for minutes in _approved(relation):
            found[minutes.pk] = minutes
    received = AgendaItem.objects.filter(receives__in=found, meeting__board=board)
    there = received.exclude(meeting__state__in=CALLED_OFF).order_by().values_list("receives")
    latest = dict(there.annotate(Max("meeting__date")))
    return [minutes for pk, minutes in sorted(found.items()) if pk not in latest or _is_newer(minutes, latest[pk])]


def _is_newer(minutes: Minutes, received: dt.date) -> bool:
    """Whether this version was approved after the meeting that received the one before."""
    if minutes.version == 1 or minutes.approved_at is None:
        return False
    return timezone.localdate(minutes.approved_at) > received


def receiving_boards(minutes: Minutes, *, on: dt.date) -> list[Board]:
    """Boards that receive the minutes of one of those that met, but for these themselves; in a fixed order."""
    met = [minutes.meeting.board_id, *minutes.meeting.joint_boards.values_list("pk", flat=True)]
    relations = BoardRelation.objects.held_on(on).filter(to_board__in=met, kind=RECEIVES)
    return list(Board.objects.filter(pk__in=relations.values("board")).exclude(pk__in=met).order_by("pk"))


def requests_for_minutes(minutes: Minutes, boards: Iterable[Board]) -> QuerySet[Referral]:
    """Open requests of these boards for the minutes of one that met here."""
    met = [minutes.meeting.board_id, *minutes.meeting.joint_boards.values_list("pk", flat=True)]
    asked = Referral.objects.filter(to_board__in=met, asks_for_minutes=True, sent_date__isnull=False)
    return asked.filter(item__meeting__board__in=boards, reply_minutes=None, withdrawn_reason="")


def _stands_nowhere(item: str) -> Q:
    """On no agenda yet; or on one that was called off, or deferred from it to no meeting yet."""
    called_off = Q(**{f"{item}__meeting__state__in": CALLED_OFF})
    return Q(**{item: None}) | called_off | Q(**{f"{item}__state": AgendaItem.State.DEFERRED})


def _approved(relation: BoardRelation) -> QuerySet[Minutes]:
    """Minutes of the related board, approved while the relation held; without a first day, in the last year."""
    met = Q(meeting__board=relation.to_board_id) | Q(meeting__joint_boards=relation.to_board_id)
    found = Minutes.objects.filter(met, state__in=LOCKED).select_related("meeting__board")
    first = relation.from_date or timezone.localdate() - dt.timedelta(days=365)
    found = found.filter(approved_at__date__gte=first)
    if relation.to_date:
        found = found.filter(approved_at__date__lte=relation.to_date)
    own = Q(meeting__board=relation.board_id) | Q(meeting__joint_boards=relation.board_id)
    return found.exclude(own).distinct()
