"""A walk through every screen of the counter and its states, one after the other."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.discovery import modules
from desktop.errors import DeviceUnavailable
from desktop.rules.means import Means
from desktop.sync.standing import AttentionItem, Damage, WaitingItem
from desktop.views.counter.attention.view import AttentionView
from desktop.views.counter.lease.presenter import Tab
from desktop.views.counter.payments.view import PaymentsView
from desktop.views.counter.requests.view import RequestsView
from tests.views.counter.kit import LOGIN, Desk


def tour(desk: Desk) -> Iterator[str]:
    """Stops at each screen and names it; between two stops the counter moves on."""
    pages = desk.pages
    yield "sign-in"
    pages.sign_in(LOGIN, "wrong", desk.code())
    yield "sign-in-mismatch"
    for _ in range(30):
        desk.shell.tick()
    desk.settle()
    desk.sign_in()
    yield "search"
    pages.search("zzz")
    yield "search-nobody"
    pages.search("e")
    yield "search-found"
    yield from _lease(desk)
    yield from _payments(desk)
    yield from _activation(desk)
    for screen in modules("tests.views.counter.tours"):
        yield from screen.tour(desk)
    yield from _lists(desk)
    pages.lock()
    yield "locked"


def _lease(desk: Desk) -> Iterator[str]:
    desk.a_request(photos=2)
    desk.a_request("lift")
    desk.a_doubt()
    desk.pages.open("el amrani")
    yield "lease"
    desk.pages.tab(Tab.PAPERS)
    yield "lease-papers"
    desk.pages.print_paper(1)
    yield "lease-no-quittance"
    desk.pages.tab(Tab.REQUESTS)
    yield "lease-requests"
    desk.pages.open("didier")
    yield "lease-couple"


def _payments(desk: Desk) -> Iterator[str]:
    pages = desk.pages
    pages.open("el amrani")
    pages.press("F6")
    yield "payments"
    view = pages.view(PaymentsView)
    pages.click(view.take) if view.take.isEnabled() else None
    pages.type(view.form.amount, "1 100,00")
    pages.type(view.form.tendered, "1000")
    yield "payments-credit"
    pages.type(view.form.amount, "4000")
    yield "payments-cap"
    pages.type(view.form.amount, "12x")
    yield "payments-malformed"
    pages.click(view.form.means.buttons[Means.CHEQUE])
    pages.type(view.form.amount, "515,05")
    yield "payments-cheque"
    pages.click(view.form.means.buttons[Means.CASH])
    pages.type(view.form.tendered, "520")
    desk.printer.answer = DeviceUnavailable("printer", "too_slow")
    pages.click(view.take)
    yield "payments-done"
    pages.back_to_the_file()


def _activation(desk: Desk) -> Iterator[str]:
    pages = desk.pages
    pages.open("didier")
    pages.press("F7")
    yield "activation"
    pages.press("Esc")
    pages.open("el amrani")
    pages.reissue_code()
    yield "activation-made"


def _lists(desk: Desk) -> Iterator[str]:
    pages = desk.pages
    pages.go("requests")
    view = pages.view(RequestsView)
    view.table.selectRow(1)
    desk.settle()
    yield "requests"
    pages.click(view.panel.photos.buttons[0])
    yield "requests-photo"
    pages.press("Esc")
    pages.click(view.panel.send)
    yield "requests-empty-answer"
    pages.go("charges")
    yield "charges"
    pages.press("Ctrl+Return")
    yield "charges-unsaid"
    pages.go("attention")
    yield "attention"
    _something_to_see_to(desk)
    yield "attention-item"
    pages.view(AttentionView).table.selectRow(1)
    desk.settle()
    yield "attention-parked"
    pages.view(AttentionView).table.selectRow(3)
    desk.settle()
    yield "attention-undone"
    pages.view(AttentionView).table.selectRow(4)
    desk.settle()
    yield "attention-waiting"
    desk.station.online = False
    desk.shell.tick()
    desk.shell.tick()
    desk.settle()
    yield "attention-offline"
    _say_the_worst(desk)
    yield "attention-worst"
    _say_that_the_record_is_gone(desk)
    yield "attention-gone"


def _something_to_see_to(desk: Desk) -> None:
    """What central answered, and what it has not answered: there is no central here."""
    who, at = f"staff:{LOGIN}", 1_795_000_000_000
    lease, cents = "17580000012", 45_000
    items = (
        AttentionItem(7, "payment.take", who, at, "cash_cap", "warning", lease, cents, "cash"),
        AttentionItem(8, "charge.settle", who, at, "parked", "parked", lease, cents, "card"),
        AttentionItem(9, "request.answer", who, at, "request_closed", "refused"),
        AttentionItem(-1, "account.activate", "device:k1", at, "activation_mismatch", "undone", lease),
    )
    waiting = tuple(WaitingItem(each, "payment.take", who, at, lease, cents, "cheque") for each in (10, 11))
    desk.station.attention = lambda: items
    desk.station.waiting_commands = lambda limit: waiting[:limit]
    desk.shell.burst.end()
    desk.settle()


def _say_the_worst(desk: Desk) -> None:
    """Everything that can be wrong at once."""
    known = desk.station.status()
    damage = Damage("2026-11-22T09:00:00+00:00", "", 40, ((3, 4),), (6,), at_central=(3,))
    worst = replace(
        known,
        storage_full=True,
        clock_ahead_ms=600_000,
        fetched_rows=(40, 100),
        files_waiting=2,
        damage=damage,
    )
    desk.station.status = lambda: worst
    desk.shell.burst.end()
    desk.settle()


def _say_that_the_record_is_gone(desk: Desk) -> None:
    gone = replace(desk.station.status(), damage=Damage("2026-11-22T09:00:00+00:00", "", 0, gone=True))
    desk.station.status = lambda: gone
    desk.shell.burst.end()
    desk.settle()
