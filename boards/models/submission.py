"""A bid or letter to a body outside, what it brought back, and what still waits for an answer."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models.board import Board


class Submission(models.Model):
    """What was sent out, to whom, and how it ended (requirements 3.2 and 3.3)."""

    class Kind(models.TextChoices):
        BID = "bid", "Bid"
        LETTER = "letter", "Letter"

    class Outcome(models.TextChoices):
        AWAITED = "awaited", "Awaiting the outcome"
        SUCCESSFUL = "successful", "Successful"
        UNSUCCESSFUL = "unsuccessful", "Unsuccessful"
        WITHDRAWN = "withdrawn", "Withdrawn"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="submissions")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.BID)
    title = models.CharField(max_length=200)
    to_body = models.CharField("to", max_length=160)
    sent_date = models.DateField("sent on", null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.AWAITED)
    outcome_date = models.DateField("told on", null=True, blank=True)
    outcome_words = models.TextField("the reasons given", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["-sent_date", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("boards:submission", args=[self.board.slug, self.pk])


class SubmissionStep(models.Model):
    """One dated step on its way, with the body that took it."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="steps")
    date = models.DateField()
    body = models.CharField(max_length=160)
    what = models.CharField(max_length=240)

    history = HistoricalRecords()

    class Meta:
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return f"{self.body}: {self.what}"


class Issue(models.Model):
    """One point that the answer raised. Without a response it stays open (requirement 3.4)."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="issues")
    number = models.CharField(max_length=12)
    text = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["submission", "number"], name="issue_number_once")]

    def __str__(self) -> str:
        return f"{self.submission}, issue {self.number}"


class IssueResponse(models.Model):
    """What was answered to an issue, by which body and when."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="responses")
    date = models.DateField()
    by_body = models.CharField("answered by", max_length=160)
    text = models.TextField()

    history = HistoricalRecords()

    class Meta:
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return f"{self.issue}: {self.by_body}"
