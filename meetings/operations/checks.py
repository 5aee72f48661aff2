"""Setting a finding aside, taking it up again, and what a board makes of each check."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from boards.models import Board
from boards.permissions import check_may_minute
from meetings.models import CheckSetting, DeskSetting, Meeting, Minutes, SetAside
from meetings.permissions import check_may_set_desk
from meetings.queries.checks import checked
from meetings.queries.entitled import sight_at
from meetings.rules import checks as rules
from meetings.rules.blocks import check_can_be_minuted
from trust.tools.keeping import discard, keep


@transaction.atomic
def set_aside_finding(*, meeting: Meeting, fingerprint: str, by: Any, at: dt.datetime) -> SetAside:
    """It is not found again until what it is about changes. A retry is answered with the first."""
    _open(meeting, by)
    found = checked(meeting, sight=sight_at(by, meeting))
    if put := next((row for row in found.aside if row.fingerprint == fingerprint), None):
        return put
    finding = rules.check_can_set_aside(found.standing, fingerprint)
    row = SetAside(meeting=meeting, check_name=finding.check, fingerprint=fingerprint, sentence=finding.sentence)
    row.at, row.by = at, by
    return keep(row, by=by)


@transaction.atomic
def take_up_finding(*, put: SetAside, by: Any) -> None:
    """What was set aside is found again."""
    _open(put.meeting, by)
    discard(put, by=by)


@transaction.atomic
def set_desk(*, board: Board, followers_read_wording: bool, weights: Mapping[str, str], by: Any) -> None:
    """How the board’s meetings are minuted. Only what differs from what held before is written."""
    Board.objects.select_for_update(of=["self"]).get(pk=board.pk)
    check_may_set_desk(by, board)
    desk = DeskSetting.objects.filter(board=board).first() or DeskSetting(board=board)
    if desk.followers_read_wording != followers_read_wording:
        desk.followers_read_wording = followers_read_wording
        keep(desk, by=by)
    chosen = {row.check_name: row for row in CheckSetting.objects.filter(board=board)}
    was = rules.weights({name: row.weight for name, row in chosen.items()})
    for name, weight in weights.items():
        rules.check_may_weigh(name, weight)
        if was[name] != weight:
            row = chosen.get(name) or CheckSetting(board=board, check_name=name)
            row.weight = weight
            keep(row, by=by)


def _open(meeting: Meeting, by: Any) -> None:
    check_may_minute(by, meeting.board)
    standing = Minutes.objects.select_for_update(of=["self"]).filter(meeting=meeting).first()
    check_can_be_minuted(meeting, standing)
