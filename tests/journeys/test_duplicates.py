"""What was printed before bears DUPLICATA: at every station, offline, after a restart, whoever asks."""

from collections.abc import Callable

import pytest

from desktop.errors import DeviceUnavailable, NotAllowed, StoreFull
from desktop.hardware.printer import NullPrinter, PrintDetail, PrintOutcome, PrintResult, PrintStep
from desktop.services.papers.code_slips import CodeSlip
from desktop.services.papers.papers import papers_available
from desktop.services.papers.payment_papers import ReceiptOf
from desktop.services.papers.rent_papers import RentReceiptOf
from desktop.station import prints
from desktop.station.papers import make_paper, print_paper
from desktop.station.station import Station
from tests.sync.fleet import activate
from tests.sync.visits import CLAIRE, a_lease, balance, take_cash
from tests.unit.documents import reading
from tests.world import World


class Tray:
    """A printer whose papers can be read; `outcome` is what it says of the next ones."""

    def __init__(self) -> None:
        self.papers: list[bytes] = []
        self.outcome = PrintOutcome.PRINTED

    def print_pdf(self, pdf: bytes, title: str, report: Callable[[PrintStep], None]) -> PrintResult:
        self.papers.append(pdf)
        return PrintResult(self.outcome, PrintDetail.COMPLETED)


def marked(station: Station, asked: object, actor: str = CLAIRE, tray: Tray | None = None) -> bool:
    """Prints it; whether it bears DUPLICATA."""
    tray = tray or Tray()
    print_paper(station, tray, asked, actor)
    return "DUPLICATA" in reading.text(tray.papers[-1])


@pytest.fixture
def counter(landlord: World) -> Station:
    """Claire's counter."""
    landlord.member_of_staff("claire")
    return landlord.station("counter")


@pytest.fixture
def lease(landlord: World, counter: Station) -> str:
    """A lease with a debt, whose tenant has an account."""
    found = a_lease(counter, at_least=1_000)
    activate(landlord.store, found)
    landlord.settle()
    return found


def rent_receipt(station: Station, lease: str) -> RentReceiptOf:
    """A term of this lease that is wholly paid; what is owed is paid first."""
    owed = balance(station, lease)
    if owed > 0:
        take_cash(station, lease, min(owed, 100_000))
    views = station.ask(papers_available, lease, station.now())
    return RentReceiptOf(lease, next(view.period for view in views if view.period and view.allowed))


def test_a_receipt_is_an_original_once(counter: Station, lease: str) -> None:
    receipt = ReceiptOf((take_cash(counter, lease, 500).result or {})["receipt_id"])
    assert [marked(counter, receipt) for _ in range(3)] == [False, True, True]


def test_a_rent_receipt_is_an_original_once_also_without_central_and_after_a_restart(
    landlord: World, counter: Station, lease: str
) -> None:
    asked = rent_receipt(counter, lease)
    landlord.line(counter).is_cut = True
    assert [marked(counter, asked) for _ in range(2)] == [False, True]
    again = landlord.restart(counter)
    assert marked(again, asked)


def test_another_station_knows_of_the_print_once_both_exchanged(
    landlord: World, counter: Station, lease: str
) -> None:
    kiosk = landlord.station("kiosk")
    asked = rent_receipt(counter, lease)
    landlord.settle()
    assert not marked(counter, asked)
    landlord.settle()
    assert marked(kiosk, asked, f"tenant:{lease}")
    assert counter.attention() == kiosk.attention() == ()


class Ended(Exception):
    """The program ends in the middle of a print."""


@pytest.mark.parametrize("moment", ["while it prints", "before it is recorded", "after it is recorded"])
def test_a_print_is_recorded_once_though_the_station_ended_meanwhile(
    landlord: World, counter: Station, lease: str, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = ReceiptOf((take_cash(counter, lease, 500).result or {})["receipt_id"])

    def end(*_said: object, **_named: object) -> None:
        raise Ended

    tray = Tray()
    if moment == "while it prints":
        monkeypatch.setattr(tray, "print_pdf", end)
    elif moment == "before it is recorded":
        monkeypatch.setattr(counter, "perform", end)
    else:
        monkeypatch.setattr(prints, "dismiss", end)
    with pytest.raises(Ended):
        print_paper(counter, tray, receipt, CLAIRE)
    monkeypatch.undo()
    again = landlord.restart(counter)
    assert [prints.settle_left_papers(again) for _ in range(2)] == [1, 0]
    kinds = [envelope.kind for envelope in again.journal.after(0)]
    assert kinds.count("paper.printed") == 1
    assert marked(again, receipt)


def test_a_print_whose_record_found_no_room_is_recorded_at_the_next_start(
    landlord: World, counter: Station, lease: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = ReceiptOf((take_cash(counter, lease, 500).result or {})["receipt_id"])

    def full(*_said: object) -> None:
        raise StoreFull

    monkeypatch.setattr(counter, "perform", full)
    assert not marked(counter, receipt)
    monkeypatch.undo()
    again = landlord.restart(counter)
    prints.settle_left_papers(again)
    assert marked(again, receipt)


def test_a_paper_that_a_printer_never_took_is_no_print(counter: Station, lease: str) -> None:
    receipt = ReceiptOf((take_cash(counter, lease, 500).result or {})["receipt_id"])
    with pytest.raises(DeviceUnavailable):
        print_paper(counter, NullPrinter(), receipt, CLAIRE)
    assert prints.settle_left_papers(counter) == 0
    assert not marked(counter, receipt)


@pytest.mark.parametrize(("outcome", "second"), [(PrintOutcome.UNKNOWN, True), (PrintOutcome.FAILED, False)])
def test_a_paper_that_may_have_come_out_counts_and_one_that_surely_did_not_does_not(
    counter: Station, lease: str, outcome: PrintOutcome, second: bool
) -> None:
    tray, asked = Tray(), rent_receipt(counter, lease)
    tray.outcome = outcome
    assert [marked(counter, asked, tray=tray) for _ in range(2)] == [False, second]


def test_a_receipt_that_another_station_issued_without_a_record_was_handed_over_there(
    landlord: World, counter: Station, lease: str
) -> None:
    receipt = ReceiptOf((take_cash(counter, lease, 500).result or {})["receipt_id"])
    kiosk = landlord.station("kiosk")
    landlord.settle()
    assert marked(kiosk, receipt, f"tenant:{lease}")
    assert not make_paper(counter, receipt, CLAIRE).duplicate


def test_a_full_disk_still_records_what_came_out(counter: Station, lease: str) -> None:
    asked = rent_receipt(counter, lease)
    counter.room.reserve = 1 << 62
    assert [marked(counter, asked) for _ in range(2)] == [False, True]


def test_a_paper_goes_only_to_whom_it_names(landlord: World, counter: Station, lease: str) -> None:
    kiosk = landlord.station("kiosk")
    asked = rent_receipt(counter, lease)
    slip = CodeSlip(
        lease_id=lease, code="ABCDE12345", valid_until=counter.now().date(), issued_by="Claire Delattre"
    )
    landlord.settle()
    refused = (
        (kiosk, asked, "tenant:17580000099"),
        (kiosk, asked, CLAIRE),
        (kiosk, slip, f"tenant:{lease}"),
        (counter, asked, "staff:nobody"),
        (counter, asked, f"device:{counter.settings.device_id}"),
    )
    for station, paper, actor in refused:
        with pytest.raises(NotAllowed, match="paper_not_yours"):
            make_paper(station, paper, actor)
    assert make_paper(counter, slip, CLAIRE).title == "activation_slip"
