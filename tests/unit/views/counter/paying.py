"""A payment under way, for the tests of its presenter."""

from dataclasses import replace
from typing import Any

from desktop.hardware.printer import PaperPrinter
from desktop.services.command import Done
from desktop.services.leases.leases import lease_card
from desktop.services.papers.papers import papers_available
from desktop.services.payments.payments import Quote, quote
from desktop.views.counter.payments.presenter import PaymentsPresenter
from desktop.views.counter.payments.state import Typed
from tests.unit.views.counter import desk
from tests.unit.views.counter.desk import LEASE, Counter, FakeScreen

TAKEN = Done(
    result={
        "payment_id": "p1",
        "receipt_id": "r1",
        "number": "AG02-C01-000001",
        "kind": "payment_receipt",
        "change_cents": 2_000,
        "balance_cents": 41_505,
        "credit_cents": 0,
    }
)


def quoted(**said: Any) -> Quote:
    usual: dict[str, Any] = {
        "balance_before": 51_505,
        "balance_after": 41_505,
        "parts": (("2026-11", 10_000),),
        "credit_cents": 0,
        "cash_room_cents": 100_000,
        "objections": (),
    }
    return Quote(**usual | said)


def paying(
    card: Any = None, answer: Any = None, printer: PaperPrinter | None = None
) -> tuple[Counter, PaymentsPresenter]:
    counter = Counter()
    counter.station.answers |= {
        lease_card: card or desk.lease_card(),
        quote: answer or quoted(),
        papers_available: (),
    }
    counter.station.outcome = TAKEN
    parts = replace(counter.parts, printer=printer or counter.printer)
    presenter = PaymentsPresenter(parts, counter.guide, LEASE)
    presenter.attach(FakeScreen())
    presenter.open()
    counter.settle()
    return counter, presenter


def typed(presenter: PaymentsPresenter, counter: Counter, amount: str, tendered: str = "") -> None:
    presenter.typed(Typed.AMOUNT, amount)
    presenter.typed(Typed.TENDERED, tendered)
    counter.settle()
