"""A bad night says so to whoever started it, and does not make old accounts look new."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from desktop.central.importers.report import NightStatus
from desktop.services.ledger.freshness import OLD_AFTER, old_since
from tests.unit.central.importers.night import NOW, Night

LEDGER = "ecritures.csv"
LATER = NOW + timedelta(days=29)


def accounts_of(night: Night) -> datetime | None:
    """Of which night a station would say, in a time far off, that the accounts are."""
    with night.database.read() as session:
        return old_since(session, NOW + timedelta(days=999))


def lost(night: Night) -> None:
    (night.folder / LEDGER).unlink()


def cut(night: Night) -> None:
    path = night.folder / LEDGER
    path.write_bytes(path.read_bytes()[:-20])


def rubbish(night: Night) -> None:
    lines = night.lines(LEDGER)
    night.write(LEDGER, [*lines[:2], *(line + ";x" for line in lines[2:])])


def untouched(_night: Night) -> None:
    """The same export again: the ERP's export stands still."""


@pytest.mark.parametrize(
    ("spoil", "status"),
    [
        (untouched, NightStatus.GOOD),
        (lost, NightStatus.FILE_LOST),
        (cut, NightStatus.FILE_LOST),
        (rubbish, NightStatus.FILE_LOST),
    ],
)
def test_accounts_stay_of_the_night_that_was_read(
    second_night: Night, spoil: Callable[[Night], None], status: NightStatus
) -> None:
    spoil(second_night)
    assert second_night.run(now=LATER).status == status
    assert accounts_of(second_night) == NOW


def test_a_night_that_brings_something_new_makes_them_its_own(second_night: Night) -> None:
    second_night.set(LEDGER, 4, "libelle", "Une autre ligne")
    assert second_night.run(now=LATER).status == NightStatus.GOOD
    assert accounts_of(second_night) == LATER


def test_one_lost_line_is_not_a_good_night(second_night: Night) -> None:
    second_night.set(LEDGER, 4, "debit", "douze")
    assert second_night.run().status == NightStatus.LINES_LOST


def test_a_weekend_is_not_old(second_night: Night) -> None:
    with second_night.database.read() as session:
        assert old_since(session, NOW + OLD_AFTER) is None
        assert old_since(session, NOW + OLD_AFTER + timedelta(seconds=1)) == NOW
