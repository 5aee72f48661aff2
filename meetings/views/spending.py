"""The money of a decision: whose it is, and what each partner answered, as the clerk keeps it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from boards.queries.partners import partners_known_to
from boards.queries.succession import followers_of
from boards.views.acts import Act, act_page, asked
from meetings.forms.consent import EnteredAnswerForm
from meetings.forms.spending import MoneyLineForm
from meetings.models import SpendingLine
from meetings.operations import consent as consents
from meetings.operations import spending as operations
from meetings.queries.consent import representatives_of
from meetings.queries.room import room_record
from meetings.queries.spending import DecisionRead, decision_minuted, decision_read, line_of, spent_of
from meetings.rules.consent import may_answer_there
from meetings.views.trails import meeting_trail
from trust.tools.markup import as_text
from trust.tools.refusal import Refused
from trust.tools.words import money, short_date, within


def page_of(read: DecisionRead, place: str = "") -> str:
    """The page on which what stands beside a decision is shown."""
    at = reverse("meetings:decision", args=[read.meeting.board.slug, read.meeting.address, read.decision.block.key])
    return f"{at}#{place}" if place else at


def trail_of(read: DecisionRead) -> tuple[tuple[str, str], ...]:
    """The pages above an act on a decision."""
    return meeting_trail(read.meeting, ("The decision", page_of(read)))


def decision_act(read: DecisionRead, *, title: str, button: str, said: str, **more: Any) -> Act:
    """An act done on a decision’s page, about its words."""
    words = " ".join(as_text(read.decision.block.text).split())
    about = f"{read.decision.block.item}: {words[:160]}{'…' if len(words) > 160 else ''}"
    place = more.pop("place", "")
    given = {"next_step": "", "place": "What was decided", "then": page_of(read, place), "trail": trail_of(read)} | more
    return Act(title=title, about=about, button=button, said=said, **given)


@require_safe
def money_page(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    """The money stands on the decision’s own page."""
    return redirect(page_of(decision_read(request.user, board, meeting, decision), "money"))


def add_line(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    partners = partners_known_to(request.user).filter(ended_date=None)
    form = MoneyLineForm(request.POST or None, partners=partners, initial={"amount": asked(request, "amount")})
    act = decision_act(
        read,
        title="Say whose money it spends",
        button="Write it down",
        said="The money is written down.",
        at_once=True,
        place="money",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_line(decision=read.decision, **form.asked, by=request.user)

    return act_page(request, act, form, do)


def change_line(request: HttpRequest, board: str, meeting: str, decision: UUID, line: int) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    found = line_of(read.decision, line)
    now = {"partner": found.partner_id, "amount": found.amount_stated or found.amount_pence, "purpose": found.purpose}
    partners = partners_known_to(request.user).filter(ended_date=None)
    form = MoneyLineForm(request.POST or None, partners=partners, initial=now)
    act = decision_act(
        read,
        title="Change a line of money",
        button="Save the change",
        said="The line is changed.",
        at_once=True,
        place="money",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.change_line(line=found, **form.asked, by=request.user)

    return act_page(request, act, form, do)


@require_POST
def remove_line(request: HttpRequest, board: str, meeting: str, decision: UUID, line: int) -> HttpResponse:
    read = decision_minuted(request.user, board, meeting, decision)
    found = line_of(read.decision, line)
    try:
        operations.remove_line(line=found, by=request.user)
        messages.success(request, f"{money(found.amount_pence)} of {found.partner}’s money is taken away.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(page_of(read, "money"))


def enter_answer(request: HttpRequest, board: str, meeting: str, decision: UUID, partner: str) -> HttpResponse:
    """What a partner answered, as the clerk heard it in the room or has it in writing."""
    read = decision_minuted(request.user, board, meeting, decision)
    lines = [one.line for one in spent_of(read, today=timezone.localdate()).lines if one.line.partner.slug == partner]
    if not lines:
        raise Refused("This decision spends none of that partner’s money.")
    form = _answer_form(request, read, lines)
    owner, at = lines[0].partner, timezone.now()
    act = decision_act(
        read,
        title=f"Enter what {within(str(owner))} answers",
        button="Enter the answer",
        next_step=_next_step(read),
        said=f"The answer of {within(str(owner))} is entered.",
        place="money",
    )

    def do(given: dict[str, Any]) -> object:
        put: dict[str, Any] = {"decision": read.decision, "partner": owner, "answers": form.asked}
        put |= {"by": request.user, "at": at}
        if form.is_there:
            return consents.enter_answer_there(**put, attendance=form.attendance_chosen)
        written = {"person": given["person"], "on": form.written_on, "words": given["words"]}
        return consents.enter_answer_in_writing(**put, **written)

    return act_page(request, act, form, do)


def _answer_form(request: HttpRequest, read: DecisionRead, lines: list[SpendingLine]) -> EnteredAnswerForm:
    item, owner = read.decision.block.item, lines[0].partner
    followers = followers_of(owner, on=item.meeting.date)
    return EnteredAnswerForm(
        request.POST or None,
        lines=lines,
        there=may_answer_there(room_record(item.meeting).at(item), owner.pk, [one.pk for one in followers]),
        writers=representatives_of(owner, on=timezone.localdate()) | representatives_of(owner, on=read.meeting.date),
        is_recorded=read.decision.recorded_at is not None,
    )


def _next_step(read: DecisionRead) -> str:
    if read.decision.recorded_at is None:
        return (
            "The minutes tell what was answered at the meeting. Once what was decided is recorded, the decision stands "
            "if every partner whose money it is has agreed; if not, the status quo remains."
        )
    return (
        "The answer is kept for good, marked as entered by you. When every partner whose money it is has agreed, the "
        f"decision of {short_date(read.meeting.date)} stands from the day of the last agreement, and the dispute ends."
    )
