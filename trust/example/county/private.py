"""A matter that the example's cabinet is to take in private: notice, what was said against it, and the second one."""

import datetime as dt

from boards.models import Board, User
from meetings.models import KeyDecisionNotice
from meetings.operations.key_decision import draw_up_notice, publish_notice
from meetings.operations.second_notice import publish_second, put_down_representation
from trust.example.county.network import CAB

DAY = dt.timedelta(days=1)
RESPONSE = (
    "The decision to sell was taken in public. Only the offers are considered in private, and the price is published "
    "once the sale is complete."
)


def announce_in_private(*, at: dt.datetime) -> None:
    """Published six weeks before the meeting in three weeks; somebody wrote that it should be open."""
    board = Board.objects.get(name=CAB)
    clerk = User.objects.filter(groups__board_role__board=board, groups__board_role__role="officer").first()
    if clerk is None:
        return
    today = at.date()
    notice = draw_up_notice(
        board=board,
        matter="Sale of the old children’s home in Eskerdale",
        expected_date=today + 21 * DAY,
        documents="Report of the Director of Resources; three valuations.",
        contact="Democratic Services, 01632 960 190",
        is_private=True,
        private_reason="The valuations and the offers would be known to the other bidders.",
        by=clerk,
    )
    publish_notice(notice=notice, by=clerk, at=at - 42 * DAY)
    speak_against(notice, today, by=clerk)
    publish_second(
        notice=notice,
        reason=notice.private_reason,
        meeting_date=notice.expected_date,
        late_reason="",
        agreed_by="",
        by=clerk,
        at=at - DAY,
    )


def speak_against(notice: KeyDecisionNotice, today: dt.date, *, by: User) -> None:
    """Somebody asks for it to be open, and is answered."""
    put_down_representation(
        notice=notice,
        received_from="A resident of Eskerdale",
        received_date=today - 20 * DAY,
        text="The home was paid for by public subscription. The sale should be talked about in public.",
        response=RESPONSE,
        by=by,
        on=today,
    )
