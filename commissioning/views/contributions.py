"""What partners put in: added, put right, varied, withdrawn; and where the agreement says one of the seven."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Clause
from boards.queries.partners import partners_known_to
from boards.queries.seen import seen
from boards.views.acts import act_page
from commissioning.forms.contribution import ContentForm, ContributionForm, VariationForm, WithdrawalForm
from commissioning.forms.fund import Why, today_in
from commissioning.models import AgreementContent, Contribution, Fund
from commissioning.operations import content as contents
from commissioning.operations import contribution as operations
from commissioning.permissions import check_may_set_up
from commissioning.queries.contributions import contribution_in
from commissioning.queries.decisions import cited, decisions_to_cite
from commissioning.queries.fund import fund_for
from commissioning.rules.contribution import check_year_open
from commissioning.rules.fund import outside_days
from commissioning.rules.years import financial_year, year_of
from commissioning.views.funds import fund_act, managed
from trust.tools.refusal import why_not


def add_contribution(request: HttpRequest, fund: int) -> HttpResponse:
    found = managed(request, fund)
    form = _form(request, found, initial={"year": year_of(timezone.localdate()), "kind": "cash"})
    act = fund_act(
        found,
        title="Add a contribution",
        button="Add it",
        next_step="Cash, goods and staff stand in columns of their own on the fund’s page. What changes later is a "
        "variation, by its resolution.",
        said="The contribution is added.",
        points_out=lambda given: list(filter(None, [outside_days(found, given["year"])])),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_contribution(fund=found, told=form.told(), by=request.user)

    return act_page(request, act, form, do)


def _form(request: HttpRequest, fund: Fund, **kwargs: Any) -> ContributionForm:
    offered: dict[str, Any] = {
        "partners": partners_known_to(request.user),
        "decisions": decisions_to_cite(fund.board, request.user),
    }
    return ContributionForm(request.POST or None, **offered, **kwargs)


@login_required
@require_safe
def contribution(request: HttpRequest, fund: int, pk: int) -> HttpResponse:
    """One contribution: what it is today, what it was first, and every variation with its resolution."""
    found = fund_for(request.user, fund)
    read = contribution_in(found, pk, on=timezone.localdate())
    locked = why_not(check_may_set_up, request.user, found.board)
    year = read.contribution.year
    context = {"fund": found, "read": read, "year": financial_year(year), "locked_because": locked}
    context["closed_because"] = why_not(check_year_open, found.years.filter(year=year).first())
    own, *others = cited([read.contribution.decision, *(one.decision for one in read.variations)], request.user)
    context |= {"by": own, "variations": list(zip(read.variations, others, strict=True))}
    return render(request, "commissioning/contribution.html", context)


def _door(request: HttpRequest, fund: int, pk: int) -> tuple[Fund, Contribution, dict[str, Any]]:
    """The contribution, and what the pages of its acts say of it."""
    found = managed(request, fund)
    put = contribution_in(found, pk, on=timezone.localdate()).contribution
    about = f"{put.partner.name}, {put.get_kind_display().lower()} for {financial_year(put.year)}, {found}"
    then = reverse("commissioning:contribution", args=[found.pk, put.pk])
    return found, put, {"about": about, "then": then}


def change_contribution(request: HttpRequest, fund: int, pk: int) -> HttpResponse:
    found, put, place = _door(request, fund, pk)
    form = _form(request, found, was=put)
    act = fund_act(
        found,
        **place,
        title="Put right what was put down",
        seen=seen(put),
        button="Put it right",
        next_step="This is for what was written down wrongly. What the partners have agreed otherwise since is a "
        "variation.",
        said="The contribution is put right.",
    )

    def do(given: dict[str, Any]) -> object:
        told = form.told(put)
        return operations.put_right(contribution=put, told=told, by=request.user, because=given["because"])

    return act_page(request, act, form, do)


def vary_contribution(request: HttpRequest, fund: int, pk: int) -> HttpResponse:
    found, put, place = _door(request, fund, pk)
    decisions = decisions_to_cite(found.board, request.user)
    today = timezone.localdate()
    form = VariationForm(request.POST or None, decisions=decisions, kind=put.kind, initial=today_in(today))
    act = fund_act(
        found,
        **place,
        title="Vary it",
        button="Vary it",
        next_step="It is written once. From its day on it counts instead of what was before; both stay on the page.",
        said="The variation is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.vary(contribution=put, told=form.told(), by=request.user, at=timezone.now())

    return act_page(request, act, form, do)


def withdraw_contribution(request: HttpRequest, fund: int, pk: int) -> HttpResponse:
    found, put, place = _door(request, fund, pk)
    form = WithdrawalForm(request.POST or None, initial=today_in(timezone.localdate()))
    act = fund_act(
        found,
        **place,
        title="Withdraw it",
        button="Withdraw it",
        next_step="From that day on it counts for nothing. It stays on the page with its day and reason.",
        said="The contribution is withdrawn.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.withdraw(contribution=put, **given, by=request.user)

    return act_page(request, act, form, do)


def take_back_withdrawal(request: HttpRequest, fund: int, pk: int) -> HttpResponse:
    found, put, place = _door(request, fund, pk)
    act = fund_act(
        found,
        **place,
        title="Take the withdrawal back",
        button="Take it back",
        next_step="It counts again as it did. The history keeps that it was withdrawn.",
        said="The withdrawal is taken back.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.take_back_withdrawal(contribution=put, **given, by=request.user)

    return act_page(request, act, Why(request.POST or None), do)


def fund_content(request: HttpRequest, fund: int, content: str) -> HttpResponse:
    """Where the agreement says one of the seven."""
    found, label, then = _content(request, fund, content)
    there = AgreementContent.objects.filter(agreement=found.agreement_id, content=content).first()
    clauses = Clause.objects.filter(agreement=found.agreement_id)
    initial = {"clause": there.clause_id, "place": there.place} if there else {}
    form = ContentForm(request.POST or None, clauses=clauses, is_there=there is not None, initial=initial)
    act = fund_act(
        found,
        title="Say where the agreement says it",
        seen=seen(there),
        about=label,
        then=then,
        button="Put it down",
        next_step="It counts for every fund that rests on this agreement.",
        said="It is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        return contents.place_content(fund=found, content=content, **given, by=request.user)

    return act_page(request, act, form, do)


def take_out_content(request: HttpRequest, fund: int, content: str) -> HttpResponse:
    found, label, then = _content(request, fund, content)
    act = fund_act(
        found,
        title="Say that the agreement does not say it",
        about=label,
        then=then,
        button="Take it out",
        next_step="It is missing from then on for every fund that rests on this agreement.",
        said="It is taken out.",
    )

    def do(given: dict[str, Any]) -> object:
        return contents.take_out_content(fund=found, content=content, **given, by=request.user)

    return act_page(request, act, Why(request.POST or None), do)


def _content(request: HttpRequest, fund: int, content: str) -> tuple[Fund, str, str]:
    found = managed(request, fund)
    if content not in AgreementContent.Content.values or not found.agreement_id:
        raise Http404("The agreement of this fund says no such thing.")
    then = reverse("commissioning:fund_agreement", args=[found.pk])
    return found, str(AgreementContent.Content(content).label), then
