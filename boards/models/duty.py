"""What the law or a promise asks of the partnership, and who answers for what."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models.agreement import Agreement
from boards.models.board import Board
from boards.models.dated import Dated, ends_after_it_begins
from boards.models.partner import Partner


class Duty(models.Model):
    """Something the partnership must do by its source: in law, or promised, with whose promise it is (3.12)."""

    class Kind(models.TextChoices):
        LAW = "law", "Duty in law"
        COMMITMENT = "commitment", "Commitment"
        POWER = "power", "Power relied on"
        TO_FOLLOW = "to_follow", "Further element to follow"

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.LAW)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=200, help_text="The Act, guidance or paper, with its section")
    text = models.TextField("what it asks", blank=True)
    owner = models.CharField("whose it is", max_length=160, blank=True, help_text="Such as “the Government”")
    lead = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="duties_led")
    deadline_date = models.DateField("by", null=True, blank=True, help_text="The last day on which it is in time")
    deadline_stated = models.CharField("by, as stated", max_length=80, blank=True)
    ended_date = models.DateField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["kind", "deadline_date", "title"]
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("boards:duty", args=[self.pk])


class Arrangement(Dated):
    """What meets a duty over some days: a board, an agreement, or both, with its words."""

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="arrangements")
    board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="arrangements")
    agreement = models.ForeignKey(
        Agreement, null=True, blank=True, on_delete=models.PROTECT, related_name="arrangements"
    )
    words = models.TextField("how", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["from_date", "pk"]
        constraints = [
            ends_after_it_begins("arrangement_ends_after_it_begins"),
            models.CheckConstraint(
                name="arrangement_names_something",
                condition=Q(board__isnull=False) | Q(agreement__isnull=False) | ~Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duty}: {self.board or self.agreement or self.words}"


class Accountability(Dated):
    """To whom a partner's staff answer, by function and not by person (requirements 0.12, 3.9)."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="accountabilities")
    function = models.CharField(max_length=200, help_text="Such as “professional development”")
    answers_to = models.CharField(max_length=200, help_text="The body or post")
    to_partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="accountabilities_to"
    )
    through = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="accountabilities")
    source = models.CharField(max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["partner", "function"]
        verbose_name_plural = "accountabilities"
        constraints = [ends_after_it_begins("accountability_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"{self.partner}: {self.function} answers to {self.answers_to}"
