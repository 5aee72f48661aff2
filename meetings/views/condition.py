"""What a decision waits for from another body, and what it delegates, as the clerk keeps it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.queries.access import boards_known_to
from boards.views.acts import act_page
from meetings.forms.spending import ConditionAnswerForm, ConditionForm, DelegationForm, ReasonForm, UseForm
from meetings.operations import condition as operations
from meetings.operations import delegation as delegations
from meetings.queries.spending import decision_minuted
from meetings.rules.condition import of
from meetings.views.spending import decision_act, page_of
from trust.tools.refusal import Refused


def add_condition(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    boards = boards_known_to(request.user).exclude(pk=read.meeting.board_id)
    form = ConditionForm(request.POST or None, boards=boards)
    act = decision_act(
        read,
        title="Subject to another body’s agreement",
        button="Write it down",
        said="The minutes say what it is subject to.",
        at_once=True,
        place="conditions",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_condition(decision=read.decision, **given, by=request.user)

    return act_page(request, act, form, do)


def answer_condition(request: HttpRequest, board: str, meeting: str, decision: UUID, condition: int) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    found = get_object_or_404(read.decision.conditions.all(), pk=condition)
    act = decision_act(
        read,
        title=f"Enter what {of(found)} answers",
        button="Enter the answer",
        next_step="The decision stands from that day if nothing else is waited for. Where the answer is no, it does "
        "not stand, and its page says so.",
        said="The answer is entered.",
        place="conditions",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.answer_condition(condition=found, **given, by=request.user, at=timezone.now())

    return act_page(request, act, ConditionAnswerForm(request.POST or None), do)


def take_answer_back(request: HttpRequest, board: str, meeting: str, decision: UUID, condition: int) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    found = get_object_or_404(read.decision.conditions.all(), pk=condition)
    act = decision_act(
        read,
        title=f"Take back the answer of {of(found)}",
        button="Take it back",
        next_step="The decision waits for the answer again. What was entered stays in the history with your reason.",
        said="The answer is taken back.",
        place="conditions",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.take_answer_back(condition=found, **given, by=request.user)

    return act_page(request, act, ReasonForm(request.POST or None), do)


@require_POST
def remove_condition(request: HttpRequest, board: str, meeting: str, decision: UUID, condition: int) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    found = get_object_or_404(read.decision.conditions.all(), pk=condition)
    try:
        operations.remove_condition(condition=found, by=request.user)
        messages.success(request, f"It is no longer subject to the agreement of {of(found)}.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(page_of(read, "conditions"))


def delegate(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    one = read.decision
    now = {
        "to": one.delegated_to,
        "consulted": one.in_consultation_with,
        "scope": one.delegation_scope,
        "until": one.delegated_until,
    }
    act = decision_act(
        read,
        title="What it delegates",
        button="Write it down",
        said="The minutes say what it delegates.",
        at_once=True,
        place="delegation",
    )

    def do(given: dict[str, Any]) -> object:
        return delegations.delegate(decision=one, **given, by=request.user)

    return act_page(request, act, DelegationForm(request.POST or None, initial=now), do)


def add_use(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    to = read.decision.delegated_to
    act = decision_act(
        read,
        title=f"List a use of the power of {to}" if to else "List a use",
        button="List it",
        next_step="Members read it with the decision. A use after the power ended, or without consulting whom it asks "
        "to be consulted, is listed all the same and marked.",
        said="The use is listed.",
        place="delegation",
    )

    def do(given: dict[str, Any]) -> object:
        return delegations.record_use(decision=read.decision, **given, by=request.user, at=timezone.now())

    return act_page(request, act, UseForm(request.POST or None, initial={"on": timezone.localdate()}), do)


def take_use_away(request: HttpRequest, board: str, meeting: str, decision: UUID, use: int) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    found = get_object_or_404(read.decision.uses.all(), pk=use)
    act = decision_act(
        read,
        title="Take a use away",
        button="Take it away",
        next_step="It is listed no longer. It stays in the history with your reason.",
        said="The use is taken away.",
        place="delegation",
    )

    def do(given: dict[str, Any]) -> object:
        return delegations.take_use_away(use=found, **given, by=request.user)

    return act_page(request, act, ReasonForm(request.POST or None), do)
