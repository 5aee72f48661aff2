"""A report before the closed board, and an item that its member asked for."""

from typing import Any

from django.utils import timezone

from meetings.models import Meeting, Paper, Report, SubmittedItem
from tests.cast import Cast


def furnish_papers(cast: Cast, meeting: Meeting, item: Any) -> dict[str, Any]:
    """What to put into their addresses."""
    cast.board.terms.update(report_comments="Monitoring Officer", report_checks="Consultation")
    paper = Paper.objects.create(item=item, title="Moorings report", author_post="Ffion Penrose")
    report = Report.objects.create(paper=paper, summary="Moorings")
    submitted = SubmittedItem.objects.create(
        board=cast.board, title="Moorings again", why="Undisclosed business",
        submitted_at=timezone.now(), submitted_by=cast.person("member"),
    )  # fmt: skip
    return {
        "paper": paper.pk,
        "said": report.comments.create(post="Monitoring Officer", text="Moorings.", given_date=meeting.date).pk,
        "body": report.bodies.create(body="Moorings panel").pk,
        "submitted": submitted.pk,
    }
