"""Mails that wait, looked up many at a time: to whom each goes, what of it still holds, and what it says."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch

from actions.models import Occasion, Reminder, ReminderLine
from actions.queries.letter import Letter, in_words_of, letters_of
from actions.queries.owing import Owing, known_of, may_know, owed, to_be_chased
from actions.queries.reach import Reach, reach_of
from actions.queries.reminder import in_peace
from actions.rules.reminder import Prompt, still_holds

NOTHING_LEFT = "By then there was nothing left to say."


@dataclass(frozen=True)
class Outgoing:
    """One mail as it stood when it was looked up. ``fell``: lines that no longer hold, by key; ``why_not``: why it does
    not go, "" where it does."""

    letter: Letter
    fell: tuple[int, ...]
    why_not: str


def outgoing(reminders: Collection[int], *, on: dt.date) -> dict[int, Outgoing]:
    """By key. A constant number of statements, but for those who owe closed business."""
    said = Prefetch("lines", ReminderLine.objects.filter(is_left_out=False))
    rows = Reminder.objects.filter(pk__in=reminders).select_related("chase__asked_by__person")
    mails = list(rows.prefetch_related(said))
    reach = reach_of({mail.person_id for mail in mails})
    held = lines_that_hold([line for mail in mails for line in mail.lines.all()], reach, on=on)
    theirs = [[line for line in mail.lines.all() if line.pk in held] for mail in mails]
    told = [(reach.people[mail.person_id], lines) for mail, lines in zip(mails, theirs, strict=True)]
    return {
        mail.pk: Outgoing(
            letter=in_words_of(letter, mail.chase.asked_by, mail.chase.words) if mail.chase else letter,
            fell=tuple(line.pk for line in mail.lines.all() if line.pk not in held),
            why_not=reach.why_not(mail.person_id) or ("" if letter.entries else NOTHING_LEFT),
        )
        for mail, letter in zip(mails, letters_of(told, on=on), strict=True)
    }


def lines_that_hold(lines: Sequence[ReminderLine], reach: Reach, *, on: dt.date) -> set[int]:
    """By key, what of it is still so: still owed by them, open, out of the desk, and theirs to know."""
    named = {line.action_id for line in lines if line.action_id}
    owings = [Owing(*row) for row in owed(to_be_chased().filter(pk__in=named), on=on) if row[0] in reach.people]
    known = known_of({owing.action for owing in owings})
    allowed = {
        (person, owing.action)
        for person, theirs in groupby(owings, key=lambda owing: owing.person)
        for owing in may_know(reach.people[person], theirs, known, on=on)
    }
    peace = in_peace((line.part_id for line in lines if not line.chase_id), on=on)
    return {
        line.pk
        for line in lines
        if line.action_id
        and (line.person_id, line.action_id) in allowed
        and line.part_id not in peace
        and not reach.is_off(line.person_id, line.board_id)
        and still_holds(Prompt(Occasion(line.occasion), line.for_day), known[line.action_id].standing, on)
    }
