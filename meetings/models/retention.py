"""How long each class of record is kept, what is held back, and what was destroyed (DOMAIN rules 14, 16, 54)."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Board
from boards.models.dated import Dated, ends_after_it_begins
from meetings.models.meeting import Meeting


class RecordClass(models.TextChoices):
    """The classes of record for which a board has a rule each."""

    SIGNED = "signed", "Signed minutes"
    DRAFTS = "drafts", "Drafts and earlier wordings"
    NOTES = "notes", "Rough notes"
    COMMENTS = "comments", "Comments on drafts"
    RECORDINGS = "recordings", "Recordings"
    PAPERS = "papers", "Reports and other papers"
    BACKGROUND = "background", "Background papers"


class RetentionRule(Dated):
    """How long a board keeps one class of record, from a day on, and by whose authority."""

    class Keep(models.TextChoices):
        FOR_EVER = "for_ever", "For ever"
        YEARS = "years", "For some years"
        APPROVED = "approved", "Until the minutes are approved"

    class Since(models.TextChoices):
        MEETING = "meeting", "the meeting"
        APPROVAL = "approval", "the approval of the minutes"
        PUBLICATION = "publication", "the publication of the minutes"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="retention_rules")
    kind = models.CharField("of", max_length=10, choices=RecordClass)
    keep = models.CharField("kept", max_length=8, choices=Keep)
    years = models.PositiveSmallIntegerField(null=True, blank=True)
    since = models.CharField("counted from", max_length=11, choices=Since, blank=True)
    source = models.TextField("authority", help_text="The law, guidance or schedule it rests on")

    history = HistoricalRecords()

    class Meta:
        ordering = ["kind", "from_date", "pk"]
        constraints = [
            ends_after_it_begins("retention_rule_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=["board", "kind"], condition=Q(to_date=None), name="retention_rule_once_per_class"
            ),
            models.CheckConstraint(
                name="retention_years_and_since_when",
                condition=Q(keep="years", years__gte=1) & ~Q(since="") | ~Q(keep="years") & Q(years=None, since=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_keep_display().lower()}"


class Hold(models.Model):
    """Not to be destroyed while a request or dispute is open: of one meeting or all, of one class or all."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="holds")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="holds")
    kind = models.CharField("of", max_length=10, choices=RecordClass, blank=True)
    reason = models.TextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_reason = models.TextField("why it was lifted", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["-set_at"]
        constraints = [
            models.CheckConstraint(
                name="hold_lifted_at_and_by",
                condition=Q(lifted_at=None, lifted_by=None, lifted_reason="")
                | Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Hold on {self.get_kind_display().lower() or 'every record'}: {self.meeting or self.board}"


class Disposal(models.Model):
    """One line of the disposal register: what was destroyed, under which rule, by whom. Never its words."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="disposals")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="disposals")
    kind = models.CharField("of", max_length=10, choices=RecordClass)
    what = models.TextField(help_text="How many of what; no words of it")
    rule = models.ForeignKey(RetentionRule, on_delete=models.PROTECT, related_name="disposals")
    rule_stated = models.TextField("rule as it stood")
    due_date = models.DateField("due since")
    reason = models.TextField()
    done_at = models.DateTimeField()
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["-done_at", "-pk"]
        triggers = [pgtrigger.Protect(name="disposal_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
        indexes = [models.Index(fields=["meeting", "kind"], name="disposal_of_meeting")]

    def __str__(self) -> str:
        return f"{self.what}: {self.meeting}"
