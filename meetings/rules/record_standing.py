"""How a signed record stands now: the latest, superseded, opened again, withdrawn, in whatever order that happened."""

import datetime as dt
from dataclasses import dataclass

from trust.tools.words import short_date


@dataclass(frozen=True)
class RecordStanding:
    """What became of a version after it was sealed. ``now`` is the version the minutes are at, ``approved`` the latest
    that was approved."""

    version: int = 1
    now: int = 1
    approved: int = 1
    reopened_on: dt.date | None = None
    withdrawn_on: dt.date | None = None

    @property
    def is_latest(self) -> bool:
        return self.now <= self.version

    @property
    def is_superseded(self) -> bool:
        return self.approved > self.version

    @property
    def stands(self) -> bool:
        return self.is_latest and self.withdrawn_on is None

    @property
    def word(self) -> str:
        """In a few words, after "version 1,"."""
        if self.is_latest:
            said = "the latest version"
        else:
            said = "superseded by a later version" if self.is_superseded else "opened again to be corrected"
        return f"{said}, its publication withdrawn" if self.withdrawn_on else said

    @property
    def sentences(self) -> tuple[str, ...]:
        versions = "They are the latest version." if self.is_latest else self._what_came_after()
        if self.withdrawn_on is None:
            return (versions,)
        return (versions, f"The publication of this version was withdrawn on {short_date(self.withdrawn_on)}.")

    def _what_came_after(self) -> str:
        on = f" on {short_date(self.reopened_on)}" if self.reopened_on else ""
        if not self.is_superseded:
            return f"The minutes were opened again{on} to be corrected, and no later version is approved yet."
        opened = f" The minutes had been opened again{on} to be corrected." if on else ""
        return f"A later version has taken their place.{opened}"
