"""Records read by a statement written out are the records the models read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.models import Board, Partner, Seat
from meetings.models import MinutedItem
from tests.factories import create_item, create_meeting, create_minutes
from trust.tools.statement import read, remember

pytestmark = pytest.mark.django_db


def test_each_row_is_its_records_and_what_follows_them(cast):
    joined = "FROM boards_board board LEFT JOIN boards_partner holder ON holder.id = board.record_holder_id"
    sql = f"SELECT {{board}}, {{holder}}, 7 {joined} WHERE board.id = %(board)s"
    Board.objects.filter(pk=cast.board.pk).update(record_holder=None)
    rows = list(read(sql, {"board": cast.board.pk}, board=Board, holder=Partner))
    assert rows == [(cast.board, None, 7)]
    assert vars(rows[0][0]).keys() >= {"name", "slug", "record_holder_id"}
    assert rows[0][0].name == cast.board.name


def test_what_a_field_reads_in_its_own_way_is_read_so(cast):
    item = create_item(create_meeting(cast.board))
    minutes = create_minutes(item.meeting)
    wording = [{"key": "k", "text": "100% of “it”"}]
    MinutedItem.objects.create(minutes=minutes, item=item, wording=wording)
    (found,) = next(read("SELECT {one} FROM meetings_minuteditem one", {}, one=MinutedItem))
    assert found.wording == wording
    found.version = 3
    found.save()
    assert MinutedItem.objects.get().version == 3


def test_what_was_read_already_is_not_asked_for_again(cast):
    seats = list(Seat.objects.filter(board=cast.board)[:1])
    remember(cast.board, "seats", seats)
    with CaptureQueriesContext(connection) as asked:
        assert list(cast.board.seats.all()) == seats
    assert not asked.captured_queries
