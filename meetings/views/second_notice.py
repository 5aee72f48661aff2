"""Representations against a meeting in private, and the second notice with the responses to them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from boards.permissions import check_may_minute
from boards.views.acts import Act, act_page, confirm_page
from meetings.forms.second_notice import RepresentationForm, SecondNoticeForm
from meetings.models import KeyDecisionNotice
from meetings.operations import second_notice as operations
from meetings.queries.key_decision import notice_for
from meetings.queries.second_notice import representation_of
from meetings.views.trails import board_trail

PUBLISH = (
    "Whoever may know of this board reads it with the notice from now on: the reasons, every representation and the "
    "response to each. It then stays as it is."
)
FIELDS = [*RepresentationForm.base_fields]


def add_representation(request: HttpRequest, board: str, notice: int) -> HttpResponse:
    found = _minuted(request, board, notice)
    form = RepresentationForm(request.POST or None, initial={"received_date": timezone.localdate()})
    act = _act(found, "Put down a representation", "Put it down", "", "It is put down.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        on = timezone.localdate()
        return operations.put_down_representation(notice=found, **given, by=request.user, on=on)

    return act_page(request, act, form, do)


def change_representation(request: HttpRequest, board: str, notice: int, representation: int) -> HttpResponse:
    """Put it right, or write the response."""
    found = _minuted(request, board, notice)
    one = representation_of(found, representation)
    form = RepresentationForm(request.POST or None, initial={name: getattr(one, name) for name in FIELDS})
    act = _act(found, "Change it, or write the response", "Save the change", "", "It is kept.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        put: dict[str, Any] = {"representation": one, "by": request.user, "on": timezone.localdate()}
        return operations.put_down_representation(notice=found, **given, **put)

    return act_page(request, act, form, do)


def take_out_representation(request: HttpRequest, board: str, notice: int, representation: int) -> HttpResponse:
    """One put down by mistake."""
    found = _minuted(request, board, notice)
    one = representation_of(found, representation)
    act = _act(found, "Take it out", "Take it out", "The second notice does not give it.", "It is taken out.")
    return confirm_page(request, act, lambda: operations.take_out_representation(representation=one, by=request.user))


def publish_second(request: HttpRequest, board: str, notice: int) -> HttpResponse:
    found = _minuted(request, board, notice)
    held = found.item.meeting.date if found.item else found.expected_date
    form = SecondNoticeForm(request.POST or None, initial={"meeting_date": held, "reason": found.private_reason})
    act = _act(found, "Publish the second notice", "Publish", PUBLISH, "The second notice is published.")

    def do(given: dict[str, Any]) -> object:
        return operations.publish_second(notice=found, **given, by=request.user, at=timezone.now())

    return act_page(request, act, form, do)


def _minuted(request: HttpRequest, board: str, notice: int) -> KeyDecisionNotice:
    found = notice_for(request.user, board, notice).notice
    check_may_minute(request.user, found.board)
    return found


def _act(
    notice: KeyDecisionNotice, title: str, button: str, next_step: str, said: str, *, at_once: bool = False
) -> Act:
    board = notice.board
    then = reverse("meetings:key_decision", args=[board.slug, notice.pk])
    return Act(
        title=title,
        about=notice.matter,
        button=button,
        next_step=next_step,
        said=said,
        place=notice.matter,
        then=then,
        at_once=at_once,
        trail=board_trail(
            board, ("Key decisions", reverse("meetings:key_decisions", args=[board.slug])), ("The notice", then)
        ),
    )
