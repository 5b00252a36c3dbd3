"""Stations go on exchanging while the ERP's files come in."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.central.importers.folder import import_folder
from desktop.central.importers.progress import ImportProgress
from desktop.central.importers.resuming import has_staged
from tests.sync.visits import a_lease, balance, same_as_central, take_cash
from tests.world import World, world


@pytest.fixture
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.central.importers.bringing.UNIT_ROWS", 100)


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, leases=6) as built:
        yield built


def with_other_labels(export: Path) -> None:
    """The ERP corrects every line of the ledger."""
    path = export / "ecritures.csv"
    header, *lines = path.read_bytes().split(b"\r\n")[:-1]
    corrected = [b";".join([*line.split(b";")[:5], b"Corrige", *line.split(b";")[6:]]) for line in lines]
    path.write_bytes(b"\r\n".join([header, *corrected, b""]))


@pytest.mark.usefixtures("small_units")
def test_no_push_waits_for_the_end_of_an_import(landlord: World) -> None:
    landlord.member_of_staff()
    counter = landlord.station("counter")
    lease = a_lease(counter)
    owed, pushed, staged = balance(counter, lease), 0, 0
    with_other_labels(landlord.folder / "export")

    def push(_: ImportProgress) -> None:
        """One exchange is enough, at whatever moment of the import."""
        nonlocal pushed, staged
        take_cash(counter, lease, 100)
        counter.exchange()
        assert counter.status().waiting == 0
        pushed += 1
        staged += has_staged(landlord.store.folder)

    store, export = landlord.store, landlord.folder / "export"
    report = import_folder(store.database, store.vault.pepper, export, datetime.now(UTC), push, store.folder)
    assert report.files[-1].changed > 300
    assert staged >= 3, "some pushes came between two units"
    counter.exchange()
    assert balance(counter, lease) == owed - 100 * pushed
    assert same_as_central(landlord, counter)
