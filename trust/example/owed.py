"""What the example's group is owed besides its minutes, and how it went: put off, extended, closed, left behind."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from actions.models import Action, Part, Reminder
from actions.operations.adding import NewAction, add_action
from actions.operations.changing import change_due
from actions.operations.leaving import pass_on
from actions.operations.passing import put_off
from actions.operations.progress import record_progress
from actions.operations.register import add_entry, close_entry
from actions.operations.reminder import queue_reminders
from actions.operations.request import ask
from actions.operations.settling import close_action
from actions.queries.owners import address_of
from actions.queries.page import last_entry
from actions.queries.words import read_owners_on
from actions.rules.due import Due
from actions.rules.owners import Owner, Owners
from boards.models import Partner, Person, Post, User
from trust.example import business
from trust.example.cast import address
from trust.example.meetings import board, clerk

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
LEFT = "Gethin Marl"


@dataclass(frozen=True)
class Owed:
    """Added so many weeks ago, due so many days from today."""

    text: str
    who: str
    weeks: int
    days: int


LIST = Owed("List the voluntary bodies that could take part in the spring bids", "TB", 4, 21)
FIGURES = Owed("Bring the figures of young people not in work to the group", "JL", 3, 12)
SPEAKERS = Owed("Propose three speakers for the spring conference", "RV", 2, 9)
ROOMS = Owed("Find rooms for the evening sessions in the south", "TB", 6, -6)
LETTER = Owed("Thank the schools that took part in the summer scheme", "KS", 8, -30)
SURVEY = Owed("Report on the survey of school leavers", LEFT, 7, 16)


def owe(*, at: dt.datetime) -> None:
    """Up to today. Nothing is sent: what was written to people in these weeks is put down as sent."""
    today = timezone.localdate(at)
    made = {given: _add(given, today, at) for given in (LIST, FIGURES, SPEAKERS, ROOMS, LETTER)}
    _extend(at)
    put_off(part=made[LIST].parts.get(), until=today + 2 * WEEK, by=_user("tomos"), at=at - 3 * DAY)
    _say(made[ROOMS], "tomos", "blocked", "Two halls are full until the summer.", at - 9 * DAY, waits_for="Council")
    _say(made[LETTER], "kirsty", "done", "Nineteen letters went out.", at - 5 * WEEK)
    reason = "The group thanked the clerk."
    close_action(
        action=made[LETTER], reason=reason, seen=last_entry(made[LETTER]), by=_user("rhiannon"), at=at - 4 * WEEK
    )
    _leave(today, at)
    _remind(at)
    part = Part.objects.get(action__text=business.FIRST[2].blocks[-1].text)
    why = "Procurement reads it until the end of the month."
    ask(part=part, kind="more_time", why=why, until=today + 3 * WEEK, by=_user("joss"), at=at - 2 * DAY)
    _put_down(today, at)


def _add(given: Owed, today: dt.date, at: dt.datetime) -> Action:
    owners = read_owners_on(given.who, board(), on=today)
    return _added(given, owners, today, at)


def _added(given: Owed, owners: Owners, today: dt.date, at: dt.datetime) -> Action:
    due = Due(Action.Due.DAY, today + given.days * DAY)
    new = NewAction(given.text, given.who, owners, due, None, uuid.uuid4())
    told: dict[str, Any] = {"by": clerk(), "at": at - given.weeks * WEEK}
    return add_action(new, board=board(), on=today - given.weeks * WEEK, **told)


def _say(action: Action, who: str, state: str, text: str, at: dt.datetime, waits_for: str = "") -> None:
    record_progress(part=action.parts.get(), state=state, text=text, by=_user(who), at=at, waits_for=waits_for)


def _extend(at: dt.datetime) -> None:
    """Twice, and it is late again; its owner has not said a word."""
    for weeks, reason in ((6, "The partners’ diaries do not meet."), (3, "The hall was not to be had.")):
        action = Action.objects.get(text=business.FIRST[0].blocks[2].text)
        day = timezone.localdate(at) - (weeks - 2) * WEEK
        told: dict[str, Any] = {"reason": reason, "seen": last_entry(action), "by": clerk(), "at": at - weeks * WEEK}
        change_due(action=action, due=Due(Action.Due.DAY, day), meeting=None, **told)


def _leave(today: dt.date, at: dt.datetime) -> None:
    """Somebody who worked for Careers until a fortnight ago: what they owed has fallen to Careers, and says so."""
    careers = Partner.objects.get(short_name="Careers")
    person = Person.objects.create(name=LEFT, initials="GM")
    since, until = today - 100 * WEEK, today - 2 * WEEK
    Post.objects.create(person=person, partner=careers, title="Data Officer", from_date=since, to_date=until)
    _added(SURVEY, Owners((Owner(Part.Owner.PERSON, LEFT, person.pk),)), today, at)
    pass_on(on=today - WEEK, at=at - WEEK)


def _remind(at: dt.datetime) -> None:
    """The rounds of the last four weeks."""
    for weeks in (4, 3, 2, 1):
        monday = at - weeks * WEEK
        monday = monday - monday.weekday() * DAY
        queue_reminders(at=monday)
        for mail in Reminder.objects.filter(state=Reminder.State.QUEUED).select_related("person__user"):
            mail.state, mail.handed_at, mail.sent_at = Reminder.State.SENT, mail.send_from, mail.send_from
            mail.address = address_of(mail.person)
            mail.save()


def _put_down(today: dt.date, at: dt.datetime) -> None:
    """Lines of the three other registers."""
    month = today.replace(day=1)
    later = (month + 40 * DAY).replace(day=1)
    partners = {one.short_name: one for one in Partner.objects.all()}
    council, health, police = partners["Council"], partners["Health Trust"], partners["Police"]
    lines: tuple[tuple[str, dict[str, Any]], ...] = (
        ("plan", {"title": "How the priority groups have begun", "who": "Manager, Youth Support", "month": month}),
        ("plan", {"title": "A year of the parents’ and carers’ forum", "who": "Chief Officer", "month": later}),
        ("challenge", {"title": "Why are school nurses not at case meetings?", **_between(police, health, today)}),
        ("challenge", {"title": "Who pays for the evening sessions?", **_between(health, council, today - 4 * WEEK)}),
        ("risk", _risk("No body is found to host the forum", 4, 4, today)),
        ("risk", _risk("The pilot in Tarnside ends before its money is agreed", 3, 5, today)),
        ("risk", _risk("Too few rooms in the evening", 2, 2, today)),
    )
    for register, given in lines:
        add_entry(board=board(), register=register, given=given, key=uuid.uuid4(), by=clerk(), at=at - WEEK)
    answered = board().register_entries.get(title="Who pays for the evening sessions?")
    answer = "The Council until March; the three partners after that."
    close_entry(entry=answered, state="done", answer=answer, by=clerk(), at=at - DAY)


def _between(asks: Partner, asked: Partner, day: dt.date) -> dict[str, Any]:
    return {"from_partner": asks, "to_partner": asked, "raised_on": day - 2 * WEEK}


def _risk(title: str, likelihood: int, impact: int, today: dt.date) -> dict[str, Any]:
    marks = {"likelihood": likelihood, "impact": impact}
    return {"title": title, "who": "Rhiannon Vale", "raised_on": today - 3 * WEEK, **marks}


def _user(sign_in: str) -> User:
    return User.objects.get(email=address(sign_in))
