"""What a tenant asks of the landlord: opened with photos, answered, and visible until it is closed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.services.command import Command, Context, Done
from desktop.services.photos import Photo

PROMISED_DAYS = {
    "plumbing": 3,
    "heating": 2,
    "electricity": 2,
    "doors_windows": 5,
    "lift": 1,
    "common_areas": 10,
    "pests": 7,
    "nuisance": 10,
    "other": 15,
}
"""Days within which a person answers, by category: the house's promise, in the order screens list them."""

MAX_PHOTOS = 5


class OpenRequest(Command, frozen=True, kw_only=True):
    """A fault or a wish. `category`: a key of PROMISED_DAYS; the photos' bytes travel apart."""

    lease_id: str
    category: str
    place: str
    description: str
    photos: tuple[Photo, ...] = ()


class AnswerRequest(Command, frozen=True, kw_only=True):
    """What staff say to the tenant; `close` ends the request."""

    request_id: str
    text: str
    close: bool


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One line of a list of requests. `names`: the lease's holders; `state`: open, answered or closed."""

    id: str
    number: str
    lease_id: str
    names: tuple[str, ...]
    category: str
    place: str
    description: str
    state: str
    opened_at: datetime
    promised_on: date
    photos: int


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the timeline. `kind`: opened, answered, closed or reopened."""

    kind: str
    text: str
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo of a request; `arrived` once central has its bytes."""

    sha256: str
    size: int
    media_type: str
    arrived: bool


@dataclass(frozen=True, slots=True)
class RequestCard:
    """A request with its timeline, oldest step first."""

    row: RequestRow
    opened_by: str
    steps: tuple[StepView, ...]
    photos: tuple[PhotoView, ...]


def requests_of(session: Session, lease_id: str) -> tuple[RequestRow, ...]:
    """All requests of a lease, newest first."""
    raise NotImplementedError


def open_requests(session: Session, limit: int = 200) -> tuple[RequestRow, ...]:
    """Requests nobody closed: those nobody answered first, then by promised day."""
    raise NotImplementedError


def request_card(session: Session, request_id: str) -> RequestCard:
    """A request whole. Raises Refused("request_unknown")."""
    raise NotImplementedError


def open_request(session: Session, command: OpenRequest, context: Context) -> Done:
    """result: request_id, number, promised_on (ISO)."""
    raise NotImplementedError


def answer_request(session: Session, command: AnswerRequest, context: Context) -> Done:
    raise NotImplementedError
