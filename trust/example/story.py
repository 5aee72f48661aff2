"""What has happened in the example up to today: meetings held and to come, and money spoken of."""

import datetime as dt
from typing import Any

from django.utils import timezone

from actions.models import Part
from actions.operations.progress import record_progress
from boards.models import Partner, User
from boards.operations.words import add_words
from commissioning.operations.contribution import add_contribution
from commissioning.operations.fund import set_up_fund
from commissioning.operations.priority import add_priority
from commissioning.rules.years import year_of
from meetings.models import Declaration, Meeting
from meetings.operations.circulation import circulate_minutes
from meetings.operations.declaration import record_declaration
from meetings.operations.phrases import begin_with_usual_phrases
from meetings.queries.phrases import Shelf
from trust.example import business
from trust.example.agreed import ask_for_agreement
from trust.example.beyond import ask_others, decide_between, draw_up_agendas, send_minutes
from trust.example.cast import address
from trust.example.commissioning.funds import pool_money
from trust.example.commissioning.rounds import give_out
from trust.example.deciding import decide_first, decide_second, hear_from_health, use_power
from trust.example.kept import keep_records, share
from trust.example.meetings import attend, board, clerk, meet, minute, tuesday
from trust.example.owed import owe
from trust.example.papered import lay_papers, submit
from trust.example.record import approve, comment

POUNDS = 100


def tell(*, at: dt.datetime) -> None:
    """Two meetings held, the earlier approved at the later; one today, to be minuted; one called."""
    today = timezone.localdate(at)
    weeks = dt.timedelta(weeks=1)
    first = hold(tuesday(today - 10 * weeks), business.FIRST)
    second = hold(tuesday(today - 5 * weeks), business.SECOND)
    draw_up_agendas(today, by=clerk())
    send_minutes(today)
    minute(first, business.FIRST, at=at - 9 * weeks)
    decide_first(first, at=at - 9 * weeks)
    ask_others(first, at=at - 9 * weeks)
    approve(first, second, at=at - 4 * weeks)
    minute(second, business.SECOND, at=at - 4 * weeks)
    declare(second)
    decide_second(second, at=at - 4 * weeks)
    draft = circulate_minutes(meeting=second, by=clerk(), at=at - dt.timedelta(days=3))
    comment(draft, at=at - dt.timedelta(days=2))
    decide_between(today, at=at - 2 * weeks)
    hear_from_health(at=at)
    use_power(at=at)
    report(at=at - weeks)
    meet(board(), today, business.THIRD, at=at - weeks)
    lay_papers(meet(board(), tuesday(today + 5 * weeks), business.THIRD[:2], at=at), at=at)
    submit(at=at)
    tell_what_goes_with_it(first, second, at=at)


def tell_what_goes_with_it(first: Meeting, second: Meeting, *, at: dt.datetime) -> None:
    """The money, what was given out and shared, the usual words, and how what is owed stands."""
    speak_of_money(at=at)
    ask_for_agreement(at=at)
    keep_records(first, second, at=at)
    share(first, at=at)
    write_down_usual_words()
    owe(at=at)


def declare(meeting: Meeting) -> None:
    """Somebody whose own organisation is paid by an item says so, and is out of the room for it."""
    item = meeting.items.get(title=business.SECOND[0].title)
    item.concerns.add(Partner.objects.get(short_name="Voluntary sector"))
    record_declaration(
        attendance=meeting.attendances.get(name="Tomos Beynon"),
        kind=Declaration.Kind.EMPLOYMENT,
        interest="The voluntary sector is among the bidders",
        whose="",
        consequence=Declaration.Consequence.LEFT,
        items=[item],
        by=clerk(),
    )


def write_down_usual_words() -> None:
    """The sentences the group's minutes begin with, and words that no dictionary has."""
    begin_with_usual_phrases(shelf=Shelf(board()), by=clerk())
    add_words(words=business.WORDS, by=clerk())


def hold(day: dt.date, items: tuple[business.Item, ...]) -> Meeting:
    """A meeting that was called in good time, and took place."""
    at = timezone.make_aware(dt.datetime.combine(day, dt.time(14)))
    meeting = meet(board(), day, items, at=at - dt.timedelta(weeks=2))
    attend(meeting, at=at)
    return meeting


def report(*, at: dt.datetime) -> None:
    """What some have said of what they owe; the rest is late."""
    for email, text, state, said in business.REPORTS:
        user = User.objects.get(email=address(email))
        part = Part.objects.get(action__text=text, person__user=user)
        record_progress(part=part, state=state, text=said, by=user, at=at)


def speak_of_money(*, at: dt.datetime) -> None:
    """Three priorities and a fund; then a round out of another, and pools."""
    by, council = clerk(), Partner.objects.get(short_name="Council")
    named = (("Early help", "Manager, Youth Support"), ("Infant feeding", ""), ("Young people and alcohol", ""))
    for title, lead in named:
        add_priority(board=board(), title=title, lead=lead, by=by)
    told: dict[str, Any] = {"name": "Neighbourhood fund", "kind": "grant", "source": "Neighbourhood grant"}
    told |= {"board": board(), "host": council, "risk_share": "None"}
    amount = {"amount_pence": 162_000 * POUNDS, "amount_stated": "162k"}
    fund = set_up_fund(fund=None, told=told | amount, by=by)
    put = {"partner": council, "year": year_of(timezone.localdate()), "kind": "cash"} | amount
    add_contribution(fund=fund, told=put, by=by)
    give_out(at=at)
    pool_money(at=at)
