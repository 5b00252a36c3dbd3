"""After the card: the receipt, the rent receipts it earned, and the reference of a doubt."""

from dataclasses import replace

import pytest

from desktop.hardware.card_terminal import ChargeOutcome
from desktop.hardware.printer import NullPrinter
from desktop.views.kiosk.kit.printing import PaperProgress
from desktop.views.kiosk.pay.presenter import PayPresenter
from desktop.views.kiosk.pay.state import Choice
from desktop.views.kiosk.visit import Act
from tests.unit.views.kiosk.conftest import Companion, Opened
from tests.views.kiosk.kit import Hall


@pytest.fixture
def pay(visitor: Companion, opened: Opened) -> PayPresenter:
    return opened(PayPresenter)


def pay_by_card(pay: PayPresenter, kiosk: Hall, choice: Choice, typed: str = "") -> None:
    pay.chosen(choice)
    if typed:
        pay.amount_typed(typed)
        pay.go_on_pressed()
    kiosk.settle()
    pay.go_on_pressed()
    kiosk.settle()


def test_after_paying_the_receipt_is_offered_then_the_rent_receipts_it_earned(
    pay: PayPresenter, kiosk: Hall, visitor: Companion
) -> None:
    pay_by_card(pay, kiosk, Choice.ALL)
    assert [paper.kind for paper in pay.state.papers] == ["payment_receipt", "rent_receipt", "rent_receipt"]
    pay.go_on_pressed()
    assert visitor.awake
    kiosk.settle()
    assert pay.state.printing is PaperProgress.PRINTED
    assert kiosk.printer.papers[0].startswith(b"%PDF-")
    pay.paper_pressed(1)
    kiosk.settle()
    assert len(kiosk.printer.papers) == 2
    assert [deed.act for deed in visitor.visit.deeds] == [Act.PAID, Act.PRINTED, Act.PRINTED]


def test_a_part_earns_a_receipt_and_no_rent_receipt(pay: PayPresenter, kiosk: Hall) -> None:
    pay_by_card(pay, kiosk, Choice.OTHER, "100")
    assert [paper.kind for paper in pay.state.papers] == ["payment_receipt"]


@pytest.mark.parametrize("trouble", ["jammed", "gone"])
def test_a_printer_that_fails_loses_nothing(
    pay: PayPresenter, kiosk: Hall, visitor: Companion, trouble: str
) -> None:
    setattr(kiosk.printer, trouble, True)
    pay_by_card(pay, kiosk, Choice.ALL)
    pay.go_on_pressed()
    kiosk.settle()
    assert pay.state.printing is PaperProgress.FAILED
    assert not visitor.awake
    setattr(kiosk.printer, trouble, False)
    pay.go_on_pressed()
    kiosk.settle()
    assert pay.state.printing is PaperProgress.PRINTED


def test_the_reference_of_a_doubt_can_be_taken_away_on_paper(pay: PayPresenter, kiosk: Hall) -> None:
    kiosk.terminal.endings = [ChargeOutcome.UNKNOWN]
    pay_by_card(pay, kiosk, Choice.ALL)
    pay.reference_pressed("Ne payez pas une deuxième fois.")
    kiosk.settle()
    assert pay.state.printing is PaperProgress.PRINTED
    assert kiosk.printer.papers[0].startswith(b"%PDF-")


def test_without_a_printer_the_payment_stands_and_no_paper_is_offered(
    visitor: Companion, kiosk: Hall, opened: Opened
) -> None:
    kiosk.parts = replace(kiosk.parts, printer=NullPrinter())
    pay = opened(PayPresenter)
    pay_by_card(pay, kiosk, Choice.ALL)
    pay.go_on_pressed()
    pay.paper_pressed(1)
    kiosk.settle()
    assert pay.state.charged.outcome is ChargeOutcome.APPROVED
    assert pay.state.printing is PaperProgress.NO_PRINTER
