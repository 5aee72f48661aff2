"""What the reader's partners are asked to agree, and their own answer."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.views.acts import Act, act_page, asked
from meetings.forms.consent import AnswerForm
from meetings.operations.consent import answer_for_partner
from meetings.queries.consent import Asked, asked_at, asked_of, represented_by
from trust.tools.sheets import KINDS, sheet
from trust.tools.words import short_date

HEADS = ("Partner", "Board", "Meeting", "Decision", "Amount", "Answer", "How it stands")
NEXT = (
    "Your answer is kept under your name, with the day, and shows on the decision. When every partner whose money it "
    "is has agreed, the decision stands from that day and the dispute ends. Until then the status quo remains."
)


@login_required
@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    """Unanswered first; the address narrows the list to what waits, or to one partner."""
    own = list(represented_by(request.user))
    found, partner, only = _cut(request)
    context = {
        "asked": found,
        "partners": own,
        "partner": partner,
        "only": only,
        "is_cut": bool(partner or only),
    }
    return render(request, "meetings/consents.html", context)


@login_required
@require_safe
def consents_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404
    return sheet(kind, "money-to-agree", HEADS, (_row(one) for one in _cut(request)[0]))


def answer(request: HttpRequest, decision: UUID, partner: str) -> HttpResponse:
    """A representative answers for their own partner; 404 for everybody else."""
    one = asked_at(request.user, decision, partner)
    form = AnswerForm(request.POST or None, lines=one.lines)
    meeting = one.meeting
    act = Act(
        title=f"Does {one.partner} agree to spend {one.amount} of its money?",
        about=f"{meeting.board}, {short_date(meeting.date)}",
        button="Give this answer",
        next_step=NEXT,
        said=f"The answer of {one.partner} is kept.",
        place="Money you are asked about",
        then=reverse("meetings:consents"),
        page="meetings/consent_answer.html",
        trail=(("Home", reverse("home")), ("Money you are asked about", reverse("meetings:consents"))),
        shown=one,
    )

    def do(given: dict[str, Any]) -> object:
        return answer_for_partner(
            decision=one.decision,
            partner=one.partner,
            answers=form.asked,
            words=given["words"],
            by=request.user,
            at=timezone.now(),
        )

    return act_page(request, act, form, do)


def _cut(request: HttpRequest) -> tuple[list[Asked], str, str]:
    """What is asked, as the address narrows it: to one partner, to what waits for an answer."""
    partner, only = asked(request, "partner"), asked(request, "only")
    found = asked_of(request.user, partner=partner)
    if only == "waiting":
        found = [one for one in found if one.waits]
    return found, partner, only


def _row(one: Asked) -> tuple[object, ...]:
    meeting, words = one.meeting, " ".join(one.decision.block.text.split())
    return one.partner.name, meeting.board.name, meeting.date, words, one.amount, one.answer, one.sentence
