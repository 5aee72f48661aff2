"""A partner's own statement of its money."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from commissioning import pdf
from commissioning.queries.statement import partner_answered_for, statement_of, years_with
from commissioning.rules.asked_year import asked_year
from commissioning.rules.rows import STATEMENT, statement_rows
from trust.tools.sheets import sheet


def _shown(request: HttpRequest, slug: str) -> dict[str, Any]:
    partner, today = partner_answered_for(request.user, slug), timezone.localdate()
    asked = asked_year(request.GET.dict(), years_with(partner, request.user), on=today)
    told = statement_of(partner, request.user, year=asked.year, on=today)
    return {"partner": partner, "asked": asked, "statement": told, "on": today}


@require_safe
@login_required
def statement(request: HttpRequest, partner: str) -> HttpResponse:
    """For those who answer for the partner."""
    shown = _shown(request, partner)
    return render(request, "commissioning/statement.html", shown, status=shown["asked"].status)


@require_safe
@login_required
def statement_file(request: HttpRequest, partner: str, kind: str) -> HttpResponse:
    """The same on paper, or as a sheet."""
    shown = _shown(request, partner)
    if kind not in ("pdf", "csv", "xlsx") or shown["asked"].wrong:
        raise Http404
    name = f"{partner}-money-{shown['asked'].year}"
    if kind != "pdf":
        return sheet(kind, name, STATEMENT, statement_rows(shown["statement"]))
    answer = HttpResponse(pdf.statement_pdf(shown, day=shown["on"]), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
