"""What was decided, in which words, by whom, and what it waits for."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Partner, Person
from meetings.models.attendance import Attendance
from meetings.models.locks import by_block, by_decision
from meetings.models.minutes import Minute


class Decision(models.Model):
    """A decision block read as a decision. Its words are the block's; several may stand under one item."""

    class Kind(models.TextChoices):
        NOTED = "noted", "Noted"
        AGREED = "agreed", "Agreed"
        AMENDED = "amended", "Agreed with an amendment"
        IN_PRINCIPLE = "in_principle", "Agreed in principle"
        APPROVED = "approved", "Approved"
        ENDORSED = "endorsed", "Endorsed"
        ACCEPTED = "accepted", "Accepted"
        SUPPORTED = "supported", "Supported"
        RESOLVED = "resolved", "Resolved"
        REQUESTED = "requested", "Requested"
        REFERRED = "referred", "Referred"
        DEFERRED = "deferred", "Deferred"
        APPOINTED = "appointed", "Elected or appointed"
        RATIFIED = "ratified", "Ratified"
        DELEGATED = "delegated", "Delegated"
        INSTRUCTED = "instructed", "Instructed"
        EXCLUDED = "excluded", "Public excluded"
        NOT_EXCLUDED = "not_excluded", "Public not excluded"
        MOVED = "moved", "Moved"
        LOST = "lost", "Lost"
        STATUS_QUO = "status_quo", "The status quo remains"

    block = models.OneToOneField(Minute, on_delete=models.PROTECT, related_name="decision")
    kind = models.CharField(max_length=14, choices=Kind, default=Kind.AGREED)
    letter = models.CharField(max_length=8, blank=True)
    number = models.CharField(max_length=24, blank=True)
    amended_from = models.TextField("instead of", blank=True)
    amended_to = models.TextField("now", blank=True)
    by_consensus = models.BooleanField(default=False)
    mover = models.ForeignKey(Attendance, null=True, blank=True, on_delete=models.PROTECT, related_name="moved")
    seconder = models.ForeignKey(Attendance, null=True, blank=True, on_delete=models.PROTECT, related_name="seconded")
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField(null=True, blank=True)
    subject_to = models.TextField(blank=True, help_text="What it waits for, such as another body’s agreement")
    needs_ratifying = models.BooleanField(default=False)
    taken_date = models.DateField("taken outside a meeting on", null=True, blank=True)
    ratifies = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="ratified_by")
    delegated_to = models.CharField(max_length=200, blank=True)
    in_consultation_with = models.CharField(max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["block__position"]
        triggers = by_block()
        constraints = [
            models.CheckConstraint(
                name="decision_amended_from_and_to",
                condition=Q(amended_from="", amended_to="") | (~Q(amended_from="") & ~Q(amended_to="")),
            ),
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="decision_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.block.text[:60]}"


class Vote(models.Model):
    """How one person, seat or partner voted, where names are minuted (DOMAIN rule 10)."""

    class Choice(models.TextChoices):
        FOR = "for", "For"
        AGAINST = "against", "Against"
        ABSTAINED = "abstained", "Abstained"

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="votes")
    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="votes")
    choice = models.CharField(max_length=10, choices=Choice)
    entered_by_clerk = models.BooleanField(default=True)

    history = HistoricalRecords()

    class Meta:
        triggers = by_decision()
        constraints = [models.UniqueConstraint(fields=["decision", "attendance"], name="vote_once_each")]

    def __str__(self) -> str:
        return f"{self.attendance}: {self.get_choice_display()}"


class SpendingLine(models.Model):
    """Money a decision would spend, and whose it is. Amounts in pence, beside the words of the paper (gap 1)."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="spending")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="spending")
    amount_pence = models.PositiveBigIntegerField()
    amount_stated = models.CharField(max_length=60, blank=True)
    consented_date = models.DateField(null=True, blank=True)
    consented_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="consents")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consent_on_a_day_by_somebody",
                condition=Q(consented_date=None, consented_by=None)
                | Q(consented_date__isnull=False, consented_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount_stated or self.amount_pence} of {self.partner}’s money"
