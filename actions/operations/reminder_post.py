"""Reminders are handed to the mail server, each exactly once as far as SMTP lets anybody promise that.

Each mail goes in three steps. Under a lock on its row, so that of two workers only one has it, the server is given all
of the mail but its last line; then the row says "handing over", and that is committed; then the server is given the
last line, and the row says "sent" once it has answered.

A worker that dies before the middle step has sent nothing: the row is still queued, and another takes it up. One that
dies after it leaves the row "handing over", which nobody sends again by themselves. What can happen then: the server
has the mail (it had all of it, and takes the last line even from a sender that is gone), and everything is as it should
be but the word "sent"; or, where machine or network went at that very moment, the server has dropped it, and nobody
got it. SMTP has no way to ask which. After a quarter of an hour such a row is in doubt: the register says so, and an
officer may send it again, under the same Message-ID. At most one mail of each worker that dies can be in doubt.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils import timezone

from actions.models import Reminder
from actions.operations.bounce import count_as_unsaid, note_failure
from actions.operations.reminder_mail import mail_of
from actions.queries.outgoing import Outgoing, outgoing
from actions.queries.owners import address_of
from actions.rules.reminder import MOST_TRIES, goes_from, is_quiet, waits_for
from trust.tools.post import AddressRefused, InDoubt, NoServer, NotTaken, Post, PutOff

log = logging.getLogger(__name__)
State = Reminder.State
Clock = Callable[[], dt.datetime]
#: A mail that has been handed over for so long is in doubt: the server is given ten minutes to answer.
UNANSWERED = dt.timedelta(minutes=15)
DOUBT = "It was being handed over when the sending broke off. The mail server most likely has it."
#: Mails looked up at a time, and for how long what was looked up is trusted: an action may be closed meanwhile.
RUN, STALE = 200, dt.timedelta(seconds=10)


def hand_over_waiting(*, clock: Clock) -> int:
    """Hand over everything that waits and may go now; how many the server took. Quiet hours hold it back."""
    mark_doubtful(at=clock())
    taken = last = 0
    with Post() as post:
        while not is_quiet(clock()) and (run := _waiting(clock(), after=last)):
            last = run[-1]
            try:
                taken += sum(hand_over(pk, post, found, clock=clock) for pk, found in _looked_up(run, clock))
            except NoServer:
                break
    return taken


def _waiting(at: dt.datetime, *, after: int) -> list[int]:
    rows = Reminder.objects.filter(state=State.QUEUED, send_from__lte=at, pk__gt=after).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:RUN])


def _looked_up(run: list[int], clock: Clock) -> Iterator[tuple[int, Outgoing | None]]:
    """Each with what it is to say, looked up for all together, and again for the rest once that is stale. Where that
    fails, each is looked up by itself, so that one which cannot be made does not keep the others waiting."""
    found: dict[int, Outgoing] = {}
    looked: dt.datetime | None = None
    for place, pk in enumerate(run):
        if looked is None or clock() - looked > STALE:
            looked = clock()
            try:
                found = outgoing(run[place:], on=timezone.localdate(looked))
            except Exception:
                log.exception("Reminders could not be looked up together")
                found = {}
        yield pk, found.get(pk)


def hand_over(pk: int, post: Post, found: Outgoing | None, *, clock: Clock) -> bool:
    """One mail, where nobody else has it in hand. ``NoServer`` leaves it as it was; one mail that cannot be made does
    not keep the others waiting."""
    try:
        found = found or outgoing([pk], on=timezone.localdate(clock()))[pk]
        if not _begin(pk, post, found, clock()):
            return False
        post.finish()
    except NoServer:
        raise
    except NotTaken as failure:
        _settle(pk, failure, clock())
        return False
    except Exception:
        log.exception("Reminder %s could not be made", pk)
        _settle(pk, PutOff("It could not be made because of a fault in the program."), clock(), State.QUEUED)
        return False
    Reminder.objects.filter(pk=pk, state=State.HANDING_OVER).update(state=State.SENT, sent_at=clock())
    return True


def _begin(pk: int, post: Post, found: Outgoing, at: dt.datetime) -> bool:
    """Whether the server was given all but the last line, and the row says so. What fell away meanwhile is left out."""
    try:
        with transaction.atomic():
            rows = Reminder.objects.select_for_update(skip_locked=True, of=["self"])
            reminder = rows.filter(pk=pk, state=State.QUEUED).first()
            return reminder is not None and _begun(reminder, post, found, at)
    except BaseException:
        post.let_go()
        raise


def _begun(reminder: Reminder, post: Post, found: Outgoing, at: dt.datetime) -> bool:
    if found.fell:
        reminder.lines.filter(pk__in=found.fell).update(is_left_out=True)
    if found.why_not:
        _keep(reminder, State.WITHDRAWN, reason=found.why_not)
        count_as_unsaid(reminder)
        return False
    reminder.address = address_of(found.letter.person)
    try:
        with transaction.atomic():
            post.begin(mail_of(reminder, found.letter, at=at))
    except (AddressRefused, PutOff) as failure:
        _not_taken(reminder, failure, at)
        return False
    _keep(reminder, State.HANDING_OVER, handed_at=at)
    return True


@transaction.atomic
def _settle(pk: int, failure: NotTaken, at: dt.datetime, state: str = State.HANDING_OVER) -> None:
    """The server’s word after the last line was no."""
    reminder = Reminder.objects.select_for_update(of=["self"]).get(pk=pk)
    if reminder.state == state:
        _not_taken(reminder, failure, at)


def _not_taken(reminder: Reminder, failure: NotTaken, at: dt.datetime) -> None:
    if isinstance(failure, InDoubt):
        _keep(reminder, State.IN_DOUBT, reason=DOUBT)
    elif isinstance(failure, PutOff) and reminder.tries < MOST_TRIES:
        waits = goes_from(at + waits_for(reminder.tries))
        _keep(reminder, State.QUEUED, reason=failure.said, tries=reminder.tries + 1, send_from=waits)
    else:
        _keep(reminder, State.REFUSED, reason=failure.said)
        count_as_unsaid(reminder)
        note_failure(reminder=reminder, code=failure.code, reason=failure.said, at=at)


def _keep(reminder: Reminder, state: str, **more: object) -> None:
    reminder.state = state
    for name, value in more.items():
        setattr(reminder, name, value)
    reminder.save()


def mark_doubtful(*, at: dt.datetime) -> int:
    """What has been handing over for too long: whoever had it in hand is gone."""
    return Reminder.objects.filter(state=State.HANDING_OVER, handed_at__lt=at - UNANSWERED).update(
        state=State.IN_DOUBT, reason=DOUBT
    )
