"""Gives a new activation code to somebody whose identity was seen; the code is shown once."""

import secrets
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.rules.activation_code import new_code
from desktop.security.codes import slow_digest
from desktop.services.access.activation import ReissueActivationCode
from desktop.services.days import local_day
from desktop.services.leases.leases import Holder, LeaseCard, lease_card
from desktop.services.papers.code_slips import CodeSlip
from desktop.views.common.trouble import Trouble
from desktop.views.counter.paper import Paper, What
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.printing import Printing
from desktop.views.counter.scene import CounterScene


class ActivationStep(StrEnum):
    """How far it is."""

    FORM = "form"
    MAKING = "making"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class ActivationState:
    """`holder`: the tenant's id of who stands here; `code` only while it is shown."""

    lease_id: str
    holders: tuple[Holder, ...] = ()
    account_active: bool = False
    holder: str = ""
    identity_seen: bool = False
    step: ActivationStep = ActivationStep.FORM
    code: str = field(default="", repr=False)
    valid_until: date | None = None
    paper: Paper = field(default_factory=Paper)
    trouble: Trouble | None = None

    @property
    def may_make(self) -> bool:
        """Whether a person is named and was identified."""
        return self.step is ActivationStep.FORM and bool(self.holder) and self.identity_seen


class ActivationPresenter(CounterScene[ActivationState]):
    """The digest travels to central; the code itself goes to the screen and to the paper, no further."""

    def __init__(self, parts: CounterParts, guide: CounterGuide, lease_id: str) -> None:
        super().__init__(parts, guide, ActivationState(lease_id))
        self._actor = guide.shift.actor
        self._staff_name = guide.shift.staff.name if guide.shift.staff else ""
        self._printing = Printing(parts, guide, lambda paper: self.show(paper=paper))

    @property
    def busy(self) -> bool:
        """While the code is being made."""
        return self.state.step is ActivationStep.MAKING

    def open(self) -> None:
        """See who holds the lease."""
        station = self._parts.station
        self.run(
            self._parts.cache_lane,
            lambda: station.ask(lease_card, self.state.lease_id, local_day(station.now())),
            self._on_card,
            self.fail,
        )

    def detach(self) -> None:
        """A locked counter must not show the code again: the paper has it."""
        super().detach()
        self._forget_code()

    def close(self) -> None:
        """Forget the code."""
        self._printing.leave()
        self._forget_code()
        super().close()

    def broke(self) -> None:
        """Let them try again: a second code replaces the first."""
        if self.state.step is ActivationStep.MAKING:
            self.show(step=ActivationStep.FORM)

    def holder_chosen(self, holder: str) -> None:
        """This holder stands here; whoever it is, their identity must be seen."""
        if self.state.step is ActivationStep.FORM and holder != self.state.holder:
            self.show(holder=holder, identity_seen=False)

    def identity_ticked(self, seen: bool) -> None:
        """An identity document of the person named was seen; nothing of it is kept."""
        if self.state.step is ActivationStep.FORM:
            self.show(identity_seen=seen)

    def make_pressed(self) -> None:
        """Make the code, note it, print the slip."""
        if not self.state.may_make:
            return
        self.show(step=ActivationStep.MAKING, trouble=None)
        holder = self.state.holder
        self.run(self._parts.cache_lane, lambda: self._make(holder), self._on_made, self._on_refused)

    def again_pressed(self) -> None:
        """The slip once more, as long as the code is on the screen."""
        if self.state.code:
            self._print()

    def _make(self, holder: str) -> tuple[str, date]:
        code = new_code(secrets.choice)
        command = ReissueActivationCode(
            lease_id=self.state.lease_id, digest=slow_digest(code), identity_seen=True, holder=holder
        )
        done = self._parts.station.perform(command, self._actor)
        return code, date.fromisoformat((done.result or {})["expires_on"])

    def _print(self) -> None:
        state = self.state
        if state.valid_until is None:
            return
        slip = CodeSlip(
            lease_id=state.lease_id,
            code=state.code,
            valid_until=state.valid_until,
            issued_by=self._staff_name,
        )
        self._printing.start(slip, What.SLIP)

    def _on_card(self, card: LeaseCard) -> None:
        first = card.holders[0].tenant_id if len(card.holders) == 1 else ""
        self.show(
            holders=card.holders,
            account_active=card.account_state == "active",
            holder=self.state.holder or first,
        )

    def _on_made(self, made: tuple[str, date]) -> None:
        code, valid_until = made
        self.show(step=ActivationStep.MADE, code=code, valid_until=valid_until)
        self._print()

    def _on_refused(self, trouble: Trouble) -> None:
        self.show(step=ActivationStep.FORM, trouble=trouble)

    def _forget_code(self) -> None:
        self.show(code="")
