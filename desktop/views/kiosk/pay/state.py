"""Everything the payment screen shows, from the first choice to the paper."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from desktop.hardware.card_terminal import ChargeStep, TerminalState
from desktop.services.ledger.statement import TermView
from desktop.services.papers.papers import PaperView
from desktop.services.payments.card_charges import ChargeView
from desktop.services.payments.payments import Quote
from desktop.station.charging import Charged
from desktop.views.common.trouble import Trouble
from desktop.views.kiosk.kit.printing import PaperProgress


class PayStep(Enum):
    """Where in the payment one is."""

    READING = auto()
    CHOOSE = auto()
    AMOUNT = auto()
    REVIEW = auto()
    CARD = auto()
    OUTCOME = auto()
    IN_DOUBT = auto()


class Choice(Enum):
    """How much to pay."""

    ALL = auto()
    MONTH = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class PayState:
    """`problem` is a code about the amount typed; `changed` when the balance moved while one was choosing.

    `as_of`: when the balance was last known to be central's; `unread`: a line of it could not be read.
    """

    step: PayStep = PayStep.READING
    balance_cents: int = 0
    unread: bool = False
    month: TermView | None = None
    terminal: TerminalState | None = None
    choice: Choice | None = None
    typed: str = ""
    problem: str = ""
    quote: Quote | None = None
    cents: int = 0
    accept_credit: bool = False
    changed: bool = False
    charge_step: ChargeStep | None = None
    charged: Charged | None = None
    doubt: ChargeView | None = None
    papers: tuple[PaperView, ...] = ()
    printing: PaperProgress = PaperProgress.NOTHING
    trouble: Trouble | None = None
    as_of: datetime | None = None
    now: datetime | None = None

    @property
    def credit_cents(self) -> int:
        """What goes beyond what is owed."""
        return self.quote.credit_cents if self.quote else 0

    @property
    def takes_no_card(self) -> bool:
        """Whether this kiosk has no terminal at all: then no payment is offered."""
        return self.terminal is TerminalState.ABSENT

    @property
    def may_pay(self) -> bool:
        """Whether the card can be asked for."""
        answered = not self.credit_cents or self.accept_credit
        return self.step is PayStep.REVIEW and answered and not self.takes_no_card
