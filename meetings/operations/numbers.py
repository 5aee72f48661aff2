"""Numbers of decisions: given once, under a lock, without a gap, per board and year (requirement 0.3)."""

from boards.models import Board, TermsOfReference
from boards.queries.terms import terms_on
from meetings.models import Decision, LastDecisionNumber
from meetings.rules.numbers import number_words, takes_number, year_of


def give_number(decision: Decision) -> Decision:
    """Number a decision by the terms of its day, where they number its kind; the caller saves it.

    The board's counter is held until the caller's transaction ends: a decision that is not kept leaves no gap, and one
    that has its number keeps it.
    """
    meeting = decision.block.item.meeting
    terms = terms_on(meeting.board, meeting.date)
    if not decision.number and terms is not None and takes_number(decision.kind, terms):
        _number(decision, meeting.board, terms)
    return decision


def _number(decision: Decision, board: Board, terms: TermsOfReference) -> None:
    year = year_of(decision.block.item.meeting.date, terms.decision_numbers)
    number = _next(board, year)
    decision.number_year, decision.number_in_year = year, number
    decision.number = number_words(board.reference_prefix, year, number, terms.decision_numbers)


def _next(board: Board, year: int) -> int:
    held = LastDecisionNumber.objects.select_for_update()
    counter = held.filter(board=board, year=year).first()
    if counter is None:
        LastDecisionNumber.objects.get_or_create(board=board, year=year)
        counter = held.get(board=board, year=year)
    counter.number += 1
    counter.save(update_fields=["number"])
    return counter.number
