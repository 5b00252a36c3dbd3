"""Opens the file of a lease, leaves a trace that it was opened, and starts what one does from there."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.services.access.accounts import UnlockAccount
from desktop.services.access.staff import RecordView
from desktop.services.days import local_day
from desktop.services.leases.leases import Holder, LeaseCard, RequestRow, lease_card
from desktop.services.leases.search import Found
from desktop.services.papers.papers import PaperView, asked_for, papers_available
from desktop.sync.standing import SyncStatus
from desktop.views.common.trouble import Trouble
from desktop.views.counter.paper import Paper, What
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.printing import Printing
from desktop.views.counter.scene import CounterScene


class Tab(StrEnum):
    """What the middle of the screen shows."""

    LINES = "lines"
    PAPERS = "papers"
    REQUESTS = "requests"


@dataclass(frozen=True, slots=True)
class LeaseState:
    """`as_of`: of when the figures are; `old_accounts`: of days ago; `unlocking`: a reason is typed."""

    lease_id: str
    card: LeaseCard | None = None
    today: date | None = None
    now: datetime | None = None
    as_of: datetime | None = None
    old_accounts: bool = False
    online: bool = True
    papers: tuple[PaperView, ...] = ()
    tab: Tab = Tab.LINES
    unlocking: bool = False
    reason: str = ""
    unlocked: bool = False
    paper: Paper = field(default_factory=Paper)
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    card: LeaseCard
    papers: tuple[PaperView, ...]
    today: date
    now: datetime
    status: SyncStatus


class LeasePresenter(CounterScene[LeaseState]):
    """The whole file of one lease."""

    def __init__(self, parts: CounterParts, guide: CounterGuide, lease_id: str) -> None:
        super().__init__(parts, guide, LeaseState(lease_id))
        self._actor = guide.shift.actor
        self._printing = Printing(parts, guide, lambda paper: self.show(paper=paper))

    def open(self) -> None:
        """Note who looks at whose file, and read it."""
        self.run(self._parts.cache_lane, self._open, self._on_read, self.fail)

    def refresh(self) -> None:
        """Read again; looking on is not looking twice."""
        self.run(self._parts.cache_lane, self._read, self._on_read, self.fail)

    def close(self) -> None:
        """A paper still under way reports to the shell."""
        self._printing.leave()
        super().close()

    def tab_chosen(self, tab: Tab) -> None:
        """Show another part of the file."""
        self.show(tab=tab, trouble=None)

    def place_chosen(self, place: str) -> None:
        """One of the screens that are about a lease."""
        if self.state.card is not None:
            self._guide.go(place, self.state.lease_id)

    def request_opened(self, row: RequestRow) -> None:
        self._guide.go("requests", row.id)

    def charges_pressed(self) -> None:
        """Settle the card payment that is in doubt."""
        self._guide.go("charges")

    def print_pressed(self, paper: PaperView) -> None:
        """Print the receipt of a payment, or the rent receipt of a term wholly paid."""
        if not paper.allowed:
            self.show(trouble=Trouble("paper_not_allowed", {"reason": paper.reason_code}))
            return
        self.show(trouble=None)
        what = What.RECEIPT if paper.kind == "payment_receipt" else What.RENT_RECEIPT
        self._printing.start(asked_for(self.state.lease_id, paper), what, paper.number)

    def unlock_asked(self) -> None:
        """The person is locked out; unlocking needs a reason."""
        self.show(unlocking=not self.state.unlocking, reason="", trouble=None)

    def reason_edited(self, reason: str) -> None:
        self.show(reason=reason)

    def unlock_pressed(self) -> None:
        """Let the person try again."""
        if not self.state.unlocking:
            return
        command = UnlockAccount(lease_id=self.state.lease_id, reason=self.state.reason)
        self.run(
            self._parts.cache_lane,
            lambda: self._parts.station.perform(command, self._actor),
            lambda _done: self._on_unlocked(),
            self.fail,
        )

    def _open(self) -> _Read:
        read = self._read()
        self._parts.station.perform(RecordView(lease_id=self.state.lease_id), self._actor)
        return read

    def _read(self) -> _Read:
        station = self._parts.station
        now = station.now()
        today = local_day(now)
        card = station.ask(lease_card, self.state.lease_id, today)
        papers = station.ask(papers_available, self.state.lease_id, now)
        return _Read(card, papers, today, now, station.status())

    def _on_read(self, read: _Read) -> None:
        self._guide.shift.remember(_found(read.card))
        self.show(
            card=read.card,
            papers=read.papers,
            today=read.today,
            now=read.now,
            as_of=read.status.balances_as_of,
            old_accounts=read.status.ledger_as_of is not None,
            online=read.status.online,
        )

    def _on_unlocked(self) -> None:
        self.show(unlocking=False, reason="", unlocked=True, trouble=None)
        self.refresh()


def _found(card: LeaseCard) -> Found:
    return Found(
        lease_id=card.lease_id,
        names=tuple(map(_listed, card.holders)),
        address=", ".join(card.dwelling.address) if card.dwelling else "",
        phone=next((phone for each in card.holders for phone in each.phones if phone), ""),
        balance_cents=card.balance_cents,
        ends_on=card.ends_on,
    )


def _listed(holder: Holder) -> str:
    return f"{holder.last_name} {holder.first_name}".strip()
