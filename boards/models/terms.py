"""The rules a board has given itself, dated."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models.board import Board
from boards.models.dated import Dated, days, ends_after_it_begins
from boards.models.partner import Constituency, Partner


class TermsOfReference(Dated):
    """One version of a board's terms. Meetings go by the terms in force on their day."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        TO_BE_FINALISED = "to_be_finalised", "To be finalised"
        IN_FORCE = "in_force", "In force"
        SUPERSEDED = "superseded", "Superseded"

    class Voting(models.TextChoices):
        CONSENSUS = "consensus", "By consensus; where partners differ the status quo remains"
        MAJORITY = "majority", "By majority of those present and voting"
        PARTNER = "partner", "One partner, one vote"

    class Majority(models.TextChoices):
        """Of what a motion needs more than half, or two thirds."""

        CAST = "cast", "More than half of the votes cast"
        PRESENT = "present", "More than half of the voting members in the room"
        SEATS = "seats", "More than half of all voting seats"
        TWO_THIRDS = "two_thirds", "Two thirds of the votes cast"

    class DecisionNumbers(models.TextChoices):
        NONE = "none", "Decisions are not numbered"
        CALENDAR = "calendar", "Numbered by calendar year: EG 2025/7"
        MUNICIPAL = "municipal", "Numbered by municipal year, from May: EG 2025-26/7"

    class Numbering(models.TextChoices):
        SECTIONS = "sections", "Sections 1.0, items 1.1"
        PLAIN = "plain", "Items 1, 2, 3"

    class Signatory(models.TextChoices):
        PRESIDING = "presiding", "Whoever presides at the approving meeting (LGA 1972 Sch 12 para 41)"
        CHAIR = "chair", "The chair of the board"
        NOBODY = "nobody", "Nobody signs"

    #: Unless the terms say otherwise (LGA 1972 s 100C(1)).
    INSPECTION_YEARS = 6
    #: Of background papers, likewise (LGA 1972 s 100D(2)).
    BACKGROUND_YEARS = 4

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="terms")
    version = models.CharField(max_length=20, default="1")
    status = models.CharField(max_length=16, choices=Status, default=Status.DRAFT)
    quorum_members = models.PositiveSmallIntegerField("voting seats needed", null=True, blank=True)
    quorum_numerator = models.PositiveSmallIntegerField("or this part", null=True, blank=True)
    quorum_denominator = models.PositiveSmallIntegerField("of", null=True, blank=True)
    quorum_partners = models.PositiveSmallIntegerField("partners needed", default=0)
    voting = models.CharField(max_length=12, choices=Voting, default=Voting.CONSENSUS)
    majority = models.CharField(max_length=12, choices=Majority, default=Majority.CAST)
    casting_vote = models.BooleanField(default=False)
    decision_numbers = models.CharField(max_length=10, choices=DecisionNumbers, default=DecisionNumbers.NONE)
    meetings_a_year = models.PositiveSmallIntegerField(null=True, blank=True)
    notice_days = models.PositiveSmallIntegerField("clear days of notice", default=5)
    numbering = models.CharField(max_length=10, choices=Numbering, default=Numbering.SECTIONS)
    signatory = models.CharField(max_length=10, choices=Signatory, default=Signatory.PRESIDING)
    approves_minutes = models.BooleanField("minutes are approved at a following meeting", default=True)
    takes_declarations = models.BooleanField("declarations of interest are taken", default=False)
    extraordinary_may_approve = models.BooleanField(default=False)
    approving_board = models.ForeignKey(
        Board, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="If another board approves"
    )
    chair_clears = models.BooleanField("the chair clears a draft before it is approved", default=False)
    comment_days = models.PositiveSmallIntegerField(
        "days for comments on a circulated draft", default=7, help_text="Also before a board that ends signs its last"
    )
    remote_counts = models.BooleanField(
        "members joining by video count in quorum and vote",
        default=True,
        help_text="Not so for council committees under the 1972 Act: [2021] EWHC 1093 (Admin)",
    )
    inspection_years = models.PositiveSmallIntegerField(
        "years that minutes stay open to inspection", default=INSPECTION_YEARS, help_text="LGA 1972 s 100C(1)"
    )
    background_years = models.PositiveSmallIntegerField(
        "years that background papers stay open to inspection", default=BACKGROUND_YEARS, help_text="LGA 1972 s 100D(2)"
    )
    report_comments = models.TextField(
        "comments a report needs", blank=True, help_text="The officers who comment, one a line (requirement 4.12)"
    )
    report_checks = models.TextField(
        "questions a report answers", blank=True, help_text="Such as consultation, one a line (requirement 1.19)"
    )
    is_executive = models.BooleanField(
        "takes executive decisions",
        default=False,
        help_text="Then each decision has its written statement, and key decisions their notice (SI 2012/2089)",
    )
    key_notice_days = models.PositiveSmallIntegerField(
        "clear days of notice of a key decision", default=28, help_text="28 by SI 2012/2089 regs 5 and 9"
    )
    key_notice_every_day = models.BooleanField(
        "weekends and bank holidays count in that notice", default=True, help_text="Else working days alone count"
    )
    text = models.TextField(blank=True)
    document = models.FileField(upload_to="terms/%Y/", blank=True)
    document_name = models.CharField("name of the file", max_length=160, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["board", "from_date"]
        verbose_name_plural = "terms of reference"
        constraints = [
            ends_after_it_begins("terms_end_after_they_begin"),
            models.UniqueConstraint(fields=["board", "version"], name="terms_version_once"),
            models.CheckConstraint(
                name="terms_quorum_fraction_whole",
                condition=Q(quorum_numerator=None, quorum_denominator=None)
                | Q(quorum_numerator__gt=0, quorum_denominator__gte=models.F("quorum_numerator")),
            ),
            ExclusionConstraint(
                name="terms_one_version_in_force",
                expressions=[("board", RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                condition=Q(status="in_force"),
                violation_error_message="Other terms are in force on some of those days.",
            ),
        ]

    def __str__(self) -> str:
        return f"Terms of reference of {self.board}, version {self.version}"


class QuorumKind(models.Model):
    """Named kinds a quorum must have, such as "one councillor" (habit H4): by partner or by constituency."""

    terms = models.ForeignKey(TermsOfReference, on_delete=models.PROTECT, related_name="quorum_kinds")
    label = models.CharField(max_length=80, help_text="As the terms say it, such as “a head teacher”")
    number = models.PositiveSmallIntegerField(default=1)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    constituency = models.ForeignKey(Constituency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="quorum_kind_names_one",
                condition=Q(partner=None, constituency__isnull=False) | Q(partner__isnull=False, constituency=None),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class ReservedMatter(models.Model):
    """A matter on which only some of the voting members vote (DOMAIN rule 35), such as a funding formula."""

    terms = models.ForeignKey(TermsOfReference, on_delete=models.PROTECT, related_name="reserved_matters")
    label = models.CharField(max_length=120, help_text="As the terms say it; an item of business names it")
    partners = models.ManyToManyField(Partner, blank=True, related_name="+")
    constituencies = models.ManyToManyField(Constituency, blank=True, related_name="+")

    history = HistoricalRecords(m2m_fields=[partners, constituencies])

    class Meta:
        ordering = ["label"]
        constraints = [models.UniqueConstraint(fields=["terms", "label"], name="reserved_matter_once")]

    def __str__(self) -> str:
        return self.label


class SeatShare(models.Model):
    """How many seats the terms give to a partner, a class, or an agency to be confirmed (requirements 1.15, 3.6)."""

    terms = models.ForeignKey(TermsOfReference, on_delete=models.PROTECT, related_name="seat_shares")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    constituency = models.ForeignKey(Constituency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    agency_stated = models.CharField("or an agency to be confirmed", max_length=80, blank=True)
    number = models.PositiveSmallIntegerField("seats")

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="seat_share_names_one",
                condition=Q(partner__isnull=False, constituency=None, agency_stated="")
                | Q(partner=None, constituency__isnull=False, agency_stated="")
                | (Q(partner=None, constituency=None) & ~Q(agency_stated="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner or self.constituency or self.agency_stated}: {self.number}"
