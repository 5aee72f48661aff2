"""What an owner shows and asks, what an agency writes to itself, and the link in a mail (issue 6 §2 and §3)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from actions.models.action import Action, Part
from actions.models.progress import Progress
from boards.models import Partner, Person


class Evidence(models.Model):
    """What shows that something was done: a file, or an address on the web."""

    progress = models.ForeignKey(Progress, on_delete=models.CASCADE, related_name="evidence")
    file = models.FileField(upload_to="evidence/%Y/", blank=True)
    name = models.CharField(max_length=160, help_text="What it is called; of a file with its ending")
    size = models.PositiveIntegerField("bytes", default=0)
    url = models.URLField("address", max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                name="evidence_is_a_file_or_an_address",
                condition=(Q(file="") & ~Q(url="")) | (~Q(file="") & Q(url="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Request(models.Model):
    """What an owner asks of the board’s officers or chair: more time, or to be let go. They answer with a sentence."""

    class Kind(models.TextChoices):
        MORE_TIME = "more_time", "More time"
        NOT_MINE = "not_mine", "Not mine"

    class Outcome(models.TextChoices):
        GRANTED = "granted", "Granted"
        REFUSED = "refused", "Refused"
        LAPSED = "lapsed", "Settled otherwise"

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="requests")
    kind = models.CharField(max_length=9, choices=Kind)
    until_date = models.DateField(null=True, blank=True)
    asked = models.OneToOneField(Progress, on_delete=models.CASCADE, related_name="asks")
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    answer = models.OneToOneField(Progress, null=True, blank=True, on_delete=models.PROTECT, related_name="answers")

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["part"], condition=Q(outcome=""), name="request_one_open_for_a_part"),
            models.CheckConstraint(
                name="request_for_more_time_says_until_when",
                condition=Q(kind="more_time", until_date__isnull=False) | Q(kind="not_mine", until_date=None),
            ),
            models.CheckConstraint(
                name="request_answered_says_how",
                condition=Q(outcome="", answer=None) | (~Q(outcome="") & Q(answer__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.part}"


class AgencyNote(models.Model):
    """What a partner writes to itself about an action. Nobody of another partner, and no officer, ever reads it."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="agency_notes")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="action_notes")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text


class MailLink(models.Model):
    """A link in a mail that opens one part of one action for one person, once. Kept as a fingerprint only."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="mail_links")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    spent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"To {self.person} for {self.part_id}"
