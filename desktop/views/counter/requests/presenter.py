"""The inbox of requests: reads them, fetches the photos one looks at, answers and closes."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial

from desktop.services.days import local_day
from desktop.services.requests.requests import (
    AnswerRequest,
    RequestCard,
    RequestRow,
    open_requests,
    request_card,
)
from desktop.views.common.trouble import Trouble
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.scene import CounterScene

LIMIT = 200


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo of the request that is shown: `content` once it is here, `missing` when nobody has it."""

    sha256: str
    content: bytes = field(default=b"", repr=False)
    missing: bool = False


@dataclass(frozen=True, slots=True)
class RequestsState:
    """`rows` None while they are read; `chosen`: the request that is shown; `sent`: what was answered."""

    rows: tuple[RequestRow, ...] | None = None
    chosen: str = ""
    card: RequestCard | None = None
    shots: tuple[Shot, ...] = ()
    large: str = ""
    answer: str = ""
    sending: bool = False
    sent: str = ""
    today: date | None = None
    now: datetime | None = None
    trouble: Trouble | None = None


class RequestsPresenter(CounterScene[RequestsState]):
    """Unanswered ones first, the newest on top."""

    def __init__(self, parts: CounterParts, guide: CounterGuide, request_id: str = "") -> None:
        super().__init__(parts, guide, RequestsState(chosen=request_id))
        self._actor = guide.shift.actor
        self._drafts: dict[str, str] = {}

    @property
    def busy(self) -> bool:
        """While an answer is being kept."""
        return self.state.sending

    def open(self) -> None:
        station = self._parts.station
        now = station.now()
        self.show(now=now, today=local_day(now))
        self.run(
            self._parts.cache_lane,
            lambda: station.ask(open_requests, limit=LIMIT),
            self._on_rows,
            self.fail,
        )
        if self.state.chosen:
            self._read_card()

    def refresh(self) -> None:
        """New requests, answers from elsewhere."""
        self.open()

    def broke(self) -> None:
        """The answer may be sent again."""
        self.show(sending=False)

    def back_pressed(self) -> None:
        """A large photo closes first."""
        if self.state.large:
            self.photo_closed()
        else:
            super().back_pressed()

    def row_chosen(self, row: RequestRow) -> None:
        """Read this request; what was typed for another one waits there."""
        if row.id == self.state.chosen or self.state.sending:
            return
        self._drafts[self.state.chosen] = self.state.answer
        self.show(
            chosen=row.id,
            card=None,
            shots=(),
            large="",
            answer=self._drafts.get(row.id, ""),
            sent="",
            trouble=None,
        )
        self._read_card()

    def photo_opened(self, sha256: str) -> None:
        """Look at one photo in full."""
        self.show(large=sha256)

    def photo_closed(self) -> None:
        self.show(large="")

    def typed(self, text: str) -> None:
        self.show(answer=text, sent="")

    def answer_pressed(self) -> None:
        """Send the answer; the request stays open for the tenant's reply."""
        self._send(close=False)

    def close_pressed(self) -> None:
        self._send(close=True)

    def lease_pressed(self) -> None:
        """See the tenant's file."""
        if self.state.card is not None:
            self._guide.go("lease", self.state.card.row.lease_id)

    def _send(self, *, close: bool) -> None:
        if self.state.sending or self.state.card is None:
            return
        command = AnswerRequest(request_id=self.state.chosen, text=self.state.answer, close=close)
        self.show(sending=True, trouble=None, sent="")
        self.run(
            self._parts.cache_lane,
            lambda: self._parts.station.perform(command, self._actor),
            lambda _done: self._on_sent("closed" if close else "answered"),
            self._on_refused,
        )

    def _read_card(self) -> None:
        station, wanted = self._parts.station, self.state.chosen
        self.run(
            self._parts.cache_lane,
            lambda: station.ask(request_card, wanted),
            lambda card: self._on_card(wanted, card),
            self.fail,
        )

    def _on_rows(self, rows: tuple[RequestRow, ...]) -> None:
        newest = sorted(rows, key=lambda row: row.opened_at, reverse=True)
        self.show(rows=tuple(sorted(newest, key=lambda row: row.state != "open")))
        if not self.state.chosen and self.state.rows:
            self.row_chosen(self.state.rows[0])

    def _on_card(self, wanted: str, card: RequestCard) -> None:
        if wanted != self.state.chosen:
            return
        known = {shot.sha256: shot for shot in self.state.shots if not shot.missing}
        shots = tuple(known.get(photo.sha256, Shot(photo.sha256)) for photo in card.photos)
        before = {shot.sha256 for shot in self.state.shots if not shot.missing}
        self.show(card=card, shots=shots)
        for shot in shots:
            if shot.sha256 not in before:
                photo = partial(self._parts.station.photo, shot.sha256)
                came = partial(self._on_shot, wanted, shot)
                self.run(self._parts.network_lane, photo, came, came)

    def _on_shot(self, wanted: str, asked: Shot, came: bytes | Trouble) -> None:
        if wanted != self.state.chosen:
            return
        content = came if isinstance(came, bytes) else b""
        arrived = replace(asked, content=content, missing=isinstance(came, Trouble))
        shots = (arrived if shot.sha256 == arrived.sha256 else shot for shot in self.state.shots)
        self.show(shots=tuple(shots))

    def _on_sent(self, how: str) -> None:
        self._drafts.pop(self.state.chosen, None)
        self.show(sending=False, answer="", sent=how)
        self.open()

    def _on_refused(self, trouble: Trouble) -> None:
        self.show(sending=False, trouble=trouble)
        if trouble.code == "request_closed":
            self.open()
