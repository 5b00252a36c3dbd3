"""What is so after all was healed: central's books, each station's journal and cache, as plain facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import text

from desktop.central.rows.feed import Reader, all_rows
from desktop.central.stations import devices
from desktop.central.store import Store
from desktop.protocol.chain import GENESIS, is_whole
from desktop.protocol.messages import Envelope
from desktop.services.command import Status
from desktop.station.station import Station
from tests.chaos.history import Event

_PAYMENTS = """SELECT payment.id, device_id, payment.lease_id, payment.means, payment.amount_cents,
    payment.tendered_cents, payment.reference, payment.ver, receipt.number
    FROM payment JOIN receipt ON receipt.payment_id = payment.id"""
_RESOLVED = "SELECT payment_id, resolution FROM card_charge WHERE resolution <> ''"
_LEDGER = """SELECT lease_id, sum(credit_cents - debit_cents) FROM ledger_entry
    WHERE payment_id IS NOT NULL GROUP BY lease_id"""
_SIGNED = """SELECT device_id, incarnation, seq, key, kind, version, body, hash, actor, occurred_at,
    receipt_no, body_hash FROM command WHERE incarnation <> 'central' ORDER BY device_id, incarnation, seq"""


@dataclass(frozen=True)
class Paid:
    """A payment in central's books. `tag` is `<station>-<op>`, as the station wrote it into the payment."""

    tag: str
    row: str
    lease: str
    cents: int
    number: str
    ver: int
    device: str = ""
    means: str = ""


@dataclass
class Truth:
    """All that the checkers compare. `versions`: (scope, before, after) of each move, by central's log.

    `rejected`: requests that central could not take (their lease had moved away), and that staff are shown.
    """

    histories: dict[str, list[Event]]
    paid: list[Paid]
    others: dict[str, list[str]] = field(default_factory=dict)
    rejected: set[str] = field(default_factory=set)
    ledger: dict[str, int] = field(default_factory=dict)
    epochs: dict[str, str] = field(default_factory=dict)
    wanderers: frozenset[str] = frozenset()
    versions: list[tuple[str, int, int]] = field(default_factory=list)
    open_units: int = 0
    broken_chains: list[str] = field(default_factory=list)
    outcomes: dict[str, list[tuple[int, int, int | None]]] = field(default_factory=dict)
    differences: dict[str, list[str]] = field(default_factory=dict)
    drawers: dict[str, tuple[dict[str, int], dict[str, int]]] = field(default_factory=dict)
    photos: list[tuple[str, bool, bool]] = field(default_factory=list)


def rows(store: Store, query: str, **values: Any) -> list[tuple[Any, ...]]:
    """Rows of a question to central's database."""
    with store.database.read() as session:
        return [tuple(row) for row in session.execute(text(query), values)]


def payments(store: Store, names: Mapping[str, str]) -> list[Paid]:
    """Every payment of central's; `names` tells the station of a device."""
    resolved = {payment: words.split("\n")[0] for payment, words in rows(store, _RESOLVED)}
    found = []
    for row, device, lease, means, cents, tendered, reference, ver, number in rows(store, _PAYMENTS):
        tag = reference or resolved.get(row, "")
        if means == "card" and reference:
            tag = f"{names[device]}-{reference.removeprefix('A')}"
        if means == "cash":
            tag = f"{names[device]}-{tendered - cents}"
        found.append(Paid(tag, row, lease, cents, number, ver, names[device], means))
    return found


def ledger(store: Store) -> dict[str, int]:
    """By how much the ledger of each lease moved for payments."""
    return {lease: int(cents) for lease, cents in rows(store, _LEDGER)}


def others(store: Store) -> dict[str, list[str]]:
    """Tag to the ids of what is no payment: requests by their words, the ERP's lines by their own name."""
    found: dict[str, list[str]] = {}
    for row, tag in rows(store, "SELECT id, description FROM service_request"):
        found.setdefault(tag, []).append(row)
    for (row,) in rows(store, "SELECT id FROM ledger_entry WHERE id LIKE 'ERP-%'"):
        found.setdefault(row.replace("ERP", "erp"), []).append(row)
    return found


def broken_chains(store: Store) -> list[str]:
    """The places where central's record of a device is not the chain that the device signed."""
    found, last = [], {}
    for device, life, seq, *fields in rows(store, _SIGNED):
        key, kind, version, body, digest, actor, occurred_at, receipt_no, body_hash = fields
        before, previous = last.get((device, life), (0, GENESIS) if seq == 1 else (None, b""))
        signed = (seq, key, kind, version, body, occurred_at, actor, receipt_no)
        envelope = Envelope(*signed, previous, digest, b"", body_hash or b"")
        whole = before is not None and seq == before + 1 and is_whole(device, envelope)
        if not whole:
            found.append(f"command {seq} of {device}")
        last[device, life] = (seq, digest)
    return found


def differences(store: Store, station: Station) -> list[str]:
    """The tables in which a station does not hold exactly what its shape says."""
    with store.database.read() as session:
        reader = Reader(session, devices.authenticated(session, station.settings.device_id), "")
        expected: dict[str, set[tuple[Any, ...]]] = {part.table: set() for part in reader.shape.parts}
        columns = {part.table: ", ".join(part.columns) for part in reader.shape.parts}
        for put in all_rows(reader):
            expected[put.table].update(map(tuple, put.rows))
    found = []
    for table, wanted in expected.items():
        query = text(f"SELECT {columns[table]} FROM {table}")
        here = station.ask(lambda session, query=query: {tuple(row) for row in session.execute(query)})
        if here != wanted:
            found.append(f"{table}: {len(here - wanted)} too many, {len(wanted - here)} missing")
    return found


def outcomes(store: Store, station: Station) -> list[tuple[int, int, int | None]]:
    """For each command: its number, how the station was told that it ended, how central says it did."""
    with station.journal.database.read() as session:
        query = "SELECT command.seq, command.key, status FROM command LEFT JOIN outcome USING (seq)"
        told = session.connection().exec_driver_sql(query).all()
    known = {bytes(key): status for key, status in rows(store, "SELECT key, status FROM command")}
    return [(seq, -1 if status is None else status, known.get(bytes(key))) for seq, key, status in told]


def rejected_requests(station: Station) -> set[str]:
    """The ids of the requests that central rejected and that the station shows to staff."""
    with station.journal.database.read() as session:
        query = f"SELECT seq FROM outcome WHERE status = {int(Status.REJECTED)}"
        rejected = set(session.connection().exec_driver_sql(query).scalars())
    shown = {item.seq for item in station.attention() if item.kind == "request.open"} & rejected
    return {str(uuid5(UUID(bytes=envelope.key), "request")) for envelope in station.journal.these(shown)}


def photos(store: Store) -> list[tuple[str, bool, bool]]:
    """For each photo that a request speaks of: its digest, whether marked as arrived, whether it is there."""
    query = "SELECT sha256, arrived FROM request_photo"
    return [
        (digest, bool(arrived), (store.blobs / digest[:2] / digest[2:4] / digest).exists())
        for digest, arrived in rows(store, query)
    ]
