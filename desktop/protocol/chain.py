"""The hash that binds a command to the one before it."""

import hashlib
from typing import Protocol

import msgspec

GENESIS = bytes(32)
"""The `previous` of a device's very first command."""

CHAIN = 2
"""The newest version of a link that this program reads; central says it in its Hello.

Version 1 covers a command's body, version 2 the hash of the body in its place: that body can be forgotten,
and the chain still holds. A link of version 2 is known by its `body_hash`. Both stay valid for ever.
"""

_SECOND = b"guichet: a command that is bound by the hash of its body"
"""Begins what a link of version 2 is hashed over. It is longer than a hash, which begins a link of version 1,
and no letter in it begins a msgpack array: nothing that was signed in one version is ever whole in the other.
"""


class Chained(Protocol):
    """The fields of a command that its hash covers, wherever they are kept."""

    @property
    def seq(self) -> int: ...
    @property
    def key(self) -> bytes: ...
    @property
    def kind(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def body(self) -> bytes: ...
    @property
    def occurred_at(self) -> int: ...
    @property
    def actor(self) -> str: ...
    @property
    def receipt_no(self) -> int: ...
    @property
    def body_hash(self) -> bytes: ...


class Linked(Chained, Protocol):
    """A command in its chain."""

    @property
    def previous(self) -> bytes: ...
    @property
    def hash(self) -> bytes: ...


def command_hash(previous: bytes, device_id: str, command: Chained) -> bytes:
    """SHA-256 over the previous hash and every field of the command, in one canonical encoding."""
    fields = (
        device_id,
        command.seq,
        command.key,
        command.kind,
        command.version,
        command.body_hash or command.body,
        command.occurred_at,
        command.actor,
        command.receipt_no,
    )
    opening = _SECOND if command.body_hash else b""
    return hashlib.sha256(opening + previous + msgspec.msgpack.encode(fields)).digest()


def is_whole(device_id: str, link: Linked) -> bool:
    """Whether nothing in `link` was rewritten since its hash was made; a body that was forgotten is empty."""
    if len(link.previous) != len(GENESIS) or link.hash != command_hash(link.previous, device_id, link):
        return False
    return not link.body_hash or not link.body or body_hash(link.body) == link.body_hash


def body_hash(body: bytes) -> bytes:
    """What a link of version 2 holds of its body for ever."""
    return hashlib.sha256(body).digest()


def version_of(link: Chained) -> int:
    """The version of the chain in which `link` was made."""
    return 2 if link.body_hash else 1
