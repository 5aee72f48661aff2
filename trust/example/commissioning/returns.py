"""Six areas over the twelve districts: three periods shared, and one open in which Tarnside is silent."""

import datetime as dt

from boards.models import Board, User
from commissioning.models import Area, Period, Reporter
from commissioning.operations.returns import give_return
from commissioning.operations.schemes import add_periods, add_reporters, add_scheme, share_period
from commissioning.queries.schemes import boards_of_districts
from commissioning.queries.who_returns import who_returns_for
from commissioning.rules.returns import Said
from commissioning.rules.schemes import SIX_AREAS, quarters
from trust.example.cast import TB
from trust.example.meetings import clerk

SILENT = "Tarnside"
NOTE = (
    "Green: on course, and the evidence shows it.\nAmber: under way, with something still to be put right.\n"
    "Red: not under way, or not working."
)
#: Of each area what is said when it is red, amber and green.
REASONS = (
    ("The trust has not met since the summer.", "Schools do not send anybody yet.", "Every partner came each time."),
    ("No plan was agreed for this year.", "The plan has no dates for two of its aims.", "All aims are on course."),
    (
        "Nobody has asked young people.",
        "The forum met once, with four of them.",
        "The forum chose two priorities.",
    ),
    ("Two checks were not done in time.", "Training is behind for new staff.", "The audit found nothing amiss."),
    ("The protocol is not signed.", "Health and schools still send paper.", "Records reach every agency in a week."),
    ("A third of the posts are empty.", "Two posts wait for a candidate.", "All posts are filled."),
)
EVIDENCE = ("Minutes of the district trust", "", "Report card")
COLOURS = ("red", "amber", "green")
DAY = dt.timedelta(days=1)


def return_on_areas(*, at: dt.datetime) -> None:
    """A year of quarters, the last of which has just ended or is about to be due."""
    on, by = at.date(), clerk()
    board = Board.objects.get(name=TB)
    scheme = add_scheme(board=board, title="Report card of the districts", areas=SIX_AREAS, note=NOTE, by=by)
    districts = list(boards_of_districts(on=on))
    first = _year_before(on)
    reporters = add_reporters(scheme=scheme, boards=districts, from_date=first, by=by)
    periods = add_periods(scheme=scheme, spans=quarters(first), by=by)
    areas, officers = list(scheme.areas.all()), who_returns_for(reporters)
    for place, period in enumerate(periods):
        for row, reporter in enumerate(reporters):
            if place < 3 or SILENT not in str(reporter):
                user = next(iter(officers[reporter.pk]), by)
                _give(period, reporter, areas, row + place, user, _given_at(period, row, place, at))
        if place < 3:
            shared = min(_at_noon(period.due_date + 5 * DAY, at), at)
            share_period(period=period, by=by, at=shared, on=shared.date())


def _year_before(on: dt.date) -> dt.date:
    """The first day of the four quarters that ended last."""
    quarter = dt.date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
    return quarter.replace(year=quarter.year - 1)


def _given_at(period: Period, row: int, place: int, at: dt.datetime) -> dt.datetime:
    """Two days before it is due; one district a quarter is three days late."""
    day = period.due_date + (3 * DAY if row == 4 + place else -2 * DAY)
    return min(_at_noon(day, at), at)


def _at_noon(day: dt.date, at: dt.datetime) -> dt.datetime:
    return at.replace(year=day.year, month=day.month, day=day.day, hour=12, minute=0, second=0, microsecond=0)


def _give(period: Period, reporter: Reporter, areas: list[Area], turn: int, by: User, at: dt.datetime) -> None:
    said = []
    for place, area in enumerate(areas):
        colour = (1, 2, 2, 0, 2, 1, 2)[(turn * 3 + place * (2 + turn % 2)) % 7]
        said.append(Said(area, COLOURS[colour], REASONS[place][colour], EVIDENCE[colour]))
    give_return(period=period, reporter=reporter, said=said, by=by, at=at, on=at.date())
