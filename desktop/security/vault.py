"""The secrets of one folder at rest: sealed with AES-256-GCM under a key that is kept elsewhere."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from secrets import token_bytes
from typing import Final, Self
from uuid import UUID, uuid4

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from typing_extensions import override

from desktop.errors import Refused, StoreDamaged
from desktop.security.desktop_ring import Ring, real_ring
from desktop.security.master_key import FINGERPRINT_BYTES, KEY_FILE, Places, find_key, fingerprint, make_key
from desktop.security.private_file import create_private, read_private, replace_private

FindRing = Callable[[], Ring | None]

VAULT_FILE: Final = "vault.bin"
WATCHED: Final = frozenset({VAULT_FILE, KEY_FILE})
"""Open to others, these are refused and not closed in silence: somebody may have read them already."""

SECRETS: Final = ("journal_key", "cache_key", "device_key", "pepper", "token_secret")
"""Each 32 random bytes; a station uses the first three, central the last two."""

_SECRET_BYTES = 32
_MARK: Final = "mark:"
_MAGIC: Final = b"GUICHET VAULT 1\n"
_ID_BYTES = 16
_NONCE_BYTES = 12
_HEAD_BYTES = len(_MAGIC) + _ID_BYTES + FINGERPRINT_BYTES


class Vault:
    """Opened once at start; its secrets then live in memory and never show in a log."""

    __slots__ = ("_key", "_path", "_secrets", "_vault_id")

    def __init__(self, path: Path, vault_id: UUID, key: bytes, secrets: Mapping[str, bytes]) -> None:
        self._path, self._vault_id, self._key = path, vault_id, key
        self._secrets = dict(secrets)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether the folder holds a vault, whole or not."""
        return (folder / VAULT_FILE).exists()

    @classmethod
    def create(
        cls, folder: Path, *, environment: Mapping[str, str] = os.environ, find_ring: FindRing = real_ring
    ) -> Self:
        """A new vault with fresh secrets.

        Raises Refused("vault_exists"), StoreFull, StoreDamaged, NotAllowed.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if cls.exists(folder):
            raise Refused("vault_exists", folder=str(folder))
        vault_id = uuid4()
        key = make_key(Places(folder, environment, find_ring), str(vault_id))
        vault = cls(
            folder / VAULT_FILE, vault_id, key, {name: token_bytes(_SECRET_BYTES) for name in SECRETS}
        )
        try:
            create_private(vault._path, vault._sealed())
        except FileExistsError as error:
            raise Refused("vault_exists", folder=str(folder)) from error
        return vault

    @classmethod
    def open(
        cls, folder: Path, *, environment: Mapping[str, str] = os.environ, find_ring: FindRing = real_ring
    ) -> Self:
        """The vault of this folder.

        Raises StoreDamaged: vault_missing, vault_damaged, vault_key_lost, vault_key_of_another and a damaged
        key's own code; NotAllowed when a file is not its owner's alone.
        """
        path = folder / VAULT_FILE
        try:
            content = read_private(path)
        except FileNotFoundError as error:
            raise StoreDamaged("vault_missing", folder=str(folder)) from error
        if len(content) <= _HEAD_BYTES + _NONCE_BYTES or not content.startswith(_MAGIC):
            raise StoreDamaged("vault_damaged")
        vault_id = UUID(bytes=content[len(_MAGIC) : len(_MAGIC) + _ID_BYTES])
        wanted = content[_HEAD_BYTES - FINGERPRINT_BYTES : _HEAD_BYTES]
        key = find_key(Places(folder, environment, find_ring), str(vault_id), wanted)
        return cls(path, vault_id, key, _opened(content, key))

    @property
    def journal_key(self) -> bytes:
        """The raw key of `journal.db`."""
        return self.secret("journal_key")

    @property
    def cache_key(self) -> bytes:
        """The raw key of `cache.db`."""
        return self.secret("cache_key")

    @property
    def device_key(self) -> bytes:
        """The station's private Ed25519 key."""
        return self.secret("device_key")

    @property
    def pepper(self) -> bytes:
        """Central's key for digests of short codes."""
        return self.secret("pepper")

    @property
    def token_secret(self) -> bytes:
        """Central's key for stations' tokens."""
        return self.secret("token_secret")

    def secret(self, name: str) -> bytes:
        """The secret of that name. Raises StoreDamaged("vault_secret_missing")."""
        try:
            return self._secrets[name]
        except KeyError as error:
            raise StoreDamaged("vault_secret_missing", name=name) from error

    def renew(self, name: str) -> bytes:
        """Forget a secret for ever and make another: what it protected can no longer be read by anyone."""
        fresh = token_bytes(_SECRET_BYTES)
        self._keep(name, fresh)
        return fresh

    def is_marked(self, what: str) -> bool:
        """Whether `mark` was ever called for it."""
        return f"{_MARK}{what}" in self._secrets

    def mark(self, what: str) -> None:
        """Remember for ever that there was such a thing. Raises StoreFull, StoreDamaged."""
        if not self.is_marked(what):
            self._keep(f"{_MARK}{what}", b"1")

    @override
    def __repr__(self) -> str:
        return f"<Vault {self._vault_id}>"

    def _keep(self, name: str, value: bytes) -> None:
        changed = Vault(self._path, self._vault_id, self._key, self._secrets | {name: value})
        replace_private(self._path, changed._sealed())
        self._secrets[name] = value

    def _sealed(self) -> bytes:
        head = _MAGIC + self._vault_id.bytes + fingerprint(self._key)
        nonce = token_bytes(_NONCE_BYTES)
        return head + nonce + AESGCM(self._key).encrypt(nonce, msgspec.msgpack.encode(self._secrets), head)


def _opened(content: bytes, key: bytes) -> dict[str, bytes]:
    head, nonce = content[:_HEAD_BYTES], content[_HEAD_BYTES : _HEAD_BYTES + _NONCE_BYTES]
    try:
        plain = AESGCM(key).decrypt(nonce, content[_HEAD_BYTES + _NONCE_BYTES :], head)
        return msgspec.msgpack.decode(plain, type=dict[str, bytes])
    except (InvalidTag, msgspec.MsgspecError) as error:
        raise StoreDamaged("vault_damaged") from error
