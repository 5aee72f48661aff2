"""What a reporter said last of each area of a period."""

from commissioning.models import Period, Reporter, Return


def latest_of(period: Period, reporter: Reporter) -> dict[int, Return]:
    """By area. One statement."""
    rows = Return.objects.filter(period=period, reporter=reporter).select_related("recorded_by__person")
    return {one.area_id: one for one in rows.order_by("recorded_at", "pk")}
