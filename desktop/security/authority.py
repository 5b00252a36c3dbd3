"""The landlord's own certificate authority, as a station keeps it: certificates alone, in PEM."""

from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.disk import open_plain
from desktop.errors import Invalid

AUTHORITY_FILE: Final = "authority.pem"
_MOST_BYTES: Final = 4 * 1024 * 1024
"""The authorities of a whole system fit in it."""


def read_authority(file: Path) -> bytes:
    """The certificates in a file (PEM, or DER as Windows exports it); a key beside them is left out.

    Raises Invalid("authority_unreadable"), whose `reason` ends a sentence.
    """
    try:
        with open_plain(file) as opened:
            content = opened.read(_MOST_BYTES)
    except OSError as error:
        raise _unreadable(file, (error.strerror or "it cannot be opened").lower()) from error
    certificates = _certificates(file, content.removeprefix(b"\xef\xbb\xbf"))
    return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)


def _certificates(file: Path, content: bytes) -> list[x509.Certificate]:
    try:
        if b"-----BEGIN CERTIFICATE-----" in content:
            return x509.load_pem_x509_certificates(content)
        return [x509.load_der_x509_certificate(content)]
    except ValueError as error:
        reason = (
            "it holds a key and no certificate" if b"PRIVATE KEY" in content else "it holds no certificate"
        )
        raise _unreadable(file, reason) from error


def _unreadable(file: Path, reason: str) -> Invalid:
    return Invalid("ca_file", "authority_unreadable", file=str(file), reason=reason)
