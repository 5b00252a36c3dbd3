"""The agency and the administrator are told of a station whose clock is minutes off."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.central.stations.clocks import tell_of_clock
from desktop.errors import NotAllowed
from desktop.rules.station_kind import StationKind
from desktop.security.device_key import check_assertion, client_assertion, public_key
from desktop.services.warnings import unsettled
from tests.unit.services.said import PRIVATE, SmallLandlord, device_of

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
COUNTER = device_of(StationKind.COUNTER)


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[SmallLandlord]:
    made = SmallLandlord(tmp_path / "central")
    yield made
    made.store.database.close()


def proves(landlord: SmallLandlord, station_says: datetime, now: datetime = NOW) -> None:
    """The station shows who it is, by its own clock; central tells what its refusal means."""
    assertion = client_assertion(PRIVATE, COUNTER.id, "guichet-central", station_says)
    try:
        check_assertion(assertion, public_key(PRIVATE), COUNTER.id, "guichet-central", now)
    except NotAllowed as refusal:
        tell_of_clock(landlord.store, COUNTER, refusal, now)


def told(landlord: SmallLandlord) -> list[tuple[str, str]]:
    with landlord.store.database.read() as session:
        return [(each.code, each.station) for each in unsettled(session)]


@pytest.mark.parametrize("off", [timedelta(minutes=5), timedelta(minutes=-5), timedelta(days=72 * 365)])
def test_a_clock_that_is_off_is_a_warning_of_that_station(landlord: SmallLandlord, off: timedelta) -> None:
    proves(landlord, NOW + off)
    proves(landlord, NOW + off)
    assert told(landlord) == [("clock_wrong", COUNTER.code)]
    proves(landlord, NOW + off, NOW + timedelta(days=1))
    assert len(told(landlord)) == 2, "the next day it is told again"


@pytest.mark.parametrize("off", [timedelta(seconds=30), timedelta(seconds=-30)])
def test_a_clock_that_is_about_right_is_told_to_nobody(landlord: SmallLandlord, off: timedelta) -> None:
    proves(landlord, NOW + off)
    assert told(landlord) == []


def test_a_proof_that_is_refused_for_another_reason_says_nothing_of_a_clock(landlord: SmallLandlord) -> None:
    tell_of_clock(landlord.store, COUNTER, NotAllowed("assertion_forged"), NOW)
    assert told(landlord) == []
