"""What central keeps of each command: that it came, and how it ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop import failpoints
from desktop.central.commands.chains import moment
from desktop.central.commands.storable import as_kept
from desktop.central.database.agency_write import Work
from desktop.central.database.tables import CommandRecord
from desktop.models.among import Among
from desktop.models.device import Device
from desktop.models.new_rows import insert_rows
from desktop.protocol.chain import GENESIS
from desktop.protocol.messages import Envelope, Result
from desktop.services import catalogue

_KEYS_PER_QUESTION = 500
_ROW = CommandRecord.__table__.c
_OUTCOMES = select(_ROW.key, _ROW.hash, _ROW.seq, _ROW.status, _ROW.code, _ROW.result, _ROW.ver).where(
    Among(_ROW.key, bindparam("keys"))
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the command with that hash ended."""

    hash: bytes
    result: Result


class Records:
    """The records of one device's commands, within one unit of work."""

    def __init__(self, work: Work, device: Device, incarnation: str, now: datetime) -> None:
        self._work = work
        self._device = device
        self._incarnation = incarnation
        self._now = now
        self._known: dict[bytes, Outcome] = {}

    def recall(self, envelopes: Iterable[Envelope]) -> None:
        """Looks up, at once, which of these commands central has."""
        keys = [envelope.key for envelope in envelopes]
        for at in range(0, len(keys), _KEYS_PER_QUESTION):
            for key, *found in _outcomes(self._work.session, keys[at : at + _KEYS_PER_QUESTION]):
                digest, seq, status, code, data, ver = found
                self._known[key] = Outcome(digest, Result(seq, key, status, code, data, ver))

    def outcome(self, key: bytes) -> Outcome | None:
        """How a command ended that was recalled or kept here; None for a new one."""
        return self._known.get(key)

    def keep(self, ended: Iterable[tuple[Envelope, Result]]) -> list[Result]:
        """Writes how these commands ended, in the same transaction as their effects; the results to send."""
        ver = self._work.version(self._device.agency_id)
        told = [(envelope, msgspec.structs.replace(result, ver=ver)) for envelope, result in ended]
        failpoints.reached("perform.before_outcome")
        insert_rows(self._work.session, CommandRecord, [self._row(*each) for each in told])
        self._known |= {envelope.key: Outcome(envelope.hash, result) for envelope, result in told}
        return [result for _, result in told]

    def _row(self, envelope: Envelope, result: Result) -> dict[str, Any]:
        envelope = as_kept(envelope)
        entry = catalogue.BY_KIND.get(envelope.kind)
        secret = entry is not None and entry.secret
        return {
            "key": envelope.key,
            "device_id": self._device.id,
            "incarnation": self._incarnation,
            "seq": envelope.seq if envelope.previous else _outside_the_chain(envelope.key),
            "agency_id": self._device.agency_id,
            "kind": envelope.kind,
            "version": envelope.version,
            "body": None if secret else envelope.body,
            "body_hash": envelope.body_hash or None,
            "hash": envelope.hash,
            "actor": envelope.actor,
            "occurred_at": moment(envelope.occurred_at),
            "received_at": self._now,
            "receipt_no": envelope.receipt_no,
            "status": int(result.status),
            "code": result.code,
            "result": result.data,
            "ver": result.ver,
        }


def _outside_the_chain(key: bytes) -> int:
    """A number below all of the chain's. Stations choose their keys: all of this one makes the number."""
    return -int.from_bytes(blake2b(key, digest_size=7).digest(), "big")


def as_sent(record: CommandRecord) -> Envelope:
    """The command of a record, as far as performing it again needs; its place in the chain is proven."""
    return Envelope(
        seq=record.seq,
        key=record.key,
        kind=record.kind,
        version=record.version,
        body=record.body or b"",
        occurred_at=round(record.occurred_at.timestamp() * 1000),
        actor=record.actor,
        receipt_no=record.receipt_no,
        previous=GENESIS,
        hash=record.hash,
        signature=b"",
        body_hash=record.body_hash or b"",
    )


def _outcomes(session: Session, keys: list[bytes]) -> Iterable[Any]:
    session.flush()
    return session.connection().execute(_OUTCOMES, {"keys": keys})
