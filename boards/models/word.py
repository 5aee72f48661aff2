"""Names and words that no dictionary has, spelt as the partnership spells them."""

from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords


class Word(models.Model):
    """One word of the partnership’s own list, beside the names of its people, partners and boards."""

    word = models.CharField(max_length=60)

    history = HistoricalRecords()

    class Meta:
        ordering = ["word"]
        constraints = [
            models.UniqueConstraint(Lower("word"), name="word_once", violation_error_message="This word is there."),
        ]

    def __str__(self) -> str:
        return self.word
