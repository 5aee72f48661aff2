"""Who changed what in any record, when and why; for those who may read the record's papers.

Where each kind of record belongs stands in RECORDS as plain data: the way from the record to its board, meeting, agenda
item, action, partner or person. A record that is not named there has no page. What is in the minutes, and what arose
from them, has its page only for those who read the whole minutes as they stand: a draft at the desk is nobody else's.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.queries.action import actions_known_to, actions_managed_by
from boards.models import Board
from boards.permissions import (
    CHAIR,
    MANAGE,
    MINUTE,
    SEE_EXEMPT,
    SEE_PAPERS,
    check_may_edit_person,
    check_may_know_of,
    keeps_register,
    may_answer_for,
    words_on,
)
from boards.queries.access import boards_known_to, boards_where
from boards.queries.partners import has_colleagues_at
from boards.queries.people import people_known_to
from meetings.models import AgendaItem, Declaration, Edition, Meeting
from meetings.permissions import words_at
from meetings.queries.entitled import items_closed_to, sight_at
from meetings.queries.meeting import meetings_known_to
from meetings.queries.minutes import reading_of
from trust.tools.history import changes_of
from trust.tools.refusal import NotPermitted

SENTENCE = "Only those who read the papers of this board read the history of its records."


@dataclass(frozen=True)
class Kept:
    """Ways as dotted names; "self" is the record itself. ``parts`` are related sets told with it;
    ``led``: only for the meeting’s officers and chair; ``register``: only for those who keep the register;
    ``answers``: only for those who answer for the partner."""

    board: str = ""
    meeting: str = ""
    item: str = ""
    action: str = ""
    partner: str = ""
    person: str = ""
    in_minutes: bool = False
    led: bool = False
    register: bool = False
    answers: bool = False
    parts: tuple[str, ...] = ()


def _of_item(way: str = "item", *parts: str, in_minutes: bool = False) -> Kept:
    meeting = f"{way}.meeting" if way != "self" else "meeting"
    return Kept(meeting=meeting, item=way, parts=parts, in_minutes=in_minutes)


def _of_minutes(way: str, *parts: str, item: str = "") -> Kept:
    return Kept(meeting=way, item=item, in_minutes=True, parts=parts)


RECORDS: dict[str, Kept] = {
    "boards.board": Kept(board="self", parts=("names", "statuses", "relations", "terms", "seats")),
    "boards.boardname": Kept(board="board"),
    "boards.boardrelation": Kept(board="board"),
    "boards.boardstatus": Kept(board="board"),
    "boards.chairbar": Kept(board="board"),
    "boards.boardoutcome": Kept(board="board"),
    "boards.outcomelist": Kept(parts=("outcomes",)),
    "boards.outcome": Kept(),
    "boards.district": Kept(),
    "boards.footprint": Kept(parts=("course",)),
    "boards.footprintdistrict": Kept(),
    "boards.duty": Kept(register=True, parts=("arrangements",)),
    "boards.arrangement": Kept(register=True),
    "boards.accountability": Kept(register=True),
    "boards.submission": Kept(board="board", parts=("steps", "issues")),
    "boards.submissionstep": Kept(board="submission.board"),
    "boards.issue": Kept(board="submission.board", parts=("responses",)),
    "boards.issueresponse": Kept(board="issue.submission.board"),
    "boards.peoplesheet": Kept(),
    "boards.personmerge": Kept(person="kept"),
    "boards.seatshare": Kept(board="terms.board"),
    "boards.askedpartner": Kept(board="agreement.board", partner="partner", parts=("letters",)),
    "boards.askingletter": Kept(board="asked.agreement.board", partner="asked.partner"),
    "boards.delegatedact": Kept(partner="delegation.partner"),
    "boards.termsofreference": Kept(board="board", parts=("quorum_kinds", "reserved_matters", "seat_shares")),
    "boards.quorumkind": Kept(board="terms.board"),
    "boards.reservedmatter": Kept(board="terms.board"),
    "boards.seat": Kept(board="board", parts=("holdings", "substitutes")),
    "boards.seatholding": Kept(board="seat.board"),
    "boards.substitute": Kept(board="seat.board"),
    "boards.partner": Kept(partner="self", parts=("aliases", "origins")),
    "boards.partneralias": Kept(partner="partner"),
    "boards.partnersuccession": Kept(partner="successor"),
    "boards.constituency": Kept(),
    "boards.person": Kept(person="self", parts=("posts",)),
    "boards.post": Kept(person="person"),
    "boards.agreement": Kept(board="board", parts=("clauses", "asked", "adoptions")),
    "boards.clause": Kept(board="agreement.board"),
    "boards.delegation": Kept(partner="partner", parts=("acts",)),
    "boards.adoption": Kept(board="agreement.board", partner="partner"),
    "boards.word": Kept(),
    "meetings.standingitem": Kept(board="board"),
    "meetings.phrase": Kept(board="board"),
    "meetings.desksetting": Kept(board="board"),
    "meetings.checksetting": Kept(board="board"),
    "meetings.meeting": Kept(meeting="self", parts=("items",)),
    "meetings.agendaitem": _of_item("self", "papers"),
    "meetings.paper": _of_item(),
    "meetings.referral": _of_item(),
    "meetings.attendance": Kept(meeting="meeting", parts=("movements",)),
    "meetings.movement": Kept(meeting="attendance.meeting", item="item"),
    "meetings.declaration": Kept(meeting="meeting"),
    "meetings.presiding": Kept(meeting="meeting", item="item"),
    "meetings.sitting": Kept(meeting="meeting", item="item", in_minutes=True),
    "meetings.setaside": Kept(meeting="meeting", in_minutes=True),
    "meetings.yearlymeeting": Kept(board="board"),
    "meetings.briefing": Kept(meeting="meeting", item="item", led=True),
    "meetings.briefed": Kept(meeting="briefing.meeting", item="briefing.item", led=True),
    "meetings.invitation": Kept(meeting="meeting"),
    "meetings.endorsement": _of_item("decision.block.item", in_minutes=True),
    "meetings.keydecisionnotice": Kept(board="board", item="item"),
    "meetings.executivestatement": _of_item("decision.block.item", in_minutes=True),
    "meetings.minutes": _of_minutes("meeting", "approvals", "signatures", "publications", "reopenings", "blocks"),
    "meetings.minuteditem": _of_item(in_minutes=True),
    "meetings.minute": _of_item(in_minutes=True),
    "meetings.approval": _of_minutes("minutes.meeting"),
    "meetings.correction": _of_minutes("minutes.meeting", item="item"),
    "meetings.comment": _of_minutes("minutes.meeting", item="item"),
    "meetings.reopening": _of_minutes("minutes.meeting"),
    "meetings.decision": _of_item("block.item", "votes", "spending", "conditions", "uses", in_minutes=True),
    "meetings.vote": _of_item("decision.block.item", in_minutes=True),
    "meetings.spendingline": _of_item("decision.block.item", "consents", in_minutes=True),
    "meetings.consent": _of_item("line.decision.block.item", in_minutes=True),
    "meetings.dispute": _of_item("decision.block.item", "negotiators", "consultations", in_minutes=True),
    "meetings.negotiator": _of_item("dispute.decision.block.item", in_minutes=True),
    "meetings.consultation": _of_item("dispute.decision.block.item", in_minutes=True),
    "meetings.condition": _of_item("decision.block.item", in_minutes=True),
    "meetings.delegationuse": _of_item("decision.block.item", in_minutes=True),
    "meetings.betweenmeetings": Kept(board="board", item="self", parts=("asked",)),
    "meetings.asked": Kept(board="between.board", item="between"),
    "meetings.seal": _of_minutes("minutes.meeting"),
    "meetings.signature": _of_minutes("minutes.meeting"),
    "meetings.publication": _of_minutes("minutes.meeting"),
    "meetings.summary": _of_item(),
    "meetings.retentionrule": Kept(board="board"),
    "meetings.hold": Kept(board="board", led=True),
    "meetings.disposal": Kept(board="board", led=True),
    "meetings.recordingpolicy": Kept(board="board"),
    "meetings.recording": Kept(meeting="meeting"),
    "meetings.representation": Kept(board="notice.board", item="notice.item", led=True),
    "meetings.secondnotice": Kept(board="notice.board", item="notice.item"),
    "meetings.sharing": Kept(board="board", item="item", led=True),
    "meetings.signedminutes": _of_minutes("minutes.meeting"),
    "actions.action": Kept(board="board", action="self", parts=("parts", "progress")),
    "actions.part": Kept(board="action.board", action="action"),
    "actions.progress": Kept(board="action.board", action="action"),
    "actions.registerentry": Kept(board="board", item="item"),
    "actions.savedview": Kept(board="board"),
    "actions.evidence": Kept(board="progress.action.board", action="progress.action"),
    "actions.request": Kept(board="part.action.board", action="part.action"),
    "actions.agencynote": Kept(partner="partner", action="action", answers=True),
    "actions.chasesetting": Kept(board="board"),
    "actions.chase": Kept(board="board"),
    "actions.preference": Kept(person="person"),
    "actions.turnedoff": Kept(person="person"),
    "actions.bounce": Kept(person="person"),
    "actions.calendarfeed": Kept(person="person"),
    "commissioning.priority": Kept(board="board"),
    "commissioning.prioritygroup": Kept(board="priority.board"),
    "commissioning.fund": Kept(board="board"),
    "commissioning.contribution": Kept(board="fund.board"),
    "commissioning.allocation": Kept(board="fund.board"),
}


def along(record: Any, way: str) -> Any:
    """What stands at the end of a way; None where there is no way or it breaks off."""
    if not way:
        return None
    for name in way.split(".") if way != "self" else ():
        record = getattr(record, name, None)
    return record


def check_may_read_history(user: Any, record: Any, kept: Kept) -> None:
    """The papers' readers; of an exempt item's records only who sees exempt matter. 404 for who may not know of it."""
    board, meeting = along(record, kept.board), along(record, kept.meeting)
    if board is None and meeting is None:
        return _check_not_of_a_board(user, record, kept)
    if meeting is not None and not meetings_known_to(user).filter(pk=meeting.pk).exists():
        raise Http404
    words = words_at(user, meeting) if meeting is not None else words_on(user, board)
    if _is_closed(user, record, kept, meeting, words) or (kept.led and not words & {MINUTE, CHAIR}):
        raise Http404
    if kept.in_minutes and reading_of(user, meeting).edition != Edition.FULL:
        raise Http404
    action = along(record, kept.action)
    if action is not None and not _knows_of(user, action):
        raise Http404
    if SEE_PAPERS not in words:
        check_may_know_of(user, board or meeting.board)
        raise NotPermitted(SENTENCE)


def _knows_of(user: Any, action: Any) -> bool:
    today = timezone.localdate()
    return any(known(user, on=today).filter(pk=action.pk).exists() for known in (actions_known_to, actions_managed_by))


def _is_closed(user: Any, record: Any, kept: Kept, meeting: Meeting | None, words: frozenset[str]) -> bool:
    """Whether it is of an item closed to this reader, or declares an interest in such items alone."""
    item = along(record, kept.item)
    items = list(record.items.all()) if isinstance(record, Declaration) else [item] if item else []
    if meeting is None:
        return any(one.is_exempt for one in items) and SEE_EXEMPT not in words
    sight = sight_at(user, meeting, words)
    return bool(items) and not any(sight.sees(one) for one in items)


def _check_not_of_a_board(user: Any, record: Any, kept: Kept) -> None:
    """A partner's records are for those who work with it, a person's for their officers; the rest for any officer."""
    partner, person = along(record, kept.partner), along(record, kept.person)
    if kept.register:
        if not keeps_register(user, on=timezone.localdate()):
            raise Http404
    elif kept.answers:
        if not may_answer_for(user, partner) or not _knows_of(user, along(record, kept.action)):
            raise Http404
    elif person is not None:
        if not people_known_to(user).filter(pk=person.pk).exists():
            raise Http404
        if not user.is_authenticated or person.user_id != user.pk:
            check_may_edit_person(user, person, on=timezone.localdate())
    elif not (has_colleagues_at(partner, user) if partner else boards_where(user, MANAGE).exists()):
        raise Http404


def _page_of(record: Any) -> str:
    """The record's own page; "" where it has none."""
    try:
        return record.get_absolute_url()
    except (AttributeError, NoReverseMatch):
        return ""


def known_to(user: Any) -> dict[Any, QuerySet]:
    """What may be named to this reader in the history of something else."""
    items = AgendaItem.objects.exclude(pk__in=items_closed_to(user))
    return {Board: boards_known_to(user), Meeting: meetings_known_to(user), AgendaItem: items}


@require_safe
def history(request: HttpRequest, model: str, pk: int) -> HttpResponse:
    """Every change of one record, latest first."""
    kept = RECORDS.get(model)
    record = apps.get_model(model)._default_manager.filter(pk=pk).first() if kept else None
    if kept is None or record is None:
        raise Http404("No record is at this address.")
    check_may_read_history(request.user, record, kept)
    pages = Paginator(changes_of(record, kept.parts, known=known_to(request.user)), 50)
    context = {
        "record": record,
        "back": _page_of(record),
        "page": pages.get_page(request.GET.get("page")),
    }
    return render(request, "history.html", context)
