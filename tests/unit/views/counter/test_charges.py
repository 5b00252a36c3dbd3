"""Card payments in doubt: settled only with an answer, a reason and a proof."""

import pytest

from desktop.errors import Invalid, Refused
from desktop.services.command import Done
from desktop.services.payments.card_charges import ChargeView, ResolveCharge, charges_in_doubt
from desktop.services.people import names_of
from desktop.views.counter.charges.presenter import ChargesPresenter
from tests.unit.views.counter.desk import LEASE, NOW, Counter, FakeScreen


def charge(charge_id: str = "c1") -> ChargeView:
    return ChargeView(charge_id, LEASE, 4_000, (), "unknown", "", NOW, "k1", f"tenant:{LEASE}")


def doubting(*charges: ChargeView) -> tuple[Counter, ChargesPresenter]:
    counter = Counter()
    counter.station.answers |= {charges_in_doubt: charges, names_of: {LEASE: ("EL AMRANI Diane",)}}
    presenter = ChargesPresenter(counter.parts, counter.guide)
    presenter.attach(FakeScreen())
    presenter.open()
    counter.settle()
    return counter, presenter


def told(presenter: ChargesPresenter, paid: bool) -> None:
    presenter.paid_chosen(paid)
    presenter.reason_edited("vu dans la liste du jour")
    presenter.evidence_edited("ticket 42")


def test_the_first_doubt_is_open_with_its_tenants_name() -> None:
    _counter, presenter = doubting(charge("c1"), charge("c2"))
    assert presenter.state.doubt is not None
    assert (presenter.state.chosen, presenter.state.doubt.names) == ("c1", ("EL AMRANI Diane",))


def test_nothing_is_recorded_before_staff_say_whether_the_card_paid() -> None:
    counter, presenter = doubting(charge())
    presenter.resolve_pressed()
    assert counter.cache.waiting == 0
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.entry == "paid"


def test_a_card_that_paid_becomes_a_payment_with_its_receipt() -> None:
    counter, presenter = doubting(charge())
    counter.station.outcome = Done(result={"receipt_id": "r9", "number": "C01-000009"})
    told(presenter, paid=True)
    presenter.resolve_pressed()
    counter.settle()
    assert counter.station.performed == [
        (
            ResolveCharge(
                charge_id="c1",
                paid=True,
                reason="vu dans la liste du jour",
                evidence="ticket 42",
                seen=charge().seen(),
            ),
            "staff:claire",
        )
    ]
    assert counter.printer.printed == [(b"receipt r9", "payment_receipt-r9")]


def test_a_card_that_did_not_pay_prints_nothing_and_frees_the_lease() -> None:
    counter, presenter = doubting(charge())
    told(presenter, paid=False)
    counter.station.answers[charges_in_doubt] = ()
    presenter.resolve_pressed()
    counter.settle()
    assert (presenter.state.settled, presenter.state.doubts) == (False, ())
    assert counter.printer.printed == []


@pytest.mark.parametrize("entry", ["reason", "evidence"])
def test_what_is_missing_is_named_and_the_rest_stays(entry: str) -> None:
    counter, presenter = doubting(charge())
    told(presenter, paid=True)
    counter.station.outcome = Invalid(entry, f"{entry}_missing")
    presenter.resolve_pressed()
    counter.settle()
    assert presenter.state.trouble is not None
    assert (presenter.state.trouble.entry, presenter.state.paid) == (entry, True)


def test_a_charge_still_at_its_terminal_is_left_alone() -> None:
    counter, presenter = doubting(charge())
    told(presenter, paid=True)
    counter.station.outcome = Refused("charge_in_progress")
    presenter.resolve_pressed()
    counter.settle()
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "charge_in_progress"
    assert presenter.state.doubt is not None


def test_a_charge_settled_elsewhere_leaves_the_list() -> None:
    counter, presenter = doubting(charge())
    told(presenter, paid=True)
    counter.station.outcome = Refused("charge_settled")
    counter.station.answers[charges_in_doubt] = ()
    presenter.resolve_pressed()
    counter.settle()
    assert presenter.state.doubts == ()


def test_another_charge_starts_without_the_answers_of_the_first() -> None:
    _counter, presenter = doubting(charge("c1"), charge("c2"))
    told(presenter, paid=True)
    presenter.chosen((presenter.state.doubts or ())[1])
    assert (presenter.state.paid, presenter.state.reason, presenter.state.evidence) == (None, "", "")


def test_a_refresh_keeps_what_is_typed() -> None:
    counter, presenter = doubting(charge())
    told(presenter, paid=True)
    presenter.refresh()
    counter.settle()
    assert (presenter.state.paid, presenter.state.evidence) == (True, "ticket 42")


def test_it_is_recorded_once() -> None:
    counter, presenter = doubting(charge())
    told(presenter, paid=False)
    presenter.resolve_pressed()
    presenter.resolve_pressed()
    assert presenter.busy
    counter.settle()
    assert len(counter.commands) == 1


def test_the_tenants_file_is_one_key_away() -> None:
    counter, presenter = doubting(charge())
    presenter.lease_pressed()
    assert counter.guide.went == [("lease", LEASE)]
