"""What a board decides between its meetings, kept apart until a meeting ratifies it (DOMAIN rules 23, 39)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board, Person, Seat
from meetings.models.agenda import AgendaItem
from meetings.models.decision import Decision


class BetweenMeetings(models.Model):
    """One proposal put to a board outside a meeting: how, why it could not wait, who was asked, what came of it."""

    class Means(models.TextChoices):
        EMAIL = "email", "By e-mail"
        SILENCE = "silence", "By silence: agreed unless somebody objects by the closing date"
        URGENCY = "urgency", "By urgency: taken by the chair or an officer"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        TAKEN = "taken", "Agreed, to be ratified"
        NOT_TAKEN = "not_taken", "Not agreed"
        WITHDRAWN = "withdrawn", "Withdrawn"
        RATIFIED = "ratified", "Ratified"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="between_meetings")
    means = models.CharField("how", max_length=8, choices=Means)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    title = models.CharField(max_length=240)
    proposal = models.TextField("what is proposed")
    reason = models.TextField("why it cannot wait for a meeting")
    exempt_paragraphs = models.CharField(max_length=40, blank=True)
    exempt_reason = models.TextField("public interest reason", blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closes_date = models.DateField("answers by", null=True, blank=True)
    taken_by = models.CharField(
        "decided by", max_length=200, blank=True, help_text="Where urgent: the chair or officer"
    )
    taken_date = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    item = models.OneToOneField(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="ratifies",
        help_text="Where it is ratified",
    )
    ratified_by = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="ratifies_between"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name_plural = "decisions between meetings"
        constraints = [
            models.CheckConstraint(
                name="between_exempt_gives_its_reason", condition=Q(exempt_paragraphs="") | ~Q(exempt_reason="")
            ),
            models.CheckConstraint(
                name="between_taken_on_a_day",
                condition=~Q(state__in=["taken", "ratified"]) | Q(taken_date__isnull=False),
            ),
            models.CheckConstraint(
                name="between_silence_has_a_closing_date", condition=~Q(means="silence") | Q(closes_date__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:between", args=[self.board.slug, self.pk])

    @property
    def is_exempt(self) -> bool:
        return bool(self.exempt_paragraphs)


class Asked(models.Model):
    """Somebody who was asked, in which seat, and what they answered. No answer is kept as none."""

    class Answer(models.TextChoices):
        NONE = "none", "No answer"
        AGREES = "agrees", "Agrees"
        OBJECTS = "objects", "Objects"
        ABSTAINS = "abstains", "Takes no part"

    between = models.ForeignKey(BetweenMeetings, on_delete=models.PROTECT, related_name="asked")
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asked")
    answer = models.CharField(max_length=8, choices=Answer, default=Answer.NONE)
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    entered_by_clerk = models.BooleanField(default=False)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["between", "person"], name="asked_once_each")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_answer_display()}"
