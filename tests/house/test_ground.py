"""The ground that tests stand on: what one leaves is gone before the next, and what is written again is the same."""

import pytest
from django.contrib.auth.models import Permission

from boards.models import Board, BoardGrant
from tests import cast as the_cast
from tests.template import delete_what_was_written


@pytest.mark.django_db(transaction=True)
def test_what_was_committed_is_gone():
    the_cast.assemble()
    delete_what_was_written()
    assert not Board.objects.exists()
    assert not Board.history.exists()
    assert Permission.objects.exists()


@pytest.mark.parametrize("time", ["first", "again"])
def test_the_cast_written_again_is_the_cast(as_, cast, time):
    assert cast.seats["chair"].holdings.get().person == cast.person("chair")
    assert cast.board.history.count() == 1
    assert BoardGrant.objects.filter(content_object=cast.board).count() > 5
    assert as_("member").get(cast.board.get_absolute_url()).status_code == 200
