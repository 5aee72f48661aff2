"""Citing the decision by which a board endorsed an agreement."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.views.acts import act_page
from boards.views.agreement import act_on, managed
from meetings.forms.endorsement import CiteForm
from meetings.operations.endorsement import cite_endorsement
from meetings.queries.endorsement import decisions_to_cite
from trust.tools.refusal import Refused


def endorse(request: HttpRequest, agreement: int) -> HttpResponse:
    """For the officers of the board that puts it to the partners."""
    found = managed(request, agreement)
    decisions = decisions_to_cite(found, request.user)
    if not decisions.exists():
        raise Refused(
            "No decision of its board that carried is recorded yet. Record it in the minutes, then cite it here."
        )
    form = CiteForm(request.POST or None, decisions=decisions)
    next_step = "The agreement’s page cites the decision. Each partner’s own body answers for itself."
    act = act_on(found, "Say which decision endorsed it", "Cite it", "The decision is cited.", next_step)

    def do(given: dict[str, Any]) -> object:
        cite = {"decision": given["decision"], "by": request.user, "on": timezone.localdate()}
        return cite_endorsement(agreement=found, **cite)

    return act_page(request, act, form, do)
