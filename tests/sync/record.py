"""Records what this version's stations and central say to each other: `python tests/sync/record.py FOLDER`.

Run once for each version that is released, with its code; tests/sync/test_recorded.py keeps them true.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import text

from desktop.services.access.accounts import NoteSignIn, UnlockAccount
from desktop.services.access.activation import ActivateAccount, ReissueActivationCode
from desktop.services.access.staff import NoteStaffSignIn, RecordView
from desktop.services.papers.printed import NotePrinted
from desktop.services.payments.card_charges import ResolveCharge, SettleCharge, StartCharge
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.requests import AnswerRequest, OpenRequest
from desktop.station.station import Station
from tests.hashes import hash_like
from tests.sync.fleet import Fleet, Member, letter
from tests.sync.tapes import TABLES, Recorded, Tape, Word
from tests.sync.visits import CLAIRE, balance, itself

DIGEST = hash_like()


def at_the_counter(west: Station, lease: str) -> None:
    """Everything that people do at a counter."""
    holder = west.ask(lambda s: s.execute(text(f"SELECT holder_id FROM lease WHERE id = '{lease}'")).scalar())
    device = f"device:{west.settings.device_id}"
    west.perform(NoteStaffSignIn(login="claire", succeeded=True, totp_step=59_000_000), device)
    west.perform(RecordView(lease_id=lease), CLAIRE)
    west.perform(
        ReissueActivationCode(lease_id=lease, digest=DIGEST, identity_seen=True, holder=str(holder)), CLAIRE
    )
    west.perform(UnlockAccount(lease_id=lease, reason="Identité vue."), CLAIRE)
    receipt = west.perform(_cash(west, lease), CLAIRE).result or {}
    west.perform(
        NotePrinted(
            lease_id=lease,
            paper="payment_receipt",
            subject_id=receipt["receipt_id"],
            number=receipt["number"],
            duplicate=False,
            certain=True,
        ),
        CLAIRE,
    )
    opened = west.perform(
        OpenRequest(lease_id=lease, category="plumbing", place="cuisine", description="L’évier fuit."), CLAIRE
    )
    request = str((opened.result or {})["request_id"])
    west.perform(AnswerRequest(request_id=request, text="Nous passons mardi.", close=True), CLAIRE)
    for outcome in ("approved", "unknown"):
        charge = _charge(west, lease, CLAIRE)
        west.perform(SettleCharge(charge_id=charge, outcome=outcome, authorisation="A1B2C3"), device)
    west.perform(
        ResolveCharge(charge_id=charge, paid=True, reason="Ticket retrouvé.", evidence="ticket"), CLAIRE
    )


def at_the_kiosk(kiosk: Station, lease: str, other: str) -> None:
    """Everything that people do at a kiosk; `other` gets its account."""
    number, code, born = letter(other)
    kiosk.perform_at_central(
        ActivateAccount(lease_number=number, code=code, birth_date=born, password_hash=DIGEST), itself(kiosk)
    )
    for succeeded in (False, True):
        kiosk.perform(NoteSignIn(login=lease, succeeded=succeeded), itself(kiosk))
    charge = _charge(kiosk, lease, f"tenant:{lease}")
    device = f"device:{kiosk.settings.device_id}"
    kiosk.perform(SettleCharge(charge_id=charge, outcome="approved", authorisation="D4E5F6"), device)


def heard(fleet: Fleet, member: Member, lease: str) -> Recorded:
    """A whole bootstrap, then a change, as central sends them to a station that says nothing."""
    tape = Tape(member.way)
    member.station.link.transport = tape
    member.station.replica.distrust()
    member.station.exchange()
    fleet.members["west"].station.perform(_cash(fleet.members["west"].station, lease), CLAIRE)
    fleet.members["west"].station.exchange()
    member.station.exchange()
    return _recorded(fleet, member, tape.words)


def said(fleet: Fleet, member: Member, words: Iterator[None]) -> Recorded:
    """What a station says, and what is answered."""
    tape = Tape(member.way)
    member.station.link.transport = tape
    for _ in words:
        while member.station.exchange():
            pass
    return _recorded(fleet, member, tape.words)


def record() -> dict[str, Recorded]:
    """All conversations of one small landlord, by name."""
    fleet = Fleet()
    west, east, kiosk = (fleet.members[name] for name in ("west", "east", "kiosk"))
    leases = west.station.ask(lambda s: s.execute(text("SELECT id FROM lease ORDER BY id")).scalars().all())
    mine, other = str(leases[0]), str(leases[1])
    found = {"said_by_a_counter": said(fleet, west, _doing(lambda: at_the_counter(west.station, mine)))}
    found["heard_by_a_counter"] = heard(fleet, east, mine)
    found["heard_by_a_kiosk"] = heard(fleet, kiosk, mine)
    work = _doing(lambda: at_the_kiosk(kiosk.station, mine, other))
    found["said_by_a_kiosk"] = said(fleet, kiosk, work)
    fleet.close()
    return found


def _doing(what: Any) -> Iterator[None]:
    what()
    yield


def _cash(station: Station, lease: str) -> TakePayment:
    return TakePayment(
        lease_id=lease,
        means="cash",
        amount_cents=1_234,
        balance_seen_cents=balance(station, lease),
        tendered_cents=2_000,
        accept_credit=True,
    )


def _charge(station: Station, lease: str, actor: str) -> str:
    seen = balance(station, lease)
    start = StartCharge(lease_id=lease, amount_cents=500, balance_seen_cents=seen, accept_credit=True)
    return str((station.perform(start, actor).result or {})["charge_id"])


def _recorded(fleet: Fleet, member: Member, words: list[Word]) -> Recorded:
    settings = member.station.settings
    query = "SELECT hex(public_key) FROM device WHERE id = :id"
    ((public_key,),) = fleet.at_central(query, id=settings.device_id)
    rows = {
        table: member.station.ask(
            lambda s, table=table: [
                dict(row) for row in s.execute(text(f"SELECT * FROM {table} ORDER BY id")).mappings()
            ]
        )
        for table in TABLES
    }
    return Recorded(
        settings.device_id, settings.device_code, settings.kind, bytes.fromhex(public_key), words, rows
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    for name, recorded in record().items():
        (folder / f"{name}.bin").write_bytes(msgspec.msgpack.encode(recorded))
