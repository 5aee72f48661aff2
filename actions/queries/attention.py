"""What boards that end leave open, until another follows it."""

import datetime as dt
from collections.abc import Collection, Iterator

from django.db.models import Count, F
from django.db.models.functions import Coalesce
from django.urls import reverse

from actions.models import Action
from actions.rules.handing import left_behind
from boards.models import Board
from boards.rules.attention import Finding, Kind


def actions_noticed(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """For what needs attention, of boards with a last day. One statement."""
    kept = Action.objects.outstanding().annotate(at=Coalesce(F("followed_by"), F("board"))).order_by()
    counts = dict(kept.filter(at__in=[board.pk for board in boards]).values_list("at").annotate(Count("pk")))
    for board in boards:
        if board.pk in counts and board.ended_date:
            page = "actions:hand_up" if board.ended_date <= on else "boards:course"
            said = left_behind(board.ended_date, counts[board.pk], on)
            yield Finding(board, Kind.HANDING, said, reverse(page, args=[board.slug]))
