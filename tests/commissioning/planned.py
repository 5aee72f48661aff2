"""A board whose year has three meetings, a plan tied to them, and decisions to cite."""

import datetime as dt

from django.utils import timezone

from boards.models import Board
from commissioning.models import Plan
from commissioning.operations.plan import add_plan, tie_to_meetings
from meetings.models import Decision, Meeting, YearlyMeeting
from tests.cast import Cast
from tests.factories import create_block, create_item, create_meeting, create_minutes

TODAY = timezone.localdate()
#: The financial year that the tests live in, which is over by the end of it for nobody.
YEAR = TODAY.year if TODAY.month >= 4 else TODAY.year - 1
JUNE, NOVEMBER, MARCH = dt.date(YEAR, 6, 3), dt.date(YEAR, 11, 4), dt.date(YEAR + 1, 3, 10)


def create_purposes(board: Board) -> list[YearlyMeeting]:
    """To agree, to review, to sign off."""
    said = [("Agree the plan", 6), ("Mid-year review", 11), ("End of year", 3)]
    return [
        YearlyMeeting.objects.create(board=board, purpose=purpose, month=month, position=place)
        for place, (purpose, month) in enumerate(said, 1)
    ]


def create_plan(cast: Cast, title: str = "Plan for children", *, tied: bool = True, **fields: object) -> Plan:
    """Over three years from April; ``tied`` to the meetings of the board’s year."""
    given = {"title": title, "purpose": "", "from_date": dt.date(YEAR, 4, 1), "to_date": dt.date(YEAR + 3, 3, 31)}
    plan = add_plan(board=cast.board, by=cast.clerk, **given | fields)
    if tied:
        first, second, third = cast.board.yearly_meetings.all()
        ties = {"agreed": first, "reviewed": second, "signed_off": third}
        tie_to_meetings(plan=plan, ties=ties, by=cast.clerk)
    return plan


def create_decision(cast: Cast, day: dt.date, words: str = "The plan is agreed.", **fields: object) -> Decision:
    """Recorded and carried at a meeting that was held."""
    meeting = Meeting.objects.filter(board=cast.board, date=day).first() or create_meeting(
        cast.board, day, state="held"
    )
    state = fields.pop("state", "circulated")
    told = {"circulated_at": timezone.now(), "circulated_by": cast.clerk} if state == "circulated" else {}
    minutes = getattr(meeting, "minutes", None) or create_minutes(meeting, state=state, **told)
    item = create_item(
        meeting,
        "The plan",
        **{name: fields.pop(name) for name in ("exempt_paragraphs", "exempt_reason") if name in fields},
    )
    block = create_block(minutes, item, words, kind="decision")
    recorded = {"recorded_at": timezone.now(), "recorded_by": cast.clerk, "outcome": "carried"}
    return Decision.objects.create(block=block, **recorded | fields)
