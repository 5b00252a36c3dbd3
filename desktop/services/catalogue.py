"""Every command there is, put together from what each service says, and the way commands are written down."""

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models.storable import NOT_STORABLE, is_storable
from desktop.protocol.messages import UNREADABLE
from desktop.services import warnings
from desktop.services.about import Subject
from desktop.services.access import accounts, activation, staff, staff_locks
from desktop.services.command import Command
from desktop.services.entry import Entry
from desktop.services.insurance import insurance
from desktop.services.papers import printed
from desktop.services.payments import card_charges, payments
from desktop.services.requests import requests

ENTRIES: tuple[Entry, ...] = (
    *activation.COMMANDS,
    *accounts.COMMANDS,
    *staff.COMMANDS,
    *staff_locks.COMMANDS,
    *payments.COMMANDS,
    *card_charges.COMMANDS,
    *printed.COMMANDS,
    *requests.COMMANDS,
    *insurance.COMMANDS,
    *warnings.COMMANDS,
)
"""Named one by one: to look for them would load every service before the first screen."""

CATALOGUE: dict[type[Command], Entry] = {entry.command: entry for entry in ENTRIES}
BY_KIND: dict[str, Entry] = {entry.kind: entry for entry in ENTRIES}

UNREADABLE_COMMAND = "unreadable_command"
SENSELESS = frozenset({UNREADABLE_COMMAND, NOT_STORABLE})
"""Why a command says nothing: its form alone, whatever it meant."""

UPCASTERS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Turns a body of (kind, version) into one of version + 1: a station may be older than central."""


class UnknownKind(Refused):
    """A kind or version that this program is too old for."""

    def __init__(self, kind: str, version: int) -> None:
        super().__init__("unsupported_kind", kind=kind, version=version)


def encode(command: Command) -> bytes:
    """The command as a msgpack map, field by field in the order of its definition."""
    return msgspec.msgpack.encode(command)


def knows(kind: str, version: int) -> bool:
    """Whether this program is new enough for such a command."""
    entry = BY_KIND.get(kind)
    return entry is not None and version <= entry.version


def decode(kind: str, version: int, body: bytes) -> Command:
    """The command a body holds. Raises UnknownKind or Refused("unreadable_command")."""
    if not knows(kind, version):
        raise UnknownKind(kind, version)
    entry = BY_KIND[kind]
    try:
        fields = msgspec.msgpack.decode(body, type=dict[str, Any])
        if version < 1 or (b"\0" in body and not is_storable(fields)):
            raise Refused(UNREADABLE_COMMAND, kind=kind)
        for older in range(version, entry.version):
            fields = UPCASTERS[kind, older](fields)
        return msgspec.convert(fields, entry.command)
    except (*UNREADABLE, LookupError, TypeError, AttributeError) as error:
        raise Refused(UNREADABLE_COMMAND, kind=kind) from error


def subject_of(session: Session, kind: str, version: int, body: bytes) -> Subject:
    """What a written command is about, as far as it can be read; nothing for what cannot."""
    try:
        with session.begin_nested():
            return BY_KIND[kind].about(session, decode(kind, version, body))
    except Exception:  # noqa: BLE001 - whatever one command holds, the others beside it must be read
        return Subject()
