"""How a board wants its desk; without a setting the defaults hold."""

from boards.models import Board
from meetings.models import DeskSetting


def followers_read_wording(board: Board) -> bool:
    """Whether members who follow read the draft wording as it is written, not only decisions."""
    return DeskSetting.objects.filter(board=board, followers_read_wording=True).exists()
