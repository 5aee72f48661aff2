"""What is said against taking a matter in private, and the second notice that answers it (SI 2012/2089 reg 5)."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from meetings.models.executive import KeyDecisionNotice


class Representation(models.Model):
    """Why somebody says a meeting should be open, and the board's response. Everybody reads both, once published."""

    notice = models.ForeignKey(KeyDecisionNotice, on_delete=models.PROTECT, related_name="representations")
    received_from = models.CharField("from", max_length=200, help_text="As it is to be published")
    received_date = models.DateField("received on")
    text = models.TextField("what it says")
    response = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["received_date", "pk"]

    def __str__(self) -> str:
        return f"Representation from {self.received_from}"


class SecondNotice(models.Model):
    """The notice of five clear days before a meeting in private. It is published once and says what it said."""

    notice = models.OneToOneField(KeyDecisionNotice, on_delete=models.PROTECT, related_name="second")
    reason = models.TextField("why in private")
    meeting_date = models.DateField("of the meeting on")
    late_reason = models.TextField("why it is late", blank=True)
    agreed_by = models.CharField("who agreed that it cannot wait", max_length=200, blank=True)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        triggers = [pgtrigger.Protect(name="second_notice_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
        constraints = [
            models.CheckConstraint(
                name="second_notice_late_with_its_reason",
                condition=Q(late_reason="", agreed_by="") | ~Q(late_reason="") & ~Q(agreed_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Second notice: {self.notice}"
