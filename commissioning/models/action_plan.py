"""The way to a priority: milestones of its own, actions of the one log, and its coming back to the board."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from actions.models import Action
from commissioning.models.plan import Priority
from meetings.models import AgendaItem


class Milestone(models.Model):
    """A mark on the way to a priority. What is to be done for it are actions of the one log."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=300)
    due_date = models.DateField("to be reached by", null=True, blank=True)
    due_stated = models.CharField("as stated", max_length=120, blank=True)
    reached_date = models.DateField(null=True, blank=True)
    reached_words = models.TextField("how it is known", blank=True)
    dropped_date = models.DateField(null=True, blank=True)
    dropped_reason = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "due_date", "pk"]
        constraints = [
            models.CheckConstraint(
                name="milestone_dropped_for_a_reason",
                condition=Q(dropped_date=None) | (~Q(dropped_reason="") & Q(reached_date=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PriorityAction(models.Model):
    """An action of the log that belongs to a priority's action plan, under a milestone or under none."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="plan_actions")
    milestone = models.ForeignKey(
        Milestone, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_actions"
    )
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="priorities")

    history = HistoricalRecords()

    class Meta:
        ordering = ["milestone__position", "action"]
        constraints = [models.UniqueConstraint(fields=["priority", "action"], name="priority_action_once")]

    def __str__(self) -> str:
        return f"{self.action} for {self.priority}"


class PriorityReturn(models.Model):
    """An action plan that came back to its board: the item it came back as, and the day it was due."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="returns")
    due_date = models.DateField()
    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="priority_return")

    history = HistoricalRecords()

    class Meta:
        ordering = ["due_date"]
        constraints = [models.UniqueConstraint(fields=["priority", "due_date"], name="priority_returns_once")]

    def __str__(self) -> str:
        return f"{self.priority}, {self.due_date:%-d %B %Y}"
