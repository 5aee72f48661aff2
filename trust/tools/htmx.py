"""One answer for both kinds of reader: the partial when htmx asked for it, else messages and a redirect."""

from collections.abc import Mapping
from typing import Any, cast

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse


def asked_by_htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


def answer(
    request: HttpRequest, partial: str, context: Mapping[str, Any], *, then: Any, said: str = "", status: int = 200
) -> HttpResponse:
    """Answer an act. ``partial`` for htmx (422 when its form has errors), else a redirect to ``then``.

    ``then`` is a model with get_absolute_url, or an address. ``said`` is the sentence confirming what was done;
    a form's errors become messages when there is no htmx, so that a refusal is read on the next page.
    """
    form = cast(BaseForm | None, context.get("form"))
    refused = form is not None and bool(form.errors)
    if asked_by_htmx(request):
        return render(request, partial, dict(context) | {"said": said}, status=422 if refused else status)
    if refused and form is not None:
        for errors in form.errors.values():
            for error in errors:
                messages.error(request, str(error))
    elif said:
        messages.success(request, said)
    return redirect(then if isinstance(then, str) else reverse_of(then))


def reverse_of(thing: Any) -> str:
    """The page of a record, or of a named address."""
    return thing.get_absolute_url() if hasattr(thing, "get_absolute_url") else reverse(thing)
