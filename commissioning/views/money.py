"""Where the money of a year comes from, where it stands and where it goes; who puts in how much."""

import datetime as dt
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from commissioning import pdf
from commissioning.queries.funds import boards_with_funds
from commissioning.queries.ledger import ledger_of, years_of
from commissioning.rules.asked_year import AskedYear, asked_year
from commissioning.rules.flow import drawing_of, flows_of
from commissioning.rules.ledger import balances, said_of
from commissioning.rules.rows import BALANCE, FLOWS, balance_rows, flow_rows
from trust.tools.sheets import KINDS, sheet


def _shown(request: HttpRequest, today: dt.date) -> tuple[AskedYear, dict[str, Any]]:
    asked = asked_year(request.GET.dict(), years_of(request.user), on=today)
    ledger = ledger_of(request.user, year=asked.year, on=today, board=asked.board)
    flows = flows_of(ledger)
    shown = {
        "asked": asked,
        "ledger": ledger,
        "flows": flows,
        "drawing": drawing_of(flows),
        "balances": balances(ledger.puts),
        "said": said_of(ledger),
        "boards": boards_with_funds(request.user),
        "on": today,
    }
    return asked, shown


@require_safe
@login_required
def money(request: HttpRequest) -> HttpResponse:
    """The picture, the same as a table, and the balance of the partners."""
    asked, shown = _shown(request, timezone.localdate())
    return render(request, "commissioning/money.html", shown, status=asked.status)


@require_safe
@login_required
def money_svg(request: HttpRequest) -> HttpResponse:
    """The drawing alone, for a slide."""
    asked, shown = _shown(request, timezone.localdate())
    if asked.wrong:
        raise Http404
    answer = render(request, "commissioning/_flow.html", shown | {"alone": True}, content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="money-{asked.year}.svg"'
    return answer


@require_safe
@login_required
def money_pdf(request: HttpRequest) -> HttpResponse:
    """The picture on one sheet across, then its tables."""
    today = timezone.localdate()
    asked, shown = _shown(request, today)
    if asked.wrong:
        raise Http404
    answer = HttpResponse(pdf.money_pdf(shown, day=today), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="money-{asked.year}.pdf"'
    return answer


@require_safe
@login_required
def money_sheet(request: HttpRequest, what: str, kind: str) -> HttpResponse:
    """The flows, or the balance of the partners, as a file."""
    asked, shown = _shown(request, timezone.localdate())
    if kind not in KINDS or asked.wrong:
        raise Http404
    if what == "flows":
        return sheet(kind, f"money-{asked.year}", FLOWS, flow_rows(shown["flows"]))
    if what == "balance":
        return sheet(kind, f"balance-{asked.year}", BALANCE, balance_rows(shown["balances"]))
    raise Http404
