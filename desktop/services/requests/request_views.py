"""Requests as lists and cards show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models.request import RequestEvent, RequestPhoto, ServiceRequest
from desktop.services.people import names_of


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
    found = select(ServiceRequest).where(ServiceRequest.lease_id == lease_id)
    return _rows(session, session.scalars(found.order_by(ServiceRequest.opened_at.desc())).all())


def open_requests(session: Session, limit: int = 200) -> tuple[RequestRow, ...]:
    """Requests nobody closed: those nobody answered first, then by promised day."""
    found = select(ServiceRequest).where(ServiceRequest.state.in_(("open", "answered")))
    ordered = found.order_by(
        ServiceRequest.state.desc(), ServiceRequest.promised_on, ServiceRequest.opened_at, ServiceRequest.id
    )
    return _rows(session, session.scalars(ordered.limit(limit)).all())


def request_card(session: Session, request_id: str) -> RequestCard:
    """A request whole. Raises Refused("request_unknown")."""
    request = known_request(session, request_id)
    events = session.scalars(
        select(RequestEvent)
        .where(RequestEvent.request_id == request_id)
        .order_by(RequestEvent.at, RequestEvent.id)
    )
    photos = session.scalars(
        select(RequestPhoto).where(RequestPhoto.request_id == request_id).order_by(RequestPhoto.id)
    )
    return RequestCard(
        row=_rows(session, [request])[0],
        opened_by=request.opened_by,
        steps=tuple(StepView(each.kind, each.text, each.at, each.actor) for each in events),
        photos=tuple(PhotoView(each.sha256, each.size, each.media_type, each.arrived) for each in photos),
    )


def known_request(session: Session, request_id: str) -> ServiceRequest:
    """The stored request. Raises Refused("request_unknown")."""
    request = session.get(ServiceRequest, request_id)
    if request is None:
        raise Refused("request_unknown")
    return request


def _rows(session: Session, requests: Sequence[ServiceRequest]) -> tuple[RequestRow, ...]:
    names = names_of(session, (each.lease_id for each in requests))
    counted = select(RequestPhoto.request_id, func.count()).where(
        RequestPhoto.request_id.in_([each.id for each in requests])
    )
    photos = {key: number for key, number in session.execute(counted.group_by(RequestPhoto.request_id))}
    return tuple(
        RequestRow(
            id=each.id,
            number=each.number,
            lease_id=each.lease_id,
            names=names.get(each.lease_id, ()),
            category=each.category,
            place=each.place,
            description=each.description,
            state=each.state,
            opened_at=each.opened_at,
            promised_on=each.promised_on,
            photos=photos.get(each.id, 0),
        )
        for each in requests
    )
