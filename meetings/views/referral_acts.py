"""Asking another board or body, sending, answering and withdrawing: each read through before it is done."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from boards.permissions import check_may_minute
from boards.views.acts import Act, act_page
from meetings.forms.referral import AnswerForm, ReferralForm, ReplyForm, SentForm, WithdrawForm
from meetings.models import AgendaItem, Meeting, Referral
from meetings.operations import referral as operations
from meetings.queries.entitled import items_seen
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.referral import ReferralLine, boards_to_ask, decisions_under, referral_for
from meetings.views.referral import letter_of
from meetings.views.trails import board_trail, meeting_trail
from trust.tools.words import within

FIRST = (
    "A board of the partnership finds it on its draft agenda, or on the next one it draws up, and its answer or its "
    "silence shows on this board’s list. A body outside gets a letter: print it from the next page, send it, and mark "
    "it as sent. What stands above is read by those you ask."
)


def refer(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """Ask another board or a body outside, from an item or from a decision under it."""
    found = meeting_minuted_by(request.user, board, meeting)
    about, today = _item(request, found, item), timezone.localdate()
    boards, decisions = boards_to_ask(found.board, request.user, on=today), decisions_under(about)
    key = _key(request)
    by_key = decisions.filter(block__key=key).first() if key else None
    given = {"boards": boards, "decisions": decisions, "on": today, "initial": {"decision": by_key}}
    form = ReferralForm(request.POST or None, **given)  # type: ignore[arg-type]
    act = Act(
        title="Ask another board or body",
        about=f"{about}, {found}",
        button="Ask them",
        next_step=FIRST,
        said="It is asked.",
        place="Requests and referrals",
        then=f"{found.get_absolute_url()}#{about.anchor}",
        trail=meeting_trail(found),
    )
    made: list[Referral] = []

    def do(given: dict[str, Any]) -> object:
        made.append(operations.refer(item=about, **given, by=request.user, at=timezone.now()))
        return made[-1]

    answer = act_page(request, act, form, do)
    done = answer.status_code == 302 and made
    return redirect("meetings:referral", board, made[-1].pk) if done else answer


def sent(request: HttpRequest, board: str, referral: int) -> HttpResponse:
    """Mark the letter as sent."""
    line = letter_of(request, board, referral)
    form = SentForm(request.POST or None, initial={"sent_date": timezone.localdate()})
    next_step = "From that day on the list says how long there has been no reply. When one comes, record it here."
    act = _act(line, "Mark the letter as sent", "It was sent", next_step, "The letter is marked as sent.")

    def do(given: dict[str, Any]) -> object:
        return operations.mark_sent(referral=line.referral, **given, by=request.user, at=timezone.now())

    return act_page(request, act, form, do)


def reply(request: HttpRequest, board: str, referral: int) -> HttpResponse:
    """What a body outside replied, entered by who asked; or the answer of the board that was asked."""
    line = referral_for(request.user, board, referral, on=timezone.localdate())
    check_may_minute(request.user, line.board)
    one = line.referral
    initial = {"reply": one.reply, "replied_date": one.replied_date or timezone.localdate()}
    data = request.POST or None
    if line.is_sent:
        form: ReplyForm = ReplyForm(data, initial=initial)
        next_step = "It stands beside the request, and the request is closed. You can put it right later."
        act = _act(line, "Record the reply", "Record it", next_step, "The reply is recorded.")
        return act_page(request, act, form, _answering(operations.record_reply, line, request))
    form = AnswerForm(data, initial=initial, asks_for_minutes=one.asks_for_minutes)
    next_step = f"{line.other} reads your answer and its day on its own list. You can put it right later."
    act = _act(line, "Answer", "Send the answer", next_step, "The answer is sent.")
    return act_page(request, act, form, _answering(operations.answer, line, request))


def withdraw(request: HttpRequest, board: str, referral: int) -> HttpResponse:
    """Take a request back, with the reason."""
    line = referral_for(request.user, board, referral, on=timezone.localdate())
    check_may_minute(request.user, line.board)
    next_step = "Who was asked reads why. It comes off a draft agenda; on one that is out it is marked as withdrawn."
    act = _act(line, "Withdraw this request", "Withdraw it", next_step, "It is withdrawn.")

    def do(given: dict[str, Any]) -> object:
        return operations.withdraw(referral=line.referral, **given, by=request.user)

    return act_page(request, act, WithdrawForm(request.POST or None), do)


def _answering(act: Callable[..., object], line: ReferralLine, request: HttpRequest) -> Callable[[Any], object]:
    return lambda given: act(referral=line.referral, **given, by=request.user, at=timezone.now())


def _act(line: ReferralLine, title: str, button: str, next_step: str, said: str) -> Act:
    then = reverse("meetings:referral", args=[line.board.slug, line.referral.pk])
    about = f"{line.referral.get_kind_display()} {'to' if line.is_sent else 'of'} {within(line.other)}"
    above = ("Requests and referrals", reverse("meetings:referrals", args=[line.board.slug]))
    trail = board_trail(line.board, above, (line.other, then))
    return Act(title, about, button, next_step, said, place=about, then=then, trail=trail)


def _item(request: HttpRequest, meeting: Meeting, pk: int) -> AgendaItem:
    """An item of this meeting that the officer may see."""
    shown = items_seen(request.user, meeting).filter(is_section=False)
    return get_object_or_404(shown.select_related("meeting__board", "section"), pk=pk)


def _key(request: HttpRequest) -> uuid.UUID | None:
    """The block of the decision the officer came from; nothing where it is no key."""
    with suppress(ValueError):
        return uuid.UUID(request.GET.get("decision", ""))
    return None
