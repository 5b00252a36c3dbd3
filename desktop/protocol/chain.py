"""The hash that binds a command to the one before it."""

import hashlib
from typing import Protocol

import msgspec

GENESIS = bytes(32)
"""The `previous` of a device's very first command."""


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


def command_hash(previous: bytes, device_id: str, command: Chained) -> bytes:
    """SHA-256 over the previous hash and every field of the command, in one canonical encoding."""
    fields = (
        device_id,
        command.seq,
        command.key,
        command.kind,
        command.version,
        command.body,
        command.occurred_at,
        command.actor,
        command.receipt_no,
    )
    return hashlib.sha256(previous + msgspec.msgpack.encode(fields)).digest()
