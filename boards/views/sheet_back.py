"""A sheet that was brought in by mistake is taken back as one act."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards.forms.sheet import WhyBack
from boards.operations.sheet_back import take_sheet_back
from boards.queries.sheet import sheet_for
from boards.views.acts import Act, act_page


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, sheet: int) -> HttpResponse:
    """Who it put in a seat leaves it as if they had never come, and who left has their seat again."""
    today = timezone.localdate()
    found = sheet_for(request.user, sheet, on=today)
    sheets = reverse("boards:people_sheets")
    act = Act(
        title="Take this sheet back",
        about=found.name,
        button="Take it back",
        next_step="People, posts and seats that the sheet made are taken out, and what it changed is as it was before, "
        "with the access that goes with it: all of it, or nothing where something was changed since. History keeps "
        "both.",
        said="The sheet is taken back. Everything is as it was before it.",
        place=found.name,
        then=found.get_absolute_url(),
        trail=(
            ("People and seats from a sheet", sheets),
            (found.name, found.get_absolute_url()),
        ),
    )

    def do(given: dict[str, Any]) -> object:
        by, at = request.user, timezone.now()
        return take_sheet_back(sheet=found, why=given["why"], by=by, at=at, on=today)  # type: ignore[arg-type]

    return act_page(request, act, WhyBack(request.POST or None), do)
