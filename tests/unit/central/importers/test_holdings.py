"""The import opens a holding for whoever a contract names, and closes it when it names them no more."""

from datetime import timedelta

from tests.unit.central.importers.night import NOW, ON_BOTH_AT_LENGTH, Night, report_of
from tests.unit.central.importers.test_moves import CONTRACTS, DWELLINGS, a_lease

TONIGHT = NOW.date().isoformat()
LATER = NOW + timedelta(days=40)


def holdings(night: Night, lease: dict[str, str]) -> list[tuple[str, str, str, str | None]]:
    """Person, rank, since, until of a lease's holdings, in the order in which they began."""
    return night.query(  # type: ignore[return-value]
        "SELECT person_id, rank, since, until FROM holding WHERE lease_id = ? ORDER BY since, rank DESC, id",
        lease["lease"],
    )


def as_first_heard(night: Night, lease: dict[str, str]) -> list[tuple[str, str, str, str | None]]:
    starts_on = night.one("SELECT starts_on FROM lease WHERE id = ?", lease["lease"])
    return [
        (lease["holder"], "holder", starts_on, None),
        (lease["co_holder"], "co_holder", starts_on, None),
    ]


def test_whoever_a_lease_names_at_first_has_held_it_from_its_first_day(any_night: Night) -> None:
    lease = a_lease(any_night)
    assert holdings(any_night, lease) == as_first_heard(any_night, lease)
    named = "SELECT count(holder_id) + count(co_holder_id) FROM lease"
    assert any_night.one("SELECT count(*) FROM holding") == any_night.one(named)


def test_another_co_holder_closes_one_holding_and_opens_another(any_night: Night) -> None:
    lease = a_lease(any_night)
    (holder, co_holder) = as_first_heard(any_night, lease)
    stranger = any_night.one("SELECT min(id) FROM tenant WHERE id NOT IN (?, ?)", holder[0], co_holder[0])
    earlier = any_night.versions()[lease["old"]]
    any_night.set(CONTRACTS, int(lease["line"]), "code_colocataire", stranger)
    assert any_night.run().rejections == ()
    told = [holder, (*co_holder[:3], TONIGHT), (stranger, "co_holder", TONIGHT, None)]
    assert holdings(any_night, lease) == told
    news = "SELECT count(*) FROM holding WHERE lease_id = ? AND ver > ?"
    assert any_night.one(news, lease["lease"], earlier) == 2
    before = any_night.picture()
    any_night.run(now=LATER)
    assert any_night.picture() == before


@ON_BOTH_AT_LENGTH
def test_a_line_that_changes_something_else_leaves_the_holdings_alone(any_night: Night) -> None:
    lease = a_lease(any_night)
    any_night.set(CONTRACTS, int(lease["line"]), "loyer_hc", "321,09")
    before = any_night.picture()["holding"]
    assert report_of(any_night.run(now=LATER), CONTRACTS).changed == 1
    assert any_night.picture()["holding"] == before


@ON_BOTH_AT_LENGTH
def test_a_co_holder_who_becomes_the_holder_has_two_holdings(any_night: Night) -> None:
    lease = a_lease(any_night)
    (holder, co_holder) = as_first_heard(any_night, lease)
    any_night.set(CONTRACTS, int(lease["line"]), "code_locataire", lease["co_holder"])
    any_night.set(CONTRACTS, int(lease["line"]), "code_colocataire", "")
    any_night.run()
    told = [(*holder[:3], TONIGHT), (*co_holder[:3], TONIGHT), (lease["co_holder"], "holder", TONIGHT, None)]
    assert holdings(any_night, lease) == told


@ON_BOTH_AT_LENGTH
def test_who_comes_back_another_night_has_another_holding_and_the_same_night_the_same(
    any_night: Night,
) -> None:
    lease = a_lease(any_night)
    (holder, co_holder) = as_first_heard(any_night, lease)
    line, back = int(lease["line"]), LATER.date().isoformat()
    any_night.set(CONTRACTS, line, "code_colocataire", "")
    any_night.run()
    gone = [holder, (*co_holder[:3], TONIGHT)]
    assert holdings(any_night, lease) == gone
    returned = [*gone, (co_holder[0], "co_holder", back, None)]
    for name, told in (
        (lease["co_holder"], returned),
        ("", [*gone, (co_holder[0], "co_holder", back, back)]),
        (lease["co_holder"], returned),
    ):
        any_night.set(CONTRACTS, line, "code_colocataire", name)
        any_night.run(now=LATER)
        assert holdings(any_night, lease) == told


def test_a_lease_that_ends_closes_no_holding(second_night: Night) -> None:
    lease = a_lease(second_night)
    second_night.set(CONTRACTS, int(lease["line"]), "date_fin", "31/10/2026")
    second_night.run()
    assert holdings(second_night, lease) == as_first_heard(second_night, lease)


def test_a_lease_that_moves_and_changes_its_holder_in_one_night_takes_its_holdings_along(
    any_night: Night,
) -> None:
    lease = a_lease(any_night)
    stranger = any_night.one(
        "SELECT min(id) FROM tenant WHERE id NOT IN (?, ?)", lease["holder"], lease["co_holder"]
    )
    any_night.set(DWELLINGS, int(lease["place"]), "CODE_AGENCE", lease["new"])
    any_night.set(CONTRACTS, int(lease["line"]), "code_locataire", stranger)
    assert any_night.run().rejections == ()
    scopes = "SELECT scope, count(*) FROM holding WHERE lease_id = ? GROUP BY scope"
    assert any_night.query(scopes, lease["lease"]) == [(lease["new"], 3)]
