"""One way through every act that others see: ask, read through, do; and what a list is asked for in its address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from boards.queries.seen import Seen, written_meanwhile
from trust.tools.plain import plain_line
from trust.tools.refusal import NotPermitted, Refused
from trust.tools.trial import try_out

LONGEST = 100
STEPS = {"csrfmiddlewaretoken", "confirmed", "change"}


def asked(request: HttpRequest, name: str) -> str:
    """What the address asks a list for, on one line and no longer than a name can be."""
    return plain_line(request.GET.get(name, ""))[:LONGEST]


@dataclass(frozen=True)
class Act:
    """What the pages of an act say. ``then`` is the address of the page it is done on and that shows it.

    ``at_once`` is for what nobody else sees yet: it is not read through first. ``page`` is the form's page where it
    shows more than the form, which it is given as ``shown``. ``trail`` is the pages above it, words and address.
    ``points_out``: sentences, by the answers, that are read before the act and do not refuse it. ``seen``: how what is
    changed stands; where somebody wrote since the form was opened, that is said first. ``to_made``: afterwards
    one is led to what was made instead.
    """

    title: str
    about: str
    button: str
    next_step: str
    said: str
    place: str
    then: str
    at_once: bool = False
    page: str = "boards/act.html"
    shown: Any = None
    trail: tuple[tuple[str, str], ...] = ()
    points_out: Callable[[dict[str, Any]], list[str]] | None = None
    seen: Seen | None = None
    to_made: bool = False


def act_page(request: HttpRequest, act: Act, form: Any, do: Callable[[dict[str, Any]], object]) -> HttpResponse:
    """The form, then its answers to read through, then the act. A refusal is said above the form, with 409."""
    if request.method != "POST" or not form.is_bound:
        return _form_page(request, act, form)
    is_whole = form.is_valid()
    if meanwhile := written_meanwhile(act.seen, request.POST.get("seen")):
        form.add_error(None, meanwhile)
        return _form_page(request, act, form, status=409)
    if not is_whole:
        return _form_page(request, act, form, status=422)
    if "change" in request.POST:
        return _form_page(request, act, form)
    try:
        if act.at_once or "confirmed" in request.POST:
            made: Any = do(form.cleaned_data)
            messages.success(request, act.said)
            return redirect(made if act.to_made else act.then)
        pointed_out = act.points_out(form.cleaned_data) if act.points_out else []
        try_out(lambda: do(form.cleaned_data))
    except NotPermitted:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, act, form, status=refusal.status)
    carried = [(name, value) for name, values in request.POST.lists() for value in values if name not in STEPS]
    context = {"act": act, "answers": form.answers(), "carried": carried, "pointed_out": pointed_out}
    return render(request, "boards/check.html", context)


def _form_page(request: HttpRequest, act: Act, form: Any, status: int = 200) -> HttpResponse:
    return render(request, act.page, {"act": act, "form": form, "shown": act.shown}, status=status)


def confirm_page(request: HttpRequest, act: Act, do: Callable[[], object]) -> HttpResponse:
    """An act that asks nothing: what happens next, then the act. What would refuse it is said instead of the button."""
    try:
        if request.method == "POST" and "confirmed" in request.POST:
            do()
            messages.success(request, act.said)
            return redirect(act.then)
        try_out(do)
    except NotPermitted:
        raise
    except Refused as refusal:
        status = refusal.status if request.method == "POST" else 200
        return render(request, "boards/check.html", {"act": act, "refusal": str(refusal)}, status=status)
    return render(request, "boards/check.html", {"act": act, "confirms": True})
