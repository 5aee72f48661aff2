"""The signed record: bytes, fingerprint, who, when. Written once."""

import pgtrigger
from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from meetings.models.minutes import Minutes


class Edition(models.TextChoices):
    FULL = "full", "Full"
    PUBLIC = "public", "Public"


class SignedMinutes(models.Model):
    """One edition of approved minutes as a signed PDF. Rendered once, served as these bytes ever after."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="signed")
    edition = models.CharField(max_length=8, choices=Edition, default=Edition.FULL)
    version = models.PositiveSmallIntegerField()
    pdf = models.BinaryField()
    sha256 = models.CharField("fingerprint of the file", max_length=64, unique=True)
    text_sha256 = models.CharField("fingerprint of the text", max_length=64)
    code = models.CharField("code printed on it", max_length=20, unique=True)
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
