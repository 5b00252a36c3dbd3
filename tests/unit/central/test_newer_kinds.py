"""A newer station: what central does not know yet waits, stops nothing, and is done in time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop import failpoints
from desktop.central.commands import parked
from desktop.central.stations import quarantine
from desktop.errors import Refused
from desktop.protocol.messages import Result
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.catalogue import BY_KIND
from desktop.services.command import Status
from desktop.services.entry import Entry
from tests.unit.services import rows
from tests.unit.services.said import SmallLandlord

COUNTER, AGENT = StationKind.COUNTER, f"staff:{Role.FRONT_DESK_AGENT}"
VIEW = BY_KIND["lease.view"]
NEWER_KIND, NEWER_VERSION = replace(VIEW, kind="lease.look"), replace(VIEW, version=2)


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[SmallLandlord]:
    """A real central that never heard of these."""
    made = SmallLandlord(tmp_path / "central")
    yield made
    made.store.database.close()


def says(landlord: SmallLandlord, entry: Entry, place: str = "here") -> Result:
    """An agent's station says it."""
    commands = landlord.prepared(VIEW, [landlord.lease(place)], COUNTER)
    (result,) = landlord.hears(entry, [(commands[0], AGENT)], COUNTER)
    return result


def views(landlord: SmallLandlord) -> int:
    with landlord.store.database.read() as session:
        seen = text("SELECT count(*) FROM audit_entry WHERE action = 'lease_viewed'")
        return int(session.execute(seen).scalar_one())


@pytest.mark.parametrize("newer", [NEWER_KIND, NEWER_VERSION], ids=["kind", "version"])
def test_what_central_does_not_know_waits_and_is_done_once_it_does(
    landlord: SmallLandlord, monkeypatch: pytest.MonkeyPatch, newer: Entry
) -> None:
    told = says(landlord, newer)
    assert (told.status, told.code) == (Status.DEFERRED, "update_central")
    assert says(landlord, VIEW).status == Status.APPLIED, "nothing waits for it"
    assert [(one.kind, one.reason) for one in parked.listed(landlord.store)] == [(newer.kind, told.code)]
    assert parked.catch_up(landlord.store, rows.NOW) == 0
    with pytest.raises(Refused, match="command_still_unknown"):
        parked.replay(landlord.store, told.key.hex(), "Denise", rows.NOW)
    monkeypatch.setitem(BY_KIND, newer.kind, newer)
    monkeypatch.setattr("desktop.services.catalogue.UPCASTERS", {("lease.view", 1): dict})
    assert (parked.catch_up(landlord.store, rows.NOW), views(landlord)) == (1, 2)
    assert (parked.catch_up(landlord.store, rows.NOW), views(landlord)) == (0, 2)
    assert parked.listed(landlord.store) == []


def test_what_central_knows_at_last_is_judged_like_any_other(
    landlord: SmallLandlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(landlord, NEWER_KIND, "never here")
    monkeypatch.setitem(BY_KIND, NEWER_KIND.kind, NEWER_KIND)
    assert (parked.catch_up(landlord.store, rows.NOW), views(landlord)) == (1, 0)
    with landlord.store.database.read() as session:
        ended = session.execute(text("SELECT status, code FROM command")).one()
    assert tuple(ended) == (Status.REJECTED, "lease_of_another_agency")


def test_money_for_an_agency_that_never_had_the_lease_is_booked_when_somebody_says_so(
    landlord: SmallLandlord,
) -> None:
    entry, lease = BY_KIND["payment.take"], landlord.lease("never here")
    commands = landlord.prepared(entry, [lease], COUNTER)
    (told,) = landlord.hears(entry, [(commands[0], AGENT)], COUNTER)
    assert told.status == Status.DEFERRED
    assert [(one.lease, one.amount_cents, one.reason) for one in parked.listed(landlord.store)] == [
        (lease.id, 1, "lease_of_another_agency")
    ]
    (done,) = parked.replay(landlord.store, told.key.hex(), "Denise", rows.NOW).results
    assert (done.status, done.code) == (Status.APPLIED_WITH_WARNING, "lease_of_another_agency")
    with landlord.store.database.read() as session:
        booked = session.execute(text("SELECT lease_id, scope, amount_cents FROM payment")).one()
    assert tuple(booked) == (lease.id, lease.scope, 1)


def test_what_a_station_said_that_was_revoked_since_waits_for_a_person(
    landlord: SmallLandlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = says(landlord, NEWER_KIND)
    quarantine.revoke(landlord.store, f"AG01-{COUNTER}")
    monkeypatch.setitem(BY_KIND, NEWER_KIND.kind, NEWER_KIND)
    assert (parked.catch_up(landlord.store, rows.NOW), views(landlord)) == (0, 0)
    parked.replay(landlord.store, told.key.hex(), "Denise", rows.NOW)
    assert views(landlord) == 1


def test_central_serves_whatever_a_command_that_waits_does_to_it(
    landlord: SmallLandlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        says(landlord, NEWER_KIND)
    monkeypatch.setitem(BY_KIND, NEWER_KIND.kind, NEWER_KIND)
    failpoints.arm("perform.before_outcome=raise@1", "")
    try:
        assert (parked.catch_up(landlord.store, rows.NOW), views(landlord)) == (1, 1)
    finally:
        failpoints.arm("", "")
    assert (parked.catch_up(landlord.store, rows.NOW), views(landlord)) == (1, 2)
