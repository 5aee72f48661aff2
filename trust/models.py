"""What the house itself keeps: long work that somebody waits for. No committee noun lives here."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Work(models.Model):
    """One piece of long work, told to whoever waits for it. Not a record: it keeps no history.

    ``kind`` and ``about`` find it again and are never shown; ``subject`` and ``reason`` are sentences for people.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting its turn"
        RUNNING = "running", "Being made"
        RETRYING = "retrying", "Did not succeed yet; it will be tried again"
        DONE = "done", "Done"
        FAILED = "failed", "Could not be made"

    kind = models.CharField(max_length=120)
    about = models.CharField(max_length=120, blank=True)
    subject = models.CharField(max_length=240)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    reason = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "work"
        indexes = [models.Index(fields=["kind", "about", "-id"], name="work_about_a_thing")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about"],
                condition=Q(state__in=["waiting", "running", "retrying"]) & ~Q(about=""),
                name="work_asked_once_at_a_time",
            ),
            models.CheckConstraint(name="work_failed_for_a_reason", condition=~Q(state="failed") | ~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.get_state_display()}"

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.WAITING, self.State.RUNNING, self.State.RETRYING)

    @property
    def has_failed(self) -> bool:
        return self.state == self.State.FAILED


class MadeFile(models.Model):
    """A list made into a file by the worker, for one person alone, and thrown away after a day. Not a record: it keeps
    no history.

    ``asked`` finds the list again; ``about`` says in words of what it is. ``body`` is there once it is made.
    """

    name = models.CharField(max_length=120, help_text="Under which it is kept by who takes it")
    kind = models.CharField(max_length=8)
    about = models.TextField()
    asked = models.JSONField(default=dict)
    count = models.PositiveIntegerField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    body = models.BinaryField(null=True, editable=False)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["asked_by", "-id"], name="made_file_of_a_person")]

    def __str__(self) -> str:
        return f"{self.name}.{self.kind}"

    @property
    def is_made(self) -> bool:
        return self.body is not None
