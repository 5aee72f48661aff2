"""An invented authority: it vouches for a signing key and a time-stamp service, and revokes what it is told to."""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

Private = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
BEGAN = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
ENDS = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
PASSPHRASE = "harbour"


def named(name: str) -> x509.Name:
    organisation = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Northshire County Council")
    return x509.Name([organisation, x509.NameAttribute(NameOID.COMMON_NAME, name)])


class Authority:
    """A root certificate and what it signs."""

    def __init__(self, name: str = "Northshire Root") -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self.vouch(name, self.private, is_root=True)

    def vouch(
        self,
        name: str,
        private: Private,
        *,
        is_root: bool = False,
        stamps: bool = False,
        first: dt.datetime = BEGAN,
        last: dt.datetime = ENDS,
    ) -> x509.Certificate:
        issuer = named(name) if is_root else self.certificate.subject
        uses = {"digital_signature": not is_root, "key_cert_sign": is_root, "crl_sign": is_root}
        uses |= {"content_commitment": not is_root and not stamps} | dict.fromkeys(
            ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
        )
        public = self.private.public_key()
        built = (
            x509.CertificateBuilder(issuer, named(name), private.public_key(), x509.random_serial_number())
            .not_valid_before(first)
            .not_valid_after(last)
            .add_extension(x509.BasicConstraints(is_root, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(**uses), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
        )
        if stamps:
            built = built.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        return built.sign(self.private, hashes.SHA256())

    def keep_key(self, path: Path, *, name: str = "Democratic Services", **days: dt.datetime) -> x509.Certificate:
        """A key and its certificate as a file, under PASSPHRASE."""
        private = ec.generate_private_key(ec.SECP256R1())
        certificate = self.vouch(name, private, **days)
        locked = BestAvailableEncryption(PASSPHRASE.encode())
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(b"seal", private, certificate, [self.certificate], locked)
        )
        return certificate

    def keep_list(
        self, path: Path, *revoked: x509.Certificate, on: dt.datetime = BEGAN, until: dt.datetime = ENDS
    ) -> None:
        """The list of what it revoked, as a file."""
        built = x509.CertificateRevocationListBuilder(self.certificate.subject, BEGAN, until)
        built = built.add_extension(x509.CRLNumber(1), critical=False)
        public = self.private.public_key()
        built = built.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
        for each in revoked:
            entry = x509.RevokedCertificateBuilder(each.serial_number, on)
            built = built.add_revoked_certificate(entry.build())
        path.write_bytes(built.sign(self.private, hashes.SHA256()).public_bytes(Encoding.DER))

    def keep_root(self, path: Path) -> str:
        path.write_bytes(self.certificate.public_bytes(Encoding.PEM))
        return str(path)

    @contextmanager
    def stamping(self, at: dt.datetime | None = None) -> Iterator[str]:
        """Its time-stamp service, which says ``at`` or the time it is: where it listens."""
        private = rsa.generate_private_key(65537, 2048)
        own = asn1_x509.Certificate.load(self.vouch("Clock", private, stamps=True).public_bytes(Encoding.DER))
        root = asn1_x509.Certificate.load(self.certificate.public_bytes(Encoding.DER))
        secret = keys.PrivateKeyInfo.load(private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
        clock = DummyTimeStamper(own, secret, SimpleCertificateStore.from_certs([root]), fixed_dt=at)

        class Desk(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
                answer = clock.request_tsa_response(asked).dump()
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_said: object) -> None:
                pass

        with HTTPServer(("127.0.0.1", 0), Desk) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()
