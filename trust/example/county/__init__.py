"""The example grown to a county: forty boards, their seats over ten years, and what is asked of the partners.

Made after the story of the example, through the operations that people use; people, their posts and the seats they
held are written many at a time, with the same history.
"""

import datetime as dt

from django.utils import timezone

from boards.operations.access import refreshed_once
from trust.example.county.bodies import add_bodies
from trust.example.county.duties import set_down_duties
from trust.example.county.network import found_network
from trust.example.county.papers import take_papers_round
from trust.example.county.private import announce_in_private
from trust.example.county.reorganisation import reorganise
from trust.example.county.seats import seat_everybody
from trust.example.county.terms import lay_down_terms
from trust.example.county.years import hold_meetings


def grow_county(*, at: dt.datetime) -> None:
    """Ten years up to today, and the reorganisation that is decided for next April."""
    on = timezone.localdate(at)
    add_bodies(on)
    found_network(on)
    with refreshed_once(on=on):
        lay_down_terms(on)
        seat_everybody(on)
    reorganise(at)
    take_papers_round(at)
    set_down_duties(on)
    hold_meetings(at)
    announce_in_private(at=at)
