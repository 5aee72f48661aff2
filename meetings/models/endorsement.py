"""A board putting an agreement to its partners, by a decision that is cited."""

from django.db import models
from simple_history.models import HistoricalRecords

from boards.models import Agreement
from meetings.models.decision import Decision


class Endorsement(models.Model):
    """The first of the two stages (requirement 2.10): the board endorses, then each partner's own body answers."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="endorsements")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="endorsements")

    history = HistoricalRecords()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "decision"], name="endorsement_once_by_a_decision")]

    def __str__(self) -> str:
        return f"{self.agreement}, by {self.decision}"
