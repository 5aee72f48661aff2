"""Minutes that a board receives are read by what was decided and noted, and who is to do what (gap 8; 2.20)."""

import pytest

from meetings.models import AgendaItem
from meetings.rules.document import BlockLine, DecisionLine, ItemLine
from meetings.rules.highlights import highlights_of
from tests.factories import create_action, create_meeting
from tests.meetings.minuted import HERE, create_minuted


class Held:
    """As much of a document as highlights read."""

    def __init__(self, *kinds: str) -> None:
        blocks = tuple(BlockLine(at, kind, kind, kind, DecisionLine("", "")) for at, kind in enumerate(kinds))
        self.items = (ItemLine(1, "1", "Business", "item-1", (), blocks), ItemLine(2, "2", "Talk", "item-2", (), ()))


def told(*kinds: str) -> list[tuple[str, list[str]]]:
    found = highlights_of(Held(*kinds))  # type: ignore[arg-type]
    return [(one.item.number, [block.kind for block in one.blocks]) for one in found]


def test_only_what_was_decided_and_noted():
    assert told("discussion", "decision", "action", "noted", "vote") == [("1", ["decision", "noted"])]
    assert told("discussion") == []


def test_2_20_and_gap_8_the_agenda_leads_to_them_and_they_to_the_whole(cast, as_):
    minutes = create_minuted(cast, state="approved")
    create_action(cast.board, "Bring the figures", meeting=minutes.meeting)
    receiving = create_meeting(cast.board, minutes.meeting.date.replace(month=12), state="called")
    AgendaItem.objects.create(meeting=receiving, title="Minutes", purpose="information", receives=minutes)
    assert f"{HERE}minutes/highlights/" in as_("member").get(receiving.get_absolute_url()).content.decode()
    page = as_("member").get(f"{HERE}minutes/highlights/").content.decode()
    assert "Bring the figures" in page
    assert minutes.get_absolute_url() in page
    assert "Four options were presented." not in page


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_whoever_may_not_read_the_minutes_finds_no_highlights(cast, as_, who):
    create_minuted(cast, state="approved")
    assert as_(who).get(f"{HERE}minutes/highlights/").status_code == 404
