"""To whom partners’ staff answer, by function: the list, and setting it down."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.duty import AccountabilityForm, Cut
from boards.forms.seat import LastDay
from boards.models import Accountability, Partner
from boards.operations import duty as operations
from boards.permissions import check_may_keep_register, keeps_register
from boards.queries.access import boards_known_to
from boards.queries.accountability import accountabilities_listed, accountability_for, partners_accountable
from boards.views.acts import Act, act_page, asked, confirm_page
from boards.views.as_of import AsOf, as_of, of_file
from boards.views.listed import as_asked
from trust.tools.sheets import KINDS, sheet

HEADS = ("Whose staff", "For what", "Answer to", "Of which partner", "Through", "Source", "From", "To")


def _filter(request: HttpRequest, when: AsOf) -> Cut:
    given = request.GET.copy()
    given["on"] = when.day.isoformat()
    return Cut(given, partners=partners_accountable(request.user))


@require_safe
def accountabilities(request: HttpRequest) -> HttpResponse:
    """Of the partners that the reader may know of, as of a day."""
    when = as_of(request)
    cut, order = _filter(request, when), asked(request, "order") or "partner"
    context = {
        "lines": accountabilities_listed(request.user, cut.cut(), order=order, on=when.day),
        **as_asked(request, cut, order),
        "when": when,
        "keeps": keeps_register(request.user, on=when.today),
    }
    return render(request, "boards/accountabilities.html", context, status=when.status)


@require_safe
def accountabilities_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    when = of_file(request)
    cut, order = _filter(request, when).cut(), asked(request, "order")
    rows = []
    for line in accountabilities_listed(request.user, cut, order=order, on=when.day):
        one = line.accountability
        to, through = str(line.to_partner or ""), str(one.through or "")
        said = (one.partner.name, one.function, one.answers_to, to, through, one.source)
        rows.append((*said, one.from_date, one.to_date))
    return sheet(kind, f"accountabilities-{when.day:%d-%m-%Y}", HEADS, rows)


def add_accountability(request: HttpRequest) -> HttpResponse:
    """``?partner=``: whose staff, where it is asked from a partner’s page."""
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    partner = Partner.objects.filter(slug=asked(request, "partner")).first()
    form = _form(request, {"partner": partner} if partner else {})
    next_step = "The partner’s page shows it, by function, to those who may know of the partner and the board."
    act = _act(partner, "Say to whom staff answer", "Put it down", next_step)
    return act_page(request, act, form, lambda given: operations.add_accountability(**given, by=request.user, on=today))


def change_accountability(request: HttpRequest, accountability: int) -> HttpResponse:
    found, today = _kept(request, accountability), timezone.localdate()
    form = _form(request, {name: getattr(found, name) for name in AccountabilityForm.base_fields})
    act = _act(found.partner, "Change to whom staff answer", "Change it")

    def do(given: dict[str, Any]) -> object:
        return operations.change_accountability(accountability=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def end_accountability(request: HttpRequest, accountability: int) -> HttpResponse:
    found, today = _kept(request, accountability), timezone.localdate()
    act = _act(found.partner, f"Say until when staff answer so: {found.function}", "Set the last day")

    def do(given: dict[str, Any]) -> object:
        last = {"last_day": given["last_day"], "why": given["why"]}
        return operations.end(thing=found, **last, by=request.user, on=today)

    return act_page(request, act, LastDay(request.POST or None, on=today), do)


def take_out_accountability(request: HttpRequest, accountability: int) -> HttpResponse:
    """One set down by mistake."""
    found, today = _kept(request, accountability), timezone.localdate()
    next_step = "It is listed no longer. One that held until a day is ended instead."
    act = _act(found.partner, f"Take out: {found.function}", "Take it out", next_step)
    return confirm_page(request, act, lambda: operations.take_out(thing=found, by=request.user, on=today))


def _form(request: HttpRequest, initial: dict[str, Any]) -> AccountabilityForm:
    return AccountabilityForm(
        request.POST or None, boards=boards_known_to(request.user).order_by("name"), initial=initial
    )


def _kept(request: HttpRequest, pk: int) -> Accountability:
    check_may_keep_register(request.user, on=timezone.localdate())
    return accountability_for(request.user, pk)


def _act(partner: Partner | None, title: str, button: str, next_step: str = "") -> Act:
    then = f"{partner.get_absolute_url()}#accountabilities" if partner else reverse("boards:accountabilities")
    next_step = next_step or "It is shown so from now on, and history keeps what it was."
    return Act(title, partner.name if partner else "", button, next_step, "Saved.", "Accountabilities", then)
