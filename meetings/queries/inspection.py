"""Until when the minutes of a meeting are open to inspection, by the terms of its day."""

from boards.models import TermsOfReference
from boards.queries.terms import terms_on
from meetings.models import Meeting
from meetings.rules.inspection import inspection_words


def open_until(meeting: Meeting) -> str:
    """In words, for minutes that are published. One statement."""
    terms = terms_on(meeting.board, meeting.date)
    return inspection_words(meeting.date, terms.inspection_years if terms else TermsOfReference.INSPECTION_YEARS)
