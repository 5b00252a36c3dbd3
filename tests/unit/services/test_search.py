"""Finding a lease as one types."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.dwelling import Dwelling
from desktop.models.lease import Lease
from desktop.models.tenant import Tenant
from desktop.services.leases import search
from desktop.services.leases.search import leases_behind
from tests.unit.services.conftest import Place
from tests.unit.services.rows import dwelling, entry, lease, tenant


def _homes() -> tuple[Dwelling, ...]:
    return (
        dwelling("a"),
        dwelling(
            "b",
            street_number="62",
            street_type="rue",
            street_name="de l’Égalité",
            postal_code="62232",
            city="Annezin",
        ),
        dwelling(
            "c",
            street_number="3",
            street_type="rue",
            street_name="Diane d'Arras",
            postal_code="62000",
            city="Arras",
        ),
    )


@pytest.fixture
def desk(bare_station: Place) -> Place:
    """Three leases: Diane El Amrani, François and Inès Sœur, and Zoé Martin in rue Diane."""
    bare_station.add(
        tenant("1"),
        tenant(
            "2", last_name="SŒUR", first_name="François", usage_name="", mobile_phone="+33 (0)7 77 43 73 29"
        ),
        tenant(
            "3",
            last_name="LE GOFF",
            first_name="Inès",
            usage_name="",
            mobile_phone="",
            home_phone="03.21.88.66.54",
        ),
        tenant("4", last_name="MARTIN", first_name="Zoé", usage_name="", mobile_phone="0033612345678"),
        *_homes(),
        lease("17580000012", holder_id="1", dwelling_id="a"),
        lease("10350000028", holder_id="2", co_holder_id="3", dwelling_id="b", ends_on=date(2026, 12, 31)),
        lease("20000000003", holder_id="4", dwelling_id="c"),
        entry(1, "2026-11-01", "LOYER", 500_00, "10350000028"),
        entry(2, "2026-11-05", "REGLT", -120_00, "10350000028"),
    )
    with bare_station.database.write() as session:
        search.create(session)
        search.rebuild(session)
    return bare_station


DIANE, SOEUR, MARTIN = "17580000012", "10350000028", "20000000003"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("el am", [DIANE]),
        ("AMRANI diane", [DIANE]),
        ("bruneau", [DIANE]),
        ("francois", [SOEUR]),
        ("FRANÇOIS", [SOEUR]),
        ("Franc\u0327ois", [SOEUR]),
        ("soeur", [SOEUR]),
        ("sœur", [SOEUR]),
        ("goff ines", [SOEUR]),
        ("diane", [DIANE, MARTIN]),
        ("zoe", [MARTIN]),
        ("175800", [DIANE]),
        ("1758 0000 012", [DIANE]),
        ("n° 17580000012", [DIANE]),
        ("06 98 88", [DIANE]),
        ("0698884534", [DIANE]),
        ("+33 6 98 88", [DIANE]),
        ("0033698", [DIANE]),
        ("33 6 98 88 45 34", [DIANE]),
        ("07.77.43", [SOEUR]),
        ("03 21 88", [SOEUR]),
        ("+33 (0)6 12 34", [MARTIN]),
        ("egalite", [SOEUR]),
        ("62 rue de l'egalite annezin", [SOEUR]),
        ("62232", [SOEUR]),
        ("d'arras", [MARTIN]),
        ("martin 62000", [MARTIN]),
        ("martin 62232", []),
        ("", []),
        ("  \u00a0", []),
        ("°-'\"*()", []),
        ("rani", []),
    ],
)
def test_people_are_found_as_they_are_typed(desk: Place, typed: str, found: list[str]) -> None:
    assert [each.lease_id for each in desk.ask(search.search, typed)] == found


def test_a_line_of_the_list_says_who_where_and_how_much(desk: Place) -> None:
    (line,) = desk.ask(search.search, "soeur")
    assert line.names == ("SŒUR François", "LE GOFF Inès")
    assert line.address == "62 rue de l’Égalité, 62232 Annezin"
    assert line.phone == "+33 (0)7 77 43 73 29"
    assert line.balance_cents == 380_00
    assert line.ends_on == date(2026, 12, 31)


def test_the_list_stops_at_its_limit_and_keeps_the_order_of_names(desk: Place) -> None:
    names = [each.names[0] for each in desk.ask(search.search, "62")]
    assert names == ["EL AMRANI Diane", "MARTIN Zoé", "SŒUR François"]
    assert len(desk.ask(search.search, "6", limit=2)) == 2


def test_a_lease_is_found_under_its_new_words_and_no_longer_under_the_old(desk: Place) -> None:
    with desk.database.write() as session:
        holder = session.get(Tenant, ("1", "AG01"))
        home = session.get(Dwelling, "b")
        assert holder is not None
        assert home is not None
        holder.usage_name = "NOUVEAU"
        home.street_name = "Pasteur"
        touched = leases_behind(session, "tenant", ["1"]) | leases_behind(session, "dwelling", ["b"])
        search.reindex(session, touched)
    found = {
        typed: [each.lease_id for each in desk.ask(search.search, typed)]
        for typed in ("nouveau", "amrani", "pasteur", "egalite")
    }
    assert found == {"nouveau": [DIANE], "amrani": [], "pasteur": [SOEUR], "egalite": []}


def test_a_lease_that_is_gone_is_not_found_and_a_new_one_is(desk: Place) -> None:
    with desk.database.write() as session:
        session.delete(session.get(Lease, DIANE))
        session.add(lease("30000000004", holder_id="4", dwelling_id="a"))
        search.reindex(session, [DIANE, "30000000004", "never there"])
    assert desk.ask(search.search, "amrani") == []
    assert [each.lease_id for each in desk.ask(search.search, "dunes")] == ["30000000004"]


def test_the_leases_behind_a_row_are_those_that_show_it(desk: Place) -> None:
    def behind(table: str, row: str) -> set[str]:
        return set(desk.ask(leases_behind, table, [row]))

    assert behind("tenant", "3") == {SOEUR}
    assert behind("dwelling", "c") == {MARTIN}
    assert behind("lease", DIANE) == {DIANE}
    assert behind("ledger_entry", "E000000001") == set()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=30))
def test_nothing_one_can_type_breaks_the_search(desk: Place, typed: str) -> None:
    assert len(desk.ask(search.search, typed)) <= 3
