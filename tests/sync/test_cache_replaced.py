"""The cache is damaged, distrusted or replaced: screens read on, and nothing is left behind."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from desktop.errors import Offline, StoreDamaged
from tests.sync import laws
from tests.sync.fleet import Fleet
from tests.sync.visits import a_lease, balance, take_cash


def test_a_cache_that_rots_while_in_use_is_fetched_anew(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = fleet.members["west"].station
    lease = a_lease(west)
    take_cash(west, lease, 1_000)
    owed = balance(west, lease)

    def rotten(_session: object) -> None:
        raise OperationalError("SELECT", {}, Exception("database disk image is malformed"))

    with pytest.raises(StoreDamaged):
        west.ask(rotten)
    before = west.replica.current.path
    west.exchange()
    assert west.replica.current.path != before
    assert balance(west, lease) == owed
    laws.check_end(fleet)


def test_a_screen_may_read_while_the_cache_is_replaced(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    old = west.replica.current
    west.replica.distrust()
    with old.database.read() as session:
        session.execute(text("SELECT count(*) FROM lease")).scalar_one()
        west.exchange()
        assert session.execute(text("SELECT count(*) FROM lease")).scalar_one()
    with old.database.read() as session:
        assert session.execute(text("SELECT count(*) FROM lease")).scalar_one(), "even a latecomer"
    west.replica.distrust()
    west.exchange()
    assert not old.path.exists()


def test_a_snapshot_that_goes_while_it_is_fetched_is_asked_for_again(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    whole, left = west.link.transport.get, [2]

    def get(path: str, headers: dict[str, str] | None = None) -> bytes:
        if "/snapshot/" in path and left[0]:
            left[0] -= 1
            for file in (fleet.central.store.snapshots).rglob("*"):
                if file.is_file():
                    file.unlink()
            (fleet.central.store.snapshots / Path(path).parts[-2]).rename(fleet.folder / f"gone-{left[0]}")
        return whole(path, headers)

    west.link.transport.get = get  # type: ignore[method-assign]
    west.replica.distrust()
    west.exchange()
    laws.check_end(fleet)
    assert len([*fleet.members["west"].folder.glob("cache-*.db")]) <= 2


def test_a_bootstrap_that_breaks_off_leaves_no_file_behind(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    whole = west.link.transport.get
    west.link.transport.get = (
        lambda path, headers=None: (  # type: ignore[method-assign]
            whole(path, headers)[:-5] if "/snapshot/" in path else whole(path, headers)
        )
    )
    west.replica.distrust()
    with pytest.raises(Offline):
        west.exchange()
    assert [file.name for file in fleet.members["west"].folder.glob("cache-*.db")] == [
        west.replica.current.path.name
    ]
    assert a_lease(west)
