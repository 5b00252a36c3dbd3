"""Every screen of the kiosk in every state worth looking at, one after the other."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

from PIL import Image
from sqlalchemy import delete

from desktop.errors import Offline
from desktop.hardware.card_terminal import ChargeOutcome, ChargeStep, TerminalState
from desktop.models.ledger_night import THE_LEDGER, LedgerNight
from desktop.models.unread_ledger import UnreadLedger
from desktop.services.command import Done
from desktop.services.requests.requests import AnswerRequest
from desktop.views.kiosk.activation.state import ActivationState
from desktop.views.kiosk.activation.state import ActivationStep as Activation
from desktop.views.kiosk.idle.presenter import IdleState, Presence
from desktop.views.kiosk.kit.printing import PaperProgress
from desktop.views.kiosk.pay.state import PayStep as Pay
from tests.elsewhere import done_elsewhere
from tests.unit.services.rows import AGENCY, LEASE, NOW, TODAY
from tests.views.kiosk.kit import PASSWORD, Hall
from tests.views.kiosk.pages import KioskPages

ANSWER = "Bonjour, un plombier passera mardi 24 novembre entre 9 h et 12 h. Videz le meuble, s’il vous plaît."
FAULT = "Le robinet de la cuisine goutte jour et nuit, et le meuble dessous est mouillé."


def tour(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    """Names each screen once it is shown."""
    yield "welcome"
    kiosk.touch_help()
    yield "welcome-help"
    kiosk.shell.stage.uncover()
    _network(kiosk, built, there=False)
    yield "welcome-offline"
    yield from _activation(kiosk, built)
    yield from _sign_in(kiosk, built)
    yield from _home_and_account(kiosk, built)
    yield from _pay(kiosk, built)
    yield from _papers(kiosk, built)
    yield from _new_request(kiosk, built)
    yield from _requests(kiosk, built)
    yield from _endings(kiosk)


def _activation(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    kiosk.welcome.touch_activate()
    yield "activation-1-offline"
    _network(kiosk, built, there=True)
    page = kiosk.activation
    wrong = (("1758", LEASE), ("2X38O", "2X38AZEGB7"), ("31/02/1952", "15/06/1979"))
    for number, (bad, good) in enumerate(wrong, start=1):
        page.answer(bad)
        page.touch_continue()
        yield f"activation-{number}-wrong"
        page.answer(good)
        page.touch_continue()
    yield "activation-4"
    page.touch_email(True)
    page.answer("diane@")
    page.touch_continue()
    yield "activation-4-wrong"
    page.touch_email(False)
    page.touch_continue()
    for words in ("Soleil12", "petit chat rouge nage", PASSWORD):
        page.answer(words)
        yield f"activation-5-{len(words)}"
    page.touch_continue()
    yield "activation-6"
    yield from _refusals(kiosk, built)
    kiosk.shell._presenter.state = ActivationState(step=Activation.DONE)
    _show(kiosk)
    yield "activation-7"
    kiosk.shell.go("welcome")
    kiosk.settle()


def _refusals(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    page = kiosk.activation
    for code, seconds in (("mismatch", 20), ("locked", 3600), ("code_used", 0), ("code_expired", 0)):
        refusal = Done(result={"refused": f"activation_{code}", "wait_seconds": seconds})
        built.central_answers(lambda *_said, refusal=refusal: refusal)
        built.station.ask, ask = (lambda *_said: _Nobody), built.station.ask
        _show(kiosk, refused="", wait_seconds=0)
        page.touch_activate()
        built.station.ask = ask
        yield f"activation-6-{code}"
    _show(kiosk, refused="", wait_seconds=0)
    built.central_answers(_lost)
    page.touch_activate()
    yield "activation-6-offline"


def _sign_in(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    kiosk.welcome.touch_sign_in()
    yield "sign-in"
    kiosk.sign_in.touch_continue()
    yield "sign-in-empty"
    kiosk.sign_in.sign_in(LEASE, "wrong")
    yield "sign-in-mismatch"
    _show(kiosk, wait_seconds=20)
    yield "sign-in-wait"
    _show(kiosk, outcome="locked", wait_seconds=3600)
    yield "sign-in-locked"
    _show(kiosk, outcome="", wait_seconds=0)
    kiosk.sign_in.sign_in(LEASE, PASSWORD)


def _home_and_account(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    yield "home"
    _network(kiosk, built, there=False)
    yield "home-offline"
    _network(kiosk, built, there=True)
    kiosk.home.touch_figures()
    yield "home-figures"
    kiosk.home.touch_tile("account")
    yield "account"
    yield from _account_unread(kiosk, built)
    kiosk.account.touch_month(0)
    yield "account-month"
    kiosk.account.touch_back()
    kiosk.account.touch_lines()
    yield "account-lines"
    kiosk.account.touch_pay()


def _without_terminal(kiosk: KioskPages) -> Iterator[str]:
    _show(kiosk, terminal=TerminalState.ABSENT)
    yield "pay-no-terminal"
    _show(kiosk, terminal=TerminalState.UNREACHABLE)
    yield "pay-silent-terminal"


def _pay(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    yield "pay"
    yield from _without_terminal(kiosk)
    kiosk.pay.touch_other()
    kiosk.pay.type_amount("0")
    kiosk.pay.touch_continue()
    yield "pay-zero"
    kiosk.pay.type_amount("1200")
    kiosk.pay.touch_continue()
    yield "pay-too-much"
    kiosk.pay.touch_back()
    kiosk.pay.type_amount("120,50")
    kiosk.pay.touch_continue()
    yield "pay-review"
    _show(kiosk, step=Pay.CARD, charge_step=ChargeStep.PRESENT_CARD)
    yield "pay-card"
    _show(kiosk, step=Pay.REVIEW, terminal=TerminalState.READY)
    kiosk.pay.touch_pay()
    kiosk.pay.touch_print()
    yield "pay-approved"
    built.printer.jammed = True
    kiosk.pay.touch_print()
    yield "pay-jammed"
    built.printer.jammed = False
    for outcome in (
        ChargeOutcome.DECLINED,
        ChargeOutcome.CANCELLED,
        ChargeOutcome.NOT_SENT,
        ChargeOutcome.UNKNOWN,
    ):
        built.terminal.endings = [outcome]
        _go(kiosk, "pay")
        kiosk.pay.touch_everything()
        kiosk.pay.touch_pay()
        yield f"pay-{outcome.value}"
    _go(kiosk, "pay")
    yield "pay-in-doubt"
    _go(kiosk, "home")
    yield "home-in-doubt"


def _account_unread(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    """A line of the account could not be read, in accounts of four weeks ago."""
    night = LedgerNight(id=THE_LEDGER, scope="global", taken_at=NOW - timedelta(days=29))
    built.add(UnreadLedger(id=LEASE, scope=AGENCY, since=TODAY), night)
    kiosk.account.touch_back()
    kiosk.home.touch_tile("account")
    yield "account-unread"
    with built.station.replica.current.database.write() as session:
        session.execute(delete(UnreadLedger))
        session.execute(delete(LedgerNight))
    kiosk.account.touch_back()
    kiosk.home.touch_tile("account")


def _papers(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    kiosk.home.touch_tile("papers")
    yield "papers"
    kiosk.papers.touch_paper(1)
    yield "papers-not-yet"
    kiosk.papers.touch_paper(0)
    kiosk.papers.touch_print()
    yield "papers-printed"
    for progress in (PaperProgress.UNKNOWN, PaperProgress.KEPT):
        _show(kiosk, printing=progress)
        yield f"papers-{progress.name.lower()}"


def _new_request(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    _go(kiosk, "requests")
    yield "requests-none"
    kiosk.requests.touch_report()
    page = kiosk.new_request
    yield "new-request-1"
    page.touch_tile("plumbing")
    yield "new-request-2"
    page.touch_tile("kitchen")
    page.touch_continue()
    yield "new-request-3-empty"
    page.describe(FAULT)
    page.touch_continue()
    yield "new-request-4-none"
    (built.photo_folder / "bad.jpg").write_bytes(_jpeg("white")[:200])
    for number, colour in enumerate(("peru", "steelblue")):
        (built.photo_folder / f"{number}.jpg").write_bytes(_jpeg(colour))
    kiosk.touch(page.view.panel.again)
    for number in range(3):
        page.touch_photo(number)
    yield "new-request-4"
    page.touch_continue()
    yield "new-request-5"
    page.touch_send()
    yield "new-request-6"


def _requests(kiosk: KioskPages, built: Hall) -> Iterator[str]:
    _go(kiosk, "requests")
    yield "requests"
    row = kiosk.shell._presenter.state.rows[0]
    built.clock.wait(60)
    done_elsewhere(built.station, AnswerRequest(request_id=row.id, text=ANSWER, close=False))
    kiosk.settle()
    kiosk.requests.touch_request(0)
    yield "requests-answer"


def _endings(kiosk: KioskPages) -> Iterator[str]:
    kiosk.wait(60)
    yield "idle"
    kiosk.touch(kiosk.warning.go_on)
    kiosk.shell._idle._warn(IdleState(Presence.ENDING, 120))
    yield "ending"
    kiosk.touch(kiosk.warning.go_on)
    kiosk.touch_finish()
    yield "goodbye"
    look = kiosk.shell.stage.look
    kiosk.shell.report(RuntimeError("a fault of ours"))
    kiosk.settle()
    kiosk.shell._turn_to(look)
    kiosk.settle()
    yield "incident"


class _Nobody:
    """What signing in answers to a stranger."""

    account = None


def _lost(*_said: object) -> None:
    raise Offline


def _network(kiosk: KioskPages, built: Hall, *, there: bool) -> None:
    built.station.online = there
    kiosk.wait(3)


def _show(kiosk: KioskPages, **changes: object) -> None:
    kiosk.shell._presenter.show(**changes)
    kiosk.settle()


def _go(kiosk: KioskPages, place: str) -> None:
    kiosk.shell.go(place)
    kiosk.settle()


def _jpeg(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return out.getvalue()
