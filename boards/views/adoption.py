"""What one partner answered to an agreement, over time; answering; taking an answer back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.adoption import AnswerForm
from boards.forms.agreement import Why
from boards.models import Agreement
from boards.operations import adoption as operations
from boards.permissions import check_may_manage_agreement, may_answer_for
from boards.queries.adoption import PartnersAnswers, partners_answers, powers_of
from boards.queries.agreements import agreement_for
from boards.rules.adoption import check_can_answer, check_left_to_partner
from boards.views.acts import Act, act_page
from boards.views.as_of import as_of


@require_safe
def partner_answers(request: HttpRequest, agreement: int, partner: str) -> HttpResponse:
    """Every answer of one partner, latest first, and how it stands clause by clause."""
    when = as_of(request)
    found = agreement_for(request.user, agreement, on=when.today)
    answers = _answers(request, found, partner)
    context = {"answers": answers, "agreement": found, "when": when}
    return render(request, "boards/partner_answers.html", context)


def answer(request: HttpRequest, agreement: int, partner: str) -> HttpResponse:
    """For who manages or represents the partner; an officer enters it with the paper that says so."""
    found = agreement_for(request.user, agreement, on=timezone.localdate())
    answers = _answers(request, found, partner)
    form = _answer_form(request, answers)
    next_step = f"Whoever may read the agreement sees how {answers.partner.short_name} answered, when and by whom."
    act = _act(answers, f"Answer for {answers.partner.short_name}", "Put the answer down", next_step, "It is answered.")

    def do(given: dict[str, Any]) -> object:
        return operations.answer(
            agreement=found,
            partner=answers.partner,
            said=form.said(),
            authority=form.authority(),
            by=request.user,
            at=timezone.now(),
        )

    return act_page(request, act, form, do)


def _answer_form(request: HttpRequest, answers: PartnersAnswers) -> AnswerForm:
    """For who may answer; an officer is asked for the paper."""
    today, of_partner = timezone.localdate(), may_answer_for(request.user, answers.partner)
    if not of_partner:
        check_may_manage_agreement(request.user, answers.agreement, on=today)
    asked = answers.stand.asked
    check_can_answer(answers.agreement, is_asked=asked is not None, partner=answers.partner)
    return AnswerForm(
        request.POST or None,
        stand=answers.stand,
        delegations=powers_of(answers.partner),
        needs_paper=not of_partner,
        initial={"by_body": asked.body if asked else "", "decided_date": today, "way": "whole"},
    )


def take_back(request: HttpRequest, agreement: int, partner: str, adoption: int) -> HttpResponse:
    """An answer that was entered by mistake."""
    today = timezone.localdate()
    found = agreement_for(request.user, agreement, on=today)
    answers = _answers(request, found, partner)
    by_partner = may_answer_for(request.user, answers.partner)
    if not by_partner:
        check_may_manage_agreement(request.user, found, on=today)
    one = next((given for given in answers.given if given.pk == adoption), None)
    if one is None:
        raise Http404("There is no such answer.")
    check_left_to_partner(one, by_partner=by_partner)
    next_step = "What was answered before counts again. History keeps this answer, with the reason."
    act = _act(answers, "Take an answer back", "Take it back", next_step, "The answer is taken back.")

    def do(given: dict[str, Any]) -> object:
        return operations.take_back(adoption=one, why=given["why"], by=request.user, on=today)

    return act_page(request, act, Why(request.POST or None), do)


def _answers(request: HttpRequest, agreement: Agreement, partner: str) -> PartnersAnswers:
    when = as_of(request)
    return partners_answers(agreement, partner, request.user, on=when.day, today=when.today)


def _act(answers: PartnersAnswers, title: str, button: str, next_step: str, said: str) -> Act:
    return Act(
        title=title,
        about=str(answers.agreement),
        button=button,
        next_step=next_step,
        said=said,
        place="Answers",
        then=reverse("boards:partner_answers", args=[answers.agreement.pk, answers.partner.slug]),
        page="boards/answer.html" if button == "Put the answer down" else "boards/act.html",
        shown=answers,
    )
