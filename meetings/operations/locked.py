"""What the database refuses, said as the rules say it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from meetings.models import Meeting, Minutes
from meetings.models.locks import SENTENCE
from trust.tools.refusal import Refused


@contextmanager
def locked_record_refuses() -> Iterator[None]:
    """Do the work in one transaction; the refusal of an approved record by the database itself becomes Refused."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if SENTENCE in str(error):
            raise Refused(SENTENCE) from error
        raise


def lock(meeting: Meeting) -> Meeting:
    """The meeting as it now stands, held so that nobody else changes its agenda or attendance meanwhile."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("board").get(pk=meeting.pk)


def minutes_of(meeting: Meeting) -> Minutes | None:
    return Minutes.objects.filter(meeting=meeting).first()
