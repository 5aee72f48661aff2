"""An officer's browser at the desk, with what is done there besides writing."""

from playwright.sync_api import Locator, expect

from meetings.models import AgendaItem
from meetings.operations.attendance import open_attendance
from tests.cast import Cast
from tests.factories import create_item, create_meeting, create_person, create_seat
from tests.journeys.at_desk import AtDesk

ACTS = "**/desk/acts/"


def meeting_with_a_vice_chair(cast: Cast) -> AgendaItem:
    """A meeting called, its list open and not marked; the first of its two items."""
    create_seat(cast.board, partner=cast.health, holder=create_person("Tamsin Oakes"), role="vice_chair")
    meeting = create_meeting(cast.board)
    open_attendance(meeting=meeting, by=cast.clerk)
    section = create_item(meeting, "Decision making", number="2.0", is_section=True)
    create_item(meeting, "Transition strategy", number="2.2", section=section, position=900)
    return create_item(meeting, "Support for the forum", number="2.1", section=section, position=899)


def statuses(item: AgendaItem) -> list[str]:
    """How each on the list is marked, in its order."""
    return [row.status for row in item.meeting.attendances.all()]


class InTheRoom(AtDesk):
    """The same window, with what is done in the room."""

    @property
    def room(self) -> Locator:
        return self.page.locator("#desk-room-now")

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def pick(self, keys: str, who: str) -> None:
        """Open the picker, name somebody, and press Enter."""
        self.keys(keys)
        self.page.keyboard.type(who)
        self.keys("Enter")

    def mark(self, keys: str) -> None:
        """Attendance by the letters of the list, from its first line on."""
        self.keys("Control+Alt+p")
        self.page.locator("[data-row] [data-key=p]").first.focus()
        self.keys(*keys)

    def arrived(self) -> None:
        """Nothing waits on this computer any longer."""
        self.saved()
        expect(self.room.locator(".c-waiting, .c-tag")).to_have_count(0)
