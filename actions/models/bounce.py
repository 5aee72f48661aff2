"""Addresses that mail cannot reach."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Person


class Bounce(models.Model):
    """Mail to this address failed. Nothing more goes there until the address changes or an officer says to try."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="bounces")
    address = models.CharField(max_length=254)
    code = models.CharField(max_length=20, blank=True, help_text="Such as 5.1.1, as the mail server gave it")
    reason = models.CharField(max_length=400)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    tried_again_at = models.DateTimeField(null=True, blank=True)
    tried_again_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-first_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "address"], condition=Q(tried_again_at=None), name="bounce_open_once_per_address"
            ),
            models.CheckConstraint(
                name="bounce_tried_again_by_somebody",
                condition=Q(tried_again_at=None, tried_again_by=None)
                | Q(tried_again_at__isnull=False, tried_again_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address}: {self.reason}"
