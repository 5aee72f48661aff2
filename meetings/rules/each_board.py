"""Each board of a joint meeting by its own terms: its quorum, and how its own members voted (DOMAIN rule 34)."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from boards.models import QuorumKind, TermsOfReference
from meetings.models import Attendance
from meetings.rules.quorum import Quorum, not_counted, quorum, sits_for
from trust.tools.words import counted, listing

UNNAMED = "other board"


@dataclass(frozen=True)
class BoardSitting:
    """One of the boards that sit together: what it is called, and the terms it goes by on the day."""

    pk: int
    name: str
    terms: TermsOfReference | None
    kinds: tuple[QuorumKind, ...] = ()
    is_public: bool = True

    @property
    def unnamed(self) -> "BoardSitting":
        """As it is told to whoever may not know of it."""
        return replace(self, name=UNNAMED)


def held_jointly(board: str, others: Sequence[str]) -> str:
    """Executive Group and Safer Streets Group: whose meeting it is, its own board first."""
    named = [name for name in others if name != UNNAMED]
    unnamed = len(others) - len(named)
    more = ["another board" if unnamed == 1 else counted(unnamed, "other board")] if unnamed else []
    return listing([board, *named, *more])


def quorum_of_each(
    sittings: Sequence[BoardSitting], rows: Sequence[Attendance], *, away: Container[int] = ()
) -> Quorum:
    """The quorum of the first, with those of the others: it is met where each of them is."""
    found = [replace(quorum(one.terms, rows, one.kinds, away=away, board=one.pk), of=one.name) for one in sittings]
    return replace(found[0], others=tuple(found[1:]))


def by_video_of_each(sittings: Sequence[BoardSitting], here: Sequence[Attendance]) -> frozenset[int]:
    """Those by video whom the terms of a board that they sit for do not count."""
    apart = [not_counted(one.terms, (row for row in here if sits_for(row, one.pk))) for one in sittings]
    return frozenset().union(*apart)
