"""Comments on a draft as one reader may see them: none on an item that is not there for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from boards.models import BoardGrant, User
from boards.permissions import MINUTE, SEE_PAPERS
from meetings.models import AgendaItem, Comment, Edition, Minute, Minutes
from meetings.queries.entitled import sight_at
from meetings.queries.minutes import Reading, minutes_for
from meetings.rules.document import ItemLine, MinutesDocument
from trust.tools.markup import as_text

#: How a list of comments can be narrowed.
SHOWN = {"": "All", "open": "Not answered yet", "mine": "Mine"}


@dataclass(frozen=True)
class CommentsOn:
    """Comments on one item, in the order made; ``line`` is None for those on the minutes as a whole."""

    line: ItemLine | None
    comments: tuple[Comment, ...]


@dataclass(frozen=True)
class Commenting:
    """The draft a member reads, and the comments on it."""

    reader: Any
    reading: Reading

    @property
    def minutes(self) -> Minutes:
        return self.reading.minutes

    @cached_property
    def document(self) -> MinutesDocument:
        return self.reading.document

    @cached_property
    def lines(self) -> Mapping[int, ItemLine]:
        """The items that are there for this reader, by key."""
        return {line.pk: line for line in self.document.items}

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        related = ["item__section", "block__item", "person", "made_by__person", "answered_by__person"]
        found = comments_on(self.minutes).select_related(*related).prefetch_related("corrections")
        return tuple(one for one in found if one.item_id is None or one.item_id in self.lines)

    @property
    def unanswered(self) -> int:
        return sum(one.state == Comment.State.OPEN for one in self.comments)

    def narrowed(self, shown: str) -> list[CommentsOn]:
        """By item, in the order of the minutes; what is on the whole comes first."""
        kept = [one for one in self.comments if self._is_kept(one, shown)]
        under = [CommentsOn(None, tuple(one for one in kept if one.item_id is None))]
        under += [CommentsOn(line, tuple(one for one in kept if one.item_id == pk)) for pk, line in self.lines.items()]
        return [one for one in under if one.comments]

    def places(self) -> list[tuple[str, str]]:
        """What can be commented on, each with its words: the whole, an item, a paragraph."""
        found = [("", "The minutes as a whole, or who was there")]
        for line in self.lines.values():
            name = f"{line.number} {line.title}".strip()
            found.append((f"item-{line.pk}", name))
            for place, block in enumerate(line.blocks, 1):
                words = f"{line.number or line.title}, paragraph {place}: {_opening(block.text)}"
                found.append((f"paragraph-{block.pk}", words))
        return found

    def place(self, about: str) -> tuple[AgendaItem | None, Minute | None]:
        """The item and paragraph that one of ``places`` stands for."""
        kind, _, pk = about.partition("-")
        if kind == "paragraph":
            return None, self.minutes.blocks.select_related("item").get(pk=pk)
        return (self.reading.meeting.items.get(pk=pk), None) if kind == "item" else (None, None)

    def _is_kept(self, comment: Comment, shown: str) -> bool:
        if shown == "open":
            return comment.state == Comment.State.OPEN
        return shown != "mine" or comment.made_by_id == self.reader.pk


def commenting(reader: Any, board: str, meeting: str) -> Commenting:
    """The one door to the comments on a draft: for those who read the papers; for others they are not there."""
    reading = minutes_for(reader, board, meeting)
    if reading.edition != Edition.FULL or SEE_PAPERS not in reading.words:
        raise Http404("There are no minutes of this meeting yet.")
    return Commenting(reader, reading)


def comments_on(minutes: Minutes) -> QuerySet[Comment]:
    """Those on the version that now stands."""
    return minutes.comments.filter(version=minutes.version)


def unanswered(minutes: Minutes) -> int:
    return comments_on(minutes).filter(state=Comment.State.OPEN).count()


def officers_to_tell(comment: Comment) -> QuerySet[User]:
    """Those who minute the board and can sign in, without whoever made the comment."""
    minuting = BoardGrant.objects.filter(content_object=comment.minutes.meeting.board, permission__codename=MINUTE)
    officers = User.objects.filter(groups__in=minuting.values("group"), is_active=True)
    return officers.exclude(pk=comment.made_by_id).distinct().order_by("pk")


def comments_to_tell(minutes: Minutes, officer: User, *, since: int) -> int:
    """How many comments of others, from this one (by key) on, wait for an answer and are there for this officer."""
    sight = sight_at(officer, minutes.meeting)
    waiting = comments_on(minutes).filter(state=Comment.State.OPEN, pk__gte=since).exclude(made_by=officer)
    return sum(one.item is None or sight.sees(one.item) for one in waiting.select_related("item__section"))


def _opening(text: str) -> str:
    words = " ".join(as_text(text).split())
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
