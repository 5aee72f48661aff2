"""The terms of the county's boards: in force, in a second version, still a draft; and who may not chair what."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from boards.models import Board, Constituency, TermsOfReference
from boards.operations.chair_bar import add_bar
from boards.operations.terms import draft_terms, put_in_force, set_terms
from boards.rules.terms import Asks, Given, Kind
from trust.example.cast import SB, TB
from trust.example.county.bodies import CLASSES, DISTRICT, HEALTH, SCHOOL, VOLUNTARY
from trust.example.county.days import april, boards, keeper
from trust.example.county.network import CAB, CSP, DLO, HWB, LG, NT, PN

#: Classes that have more than one seat on the strategic partnership.
SEATS_OF_CLASS = {HEALTH: 2, DISTRICT: 4, SCHOOL: 3, VOLUNTARY: 3}
AGENCIES = ("first key agency", "second key agency", "third key agency")
QUORUM: Mapping[str, dict[str, Any]] = {
    CAB: {"quorum_members": 3, "voting": "majority", "is_executive": True, "decision_numbers": "municipal"},
    HWB: {"quorum_numerator": 1, "quorum_denominator": 3, "quorum_partners": 2, "remote_counts": False},
    NT: {"quorum_members": 5, "quorum_partners": 3, "voting": "partner"},
    CSP: {"quorum_members": 6, "quorum_partners": 4},
}
USUAL = {"quorum_members": 3, "quorum_partners": 2, "meetings_a_year": 4}


def lay_down_terms(on: dt.date) -> None:
    """Every board has terms but two: one that drafts its first, one whose first wait for the partners."""
    known = boards()
    with_none = Board.objects.filter(terms=None).exclude(name__in=(DLO, PN))
    for board in with_none:
        told = USUAL | QUORUM.get(board.name, {})
        since = board.founded_date or on
        set_terms(board=board, from_date=since, by=keeper(), asks=_asks(board), **told)
    for name, status in ((DLO, "to_be_finalised"), (PN, "draft")):
        draft_terms(board=known[name], status=status, asks=Asks(), by=keeper(), **USUAL)
    _second_version(known[CSP], on)
    _bar(known, on)


def _asks(board: Board) -> Asks:
    if board.name != LG:
        return Asks()
    return Asks(shares=tuple(Given(4, stated=agency) for agency in AGENCIES))


def _second_version(board: Board, on: dt.date) -> None:
    """The terms of two years ago gave ten classes of partners their seats; a third version is being drafted."""
    classes = {found.name: found for found in Constituency.objects.all()}
    shares = tuple(Given(SEATS_OF_CLASS.get(name, 1), constituency=classes[name]) for name in CLASSES)
    school = Kind("somebody from a school or college", constituency=classes[SCHOOL])
    told: dict[str, Any] = USUAL | QUORUM[CSP] | {"chair_clears": True, "notice_days": 7}
    made = draft_terms(board=board, status="draft", asks=Asks((school,), shares=shares), by=keeper(), **told)
    put_in_force(terms=made, from_date=april(on, 2), why="Agreed by the Forum’s successor", by=keeper())
    later = told | {"quorum_members": 8, "text": "To be settled once every district has answered."}
    status = TermsOfReference.Status.TO_BE_FINALISED
    draft_terms(board=board, status=status, asks=Asks((school,), shares=shares), by=keeper(), **later)


def _bar(known: dict[str, Board], on: dt.date) -> None:
    """The Trust Board and the Safeguarding Board never have one chair; of two others it is pointed out."""
    for first, second, source, is_refused in (
        (TB, SB, "Statutory guidance on safeguarding boards", True),
        (CSP, HWB, "Terms of the Health and Wellbeing Board, paragraph 9", False),
    ):
        since = april(on, 2)
        add_bar(
            board=known[first], other=known[second], source=source, is_refused=is_refused, from_date=since, by=keeper()
        )
