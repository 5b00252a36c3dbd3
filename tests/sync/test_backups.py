"""Yesterday's backup comes back: nothing that a station was told was safe is lost, nothing is doubled."""

import hashlib
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.central.backups.backup import back_up
from desktop.central.backups.manifest import BackupStep
from desktop.central.backups.prove import prove
from desktop.central.backups.restore import restore
from desktop.central.stations import devices, readmission
from desktop.central.store import open_store
from desktop.config import STATION_FILE, StationSettings, write_settings
from desktop.errors import NotAllowed, Offline
from desktop.protocol.messages import EnrolRequest
from desktop.security.device_key import public_key, sign
from desktop.security.vault import Vault
from desktop.services.access.accounts import NoteSignIn
from desktop.services.access.activation import ActivateAccount
from desktop.services.requests.photos import Photo
from desktop.services.requests.requests import OpenRequest
from tests.hashes import hash_like
from tests.pictures import kept_photo
from tests.sync import laws
from tests.sync.copies import ON_BOTH, ON_BOTH_AT_LENGTH
from tests.sync.fleet import AGENCY, Fleet, Member, letter
from tests.sync.visits import a_lease, itself, person_at, take_cash
from tests.unit.central.command_line import Terminal

OTHER_WEATHER = ("lost_request", "delivered_twice", "truncated")
ARGON2 = hash_like("backup")


def quiet(_step: BackupStep) -> None:
    """Nobody watches."""


def backed_up(fleet: Fleet) -> Path:
    """A proven backup of the fleet's central, as it stands."""
    made = back_up(fleet.central.store, fleet.folder / "backups", fleet.now(), quiet)
    prove(made, fleet.central.store, quiet)
    return made


def disaster(fleet: Fleet, backup: Path) -> None:
    """Central's folder burns; the administrator restores the backup; the same address answers again."""
    fleet.central.store.database.close()
    restore(backup, fleet.folder / "central", fleet.now(), quiet, replace=True)
    fleet.central.take(open_store(fleet.folder / "central"))


def pay(member: Member, cents: int) -> None:
    """Takes cash and remembers that somebody has a receipt for it."""
    done = take_cash(member.station, a_lease(member.station), cents).result or {}
    member.paid[done["payment_id"]] = cents


def photograph(member: Member, content: bytes) -> str:
    """Reports a fault with a photo; returns the photo's digest."""
    digest = hashlib.sha256(content).hexdigest()
    member.station.uploads.keep(digest, content, "image/jpeg")
    photo = Photo(sha256=digest, media_type="image/jpeg", size=len(content))
    lease = a_lease(member.station)
    member.station.perform(
        OpenRequest(lease_id=lease, category="plumbing", place="", description="fuite", photos=(photo,)),
        person_at(member.station, lease),
    )
    return digest


def activate(fleet: Fleet, member: Member) -> str:
    """A tenant activates their account at a station, and is told that it is done."""
    free = fleet.at_central(
        "SELECT id FROM lease WHERE scope = :agency AND id NOT IN (SELECT id FROM tenant_account)",
        agency=member.station.settings.agency_id,
    )
    number, code, born = letter(str(free[0][0]))
    command = ActivateAccount(
        lease_number=number, code=code, birth_date=born, password_hash=ARGON2, email="", language="fr"
    )
    done = member.station.perform_at_central(command, itself(member.station)).result or {}
    return str(done["account"])


def send_files(fleet: Fleet) -> None:
    """Every station sends the files that wait."""
    for member in fleet.members.values():
        while member.station.uploads.send_one():
            pass


def accounts(fleet: Fleet) -> dict[str, str]:
    """The tenants' accounts at central, with the password hash of each."""
    return dict(fleet.at_central("SELECT id, password_hash FROM tenant_account"))


def kept_bytes(member: Member) -> int:
    """How many bytes of files a station holds."""
    query = "SELECT coalesce(sum(length(content)), 0) FROM upload"
    with member.station.journal.database.read() as session:
        return int(session.execute(text(query)).scalar_one())


@ON_BOTH
def test_a_restore_of_yesterdays_backup_loses_nothing_that_anybody_was_told_was_safe(fleet: Fleet) -> None:
    west, east, kiosk = (fleet.members[name] for name in ("west", "east", "kiosk"))
    pay(west, 1_000)
    laws.settle(fleet)
    backup = backed_up(fleet)
    pay(west, 2_000)
    pay(east, 3_000)
    photo = photograph(east, kept_photo("a leak"))
    number = activate(fleet, kiosk)
    kiosk.station.perform(NoteSignIn(login=number, succeeded=False), f"tenant:{number}")
    laws.settle(fleet)
    send_files(fleet)
    assert fleet.at_central("SELECT arrived FROM request_photo") == [(True,)]
    disaster(fleet, backup)
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 1, "the backup is older than all that"
    pay(west, 4_000)
    laws.settle(fleet)
    send_files(fleet)
    laws.check_end(fleet)
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 4
    assert accounts(fleet)[number] == ARGON2
    assert fleet.at_central("SELECT sha256, arrived FROM request_photo") == [(photo, True)]
    assert west.station.photo(photo) == kept_photo("a leak")
    statuses = fleet.at_central(
        "SELECT status FROM command WHERE kind IN ('account.activate', 'account.note_sign_in')"
    )
    assert {status for (status,) in statuses} <= {0, 1}, "the sign-in came after the account it needs"


@ON_BOTH_AT_LENGTH
def test_two_restores_in_a_row_lose_nothing_either(fleet: Fleet) -> None:
    kiosk = fleet.members["kiosk"]
    backup = backed_up(fleet)
    number = activate(fleet, kiosk)
    for _ in range(2):
        disaster(fleet, backup)
        assert number not in accounts(fleet)
        laws.settle(fleet)
        assert accounts(fleet)[number] == ARGON2


def test_a_station_that_was_off_during_the_disaster_hands_in_what_it_has_when_it_returns(
    fleet: Fleet,
) -> None:
    backup = backed_up(fleet)
    number = activate(fleet, fleet.members["kiosk"])
    pay(fleet.members["east"], 700)
    laws.settle(fleet)
    fleet.restart("kiosk", lambda _folder: disaster(fleet, backup))
    fleet.restart("east")
    laws.check_end(fleet)
    assert number in accounts(fleet)


@ON_BOTH_AT_LENGTH
def test_bytes_go_once_a_proven_backup_holds_them_and_no_earlier(fleet: Fleet) -> None:
    east = fleet.members["east"]
    photo = photograph(east, kept_photo("another", 5_000))
    laws.settle(fleet)
    send_files(fleet)
    laws.settle(fleet)
    assert kept_bytes(east) == 5_000
    back_up(fleet.central.store, fleet.folder / "backups", fleet.now(), quiet)
    pay(east, 100)
    laws.settle(fleet)
    assert kept_bytes(east) == 5_000, "a copy that nobody proved proves nothing"
    backup = backed_up(fleet)
    laws.settle(fleet)
    assert kept_bytes(east) == 0
    disaster(fleet, backup)
    laws.check_end(fleet)
    assert east.station.photo(photo) == kept_photo("another", 5_000)


def test_what_is_handed_in_is_for_central_alone_to_read(fleet: Fleet) -> None:
    kiosk = fleet.members["kiosk"]
    activate(fleet, kiosk)
    with kiosk.station.journal.database.read() as session:
        (sealed,) = session.execute(text("SELECT sealed FROM kept")).scalars()
    assert ARGON2.encode() not in sealed
    assert b"account.activate" not in sealed


@pytest.mark.parametrize(
    "weather", ["lost_answer", *(pytest.param(w, marks=pytest.mark.soak) for w in OTHER_WEATHER)]
)
def test_handing_in_survives_bad_weather(fleet: Fleet, weather: str) -> None:
    kiosk = fleet.members["kiosk"]
    backup = backed_up(fleet)
    number = activate(fleet, kiosk)
    disaster(fleet, backup)
    kiosk.station.pull()
    kiosk.way.weather[:] = [weather]
    with suppress(Offline):
        kiosk.station.exchange()
    laws.check_end(fleet)
    assert accounts(fleet)[number] == ARGON2
    done = fleet.at_central("SELECT status FROM command WHERE kind = 'account.activate'")
    assert done == [(0,)], "once"


def enrolled(fleet: Fleet, name: str) -> Member:
    """A third counter, let in with a one-time code."""
    folder, store = fleet.folder / name, fleet.central.store
    vault, code = Vault.create(folder), devices.offer(store, "counter", AGENCY, name, fleet.now())
    proof = sign(vault.device_key, b"enrol:" + code.encode()).hex()
    request = EnrolRequest(code, public_key(vault.device_key).hex(), proof, name)
    made = devices.enrol(store, request, fleet.now())
    settings = StationSettings(
        "https://central",
        made.device_id,
        made.device_code,
        made.kind,
        made.agency_id,
        name,
        enrolment_receipt=made.receipt,
    )
    write_settings(folder / STATION_FILE, settings)
    fleet.members[name] = fleet._opened(name)
    fleet.members[name].station.exchange()
    return fleet.members[name]


def test_a_station_enrolled_after_the_backup_is_let_in_again_and_loses_nothing(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal(monkeypatch, capsys)
    backup = backed_up(fleet)
    north = enrolled(fleet, "north")
    pay(north, 900)
    laws.settle(fleet)
    disaster(fleet, backup)
    pay(north, 800)
    with pytest.raises(NotAllowed, match="device_unknown"):
        north.station.exchange()
    assert not north.station.status().revoked, "it must not erase anything"
    with pytest.raises(NotAllowed, match="device_unknown"):
        north.station.exchange()
    typed = ("central", "readmit", "--data", fleet.folder / "central")
    assert "AG02-C03 (counter, north), enrolled 2026-11-22" in terminal.guichet(*typed).out
    assert terminal.guichet(*typed, "--device", "AG02-C03").out.strip() == "AG02-C03 is known again."
    assert "No station asks" in terminal.guichet(*typed).out
    laws.check_end(fleet)
    assert sorted(fleet.at_central("SELECT amount_cents FROM payment")) == [(800,), (900,)]


def test_nobody_is_let_in_with_a_receipt_that_central_did_not_sign(fleet: Fleet) -> None:
    north = enrolled(fleet, "north")
    receipt = north.station.settings.enrolment_receipt
    store = fleet.central.store
    for forged in ("", "x", "AAAA" * 30, receipt[:-8] + "AAAAAAA="):
        with pytest.raises(NotAllowed, match="receipt_forged"):
            readmission.ask(store, forged, fleet.now())
    readmission.ask(store, receipt, fleet.now())
    assert readmission.listed(store) == [], "who is known need not ask"
