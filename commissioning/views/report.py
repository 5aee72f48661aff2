"""A board's commissioning report: on one page, and in full."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from commissioning import pdf
from commissioning.queries.ledger import years_of
from commissioning.queries.report import board_reported, report_of
from commissioning.rules.asked_year import asked_year
from commissioning.rules.flow import drawing_of, flows_of
from commissioning.rules.rows import section_rows
from commissioning.word import report_word
from trust.tools.sheets import KINDS, book

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _shown(request: HttpRequest, slug: str) -> dict[str, Any]:
    board, today = board_reported(request.user, slug), timezone.localdate()
    asked = asked_year(request.GET.dict(), years_of(request.user), on=today)
    ledger, report = report_of(board, request.user, year=asked.year, on=today)
    flows = flows_of(ledger)
    drawn = {"flows": flows, "drawing": drawing_of(flows)}
    return {"for_board": board, "asked": asked, "report": report, "on": today} | drawn


@require_safe
@login_required
def report(request: HttpRequest, board: str) -> HttpResponse:
    """The full one, as a page."""
    shown = _shown(request, board)
    return render(request, "commissioning/report.html", shown, status=shown["asked"].status)


@require_safe
@login_required
def report_file(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """``kind``: one-page.pdf, report.pdf, report.docx, report.xlsx."""
    made = FILES.get(kind)
    shown = _shown(request, board)
    if made is None or shown["asked"].wrong:
        raise Http404
    content_type, body = made
    answer = HttpResponse(body(shown), content_type=content_type)
    shown_how = "inline" if kind.endswith(".pdf") else "attachment"
    answer["Content-Disposition"] = f'{shown_how}; filename="{board}-{shown["asked"].year}-{kind}"'
    return answer


def _book(shown: dict[str, Any]) -> bytes:
    return book((one.title, one.columns, section_rows(one)) for one in shown["report"].sections)


FILES: dict[str, Any] = {
    "one-page.pdf": ("application/pdf", lambda shown: pdf.report_pdf(shown, day=shown["on"], brief=True)),
    "report.pdf": ("application/pdf", lambda shown: pdf.report_pdf(shown, day=shown["on"], brief=False)),
    "report.docx": (WORD, report_word),
    "report.xlsx": (KINDS["xlsx"], _book),
}
