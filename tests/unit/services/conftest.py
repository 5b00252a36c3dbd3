"""Real databases for the services, and commands carried out on them as a station and as central do."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from desktop.models.database import Database, open_database
from desktop.models.everything import Entity, synced_tables
from desktop.models.parameter import ParameterRow
from desktop.rules.parameters import read_parameters
from desktop.services.catalogue import CATALOGUE
from desktop.services.command import Command, Context, Done, Run
from tests.unit.services.letters import letter
from tests.unit.services.rows import AGENCY, LEASE, NOW, household, lease, tenant

CONTEXT = Context(
    key=UUID("019a0000-0000-7000-8000-000000000001"),
    actor="staff:nadia",
    device_id="counter-1",
    device_code="AG01-C01",
    agency_id=AGENCY,
    at=NOW,
    receipt_no=7,
)


@dataclass
class Place:
    """A database and a way to perform commands on it; `run` says whether it is a station or central."""

    database: Database
    run: Run
    pepper: bytes | None = None
    receipt_no: int = 7

    def add(self, *rows: Entity) -> None:
        with self.database.write() as session:
            session.add_all(rows)

    def perform(self, command: Command, **said: Any) -> Done:
        """Carries the command out in its own transaction, under a new key unless one is said."""
        circumstances = {"key": uuid4(), "receipt_no": self.receipt_no, "run": self.run} | said
        context = replace(CONTEXT, pepper=self.pepper, **circumstances)
        with self.database.write() as session:
            done = CATALOGUE[type(command)].service(session, command, context)
        if done.result is not None and "number" in done.result and not done.noop:
            self.receipt_no += 1
        return done

    def ask(self, query: Callable[..., Any], *asked: Any, **said: Any) -> Any:
        with self.database.read() as session:
            return query(session, *asked, **said)

    def rows(self, *tables: str) -> dict[str, list[dict[str, Any]]]:
        """All stored rows of these tables (or of all), as plain values in the order of their ids."""
        with self.database.read() as session:
            return {
                name: [
                    dict(row) for row in session.execute(table.select().order_by(table.c.id)).mappings().all()
                ]
                for name, table in synced_tables().items()
                if not tables or name in tables
            }


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and the legal amounts, made once and copied for each test."""
    path = tmp_path_factory.mktemp("services") / "empty.db"
    database = open_database(path, synchronous="NORMAL")
    Entity.metadata.create_all(database.engine)
    text = files("desktop.resources").joinpath("parameters.toml").read_text(encoding="utf-8")
    with database.write() as session:
        session.add_all(
            ParameterRow(
                id=f"{each.key}@{each.valid_from}",
                scope="global",
                key=each.key,
                valid_from=each.valid_from,
                value=each.value,
                source=each.source,
            )
            for each in read_parameters(text)
        )
    database.close()
    return path


def _place(empty_file: Path, path: Path, run: Run) -> Iterator[Place]:
    shutil.copy(empty_file, path)
    place = Place(open_database(path, synchronous="NORMAL"), run)
    yield place
    place.database.close()


@pytest.fixture
def bare_station(empty_file: Path, tmp_path: Path) -> Iterator[Place]:
    """A station without any lease."""
    yield from _place(empty_file, tmp_path / "station.db", Run.FIRST)


@pytest.fixture
def station(bare_station: Place) -> Place:
    """A station that holds `rows.household()`."""
    bare_station.add(*household())
    return bare_station


@pytest.fixture
def central(empty_file: Path, tmp_path: Path) -> Iterator[Place]:
    """Central, which holds `rows.household()`."""
    for place in _place(empty_file, tmp_path / "central.db", Run.AUTHORITY):
        place.pepper = b"pepper of the tests"
        place.add(*household())
        yield place


@pytest.fixture
def office(central: Place) -> Place:
    """Central, with a letter's code for the household and its co-holder."""
    assert central.pepper is not None
    central.add(
        tenant(
            "L000001B", first_name="Karim", birth_date=date(1977, 1, 2), usage_name="", last_name="EL AMRANI"
        ),
        letter(central.pepper),
    )
    with central.database.write() as session:
        held = session.get(type(lease()), LEASE)
        assert held is not None
        held.co_holder_id = "L000001B"
    return central
