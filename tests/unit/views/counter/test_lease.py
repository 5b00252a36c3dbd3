"""The file of a lease: read once per look, leaving a trace, and what starts from there."""

from desktop.errors import Invalid, Refused
from desktop.services.access.accounts import UnlockAccount
from desktop.services.access.staff import RecordView
from desktop.services.leases.leases import lease_card
from desktop.services.papers.papers import PaperView, papers_available
from desktop.station.station import SyncStatus
from desktop.views.counter.lease.presenter import LeasePresenter, Tab
from tests.unit.views.counter import desk
from tests.unit.views.counter.desk import LEASE, NOW, Counter, FakeScreen

RECEIPT = PaperView("payment_receipt", "payment_receipt", None, "r1", "C01-000001", 10_000, True, "", NOW)
PART_PAID = PaperView("rent_receipt", "rent_notice", "2026-11", None, "x", 51_505, False, "part_paid")
RENT_RECEIPT = PaperView("rent_receipt", "rent_receipt", "2026-10", None, "y", 51_505, True, "")


def opened() -> tuple[Counter, LeasePresenter]:
    counter = Counter()
    counter.station.answers |= {lease_card: desk.lease_card(), papers_available: (RECEIPT,)}
    presenter = LeasePresenter(counter.parts, counter.guide, LEASE)
    presenter.attach(FakeScreen())
    presenter.open()
    counter.settle()
    return counter, presenter


def test_opening_a_file_leaves_a_trace_of_who_looked() -> None:
    counter, presenter = opened()
    assert counter.station.performed == [(RecordView(lease_id=LEASE), "staff:claire")]
    assert presenter.state.card == desk.lease_card()


def test_looking_on_while_rows_change_is_not_a_second_look() -> None:
    counter, presenter = opened()
    counter.station.answers[lease_card] = desk.lease_card(balance_cents=0)
    presenter.refresh()
    counter.settle()
    assert len(counter.commands) == 1
    assert presenter.state.card is not None
    assert presenter.state.card.balance_cents == 0


def test_the_file_is_remembered_for_the_empty_search() -> None:
    counter, _presenter = opened()
    assert [each.lease_id for each in counter.guide.shift.recent] == [LEASE]
    assert counter.guide.shift.recent[0].names == ("EL AMRANI Diane",)


def test_an_unknown_lease_is_said_and_leaves_no_trace() -> None:
    counter = Counter()
    counter.station.answers[lease_card] = Refused("lease_unknown")
    presenter = LeasePresenter(counter.parts, counter.guide, LEASE)
    presenter.open()
    counter.settle()
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "lease_unknown"
    assert counter.commands == []


def test_offline_the_file_says_of_when_it_is() -> None:
    counter, presenter = opened()
    counter.station.standing = SyncStatus(online=False, bootstrapped=True, waiting=3, attention=0, as_of=NOW)
    presenter.refresh()
    counter.settle()
    assert (presenter.state.online, presenter.state.as_of) == (False, NOW)


def test_paying_and_a_new_code_start_from_here() -> None:
    counter, presenter = opened()
    for place in ("payments", "activation"):
        presenter.place_chosen(place)
    presenter.charges_pressed()
    assert counter.guide.went == [("payments", LEASE), ("activation", LEASE), ("charges", "")]


def test_before_the_file_is_read_nothing_starts() -> None:
    counter = Counter()
    presenter = LeasePresenter(counter.parts, counter.guide, LEASE)
    presenter.place_chosen("payments")
    assert counter.guide.went == []


def test_a_receipt_is_printed_again_as_a_duplicate_and_called_so() -> None:
    counter, presenter = opened()
    called = []
    for _ in range(2):
        presenter.print_pressed(RECEIPT)
        counter.settle()
        called.append(presenter.state.paper.duplicate)
    assert [pdf for pdf, _title in counter.printer.printed] == [b"receipt r1", b"duplicate r1"]
    assert counter.printer.printed[1][1] == "payment_receipt-duplicata-r1"
    assert called == [False, True]


def test_a_paid_term_prints_its_rent_receipt() -> None:
    counter, presenter = opened()
    presenter.print_pressed(RENT_RECEIPT)
    counter.settle()
    assert counter.printer.printed == [(f"quittance {LEASE} 2026-10".encode(), "rent_receipt-2026-10")]


def test_a_term_paid_in_part_has_no_rent_receipt_and_says_why() -> None:
    counter, presenter = opened()
    presenter.print_pressed(PART_PAID)
    counter.settle()
    assert counter.printer.printed == []
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.facts == {"reason": "part_paid"}


def test_a_second_press_while_a_paper_prints_makes_no_second_paper() -> None:
    counter, presenter = opened()
    presenter.print_pressed(RECEIPT)
    presenter.print_pressed(RECEIPT)
    counter.settle()
    assert len(counter.printer.printed) == 1


def test_unlocking_an_account_takes_a_reason_with_it() -> None:
    counter, presenter = opened()
    presenter.unlock_asked()
    presenter.reason_edited("venue au guichet")
    presenter.unlock_pressed()
    counter.settle()
    assert counter.commands[-1] == UnlockAccount(lease_id=LEASE, reason="venue au guichet")
    assert (presenter.state.unlocking, presenter.state.unlocked) == (False, True)


def test_unlocking_without_a_reason_asks_for_one() -> None:
    counter, presenter = opened()
    presenter.unlock_asked()
    counter.station.outcome = Invalid("reason", "reason_missing")
    presenter.unlock_pressed()
    counter.settle()
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "reason_missing"
    assert presenter.state.unlocking


def test_another_part_of_the_file_is_shown_without_reading_it_again() -> None:
    counter, presenter = opened()
    presenter.tab_chosen(Tab.PAPERS)
    assert (presenter.state.tab, counter.cache.waiting) == (Tab.PAPERS, 0)


def test_after_leaving_nothing_is_shown_any_more() -> None:
    counter, presenter = opened()
    screen = FakeScreen()
    presenter.attach(screen)
    presenter.refresh()
    presenter.close()
    counter.settle()
    assert len(screen.states) == 1
