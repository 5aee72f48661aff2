"""Setting up what is returned on: a scheme, its areas, who reports, and the periods."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from boards.models import Board, District, Partner
from commissioning.models import Area, Period, Reporter, Scheme
from commissioning.permissions import check_may_set_up
from commissioning.rules import schemes as rules
from commissioning.rules.schemes import Span
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


def held_scheme(scheme: Scheme, *, by: Any) -> Scheme:
    """The scheme under lock, for the officers who manage its board."""
    rows = Scheme.objects.select_for_update(no_key=True, of=["self"]).select_related("board")
    held = rows.get(pk=scheme.pk)
    check_may_set_up(by, held.board)
    return held


def _check_title_free(board: Board, title: str, scheme: Scheme | None = None) -> None:
    others = Scheme.objects.filter(board=board, title__iexact=title)
    if (others.exclude(pk=scheme.pk) if scheme else others).exists():
        raise Refused(f"{board} has a scheme called “{title}” already.")


@transaction.atomic
def add_scheme(
    *,
    board: Board,
    title: str,
    areas: Sequence[str],
    shared: str = Scheme.Shared.TOGETHER,
    note: str = "",
    from_date: dt.date | None = None,
    by: Any,
) -> Scheme:
    """With the areas it begins with, such as the six of 4.11."""
    check_may_set_up(by, board)
    _check_title_free(board, title)
    scheme = keep(Scheme(board=board, title=title, shared=shared, note=note, from_date=from_date), by=by)
    if areas:
        add_areas(scheme=scheme, titles=areas, by=by)
    return scheme


@transaction.atomic
def change_scheme(*, scheme: Scheme, title: str, shared: str, note: str, by: Any) -> Scheme:
    held = held_scheme(scheme, by=by)
    _check_title_free(held.board, title, held)
    held.title, held.shared, held.note = title, shared, note
    return keep(held, by=by)


@transaction.atomic
def add_areas(*, scheme: Scheme, titles: Sequence[str], from_date: dt.date | None = None, by: Any) -> list[Area]:
    """In this order, after those that are there. One from a day on is not asked for in earlier periods."""
    held = held_scheme(scheme, by=by)
    rules.check_areas_named(titles, held.areas.all())
    place = (held.areas.aggregate(last=Max("position"))["last"] or 0) + 1
    return [
        keep(Area(scheme=held, title=title, from_date=from_date, position=place + n), by=by)
        for n, title in enumerate(titles)
    ]


@transaction.atomic
def change_area(
    *, area: Area, title: str, from_date: dt.date | None, to_date: dt.date | None, why: str = "", by: Any
) -> Area:
    held = held_scheme(area.scheme, by=by)
    rules.check_areas_named([title], held.areas.exclude(pk=area.pk))
    rules.check_can_change_days(from_date, to_date)
    area = held.areas.select_for_update(of=["self"]).get(pk=area.pk)
    area.title, area.from_date, area.to_date = title, from_date, to_date
    return keep(area, by=by, because=why)


@transaction.atomic
def add_reporters(
    *,
    scheme: Scheme,
    boards: Iterable[Board] = (),
    partners: Iterable[Partner] = (),
    from_date: dt.date | None,
    by: Any,
) -> list[Reporter]:
    """Several in one act, all or none, each from that day on. A district’s board brings its district."""
    held = held_scheme(scheme, by=by)
    last = held.reporters.aggregate(last=Max("position"))["last"] or 0
    of_footprint = _districts([*boards])
    made = [Reporter(board=board, district=of_footprint.get(board.footprint_id or 0)) for board in boards]
    made += [Reporter(partner=partner) for partner in partners]
    for place, reporter in enumerate(made, start=last + 1):
        there = held.reporters.filter(board=reporter.board, partner=reporter.partner)
        rules.check_can_join(reporter.board or reporter.partner, there, from_date)
        reporter.scheme, reporter.from_date, reporter.position = held, from_date, place
        keep(reporter, by=by)
    return made


def _districts(boards: Sequence[Board]) -> dict[int, District]:
    """The district of each footprint that is one alone; one for which two of these boards are is neither’s."""
    footprints = [board.footprint_id for board in boards if board.footprint_id]
    alone: dict[int, list[District]] = {}
    for district in District.objects.filter(footprints__in=footprints).prefetch_related("footprints"):
        for footprint in district.footprints.all():
            alone.setdefault(footprint.pk, []).append(district)
    found = {key: districts[0] for key, districts in alone.items() if len(districts) == 1}
    return {key: one for key, one in found.items() if footprints.count(key) == 1}


@transaction.atomic
def change_reporter(
    *, reporter: Reporter, from_date: dt.date | None, to_date: dt.date | None, why: str = "", by: Any
) -> Reporter:
    """From when and until when it is asked. What it returned stays."""
    held = held_scheme(reporter.scheme, by=by)
    rules.check_can_change_days(from_date, to_date)
    others = held.reporters.filter(board=reporter.board, partner=reporter.partner).exclude(pk=reporter.pk)
    if to_date is None or others.filter(from_date__gt=to_date).count() != others.count():
        rules.check_can_join(reporter, others, from_date)
    reporter = held.reporters.select_for_update(of=["self"]).get(pk=reporter.pk)
    reporter.from_date, reporter.to_date = from_date, to_date
    return keep(reporter, by=by, because=why)


@transaction.atomic
def add_periods(*, scheme: Scheme, spans: Sequence[Span], by: Any) -> list[Period]:
    """Such as a year’s four, all or none."""
    held = held_scheme(scheme, by=by)
    rules.check_can_add_periods(held.periods.all(), spans)
    return [keep(Period(scheme=held, **vars(span)), by=by) for span in spans]


@transaction.atomic
def change_period(*, period: Period, span: Span, why: str = "", by: Any) -> Period:
    held = held_scheme(period.scheme, by=by)
    period = held.periods.select_for_update(of=["self"]).get(pk=period.pk)
    rules.check_can_change_period(period, span, held.periods.all(), has_returns=period.returns.exists())
    for name, value in vars(span).items():
        setattr(period, name, value)
    return keep(period, by=by, because=why)


@transaction.atomic
def share_period(*, period: Period, by: Any, at: dt.datetime, on: dt.date) -> Period:
    """From now on every reader and every reporter sees what all returned, and who did not."""
    held = held_scheme(period.scheme, by=by)
    period = held.periods.select_for_update(of=["self"]).get(pk=period.pk)
    rules.check_can_share(period, on=on, returned=period.returns.count())
    period.shared_at, period.shared_by = at, by
    return keep(period, by=by)


@transaction.atomic
def unshare_period(*, period: Period, why: str, by: Any) -> Period:
    """Each reporter reads only its own again. Who read it meanwhile has read it."""
    held = held_scheme(period.scheme, by=by)
    period = held.periods.select_for_update(of=["self"]).get(pk=period.pk)
    rules.check_can_unshare(period)
    period.shared_at = period.shared_by = None
    return keep(period, by=by, because=why)
