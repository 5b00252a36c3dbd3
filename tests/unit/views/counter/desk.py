"""A counter without windows, rows or devices: fakes that note what presenters ask of them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from desktop.hardware.printer import PrintDetail, PrintOutcome, PrintResult
from desktop.services.access.staff import StaffCard
from desktop.services.access.staff_locks import locked_staff
from desktop.services.command import Command, Done
from desktop.services.leases.leases import Holder, LeaseCard
from desktop.services.leases.search import Found
from desktop.services.ledger.statement import TermView
from desktop.services.papers.code_slips import CodeSlip
from desktop.services.papers.payment_papers import ReceiptOf
from desktop.services.papers.printed import NotePrinted
from desktop.services.papers.rent_papers import RentReceiptOf
from desktop.services.warnings import unsettled
from desktop.station.papers import MadePaper
from desktop.sync.standing import SyncStatus
from desktop.views.counter.paper import Paper
from desktop.views.counter.parts import CounterParts
from desktop.views.counter.shift import Shift
from tests.fakes import ManualLane

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)
LEASE = "17580000012"
CLAIRE = StaffCard("claire", "Claire Delattre", "front_desk_agent", "AG02")
IN_SYNC = SyncStatus(online=True, bootstrapped=True, waiting=0, attention=0, as_of=NOW)


class FakeUploads:
    """The files that central would not have."""

    def __init__(self) -> None:
        self.files: list[SimpleNamespace] = []

    def refused(self) -> tuple[SimpleNamespace, ...]:
        return tuple(self.files)

    def acknowledge(self, sha256: str) -> None:
        self.files = [file for file in self.files if file.sha256 != sha256]


class FakeJournal:
    """Nothing but what is under way."""

    def __init__(self) -> None:
        self.head = 0
        self.left: list[bytes] = []
        self.under_way = SimpleNamespace(note=self.left.append, dismiss=self.left.remove)

    def after(self, _seq: int) -> list[Any]:
        return []


@dataclass
class FakeStation:
    """Answers each query with what the test laid ready: a value, a function of the arguments, or an error."""

    answers: dict[Callable[..., Any], Any] = field(default_factory=dict)
    outcome: Any = field(default_factory=Done)
    performed: list[tuple[Command, str]] = field(default_factory=list)
    printed: list[NotePrinted] = field(default_factory=list)
    photos: dict[str, Any] = field(default_factory=dict)
    items: list[Any] = field(default_factory=list)
    waiting: list[Any] = field(default_factory=list)
    uploads: FakeUploads = field(default_factory=FakeUploads)
    journal: FakeJournal = field(default_factory=FakeJournal)
    standing: SyncStatus = IN_SYNC
    at: datetime = NOW
    staff_seeds: Any = field(default_factory=lambda: SimpleNamespace(open_seed=lambda kept, _login: kept))
    settings: Any = field(default_factory=lambda: SimpleNamespace(device_id="c1", agency_id="AG02"))

    def ask(self, query: Callable[..., Any], *args: Any, **named: Any) -> Any:
        nothing = query in (unsettled, locked_staff)
        answer = self.answers.get(query, ()) if nothing else self.answers[query]
        if isinstance(answer, Exception):
            raise answer
        return answer(*args, **named) if callable(answer) else answer

    def perform(self, command: Command, actor: str) -> Done:
        if isinstance(command, NotePrinted):
            self.printed.append(command)
            return Done()
        outcome = self.outcome(command) if callable(self.outcome) else self.outcome
        if isinstance(outcome, Exception):
            raise outcome
        self.performed.append((command, actor))
        return outcome

    def photo(self, sha256: str) -> bytes:
        found = self.photos[sha256]
        if isinstance(found, Exception):
            raise found
        return found

    def now(self) -> datetime:
        return self.at

    def status(self) -> SyncStatus:
        return self.standing

    def attention(self) -> tuple[Any, ...]:
        return tuple(self.items)

    def waiting_commands(self, limit: int) -> tuple[Any, ...]:
        return tuple(self.waiting[:limit])

    def acknowledge_damage(self) -> None:
        self.standing = replace(self.standing, damage=None)

    def acknowledge(self, seq: int) -> None:
        self.items = [item for item in self.items if item.seq != seq]


class FakeGuide:
    """Notes where a presenter wants to go."""

    def __init__(self, staff: StaffCard | None = CLAIRE) -> None:
        self.shift = Shift(staff)
        self.went: list[tuple[str, str]] = []
        self.backs = 0
        self.welcomed: list[StaffCard] = []
        self.signed_out = 0
        self.missed: list[Paper] = []
        self.reported: list[Exception] = []

    def go(self, place: str, subject: str = "") -> None:
        self.went.append((place, subject))

    def back(self) -> None:
        self.backs += 1

    def welcome(self, staff: StaffCard) -> None:
        self.welcomed.append(staff)

    def sign_out(self) -> None:
        self.signed_out += 1

    def paper_missed(self, paper: Paper) -> None:
        self.missed.append(paper)

    def report(self, error: Exception) -> None:
        self.reported.append(error)


class FakePrinter:
    """Prints into a list; `result` may be an error."""

    def __init__(self) -> None:
        self.printed: list[tuple[bytes, str]] = []
        self.result: PrintResult | Exception = PrintResult(PrintOutcome.PRINTED, PrintDetail.COMPLETED)

    def print_pdf(self, pdf: bytes, title: str, report: Callable[..., None]) -> PrintResult:
        if isinstance(self.result, Exception):
            raise self.result
        self.printed.append((pdf, title))
        return self.result


class FakePapers:
    """Papers of a few bytes that say what they are; what was recorded as printed is a duplicate."""

    def __init__(self) -> None:
        self.slips: list[CodeSlip] = []

    def make(self, station: FakeStation, asked: object, _actor: str) -> MadePaper:
        known = [note.subject_id for note in station.printed]
        match asked:
            case ReceiptOf(receipt_id):
                again = receipt_id in known
                pdf = f"{'duplicate' if again else 'receipt'} {receipt_id}".encode()
                return MadePaper(pdf, "payment_receipt", LEASE, receipt_id, receipt_id, again)
            case RentReceiptOf(lease_id, period):
                pdf = f"quittance {lease_id} {period}".encode()
                return MadePaper(pdf, "rent_receipt", lease_id, period, period, period in known)
            case CodeSlip():
                self.slips.append(asked)
        return MadePaper(b"slip", "activation_slip", LEASE)


class FakeScreen:
    """Keeps every state it was shown."""

    def __init__(self) -> None:
        self.states: list[Any] = []

    def show_state(self, state: Any) -> None:
        self.states.append(state)


class Counter:
    """Everything a presenter works with; `settle` carries out all that waits on all lanes."""

    def __init__(self, staff: StaffCard | None = CLAIRE) -> None:
        self.station = FakeStation()
        self.guide = FakeGuide(staff)
        self.printer = FakePrinter()
        self.papers = FakePapers()
        self.cache, self.network, self.printing = ManualLane(), ManualLane(), ManualLane()
        self.parts = CounterParts(
            station=self.station,
            cache_lane=self.cache,
            network_lane=self.network,
            printer_lane=self.printing,
            printer=self.printer,
            landlord_name="Habitat 62",
            make_paper=self.papers.make,
        )

    def settle(self) -> None:
        lanes = (self.cache, self.network, self.printing)
        while any(lane.waiting for lane in lanes):
            for lane in lanes:
                lane.drain()

    @property
    def commands(self) -> list[Command]:
        return [command for command, _actor in self.station.performed]


def found(lease_id: str = LEASE, name: str = "EL AMRANI Diane") -> Found:
    return Found(
        lease_id, (name,), "133 chemin des Dunes, 62280 Saint-Martin", "06 98 88 45 34", 51_505, None
    )


def holder(tenant_id: str = "L000001", first: str = "Diane", last: str = "EL AMRANI") -> Holder:
    return Holder(tenant_id, "MME", first, last, "BRUNEAU", date(1979, 6, 15), ("06 98 88 45 34",), "", "fr")


def term(period: str = "2026-11", open_cents: int = 51_505) -> TermView:
    year, month = map(int, period.split("-"))
    return TermView(
        period=period,
        due_on=date(year, month, 1),
        rent_cents=open_cents,
        charges_cents=0,
        supplement_cents=0,
        reduction_cents=0,
        benefit_cents=0,
        adjustment_cents=0,
        returned_cents=0,
        due_cents=open_cents,
        paid_cents=0,
        open_cents=open_cents,
    )


def lease_card(**said: Any) -> LeaseCard:
    usual: dict[str, Any] = {
        "lease_id": LEASE,
        "kind": "HAB",
        "starts_on": date(2009, 3, 1),
        "ends_on": None,
        "rent_cents": 66_137,
        "charges_cents": 19_096,
        "deposit_cents": 66_137,
        "housing_benefit_cents": 29_100,
        "solidarity_reduction_cents": 4_628,
        "solidarity_supplement_cents": 0,
        "payment_means": "CARTE",
        "debit_day": None,
        "iban_end": "",
        "holders": (holder(),),
        "dwelling": None,
        "balance_cents": 51_505,
        "open_terms": (term(),),
        "lines": (),
        "payments": (),
        "doubts": (),
        "requests": (),
        "account_state": "none",
        "activated_at": None,
        "activation_state": "valid",
        "activation_expires_on": date(2027, 1, 19),
        "insurance_state": "valid",
        "insurer": "AXA",
        "insured_until": date(2027, 10, 25),
    }
    return LeaseCard(**usual | said)
