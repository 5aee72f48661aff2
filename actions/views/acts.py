"""One way through every act on an action: a form, the operation, and the action's page again."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from trust.tools.refusal import Refused


def act_page(
    request: HttpRequest,
    form: forms.BaseForm,
    do: Callable[[dict[str, Any]], Any],
    *,
    said: str,
    context: Mapping[str, Any],
    page: str = "actions/act.html",
) -> HttpResponse:
    """Ask, or do what was asked and go to the page of what ``do`` gives back.

    A refusal is said above the form, which keeps what was written, with the status that is true.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                done = do(form.cleaned_data)
            except Refused as refusal:
                form.add_error(None, str(refusal))
                status = refusal.status
            else:
                messages.success(request, said)
                return redirect(done)
    return render(request, page, {**context, "form": form}, status=status)
