"""A slow hash holds nobody's writes: what takes long is worked out before central locks anything."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from desktop.central import quotas
from desktop.central.commands.perform import perform_now
from desktop.central.database.agency_write import agency_write
from desktop.protocol.messages import PerformRequest
from desktop.rules.station_kind import StationKind
from desktop.security import codes
from desktop.security.passwords import check_password
from desktop.services import catalogue
from desktop.services.access.activation import ActivateAccount
from tests.hashes import hash_like
from tests.unit.services import rows
from tests.unit.services.said import HERE, THERE, SmallLandlord, device_of

KIOSK = device_of(StationKind.KIOSK)


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[SmallLandlord]:
    made = SmallLandlord(tmp_path / "central")
    yield made
    made.store.database.close()


def guess(**said: str) -> PerformRequest:
    fields = {"lease_number": "17580000012", "code": "2X38AZEGB7", "password_hash": hash_like()} | said
    body = catalogue.encode(ActivateAccount(birth_date=date(1950, 1, 1), **fields))
    at = round(rows.NOW.timestamp() * 1000)
    return PerformRequest(uuid4().bytes, "account.activate", 1, body, at, f"device:{KIOSK.id}")


def test_while_a_code_is_hashed_every_agency_writes(
    landlord: SmallLandlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashing, written = threading.Event(), threading.Event()

    def slow(kept: str | None, password: str) -> bool:
        hashing.set()
        assert written.wait(20), "somebody else's write waits for a hash"
        return check_password(kept, password)

    monkeypatch.setattr(codes, "check_password", slow)
    told: list[int] = []
    guessing = threading.Thread(
        target=lambda: told.extend(
            result.status for result in perform_now(landlord.store, KIOSK, guess(), rows.NOW).results
        )
    )
    guessing.start()
    assert hashing.wait(20)
    for agency in (HERE, THERE):
        with agency_write(landlord.store.database, {agency}) as work:
            work.session.add(rows.dwelling(f"new in {agency}", scope=agency))
    written.set()
    guessing.join(20)
    assert told == [0]


@pytest.mark.parametrize(
    "kept",
    [
        "$argon2id$v=19$m=1048576,t=12,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "a" * 43,
        "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "a" * 44,
        "$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "a" * 43,
        "$argon2id$v=16$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "a" * 43,
        "$argon2id$v=19$m=19456,t=2,p=4$c2FsdHNhbHRzYWx0c2FsdA$" + "a" * 43,
        "$argon2id$v=19$t=2,m=19456,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "a" * 43,
        "",
    ],
)
def test_a_hash_that_is_not_ours_is_refused_before_any_work(
    landlord: SmallLandlord, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    checked: list[str | None] = []
    monkeypatch.setattr(codes, "check_password", lambda kept, _password: bool(checked.append(kept)))
    (told,) = perform_now(landlord.store, KIOSK, guess(password_hash=kept), rows.NOW).results
    assert (told.code, checked) == ("not_a_hash", [])


def test_who_has_used_up_the_share_of_central_costs_no_hash(
    landlord: SmallLandlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str | None] = []
    monkeypatch.setattr(codes, "check_password", lambda kept, _password: bool(checked.append(kept)))
    most = landlord.store.settings.quotas.commands_an_hour
    with landlord.store.database.write() as session:
        quotas.spend(
            session, landlord.store.settings.quotas, KIOSK, quotas.Allowance.COMMANDS, most, rows.NOW
        )
    with pytest.raises(quotas.OverQuota):
        perform_now(landlord.store, KIOSK, guess(), rows.NOW)
    assert checked == []


def test_two_keys_that_end_alike_are_two_questions(landlord: SmallLandlord) -> None:
    for first in (b"\1", b"\2"):
        asked = msgspec.structs.replace(guess(), key=first * 9 + b"\7" * 7)
        assert [each.status for each in perform_now(landlord.store, KIOSK, asked, rows.NOW).results] == [0]
