"""A claim is judged as of when it was done, and one of the past counts for a while only."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.catalogue import BY_KIND
from desktop.services.command import Status
from desktop.services.permission import ELSEWHERE
from tests.unit.services.rows import NOW
from tests.unit.services.said import THERE, SmallLandlord

REFUSED, PARKED, DONE = Status.REJECTED, Status.DEFERRED, Status.APPLIED
WARNED = Status.APPLIED_WITH_WARNING
KIOSK, COUNTER = StationKind.KIOSK, StationKind.COUNTER


@pytest.fixture(scope="module")
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallLandlord]:
    made = SmallLandlord(tmp_path_factory.mktemp("memory") / "central")
    yield made
    made.store.database.close()


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
Past = tuple[str, timedelta, timedelta, Status, str | None]
PAST: list[Past] = [
    ("leaves", -HOUR, HOUR, DONE, None),
    ("leaves", -HOUR, 6 * DAY, DONE, None),
    ("leaves", -HOUR, 8 * DAY, WARNED, "staff_unknown"),
    ("leaves", HOUR, 2 * HOUR, WARNED, "staff_unknown"),
    ("goes", -HOUR, HOUR, DONE, None),
    ("goes", HOUR, 2 * HOUR, WARNED, "staff_of_another_agency"),
    ("rises", -DAY, DAY, DONE, None),
    ("rises", HOUR, DAY, DONE, None),
]
"""Who, when it was done and when it was heard, from the moment on at which they left, went away or rose."""


@pytest.mark.parametrize("past", PAST, ids=str)
def test_staff_are_judged_by_what_they_were_when_they_acted(landlord: SmallLandlord, past: Past) -> None:
    who, done, heard, status, code = past
    landlord.becomes("leaves", NOW, active=False)
    landlord.becomes("goes", NOW, agency_id=THERE)
    landlord.becomes("rises", NOW, role=Role.AGENCY_MANAGER)
    entry = BY_KIND["payment.take"]
    (command,) = landlord.prepared(entry, [landlord.lease("here")], COUNTER)
    said = [(command, f"staff:{who}")]
    (result,) = landlord.hears(entry, said, COUNTER, done_at=NOW + done, heard_at=NOW + heard)
    assert (result.status, result.code) == (status, code)


def test_who_changes_their_role_is_judged_by_the_one_of_then(landlord: SmallLandlord) -> None:
    landlord.becomes("changes", NOW, role=Role.DATA_PROTECTION)
    entry = BY_KIND["insurance.see"]
    ends = []
    for done in (-HOUR, HOUR, -timedelta(minutes=5)):
        (command,) = landlord.prepared(entry, [landlord.lease("here")], COUNTER)
        said = [(command, "staff:changes")]
        (result,) = landlord.hears(entry, said, COUNTER, done_at=NOW + done, heard_at=NOW + HOUR)
        ends.append(Status(result.status))
    assert ends == [DONE, REFUSED, DONE]


def test_a_station_may_speak_for_a_while_of_a_lease_that_left_its_agency(landlord: SmallLandlord) -> None:
    entry, ends = BY_KIND["charge.start"], []
    for since_then in (HOUR, 6 * DAY, 8 * DAY, 3000 * DAY):
        lease = landlord.lease("moved away")
        landlord.left(lease, NOW)
        (command,) = landlord.prepared(entry, [lease], KIOSK)
        said = [(command, f"tenant:{lease.id}")]
        (result,) = landlord.hears(entry, said, KIOSK, done_at=NOW, heard_at=NOW + since_then)
        ends.append((Status(result.status), result.code))
    assert ends == [(WARNED, ELSEWHERE), (WARNED, ELSEWHERE), *[(PARKED, "account_missing")] * 2]
