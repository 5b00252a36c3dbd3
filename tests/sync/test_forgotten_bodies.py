"""A body that is forgotten, as a rule will one day ask: the chain holds at the station and at central."""

import pytest
from sqlalchemy import text

from desktop.central.backups.backup import back_up
from desktop.central.backups.manifest import BackupStep
from desktop.central.backups.prove import prove
from desktop.errors import Refused, StoreDamaged
from desktop.protocol.chain import version_of
from desktop.services.command import Status
from desktop.sync.journal.tables import APPEND_ONLY
from tests.chaos.truth import broken_chains
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import Fleet, Member
from tests.sync.visits import a_lease, take_cash


def quiet(_step: BackupStep) -> None:
    """Nobody watches."""


def pay(member: Member, *cents: int) -> None:
    for each in cents:
        done = take_cash(member.station, a_lease(member.station), each).result or {}
        member.paid[done["payment_id"]] = each


def at_station(member: Member, change: str) -> None:
    """Changes the journal as no program of today does."""
    with member.station.journal.database.write() as session:
        for verb in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER command_{verb}_refused"))
        session.execute(text(change))
        for trigger in APPEND_ONLY:
            session.execute(text(trigger))


def at_central(fleet: Fleet, change: str) -> None:
    with fleet.central.store.database.write() as session:
        session.execute(text(change))


def proven_links(fleet: Fleet) -> int:
    made = back_up(fleet.central.store, fleet.folder / "backups", fleet.now(), quiet)
    return prove(made, fleet.central.store, quiet).links


@pytest.fixture
def west(fleet: Fleet) -> Member:
    """A counter with links of both versions, all of them at central."""
    west = fleet.members["west"]
    west.station.journal.keeping.chain = 1
    pay(west, 1_000, 1_100)
    west.station.exchange()
    west.station.exchange()
    pay(west, 1_200, 1_300, 1_400)
    laws.settle(fleet)
    assert [version_of(link) for link in west.station.journal.after(0)] == [1, 1, 2, 2, 2]
    return west


@ON_BOTH
def test_links_of_both_versions_are_one_chain_at_central(fleet: Fleet, west: Member) -> None:
    assert proven_links(fleet) == 4
    assert broken_chains(fleet.central.store) == []
    ends = {fleet.outcome(west, link.key) for link in west.station.journal.after(0)}
    assert ends == {Status.APPLIED}
    laws.check_end(fleet)


@ON_BOTH
def test_a_forgotten_body_breaks_neither_chain(fleet: Fleet, west: Member) -> None:
    at_station(west, "UPDATE command SET body = x'' WHERE seq = 4")
    at_central(fleet, "UPDATE command SET body = NULL WHERE seq = 4")
    assert west.station.journal.verify() == 5
    assert proven_links(fleet) == 4
    fleet.restart("west")
    west = fleet.members["west"]
    pay(west, 1_500)
    laws.settle(fleet)
    assert west.station.journal.verify() == 6
    assert proven_links(fleet) == 5


@ON_BOTH
def test_a_body_that_was_rewritten_instead_breaks_both(fleet: Fleet, west: Member) -> None:
    at_station(west, "UPDATE command SET body = x'80' WHERE seq = 4")
    at_central(fleet, f"UPDATE command SET body = {_other(fleet)} WHERE seq = 4")
    with pytest.raises(StoreDamaged, match="journal_chain_broken"):
        west.station.journal.verify()
    with pytest.raises(Refused, match="backup_chain_broken"):
        proven_links(fleet)


def test_the_body_of_a_link_of_version_1_cannot_be_forgotten(fleet: Fleet, west: Member) -> None:
    at_station(west, "UPDATE command SET body = x'' WHERE seq = 2")
    with pytest.raises(StoreDamaged, match="journal_chain_broken"):
        west.station.journal.verify()


def _other(fleet: Fleet) -> str:
    on_server = fleet.central.store.database.dialect == "postgresql"
    return r"'\x80'::bytea" if on_server else "x'80'"
