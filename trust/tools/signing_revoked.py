"""Lists of revoked certificates (CRL), by setting: what is on one signs nothing more."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from django.conf import settings

from trust.tools.refusal import Refused


def revocation_lists() -> list[x509.CertificateRevocationList]:
    """Those of SIGNING_CRLS. Refused where one cannot be read: to go on without it could sign with a stolen key."""
    found = []
    for path in map(Path, settings.SIGNING_CRLS):
        try:
            content = path.read_bytes()
            pem = content.lstrip().startswith(b"-----BEGIN")
            found.append(x509.load_pem_x509_crl(content) if pem else x509.load_der_x509_crl(content))
        except (OSError, ValueError):
            raise Refused("A list of revoked certificates cannot be read, so nothing is signed.") from None
    return found


def check_not_revoked(certificate: x509.Certificate, chain: Sequence[x509.Certificate], *, at: dt.datetime) -> None:
    """The signing certificate and those that vouch for it are on no list of their issuers."""
    lists = revocation_lists()
    for each in (certificate, *chain):
        for one in lists:
            if one.issuer == each.issuer and _is_from(one, (certificate, *chain)):
                _check_on_list(each, one, at)


def _is_from(one: x509.CertificateRevocationList, known: Sequence[x509.Certificate]) -> bool:
    """Signed by its issuer, where the issuer’s certificate is known; a list of an unknown issuer is believed."""
    issuers = [each for each in known if each.subject == one.issuer]
    return not issuers or any(one.is_signature_valid(each.public_key()) for each in issuers)  # type: ignore[arg-type]


def _check_on_list(certificate: x509.Certificate, one: x509.CertificateRevocationList, at: dt.datetime) -> None:
    entry = one.get_revoked_certificate_by_serial_number(certificate.serial_number)
    if entry is not None and entry.revocation_date_utc <= at:
        raise Refused(f"The signing certificate was revoked on {long_day(entry.revocation_date_utc)}.")
    if one.next_update_utc is not None and one.next_update_utc < at:
        raise Refused(
            f"The list of revoked certificates ran out on {long_day(one.next_update_utc)}, so nothing is signed until "
            "a newer one is there."
        )


def long_day(moment: dt.datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B %Y}"
