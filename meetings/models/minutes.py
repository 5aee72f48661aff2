"""The minutes of a meeting and the blocks they are written in."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from meetings.models.agenda import AgendaItem
from meetings.models.locks import LOCKED_STATES, SENTENCE, by_minutes
from meetings.models.meeting import Meeting


class Minutes(models.Model):
    """The one set of minutes of a meeting. The database locks approved minutes, with all that belongs to them.

    Only a reopening, kept with its reason, unlocks them: as the next version, while the one before stays sealed.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        CIRCULATED = "circulated", "Draft, circulated"
        CLEARED = "cleared", "Draft, cleared by the chair"
        APPROVED = "approved", "Approved"
        SIGNED = "signed", "Signed"

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveSmallIntegerField(default=1)
    circulated_at = models.DateTimeField(null=True, blank=True)
    circulated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    comments_until = models.DateField("comments by", null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            *(
                models.CheckConstraint(
                    name=f"minutes_{act}_at_and_by",
                    condition=Q(**{f"{act}_at": None, f"{act}_by": None})
                    | Q(**{f"{act}_at__isnull": False, f"{act}_by__isnull": False}),
                )
                for act in ("circulated", "cleared", "approved", "published")
            ),
            models.CheckConstraint(
                name="minutes_approved_when_so_marked",
                condition=Q(state__in=["approved", "signed"], approved_at__isnull=False)
                | Q(state__in=["draft", "circulated", "cleared"], approved_at=None),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="approved_stays_approved",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=f"""
                    IF OLD.state NOT IN {LOCKED_STATES} THEN
                        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                        RETURN NEW;
                    END IF;
                    IF TG_OP = 'UPDATE' AND NEW.state = 'circulated' AND NEW.meeting_id = OLD.meeting_id
                        AND NEW.version = OLD.version + 1 AND EXISTS (
                            SELECT 1 FROM meetings_reopening r
                            WHERE r.minutes_id = OLD.id AND r.version_left = OLD.version
                        )
                    THEN
                        RETURN NEW;
                    END IF;
                    IF TG_OP = 'DELETE' OR NEW.state NOT IN {LOCKED_STATES}
                        OR (NEW.meeting_id, NEW.version, NEW.approved_at, NEW.approved_by_id)
                            IS DISTINCT FROM (OLD.meeting_id, OLD.version, OLD.approved_at, OLD.approved_by_id)
                    THEN
                        RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"Minutes of {self.meeting}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:minutes", args=[self.meeting.board.slug, self.meeting.address])

    @property
    def is_locked(self) -> bool:
        return self.state in (self.State.APPROVED, self.State.SIGNED)

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class MinutedItem(models.Model):
    """The minuting of one item: its version, raised by every save, and the last save's key (a retry is no second)."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="minuted_items")
    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="minuted")
    version = models.PositiveIntegerField(default=0)
    wording = models.JSONField(default=list, help_text="The item’s blocks as last saved, for comparing and restoring")
    let_go = models.PositiveSmallIntegerField(
        "characters let go", default=0, help_text="Since history last began a row; so many that it begins another"
    )
    decided_at = models.DateTimeField(null=True, blank=True, help_text="Since when what was decided under it is locked")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    last_save = models.UUIDField(null=True, blank=True)
    taken_from = models.JSONField(
        "taken from windows", default=list, help_text="The last save of each window that wrote here, latest last"
    )
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords(excluded_fields=["taken_from"])

    class Meta:
        triggers = by_minutes()

    def __str__(self) -> str:
        return f"Minute of {self.item}"


class Minute(models.Model):
    """One block under an item. ``key`` is made by whoever wrote it, so that a block sent twice is one block."""

    class Kind(models.TextChoices):
        DISCUSSION = "discussion", "Discussion"
        NOTED = "noted", "Noted"
        DECISION = "decision", "Decision"
        ACTION = "action", "Action"
        DECLARATION = "declaration", "Declaration"
        VOTE = "vote", "Vote"
        NOTE = "note", "Note added later"

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="blocks")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="blocks")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.DISCUSSION)
    text = models.TextField(blank=True, help_text="In the house’s small markup")
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        triggers = by_minutes()
        constraints = [models.UniqueConstraint(fields=["minutes", "key"], name="minute_block_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"
