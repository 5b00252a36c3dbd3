"""The file of a lease at a glance."""

from datetime import date, timedelta

import pytest

from desktop.errors import Refused
from desktop.models.activation_code import ActivationCode
from desktop.services.access.accounts import NoteSignIn
from desktop.services.leases.leases import lease_card
from desktop.services.payments.card_charges import StartCharge
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.requests import OpenRequest
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, NOW, OTHER_LEASE, TODAY, account, entry, lease, tenant


def code(**said: object) -> ActivationCode:
    fields = {
        "id": LEASE,
        "scope": "AG01",
        "digest": None,
        "issued_on": TODAY,
        "expires_on": TODAY,
        "used_at": None,
        "issued_by": "letter",
    }
    return ActivationCode(**(fields | said))


def test_the_card_says_who_where_and_how_much(station: Place) -> None:
    card = station.ask(lease_card, LEASE, TODAY)
    (holder,) = card.holders
    assert (holder.first_name, holder.last_name, holder.birth_name) == ("Diane", "EL AMRANI", "BRUNEAU")
    assert holder.phones == ("06 98 88 45 34",)
    assert card.dwelling.address == ("133 chemin des Dunes", "62280 Saint-Martin-Boulogne")
    assert (card.balance_cents, len(card.open_terms), len(card.lines)) == (1_030_10, 2, 13)
    assert (card.account_state, card.activation_state, card.insurance_state) == ("none", "none", "valid")


def test_the_card_shows_both_holders_and_what_happened_at_the_desk(station: Place) -> None:
    station.add(
        tenant("L7", usage_name="", last_name="DUPONT", email="d@b.example"),
        lease(OTHER_LEASE, co_holder_id="L7", iban="FR7630004847013886204388638", dwelling_id="gone"),
        *(entry(200 + n, f"2026-{n % 12 + 1:02d}-01", "LOYER", 100, OTHER_LEASE) for n in range(30)),
    )
    station.perform(
        TakePayment(lease_id=OTHER_LEASE, means="cash", amount_cents=500, balance_seen_cents=3_000)
    )
    later = NOW + timedelta(minutes=5)
    station.perform(
        TakePayment(
            lease_id=OTHER_LEASE,
            means="cheque",
            amount_cents=700,
            balance_seen_cents=2_500,
            cheque_number="12",
        ),
        at=later,
    )
    station.perform(StartCharge(lease_id=OTHER_LEASE, amount_cents=100, balance_seen_cents=1_800))
    station.perform(OpenRequest(lease_id=OTHER_LEASE, category="lift", place="hall", description="En panne"))
    card = station.ask(lease_card, OTHER_LEASE, TODAY)
    assert [holder.last_name for holder in card.holders] == ["EL AMRANI", "DUPONT"]
    assert card.holders[1].birth_name == ""
    assert [(each.means, each.receipt.number) for each in card.payments] == [
        ("cheque", "AG01-C01-000008"),
        ("cash", "AG01-C01-000007"),
    ]
    assert [each.amount_cents for each in card.doubts] == [100]
    assert [each.category for each in card.requests] == ["lift"]
    assert len(card.lines) == 24
    assert (card.iban_end, card.dwelling) == ("8638", None)


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (code(), "valid"),
        (code(expires_on=TODAY - timedelta(days=1)), "expired"),
        (code(used_at=NOW), "used"),
        (code(used_at=NOW, expires_on=TODAY - timedelta(days=1)), "used"),
    ],
)
def test_the_card_knows_what_became_of_the_letter(station: Place, row: ActivationCode, state: str) -> None:
    station.add(code(**{name: getattr(row, name) for name in ("expires_on", "used_at")}))
    assert station.ask(lease_card, LEASE, TODAY).activation_state == state


def test_the_card_knows_whether_the_account_is_open_or_locked(station: Place) -> None:
    station.add(account())
    assert station.ask(lease_card, LEASE, TODAY).account_state == "active"
    for _ in range(10):
        station.perform(NoteSignIn(login=LEASE, succeeded=False))
    assert station.ask(lease_card, LEASE, TODAY).account_state == "locked"


@pytest.mark.parametrize(
    ("until", "state"), [(None, "none"), (TODAY, "valid"), (date(2026, 7, 27), "expired")]
)
def test_the_card_knows_whether_the_home_is_insured(station: Place, until: date | None, state: str) -> None:
    station.add(lease(OTHER_LEASE, insured_until=until))
    assert station.ask(lease_card, OTHER_LEASE, TODAY).insurance_state == state


def test_an_unknown_lease_is_refused(station: Place) -> None:
    with pytest.raises(Refused, match="lease_unknown"):
        station.ask(lease_card, "0", TODAY)
