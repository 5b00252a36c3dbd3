"""An entity says whose rows it has, whose data they hold and who may hold them: or it cannot be imported."""

from typing import Any

import pytest
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop.central.landlord import read_house_parameters
from desktop.models.belonging import (
    AGENCY,
    FOR_EVER,
    LEASE_BY_ID,
    LEASE_BY_LEASE_ID,
    NoStation,
    Personal,
    RowOwner,
    Urgency,
    Whose,
    boards,
    counters,
    kiosks,
)
from desktop.models.entity import Synced
from desktop.models.everything import synced_entities
from desktop.rules.parameters import LEASE_FILE_RETENTION_YEARS

SAID = {
    "owner": LEASE_BY_LEASE_ID,
    "personal": Personal.TENANT,
    "kept": LEASE_FILE_RETENTION_YEARS,
    "held_by": (counters(), kiosks()),
    "urgency": Urgency.SOON,
}


def declare(**said: Any) -> type[Synced]:
    """A certificate of a lease, as a newcomer would write it, in a house of its own."""

    class Elsewhere(DeclarativeBase):
        pass

    class Certificate(Synced, Elsewhere, **said):
        __tablename__ = "certificate"
        id: Mapped[str] = mapped_column(primary_key=True)
        lease_id: Mapped[str]
        insurer: Mapped[str]

    return Certificate


def test_an_entity_that_says_everything_is_imported() -> None:
    assert declare(**SAID).belonging.owner is LEASE_BY_LEASE_ID


@pytest.mark.parametrize("keyword", SAID)
def test_an_entity_that_leaves_a_keyword_out_does_not_import(keyword: str) -> None:
    with pytest.raises(TypeError, match=f"Certificate does not say {keyword}. Write: class Certificate"):
        declare(**{each: said for each, said in SAID.items() if each != keyword})


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"owner": AGENCY}, "write owner=LEASE_BY_LEASE_ID"),
        ({"owner": LEASE_BY_ID}, "write owner=LEASE_BY_LEASE_ID"),
        ({"owner": RowOwner(Whose.LEASE, "contract")}, "its owner stands in a column contract: add it"),
        ({"kept": FOR_EVER}, "it holds personal data: write kept="),
        ({"urgency": Urgency.LAST}, "it has no period to come by"),
        ({"held_by": ()}, "write held_by=NoStation"),
        ({"held_by": NoStation("because")}, "say why, as a sentence"),
        ({"held_by": (kiosks(hidden=("insurer",)),)}, "make it a nullable column"),
        ({"held_by": (kiosks(hidden=("broker",)),)}, "make it a nullable column"),
        ({"held_by": (boards(),)}, "no board may hold it"),
    ],
)
def test_what_cannot_be_so_does_not_import(said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(TypeError, match=sentence):
        declare(**SAID | said)


def test_how_long_personal_data_are_kept_is_a_dated_parameter_with_its_source() -> None:
    known = {parameter.key for parameter in read_house_parameters()}
    said = {entity.__name__: entity.belonging.kept for entity in synced_entities().values()}
    assert {name: key for name, key in said.items() if key != FOR_EVER and key not in known} == {}


def test_all_rows_but_these_are_about_somebody() -> None:
    said = {
        name for name, entity in synced_entities().items() if entity.belonging.personal is Personal.NOBODY
    }
    assert said == {"agency", "device", "dwelling", "landlord", "ledger_night", "parameter"}


def test_an_owner_finds_its_rows_in_sql_and_in_python_alike() -> None:
    owner = RowOwner(Whose.LEASE, "id", before=("sign_in:", "activation:"))
    assert owner.ids("7") == ["sign_in:7", "activation:7"]
    assert owner.rows_of(":lease") == "id IN ('sign_in:' || :lease, 'activation:' || :lease)"
    assert LEASE_BY_LEASE_ID.rows_of(":lease") == "lease_id IN (:lease)"
