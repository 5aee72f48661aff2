"""Bringing people and seats in from a sheet: looked at first, then whole or not at all."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import PeopleSheet, Person, Post, Seat, User
from boards.operations.access import refreshed_once
from boards.operations.seat import appoint, end_holding
from boards.operations.seats import add_seats
from boards.operations.sheet_back import noting
from boards.queries.sheet import check_may_bring_people_in, plan_of
from boards.rules.person import NewPerson
from boards.rules.seat import overlaps
from boards.rules.sheet import MOST_ROWS, rows_of
from boards.rules.sheet_ground import Planned
from boards.rules.sheet_plan import in_order
from trust.tools import jobs
from trust.tools.keeping import keep, with_reason
from trust.tools.refusal import Refused
from trust.tools.sheets_in import LARGEST, read_sheet
from trust.tools.words import counted

State = PeopleSheet.State
#: How many rows are brought in between two words on how far it is.
OFTEN = 20
#: Bytes: enough to tell a file that is too large.
READ_AT_MOST = LARGEST + 1


def send_sheet(*, name: str, content: bytes, by: User, at: dt.datetime) -> PeopleSheet:
    """Keep the rows to be looked at. Nothing of them counts."""
    check_may_bring_people_in(by)
    rows = rows_of(read_sheet(content, most=MOST_ROWS, beside=len(("heads", "told", "example"))))
    if len(rows) > MOST_ROWS:
        raise Refused(f"The sheet has more than {MOST_ROWS:,} rows. Send it in parts, such as a board at a time.")
    return keep(PeopleSheet(name=name, rows=rows, sent_at=at, sent_by=by), by=by)


@transaction.atomic
def choose_people(*, sheet: PeopleSheet, choices: dict[int, str], by: User) -> PeopleSheet:
    """Who each row means, by the row's line in the sheet."""
    sheet = _locked(sheet, by)
    for row in sheet.rows:
        row["choice"] = choices.get(row["line"], row["choice"])
    return keep(sheet, by=by)


@transaction.atomic
def set_sheet_aside(*, sheet: PeopleSheet, by: User) -> PeopleSheet:
    """It is not brought in. It stays to be looked up."""
    sheet = _locked(sheet, by)
    sheet.state = State.WITHDRAWN
    return keep(sheet, by=by)


@transaction.atomic
def ask_to_bring_in(*, sheet: PeopleSheet, by: User) -> jobs.Work:
    """Have the worker bring it in. Asked for twice, it is done once."""
    sheet = _locked(sheet, by)
    check_is_ready(plan_of(sheet, by))
    sheet.state, sheet.reason = State.ASKED, ""
    keep(sheet, by=by)
    subject = f"The sheet {sheet.name}"
    return jobs.later(bring_in_sheet, about=_about(sheet), subject=subject, by=by, sheet_id=sheet.pk, by_id=by.pk)


def work_on(sheet: PeopleSheet) -> jobs.Work | None:
    """How far it is, or why it failed."""
    return jobs.work_about(bring_in_sheet, _about(sheet))


def check_is_ready(lines: list[Planned]) -> None:
    """Every row is right, every person is told apart, and something is left to do."""
    count = sum(line.is_open for line in lines)
    if count:
        raise Refused(f"{counted(count, 'row').capitalize()} must be put right or told apart first.")
    if not in_order(lines):
        raise Refused("Everything in this sheet is so already. There is nothing to bring in.")


@jobs.task
def bring_in_sheet(*, sheet_id: int, by_id: int) -> None:
    """The worker’s part. A refusal leaves nothing of the sheet behind but its reason."""
    sheet, by, now = PeopleSheet.objects.get(pk=sheet_id), User.objects.get(pk=by_id), timezone.now()
    try:
        bring_in(sheet=sheet, by=by, at=now, on=timezone.localdate(now))
    except Refused as refusal:
        sheet = PeopleSheet.objects.select_for_update(of=["self"]).get(pk=sheet_id)
        sheet.state, sheet.reason = State.FAILED, str(refusal)
        keep(sheet, by=by)


@transaction.atomic
def bring_in(*, sheet: PeopleSheet, by: User, at: dt.datetime, on: dt.date) -> PeopleSheet:
    """Every row by the operation that a person would use, so that the same rules hold; access once at the end."""
    sheet = PeopleSheet.objects.select_for_update(of=["self"]).get(pk=sheet.pk)
    if sheet.state != State.ASKED:
        raise Refused(f"{sheet} is not waiting to be brought in.")
    check_may_bring_people_in(by)
    lines = plan_of(sheet, by)
    check_is_ready(lines)
    made = {"seats": 0, "people": 0, "holdings": 0, "ended": 0, "same": sum(line.act == "same" for line in lines)}
    doing = in_order(lines)
    seats: dict[int, Seat] = {}
    because = f"From the sheet {sheet.name}"
    with noting(sheet, because=because, by=by), with_reason(because), refreshed_once(on=on):
        for number, line in enumerate(doing):
            if number % OFTEN == 0:
                jobs.tell(bring_in_sheet, _about(sheet), f"{number:,} of {counted(len(doing), 'row')} done")
            try:
                _bring_in(line, seats, made, by=by, on=on)
            except Refused as refusal:
                raise Refused(f"Row {line.row.line}: {refusal}") from refusal
    sheet.state, sheet.made, sheet.brought_in_at, sheet.brought_in_by = State.BROUGHT_IN, made, at, by
    return keep(sheet, by=by)


def _bring_in(line: Planned, seats: dict[int, Seat], made: dict[str, int], *, by: User, on: dt.date) -> None:
    """``seats``: those made for rows before, by what the plan had in their place."""
    row, first, last = line.row, line.row.day("from_date"), line.row.day("to_date")
    if line.ends and last:
        end_holding(holding=line.ends, last_day=last, by=by, on=on)
        made["ended"] += 1
        return
    seat, board = line.seat, line.board
    assert seat is not None
    assert board is not None
    assert first is not None
    if line.new_place:
        (seats[id(seat)],) = add_seats(board=board, place=line.new_place, from_date=first, by=by, on=on)
        made["seats"] += 1
    if line.person is None:
        return
    who, seat, is_new = line.person, seats.get(id(seat), seat), not line.person.pk
    newcomer = NewPerson(name=who.name, email=who.email, post=row["post"]) if is_new else who
    told: dict[str, Any] = {"from_date": first, "to_date": last, "appointed_by": row["appointed_by"]}
    holding = appoint(seat=seat, person=newcomer, **told, by=by, on=on)
    made["holdings"] += 1
    made["people"] += is_new
    if is_new:
        who.pk = holding.person.pk  # The rows after this one mean the person there is now.
        who._state.adding = False
    elif row["post"] and seat.partner and not seat.follows_post:
        _give_post(holding.person, seat, row["post"], first, by)


def _give_post(person: Person, seat: Seat, title: str, first: dt.date, by: User) -> None:
    """What they are at the seat's partner, unless they have a post there."""
    held = person.posts.filter(partner=seat.partner)
    if not any(overlaps(post, first, None) for post in held):
        keep(Post(person=person, partner=seat.partner, title=title, from_date=first), by=by)


def _locked(sheet: PeopleSheet, by: User) -> PeopleSheet:
    """The sheet, while it is still to be looked at; one whose bringing in failed is so again."""
    check_may_bring_people_in(by)
    sheet = PeopleSheet.objects.select_for_update(of=["self"]).get(pk=sheet.pk)
    work = work_on(sheet)
    if sheet.state == State.ASKED and work and not work.has_failed:
        raise Refused(f"{sheet} is being brought in.")
    if sheet.state in (State.BROUGHT_IN, State.WITHDRAWN, State.TAKEN_BACK):
        raise Refused(f"{sheet} is {sheet.get_state_display().lower()}. Send it again to bring it in anew.")
    return sheet


def _about(sheet: PeopleSheet) -> str:
    return f"people sheet {sheet.pk}"
