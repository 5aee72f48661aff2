"""The item "Minutes of the last meeting" comes on a draft agenda by itself, with the sets to approve (demand 8)."""

from typing import Any

from boards.models import Board
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Meeting, Minutes, Purpose
from meetings.operations.agenda import renumber
from meetings.queries.approval import ApprovalRule, sets_before
from meetings.queries.minutes import minutes_of
from meetings.rules import last_minutes as rules
from meetings.rules.agenda import Branch, branches
from meetings.rules.approval import approves_at
from trust.tools.keeping import keep


def lay_last_minutes(*, meeting: Meeting, by: Any) -> None:
    """Put it on an agenda that is being prepared, or bring up to date what it says. Done twice, it is once."""
    if meeting.state != Meeting.State.PREPARING or not approves_at(meeting, terms_on(meeting.board, meeting.date)):
        return
    text = _text(meeting)
    item = meeting.items.filter(purpose=Purpose.LAST_MINUTES).first()
    if item is None and text:
        _put(meeting, text, by=by)
    elif item is not None and item.text != text and rules.is_by_itself(item.text):
        item.text = text
        keep(item, by=by, because="Other minutes wait for approval.")


def lay_where_approved(minutes: Minutes, *, by: Any) -> None:
    """On the agendas being prepared of every board that approves these minutes, whoever circulated them."""
    own = minutes.meeting
    for board in ApprovalRule([own]).boards(own):
        Board.objects.select_for_update(no_key=True).get(pk=board.pk)
        for meeting in board.meetings.after(own.date).filter(state=Meeting.State.PREPARING).select_related("board"):
            lay_last_minutes(meeting=meeting, by=by)


def _text(meeting: Meeting) -> str:
    """The sets that wait for this board, and its last meeting, whose minutes may not be begun yet."""
    waiting = [one.meeting for one in sets_before(meeting) if one.waits_here]
    own = {one.date for one in waiting if one.board_id == meeting.board_id}
    last = meeting.board.meetings.not_cancelled().before(meeting.date).first()
    if last is not None and _is_ours(last, meeting.board) and not _is_locked(last):
        own.add(last.date)
    others = [one for one in waiting if one.board_id != meeting.board_id]
    named = [(one.board.name if one.board.visibility == Board.Visibility.PUBLIC else "", one.date) for one in others]
    return rules.words_for(sorted(own), named)


def _is_ours(last: Meeting, board: Board) -> bool:
    """Whether the board itself approves the minutes of its last meeting."""
    return board.pk in [approving.pk for approving in ApprovalRule([last]).boards(last)]


def _is_locked(meeting: Meeting) -> bool:
    minutes = minutes_of(meeting)
    return minutes is not None and minutes.is_locked


def _put(meeting: Meeting, text: str, *, by: Any) -> None:
    """A heading where the agenda has headings, else an item; after apologies and declarations."""
    found = branches(list(meeting.items.all()))
    is_section = any(branch.top.is_section for branch in found)
    new = AgendaItem(meeting=meeting, title=rules.TITLE, purpose=Purpose.LAST_MINUTES, text=text, is_section=is_section)
    new.position = len(found)
    found.insert(rules.place_for(found), Branch(keep(new, by=by)))
    renumber(meeting, by=by, found=found)
