"""What there is in a fund in a year; closing a year; and the reports that are owed for it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from boards.queries.seen import seen
from boards.views.acts import act_page
from commissioning.forms.answers import FIRST, LAST
from commissioning.forms.fund import ClosingForm, DueForm, ReceivedForm, Why, YearForm, today_in
from commissioning.operations import fund as operations
from commissioning.operations import fund_report as reports
from commissioning.queries.funds import report_for, year_for
from commissioning.rules.fund import outside_days, period_of
from commissioning.rules.years import financial_year, year_of
from commissioning.views.funds import fund_act, managed


def set_year(request: HttpRequest, fund: int, year: int | None = None) -> HttpResponse:
    """The amount of a year, or that it is not confirmed."""
    found, today = managed(request, fund), timezone.localdate()
    if year and not FIRST <= year <= LAST:
        raise Http404("No such year is kept.")
    was = found.years.filter(year=year).first() if year else None
    initial: dict[str, Any] = {"year": year or year_of(today)}
    if was:
        initial |= {"amount_pence": was.amount_pence, "brought_forward_pence": was.brought_forward_pence}
    form = YearForm(request.POST or None, initial=initial)
    act = fund_act(
        found,
        title="Say what there is in a year",
        points_out=lambda given: list(filter(None, [outside_days(found, given["year"])])),
        seen=seen(was) if year else None,
        button="Put it down",
        next_step="The fund’s page says so. What was put down before stays in the history.",
        said="What there is in the year is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        told = form.told()
        return operations.set_year(fund=found, year=given["year"], told=told, by=request.user, because=given["because"])

    return act_page(request, act, form, do)


def close_year(request: HttpRequest, fund: int, year: int) -> HttpResponse:
    found, today = managed(request, fund), timezone.localdate()
    words = financial_year(year_for(found, year).year)
    act = fund_act(
        found,
        title=f"Close {words}",
        button=f"Close {words}",
        next_step="No contribution, variation or allocation of that year is taken any more. An officer can open it "
        "again, with a reason.",
        said=f"{words} is closed.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.close_year(fund=found, year=year, **given, by=request.user, on=today)

    return act_page(request, act, ClosingForm(request.POST or None, initial=today_in(today)), do)


def open_year(request: HttpRequest, fund: int, year: int) -> HttpResponse:
    found = managed(request, fund)
    words = financial_year(year_for(found, year).year)
    act = fund_act(
        found,
        title=f"Open {words} again",
        button="Open it again",
        next_step="Its contributions can be varied again. That it was closed stays in the history.",
        said=f"{words} is open again.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.open_year(fund=found, year=year, **given, by=request.user)

    return act_page(request, act, Why(request.POST or None), do)


def due_reports(request: HttpRequest, fund: int) -> HttpResponse:
    """Four quarterly reports and the annual return of a year, in one act."""
    found, today = managed(request, fund), timezone.localdate()
    form = DueForm(request.POST or None, initial={"year": year_of(today)})
    act = fund_act(
        found,
        title="Set the days by which the reports of a year are due",
        button="Set the days",
        next_step="Four quarterly reports and the annual return stand on the fund’s page. One that has not come by its "
        "day is named there and among what needs attention.",
        said="The days are set.",
    )

    def do(given: dict[str, Any]) -> object:
        return reports.set_due(fund=found, **given, by=request.user)

    return act_page(request, act, form, do)


def receive_report(request: HttpRequest, fund: int, report: int) -> HttpResponse:
    """What came, and when; the same page puts it right."""
    found, today = managed(request, fund), timezone.localdate()
    owed = report_for(found, report)
    names = ("received_date", "words", "income_pence", "expenditure_pence")
    again = owed.received_date is not None
    initial = {name: getattr(owed, name) for name in names} if again else today_in(today)
    form = ReceivedForm(request.POST or None, initial=initial, is_put_right=again)
    act = fund_act(
        found,
        title="Put right what came" if again else "Put down that it came",
        about=f"{owed.get_kind_display()} of {found}, {period_of(owed)}",
        seen=seen(owed),
        button="Put it down",
        next_step="The fund’s page gives its day and what it says. What was put down before stays in the history.",
        said="The report is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        told = {name: given[name] for name in names}
        return reports.receive(report=owed, told=told, by=request.user, on=today, because=given.get("because", ""))

    return act_page(request, act, form, do)


def take_out_report(request: HttpRequest, fund: int, report: int) -> HttpResponse:
    found = managed(request, fund)
    owed = report_for(found, report)
    act = fund_act(
        found,
        title="Take this report out",
        about=f"{owed.get_kind_display()} of {found}, {period_of(owed)}",
        button="Take it out",
        next_step="It is not owed any more. The history keeps that it was.",
        said="The report is taken out.",
    )

    def do(given: dict[str, Any]) -> object:
        return reports.take_out(report=owed, **given, by=request.user)

    return act_page(request, act, Why(request.POST or None), do)
