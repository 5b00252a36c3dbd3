"""Two administrators decide about the same command of a revoked station at once: one of them has decided."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from desktop.central.stations import quarantine
from desktop.central.store import Store
from desktop.errors import Refused
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import Fleet
from tests.sync.test_backups import pay
from tests.sync.test_stations_after_restore import told as shut_out

Decision = Callable[[Fleet, list[str], str], object]
SOON = 20.0


def accept(fleet: Fleet, keys: list[str], by: str) -> object:
    return quarantine.accept(fleet.central.store, keys, by, fleet.time)


def reject(fleet: Fleet, keys: list[str], by: str) -> object:
    return quarantine.reject(fleet.central.store, keys, "a theft", by, fleet.time)


def in_quarantine(fleet: Fleet, payments: int) -> list[str]:
    """The keys of payments that a station still held when it was revoked."""
    west, store = fleet.members["west"], fleet.central.store
    for cents in range(1, payments + 1):
        pay(west, cents)
    quarantine.revoke(store, "AG02-C01")
    shut_out(west, "device_revoked")
    return [held.key for held in quarantine.listed(store)]


def decided(fleet: Fleet) -> dict[str, tuple[str, str]]:
    """By its key, how each was decided and by whom."""
    rows = fleet.at_central("SELECT key, state, decided_by FROM quarantine")
    return {bytes(key).hex(): (state, by) for key, state, by in rows}


def done(fleet: Fleet) -> set[str]:
    """The keys of the commands that central performed."""
    return {bytes(key).hex() for (key,) in fleet.at_central("SELECT key FROM command WHERE status = 0")}


@ON_BOTH
@pytest.mark.parametrize(("first", "second"), [(reject, accept), (accept, reject), (accept, accept)])
def test_who_finds_it_decided_meanwhile_changes_nothing_and_is_told_by_whom(
    fleet: Fleet, first: Decision, second: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    (key,), waiting = in_quarantine(fleet, 1), quarantine._waiting

    def slowly(store: Store, keys: list[str]) -> list[quarantine.Quarantined]:
        """While Denise reads her list, Anna decides."""
        monkeypatch.setattr(quarantine, "_waiting", waiting)
        found = waiting(store, keys)
        first(fleet, keys, "Anna")
        return found

    monkeypatch.setattr(quarantine, "_waiting", slowly)
    with pytest.raises(Refused, match="quarantine_decided") as refusal:
        second(fleet, [key], "Denise")
    state = "rejected" if first is reject else "accepted"
    assert refusal.value.facts == {"key": key, "state": state, "by": "Anna"}
    assert decided(fleet) == {key: (state, "Anna")}
    assert len(fleet.at_central("SELECT 1 FROM payment")) == (first is accept)


@ON_BOTH
def test_what_was_accepted_was_done_and_what_was_rejected_was_not_however_they_race(fleet: Fleet) -> None:
    keys, together, told = in_quarantine(fleet, 12), Barrier(3), set[str]()

    def decide(how: Decision, by: str) -> None:
        for key in keys:
            together.wait(SOON)
            try:
                how(fleet, [key], by)
            except Refused as refusal:
                told.add(refusal.code)

    with ThreadPoolExecutor(3) as threads:
        work = ((accept, "Anna"), (reject, "Denise"), (accept, "Chloé"))
        for task in [threads.submit(decide, how, by) for how, by in work]:
            task.result()
    found = decided(fleet)
    assert told <= {"quarantine_decided", "quarantine_unknown"}
    assert {key for key, (state, _) in found.items() if state == "accepted"} == done(fleet) & set(keys)
    assert {by for state, by in found.values() if state == "rejected"} <= {"Denise"}
    assert {state for state, _ in found.values()} <= {"accepted", "rejected"}
    laws.check_central(fleet)
