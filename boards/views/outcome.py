"""The outcomes that the partnership works for: lists over the years, and which boards work for each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.outcome import EndForm, FollowsForm, LinkForm, OutcomesForm
from boards.models import Outcome
from boards.operations import outcome as operations
from boards.permissions import check_may_keep_register, keeps_register
from boards.queries.access import boards_known_to
from boards.queries.agreements import agreement_for, clause_for
from boards.queries.outcome import link_for, outcome_list_for, outcome_lists
from boards.views.acts import Act, act_page
from boards.views.agreement import address_of
from boards.views.as_of import as_of


@require_safe
def outcomes(request: HttpRequest) -> HttpResponse:
    """For anybody: what the partnership works for on a day, and the boards they may know of that work for it."""
    when = as_of(request)
    context = {
        "lists": outcome_lists(request.user, on=when.day, today=when.today),
        "when": when,
        "keeps": keeps_register(request.user, on=when.today),
    }
    return render(request, "boards/outcomes.html", context, status=when.status)


def add_outcomes(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    form = OutcomesForm(request.POST or None, initial={"from_date": today})
    act = _act("Set down a list of outcomes", "Set it down", "Boards can be linked to its outcomes.", "It is set down.")
    return act_page(request, act, form, lambda given: operations.add_outcomes(**given, by=request.user, on=today))


def replace_outcomes(request: HttpRequest, outcomes: int) -> HttpResponse:
    """The list ends the day before the new one begins."""
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    before = outcome_list_for(outcomes)
    form = OutcomesForm(request.POST or None, initial={"from_date": today})
    next_step = f"{before} ends the day before. Say next which outcome takes the place of which: links go over by that."
    act = _act(f"Replace {before}", "Replace it", next_step, "It is replaced. Say now which outcome follows which.")

    def do(given: dict[str, Any]) -> object:
        return operations.replace_outcomes(before=before, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def follow_outcomes(request: HttpRequest, outcomes: int) -> HttpResponse:
    """Which outcome takes the place of which."""
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    found = outcome_list_for(outcomes)
    later = list(found.outcomes.prefetch_related("follows"))
    before = Outcome.objects.exclude(outcomes=found).filter(outcomes__from_date__lt=found.from_date)
    form = FollowsForm(request.POST if request.method == "POST" else None, later=later, before=before)
    next_step = "Boards that work for an outcome of the earlier list are read as working for what follows it."
    act = _act(f"What {found} takes the place of", "Put it down", next_step, "It is put down.")

    def do(given: dict[str, Any]) -> object:
        return operations.say_what_follows(follows=form.follows(), by=request.user, on=today)

    return act_page(request, act, form, do)


def link_board(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    form = LinkForm(request.POST or None, boards=boards_known_to(request.user), on=today)
    act = _act("Say which outcome a board works for", "Link them", "It is shown with the outcome.", "They are linked.")
    return act_page(request, act, form, lambda given: operations.link_board(**given, by=request.user, on=today))


def link_by_clause(request: HttpRequest, agreement: int, clause: int) -> HttpResponse:
    """A clause links a group to an outcome, and the link says so (requirement 4.6 vii)."""
    today = timezone.localdate()
    found = agreement_for(request.user, agreement, on=today)
    check_may_keep_register(request.user, on=today)
    one = clause_for(found, clause)
    form = LinkForm(request.POST or None, boards=boards_known_to(request.user), on=today)
    next_step = "The list of outcomes shows it, and says which clause made it."
    act = _act(f"Link by clause {one.number}", "Link them", next_step, "They are linked.", then=address_of(found))

    def do(given: dict[str, Any]) -> object:
        return operations.link_board(clause=one, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def end_link(request: HttpRequest, link: int) -> HttpResponse:
    """A board works for an outcome no longer."""
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    found = link_for(request.user, link)
    form = EndForm(request.POST or None, on=today)
    next_step = "Days before keep the link, and what clause made it."
    act = _act(f"{found.board.name} works for “{found.outcome}” no longer", "End it", next_step, "The link is ended.")

    def do(given: dict[str, Any]) -> object:
        return operations.end_link(link=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def _act(title: str, button: str, next_step: str, said: str, then: str = "") -> Act:
    return Act(title, "", button, next_step, said, "Outcomes", then or reverse("boards:outcomes"))
