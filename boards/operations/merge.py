"""Two entries turn out to be one person: what names the one names the other from then on, and can be moved back.

What was approved or signed stays as it was recorded and is read through ``Person.merged_into``. What moves is said by
each storey for its own records: ``MOVERS``.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, models, transaction

from boards.models import Board, Person, PersonMerge, Post, SeatHolding, Substitute, User
from boards.operations.access import refresh_access_of
from boards.operations.folding import fold_posts, part_posts, told_of_folds
from boards.permissions import check_may_keep_register
from boards.rules import merge as rules
from trust.tools.keeping import keep
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing

Rows = models.QuerySet[Any]


@dataclass(frozen=True)
class Mover:
    """Records that go with the person. ``open_to``: of the rows, those that may name this person from now on."""

    model: type[models.Model]
    field: str
    one: str
    many: str
    open_to: Callable[[Rows, Person], Rows] = lambda rows, person: rows

    @property
    def key(self) -> tuple[str, str]:
        return (self.model._meta.label_lower, self.field)

    def rows(self, person: Person) -> Rows:
        return self.model._default_manager.filter(**{self.field: person})


MOVERS: list[Mover] = [
    Mover(Post, "person", "post", "posts"),
    Mover(SeatHolding, "person", "time in a seat", "times in a seat"),
    Mover(Substitute, "person", "seat covered", "seats covered"),
    Mover(Board, "lead", "group led", "groups led"),
]
#: What the kept entry takes from the other where it says nothing itself.
TAKEN = ("user", "initials", "public_name", "email", "phone")
SAID = {"public_name": "name for the public", "email": "e-mail address", "phone": "telephone number"}
LABEL = Person._meta.label_lower


@transaction.atomic
def merge_people(*, kept: Person, merged: Person, reason: str, by: User, at: dt.datetime, on: dt.date) -> PersonMerge:
    """``merged`` is ``kept`` from now on: posts, seats and what is still open go over, and its page leads there."""
    check_may_keep_register(by, on=on)
    kept, merged = _both_locked(kept, merged)
    rules.check_can_merge(kept, merged)
    because = f"One person with {kept.name}: {reason}"
    folded = fold_posts(merged, kept, by=by, because=because)
    try:
        moved = [*_move(merged, kept, by, because), *_take(merged, kept, by, because)]
    except IntegrityError as error:
        raise Refused(
            f"{kept.name} and {merged.name} cover one seat on the same days. End one of these first."
        ) from error
    merged.merged_into = kept
    keep(merged, by=by, because=because)
    _refresh(kept, merged, on=on)
    return keep(PersonMerge(kept=kept, merged=merged, reason=reason, moved=moved, folded=folded, at=at, by=by), by=by)


def _both_locked(kept: Person, merged: Person) -> tuple[Person, Person]:
    """In the order of their keys, so that two who do this at once wait for each other.

    Whom they were merged into is read after the wait: within one statement it would be what it was before.
    """
    both = Person.objects.filter(pk__in=[kept.pk, merged.pk]).order_by("pk")
    list(both.select_for_update().values_list("pk"))
    locked = {row.pk: row for row in both.select_related("user", "merged_into")}
    return locked[kept.pk], locked[merged.pk]


def _move(merged: Person, kept: Person, by: User, because: str) -> Iterator[list[Any]]:
    for mover in MOVERS:
        for row in mover.open_to(mover.rows(merged), kept).order_by("pk"):
            setattr(row, mover.field, kept)
            with transaction.atomic():
                keep(row, by=by, because=because)
            label, field = mover.key
            yield [label, row.pk, field]


def _take(merged: Person, kept: Person, by: User, because: str) -> list[list[Any]]:
    """A login is one entry's at a time: it leaves the one before it comes to the other."""
    taken = [name for name in TAKEN if getattr(merged, name) and not getattr(kept, name)]
    for name in taken:
        setattr(kept, name, getattr(merged, name))
    withheld = bool(kept.public_name and not merged.public_name)
    if withheld:
        merged.public_name = kept.public_name
    if "user" in taken:
        merged.user = None
        keep(merged, by=by, because=because)
    if taken:
        keep(kept, by=by, because=because)
    also = [[LABEL, merged.pk, "public_name"]] if withheld else []
    return [[LABEL, kept.pk, name] for name in taken] + also


def what_moves(merged: Person, kept: Person) -> list[str]:
    """What merging would move, in words, for reading before it is done."""
    told = told_of_folds(merged, kept)
    counts = [(mover, mover.open_to(mover.rows(merged), kept).count()) for mover in MOVERS]
    counts = [(mover, count - len(told) if mover.model is Post else count) for mover, count in counts]
    said = [counted(count, mover.one, mover.many) for mover, count in counts if count]
    if merged.user_id and not kept.user_id:
        said.append("the login")
    if not said:
        return told or [f"Nothing stands under {merged.name} that would move."]
    return [f"Moves from the entry “{merged.name}” to “{kept.name}”: {listing(said)}.", *told]


@transaction.atomic
def undo_merge(*, merge: PersonMerge, reason: str, by: User, at: dt.datetime, on: dt.date) -> PersonMerge:
    """They are two after all: exactly what was moved goes back. Refused where some of it has changed since."""
    check_may_keep_register(by, on=on)
    merge = PersonMerge.objects.select_for_update(of=["self"]).get(pk=merge.pk)
    kept, merged = _both_locked(merge.kept, merge.merged)
    merge.kept, merge.merged = kept, merged
    rules.check_can_undo(merge)
    because = f"Two people after all: {reason}"
    merged.merged_into = None
    _move_back(merge, kept, merged, by, because)
    part_posts(merge.folded, kept, by=by, because=because)
    _give_back(merge, kept, merged, by, because)
    merge.undone_at, merge.undone_by, merge.undone_reason = at, by, reason
    keep(merge, by=by)
    _refresh(kept, merged, on=on)
    return merge


def _move_back(merge: PersonMerge, kept: Person, merged: Person, by: User, because: str) -> None:
    movers = {mover.key: mover for mover in MOVERS}
    for label, key, field in merge.moved:
        if label == LABEL:
            continue
        mover = movers[label, field]
        row = mover.open_to(mover.rows(kept), merged).filter(pk=key).first()
        rules.check_unchanged(what=_called(mover, key), unchanged=row is not None)
        setattr(row, field, merged)
        keep(row, by=by, because=because)  # type: ignore[type-var]


def _called(mover: Mover, key: int) -> str:
    row = mover.model._default_manager.filter(pk=key).first()
    return f"{mover.one.capitalize()}, “{row}”," if row else f"{mover.one.capitalize()} that was moved"


def _give_back(merge: PersonMerge, kept: Person, merged: Person, by: User, because: str) -> None:
    """What the kept entry took goes again, where it is still what it took. A login goes back."""
    taken = [(key, name) for label, key, name in merge.moved if label == LABEL]
    for name in (name for key, name in taken if key == kept.pk):
        if name == "user":
            rules.check_unchanged(what="The login", unchanged=kept.user_id is not None and merged.user_id is None)
            login, kept.user = kept.user, None
            keep(kept, by=by, because=because)
            merged.user = login
            continue
        unchanged = getattr(kept, name) == getattr(merged, name)
        rules.check_unchanged(what=f"What is put down as {kept.name}’s {SAID.get(name, name)}", unchanged=unchanged)
        setattr(kept, name, "")
    if (merged.pk, "public_name") in taken:
        merged.public_name = ""
    keep(kept, by=by, because=because)
    keep(merged, by=by, because=because)


def _refresh(kept: Person, merged: Person, *, on: dt.date) -> None:
    everywhere = Post.objects.filter(person__in=[kept, merged], keeps_register=True).exists()
    for person in (kept, merged):
        refresh_access_of(person, on=on, everywhere=everywhere)
