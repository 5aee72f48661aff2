"""What partners are asked to agree, and what each has answered."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models.board import Board
from boards.models.dated import Dated, ends_after_it_begins
from boards.models.partner import Partner


class Agreement(Dated):
    """A document that partners take home: a statement of commitment, a protocol, a strategy, a section 75 agreement."""

    class Kind(models.TextChoices):
        COMMITMENT = "commitment", "Statement of commitment"
        PROTOCOL = "protocol", "Information-sharing protocol"
        STRATEGY = "strategy", "Strategy"
        TERMS = "terms", "Terms of reference"
        SECTION_75 = "section_75", "Section 75 agreement (formerly section 31)"

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind)
    version = models.CharField(max_length=20, default="1")
    board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements")
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["title", "version"]
        constraints = [
            ends_after_it_begins("agreement_ends_after_it_begins"),
            models.UniqueConstraint(fields=["title", "version"], name="agreement_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class Clause(models.Model):
    """A numbered part of an agreement, answered apart (requirement 4.6)."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="clauses")
    number = models.CharField(max_length=12)
    text = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agreement", "number"], name="clause_number_once")]

    def __str__(self) -> str:
        return f"{self.agreement}, clause {self.number}"


class Delegation(Dated):
    """Power given to a post to decide something, in consultation with another (requirement 4.7)."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="delegations")
    from_body = models.CharField("from", max_length=160)
    to_post = models.CharField("to the post of", max_length=160)
    in_consultation_with = models.CharField(max_length=160, blank=True)
    scope = models.TextField()

    history = HistoricalRecords()

    class Meta:
        constraints = [ends_after_it_begins("delegation_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"{self.from_body} to {self.to_post}"


class Adoption(models.Model):
    """One partner's answer to an agreement, whole or by clause. No row: not considered."""

    class Answer(models.TextChoices):
        IN_PRINCIPLE = "in_principle", "Agreed in principle"
        AGREED = "agreed", "Agreed"
        AMENDED = "amended", "Agreed with amendment"
        DECLINED = "declined", "Declined"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="adoptions")
    clause = models.ForeignKey(Clause, null=True, blank=True, on_delete=models.PROTECT, related_name="adoptions")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="adoptions")
    answer = models.CharField(max_length=12, choices=Answer)
    amendment = models.TextField(blank=True)
    by_body = models.CharField("decided by", max_length=160)
    decided_date = models.DateField()
    delegation = models.ForeignKey(Delegation, null=True, blank=True, on_delete=models.PROTECT, related_name="uses")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "clause", "partner", "decided_date"],
                name="adoption_once_a_day",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="adoption_amendment_in_words", condition=~Q(answer="amended") | ~Q(amendment="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_answer_display()}"
