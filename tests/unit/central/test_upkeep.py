"""The nightly upkeep lets go of what nobody can need any more, and of nothing else."""

import json
import os
from datetime import UTC, datetime, timedelta

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store
from desktop.central.upkeep import tidy
from desktop.models.dwelling import Dwelling
from desktop.models.request import RequestPhoto
from tests.pictures import kept_photo
from tests.unit.central.arrivals import arrive
from tests.unit.central.command_line import Terminal
from tests.unit.central.estate import ask, dwelling

START = datetime(2026, 1, 10, 3, 0, tzinfo=UTC)


def build_and_demolish(store: Store, name: str) -> None:
    """A dwelling comes and goes: a mark is left."""
    with agency_write(store.database, {"AG01"}) as work:
        work.session.add(dwelling(name, "AG01"))
    with agency_write(store.database, {"AG01"}) as work:
        work.session.delete(work.session.get_one(Dwelling, name))


def test_deletions_are_remembered_for_half_a_year(store: Store) -> None:
    build_and_demolish(store, "D8")
    assert tidy(store, START).tombstones == 0
    build_and_demolish(store, "D9")
    assert tidy(store, START + timedelta(days=179)).tombstones == 0
    assert tidy(store, START + timedelta(days=181)).tombstones == 1
    assert ask(store, "SELECT id FROM tombstone") == [("D9",)]
    assert ask(store, "SELECT min_ver, ver FROM scope WHERE id = 'AG01'") == [(3, 5)]


def test_files_that_nothing_names_go_after_a_month_and_two_nights(store: Store) -> None:
    lost, named = arrive(store, kept_photo("lost"), START), arrive(store, kept_photo("named"), START)
    with agency_write(store.database, {"AG01"}) as work:
        photo = {"id": "P", "request_id": "R", "lease_id": "L1", "size": 5, "media_type": "image/jpeg"}
        work.session.add(RequestPhoto(scope="AG01", sha256=named, arrived=True, **photo))
    assert tidy(store, START + timedelta(days=29)).files == 0
    assert tidy(store, START + timedelta(days=31)).files == 1
    again = arrive(store, kept_photo("lost"), START + timedelta(days=31))
    assert tidy(store, START + timedelta(days=32)).files == 0
    held = sorted(path.name for path in store.blobs.rglob("*") if path.is_file())
    assert held == sorted({again, named})
    assert again == lost
    tidy(store, START + timedelta(days=90))
    tidy(store, START + timedelta(days=91))
    assert [path.name for path in store.blobs.rglob("*") if path.is_file()] == [named]


def test_old_bootstraps_go_and_young_ones_stay(store: Store) -> None:
    for name, age in (("young", 6), ("old", 8)):
        (store.snapshots / name).mkdir(parents=True)
        moment = (START - timedelta(days=age)).timestamp()
        os.utime(store.snapshots / name, (moment, moment))
    assert tidy(store, START).snapshots == 1
    assert [path.name for path in store.snapshots.iterdir()] == ["young"]


def test_the_command_says_what_it_did(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal(monkeypatch, capsys)
    said = terminal.guichet("central", "upkeep", "--data", store.folder, "--json")
    assert json.loads(said.out) == {"tombstones": 0, "files": 0, "assertions": 0, "snapshots": 0}
    assert "Let go: 0 marks" in terminal.guichet("central", "upkeep", "--data", store.folder).out
