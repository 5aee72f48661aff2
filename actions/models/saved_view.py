"""A way of looking at the log that somebody keeps under a name."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board


class SavedView(models.Model):
    """What a log is cut and sorted by, under a name. Its maker’s own, or shared with all who read the board’s log."""

    board = models.ForeignKey(
        Board, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Empty: over all boards"
    )
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=500, blank=True, help_text="As it stands in the log’s address")
    is_shared = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "name"], condition=Q(is_shared=True), name="saved_view_shared_under_one_name"
            ),
            models.UniqueConstraint(
                fields=["board", "made_by", "name"],
                condition=Q(is_shared=False),
                nulls_distinct=False,
                name="saved_view_own_under_one_name",
            ),
            models.CheckConstraint(
                name="saved_view_shared_with_a_board", condition=Q(is_shared=False) | Q(board__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("actions:saved_view", args=[self.pk])
