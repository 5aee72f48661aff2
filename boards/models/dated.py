"""Things that hold from a day to a day."""

import datetime as dt
from typing import Self

from django.contrib.postgres.fields import DateRangeField, RangeBoundary
from django.db import models
from django.db.models import F, Func, Q


class DatedQuerySet(models.QuerySet):
    def held_on(self, day: dt.date) -> Self:
        """In force on ``day``; both ends count."""
        return self.filter(Q(from_date=None) | Q(from_date__lte=day), Q(to_date=None) | Q(to_date__gte=day))


class Dated(models.Model):
    """From a day to a day, both included; an empty end is open."""

    from_date = models.DateField("from", null=True, blank=True)
    to_date = models.DateField("to", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def holds_on(self, day: dt.date) -> bool:
        return (self.from_date is None or self.from_date <= day) and (self.to_date is None or day <= self.to_date)


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    """The constraint that every dated thing carries."""
    return models.CheckConstraint(
        name=name,
        condition=Q(to_date=None) | Q(from_date=None) | Q(to_date__gte=F("from_date")),
        violation_error_message="The last day is before the first.",
    )


def days() -> Func:
    """The days from ``from_date`` to ``to_date``, for exclusion constraints."""
    return Func(
        "from_date",
        "to_date",
        RangeBoundary(inclusive_lower=True, inclusive_upper=True),
        function="DATERANGE",
        output_field=DateRangeField(),
    )
