"""How much a signature says of its time: nothing (B-B), an authority’s word (B-T), or proof that outlasts the
certificates it was made with (B-LTA).

With signing.py one of the importers of pyHanko.
"""

import io
from collections.abc import Sequence

from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper, TimestampDSSContentSettings
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper
from pyhanko.sign.validation import collect_validation_info
from pyhanko_certvalidator import ValidationContext

from trust.tools.refusal import Refused
from trust.tools.signing_revoked import revocation_lists

LEVELS = ("B-B", "B-T", "B-LTA")
SECONDS_FOR_TIMESTAMP = 15

# PDF/UA refuses a field on the page without a tag: the time-stamp’s is beside it.
BESIDE_THE_PAGE = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
BEFORE_THE_STAMP = TimestampDSSContentSettings(include_vri=False, update_before_ts=True)


class MetadataAsItIs(IncrementalPdfFileWriter):
    """pyHanko 0.38 rewrites the description of the standards in a form that PDF/A refuses: leave it as it is."""

    def _update_meta(self) -> None:
        pass


def signing_level() -> str:
    """What SIGNING_LEVEL asks for; without it, a time-stamp where an authority is named. Refused where they differ."""
    level = settings.SIGNING_LEVEL or ("B-T" if settings.SIGNING_TSA_URL else "B-B")
    if level not in LEVELS:
        raise Refused(f"The setting for signatures asks for level “{level}”; known are B-B, B-T and B-LTA.")
    if level != "B-B" and not settings.SIGNING_TSA_URL:
        raise Refused(f"Signatures of level {level} need a time-stamp authority, and the settings name none.")
    return level


def timestamper() -> TimeStamper | None:
    """The authority that is asked for the time, where the level has one."""
    if signing_level() == "B-B":
        return None
    return HTTPTimeStamper(settings.SIGNING_TSA_URL, timeout=SECONDS_FOR_TIMESTAMP)


async def made_to_last(signed: bytes, stamper: TimeStamper, roots: Sequence[bytes]) -> bytes:
    """B-LTA: with all that is needed to check it put into the file, and a time-stamp over everything."""
    context = _context(roots)
    writer, out = MetadataAsItIs(io.BytesIO(signed)), io.BytesIO()
    signature = PdfFileReader(io.BytesIO(signed)).embedded_regular_signatures[0]
    paths = await collect_validation_info(signature, context)
    stamping = PdfTimeStamper(stamper, invis_settings=BESIDE_THE_PAGE, readable_field_name="Time-stamp for keeping")
    await stamping.async_timestamp_pdf(
        writer,
        "sha256",
        validation_context=context,
        validation_paths=paths,
        dss_settings=BEFORE_THE_STAMP,
        output=out,
    )
    return out.getvalue()


def _context(roots: Sequence[bytes]) -> ValidationContext:
    """Revocation lists come from the settings, or from where the certificates say; without one nothing lasts."""
    lists = [asn1_crl.CertificateList.load(each.public_bytes(Encoding.DER)) for each in revocation_lists()]
    trusted = [asn1_x509.Certificate.load(each) for each in roots]
    return ValidationContext(trust_roots=trusted, crls=lists, allow_fetching=not lists, revocation_mode="require")
