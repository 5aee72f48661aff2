"""Submitting an item for an agenda, taking it on or declining it, and taking it back (habit H5)."""

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from boards.models import Board
from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Meeting, Paper, SubmittedItem
from meetings.operations.agenda import add_item
from meetings.operations.paper import take_file
from meetings.permissions import check_may_submit
from meetings.rules import submitted as rules
from trust.tools.keeping import keep
from trust.tools.refusal import NotPermitted, Refused

State = SubmittedItem.State


@transaction.atomic
def submit_item(
    *, board: Board, file: UploadedFile | None, by: Any, at: dt.datetime, on: dt.date, **given: Any
) -> SubmittedItem:
    """The board's officers see it; nobody else does. ``given`` are its fields."""
    check_may_submit(by, board, on=on)
    made = SubmittedItem(board=board, submitted_at=at, submitted_by=by.person, **given)
    if file:
        take_file(made, file)
    return keep(made, by=by)


@transaction.atomic
def take_on(
    *,
    submitted: SubmittedItem,
    meeting: Meeting,
    section: AgendaItem | None,
    purpose: str,
    kind: str,
    by: Any,
    at: dt.datetime,
) -> AgendaItem:
    """It becomes an item of this meeting, with its paper."""
    submitted = _waiting(submitted, by)
    if section is not None and section.meeting_id != meeting.pk:
        raise Refused("That section is on the agenda of another meeting.")
    fields = {"title": submitted.title, "text": submitted.why, "purpose": purpose, "section": section}
    item = add_item(meeting=meeting, fields=fields, by=by)
    if submitted.file:
        _as_paper(submitted, item, kind, by)
    submitted.state, submitted.item, submitted.meeting = State.TAKEN, item, meeting
    submitted.answered_at, submitted.answered_by = at, by
    keep(submitted, by=by)
    return item


@transaction.atomic
def decline(*, submitted: SubmittedItem, reason: str, by: Any, at: dt.datetime) -> SubmittedItem:
    """With the reason, which whoever submitted it reads."""
    rules.check_reason(reason)
    submitted = _waiting(submitted, by)
    submitted.state, submitted.reason = State.DECLINED, reason.strip()
    submitted.answered_at, submitted.answered_by = at, by
    return keep(submitted, by=by, because=reason.strip())


@transaction.atomic
def take_back(*, submitted: SubmittedItem, by: Any) -> SubmittedItem:
    """By whoever submitted it, until it is answered."""
    submitted = SubmittedItem.objects.select_for_update(of=("self",)).get(pk=submitted.pk)
    if submitted.submitted_by.user_id != by.pk:
        raise NotPermitted("Only whoever submitted it takes it back.")
    rules.check_waiting(submitted)
    submitted.state = State.WITHDRAWN
    return keep(submitted, by=by)


def _as_paper(submitted: SubmittedItem, item: AgendaItem, kind: str, by: Any) -> None:
    """The same file: where the paper is destroyed by a rule of retention, nothing of it stays here."""
    paper = Paper(item=item, kind=kind, title=submitted.paper_title or submitted.title, position=1)
    paper.file, paper.file_name = submitted.file.name, submitted.file_name
    paper.file_size = submitted.file_size
    keep(paper, by=by)


def _waiting(submitted: SubmittedItem, by: Any) -> SubmittedItem:
    submitted = SubmittedItem.objects.select_for_update(of=("self",)).select_related("board").get(pk=submitted.pk)
    check_may_minute(by, submitted.board)
    rules.check_waiting(submitted)
    return submitted
