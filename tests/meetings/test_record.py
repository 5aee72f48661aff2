"""manage.py check_record: a change made past the triggers is found and named, wherever it was made (issue 4 §3)."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from meetings.models import Seal
from meetings.operations.publication import publish_minutes, withdraw_publication
from tests.meetings.minuted import AT
from tests.meetings.signed import create_approved, sign


@pytest.fixture
def record(cast):
    """Approved, signed, published and withdrawn: a chain of four."""
    minutes = create_approved(cast)
    sign(minutes, cast.chair)
    publish_minutes(minutes=minutes, by=cast.clerk, at=AT)
    withdraw_publication(minutes=minutes, reason="An address was told.", by=cast.clerk, at=AT)
    return minutes


def run(**given: str) -> tuple[int, str]:
    """What the command leaves with, and what it says."""
    out = StringIO()
    try:
        call_command("check_record", stdout=out, stderr=out, **given)
    except SystemExit as left:
        return int(str(left.code)), out.getvalue()
    return 0, out.getvalue()


def past_the_triggers(sql: str) -> None:
    """As somebody who owns the database server could."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def test_an_empty_record_fits(db):
    assert run() == (0, "No seals, no approved sets of minutes: everything fits.\n")


def test_a_record_as_it_was_made_fits(record):
    left, said = run()
    assert left == 0
    assert "Four seals, one approved set of minutes: everything fits." in said
    assert Seal.objects.last().sha256 in said


def test_a_head_on_paper_is_found_in_the_chain(record):
    known = Seal.objects.get(position=2).sha256
    assert "That hash is seal 2 of this chain" in run(head=known.upper())[1]
    assert run(head="0" * 64)[0] == 2


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        (
            "UPDATE meetings_seal SET record = replace(record, 'Four options', 'Five options') WHERE position = 1",
            "Seal 1",
        ),
        ("UPDATE meetings_seal SET sealed_at = sealed_at + interval '1 day' WHERE position = 2", "Seal 2"),
        ("DELETE FROM meetings_seal WHERE position = 4", "its end was cut off"),
        ("UPDATE meetings_minute SET text = 'The price is low.' WHERE text LIKE 'The price%'", "at item 2.2."),
        ("UPDATE meetings_decision SET amended_to = 'ten years'", "at item 2.1."),
        ("UPDATE meetings_attendance SET name = 'Somebody Else' WHERE name LIKE 'Joss%'", "at those present."),
        ("DELETE FROM meetings_minute WHERE text LIKE 'Four%'", "at item 2.1."),
        ("UPDATE meetings_signature SET name = 'Somebody Else'", "is not as the chain tells it"),
        ("UPDATE meetings_signature SET text_sha256 = repeat('0', 64)", "of other words than were sealed"),
        ("UPDATE meetings_publication SET version = 2", "is not what the row says"),
    ],
)
def test_what_was_changed_past_the_triggers_is_named(record, sql, says):
    past_the_triggers(sql)
    left, said = run()
    assert says in said
    assert (left, "price is" in said) == (1, False)


def test_minutes_approved_and_never_sealed_are_named(record):
    past_the_triggers("DELETE FROM meetings_publication")
    past_the_triggers("DELETE FROM meetings_signature")
    past_the_triggers("DELETE FROM meetings_seal")
    left, said = run()
    assert (left, "no seal holds what was approved" in said) == (1, True)


def test_a_later_name_of_the_board_changes_nothing(record, cast):
    cast.board.name = "Something Else"
    cast.board.save()
    assert run()[0] == 0
