"""A real station in its own process: does at random what people do there, and notes what they were told."""

import base64
import hashlib
import random
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import text

from desktop.errors import GuichetError, NotAllowed
from desktop.errors import Refused as RefusedHere
from desktop.services.access.accounts import NoteSignIn
from desktop.services.command import Command, Done
from desktop.services.payments.card_charges import (
    ResolveCharge,
    SettleCharge,
    StartCharge,
    charges_in_doubt,
    unsettled_charges_of,
)
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.photos import JPEG, Photo
from desktop.services.requests.requests import AnswerRequest, OpenRequest
from desktop.station.engine import Engine
from desktop.station.enrolment import open_station
from desktop.sync.cache import cache
from tests.chaos.history import History, Invoked, Looked, Refused, Told
from tests.pictures import kept_photo
from tests.sync.visits import CLAIRE, balance, itself, person_at

LONGEST_PAUSE = 0.08
_SEEN = """SELECT count(*), coalesce(sum(amount_cents), 0) FROM payment
    WHERE lease_id = :lease AND ver > 0"""


class Hasty(random.Random):
    """Whoever is offline tries again soon: a test has no minutes to wait."""

    def uniform(self, a: float, b: float) -> float:
        return super().uniform(a, min(b, 0.4))


class Clerk:
    """Does one thing after the other; `name` stands in all it does, so that each can be found at central."""

    def __init__(self, folder: Path, seed: str) -> None:
        self.history = History(folder / "told.jsonl")
        self.name = folder.name
        self.op = self.history.next_op()
        self.random = random.Random(f"{seed} {self.name} {self.op} {len(self.history.past)}")
        self.station = open_station(folder)
        self.mine: dict[str, set[str]] = {}
        leases = {e.op: e.lease for e in self.history.past if isinstance(e, Invoked) and e.cents}
        for event in self.history.past:
            if isinstance(event, Told) and event.op in leases:
                self.mine.setdefault(leases[event.op], set()).add(event.row)

    def work(self) -> None:
        """Until the process is killed. What the station refuses is noted; what it could not say, is not."""
        Engine(self.station, randomness=Hasty()).start()
        deeds = self._deeds()
        if self.station.settings.kind == "kiosk":
            with suppress(GuichetError, OSError, IndexError):
                self._photo(self.station.ask(_column, "SELECT id FROM lease")[0])
        while True:
            with suppress(GuichetError, OSError):
                self._settle_what_the_terminal_lost()
                leases = self.station.ask(_column, "SELECT id FROM lease ORDER BY id")
                if leases:
                    self.random.choice(deeds)(self.random.choice(leases))
                self._look(self.random.choice(leases or ["none"]))
            time.sleep(self.random.uniform(0, LONGEST_PAUSE))

    def _deeds(self) -> list[Callable[[str], None]]:
        if self.station.settings.kind == "kiosk":
            return [self._card, self._card, self._request, self._photo, self._photo, self._mistype]
        return [self._cash, self._cash, self._cheque, self._request, self._answer, self._resolve]

    # What people do

    def _cash(self, lease: str) -> None:
        cents = self.random.randint(1, 90)
        command = self._payment(lease, "cash", cents, tendered_cents=cents + self.op)
        self._do("cash", lease, cents, command)

    def _cheque(self, lease: str) -> None:
        cents = self.random.randint(1, 90)
        self._do("cheque", lease, cents, self._payment(lease, "cheque", cents, cheque_number=self._tag()))

    def _payment(self, lease: str, means: str, cents: int, **more: Any) -> TakePayment:
        try:
            seen = balance(self.station, lease)
        except TypeError:  # the rows were let go of since the lease was chosen: there is no balance to show
            raise RefusedHere("lease_unknown") from None
        return TakePayment(
            lease_id=lease,
            means=means,
            amount_cents=cents,
            balance_seen_cents=seen,
            accept_credit=True,
            **more,
        )

    def _card(self, lease: str) -> None:
        if self.station.ask(charges_in_doubt, lease):
            return
        cents = self.random.randint(1, 90)
        seen = balance(self.station, lease)
        start = StartCharge(lease_id=lease, amount_cents=cents, balance_seen_cents=seen, accept_credit=True)
        charge = (self.station.perform(start, person_at(self.station, lease)).result or {})["charge_id"]
        approved = SettleCharge(charge_id=charge, outcome="approved", authorisation=authorisation_of(self.op))
        self._do("card", lease, cents, approved, f"device:{self.station.settings.device_id}")

    def _settle_what_the_terminal_lost(self) -> None:
        device = self.station.settings.device_id
        for charge in self.station.ask(unsettled_charges_of, device):
            settle = SettleCharge(charge_id=charge.id, outcome="unknown")
            self.station.perform(settle, f"device:{device}")

    def _resolve(self, _lease: str) -> None:
        """Only one counter does, so that no two people find out different things."""
        unknown = [charge for charge in self.station.ask(charges_in_doubt) if charge.state == "unknown"]
        if unknown and self.name == "west":
            charge = unknown[0]
            command = ResolveCharge(
                charge_id=charge.id, paid=True, reason=self._tag(), evidence="ticket", seen=charge.seen()
            )
            self._do("resolve", charge.lease_id, charge.amount_cents, command)

    def _request(self, lease: str, photos: tuple[Photo, ...] = ()) -> None:
        command = OpenRequest(
            lease_id=lease, category="plumbing", place="cuisine", description=self._tag(), photos=photos
        )
        self._do("request", lease, 0, command, person_at(self.station, lease))

    def _photo(self, lease: str) -> None:
        content = kept_photo(self.random.random(), self.random.randint(2_000, 60_000))
        digest = hashlib.sha256(content).hexdigest()
        self.station.uploads.keep(digest, content, JPEG)
        self._request(lease, (Photo(sha256=digest, size=len(content), media_type=JPEG),))

    def _answer(self, _lease: str) -> None:
        found = self.station.ask(_column, "SELECT id FROM service_request WHERE state <> 'closed'")
        if found:
            command = AnswerRequest(request_id=self.random.choice(found), text="Mardi.", close=False)
            self.station.perform(command, CLAIRE)

    def _mistype(self, lease: str) -> None:
        self.station.perform(NoteSignIn(login=lease, succeeded=False), itself(self.station))

    # What they are told

    def _do(self, what: str, lease: str, cents: int, command: Command, actor: str = CLAIRE) -> None:
        op, self.op = self.op, self.op + 1
        self.history.say(Invoked(op, what, lease, cents))
        try:
            done = self.station.perform(command, actor)
        except (RefusedHere, NotAllowed) as refusal:
            self.history.say(Refused(op, refusal.code))
            return
        row, number = _row(done), str((done.result or {}).get("number", ""))
        self.history.say(Told(op, row, number))
        if cents:
            self.mine.setdefault(lease, set()).add(row)

    def _look(self, lease: str) -> None:
        with self.station.replica.read() as session:
            count, cents = session.execute(text(_SEEN), {"lease": lease}).one()
            here = set(session.execute(text("SELECT id FROM payment")).scalars())
            token = cache.meta(session, "cursor")
        epoch, ver = _position(token, self.station.settings.agency_id) if token else ("", -1)
        missing = sorted(self.mine.get(lease, set()) - here)
        self.history.say(Looked(lease, epoch, ver, int(count), int(cents), tuple(missing)))

    def _tag(self) -> str:
        return f"{self.name}-{self.op}"


def authorisation_of(op: int) -> str:
    """What the terminal says of a card: signs of a bank, without the station that `Truth` knows anyway."""
    return f"A{op}"


def _row(done: Done) -> str:
    facts = done.result or {}
    return str(facts.get("payment_id") or facts.get("request_id") or "")


def _position(token: str, agency: str) -> tuple[str, int]:
    _form, _shape, position = msgspec.msgpack.decode(base64.urlsafe_b64decode(token))[:3]
    epoch, ver = position[agency]
    return str(epoch), int(ver)


def _column(session: Any, query: str) -> list[str]:
    return [str(row[0]) for row in session.execute(text(query))]
