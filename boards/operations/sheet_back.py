"""A sheet that was brought in is taken back, whole or not at all."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import Max
from django.db.models.deletion import ProtectedError, RestrictedError

from boards.models import Board, Partner, PeopleSheet, Person, Post, Seat, SeatHolding, Substitute, User
from boards.operations.access import refresh_board_access, refresh_partner_access, refreshed_once
from boards.operations.following import BECAUSE
from boards.permissions import check_may_manage
from boards.queries.sheet import check_may_bring_people_in
from boards.rules.sheet_back import check_can_take_back, check_unchanged
from trust.tools.keeping import discard, keep, with_reason
from trust.tools.refusal import Refused

#: What bringing in writes, in the order in which it is taken out again.
WRITES: tuple[Any, ...] = (SeatHolding, Substitute, Post, Seat, Person)
FILLED = "Filled"


@dataclass(frozen=True)
class Written:
    """One record that the sheet made or changed. ``first``, ``last``: its first and last history row of the sheet."""

    model: Any
    key: int
    first: int
    last: int
    is_made: bool

    @property
    def record(self) -> Any:
        return self.model._default_manager.filter(pk=self.key).first()

    @property
    def latest(self) -> Any:
        return self.model.history.filter(id=self.key).order_by("-history_id").first()

    def before(self) -> Any:
        """As it was before the sheet."""
        found = self.model.history.filter(id=self.key, history_id__lt=self.first).order_by("-history_id").first()
        return found.instance if found else None


@contextmanager
def noting(sheet: PeopleSheet, *, because: str, by: User) -> Iterator[None]:
    """Keeps with the sheet what is written meanwhile for it, so that it can be taken back."""
    since = {model: model.history.aggregate(last=Max("history_id"))["last"] or 0 for model in WRITES}
    yield
    told = (because, BECAUSE, FILLED)
    sheet.written = [row for model in WRITES for row in _rows_since(model, since[model], told, by)]


def _rows_since(model: Any, since: int, told: tuple[str, ...], by: User) -> list[list[Any]]:
    found: dict[int, list[Any]] = {}
    rows = model.history.filter(history_id__gt=since, history_user=by, history_change_reason__in=told)
    for key, number, kind in rows.order_by("history_id").values_list("id", "history_id", "history_type"):
        found.setdefault(key, [model._meta.label_lower, key, number, number, kind == "+"])[3] = number
    return list(found.values())


@transaction.atomic
def take_sheet_back(*, sheet: PeopleSheet, why: str, by: User, at: dt.datetime, on: dt.date) -> PeopleSheet:
    """What it made is taken out and what it changed is as it was. Refused where any of it has changed since."""
    check_may_bring_people_in(by)
    sheet = PeopleSheet.objects.select_for_update(of=["self"]).get(pk=sheet.pk)
    check_can_take_back(sheet)
    rows = [Written(apps.get_model(label), *told) for label, *told in sheet.written]
    check_unchanged([_called(row) for row in rows if row.latest.history_id != row.last])
    boards, partners = _touched(rows)
    for board in boards:
        check_may_manage(by, board)
    with with_reason(f"The sheet {sheet.name} is taken back: {why}"), refreshed_once(on=on):
        _take_out([row for row in rows if row.is_made], by=by)
        _put_back([row for row in rows if not row.is_made], by=by)
        for board in boards:
            refresh_board_access(board, on=on)
        for partner in partners:
            refresh_partner_access(partner, on=on)
    sheet.state, sheet.reason = PeopleSheet.State.TAKEN_BACK, why
    sheet.taken_back_at, sheet.taken_back_by = at, by
    return keep(sheet, by=by)


def _called(row: Written) -> str:
    """In words: the time in a seat of Asha Quill, Head of Service."""
    return f"{row.model._meta.verbose_name} “{row.latest.instance}”"


def _touched(rows: Iterable[Written]) -> tuple[list[Board], list[Partner]]:
    keys: dict[Any, list[int]] = {model: [] for model in WRITES}
    for row in rows:
        keys[row.model].append(row.key)
    sat = models.Q(pk__in=keys[Seat]) | models.Q(holdings__in=keys[SeatHolding])
    seats = Seat.objects.filter(sat | models.Q(substitutes__in=keys[Substitute]))
    boards = Board.objects.filter(seats__in=seats).distinct().order_by("pk")
    at = models.Q(seats__in=seats) | models.Q(posts__in=keys[Post])
    return list(boards), list(Partner.objects.filter(at).distinct().order_by("pk"))


def _take_out(rows: list[Written], *, by: User) -> None:
    for row in rows:
        if (record := row.record) is None:
            continue
        try:
            discard(record, by=by)
        except (ProtectedError, RestrictedError) as error:
            kinds = {one._meta.verbose_name for one in getattr(error, "protected_objects", ())}
            raise Refused(
                f"{record} is named elsewhere since ({', '.join(sorted(kinds))}), so the sheet stays as it was "
                "brought in. Put right by hand what is wrong in it."
            ) from error


def _put_back(rows: list[Written], *, by: User) -> None:
    try:
        with transaction.atomic():
            for row in rows:
                if before := row.before():
                    keep(before, by=by)
    except IntegrityError as error:
        raise Refused(
            "Somebody else holds one of these seats by now, so the sheet stays as it was brought in."
        ) from error
