"""What the desk makes a browser fetch (issue 3, section 6). A size, and so not a matter of how fast a machine is."""

import pytest
from django.urls import reverse

from tests.factories import create_item, create_meeting
from tests.weight import loaded_by

MOST = 120_000


@pytest.fixture
def weights(as_, cast) -> dict[str, int]:
    meeting = create_meeting(cast.board)
    create_item(meeting, number="1.1")
    answer = as_("clerk").get(reverse("meetings:desk", args=[cast.board.slug, meeting.address]))
    return loaded_by(answer.content.decode())


def test_script_and_style_of_the_desk_weigh_less_than_120_kb(weights):
    assert sum(weights.values()) < MOST, weights


def test_nothing_that_the_desk_fetches_is_left_out_of_the_sum(weights):
    assert {"trust/concordat.css", "trust/vendor/htmx.min.js", "trust/desk.js"} <= set(weights)
    assert any("govuk" in name for name in weights)
