"""The seeds of staff's second factors at rest: sealed for an agency, under a key that its counters have.

Central derives each agency's key from a secret of its vault, and gives it to a counter sealed for that very
device. Seeds then travel, and lie in the counter's cache, as central keeps them. What is sealed is the same
each time (AES-SIV, RFC 5297): nothing is written, and nothing travels, because of a seal.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha512
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.errors import StoreDamaged

_FORM: Final = "seed1:"
"""No clear seed begins so: those are capitals and digits."""

_KEY_BYTES: Final = 64
_PURPOSE: Final = b"guichet seeds 1"
_FIELD: Final = 2**255 - 19


def agency_key(secret: bytes, agency_id: str) -> bytes:
    """The key of one agency's seeds, from a secret that only central has; the same after a restore."""
    return HKDF(SHA256(), _KEY_BYTES, None, _PURPOSE + b" of " + agency_id.encode()).derive(secret)


def is_sealed(kept: str) -> bool:
    """Whether a seed is kept sealed, as 0.1.0 kept none."""
    return kept.startswith(_FORM)


def seal_seed(key: bytes, seed: str, login: str) -> str:
    """What is kept instead of the seed of `login`; moved to somebody else's row it opens nothing."""
    return _FORM + urlsafe_b64encode(AESSIV(key).encrypt(seed.encode(), [login.encode()])).decode()


def open_seed(key: bytes, kept: str, login: str) -> str:
    """The seed; one that is not sealed is it already. Raises StoreDamaged("seed_unreadable")."""
    if not is_sealed(kept):
        return kept
    try:
        sealed = urlsafe_b64decode(kept.removeprefix(_FORM))
        return AESSIV(key).decrypt(sealed, [login.encode()]).decode()
    except (InvalidTag, ValueError) as error:
        raise StoreDamaged("seed_unreadable") from error


def close_key(central: bytes, device_public: bytes, key: bytes, device_id: str) -> bytes:
    """An agency's key as that device alone can open it; `central` is the private key of its letterbox.

    Nothing for a device whose public key is no point that keys can be agreed on.
    """
    try:
        shared = _shared(central, _as_x25519(device_public))
    except ValueError:
        return b""
    return AESSIV(shared).encrypt(key, [device_id.encode()])


def open_key(device_private: bytes, letterbox: bytes, sealed: bytes, device_id: str) -> bytes:
    """The agency's key, at the device. Raises StoreDamaged("seed_unreadable")."""
    own = sha512(device_private).digest()[:32]
    try:
        return AESSIV(_shared(own, letterbox)).decrypt(sealed, [device_id.encode()])
    except (InvalidTag, ValueError) as error:
        raise StoreDamaged("seed_unreadable") from error


def _shared(private: bytes, public: bytes) -> bytes:
    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))
    return HKDF(SHA256(), _KEY_BYTES, None, _PURPOSE + b" for a device").derive(shared)


def _as_x25519(ed25519: bytes) -> bytes:
    """The same point in the other form: u = (1 + y) / (1 - y), RFC 7748 §4.1. Raises ValueError."""
    y = int.from_bytes(ed25519, "little") & (2**255 - 1)
    return ((1 + y) * pow(1 - y, -1, _FIELD) % _FIELD).to_bytes(32, "little")
