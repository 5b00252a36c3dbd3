"""What a person types finds what a person reads."""

from collections.abc import Callable

import pytest
from sqlalchemy import text as sql

from desktop.models.dwelling import Dwelling
from desktop.models.tenant import Tenant
from desktop.services.leases import search
from tests.unit.services.conftest import Place
from tests.unit.services.rows import dwelling, lease, tenant

THERE = "00350000028"
NAMES = [
    ("LEBŒUF", "leboeuf"),
    ("LEBŒUF", "Lebœuf"),
    ("LEBOEUF", "lebœuf"),
    ("WAŁĘSA", "walesa"),
    ("SØRENSEN", "sorensen"),
    ("Ðorðević", "dordevic"),
    ("ĐORĐEVIĆ", "dordevic"),
    ("Þórsson", "thorsson"),
    ("IŞIK", "isik"),
    ("I\u015f\u0131k", "isik"),
    ("İNAN", "inan"),
    ("WEIß", "weiss"),
    ("WEISS", "weiß"),
    ("CÆSAR", "caesar"),
    ("ﬁlippi", "filippi"),
    ("HÉLÈNE", "he\u0301le\u0300ne"),
    ("He\u0301le\u0300ne", "hélène"),
    ("D'HONDT", "dhondt"),
    ("D’HONDT", "d'hondt"),
    ("D HONDT", "d`hondt"),
    ("DHONDT", "d'hondt"),
    ("DHONDT", "d hondt"),
    ("LE GOFF", "legoff"),
    ("LEGOFF", "le goff"),
    ("LE GOFF", "le gof"),
    ("VAN DEN BERGHE", "vandenberghe"),
    ("VAN DEN BERGHE", "van denberghe"),
    ("VANDEN BERGHE", "van den berghe"),
    ("DE LA TOUR", "latour"),
    ("N'DIAYE", "ndiaye"),
    ("NDIAYE", "n'diaye"),
    ("N’DIAYE", "n diaye"),
    ("MAC ADAM", "macadam"),
    ("O'NEILL", "oneill"),
    ("SAINT-MARTIN", "st martin"),
    ("SAINT-MARTIN", "saintmartin"),
    ("ST MARTIN", "saint martin"),
    ("STE CROIX", "sainte-croix"),
    ("DUPONT-MOREL", "dupont morel"),
    ("DUPONT\u2010MOREL", "morel dupont"),
    ("DUPONT–MOREL", "dupontmorel"),
    ("DU\u00adPONT", "dupont"),
    ("DUPONT", "du\u00adpont"),
    ("DUPONT", " dupont\u200b "),
    ("EL\u00a0AMRANI", "el amrani"),
    ("ELAMRANI", "el amrani"),
    ("BEN\u202fALI", "benali"),
    ("Παπαδόπουλος", "παπαδοπουλος"),
    ("Иванов", "иванов"),
    ("محمد", "محمد"),
]
PHONES = [
    ("06 98 88 45 34", "698884534"),
    ("06 98 88 45 34", "6 98 88 45"),
    ("06 98 88 45 34", "+33698884534"),
    ("06 98 88 45 34", "+33 6 98 88 45 34"),
    ("06 98 88 45 34", "+33 (0)6 98 88"),
    ("06 98 88 45 34", "+33 06 98 88"),
    ("06 98 88 45 34", "0033 6 98 88 45 34"),
    ("06 98 88 45 34", "33698884534"),
    ("06.98.88.45.34", "06-98-88-45-34"),
    ("+33 (0)6 98 88 45 34", "0698884534"),
    ("0033698884534", "06 98 88 45 34"),
    ("+33698884534", "698884534"),
    ("+32 475 12 34 56", "+32475123456"),
    ("+32 475 12 34 56", "0032 475 12 34 56"),
    ("+32 475 12 34 56", "32475123456"),
    ("0032 475 12 34 56", "+32 475 12"),
    ("+32 475 12 34 56", "0032475"),
]
NUMBERS = [
    THERE,
    "003 5000 0028",
    "003.5000.0028",
    "003/5000/0028",
    "003-5000-0028",
    "350000028",
    "n° 00350000028",
    "RF18003500000028"[:4] + THERE,
    "RF18 0035 0000 028",
    "rf18 0035",
]
ADDRESSES = [
    ("12 bis", "rue", "de l’Église", "12bis rue eglise"),
    ("12 bis", "rue", "de l’Église", "12 bis rue de l'eglise"),
    ("12BIS", "rue", "de l’Église", "12 bis eglise"),
    ("4", "rue", "Saint-Vaast", "4 rue st vaast"),
    ("4", "rue", "St Vaast", "saint vaast"),
    ("4", "chemin", "des Œillets", "oeillets"),
    ("4", "rue", "d'Artois", "dartois"),
]


@pytest.fixture
def found(bare_station: Place) -> Callable[..., bool]:
    """Whether the lease of these people at this address is found by what is typed."""

    def is_found(typed: str, person: Tenant | None = None, home: Dwelling | None = None) -> bool:
        bare_station.add(
            person or tenant("1"), home or dwelling("a"), lease(THERE, holder_id="1", dwelling_id="a")
        )
        with bare_station.database.write() as session:
            search.rebuild(session)
        return [each.lease_id for each in bare_station.ask(search.search, typed)] == [THERE]

    return is_found


def named(name: str) -> Tenant:
    return tenant("1", last_name=name, first_name="Zoé", usage_name="", mobile_phone="", home_phone="")


@pytest.mark.parametrize(("name", "typed"), NAMES)
def test_a_name_is_found_however_it_is_written(found: Callable[..., bool], name: str, typed: str) -> None:
    assert found(typed, named(name))


@pytest.mark.parametrize(("phone", "typed"), PHONES)
def test_a_phone_is_found_however_it_is_dialled(found: Callable[..., bool], phone: str, typed: str) -> None:
    assert found(typed, tenant("1", mobile_phone="", home_phone=phone))


@pytest.mark.parametrize("typed", NUMBERS)
def test_a_contract_is_found_however_its_number_is_grouped(found: Callable[..., bool], typed: str) -> None:
    assert found(typed)


@pytest.mark.parametrize(("number", "kind", "name", "typed"), ADDRESSES)
def test_an_address_is_found_however_it_is_shortened(
    found: Callable[..., bool], number: str, kind: str, name: str, typed: str
) -> None:
    assert found(typed, home=dwelling("a", street_number=number, street_type=kind, street_name=name))


@pytest.mark.parametrize("typed", ["diane.dunes@example.fr", "Diane.Dunes@EXAMPLE.fr", "diane.dunes@"])
def test_an_e_mail_address_is_found(found: Callable[..., bool], typed: str) -> None:
    assert found(typed, tenant("1", email="diane.dunes@example.fr"))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("STEPHAN", "saint"),
        ("SAINTE", "steph"),
        ("MARTIN", "mart in"),
        ("DUPONT MOREL", "pontmorel"),
        ("LE GOFF", "goffle"),
        ("NDIAYE", "diaye"),
        ("DURAND", "d urandx"),
    ],
)
def test_what_was_not_meant_is_not_found(found: Callable[..., bool], name: str, typed: str) -> None:
    assert not found(typed, named(name), dwelling("a", city="Lens"))


def test_a_counter_of_an_earlier_release_folds_its_index_anew_when_it_is_opened(bare_station: Place) -> None:
    bare_station.add(named("D'HONDT"), dwelling("a"), lease(THERE, holder_id="1", dwelling_id="a"))
    with bare_station.database.write() as session:
        session.execute(
            sql("CREATE TABLE lease_search_key (id INTEGER PRIMARY KEY, lease_id TEXT NOT NULL UNIQUE)")
        )
        session.execute(
            sql(
                "CREATE VIRTUAL TABLE lease_search USING fts5(names, number, phones, address, prefix = '1 2')"
            )
        )
        search.create(session)
    assert [each.lease_id for each in bare_station.ask(search.search, "dhondt")] == [THERE]
    with bare_station.database.write() as session:
        session.execute(sql("DELETE FROM lease_search"))
        search.create(session)
    assert bare_station.ask(search.search, "dhondt") == []
