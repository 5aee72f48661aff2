"""Pages that only say something."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "accessibility.html")


def no_such_page(request: HttpRequest) -> HttpResponse:
    """For what the sign-in library offers and the partnership does not."""
    raise Http404("The partnership keeps addresses and accounts; people do not change them here.")
