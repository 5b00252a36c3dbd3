"""What central knows of the incarnations of a device: how far each was heard, and what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.central.database.tables import DeviceChain
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.protocol.chain import is_whole
from desktop.protocol.lives import series_of
from desktop.protocol.messages import Envelope
from desktop.security.device_key import verify

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SANE_MS = range(-(2**45), 2**47)
_CHAIN = DeviceChain.__table__.c
_CHAINS = select(_CHAIN.incarnation, _CHAIN.last_seq, _CHAIN.last_hash, _CHAIN.receipts).where(
    _CHAIN.device_id == bindparam("device")
)


class Fork(Refused):
    """Two incarnations of one device told different things under the same number."""

    def __init__(self) -> None:
        super().__init__("fork")


class Forgotten(Refused):
    """Central lacks commands whose outcome it once told: it was restored. It holds them up to `held`."""

    def __init__(self, held: int) -> None:
        super().__init__("forgotten", held=held)


class Restored(Refused):
    """The station speaks of an epoch that ended when central was restored; `epoch` is the one now."""

    def __init__(self, epoch: str) -> None:
        super().__init__("restored", epoch=epoch)


@dataclass(frozen=True, slots=True)
class Heard:
    """`seq` and `hash` are those of the last command, None and nothing for a incarnation that never spoke."""

    seq: int | None
    hash: bytes
    receipts: int


def chain_of(session: Session, device: Device, incarnation: str) -> DeviceChain | None:
    """How far this incarnation of the device was heard; None for one that never spoke."""
    return session.get(DeviceChain, (device.id, incarnation))


def heard(session: Session, device: Device, incarnation: str) -> Heard:
    """How far this incarnation of the device was heard, and the highest number on a receipt of its series."""
    chains = session.connection().execute(_CHAINS, {"device": device.id}).all()
    own = {series_of(chain.receipts) for chain in chains if chain.incarnation == incarnation} or {0}
    receipts = max((chain.receipts for chain in chains if series_of(chain.receipts) in own), default=0)
    for chain in chains:
        if chain.incarnation == incarnation:
            return Heard(chain.last_seq, chain.last_hash, receipts)
    return Heard(None, b"", receipts)


def open_chain(
    session: Session, device: Device, incarnation: str, first: Envelope, told: bytes, now: datetime
) -> DeviceChain:
    """The chain that `first` continues or begins. Raises Forgotten when what came before is not here."""
    chain = chain_of(session, device, incarnation)
    if chain is None:
        if first.seq > 1 and not told:
            raise Forgotten(held=0)
        chain = DeviceChain(
            device_id=device.id,
            incarnation=incarnation,
            first_seq=first.seq,
            last_seq=first.seq - 1,
            last_hash=first.previous,
            receipts=0,
            last_seen_at=now,
        )
        session.add(chain)
    return chain


def is_another_life(session: Session, chain: DeviceChain) -> bool:
    """Whether a device that spoke before speaks for the first time under this name."""
    if chain not in session.new:
        return False
    before = select(DeviceChain.incarnation).where(DeviceChain.device_id == chain.device_id)
    with session.no_autoflush:
        return session.scalar(before.limit(1)) is not None


def proven(device: Device, envelopes: Sequence[Envelope]) -> set[Envelope]:
    """Those of `envelopes`, in the order of their chain, that this very device vouches for.

    A signature is over a hash that covers the hash before it, and so every command up to there, to the
    letter. So one signature, of the last, proves all before it as far back as each hash is that of its
    command and the next one names it. Where the last is not good the one before it is looked at, and so on.
    """
    found: set[Envelope] = set()
    named: bytes | None = None
    for envelope in reversed(envelopes):
        whole, digest = is_whole(device.id, envelope), envelope.hash
        if whole and (named == digest or verify(device.public_key, envelope.signature, digest)):
            found.add(envelope)
            named = envelope.previous
        else:
            named = None
    return found


def moment(milliseconds: int) -> datetime:
    """When a command was done, by its station's clock; a senseless time becomes the nearest sane one."""
    clamped = min(max(milliseconds, _SANE_MS.start), _SANE_MS.stop)
    return _EPOCH + timedelta(milliseconds=clamped)
