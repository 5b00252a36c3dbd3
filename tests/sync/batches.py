"""Batches of commands as a station would send them, some of them damaged on the way or by its disk."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec
from hypothesis import strategies as st

from desktop.protocol.chain import GENESIS, command_hash
from desktop.protocol.messages import Envelope
from desktop.security.device_key import sign
from desktop.services import catalogue
from desktop.services.access.staff import RecordView
from desktop.services.payments.payments import TakePayment

AT_MS = 1_795_000_000_000
DAMAGE = ("doubled", "rewritten", "unsigned", "unreadable", "skipped", "forked", "newer")
LEASES = st.sampled_from(("first",) * 10 + ("second",) * 4 + ("moved", "unknown", "unknown"))
CENTS = st.sampled_from((500, 502, 700, 1_500, 60_000, 100_000, 500_000))
ANY_CENTS = st.one_of(CENTS, st.sampled_from((1, 0, 10**9)))
NAMED = (("2027-02",), ("2027-01",), ("2026-12", "2027-02"))
PERIODS = st.sampled_from(((), *NAMED, ("1999-01",)))


@dataclass(frozen=True)
class Step:
    """One command: `lease` is a word for one, `damage` what becomes of it."""

    kind: str
    lease: str
    cents: int
    means: str
    periods: tuple[str, ...]
    actor: str
    damage: str


def batches() -> st.SearchStrategy[list[Step]]:
    """A day at one till where each payment builds on those before it, or whatever may happen to commands."""
    return st.one_of(_one_lease(), _one_lease(), _anything())


@st.composite
def _one_lease(draw: st.DrawFn) -> list[Step]:
    """Several payments of a lease that owes little for old terms and much for one: each leaves less."""
    step = st.builds(
        Step,
        kind=st.just("payment"),
        lease=st.just(draw(st.sampled_from(("first", "second")))),
        cents=CENTS,
        means=st.sampled_from(("cash", "cash", "cheque")),
        periods=PERIODS,
        actor=st.just("staff:claire"),
        damage=st.just(""),
    )
    return draw(st.lists(step, min_size=3, max_size=7))


@st.composite
def _anything(draw: st.DrawFn) -> list[Step]:
    """Payments above all: plain, refused, doubled, of leases that moved or were never there, broken."""
    step = st.builds(
        Step,
        kind=st.sampled_from(("payment",) * 15 + ("view",)),
        lease=LEASES,
        cents=ANY_CENTS,
        means=st.sampled_from(("cash", "cash", "cheque", "card")),
        periods=PERIODS,
        actor=st.sampled_from(("staff:claire", "staff:claire", "staff:nobody", "tenant:1")),
        damage=st.sampled_from(("",) * 80 + DAMAGE),  # one makes all its neighbours go the careful way
    )
    return draw(st.lists(step, min_size=1, max_size=14))


@dataclass
class Writer:
    """Chains and signs steps as the journal of one device does."""

    device_id: str
    private_key: bytes
    leases: dict[str, str]
    _last: bytes = GENESIS
    _seq: int = 0
    _keys: int = 0
    written: list[Envelope] = field(default_factory=list)

    def write(self, steps: list[Step]) -> list[Envelope]:
        """The envelopes of these steps, in their order."""
        for step in steps:
            self.written.append(self._damaged(self._next(step), step.damage))
        return self.written

    def _next(self, step: Step) -> Envelope:
        self._seq += 2 if step.damage == "skipped" else 1
        self._keys += step.damage != "doubled"
        bare = Envelope(
            seq=self._seq,
            key=UUID(int=max(self._keys, 1)).bytes,
            kind="lease.view" if step.kind == "view" else "payment.take",
            version=2 if step.damage == "newer" else 1,
            body=b"\xc1" if step.damage == "unreadable" else self._body(step),
            occurred_at=AT_MS + self._seq,
            actor=step.actor,
            receipt_no=self._seq,
            previous=bytes(31) + b"1" if step.damage == "forked" else self._last,
            hash=b"",
            signature=b"",
        )
        self._last = command_hash(bare.previous, self.device_id, bare)
        return msgspec.structs.replace(bare, hash=self._last, signature=sign(self.private_key, self._last))

    def _damaged(self, envelope: Envelope, damage: str) -> Envelope:
        changed: dict[str, Any] = {
            "rewritten": {"actor": "staff:other"},
            "unsigned": {"signature": bytes(64)},
        }.get(damage, {})
        return msgspec.structs.replace(envelope, **changed)

    def _body(self, step: Step) -> bytes:
        lease = self.leases[step.lease]
        if step.kind == "view":
            return catalogue.encode(RecordView(lease_id=lease))
        return catalogue.encode(
            TakePayment(
                lease_id=lease,
                means=step.means,
                amount_cents=step.cents,
                balance_seen_cents=1_234,
                periods=step.periods,
                accept_credit=step.cents % 2 == 0,
                cheque_number="12" if step.cents > 1 else "",
            )
        )
