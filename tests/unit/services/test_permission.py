"""Every command of the catalogue, said by everybody from everywhere, ends at central as the design says."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.protocol.messages import Result
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services import catalogue
from desktop.services.about import no_lease
from desktop.services.catalogue import BY_KIND, ENTRIES
from desktop.services.command import Status
from desktop.services.entry import Entry, Money, Who
from desktop.services.payments.card_charges import SettleCharge
from desktop.services.permission import ELSEWHERE
from tests.unit.services.examples import EXAMPLES
from tests.unit.services.said import PLACES, STATIONS, SmallLandlord, id_of

REFUSED, PARKED, DONE = Status.REJECTED, Status.DEFERRED, Status.APPLIED
WARNED = Status.APPLIED_WITH_WARNING
KIOSK, COUNTER = StationKind.KIOSK, StationKind.COUNTER

TENANT, NEIGHBOUR, DEVICE = "tenant of the lease", "tenant of another lease", "the device"
NOBODIES = (
    "staff:nobody",
    "staff:closed",
    "staff:elsewhere",
    "staff:",
    "device:another",
    "third_party:L000001",
    "central:clock",
    "administrator:Denise",
    "nadia",
    "",
)
"""Actors who may do nothing, as a station wrote them: gone, of another agency, never there, or nonsense."""

AGAINST_ACTORS = {
    "staff_unknown",
    "staff_of_another_agency",
    "role_missing",
    "staff_only",
    "actor_not_allowed",
    "account_missing",
    "not_your_lease",
    "not_this_device",
}
"""What may stand against who acts."""

EVERYBODY = (TENANT, NEIGHBOUR, DEVICE, *(f"staff:{role}" for role in Role), *NOBODIES)

MANAGER, AGENT = f"staff:{Role.AGENCY_MANAGER}", f"staff:{Role.FRONT_DESK_AGENT}"

DRAWER = {"payment.take", "charge.start", "charge.settle"}
"""What tells of money that a station took in."""

MONEY = DRAWER | {"charge.resolve"}
AT_TERMINAL = {"charge.start", "charge.settle"}


@pytest.fixture(scope="module")
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallLandlord]:
    """One central for all: what a case leaves there, no other case looks at."""
    made = SmallLandlord(tmp_path_factory.mktemp("permission") / "central")
    yield made
    made.store.database.close()


def may(entry: Entry, who: str, place: str) -> bool:
    """Whether the command's own words let this person do it."""
    if who.startswith("staff:"):
        return who.removeprefix("staff:") in entry.by
    if who == TENANT:
        return Who.TENANT in entry.by and place in ("here", "moved away")
    if who == NEIGHBOUR:
        return Who.TENANT in entry.by and entry.about is no_lease
    return who == DEVICE and Who.DEVICE in entry.by


def wanted(entry: Entry, station: StationKind, who: str, place: str) -> Status:
    """The design's rules (§1c), in their words."""
    elsewhere = place in ("moved away", "never here") and entry.about is not no_lease
    allowed = may(entry, who, place)
    # From a kiosk, staff commands are refused, always.
    if station is KIOSK and (who.startswith("staff:") or KIOSK not in entry.stations):
        return REFUSED
    if station not in entry.stations:
        return REFUSED
    # Money from a counter is never refused for who took it; a tenant's charge without account waits.
    if not allowed and not (station is COUNTER and entry.kind in DRAWER):
        waits = who == TENANT and entry.kind in AT_TERMINAL
        return PARKED if waits else REFUSED
    # A lease of another agency that never moved here: money waits, all else is refused.
    if elsewhere and place == "never here":
        return PARKED if entry.kind in MONEY else REFUSED
    if elsewhere and not entry.follows_its_lease:
        return REFUSED
    return DONE if allowed else WARNED


def actor(who: str, lease_id: str, neighbour_id: str, station: StationKind) -> str:
    """As a station writes it."""
    written = {TENANT: f"tenant:{lease_id}", NEIGHBOUR: f"tenant:{neighbour_id}"}
    return written.get(who, f"device:{id_of(station)}" if who == DEVICE else who)


def ends(landlord: SmallLandlord, entry: Entry, station: StationKind) -> dict[tuple[str, str], Result]:
    """How central ends the command, by who says it and where its lease is."""
    neighbour = landlord.lease("here")
    leases = {place: landlord.lease(place) for place in PLACES}
    cases = [(who, place) for place in PLACES for who in EVERYBODY]
    commands = landlord.prepared(entry, [leases[place] for _, place in cases], station)
    said = [
        (command, actor(who, leases[place].id, neighbour.id, station))
        for command, (who, place) in zip(commands, cases, strict=True)
    ]
    return dict(zip(cases, landlord.hears(entry, said, station), strict=True))


def ended(result: Result) -> Status:
    """Its status; what a service remarks by itself (a doubt, a lease that moved) is no warning here."""
    status = Status(result.status)
    return DONE if status is WARNED and result.code not in AGAINST_ACTORS else status


@pytest.mark.parametrize("station", STATIONS)
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind)
def test_every_command_ends_as_the_design_says(
    landlord: SmallLandlord, entry: Entry, station: StationKind
) -> None:
    assert entry.kind in EXAMPLES, f"give {entry.kind} an example in a file of tests/unit/services/examples"
    wrong = {
        case: f"{ended(result).name} ({result.code}) instead of {expected.name}"
        for case, result in ends(landlord, entry, station).items()
        if ended(result) is not (expected := wanted(entry, station, *case))
    }
    assert wrong == {}


Pinned = tuple[str, StationKind, str, str, Status, str | None]

PINNED: list[Pinned] = [
    ("payment.take", KIOSK, AGENT, "here", REFUSED, "counter_only"),
    ("payment.take", KIOSK, TENANT, "here", REFUSED, "counter_only"),
    ("payment.take", COUNTER, AGENT, "here", DONE, None),
    ("payment.take", COUNTER, f"staff:{Role.DATA_PROTECTION}", "here", WARNED, "role_missing"),
    ("payment.take", COUNTER, "staff:nobody", "here", WARNED, "staff_unknown"),
    ("payment.take", COUNTER, "staff:closed", "here", WARNED, "staff_unknown"),
    ("payment.take", COUNTER, "staff:elsewhere", "here", WARNED, "staff_of_another_agency"),
    ("payment.take", COUNTER, "", "here", WARNED, "staff_only"),
    ("payment.take", COUNTER, TENANT, "here", WARNED, "staff_only"),
    (
        "payment.take",
        COUNTER,
        MANAGER,
        "moved away",
        WARNED,
        "lease_of_another_agency",
    ),
    (
        "payment.take",
        COUNTER,
        MANAGER,
        "never here",
        PARKED,
        "lease_of_another_agency",
    ),
    ("payment.take", COUNTER, "staff:nobody", "never here", PARKED, ELSEWHERE),
    ("charge.start", KIOSK, TENANT, "here", DONE, None),
    ("charge.start", KIOSK, TENANT, "here without account", PARKED, "account_missing"),
    ("charge.start", KIOSK, TENANT, "moved away", WARNED, ELSEWHERE),
    ("charge.start", KIOSK, TENANT, "never here", PARKED, "account_missing"),
    ("charge.start", KIOSK, NEIGHBOUR, "here", REFUSED, "not_your_lease"),
    ("charge.start", KIOSK, DEVICE, "here", REFUSED, "actor_not_allowed"),
    ("charge.start", COUNTER, "staff:nobody", "here", WARNED, "staff_unknown"),
    ("charge.settle", KIOSK, DEVICE, "here", DONE, None),
    ("charge.settle", KIOSK, "device:another", "here", REFUSED, "not_this_device"),
    ("charge.settle", KIOSK, TENANT, "moved away", DONE, None),
    ("charge.settle", KIOSK, DEVICE, "never here", PARKED, ELSEWHERE),
    ("charge.settle", COUNTER, "staff:nobody", "here", WARNED, "staff_unknown"),
    ("charge.resolve", COUNTER, f"staff:{Role.ADMINISTRATOR}", "here", REFUSED, "role_missing"),
    ("charge.resolve", COUNTER, "staff:nobody", "here", REFUSED, "staff_unknown"),
    (
        "charge.resolve",
        COUNTER,
        MANAGER,
        "never here",
        PARKED,
        "lease_of_another_agency",
    ),
    ("request.answer", COUNTER, "staff:nobody", "here", REFUSED, "staff_unknown"),
    ("request.open", KIOSK, TENANT, "here without account", REFUSED, "account_missing"),
]
"""What must never change by mistake, word for word."""


@pytest.mark.parametrize("pinned", PINNED, ids=str)
def test_what_becomes_of_money_is_pinned(landlord: SmallLandlord, pinned: Pinned) -> None:
    kind, station, who, place, status, code = pinned
    lease, neighbour = landlord.lease(place), landlord.lease("here")
    (command,) = landlord.prepared(BY_KIND[kind], [lease], station)
    by = actor(who, lease.id, neighbour.id, station)
    (result,) = landlord.hears(BY_KIND[kind], [(command, by)], station)
    assert (result.status, result.code) == (status, code)


def test_no_role_in_a_row_makes_a_member_of_staff_a_tenant_or_a_device(landlord: SmallLandlord) -> None:
    (command,) = landlord.prepared(BY_KIND["charge.settle"], [landlord.lease("here")], COUNTER)
    (result,) = landlord.hears(BY_KIND["charge.settle"], [(command, "staff:device")], COUNTER)
    assert (result.status, result.code) == (WARNED, "role_missing")


def test_payments_said_together_end_like_payments_said_alone(landlord: SmallLandlord) -> None:
    entry, neighbour = BY_KIND["payment.take"], landlord.lease("here")
    for place in PLACES:
        lease = landlord.lease(place)
        commands = landlord.prepared(entry, [lease] * len(EVERYBODY), COUNTER)
        actors = [actor(who, lease.id, neighbour.id, COUNTER) for who in EVERYBODY]
        said = list(zip(commands, actors, strict=True))
        together = landlord.hears(entry, said, COUNTER)
        alone = [landlord.hears(entry, [each], COUNTER)[0] for each in said]
        assert [(e.status, e.code) for e in together] == [(e.status, e.code) for e in alone]


def test_what_a_terminal_said_of_a_charge_that_waits_waits_with_it(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    said = SettleCharge(charge_id="nothing", outcome="approved")
    (result,) = landlord.hears(BY_KIND["charge.settle"], [(said, f"tenant:{lease.id}")], KIOSK)
    assert (result.status, result.code) == (PARKED, "subject_unknown")


def test_nobody_speaks_of_what_another_station_charged(landlord: SmallLandlord) -> None:
    lease, entry = landlord.lease("here"), BY_KIND["charge.settle"]
    commands = landlord.prepared(entry, [lease], COUNTER)
    (result,) = landlord.hears(entry, [(commands[0], f"tenant:{lease.id}")], KIOSK)
    assert (result.status, result.code) == (REFUSED, "not_this_device")


@pytest.mark.parametrize("kind", sorted(MONEY))
def test_money_on_a_moved_lease_is_booked_because_its_command_says_that_it_follows(
    landlord: SmallLandlord, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    lease, by = landlord.lease("moved away"), MANAGER

    def status() -> int:
        commands = landlord.prepared(BY_KIND[kind], [lease], COUNTER)
        return landlord.hears(BY_KIND[kind], [(commands[0], by)], COUNTER)[0].status

    assert status() in (DONE, WARNED)
    forgetful = replace(BY_KIND[kind], follows_its_lease=False)
    monkeypatch.setitem(catalogue.BY_KIND, kind, forgetful)
    monkeypatch.setitem(catalogue.CATALOGUE, forgetful.command, forgetful)
    assert status() == REFUSED


def test_each_money_command_says_what_moves_with_it() -> None:
    assert {entry.kind: entry.money for entry in ENTRIES if entry.money is not Money.NONE} == {
        "payment.take": Money.TAKEN,
        "charge.start": Money.TAKEN,
        "charge.settle": Money.MOVED,
        "charge.resolve": Money.DECIDED,
    }
    ends = {"charge.settle", "charge.resolve", "paper.printed"}
    assert {entry.kind for entry in ENTRIES if entry.last_bytes} == ends
    assert {entry.kind for entry in ENTRIES if entry.follows_its_lease} >= MONEY


def test_no_command_lets_staff_speak_from_kiosks_alone() -> None:
    assert [e.kind for e in ENTRIES if not e.by.isdisjoint(Role) and COUNTER not in e.stations] == []
