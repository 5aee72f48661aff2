"""How a board chases what is owed to it, and a chase of its officers beyond that."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board


class ChaseSetting(models.Model):
    """When a board's owners are reminded; a board without a row goes by the defaults."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, "Monday"
        TUESDAY = 1, "Tuesday"
        WEDNESDAY = 2, "Wednesday"
        THURSDAY = 3, "Thursday"
        FRIDAY = 4, "Friday"

    board = models.OneToOneField(Board, on_delete=models.PROTECT, related_name="chase_setting")
    on_issue = models.BooleanField("when the minutes are issued", default=True)
    week_before = models.BooleanField("a week before it is due", default=True)
    on_the_day = models.BooleanField("on the day", default=True)
    weekly_after = models.BooleanField("every week after that", default=True)
    weekday = models.PositiveSmallIntegerField("weekly on", choices=Weekday, default=Weekday.MONDAY)
    hour = models.PositiveSmallIntegerField(
        "not before", default=9, validators=[MinValueValidator(8), MaxValueValidator(17)], help_text="Hour in London"
    )
    may_turn_off = models.BooleanField(
        "Owners may turn its mail off for themselves", default=False, help_text="Else they choose only how it comes"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["board"]
        constraints = [
            models.CheckConstraint(name="chase_setting_hour_of_work", condition=models.Q(hour__gte=8, hour__lte=17)),
        ]

    def __str__(self) -> str:
        return f"Reminders of {self.board}"


class Chase(models.Model):
    """An officer wrote to the owners of several actions at once. ``key``: asked for twice it is one."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="chases")
    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    words = models.TextField(blank=True, help_text="What the officer adds in their own words, for everybody alike")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="chase_taken_back_by_somebody",
                condition=models.Q(taken_back_at=None, taken_back_by=None)
                | models.Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Chase of {self.board}"

    def get_absolute_url(self) -> str:
        return reverse("actions:chase", args=[self.board.slug, self.pk])
