"""The certificate of the home's insurance: seen once, kept, and what counts from then on."""

from datetime import date
from uuid import UUID

import pytest

from desktop.errors import Refused
from desktop.services.insurance.insurance import SeeCertificate, insured
from desktop.services.leases.leases import lease_card
from desktop.services.papers.insurance_papers import AcknowledgementOf, acknowledgement
from desktop.services.papers.printable import Occasion
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, NOW, OTHER_LEASE, lease

TODAY = date(2026, 11, 22)
KEY = UUID("019a0000-0000-7000-8000-00000000000c")


def seen(**said: object) -> SeeCertificate:
    fields: dict[str, object] = {
        "lease_id": LEASE,
        "insurer": " MAIF ",
        "policy": "4407 112 Z",
        "valid_from": date(2026, 11, 1),
        "valid_to": date(2027, 12, 31),
    }
    return SeeCertificate(**fields | said)  # type: ignore[arg-type]


def certificates(place: Place) -> list[dict[str, object]]:
    return place.rows("insurance_certificate")["insurance_certificate"]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (seen(insurer=" "), "insurer_missing"),
        (seen(policy=""), "policy_missing"),
        (seen(insurer="x" * 81), "text_too_long"),
        (seen(valid_from=date(2028, 1, 1)), "dates_reversed"),
        (seen(valid_from=date(2026, 1, 1), valid_to=date(2026, 11, 21)), "certificate_ended"),
        (seen(valid_to=date(2037, 12, 31)), "certificate_too_long"),
        (seen(lease_id="0"), "lease_unknown"),
    ],
)
def test_what_no_certificate_says_is_refused(station: Place, command: SeeCertificate, code: str) -> None:
    with pytest.raises(Refused, match=code):
        station.perform(command)
    assert certificates(station) == []


def test_the_last_day_is_still_covered(station: Place) -> None:
    station.perform(seen(valid_to=TODAY))
    assert len(certificates(station)) == 1


def test_it_is_kept_once_however_often_it_is_carried_out_and_leaves_a_trace(central: Place) -> None:
    first = central.perform(seen(), key=KEY)
    again = central.perform(seen(), key=KEY)
    assert (first.result, again.noop) == (again.result, True)
    (row,) = certificates(central)
    assert (row["insurer"], row["seen_by"], row["device_id"]) == ("MAIF", "staff:nadia", "counter-1")
    (trace,) = central.rows("audit_entry")["audit_entry"]
    assert (trace["action"], trace["subject"]) == ("insurance_seen", LEASE)


def test_the_file_says_what_covers_longer(station: Place) -> None:
    station.add(lease(OTHER_LEASE, insurer="AXA", insured_until=date(2026, 7, 27)))
    assert station.ask(lease_card, OTHER_LEASE, TODAY).insurance_state == "expired"
    station.perform(seen(lease_id=OTHER_LEASE))
    card = station.ask(lease_card, OTHER_LEASE, TODAY)
    assert (card.insurance_state, card.insurer, card.insured_until) == ("valid", "MAIF", date(2027, 12, 31))
    station.perform(seen(valid_to=date(2026, 12, 31)))
    assert station.ask(insured, LEASE, TODAY).until == date(2027, 10, 25)


def test_a_certificate_counts_once_its_first_day_has_come(station: Place) -> None:
    station.add(lease(OTHER_LEASE, insurer="", insured_until=None))
    station.perform(seen(lease_id=OTHER_LEASE, valid_from=date(2026, 12, 1)))
    assert station.ask(insured, OTHER_LEASE, TODAY).state == "none"
    assert station.ask(insured, OTHER_LEASE, date(2026, 12, 1)).state == "valid"


def test_the_acknowledgement_names_who_saw_it_and_keeps_its_number(station: Place) -> None:
    asked = AcknowledgementOf(str((station.perform(seen()).result or {})["certificate_id"]))
    paper = station.ask(acknowledgement, asked, Occasion(NOW))
    assert (paper.insurer, paper.parties.lease_number) == ("MAIF", LEASE)
    assert paper == station.ask(acknowledgement, asked, Occasion(NOW))
    with pytest.raises(Refused, match="certificate_unknown"):
        station.ask(acknowledgement, AcknowledgementOf("x"), Occasion(NOW))
