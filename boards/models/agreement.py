"""What partners are asked to agree, and what each has answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
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
        REPORT = "report", "Report for decision by several bodies"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        ASKED = "asked", "With the partners"
        REVIEW = "review", "Under review"
        WITHDRAWN = "withdrawn", "Withdrawn"

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind)
    version = models.CharField(max_length=20, default="1")
    board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements")
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    status_reason = models.TextField("why it is under review or withdrawn", blank=True)
    lead_in = models.TextField("words before the clauses", blank=True)
    document = models.FileField(upload_to="agreements/%Y/", blank=True)
    document_name = models.CharField("name of the file", max_length=160, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["title", "version"]
        constraints = [
            ends_after_it_begins("agreement_ends_after_it_begins"),
            models.UniqueConstraint(fields=["title", "version"], name="agreement_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("boards:agreement", args=[self.pk])


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
    paper = models.CharField("given in", max_length=200, blank=True, help_text="The minute or report that gave it")

    history = HistoricalRecords()

    class Meta:
        constraints = [ends_after_it_begins("delegation_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"{self.from_body} to {self.to_post}"


class DelegatedAct(models.Model):
    """One use of a delegated power that is no answer to an agreement: those are its adoptions."""

    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="acts")
    date = models.DateField()
    by_whom = models.CharField("decided by", max_length=160)
    consulted = models.CharField(max_length=160, blank=True)
    what = models.TextField("what was decided")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return f"{self.delegation}: {self.what}"


class AskedPartner(models.Model):
    """A partner whose own body is to answer an agreement. Until it does, it is silent, and for how long shows."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="asked")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="asked_for")
    asked_date = models.DateField()
    due_date = models.DateField("to answer by", null=True, blank=True)
    body = models.CharField("the body that is to answer", max_length=160, blank=True)
    recommendation = models.TextField(
        "what it is recommended to decide", blank=True, help_text="One report can put another to each body"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["partner"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "partner"], name="asked_partner_once"),
            models.CheckConstraint(
                name="asked_partner_due_after_asked",
                condition=Q(due_date=None) | Q(due_date__gte=models.F("asked_date")),
                violation_error_message="The day to answer by is before the day of asking.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.agreement}"


class AskingLetter(models.Model):
    """That those who answer for a partner were written to: when it was asked, or reminded. Once a day at most."""

    class Kind(models.TextChoices):
        ASKED = "asked", "Asked"
        REMINDER = "reminder", "Reminded"

    asked = models.ForeignKey(AskedPartner, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=8, choices=Kind)
    sent_date = models.DateField()
    people = models.PositiveSmallIntegerField("how many were written to")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["sent_date", "pk"]
        constraints = [models.UniqueConstraint(fields=["asked", "sent_date"], name="asking_letter_once_a_day")]

    def __str__(self) -> str:
        return f"{self.asked}: {self.get_kind_display()}"


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
    paper = models.CharField(max_length=200, blank=True, help_text="The minute or letter that says so")
    delegation = models.ForeignKey(Delegation, null=True, blank=True, on_delete=models.PROTECT, related_name="uses")
    is_its_own = models.BooleanField(
        "given by the partner itself", default=False, help_text="Not entered for it by an officer, from a paper"
    )
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

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
