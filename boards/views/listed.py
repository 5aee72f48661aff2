"""What the page of a list says of how it was asked for: its filter, its order, and the rest of its address."""

from typing import Any

from django.http import HttpRequest


def as_asked(request: HttpRequest, cut: Any, order: str) -> dict[str, Any]:
    """``asked`` is the address without order and page, for the links that sort it, turn its pages, and its files."""
    kept = request.GET.copy()
    for once in ("order", "page"):
        kept.pop(once, None)
    return {"filter": cut, "is_cut": cut.is_cut(), "order": order, "asked": kept.urlencode()}
