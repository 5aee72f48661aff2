"""A spreadsheet of people and seats, looked at before anything of it counts."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords


class PeopleSheet(models.Model):
    """One sheet sent in: its rows as they were read, then brought in whole or not at all.

    ``rows`` is a list of objects by column, each with its line in the sheet; ``made`` names what came of them.
    """

    class State(models.TextChoices):
        CHECKED = "checked", "To be looked at"
        ASKED = "asked", "Being brought in"
        BROUGHT_IN = "brought_in", "Brought in"
        FAILED = "failed", "Not brought in"
        WITHDRAWN = "withdrawn", "Set aside"
        TAKEN_BACK = "taken_back", "Taken back"

    name = models.CharField("name of the file", max_length=160)
    rows = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.CHECKED)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_in_at = models.DateTimeField(null=True, blank=True)
    brought_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made = models.JSONField(default=dict, blank=True)
    written = models.JSONField(
        default=list, blank=True, help_text="What was written, each as [model, key, its last history row, made or not]"
    )
    reason = models.TextField("why it was not brought in, or taken back", blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords(excluded_fields=["rows", "written"])

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("boards:people_sheet", args=[self.pk])
