"""Duties met by the closed board, who answers through it, and what it sent out."""

import datetime as dt
from typing import Any

from boards.models import Accountability, Duty, Submission
from tests.cast import Cast
from tests.factories import LONG_AGO


def furnish_duty(cast: Cast) -> dict[str, Any]:
    """What to put into their addresses."""
    duty = Duty.objects.create(title="Children’s trusts are in place", source="Children Act 2004, s. 10")
    arrangement = duty.arrangements.create(board=cast.board, words="Moorings meets it.", from_date=LONG_AGO)
    answers = {"function": "Moorings", "answers_to": "Moorings panel", "through": cast.board}
    accountability = Accountability.objects.create(partner=cast.health, **answers)
    sent = {"to_body": "Harbour Trust", "sent_date": dt.date(2003, 3, 31)}
    submission = Submission.objects.create(board=cast.board, title="Undisclosed business", **sent)
    issue = submission.issues.create(number="1", text="Moorings?")
    return {
        "duty": duty.pk,
        "arrangement": arrangement.pk,
        "accountability": accountability.pk,
        "submission": submission.pk,
        "step": submission.steps.create(date=LONG_AGO, body="Moorings panel", what="decided").pk,
        "issue": issue.pk,
        "response": issue.responses.create(date=dt.date(2003, 7, 9), by_body="Moorings panel", text="Moorings.").pk,
    }
