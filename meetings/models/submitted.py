"""Items that those who sit on a board ask its officers to put on an agenda (habit H5)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Board, Person
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting


class SubmittedItem(models.Model):
    """What a member wants dealt with: taken onto an agenda, or declined with a reason that they read."""

    class State(models.TextChoices):
        WAITING = "waiting", "With the officers"
        TAKEN = "taken", "On the agenda"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Taken back"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="submitted_items")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="submitted_items",
        help_text="For which meeting; none is the next that has room",
    )  # fmt: skip
    title = models.CharField(max_length=240)
    why = models.TextField("why the board should deal with it")
    paper_title = models.CharField("title of its paper", max_length=240, blank=True)
    file = models.FileField(upload_to="submitted/%Y/", blank=True)
    file_name = models.CharField("name of the file", max_length=160, blank=True)
    file_size = models.PositiveIntegerField("bytes of the file", default=0)
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="submitted_items")
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    reason = models.TextField("why it was declined", blank=True)
    item = models.OneToOneField(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="submitted")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="submitted_declined_gives_its_reason", condition=~Q(state="declined") | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return self.title
