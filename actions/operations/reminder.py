"""Reminders are queued: who is to be told what on a day, each of them once whatever happens to the worker."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db import IntegrityError, transaction
from django.utils import timezone

from actions.models import Chase, ChaseSetting, Reminder, ReminderLine
from actions.queries.owing import Known, Owing, in_runs, known_of, may_know, owed, with_something_to_say
from actions.queries.reach import Reach, reach_of, ways_of_boards
from actions.queries.reminder import in_peace, said_before
from actions.rules.reminder import SECOND_THOUGHTS, Prompt, Said, goes_from, prompt_on


@dataclass(frozen=True)
class ToSay:
    """One action that somebody is to be told of, and why."""

    owing: Owing
    known: Known
    prompt: Prompt


#: A mail to be kept, with its lines.
Mail = tuple[Reminder, list[ReminderLine]]


def queue_reminders(*, at: dt.datetime) -> int:
    """Queue what is to be said on this day and has not been said; how many mails. Asked twice, it queues nothing more.

    Two hundred people at a time: each run is one transaction, and memory does not grow with the partnership.
    """
    on, ways, count = timezone.localdate(at), ways_of_boards(), 0
    for run in in_runs(owed(with_something_to_say(on=on), on=on)):
        count += _keep(_mails_of(run, ways, at))
    return count


def _mails_of(run: list[Owing], ways: dict[int, ChaseSetting], at: dt.datetime) -> list[Mail]:
    on = timezone.localdate(at)
    peace = in_peace((owing.part for owing in run), on=on)
    run = [owing for owing in run if owing.part not in peace]
    known = known_of({owing.action for owing in run})
    reach = reach_of({owing.person for owing in run}, ways)
    said = said_before(run)
    mails: list[Mail] = []
    for person, owings in groupby(run, key=lambda owing: owing.person):
        if not reach.why_not(person):
            told = _to_say(person, list(owings), known, reach, said, on)
            mails += mails_to(person, told, reach, at=at)
    return mails


def _to_say(
    person: int,
    owings: list[Owing],
    known: dict[int, Known],
    reach: Reach,
    said: dict[tuple[int, int], Said],
    on: dt.date,
) -> list[ToSay]:
    found: dict[int, ToSay] = {}
    for owing in owings:
        of = known[owing.action]
        if reach.is_off(person, of.board):
            continue
        before = said.get((person, owing.action), Said())
        prompt = prompt_on(on, of.standing, reach.way(of.board), before)
        if prompt:
            found.setdefault(owing.action, ToSay(owing, of, prompt))
    allowed = may_know(reach.people[person], [one.owing for one in found.values()], known, on=on)
    return [found[owing.action] for owing in allowed]


def mails_to(
    person: int, told: list[ToSay], reach: Reach, *, at: dt.datetime, chase: Chase | None = None
) -> list[Mail]:
    """One mail for everything, or one for each action where they asked for that; not kept yet."""
    if not told:
        return []
    groups = [[one] for one in told] if person in reach.each else [told]
    return [_mail(person, group, reach, at, chase) for group in groups]


def _mail(person: int, told: list[ToSay], reach: Reach, at: dt.datetime, chase: Chase | None) -> Mail:
    boards = {one.known.board for one in told}
    hours = [] if chase else [reach.way(board).hour for board in boards]
    day = timezone.localdate(at)
    one_board = boards.pop() if person in reach.each or chase else None
    said = sorted(f"{one.owing.action} {one.prompt.occasion} {one.prompt.for_day}" for one in told)
    words = "|".join([str(day), str(one_board or "all"), str(chase.key if chase else ""), *said])
    reminder = Reminder(
        person_id=person,
        key=hashlib.sha256(words.encode()).hexdigest(),
        day=day,
        board_id=one_board,
        chase=chase,
        queued_at=at,
        send_from=goes_from(at + SECOND_THOUGHTS if chase else at, hours),
    )
    return reminder, [_line(person, one, chase) for one in told]


def _line(person: int, one: ToSay, chase: Chase | None) -> ReminderLine:
    return ReminderLine(
        person_id=person,
        board_id=one.known.board,
        action_id=one.owing.action,
        part_id=one.owing.part,
        reference=one.known.reference,
        occasion=one.prompt.occasion,
        for_day=one.prompt.for_day,
        chase=chase,
    )


def _keep(mails: list[Mail]) -> int:
    """All of a run or, where somebody else has queued some of it meanwhile, each mail that is not there yet."""
    try:
        return keep_mails(mails)
    except IntegrityError:
        return sum(_keep_alone(mail) for mail in mails)


def _keep_alone(mail: Mail) -> int:
    reminder, lines = mail
    reminder.pk = None
    for line in lines:
        line.pk = None
    try:
        return keep_mails([mail])
    except IntegrityError:
        return 0


@transaction.atomic
def keep_mails(mails: Iterable[Mail]) -> int:
    """Two statements. The database refuses what this person was told of already."""
    mails = list(mails)
    Reminder.objects.bulk_create([reminder for reminder, _ in mails])
    for reminder, lines in mails:
        for line in lines:
            line.reminder = reminder
    ReminderLine.objects.bulk_create([line for _, lines in mails for line in lines])
    return len(mails)
