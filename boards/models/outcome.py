"""What the partnership wants for children: lists of outcomes, each in force for some days."""

from django.db import models
from simple_history.models import HistoricalRecords

from boards.models.agreement import Clause
from boards.models.board import Board
from boards.models.dated import Dated, ends_after_it_begins


class OutcomeList(Dated):
    """A list such as the five outcomes of Every Child Matters, until another takes its place (requirement 1.12)."""

    name = models.CharField(max_length=160, unique=True)
    source = models.CharField(max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["from_date", "name"]
        constraints = [ends_after_it_begins("outcome_list_ends_after_it_begins")]

    def __str__(self) -> str:
        return self.name


class Outcome(models.Model):
    """One outcome of a list. ``follows`` is the one of an earlier list it takes the place of: links survive by it."""

    outcomes = models.ForeignKey(OutcomeList, on_delete=models.PROTECT, related_name="outcomes")
    title = models.CharField(max_length=160)
    follows = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="followed_by")
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords(m2m_fields=[follows])

    class Meta:
        ordering = ["outcomes", "position", "title"]
        constraints = [models.UniqueConstraint(fields=["outcomes", "title"], name="outcome_once_in_a_list")]

    def __str__(self) -> str:
        return self.title


class BoardOutcome(Dated):
    """An outcome that a board works towards, and the clause that says so where one does (requirement 4.6 vii)."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="board_outcomes")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="board_outcomes")
    clause = models.ForeignKey(Clause, null=True, blank=True, on_delete=models.PROTECT, related_name="board_outcomes")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            ends_after_it_begins("board_outcome_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=["board", "outcome", "from_date"], name="board_outcome_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board}: {self.outcome}"
