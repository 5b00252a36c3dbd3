"""Where the key that opens the vault is kept: the service's credentials, the desktop's keyring, or a file."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes
from typing import Final

from desktop.errors import StoreDamaged
from desktop.security.desktop_ring import Ring
from desktop.security.private_file import create_private, read_private

CREDENTIAL: Final = "guichet.key"
KEY_FILE: Final = "vault.key"
KEY_BYTES: Final = 32
FINGERPRINT_BYTES: Final = 8

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Places:
    """Where keys may be: the vault's folder, the process environment, and how to find a real keyring."""

    folder: Path
    environment: Mapping[str, str]
    find_ring: Callable[[], Ring | None]


def fingerprint(key: bytes) -> bytes:
    """Tells one random key from another without helping to guess it."""
    return sha256(b"guichet master key\x00" + key).digest()[:FINGERPRINT_BYTES]


def make_key(places: Places, vault_id: str) -> bytes:
    """The credential if the service has one; else a new key, kept in the keyring, or in an owner-only file.

    A key file left over from a creation that did not finish is used again.
    """
    credential = _from_credential(places)
    if credential is not None:
        return credential
    key = token_bytes(KEY_BYTES)
    ring = places.find_ring()
    if ring is not None and ring.keep(vault_id, key.hex()):
        return key
    with suppress(FileExistsError):
        create_private(places.folder / KEY_FILE, key)
    _warn_about_file()
    return _whole(read_private(places.folder / KEY_FILE), "key_file_damaged")


def find_key(places: Places, vault_id: str, wanted: bytes) -> bytes:
    """The key with this fingerprint. Raises StoreDamaged: vault_key_lost, vault_key_of_another."""
    # The keyring is asked last: looking for one is slow.
    seen_another = False
    for key in _candidates(places, vault_id):
        if fingerprint(key) == wanted:
            return key
        seen_another = True
    raise StoreDamaged("vault_key_of_another" if seen_another else "vault_key_lost")


def _candidates(places: Places, vault_id: str) -> Iterator[bytes]:
    credential = _from_credential(places)
    if credential is not None:
        yield credential
    with suppress(FileNotFoundError):
        key = _whole(read_private(places.folder / KEY_FILE), "key_file_damaged")
        _warn_about_file()
        yield key
    ring = places.find_ring()
    kept = ring.read(vault_id) if ring is not None else None
    if kept is not None:
        yield _whole(kept.encode(), "keyring_entry_damaged")


def _from_credential(places: Places) -> bytes | None:
    """What systemd handed to the service (`LoadCredentialEncrypted=guichet.key`), raw or in hexadecimal."""
    folder = places.environment.get("CREDENTIALS_DIRECTORY")
    if not folder:
        return None
    try:
        return _whole((Path(folder) / CREDENTIAL).read_bytes(), "credential_damaged")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreDamaged("credential_damaged") from error


def _whole(content: bytes, code: str) -> bytes:
    if len(content) == KEY_BYTES:
        return content
    try:
        key = bytes.fromhex(content.decode("ascii").strip())
    except ValueError as error:
        raise StoreDamaged(code) from error
    if len(key) != KEY_BYTES:
        raise StoreDamaged(code)
    return key


def _warn_about_file() -> None:
    _log.warning(
        "THE VAULT'S KEY IS IN A FILE BESIDE IT: whoever copies the disk can read everything. "
        "Give the service a credential (guichet.key) or use a desktop with a keyring."
    )
