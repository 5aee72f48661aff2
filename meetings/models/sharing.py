"""What of a board's information was given to whom, through which gateway, and why (DOMAIN rule 53)."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Agreement, Board, Partner, Person
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from meetings.models.paper import Paper
from meetings.models.signed import Edition


class Gateway(models.TextChoices):
    """What in law, or by promise, lets the information pass."""

    SECTION_10 = "s10", "Children Act 2004, section 10: co-operation to improve well-being"
    SECTION_11 = "s11", "Children Act 2004, section 11: safeguarding and promoting welfare"
    SECTION_16H = "s16h", "Children Act 2004, section 16H: asked for by a safeguarding partner"
    CRIME = "crime", "Crime and Disorder Act 1998, sections 17A and 115"
    CONSENT = "consent", "Consent of the person concerned"
    FOI = "foi", "Freedom of Information Act 2000: a request"
    EIR = "eir", "Environmental Information Regulations 2004: a request"
    SUBJECT_ACCESS = "sar", "Subject access request"
    PROTOCOL = "protocol", "An information-sharing protocol"
    OTHER = "other", "Another"


class Sharing(models.Model):
    """One entry of the register. It is written once: a correction is a later entry that says what it replaces."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="sharings")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="sharings")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="sharings")
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="sharings")
    edition = models.CharField("minutes", max_length=8, choices=Edition, blank=True)
    what = models.TextField(blank=True)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="sharings")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="sharings")
    body = models.CharField("or somebody outside", max_length=200, blank=True)
    gateway = models.CharField(max_length=8, choices=Gateway)
    gateway_words = models.CharField("which", max_length=200, blank=True)
    agreement = models.ForeignKey(Agreement, null=True, blank=True, on_delete=models.PROTECT, related_name="sharings")
    why = models.TextField()
    shared_date = models.DateField("shared on")
    shared_by = models.CharField("shared by", max_length=160)
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["-shared_date", "-pk"]
        verbose_name = "entry of what was shared"
        triggers = [pgtrigger.Protect(name="sharing_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
        indexes = [models.Index(fields=["board", "-shared_date"], name="sharing_of_board")]
        constraints = [
            models.CheckConstraint(
                name="sharing_says_what",
                condition=~Q(what="") | Q(item__isnull=False) | Q(paper__isnull=False) | ~Q(edition=""),
            ),
            models.CheckConstraint(
                name="sharing_with_one",
                condition=Q(partner__isnull=False, person=None, body="")
                | Q(partner=None, person__isnull=False, body="")
                | Q(partner=None, person=None) & ~Q(body=""),
            ),
            models.CheckConstraint(
                name="sharing_names_its_protocol",
                condition=Q(gateway="protocol", agreement__isnull=False) | ~Q(gateway="protocol") & Q(agreement=None),
            ),
            models.CheckConstraint(
                name="sharing_other_gateway_in_words", condition=~Q(gateway="other") | ~Q(gateway_words="")
            ),
        ]

    def __str__(self) -> str:
        return f"Shared with {self.partner or self.person or self.body} on {self.shared_date:%-d %B %Y}"
