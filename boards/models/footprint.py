"""The ground that boards are for: districts, and named sets of them."""

from django.db import models
from simple_history.models import HistoricalRecords

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
    """A named set of districts, such as "East" (requirement 4.2); one district alone is a footprint too."""

    name = models.CharField(max_length=120, unique=True)
    districts = models.ManyToManyField(District, related_name="footprints")

    history = HistoricalRecords(m2m_fields=[districts])

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
