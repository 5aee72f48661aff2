"""The signed record: what was sealed in which order, who signed it, the files, what the public could read and when.

Rows of this module are written once; the database refuses to change them.
"""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Person
from meetings.models.agenda import AgendaItem
from meetings.models.approval import Approval
from meetings.models.attendance import Attendance
from meetings.models.minutes import Minutes


class Edition(models.TextChoices):
    FULL = "full", "Full"
    PUBLIC = "public", "Public"
    SUMMARY = "summary", "Public, with a summary of what was taken in private"


class Seal(models.Model):
    """One link of the chain: canonical JSON, its SHA-256, and the seal before it.

    ``sha256`` is over the canonical JSON of position, event, record_sha256 and previous_sha256, so that no link can be
    changed, taken out or put in without every later one failing (``manage.py check_record``).
    """

    class Event(models.TextChoices):
        APPROVED = "approved", "Approved"
        SIGNED = "signed", "Signed"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Publication withdrawn"
        REOPENED = "reopened", "Reopened"

    position = models.PositiveBigIntegerField(unique=True)
    event = models.CharField(max_length=10, choices=Event)
    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="seals")
    version = models.PositiveSmallIntegerField()
    edition = models.CharField(max_length=8, choices=Edition, blank=True)
    record = models.TextField(help_text="Canonical JSON, as its bytes were hashed")
    record_sha256 = models.CharField(max_length=64)
    previous_sha256 = models.CharField(max_length=64, blank=True, help_text="Empty at the first seal only")
    sha256 = models.CharField(max_length=64, unique=True)
    sealed_at = models.DateTimeField()
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords(excluded_fields=["record"])

    class Meta:
        ordering = ["position"]
        triggers = [pgtrigger.Protect(name="seal_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
        indexes = [models.Index(fields=["minutes", "version", "event"], name="seal_of_minutes")]

    def __str__(self) -> str:
        return f"Seal {self.position}: {self.minutes}, {self.get_event_display().lower()}"


class Signature(models.Model):
    """Who signed which version, in which capacity, with what intention: in the product, or on paper with its scan.

    LGA 1972 Sch 12 para 41; DOMAIN rules 57, 58.
    """

    class Means(models.TextChoices):
        IN_PRODUCT = "in_product", "Here, signed in and asked again who they are"
        ON_PAPER = "on_paper", "On paper, every leaf initialled; the scan is kept"

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="signatures")
    version = models.PositiveSmallIntegerField()
    approval = models.ForeignKey(Approval, on_delete=models.PROTECT, related_name="signatures")
    attendance = models.ForeignKey(
        Attendance,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Their line there",
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="signatures")
    name = models.CharField("full name", max_length=160)
    capacity = models.CharField(max_length=240)
    intention = models.TextField("what they stated")
    means = models.CharField(max_length=10, choices=Means)
    text_sha256 = models.CharField("fingerprint of the text", max_length=64)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="signatures", help_text="What was signed")
    scan = models.BinaryField(null=True, blank=True)
    scan_name = models.CharField(max_length=200, blank=True)
    scan_sha256 = models.CharField("fingerprint of the scan", max_length=64, blank=True)
    signed_date = models.DateField("signed on", help_text="On paper: as written there")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords(excluded_fields=["scan"])

    class Meta:
        ordering = ["recorded_at"]
        triggers = [pgtrigger.Protect(name="signature_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "version"], name="signature_once_per_version"),
            models.CheckConstraint(
                name="signature_on_paper_has_its_scan",
                condition=Q(means="in_product", scan=None, scan_sha256="")
                | (Q(means="on_paper", scan__isnull=False) & ~Q(scan_sha256="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes}, signed by {self.name}"


class SignedMinutes(models.Model):
    """One edition of approved minutes as a signed PDF. Rendered once, served as these bytes ever after."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="signed")
    edition = models.CharField(max_length=8, choices=Edition, default=Edition.FULL)
    version = models.PositiveSmallIntegerField()
    pdf = models.BinaryField()
    sha256 = models.CharField("fingerprint of the file", max_length=64, unique=True)
    text_sha256 = models.CharField("fingerprint of the text", max_length=64)
    code = models.CharField("code printed on it", max_length=20, unique=True)
    head_sha256 = models.CharField("head of the chain printed on it", max_length=64, blank=True)
    level = models.CharField("PAdES level", max_length=8, default="B-B")
    signer = models.CharField(max_length=200, help_text="The name in the certificate")
    with_test_certificate = models.BooleanField()
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords(excluded_fields=["pdf"])

    class Meta:
        verbose_name_plural = "signed minutes"
        triggers = [pgtrigger.Protect(name="signed_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "edition", "version"], name="signed_once_per_edition_and_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes}, signed {self.signed_at:%-d %B %Y}"


class Publication(models.Model):
    """One edition of one version the public could read, from when to when; what took its place, and why.

    A superseded one stays readable with its notice; a withdrawn one does not, and the page says so.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveSmallIntegerField()
    edition = models.CharField(max_length=8, choices=Edition)
    seal = models.OneToOneField(Seal, on_delete=models.PROTECT, related_name="publication")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    superseded_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField("why it was withdrawn or superseded", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["published_at"]
        constraints = [
            models.CheckConstraint(
                name="publication_withdrawn_at_and_by",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes}, version {self.version}, published {self.published_at:%-d %B %Y}"


class Summary(models.Model):
    """What the public may read of an item taken in private, in the proper officer’s words (LGA 1972 s 100C(2)).

    Apart from the item, which is locked with its minutes: it may be written when they are published.
    """

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="summary")
    title = models.CharField("title the public reads", max_length=240)
    text = models.TextField("summary")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "summaries"

    def __str__(self) -> str:
        return self.title
