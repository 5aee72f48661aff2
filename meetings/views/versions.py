"""Earlier versions of minutes: each as it was, with why another took its place."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from meetings.queries.versions import version_for
from trust.tools.words import short_date


@require_safe
def version(request: HttpRequest, board: str, meeting: str, number: int) -> HttpResponse:
    """Readable with its notice and the reason; one that was withdrawn from the public says so and no more."""
    found = version_for(request.user, board, meeting, number)
    if found.is_current and found.seal and not (found.publication and found.publication.withdrawn_at):
        return redirect(found.minutes)
    context = {
        "version": found,
        "document": found.document,
        "meeting": found.meeting,
        "board": found.meeting.board,
        "minutes": found.minutes,
    }
    if found.seal is None:
        return render(request, "meetings/version_withdrawn.html", context, status=410)
    return render(request, "meetings/version.html", context)


@require_safe
def version_pdf(request: HttpRequest, board: str, meeting: str, number: int) -> HttpResponse:
    """The signed PDF of a version, as the bytes once signed."""
    found = version_for(request.user, board, meeting, number)
    signed = found.signed
    if signed is None:
        raise Http404("There is no signed PDF of this version.")
    response = HttpResponse(bytes(signed.pdf), content_type="application/pdf")
    name = f"Minutes {short_date(found.meeting.date)} version {number} signed.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
