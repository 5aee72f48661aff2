"""What was decided, in which words, by whom, and what it waits for."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Board
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

    class Counted(models.TextChoices):
        """What the numbers of a vote count."""

        PERSON = "person", "By person"
        SEAT = "seat", "By seat"
        PARTNER = "partner", "By partner"

    class Outcome(models.TextChoices):
        """What was recorded when the item was decided; what has followed since is told beside it."""

        CARRIED = "carried", "Carried"
        LOST = "lost", "Lost"
        STATUS_QUO = "status_quo", "The status quo remains"
        WAITS = "waits", "Waits"

    block = models.OneToOneField(Minute, on_delete=models.PROTECT, related_name="decision")
    kind = models.CharField(max_length=14, choices=Kind, default=Kind.AGREED)
    letter = models.CharField(max_length=8, blank=True)
    number = models.CharField(max_length=24, blank=True)
    number_year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The year its number counts in")
    number_in_year = models.PositiveIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField("decided", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    outcome_words = models.TextField(blank=True, help_text="The sentence that the minutes print of the outcome")
    struck_reason = models.TextField(
        "recorded in error because", blank=True, help_text="A numbered decision is never deleted: its number stays"
    )
    amended_from = models.TextField("instead of", blank=True)
    amended_to = models.TextField("now", blank=True)
    by_consensus = models.BooleanField(default=False)
    mover = models.ForeignKey(Attendance, null=True, blank=True, on_delete=models.PROTECT, related_name="moved")
    seconder = models.ForeignKey(Attendance, null=True, blank=True, on_delete=models.PROTECT, related_name="seconded")
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField(null=True, blank=True)
    counted = models.CharField("votes counted", max_length=8, choices=Counted, default=Counted.PERSON)
    casting_vote = models.CharField(max_length=8, choices=[("for", "For"), ("against", "Against")], blank=True)
    casting_vote_by = models.ForeignKey(
        Attendance, null=True, blank=True, on_delete=models.PROTECT, related_name="casting_votes"
    )
    subject_to = models.TextField(blank=True, help_text="What it waits for, such as another body’s agreement")
    needs_ratifying = models.BooleanField(default=False)
    taken_date = models.DateField("taken outside a meeting on", null=True, blank=True)
    ratifies = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="ratified_by")
    delegated_to = models.CharField(max_length=200, blank=True)
    in_consultation_with = models.CharField(max_length=200, blank=True)
    delegation_scope = models.TextField(blank=True, help_text="What the delegate may decide")
    delegated_until = models.DateField(null=True, blank=True)

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
            models.CheckConstraint(
                name="decision_number_and_its_parts",
                condition=Q(number="", number_year=None, number_in_year=None)
                | (~Q(number="") & Q(number_year__isnull=False, number_in_year__isnull=False)),
            ),
            models.CheckConstraint(
                name="decision_recorded_at_and_by",
                condition=Q(recorded_at=None, recorded_by=None, outcome="")
                | (Q(recorded_at__isnull=False, recorded_by__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="decision_casting_vote_and_by",
                condition=Q(casting_vote="", casting_vote_by=None)
                | (~Q(casting_vote="") & Q(casting_vote_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.block.text[:60]}"


class LastDecisionNumber(models.Model):
    """The last number given at a board in a year; held while the next is given: none is given twice or missed."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board", "year"], name="last_decision_number_once")]

    def __str__(self) -> str:
        return f"{self.board}, {self.year}: {self.number}"


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
    on_request = models.BooleanField("minuted at their own request", default=False)

    history = HistoricalRecords()

    class Meta:
        triggers = by_decision()
        constraints = [models.UniqueConstraint(fields=["decision", "attendance"], name="vote_once_each")]

    def __str__(self) -> str:
        return f"{self.attendance}: {self.get_choice_display()}"
