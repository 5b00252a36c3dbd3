"""Search as one types over 50,000 leases in an encrypted cache, beside a plain look-up by key."""

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from desktop.models.database import Database, open_database
from desktop.models.dwelling import Dwelling
from desktop.models.everything import Entity
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.tenant import Tenant
from desktop.services.leases import search
from tests.benchmarks.record import note
from tests.benchmarks.timing import milliseconds, percentile
from tests.unit.services import rows

LEASES = 50_000
LINES_A_LEASE = 6
BUDGET_MS = 20.0


def _sample(name: str) -> list[dict[str, str]]:
    content = files("desktop.resources").joinpath(f"demo/erp-export/{name}").read_text("cp1252")
    return list(csv.DictReader(content.splitlines(), delimiter=";"))


def _plain(row: Entity, **said: object) -> dict[str, object]:
    values = {column.key: getattr(row, column.key) for column in row.__table__.columns}
    return values | {"ver": 1} | said


def _names(random: Random, people: list[dict[str, str]]) -> dict[str, object]:
    phone = f"{random.choice(('06', '07', '03'))}{random.randrange(10**8):08d}"
    return {
        "last_name": random.choice(people)["nom"] + random.choice(("", "", "T", "EL", "IER", "OUX")),
        "first_name": random.choice(people)["prenom"],
        "usage_name": random.choice(people)["nom_usage"],
        "mobile_phone": " ".join(phone[place : place + 2] for place in range(0, 10, 2)),
    }


def _address(random: Random, homes: list[dict[str, str]]) -> dict[str, object]:
    street, town = random.choice(homes), random.choice(homes)
    return {
        "street_number": str(random.randrange(1, 200)),
        "street_type": street["TYPVOIE"],
        "street_name": street["NOMVOIE"],
        "postal_code": town["CODEPOSTAL"],
        "city": town["LIBCOM"],
    }


def _filled(session: Session, random: Random) -> None:
    people, homes = _sample("locataires.csv"), _sample("logements.csv")
    tenant, home, lease, line = (
        _plain(row)
        for row in (
            rows.tenant(),
            rows.dwelling(),
            rows.lease(),
            rows.entry(1, "2026-11-01", "LOYER", 500_00),
        )
    )

    numbers = [f"{random.randrange(10**10, 10**11)}" for _ in range(LEASES)]
    both = range(LEASES + LEASES // 3)
    session.execute(insert(Tenant), [tenant | {"id": f"T{each}"} | _names(random, people) for each in both])
    session.execute(
        insert(Dwelling), [home | {"id": f"D{each}"} | _address(random, homes) for each in range(LEASES)]
    )
    leases = [
        lease
        | {"id": number, "holder_id": f"T{each}", "dwelling_id": f"D{each}"}
        | {"co_holder_id": f"T{LEASES + each // 3}" if each % 3 == 0 else None}
        for each, number in enumerate(dict.fromkeys(numbers))
    ]
    session.execute(insert(Lease), leases)
    for part in range(LINES_A_LEASE):
        lines = [line | {"id": f"E{part}-{each['id']}", "lease_id": each["id"]} for each in leases]
        session.execute(insert(LedgerEntry), lines)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An encrypted cache with 50,000 leases, every third of them with two holders."""
    path: Path = tmp_path_factory.mktemp("search") / "cache.db"
    database = open_database(path, key=bytes(32), synchronous="NORMAL")
    Entity.metadata.create_all(database.engine)
    with database.write() as session:
        _filled(session, Random(62))
        search.rebuild(session)
    yield database
    database.close()


def _as_typed(session: Session, random: Random) -> list[str]:
    """What people type for leases drawn at random, key by key: names, numbers, phones, streets, misses."""
    typed: list[str] = []
    drawn = session.execute(
        text(
            "SELECT names, number, phones, address FROM lease_search"
            " WHERE rowid IN (SELECT abs(random()) % :count + 1 FROM lease_search LIMIT 60)"
        ),
        {"count": LEASES},
    )
    for names, number, phones, address in drawn:
        last, first = names.split()[0], names.split()[-1]
        phone = phones.split()[0]
        whole = (
            f"{last} {first}",
            f"{first[:3]} {last[:3]}",
            str(number),
            " ".join(phone[place : place + 2] for place in range(0, 10, 2)),
            address,
            f"{last} {address.split()[-1]}",
            f"zz{last}",
        )
        typed += [word[:length] for word in whole for length in range(1, min(len(word), 14) + 1)]
    random.shuffle(typed)
    return typed


def test_search_as_one_types(cache: Database) -> None:
    random = Random(2026)
    with cache.read() as session:
        typed = _as_typed(session, random)
        numbers = session.execute(text("SELECT id FROM lease ORDER BY random() LIMIT 2000")).scalars().all()
        search.search(session, "a")
        found = milliseconds(lambda words: search.search(session, words), typed)
        one_row = text("SELECT * FROM lease WHERE id = :id")
        looked_up = milliseconds(lambda number: session.execute(one_row, {"id": number}).one(), numbers)
    p50, p95 = percentile(found, 0.50), percentile(found, 0.95)
    alone = percentile(looked_up, 0.95)
    note("search 50,000 leases p95", p95, "ms", reference=alone, budget=BUDGET_MS, ok=p95 <= BUDGET_MS)
    note("search 50,000 leases p50", p50, "ms", reference=percentile(looked_up, 0.50))


def test_the_index_is_built_and_kept_up_quickly(cache: Database) -> None:
    with cache.write() as session:
        built = milliseconds(lambda _: search.rebuild(session), [None])
        numbers = session.execute(text("SELECT id FROM lease ORDER BY random() LIMIT 500")).scalars().all()
        kept = milliseconds(lambda number: search.reindex(session, [number]), numbers)
    p95 = percentile(kept, 0.95)
    note("search index, one lease anew p95", p95, "ms", reference=0, budget=BUDGET_MS, ok=p95 <= BUDGET_MS)
    note("search index, 50,000 leases anew", built[0], "ms", reference=0)
