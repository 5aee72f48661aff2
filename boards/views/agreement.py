"""Agreements: the list, the page of one, and setting one up."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.agreement import AgreementForm, AgreementsFilter, Days, NewVersion, Why
from boards.models import Agreement
from boards.operations import agreement as operations
from boards.permissions import check_may_manage_agreement, keeps_register
from boards.queries.agreement_page import (
    agreement_page,
    agreements_listed,
    boards_to_ask_for,
    boards_with_agreements,
    partners_asked,
)
from boards.queries.agreements import agreement_for
from boards.rules.agreement import answered_in_words, check_can_renew, check_is_draft, next_version
from boards.views.acts import Act, act_page
from boards.views.as_of import AsOf, as_of, of_file
from boards.views.listed import as_asked
from trust.tools.refusal import NotPermitted
from trust.tools.sheets import KINDS, sheet

HEADS = ("Title", "Version", "What it is", "Board", "How it stands", "Answers", "Partners silent")


def filter_of(request: HttpRequest, when: AsOf) -> AgreementsFilter:
    data = request.GET.copy()
    data["on"] = when.day.isoformat()
    boards, partners = boards_with_agreements(request.user), partners_asked(request.user, on=when.today)
    return AgreementsFilter(data, boards=boards, partners=partners)


def address_of(agreement: Agreement, name: str = "agreement") -> str:
    return reverse(f"boards:{name}", args=[agreement.pk])


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    """Every agreement the reader may know of, as it stood on a day."""
    when = as_of(request)
    cut = filter_of(request, when)
    context = {
        "reads": agreements_listed(request.user, cut.cut(), on=when.day, today=when.today),
        "when": when,
        **as_asked(request, cut, cut.cut()["order"] or "title"),
        "may_add": _may_add(request),
    }
    return render(request, "boards/agreements.html", context, status=when.status)


@require_safe
def agreements_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    when = of_file(request)
    reads = agreements_listed(request.user, filter_of(request, when).cut(), on=when.day, today=when.today)
    known = set(boards_with_agreements(request.user))
    rows = (
        (
            read.agreement.title,
            read.agreement.version,
            read.agreement.get_kind_display(),
            str(read.agreement.board) if read.agreement.board in known else "",
            read.standing.sentence,
            answered_in_words([stand for stand in read.stands if stand.asked]),
            ", ".join(stand.partner.short_name for stand in read.unanswered),
        )
        for read in reads
    )
    return sheet(kind, f"agreements-{when.day:%d-%m-%Y}", HEADS, rows)


@require_safe
def agreement(request: HttpRequest, agreement: int) -> HttpResponse:
    """The clauses, who has agreed to them, when and by what authority, on a day."""
    when = as_of(request)
    found = agreement_for(request.user, agreement, on=when.today)
    page = agreement_page(found, request.user, on=when.day, today=when.today)
    return render(request, "boards/agreement.html", {"page": page, "when": when}, status=when.status)


def _may_add(request: HttpRequest) -> bool:
    return boards_to_ask_for(request.user).exists() or keeps_register(request.user, on=timezone.localdate())


def add_agreement(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    if not _may_add(request):
        raise NotPermitted("Only the officers of a board and those who keep the partnership’s register may do this.")
    initial = {"board": boards_to_ask_for(request.user).filter(slug=request.GET.get("board", "")[:50]).first()}
    form = _form(request, request.POST or None, initial=initial)
    act = Act(
        title="Set down an agreement",
        about="",
        button="Set it down",
        next_step="It is a draft: only those who prepare it see it. Next come its clauses, then the partners.",
        said="It is set down as a draft.",
        place="Agreements",
        then=reverse("boards:agreements"),
        at_once=True,
    )
    made: list[Agreement] = []
    answer = act_page(
        request, act, form, lambda given: made.append(operations.add_agreement(**given, by=request.user, on=today))
    )
    return redirect(address_of(made[0])) if made else answer


def _form(request: HttpRequest, data: Any, **kwargs: Any) -> AgreementForm:
    may_be_of_none = keeps_register(request.user, on=timezone.localdate())
    return AgreementForm(data, boards=boards_to_ask_for(request.user), may_be_of_none=may_be_of_none, **kwargs)


def change_agreement(request: HttpRequest, agreement: int) -> HttpResponse:
    """A draft’s title, kind, board, words before the clauses and days."""
    found = managed(request, agreement)
    check_is_draft(found)
    names = ("title", "kind", "version", "board", "lead_in", "from_date", "to_date")
    form = _form(request, request.POST or None, initial={name: getattr(found, name) for name in names})
    act = act_on(found, "Change what is set down", "Change it", "The draft is changed.", at_once=True)
    return act_page(
        request,
        act,
        form,
        lambda given: operations.change_agreement(agreement=found, **given, by=request.user, on=timezone.localdate()),
    )


def change_days(request: HttpRequest, agreement: int) -> HttpResponse:
    """From when it is to take effect and until when it holds."""
    found = managed(request, agreement)
    form = Days(request.POST or None, initial={"from_date": found.from_date, "to_date": found.to_date})
    act = act_on(found, "Change its days", "Change its days", "Its days are changed.")
    return act_page(
        request,
        act,
        form,
        lambda given: operations.set_days(agreement=found, **given, by=request.user, on=timezone.localdate()),
    )


def new_version(request: HttpRequest, agreement: int) -> HttpResponse:
    found = managed(request, agreement)
    check_can_renew(found)
    versions = operations.versions_of(found.title)
    form = NewVersion(request.POST or None, initial={"version": next_version(versions)})
    next_step = "A draft with the same clauses is made. This version holds until the new one is in force."
    act = act_on(found, "Make a new version", "Make the draft", "The new version is a draft.", next_step)
    return act_page(
        request,
        act,
        form,
        lambda given: operations.make_version(agreement=found, **given, by=request.user, on=timezone.localdate()),
    )


STATUSES = {
    "review": (Agreement.Status.REVIEW, "Put it under review", "It is under review, and partners are told so here."),
    "resume": (Agreement.Status.ASKED, "End the review", "It is with the partners again, with the answers it had."),
    "withdraw": (Agreement.Status.WITHDRAWN, "Withdraw it", "It is withdrawn for good. Its answers are kept."),
}


def change_status(request: HttpRequest, agreement: int, act: str) -> HttpResponse:
    """Review, its end, or withdrawal, each with its reason."""
    found = managed(request, agreement)
    if act not in STATUSES:
        raise Http404("There is no such act.")
    status, title, next_step = STATUSES[act]

    def do(given: dict[str, Any]) -> object:
        today = timezone.localdate()
        return operations.set_status(agreement=found, status=status, reason=given["why"], by=request.user, on=today)

    return act_page(request, act_on(found, title, title, next_step, next_step), Why(request.POST or None), do)


def managed(request: HttpRequest, pk: int) -> Agreement:
    today = timezone.localdate()
    found = agreement_for(request.user, pk, on=today)
    check_may_manage_agreement(request.user, found, on=today)
    return found


def act_on(found: Agreement, title: str, button: str, said: str, next_step: str = "", *, at_once: bool = False) -> Act:
    return Act(
        title=title,
        about=str(found),
        button=button,
        next_step=next_step or "It is shown so on its page, and history keeps what it was.",
        said=said,
        place="Agreements",
        then=address_of(found),
        at_once=at_once,
    )
