"""The ground that boards are for: districts, and named sets of them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from simple_history.models import HistoricalRecords

from boards.models.dated import Dated, days, ends_after_it_begins
from boards.models.partner import Partner


class District(models.Model):
    """A district of the area, with its council where that is a partner."""

    name = models.CharField(max_length=120, unique=True)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="districts")
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Footprint(models.Model):
    """A named set of districts, such as "East" (requirement 4.2); one district alone is a footprint too.

    ``districts`` are those of today; which it had on another day stands in FootprintDistrict.
    """

    name = models.CharField(max_length=120, unique=True)
    districts = models.ManyToManyField(District, related_name="footprints")

    history = HistoricalRecords(m2m_fields=[districts])

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class FootprintDistrict(Dated):
    """A district in a footprint over some days; Footprint.districts are today's."""

    footprint = models.ForeignKey(Footprint, on_delete=models.PROTECT, related_name="course")
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="course")

    history = HistoricalRecords()

    class Meta:
        ordering = ["district", "from_date"]
        constraints = [
            ends_after_it_begins("footprint_district_ends_after_it_begins"),
            ExclusionConstraint(
                name="footprint_district_once_at_a_time",
                expressions=[
                    ("footprint", RangeOperators.EQUAL),
                    ("district", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message="The district is in the footprint on some of those days already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.district} in {self.footprint}"
