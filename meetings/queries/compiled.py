"""The whole minutes as they will read, each part with the way back to the desk and what was found in it."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.urls import reverse

from meetings.models import Edition, Meeting, Minute, Minutes
from meetings.queries.checks import Checked, checked
from meetings.queries.minutes import minutes_document
from meetings.rules.checks import Finding
from meetings.rules.document import MinutesDocument
from meetings.rules.edition import Sight


@dataclass(frozen=True)
class Compiled:
    """The document, what was found, and where each part is written: "" once nothing is written at the desk."""

    document: MinutesDocument
    checked: Checked
    desk: str
    of_items: dict[int, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    of_blocks: dict[int, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    of_attendance: list[Finding] = field(default_factory=list)
    blocks: dict[int, str] = field(default_factory=dict)

    def way_to_block(self, pk: int) -> str:
        return f"{self.desk}#block-{self.blocks[pk]}" if self.desk and pk in self.blocks else ""

    def way_to_item(self, pk: int) -> str:
        return f"{self.desk}#desk-{pk}" if self.desk else ""

    @property
    def way_to_attendance(self) -> str:
        return f"{self.desk}#desk-attendance" if self.desk else ""

    def way_to(self, finding: Finding) -> str:
        """Where the finding is put right: its block, its item, the attendance list, or the desk."""
        if finding.address or finding.in_attendance:
            return finding.address or self.way_to_attendance
        if finding.block and (way := self.way_to_block(finding.block.pk)):
            return way
        return self.way_to_item(finding.item.pk) if finding.item else self.desk


def compiled(meeting: Meeting, minutes: Minutes | None, *, sight: Sight) -> Compiled:
    """A constant number of statements, however long the minutes."""
    at_desk = minutes is None or minutes.state == Minutes.State.DRAFT
    found = Compiled(
        document=minutes_document(meeting, edition=Edition.FULL, sight=sight),
        checked=checked(meeting, sight=sight),
        desk=reverse("meetings:desk", args=[meeting.board.slug, meeting.address]) if at_desk else "",
    )
    keys = dict(Minute.objects.filter(minutes=minutes).values_list("pk", "key")) if minutes else {}
    found.blocks.update({pk: str(keys[pk]) for pk in found.document.block_pks})
    for finding in found.checked.standing:
        if finding.in_attendance:
            found.of_attendance.append(finding)
        elif finding.block and finding.block.pk in found.blocks:
            found.of_blocks[finding.block.pk].append(finding)
        elif finding.item:
            found.of_items[finding.item.pk].append(finding)
    return found
