"""A meeting as those who follow it see it, and the mark by which a browser knows whether anything has changed."""

import hashlib
from dataclasses import dataclass

from meetings.rules.sitting import Stage
from trust.tools.markup import as_html

#: What is said in place of an item that is not the reader's, and on the screen that everybody in the room reads.
NOT_OPEN = "The meeting is dealing with an item that is not open to you."
IN_PRIVATE = "The meeting is dealing with an item in private."


@dataclass(frozen=True)
class FollowedBlock:
    """A decision as recorded, or a paragraph of the draft where the board lets members read it."""

    kind: str
    label: str
    text: str
    amended_from: str = ""
    amended_to: str = ""
    waits: str = ""

    @property
    def is_decision(self) -> bool:
        return self.kind == "decision"

    @property
    def html(self) -> str:
        return as_html(self.text)


@dataclass(frozen=True)
class FollowedItem:
    """A heading or item of the agenda; ``notes`` stand under it in the minutes, ``state_words`` say why not taken."""

    anchor: str
    number: str
    title: str
    purpose: str
    report_of: str
    text: str
    papers: tuple[str, ...]
    notes: tuple[str, ...]
    blocks: tuple[FollowedBlock, ...]
    state_words: str
    is_heading: bool
    is_now: bool
    was_taken: bool

    @property
    def decisions(self) -> tuple[FollowedBlock, ...]:
        return tuple(block for block in self.blocks if block.is_decision)

    @property
    def wording(self) -> tuple[FollowedBlock, ...]:
        return tuple(block for block in self.blocks if not block.is_decision)


@dataclass(frozen=True)
class Followed:
    """The meeting as it stands for one reader. ``closed`` is said where the item now is not theirs."""

    stage: Stage
    items: tuple[FollowedItem, ...]
    closed: str
    reads_wording: bool

    @property
    def now(self) -> FollowedItem | None:
        return next((item for item in self.items if item.is_now), None)

    @property
    def decided(self) -> tuple[FollowedItem, ...]:
        """Items with a decision so far, the item now apart: that shows its own."""
        return tuple(item for item in self.items if item.decisions and not item.is_now)

    @property
    def said(self) -> str:
        """For whoever listens: where the meeting is, and how much is decided there."""
        if self.stage == Stage.OVER:
            return "The meeting is over."
        if self.stage != Stage.ON:
            return ""
        if self.now is None:
            return self.closed
        decisions = len(self.now.decisions)
        count = f" Decisions recorded: {decisions}." if decisions else ""
        return f"Now: {self.now.number} {self.now.title}.{count}"


def mark_of(*parts: object) -> str:
    """A weak mark of everything the page depends on: the same parts, the same page."""
    told = "\x1f".join("" if part is None else str(part) for part in parts)
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:24]}"'
