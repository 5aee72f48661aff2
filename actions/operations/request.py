"""An owner asks for more time, or to be let go; the board’s officers or chair answer (DOMAIN rule 65)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from actions.models import Action, Part, Progress, Request
from actions.operations.answer_mail import tell_asker
from actions.operations.changing import change_due, change_owners
from actions.operations.progress import held, held_part, signed, write
from actions.operations.settling import check_read
from actions.permissions import check_may_ask, check_may_keep
from actions.rules.action import Incomplete
from actions.rules.due import Due
from actions.rules.owners import Owner
from actions.rules.request import check_can_answer, check_none_waits, check_part_open, check_until, check_why
from trust.tools.plain import plain
from trust.tools.words import long_date, the_day


@transaction.atomic
def ask(*, part: Part, kind: str, why: str, until: dt.date | None = None, by: Any, at: dt.datetime) -> Request:
    """Ask the board’s officers or chair. Nothing changes until they answer."""
    part, action = held_part(part)
    why = plain(why).strip()
    check_may_ask(by, part, on=the_day(at))
    check_part_open(part)
    check_none_waits(part.requests.filter(outcome="").select_related("asked").first())
    if kind == Request.Kind.MORE_TIME:
        check_until(until, Action.objects.with_due_on().get(pk=action.pk).due_on, the_day(at))
    check_why(why)
    becomes = long_date(until) if until else ""
    entry = write(action, Progress.Kind.ASKED, part=part, text=why, becomes=becomes, by=by, at=at)
    return signed(Request(part=part, kind=kind, until_date=until, asked=entry), by, at, "")


@transaction.atomic
def answer(
    *,
    request: Request,
    granted: bool,
    sentence: str,
    seen: int,
    by: Any,
    at: dt.datetime,
    instead: Sequence[Owner] = (),
) -> Request:
    """Grant or refuse. More time changes the due date, "not mine" the owners: by the operations that do so, which keep
    what it was. ``instead``: who owes it in place of one who is let go; needed where nobody else does."""
    action, sentence = held(request.part.action), plain(sentence).strip()
    check_may_keep(by, action.kept_by)
    request = Request.objects.select_related("part__person", "asked__by__person", "asked__person").get(pk=request.pk)
    check_can_answer(request, sentence)
    check_read(action, seen)
    entry = write(action, Progress.Kind.ANSWERED, part=request.part, text=sentence, by=by, at=at)
    request.outcome = Request.Outcome.GRANTED if granted else Request.Outcome.REFUSED
    request.answer = entry
    signed(request, by, at, sentence)
    if granted:
        _grant(request, action, instead, {"reason": sentence, "seen": entry.pk, "by": by, "at": at})
    tell_asker(request)
    return request


def _grant(request: Request, action: Action, instead: Sequence[Owner], given: dict[str, Any]) -> None:
    if request.until_date:
        change_due(action=action, due=Due(Action.Due.DAY, request.until_date), meeting=None, **given)
        return
    owners = [*_others(request.part), *instead]
    if not owners:
        raise Incomplete("Nobody else owes this action. Say who owes it instead.")
    change_owners(action=action, owners=owners, **given)


def _others(part: Part) -> list[Owner]:
    """Everybody else who is still asked."""
    rest = part.action.parts.exclude(pk=part.pk).exclude(state="not_needed")
    return [Owner(one.owner, one.name, one.person_id, one.partner_id, one.seat_id, one.from_all) for one in rest]
