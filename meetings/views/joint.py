"""Saying which boards sit with another at one meeting."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.views.acts import Act, act_page
from meetings.forms.joint import JointForm
from meetings.operations.joint import sit_jointly
from meetings.queries.joint import boards_to_sit_with, sitting_with
from meetings.queries.meeting import meeting_minuted_by
from meetings.views.trails import meeting_trail
from trust.tools.words import long_date

NEXT = (
    "Members of these boards find the meeting on their own board’s page, read its papers, and each board approves its "
    "minutes at a meeting of its own. They stand on the attendance list, whoever sits on several boards once. Each "
    "board has its own quorum, and votes by its own terms."
)


def joint(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Boards that the officer may know of."""
    found = meeting_minuted_by(request.user, board, meeting)
    offered = boards_to_sit_with(found, request.user, on=timezone.localdate())
    form = JointForm(request.POST or None, boards=offered, initial={"boards": sitting_with(found, request.user)})
    act = Act(
        title="Sit jointly with other boards",
        about=f"{found.board}, {long_date(found.date)}",
        button="Keep it so",
        next_step=NEXT,
        said="Which boards sit jointly is kept.",
        place="Joint meeting",
        then=found.get_absolute_url(),
        trail=meeting_trail(found),
    )

    def do(given: dict[str, Any]) -> object:
        return sit_jointly(meeting=found, boards=list(given["boards"]), by=request.user)

    return act_page(request, act, form, do)
