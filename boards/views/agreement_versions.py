"""An agreement’s own document, and two of its versions word by word."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.terms_versions import AttachedDocument
from boards.operations.agreement import attach_document
from boards.queries.agreement_versions import compared_agreements, versions_of
from boards.queries.agreements import agreement_for
from boards.rules.agreement import check_can_attach
from boards.views.acts import act_page, asked
from boards.views.agreement import act_on, managed
from trust.tools.documents import document_answer


@require_safe
def agreement_document(request: HttpRequest, agreement: int) -> HttpResponse:
    """The file, for whoever may read the agreement."""
    found = agreement_for(request.user, agreement, on=timezone.localdate())
    if not found.document:
        raise Http404("This agreement has no document.")
    return document_answer(found.document, found.document_name or str(found))


def attach_agreement(request: HttpRequest, agreement: int) -> HttpResponse:
    """Bring the agreement as it is written, as a file."""
    found = managed(request, agreement)
    check_can_attach(found)
    form = AttachedDocument(request.POST, request.FILES) if request.method == "POST" else AttachedDocument()
    act = act_on(found, "Attach the document", "Attach it", "The document is attached.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        return attach_document(agreement=found, **given, by=request.user, on=timezone.localdate())

    return act_page(request, act, form, do)


@require_safe
def compare_agreements(request: HttpRequest, agreement: int) -> HttpResponse:
    """Two versions, clause by clause; which is the other one is in the address."""
    today, other = timezone.localdate(), asked(request, "with")
    found = agreement_for(request.user, agreement, on=today)
    if not other.isdecimal():
        return redirect(found)
    before = versions_of(found, request.user, on=today).filter(pk=int(other[:9])).first()
    if before is None:
        raise Http404("No such version is at this address.")
    return render(request, "boards/agreement_compared.html", {"compared": compared_agreements(before, found)})
