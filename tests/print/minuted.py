"""A meeting of the journeys' script put straight into the tables, for documents to be made of."""

import datetime as dt

from django.utils import timezone

from actions.models import Action, Part
from boards.models import Board, Person
from meetings.models import AgendaItem, Approval, Decision, Meeting, Minutes
from tests.factories import (
    create_action,
    create_attendance,
    create_block,
    create_item,
    create_meeting,
    create_minutes,
    create_person,
)
from tests.journeys.script import Business, Member, Script, Spoken

APPROVED_AT = dt.datetime(2011, 2, 22, 15, 30, tzinfo=dt.UTC)


def minuted(script: Script, board: Board) -> Minutes:
    """The whole script as draft minutes of ``board``."""
    meeting = create_meeting(board, script.date, venue=script.venue, state=Meeting.State.HELD)
    for member in script.present:
        _attend(meeting, member, "present")
    for member in script.apologies:
        _attend(meeting, member, "apologies")
    minutes = create_minutes(meeting)
    for section in script.sections:
        purpose = "discussion" if section.items else "next_meeting"
        heading = create_item(meeting, section.title, number=section.number, is_section=True, purpose=purpose)
        for business in section.items:
            _minute(minutes, heading, business, script)
    create_meeting(board, script.next_date, venue=script.next_venue)
    return minutes


def _attend(meeting: Meeting, member: Member, status: str) -> None:
    capacity = "minute_taker" if member.note == "minutes" else "member"
    line = create_attendance(
        meeting,
        create_person(member.name, initials=member.initials),
        status=status,
        capacity=capacity,
        is_presiding=member.note == "Chair",
    )
    line.post, line.organisation = member.post, member.organisation
    line.save()


def _minute(minutes: Minutes, section: AgendaItem, business: Business, script: Script) -> None:
    item = create_item(minutes.meeting, business.title, number=business.number, section=section)
    for paragraph in business.prose:
        create_block(minutes, item, paragraph)
    for decided in business.decided:
        block = create_block(minutes, item, decided.text, kind="decision")
        amended = {"amended_from": decided.was, "amended_to": decided.becomes}
        Decision.objects.create(block=block, kind=decided.kind, **amended)
    for spoken in business.actions:
        _keep_action(minutes, item, spoken, script)


def _keep_action(minutes: Minutes, item: AgendaItem, spoken: Spoken, script: Script) -> None:
    block = create_block(minutes, item, spoken.text, kind="action")
    due = {"due_kind": Action.Due.WORDS, "due_stated": spoken.when} if spoken.when else {}
    made = {"meeting": minutes.meeting, "block": block, "owners_stated": spoken.who}
    action = create_action(minutes.meeting.board, spoken.text, **made, **due)
    action.items.add(item)
    for position, name in enumerate(owners_of(spoken.who, script)):
        known = Person.objects.filter(name=name).first()
        whose = {"owner": Part.Owner.PERSON if known else Part.Owner.UNKNOWN, "person": known, "name": name}
        Part.objects.create(action=action, from_all=name == "ALL", position=position, **whose)


def owners_of(who: str, script: Script) -> list[str]:
    """Who the initials of the action column are; those of nobody stay as they are."""
    people = {member.initials: member.name for member in script.present + script.apologies}
    return [people.get(part, part) for part in who.split("/")]


def approved(minutes: Minutes, by: object, *, presiding: str = "Rhiannon Vale") -> Minutes:
    """Approved as they stand at the following meeting."""
    following = minutes.meeting.board.meetings.after(minutes.meeting.date).first()
    Approval.objects.create(
        minutes=minutes, at_meeting=following, presiding=presiding, recorded_at=timezone.now(), recorded_by=by
    )
    minutes.state, minutes.approved_at, minutes.approved_by = Minutes.State.APPROVED, APPROVED_AT, by
    minutes.save()
    return minutes
