"""A letter that central alone can read: X25519 with a key for this letter only, then ChaCha20-Poly1305."""

from secrets import token_bytes
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.errors import Invalid

_FORM: Final = b"\x01"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_PURPOSE: Final = b"guichet letterbox 1"


def private_key(secret: bytes) -> bytes:
    """The letterbox's private key, 32 bytes: derived, so that a restored vault can read old letters."""
    return HKDF(SHA256(), _KEY_BYTES, None, _PURPOSE + b" key").derive(secret)


def public_key(private: bytes) -> bytes:
    """The public half, 32 bytes: whoever has it can write, and cannot read."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def close(public: bytes, letter: bytes, about: bytes) -> bytes:
    """Seals `letter` for the holder of the private key; `about` must be named again to open it.

    Raises Invalid("letterbox", "letterbox_malformed") for what is no public key.
    """
    own = X25519PrivateKey.generate()
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError as error:
        raise Invalid("letterbox", "letterbox_malformed") from error
    sender, nonce = own.public_key().public_bytes_raw(), token_bytes(_NONCE_BYTES)
    sealed = ChaCha20Poly1305(_key(shared, sender, public)).encrypt(nonce, letter, _FORM + about)
    return _FORM + sender + nonce + sealed


def open_(private: bytes, sealed: bytes, about: bytes) -> bytes:
    """The letter. Raises Invalid("letter", "letter_unreadable") for one of another letterbox, or altered."""
    head = len(_FORM) + _KEY_BYTES + _NONCE_BYTES
    sender, nonce = sealed[len(_FORM) : head - _NONCE_BYTES], sealed[head - _NONCE_BYTES : head]
    if not sealed.startswith(_FORM):
        raise Invalid("letter", "letter_unreadable")
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(sender)
        )
        key = _key(shared, sender, public_key(private))
        return ChaCha20Poly1305(key).decrypt(nonce, sealed[head:], _FORM + about)
    except (InvalidTag, ValueError) as error:
        raise Invalid("letter", "letter_unreadable") from error


def about(device_id: str, key: bytes) -> bytes:
    """What a sealed request is bound to: this device, this command."""
    return device_id.encode() + b"/" + key


def _key(shared: bytes, sender: bytes, receiver: bytes) -> bytes:
    return HKDF(SHA256(), _KEY_BYTES, None, _PURPOSE + sender + receiver).derive(shared)
