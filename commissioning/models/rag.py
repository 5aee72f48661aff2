"""How it is going: areas, who reports on them, and what they said (requirement 4.11, H13)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board, District, Partner
from boards.models.dated import Dated, ends_after_it_begins
from commissioning.models.written import written_once


class Scheme(Dated):
    """A set of areas that reporters return on, period by period, to a board."""

    class Shared(models.TextChoices):
        AT_ONCE = "at_once", "As soon as it is given"
        TOGETHER = "together", "When the period is shared by the board’s officers"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="schemes")
    title = models.CharField(max_length=200)
    shared = models.CharField("when the others see a return", max_length=8, choices=Shared, default=Shared.TOGETHER)
    note = models.TextField("what the colours mean", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["title"]
        constraints = [
            ends_after_it_begins("scheme_ends_after_it_begins"),
            models.UniqueConstraint(fields=["board", "title"], name="scheme_title_once_on_a_board"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("commissioning:scheme", args=[self.pk])


class Area(Dated):
    """What is looked at: safeguarding, information sharing and so on."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="areas")
    title = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            ends_after_it_begins("area_ends_after_it_begins"),
            models.UniqueConstraint(fields=["scheme", "title"], name="area_once_in_a_scheme"),
        ]

    def __str__(self) -> str:
        return self.title


class Reporter(Dated):
    """Who returns: a district, a group or a partner, from the day it joined. An earlier period asks nothing of it."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="reporters")
    board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="reports_on")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="reports_on")
    district = models.ForeignKey(District, null=True, blank=True, on_delete=models.PROTECT, related_name="reports_on")
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            ends_after_it_begins("reporter_ends_after_it_begins"),
            models.CheckConstraint(
                name="reporter_is_a_board_or_a_partner",
                condition=Q(board__isnull=False, partner=None) | Q(board=None, partner__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["scheme", "board", "partner", "from_date"], name="reporter_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return str(self.district or self.board or self.partner)


class Period(models.Model):
    """A quarter or a year that is returned on, and by when."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="periods")
    title = models.CharField(max_length=80)
    from_date = models.DateField("from")
    to_date = models.DateField("to")
    due_date = models.DateField("returns due by")
    shared_at = models.DateTimeField(null=True, blank=True)
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["from_date"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "from_date"], name="period_once_in_a_scheme"),
            models.CheckConstraint(
                name="period_ends_after_it_begins",
                condition=Q(to_date__gte=F("from_date"), due_date__gte=F("from_date")),
                violation_error_message="The last day, or the day it is due, is before the first.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Return(models.Model):
    """What a reporter says of an area in a period. Written once; a later one takes its place, and both are kept."""

    class Colour(models.TextChoices):
        RED = "red", "Red"
        AMBER = "amber", "Amber"
        GREEN = "green", "Green"

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="returns")
    reporter = models.ForeignKey(Reporter, on_delete=models.PROTECT, related_name="returns")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="returns")
    colour = models.CharField(max_length=5, choices=Colour)
    reason = models.TextField()
    evidence = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["recorded_at", "pk"]
        triggers = written_once("return")
        indexes = [models.Index(fields=["period", "reporter", "area"], name="return_of_period")]

    def __str__(self) -> str:
        return f"{self.reporter}, {self.area}: {self.get_colour_display()}"


class ReturnReminder(models.Model):
    """That a reporter was written to for its returns of a period. Once a day at most."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reminders")
    reporter = models.ForeignKey(Reporter, on_delete=models.PROTECT, related_name="reminders")
    sent_date = models.DateField()
    people = models.PositiveSmallIntegerField("how many were written to")
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["sent_date", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["period", "reporter", "sent_date"], name="return_reminder_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.reporter}, {self.period}"


class Indicator(models.Model):
    """Something counted, with the way it should go."""

    class Direction(models.TextChoices):
        UP = "up", "Higher is better"
        DOWN = "down", "Lower is better"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="indicators")
    title = models.CharField(max_length=200)
    unit = models.CharField(max_length=60, blank=True, help_text="Such as “%”, “children”, “days”")
    direction = models.CharField(max_length=4, choices=Direction)
    priority = models.ForeignKey(
        "commissioning.Priority", null=True, blank=True, on_delete=models.PROTECT, related_name="indicators"
    )
    source = models.CharField("where the figures come from", max_length=200, blank=True)
    ended_date = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "title"]
        constraints = [
            models.UniqueConstraint(fields=["board", "title"], name="indicator_title_once_on_a_board"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("commissioning:indicator", args=[self.pk])


class Reading(models.Model):
    """An indicator's figure at a day, what was aimed at, or both."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="readings")
    date = models.DateField()
    actual = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "date"], name="reading_once_a_day"),
            models.CheckConstraint(
                name="reading_says_something", condition=Q(actual__isnull=False) | Q(target__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.date:%-d %B %Y}"
