"""A refusal that no page answered for itself, as a page of one sentence with the status that is true."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from trust.tools.htmx import asked_by_htmx
from trust.tools.refusal import NotPermitted, Refused


class RefusalPage:
    """Middleware. What is written in JSON is answered in JSON; whatever the transaction did is undone already."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        if request.content_type == "application/json":
            return JsonResponse({"sentence": str(exception)}, status=exception.status)
        if asked_by_htmx(request) and not isinstance(exception, NotPermitted):
            return _said(request, exception)
        context = {"refusal": exception, "not_permitted": isinstance(exception, NotPermitted)}
        return render(request, "refused.html", context, status=exception.status)


def _said(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The sentence in the page's own status region, whatever part of the page had asked."""
    answer = render(request, "_refused.html", {"refusal": refusal}, status=refusal.status)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#status", "innerHTML"
    return answer
