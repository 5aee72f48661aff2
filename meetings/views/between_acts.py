"""Answering, closing, withdrawing and ratifying what is decided between meetings."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from boards.permissions import check_may_minute
from boards.views.acts import Act, act_page, confirm_page
from meetings.forms.between import AnswerForm
from meetings.forms.referral import WithdrawForm
from meetings.models import Asked
from meetings.operations import between as operations
from meetings.queries.between import BetweenLine, between_for, expected_outcome
from meetings.views.between import trail_of
from trust.tools.refusal import NotPermitted


def answer(request: HttpRequest, board: str, between: int) -> HttpResponse:
    """One’s own answer."""
    line = between_for(request.user, board, between, on=timezone.localdate())
    if line.own is None:
        raise NotPermitted("Only those who were asked answer this.")
    next_step = "The board’s members and officers read it. You can answer otherwise until it closes."
    act = _act(line, "Answer", "Send my answer", next_step, "Your answer is kept.")
    return _answer(request, line.own, act, AnswerForm(request.POST or None, initial=_given(line.own)))


def enter_answer(request: HttpRequest, board: str, between: int, asked: int) -> HttpResponse:
    """The clerk enters what somebody answered in another way."""
    line = between_for(request.user, board, between, on=timezone.localdate())
    check_may_minute(request.user, line.between.board)
    found = next((one for one in line.asked if one.pk == asked), None)
    if found is None:
        raise Http404("Nobody who was asked is at this address.")
    name = found.person.name
    next_step = "It is marked as entered by the clerk, and can be put right until it closes."
    act = _act(line, f"Enter what {name} answered", "Enter it", next_step, "It is entered.")
    form = AnswerForm(request.POST or None, initial=_given(found), name=name)
    return _answer(request, found, act, form)


def close(request: HttpRequest, board: str, between: int) -> HttpResponse:
    """Close it, with what follows from the answers."""
    line = _led(request, board, between)
    next_step = expected_outcome(line, on=timezone.localdate())
    act = _act(line, "Close it", "Close it", next_step, "It is closed.")

    def do() -> object:
        return operations.close(between=line.between, by=request.user, at=timezone.now())

    return confirm_page(request, act, do)


def withdraw(request: HttpRequest, board: str, between: int) -> HttpResponse:
    """Ask no longer, with the reason."""
    line = _led(request, board, between)
    next_step = "Nobody can answer any more. What was asked and what was answered stays on the board’s list."
    act = _act(line, "Withdraw it", "Withdraw it", next_step, "It is withdrawn.")

    def do(given: dict[str, Any]) -> object:
        return operations.withdraw(between=line.between, **given, by=request.user)

    return act_page(request, act, WithdrawForm(request.POST or None), do)


def ratify(request: HttpRequest, board: str, between: int) -> HttpResponse:
    """Say that the meeting ratified it, by the decision written under its item."""
    line = between_for(request.user, board, between, on=timezone.localdate())
    check_may_minute(request.user, line.between.board)
    next_step = "It is marked as ratified by the decision of the kind “Ratified” in the minutes of its item."
    act = _act(line, "Mark it as ratified", "It was ratified", next_step, "It is ratified.")

    def do() -> object:
        return operations.mark_ratified(between=line.between, by=request.user)

    return confirm_page(request, act, do)


def _answer(request: HttpRequest, asked: Asked, act: Act, form: AnswerForm) -> HttpResponse:
    def do(given: dict[str, Any]) -> object:
        return operations.answer(asked=asked, **given, by=request.user, at=timezone.now())

    return act_page(request, act, form, do)


def _led(request: HttpRequest, board: str, between: int) -> BetweenLine:
    line = between_for(request.user, board, between, on=timezone.localdate())
    operations.check_may_lead(request.user, line.between.board)
    return line


def _given(asked: Asked) -> dict[str, str]:
    return {"answer": "" if asked.answer == Asked.Answer.NONE else asked.answer, "words": asked.words}


def _act(line: BetweenLine, title: str, button: str, next_step: str, said: str) -> Act:
    about = line.between.title
    then = line.between.get_absolute_url()
    trail = (*trail_of(line.between.board), (about, then))
    return Act(title, about, button, next_step, said, place=about, then=then, trail=trail)
