"""Finds a lease as one types: by name, contract number, phone or address."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, and_, bindparam, func, or_, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, aliased

from desktop.models.dwelling import Dwelling
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.tenant import Tenant
from desktop.services.leases.search_words import (
    FOLDING,
    address_words,
    mail_words,
    match_expression,
    name_words,
    number_words,
    phone_words,
)

IDS_AT_ONCE = 500
"""How many ids one statement names; SQLite allows no more than 32,766."""

ROWS_AT_ONCE = 2_000

_FOLDED = f"lease_search_folding_{FOLDING}"
_NONE = ("DROP TABLE IF EXISTS lease_search", "DROP TABLE IF EXISTS lease_search_key")
_TABLES = (
    "CREATE TABLE lease_search_key (id INTEGER PRIMARY KEY, lease_id TEXT NOT NULL UNIQUE)",
    "CREATE VIRTUAL TABLE lease_search USING fts5("
    "names, number, phones, address, tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2 3 4')",
    f"CREATE TABLE IF NOT EXISTS {_FOLDED} (id INTEGER PRIMARY KEY)",
)
"""The last says by its name how the words of the others were folded."""

_PERSON = ("last_name", "first_name", "usage_name", "mobile_phone", "home_phone")
_HOME = ("street_number", "street_type", "street_name", "postal_code", "city")
_JOINED = (
    "FROM lease LEFT JOIN tenant AS holder ON holder.id = lease.holder_id AND holder.scope = lease.scope"
    " LEFT JOIN tenant AS other ON other.id = lease.co_holder_id AND other.scope = lease.scope"
    " LEFT JOIN dwelling ON dwelling.id = lease.dwelling_id"
)
_KEYS = (
    f"INSERT INTO lease_search_key (lease_id) SELECT lease.id {_JOINED} WHERE {{which}}"
    " ORDER BY coalesce(nullif(holder.usage_name, ''), holder.last_name), holder.first_name, lease.id"
    " ON CONFLICT DO NOTHING"
)
_SAID = (
    "SELECT key.id, lease.id"
    + "".join(f", {who}.{part}" for part in (*_PERSON, "email") for who in ("holder", "other"))
    + "".join(f", dwelling.{part}" for part in (*_HOME, "building"))
    + f" {_JOINED} JOIN lease_search_key AS key ON key.lease_id = lease.id WHERE {{which}}"
)
_WORDS = "INSERT INTO lease_search (rowid, names, number, phones, address) VALUES (?, ?, ?, ?, ?)"
_NAMES, _PHONES, _MAILS = slice(2, 8), slice(8, 12), slice(12, 14)
_STREET, _TOWN = slice(14, 17), slice(17, 20)
"""Where these stand in what `_SAID` reads."""

_THESE = "lease.id IN (SELECT value FROM json_each(:ids))"
_FORGET = (
    "DELETE FROM lease_search WHERE rowid IN (SELECT id FROM lease_search_key"
    " WHERE lease_id IN (SELECT value FROM json_each(:ids)))",
    "DELETE FROM lease_search_key WHERE lease_id IN (SELECT value FROM json_each(:ids))"
    " AND lease_id NOT IN (SELECT id FROM lease)",
)


_NAMED_IN: Final = {
    Tenant.__tablename__: (Lease.holder_id, Lease.co_holder_id),
    Dwelling.__tablename__: (Lease.dwelling_id,),
}
SEARCHED: Final = frozenset({Lease.__tablename__, *_NAMED_IN})
"""The tables whose words can be searched for."""

_HOLDER, _OTHER = aliased(Tenant), aliased(Tenant)
_BALANCE = (
    select(func.coalesce(func.sum(LedgerEntry.debit_cents - LedgerEntry.credit_cents), 0))
    .where(LedgerEntry.lease_id == Lease.id)
    .scalar_subquery()
)
_SHOWN = (
    select(
        Lease.id,
        Lease.ends_on,
        _BALANCE.label("balance_cents"),
        *(getattr(_HOLDER, part) for part in _PERSON),
        *(getattr(_OTHER, part).label(f"other_{part}") for part in _PERSON),
        *(getattr(Dwelling, part) for part in _HOME),
    )
    .outerjoin(_HOLDER, and_(_HOLDER.id == Lease.holder_id, _HOLDER.scope == Lease.scope))
    .outerjoin(_OTHER, and_(_OTHER.id == Lease.co_holder_id, _OTHER.scope == Lease.scope))
    .outerjoin(Dwelling, Dwelling.id == Lease.dwelling_id)
    .where(Lease.id.in_(bindparam("ids", expanding=True)))
)
"""One statement for the whole list: a dozen objects a line would take longer than finding them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list. `names`: `EL AMRANI Diane`, the holder first; `address` on one line."""

    lease_id: str
    names: tuple[str, ...]
    address: str
    phone: str
    balance_cents: int
    ends_on: date | None


def create(session: Session) -> None:
    """Makes the search tables; only a counter's cache has them. Those of another folding are filled anew."""
    if session.scalar(sql("SELECT 1 FROM sqlite_master WHERE name = :name"), {"name": _FOLDED}) is None:
        rebuild(session)


def rebuild(session: Session) -> None:
    """Fills the search tables anew from all leases, numbered in the order of their holders' names."""
    session.flush()
    for statement in (*_NONE, *_TABLES, _KEYS.format(which="true")):
        session.execute(sql(statement))
    _write_words(session, "true", {})


def reindex(session: Session, lease_ids: Iterable[str]) -> None:
    """Refreshes these leases in the search tables; a lease that is gone leaves them."""
    session.flush()
    these = {"ids": json.dumps(sorted(set(lease_ids)))}
    for statement in (*_FORGET, _KEYS.format(which=_THESE)):
        session.execute(sql(statement), these)
    _write_words(session, _THESE, these)


def _write_words(session: Session, which: str, these: dict[str, str]) -> None:
    said = session.execute(sql(_SAID.format(which=which)), these)
    connection = session.connection()
    while some := said.fetchmany(ROWS_AT_ONCE):
        connection.exec_driver_sql(_WORDS, [_words_of(row) for row in some])


def _words_of(row: Sequence[Any]) -> tuple[int, str, str, str, str]:
    return (
        row[0],
        f"{name_words(*row[_NAMES])} {mail_words(*row[_MAILS])}",
        number_words(row[1]),
        phone_words(*row[_PHONES]),
        address_words(" ".join(filter(None, row[_STREET])), *row[_TOWN]),
    )


def leases_behind(session: Session, table: str, ids: Iterable[str]) -> set[str]:
    """The leases whose search words come from these rows of `table`: none unless it is in SEARCHED."""
    known = sorted(set(ids))
    found: set[str] = set(known) if table == Lease.__tablename__ else set()
    if table in _NAMED_IN:
        for start in range(0, len(known), IDS_AT_ONCE):
            some = known[start : start + IDS_AT_ONCE]
            behind = or_(*(column.in_(some) for column in _NAMED_IN[table]))
            found.update(session.scalars(select(Lease.id).where(behind)))
    return found


def search(session: Session, text: str, limit: int = 20) -> list[Found]:
    """The leases in which every word of `text` begins some word; [] for an empty text.

    Those found by name, number or phone come first, then those found by address, each in the order of names.
    """
    expression = match_expression(text)
    if expression is None:
        return []
    found: dict[str, None] = {}
    for columns in ("{names number phones} : ", ""):
        if len(found) < limit:
            found |= dict.fromkeys(_matching(session, f"{columns}({expression})", limit))
    return _as_found(session, list(found)[:limit])


def _matching(session: Session, expression: str, limit: int) -> Sequence[str]:
    """Reads no more of the index than it takes to fill the list: rows come in the order of their numbers."""
    return session.scalars(
        sql(
            "SELECT lease_id FROM lease_search JOIN lease_search_key AS key ON key.id = lease_search.rowid"
            " WHERE lease_search MATCH :expression ORDER BY lease_search.rowid LIMIT :limit"
        ),
        {"expression": expression, "limit": limit},
    ).all()


def _as_found(session: Session, lease_ids: list[str]) -> list[Found]:
    rows = {row.id: row for row in session.execute(_SHOWN, {"ids": lease_ids})}
    return [_line(rows[lease_id]) for lease_id in lease_ids if lease_id in rows]


def _line(row: Row[Any]) -> Found:
    people = (
        (row.usage_name or row.last_name, row.first_name),
        (row.other_usage_name or row.other_last_name, row.other_first_name),
    )
    street = " ".join(filter(None, (row.street_number, row.street_type, row.street_name)))
    phones = (row.mobile_phone, row.home_phone, row.other_mobile_phone, row.other_home_phone)
    return Found(
        lease_id=row.id,
        names=tuple(f"{last} {first}".strip() for last, first in people if last),
        address=", ".join(filter(None, (street, f"{row.postal_code or ''} {row.city or ''}".strip()))),
        phone=next(filter(None, phones), ""),
        balance_cents=row.balance_cents,
        ends_on=row.ends_on,
    )
