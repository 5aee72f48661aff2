"""What is there for a reader, or 404."""

from typing import TypeVar

from django.http import Http404

T = TypeVar("T")


def or_404(found: T | None) -> T:
    if found is None:
        raise Http404
    return found
