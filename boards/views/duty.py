"""Duties in law, commitments and powers: the list, the page of one, and what meets it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.duty import ArrangementForm, DutiesFilter, DutyForm
from boards.forms.seat import LastDay
from boards.models import Duty
from boards.operations import duty as operations
from boards.permissions import check_may_keep_register, keeps_register
from boards.queries.access import boards_known_to
from boards.queries.agreements import agreements_known_to
from boards.queries.duty import arrangement_for, duties_listed, duty_for, duty_read, leads_known_to
from boards.rules.duty import OVERDUE
from boards.views.acts import Act, act_page, asked, confirm_page
from boards.views.as_of import AsOf, as_of, of_file
from boards.views.listed import as_asked
from trust.tools.sheets import KINDS, sheet

HEADS = ("Duty", "What it is", "Source", "Whose", "In the lead", "By", "As stated", "How it stands", "Met by")


def _filter(request: HttpRequest, when: AsOf) -> DutiesFilter:
    given = request.GET.copy()
    given["on"] = when.day.isoformat()
    return DutiesFilter(
        given, partners=leads_known_to(request.user), knows_all=keeps_register(request.user, on=when.today)
    )


@require_safe
def duties(request: HttpRequest) -> HttpResponse:
    """For anybody; what nothing meets stands first, with the days left."""
    when = as_of(request)
    cut, order = _filter(request, when), asked(request, "order") or "standing"
    reads = duties_listed(request.user, cut.cut(), order=order, on=when.day, today=when.today)
    context = {
        "reads": reads,
        "waiting": sum(read.standing.waits for read in reads),
        "overdue": sum(read.standing.state == OVERDUE for read in reads),
        **as_asked(request, cut, order),
        "when": when,
        "keeps": keeps_register(request.user, on=when.today),
    }
    return render(request, "boards/duties.html", context, status=when.status)


@require_safe
def duties_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    when = of_file(request)
    cut = _filter(request, when).cut()
    reads = duties_listed(request.user, cut, order=asked(request, "order"), on=when.day, today=when.today)
    rows = (
        (
            read.duty.title,
            read.duty.get_kind_display(),
            read.duty.source,
            read.duty.owner,
            read.lead.name if read.lead else "",
            read.duty.deadline_date,
            read.duty.deadline_stated,
            f"{read.standing.word}. {read.standing.sentence}".strip(),
            "; ".join(str(one.board or one.agreement or one.words) for one in read.held),
        )
        for read in reads
    )
    return sheet(kind, f"duties-{when.day:%d-%m-%Y}", HEADS, rows)


@require_safe
def duty(request: HttpRequest, duty: int) -> HttpResponse:
    """What it asks, by which source and when, and what meets it over which days."""
    when = as_of(request)
    read = duty_read(duty_for(duty), request.user, on=when.day, today=when.today)
    context = {"read": read, "when": when, "keeps": keeps_register(request.user, on=when.today)}
    return render(request, "boards/duty.html", context, status=when.status)


def add_duty(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    act = _act(None, "Set down a duty", "Set it down", "Anybody can read it. It stays unmet until something meets it.")
    form = DutyForm(request.POST or None)
    return act_page(request, act, form, lambda given: operations.add_duty(**given, by=request.user, on=today))


def change_duty(request: HttpRequest, duty: int) -> HttpResponse:
    found, today = _kept(request, duty), timezone.localdate()
    form = DutyForm(request.POST or None, initial={name: getattr(found, name) for name in DutyForm.base_fields})
    act = _act(found, "Change what is set down", "Change it")

    def do(given: dict[str, Any]) -> object:
        return operations.change_duty(duty=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def end_duty(request: HttpRequest, duty: int) -> HttpResponse:
    """When it stopped being one: repealed, or fulfilled once and for all."""
    found, today = _kept(request, duty), timezone.localdate()
    act = _act(found, "Say when it ended", "End it", "It is listed as ended. That can be taken back.")

    def do(given: dict[str, Any]) -> object:
        return operations.end_duty(duty=found, last_day=given["last_day"], why=given["why"], by=request.user, on=today)

    return act_page(request, act, LastDay(request.POST or None, on=today), do)


def take_back_end(request: HttpRequest, duty: int) -> HttpResponse:
    found, today = _kept(request, duty), timezone.localdate()
    act = _act(found, "Take back that it ended", "Take it back", "It is listed again as it stands.")
    return confirm_page(request, act, lambda: operations.take_back_end(duty=found, by=request.user, on=today))


def take_out_duty(request: HttpRequest, duty: int) -> HttpResponse:
    """One set down by mistake."""
    found, today = _kept(request, duty), timezone.localdate()
    act = _act(found, "Take it out", "Take it out", "It is listed no longer. One that has ended is ended instead.")
    if request.method == "POST":
        act = _act(None, "Take it out", "Take it out", "", "It is taken out.")
    return confirm_page(request, act, lambda: operations.take_out_duty(duty=found, by=request.user, on=today))


def arrange(request: HttpRequest, duty: int) -> HttpResponse:
    """What meets it, from when."""
    found, today = _kept(request, duty), timezone.localdate()
    known: dict[str, Any] = {
        "boards": boards_known_to(request.user).order_by("name"),
        "agreements": agreements_known_to(request.user, on=today),
    }
    form = ArrangementForm(request.POST or None, initial={"from_date": today}, **known)
    next_step = "The duty is shown as met over these days, to those who may know of the board and the agreement."
    act = _act(found, "Say what meets it", "Put it down", next_step, "It is put down what meets it.")
    return act_page(
        request, act, form, lambda given: operations.arrange(duty=found, **given, by=request.user, on=today)
    )


def end_arrangement(request: HttpRequest, duty: int, arrangement: int) -> HttpResponse:
    found, today = _kept(request, duty), timezone.localdate()
    one = arrangement_for(found, arrangement)
    next_step = "If nothing else meets the duty after that day, it is shown as unmet."
    act = _act(found, "Say until when this meets it", "Set the last day", next_step, "The last day is set.")

    def do(given: dict[str, Any]) -> object:
        last = {"last_day": given["last_day"], "why": given["why"]}
        return operations.end(thing=one, **last, by=request.user, on=today)

    return act_page(request, act, LastDay(request.POST or None, on=today), do)


def take_out_arrangement(request: HttpRequest, duty: int, arrangement: int) -> HttpResponse:
    found, today = _kept(request, duty), timezone.localdate()
    one = arrangement_for(found, arrangement)
    next_step = "It is listed no longer, as if it had never met the duty. History keeps that it was put down."
    act = _act(found, f"Take out “{one.board or one.agreement or 'what is arranged'}”", "Take it out", next_step)
    return confirm_page(request, act, lambda: operations.take_out(thing=one, by=request.user, on=today))


def _kept(request: HttpRequest, pk: int) -> Duty:
    """The duty, for one who keeps the register."""
    check_may_keep_register(request.user, on=timezone.localdate())
    return duty_for(pk)


def _act(duty: Duty | None, title: str, button: str, next_step: str = "", said: str = "Saved.") -> Act:
    """An act done on a duty’s page, or on the list."""
    then = duty.get_absolute_url() if duty else reverse("boards:duties")
    next_step = next_step or "It is shown so from now on, and history keeps what it was."
    return Act(title, duty.title if duty else "", button, next_step, said, "Duties", then)
