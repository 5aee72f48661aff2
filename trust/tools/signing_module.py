"""Keys that never leave their hardware module (PKCS#11): the module signs, and hands out certificates only."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cryptography import x509
from django.conf import settings

from trust.tools.refusal import Refused

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class InModule:
    """Where a key is: the module’s library, the label of the token, and the label of key and certificate on it."""

    library: str
    token: str
    label: str


def configured_module() -> InModule:
    return InModule(settings.SIGNING_PKCS11_MODULE, settings.SIGNING_PKCS11_TOKEN, settings.SIGNING_PKCS11_KEY)


@contextmanager
def session_with(module: InModule, pin: str) -> Iterator[Any]:
    """A session with the token. ``pin``: "" reads what is public. Refused, in a sentence, where there is none."""
    import pkcs11
    from pyhanko.config.pkcs11 import TokenCriteria
    from pyhanko.sign.pkcs11 import open_pkcs11_session

    try:
        opened = open_pkcs11_session(module.library, token_criteria=TokenCriteria(module.token), user_pin=pin or None)
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange):
        raise Refused("The hardware module does not accept the PIN. Nothing was signed.") from None
    except pkcs11.PinLocked:
        raise Refused("The hardware module has locked its PIN after wrong ones. Nothing was signed.") from None
    except (pkcs11.PKCS11Error, RuntimeError, OSError) as problem:
        log.warning("hardware module: %r", problem)
        raise Refused("The hardware module that keeps the signing key does not answer. Nothing was signed.") from None
    try:
        yield opened
    finally:
        opened.close()


def signer_in(module: InModule, session: Any, certificate: Any, chain: list[Any]) -> Any:
    """pyHanko’s signer with the module’s own key. Refused where the module holds no such key."""
    import pkcs11
    from pyhanko.sign.pkcs11 import PKCS11Signer

    keys = session.get_objects(
        {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY, pkcs11.Attribute.LABEL: module.label}
    )
    if not list(keys):
        raise Refused(f"The hardware module holds no key named “{module.label}”. Nothing was signed.")
    # The product hashes and the module signs the hash: not every module can hash for an elliptic curve itself.
    raw = {"use_raw_mechanism": certificate.public_key.algorithm == "ec"}
    return PKCS11Signer(session, signing_cert=certificate, key_label=module.label, ca_chain=chain, **raw)


@lru_cache(maxsize=4)
def certificates_in_module(module: InModule) -> tuple[x509.Certificate, ...]:
    """The certificate under the key’s label first, then the others of the token. Read once: they are public."""
    import pkcs11

    with session_with(module, "") as session:
        found = [
            (str(each[pkcs11.Attribute.LABEL]), x509.load_der_x509_certificate(bytes(each[pkcs11.Attribute.VALUE])))
            for each in session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE})
        ]
    own = [certificate for label, certificate in found if label == module.label]
    if not own:
        raise Refused(f"The hardware module holds no certificate named “{module.label}”. Nothing was signed.")
    return own[0], *(certificate for label, certificate in found if label != module.label)
