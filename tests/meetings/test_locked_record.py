"""Approved minutes are locked in the database itself, whatever writes (issue 2 §2)."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from meetings.models import Correction, Declaration
from meetings.operations.desk import save_item
from meetings.operations.meeting import amend_meeting
from tests.meetings.minuted import AT, create_minuted, in_state
from trust.tools.refusal import Refused, why_not

COLUMNS = {
    "meeting": "venue = 'Elsewhere'",
    "minutes": "version = version + 1",
    "minute": "text = 'changed'",
    "decision": "amended_to = 'ten years'",
    "attendance": "name = 'Somebody Else'",
    "agendaitem": "title = 'changed'",
    "declaration": "interest = 'none'",
    "correction": "becomes = 'changed'",
    "approval": "presiding = 'Somebody Else'",
}


@pytest.fixture
def approved(cast):
    """Approved minutes with a row in every locked table."""
    minutes = create_minuted(cast)
    meeting = minutes.meeting
    who = meeting.attendances.first()
    Declaration.objects.create(meeting=meeting, attendance=who, kind="personal", interest="A governor")
    Correction.objects.create(minutes=minutes, block=minutes.blocks.first(), was="Four", becomes="Five")
    minutes.approvals.create(at_meeting=meeting, presiding="Rhiannon Vale", recorded_at=AT, recorded_by=cast.clerk)
    return in_state(minutes, "approved", cast)


def refused(sql: str) -> None:
    with pytest.raises(DatabaseError, match="annot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("table", COLUMNS)
def test_the_database_refuses_update_and_delete(approved, table):
    refused(f"UPDATE meetings_{table} SET {COLUMNS[table]}")
    refused(f"DELETE FROM meetings_{table}")


def test_the_database_refuses_a_way_back(approved):
    refused("UPDATE meetings_minutes SET state = 'draft', approved_at = NULL, approved_by_id = NULL")


def test_nothing_is_added_either(approved, cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        approved.blocks.create(item=approved.meeting.items.first(), text="Added later.")


def test_when_and_where_are_approved_with_the_minutes(approved, cast):
    sentence = "These minutes are approved and cannot be changed."
    assert why_not(amend_meeting, meeting=approved.meeting, by=cast.clerk, venue="Elsewhere") == sentence


def test_the_desk_refuses_in_a_sentence(approved, cast):
    item = approved.meeting.items.get(number="2.1")
    with pytest.raises(Refused, match="approved and cannot be changed"):
        save_item(item=item, save=item.blocks.first().key, base=0, blocks=[], by=cast.clerk, at=AT)
