"""The clauses of a draft: pasted, written one by one, split and joined by hand."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from boards.forms.clause import ClauseForm, Pasted, SplitForm
from boards.models import Agreement, Clause
from boards.operations import clause as operations
from boards.queries.agreements import clause_for
from boards.queries.clauses import clause_lines, following
from boards.rules.agreement import check_is_draft
from boards.rules.clauses import Words, run_on
from boards.views.acts import Act, act_page, confirm_page
from boards.views.agreement import managed


@require_safe
def clauses(request: HttpRequest, agreement: int) -> HttpResponse:
    """The clauses in order, each with what is to be looked at in it."""
    found = managed(request, agreement)
    check_is_draft(found)
    context = {"agreement": found, "lines": clause_lines(found)}
    return render(request, "boards/clauses.html", context)


def paste_clauses(request: HttpRequest, agreement: int) -> HttpResponse:
    """All of them out of one text; read through as they were read before they are taken in."""
    found = managed(request, agreement)
    form = Pasted(request.POST or None)
    there = found.clauses.exists()
    next_step = "They take the place of the clauses there are." if there else "They are the clauses of the draft."
    act = _act(found, "Paste the clauses", "Take them in", f"{next_step} What is amiss in them is shown.", "Taken in.")

    def do(given: dict[str, Any]) -> object:
        today = timezone.localdate()
        return operations.take_in_clauses(agreement=found, read=form.read, by=request.user, on=today)

    return act_page(request, act, form, do)


def add_clause(request: HttpRequest, agreement: int) -> HttpResponse:
    found = managed(request, agreement)
    form = ClauseForm(request.POST or None)
    act = _act(found, "Add a clause", "Add it", "", "The clause is added.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        return operations.add_clause(agreement=found, **given, by=request.user, on=timezone.localdate())

    return act_page(request, act, form, do)


def change_clause(request: HttpRequest, agreement: int, clause: int) -> HttpResponse:
    found, one = _clause(request, agreement, clause)
    form = ClauseForm(request.POST or None, initial={"number": one.number, "text": one.text})
    act = _act(found, f"Change clause {one.number}", "Change it", "", "The clause is changed.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        return operations.change_clause(clause=one, **given, by=request.user, on=timezone.localdate())

    return act_page(request, act, form, do)


@require_POST
def move_clause(request: HttpRequest, agreement: int, clause: int) -> HttpResponse:
    """One place up or down; the numbers stay with the places."""
    found, one = _clause(request, agreement, clause)
    up = request.POST.get("way") == "up"
    moved = operations.move_clause(clause=one, up=up, by=request.user, on=timezone.localdate())
    messages.success(request, f"It has moved {'up' if up else 'down'}, and is clause {moved.number} now.")
    return redirect(f"{reverse('boards:clauses', args=[found.pk])}#clause-{moved.pk}")


def split_clause(request: HttpRequest, agreement: int, clause: int) -> HttpResponse:
    """Where the next number seems to stand in its words the form begins split there, else with all in the first."""
    found, one = _clause(request, agreement, clause)
    seen = run_on(Words(one.number, one.text), following(one))
    initial = {"text": seen.before if seen else one.text, "new_text": seen.after if seen else ""}
    form = SplitForm(request.POST or None, initial=initial | {"new_number": seen.next_number if seen else ""})
    act = _act(found, f"Split clause {one.number}", "Split it", "", "The clause is split.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        return operations.split_clause(clause=one, **given, by=request.user, on=timezone.localdate())

    return act_page(request, act, form, do)


def join_clause(request: HttpRequest, agreement: int, clause: int) -> HttpResponse:
    """Put it back into the clause before it."""
    found, one = _clause(request, agreement, clause)
    next_step = "Its number and words go to the end of the clause before it. Split that again if this was a slip."
    act = _act(found, f"Join clause {one.number} to the one before it", "Join them", next_step, "They are joined.")
    return confirm_page(
        request, act, lambda: operations.join_clause(clause=one, by=request.user, on=timezone.localdate())
    )


def remove_clause(request: HttpRequest, agreement: int, clause: int) -> HttpResponse:
    found, one = _clause(request, agreement, clause)
    act = _act(found, f"Take clause {one.number} out", "Take it out", f"“{one.text}” goes.", "The clause is taken out.")
    return confirm_page(
        request, act, lambda: operations.remove_clause(clause=one, by=request.user, on=timezone.localdate())
    )


def _clause(request: HttpRequest, agreement: int, clause: int) -> tuple[Agreement, Clause]:
    found = managed(request, agreement)
    check_is_draft(found)
    return found, clause_for(found, clause)


def _act(found: Agreement, title: str, button: str, next_step: str, said: str, *, at_once: bool = False) -> Act:
    return Act(
        title=title,
        about=str(found),
        button=button,
        next_step=next_step,
        said=said,
        place="Clauses",
        then=reverse("boards:clauses", args=[found.pk]),
        at_once=at_once,
    )
