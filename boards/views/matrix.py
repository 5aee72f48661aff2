"""The matrix as a page and as files: who has agreed, when, by what authority, on any day."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from boards import pdf
from boards.forms.agreement import MatrixFilter
from boards.queries.agreement_page import boards_with_agreements, partners_asked
from boards.queries.agreements import agreement_for, read_on
from boards.queries.matrix import clauses_matrix, documents_matrix, pages_known
from boards.rules.matrix import Matrix
from boards.views.as_of import AsOf, as_of, of_file
from trust.tools.sheets import KINDS, sheet
from trust.tools.words import long_date


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """Partners by documents, as it stood on a day."""
    when, cut = as_of(request), _filter(request)
    found = documents_matrix(request.user, cut.cut(), on=when.day, today=when.today)
    context = {
        "matrix": found,
        "filter": cut,
        "is_cut": cut.is_cut(),
        "when": when,
        "asked": request.GET.urlencode(),
        "known": pages_known(request.user, found),
    }
    return render(request, "boards/matrix.html", context, status=when.status)


@require_safe
def matrix_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The same as CSV, Excel or PDF."""
    when = of_file(request)
    found = documents_matrix(request.user, _filter(request).cut(), on=when.day, today=when.today)
    return _file(kind, found, when, "Who has agreed to what", "matrix")


@require_safe
def answers_file(request: HttpRequest, agreement: int, kind: str) -> HttpResponse:
    """One agreement by its clauses, as CSV, Excel or PDF."""
    when = of_file(request)
    found = agreement_for(request.user, agreement, on=when.today)
    read = read_on([found], on=when.day)[0]
    return _file(kind, clauses_matrix(read), when, str(found), f"agreement-{found.pk}", standing=read.standing.sentence)


def _filter(request: HttpRequest) -> MatrixFilter:
    when = as_of(request)
    data = request.GET.copy()
    data["on"] = when.day.isoformat()
    boards, partners = boards_with_agreements(request.user), partners_asked(request.user, on=when.today)
    return MatrixFilter(data, boards=boards, partners=partners)


def _file(kind: str, matrix: Matrix, when: AsOf, title: str, name: str, standing: str = "") -> HttpResponse:
    name = f"{name}-{when.day:%d-%m-%Y}"
    if kind == "pdf":
        context: dict[str, Any] = {"matrix": matrix, "title": title, "standing": standing}
        response = HttpResponse(pdf.matrix_pdf(context, day=when.day), content_type="application/pdf")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
        return response
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    return sheet(kind, name, _heads(matrix, when.day), matrix.sheet_rows())


def _heads(matrix: Matrix, day: dt.date) -> list[str]:
    """The day stands in the first cell, so that a printed sheet says it."""
    heads = [f"{column.head} ({column.told})" if column.address else _clause(column.head) for column in matrix.columns]
    return [f"Partner, as of {long_date(day)}", *heads, *(["Recommended to decide"] if matrix.recommends else [])]


def _clause(head: str) -> str:
    return head if head == "Answer" else f"Clause {head}"
