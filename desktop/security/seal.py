"""The signed text in a paper's QR code: anyone with the station's public key can prove the paper, offline.

Format: `G1.` and base64url without padding of a 64-byte Ed25519 signature followed by a msgpack map.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, Final

import msgspec

from desktop.errors import Invalid
from desktop.protocol.messages import UNREADABLE
from desktop.security.device_key import sign, verify

_PREFIX: Final = "G1."
_CONTEXT: Final = b"guichet paper seal 1\x00"
"""Signed with the content, so that no other signature of the same key can pass for a seal."""

_SIGNATURE_BYTES = 64
_LETTERS = re.compile(r"[A-Za-z0-9_-]+")


def seal(private: bytes, fields: dict[str, Any]) -> str:
    """The text for the QR code; the same for the same fields, in whatever order they come."""
    body = msgspec.msgpack.encode(fields, order="deterministic")
    sealed = sign(private, _CONTEXT + body) + body
    return _PREFIX + _written(sealed)


def check_seal(public: bytes, text: str) -> dict[str, Any]:
    """What the station sealed. Raises Invalid on "seal": seal_malformed, seal_forged."""
    signature, body = _opened(text)
    if not verify(public, signature, _CONTEXT + body):
        raise Invalid("seal", "seal_forged")
    return _fields(body)


def claimed_fields(text: str) -> dict[str, Any]:
    """What the paper says, unproven: only to find the station whose key can prove it.

    Raises Invalid: seal_malformed.
    """
    return _fields(_opened(text)[1])


def _opened(text: str) -> tuple[bytes, bytes]:
    coded = text.strip().removeprefix(_PREFIX)
    if not text.strip().startswith(_PREFIX) or not _LETTERS.fullmatch(coded) or len(coded) % 4 == 1:
        raise Invalid("seal", "seal_malformed")
    sealed = urlsafe_b64decode(coded + "=" * (-len(coded) % 4))
    if _written(sealed) != coded:
        raise Invalid("seal", "seal_malformed")
    return sealed[:_SIGNATURE_BYTES], sealed[_SIGNATURE_BYTES:]


def _written(sealed: bytes) -> str:
    return urlsafe_b64encode(sealed).rstrip(b"=").decode("ascii")


def _fields(body: bytes) -> dict[str, Any]:
    try:
        return msgspec.msgpack.decode(body, type=dict[str, Any])
    except UNREADABLE as error:
        raise Invalid("seal", "seal_malformed") from error
