"""Meetings of the county's boards, so that none of the great ones is empty; and a year laid out ahead."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils import timezone

from actions.operations.desk import save_item
from boards.models import Board, User
from meetings.models import AgendaItem, Meeting
from meetings.operations.agenda import add_item
from meetings.operations.attendance import record_attendance
from meetings.operations.circulation import circulate_minutes
from meetings.operations.deciding import decide_item
from meetings.operations.meeting import call_meeting, prepare_meeting
from meetings.operations.year import add_purpose, say_purpose
from trust.example.business import Block, decided, owed, said
from trust.example.cast import SB, TB, address
from trust.example.county.days import DAY, WEEK, boards
from trust.example.county.network import CSP, JCG, PANEL
from trust.example.meetings import as_sent

YEAR = (
    "Agree the plan, and outline resources and spending",
    "Mid-year review of progress, and of spending",
    "End of year: sign off work, and next year’s priorities",
)


@dataclass(frozen=True)
class Held:
    """A meeting of a board so many weeks ago, by whom it was minuted, and what was said under one item."""

    board: str
    weeks: int
    by: str
    title: str
    blocks: tuple[Block, ...]
    venue: str = "County Hall, Committee Room 1"


HELD = (
    Held(
        CSP,
        22,
        "hal",
        "A plan for every child",
        (
            said("Each class of partners said what its members would bring."),
            decided("agreed", "That the draft plan go to the twelve district trusts."),
            owed("ALL to say by when their own body can answer", "ALL", "next meeting"),
        ),
    ),
    Held(
        CSP,
        9,
        "hal",
        "What the districts said of the plan",
        (
            said("Nine of twelve had answered. Two asked for more about rural transport."),
            decided("endorsed", "The Partnership endorsed the plan as amended."),
            owed("GM to write to the three that have not answered", "GM", "14 days"),
        ),
    ),
    Held(
        JCG,
        6,
        "hal",
        "The equipment budget at mid-year",
        (
            said("Half of the year’s money had been spent by the end of the fifth month."),
            decided("requested", "The Hospitals are asked for a forecast of the winter."),
        ),
    ),
    Held(
        TB,
        30,
        "kirsty",
        "The plan, and money for it",
        (
            said("The plan was put with three outlines of spending."),
            decided("agreed", "That the plan be agreed, with the second outline."),
            owed("RV to bring the shares of each partner", "RV", "next meeting"),
        ),
    ),
    Held(
        SB,
        14,
        "piers",
        "Report card",
        (
            said("Three indicators have been red for a year."),
            decided("agreed", "That each agency with a red bring a plan with dates."),
            owed("NH to bring the police’s plan", "NH", "next meeting"),
        ),
        "Police Headquarters, Room 4",
    ),
    Held(
        PANEL,
        11,
        "piers",
        "What the last review taught",
        (
            said("The family’s words will stand first in the report."),
            decided("agreed", "The report is to be published."),
        ),
        "Police Headquarters, Room 4",
    ),
    Held(
        "Tarnside District Trust",
        8,
        "ffion",
        "Where young people go in the evening",
        (
            said("The pilot in Tarnside ends in March."),
            decided("supported", "The Trust supports paying for the youth workers together."),
            owed("FD to tell the Executive Group", "FD", "7 days"),
        ),
        "Tarnside Town Hall",
    ),
)


def hold_meetings(at: dt.datetime) -> None:
    """Some held and minuted, one of which was not written up; and the Trust Board's three meetings of the year."""
    known, on = boards(), timezone.localdate(at)
    for held in HELD:
        _hold(held, known[held.board], on, at)
    _lay_out_the_year(known[TB], on)


def _hold(held: Held, board: Board, on: dt.date, at: dt.datetime) -> None:
    by = User.objects.get(email=address(held.by))
    day = on - held.weeks * WEEK
    meeting = prepare_meeting(
        board=board, by=by, date=day, starts_at=dt.time(10), ends_at=dt.time(12), venue=held.venue
    )
    item = add_item(meeting=meeting, fields={"title": held.title, "purpose": "decision"}, by=by)
    meeting = call_meeting(meeting=meeting, by=by, at=at)
    _attend(meeting, by, at)
    after = at - (held.weeks - 1) * WEEK
    _minute(item, held.blocks, by, after)
    circulate_minutes(meeting=meeting, by=by, at=after + DAY)


def _attend(meeting: Meeting, by: User, at: dt.datetime) -> None:
    """Every fifth sends apologies."""
    for number, row in enumerate(meeting.attendances.all(), start=1):
        record_attendance(attendance=row, status="apologies" if number % 5 == 0 else "present", by=by, at=at)


def _minute(item: AgendaItem, blocks: tuple[Block, ...], by: User, at: dt.datetime) -> None:
    sent = [as_sent(block) for block in blocks]
    save_item(item=item, save=uuid.uuid4(), base=0, blocks=sent, by=by, at=at)
    decide_item(item=item, by=by, at=at)


def _lay_out_the_year(board: Board, on: dt.date) -> None:
    """Three meetings, each with what it is for: one was held, one is being prepared, and one is missing."""
    by = User.objects.get(email=address("kirsty"))
    first = (on - 30 * WEEK).month
    purposes = [
        add_purpose(board=board, purpose=purpose, month=(first + 4 * place - 1) % 12 + 1, position=place, by=by)
        for place, purpose in enumerate(YEAR)
    ]
    for meeting, purpose in zip(board.meetings.order_by("date"), purposes[:2], strict=False):
        say_purpose(meeting=meeting, yearly=purpose, by=by)
