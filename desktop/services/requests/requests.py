"""What a tenant asks of the landlord: opened with photos, answered, and visible until it is closed."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from desktop.errors import Invalid
from desktop.models.request import RequestEvent, RequestPhoto, ServiceRequest
from desktop.rules.role import AT_THE_DESK, Role
from desktop.rules.station_kind import StationKind
from desktop.services.about import Subject, its_lease
from desktop.services.bounds import Name, Words
from desktop.services.command import Command, Context, Done
from desktop.services.days import local_day
from desktop.services.entry import Entry, Files, Money, Who
from desktop.services.people import scope_of
from desktop.services.requests.photos import JPEG, MAX_BYTES, Photo
from desktop.services.requests.request_views import (
    PhotoView,
    RequestCard,
    RequestRow,
    StepView,
    known_request,
    open_requests,
    request_card,
    requests_of,
)

__all__ = [
    "COMMANDS",
    "MAX_PHOTOS",
    "MAX_TEXT",
    "PROMISED_DAYS",
    "AnswerRequest",
    "OpenRequest",
    "PhotoView",
    "RequestCard",
    "RequestRow",
    "StepView",
    "answer_request",
    "open_request",
    "open_requests",
    "request_card",
    "requests_of",
]

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
MAX_TEXT = 4000
"""Characters of a description or an answer."""

_NUMBER_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class OpenRequest(Command, frozen=True, kw_only=True):
    """A fault or a wish. `category`: a key of PROMISED_DAYS; the photos' bytes travel apart."""

    lease_id: Name
    category: Name
    place: Words
    description: Words
    photos: Annotated[tuple[Photo, ...], msgspec.Meta(max_length=1000)] = ()


class AnswerRequest(Command, frozen=True, kw_only=True):
    """What staff say to the tenant; `close` ends the request."""

    request_id: Name
    text: Words
    close: bool


def open_request(session: Session, command: OpenRequest, context: Context) -> Done:
    """result: request_id, number, promised_on (ISO)."""
    _check_shape(command)
    request_id = context.new_id("request")
    known = session.get(ServiceRequest, request_id)
    if known is not None:
        return Done(result=_result(known), noop=True)
    scope, warning = scope_of(session, command.lease_id, context)
    request = ServiceRequest(
        id=request_id,
        scope=scope,
        number=_number(request_id),
        lease_id=command.lease_id,
        category=command.category,
        place=command.place.strip(),
        description=command.description.strip(),
        state="open",
        opened_at=context.at,
        opened_by=context.actor,
        promised_on=_promised_on(command.category, local_day(context.at)),
    )
    session.add(request)
    _add_event(session, request, context, "opened", "")
    _add_photos(session, request, command.photos, context)
    session.flush()
    return Done(result=_result(request), warning=warning)


def answer_request(session: Session, command: AnswerRequest, context: Context) -> Done:
    """Refuses text_missing, request_unknown and, at first, request_closed."""
    text = command.text.strip()
    if not text:
        raise Invalid("text", "text_missing")
    if len(text) > MAX_TEXT:
        raise Invalid("text", "text_too_long", limit=MAX_TEXT)
    request = known_request(session, command.request_id)
    if session.get(RequestEvent, context.new_id("event")) is not None:
        return Done(noop=True)
    warning = None
    if request.state == "closed":
        warning = context.objection("request_closed")
    else:
        request.state = "closed" if command.close else "answered"
    _add_event(session, request, context, "closed" if command.close else "answered", text)
    return Done(warning=warning)


def _check_shape(command: OpenRequest) -> None:
    """What no station lets through, whatever it knows."""
    description = command.description.strip()
    if command.category not in PROMISED_DAYS:
        raise Invalid("category", "category_unknown")
    if not description:
        raise Invalid("description", "description_missing")
    if len(description) > MAX_TEXT or len(command.place) > MAX_TEXT:
        raise Invalid("description", "text_too_long", limit=MAX_TEXT)
    if len(command.photos) > MAX_PHOTOS:
        raise Invalid("photos", "too_many_photos", limit=MAX_PHOTOS)
    for photo in command.photos:
        if photo.media_type != JPEG:
            raise Invalid("photos", "photo_not_image")
        if not 0 < photo.size <= MAX_BYTES:
            raise Invalid("photos", "photo_too_big", limit=MAX_BYTES)


def _result(request: ServiceRequest) -> dict[str, str]:
    return {
        "request_id": request.id,
        "number": request.number,
        "promised_on": request.promised_on.isoformat(),
    }


def _promised_on(category: str, opened_on: date) -> date:
    """The last day of the promise; one that falls on a weekend moves to Monday."""
    day = opened_on + timedelta(days=PROMISED_DAYS[category])
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= 5 else day


def _number(request_id: str) -> str:
    """Six signs that nobody confuses when they are read out."""
    rest = UUID(request_id).int
    signs = ""
    for _ in range(6):
        rest, place = divmod(rest, len(_NUMBER_SIGNS))
        signs += _NUMBER_SIGNS[place]
    return f"D-{signs}"


def _add_event(session: Session, request: ServiceRequest, context: Context, kind: str, text: str) -> None:
    session.add(
        RequestEvent(
            id=context.new_id("event"),
            scope=request.scope,
            request_id=request.id,
            lease_id=request.lease_id,
            kind=kind,
            text=text,
            at=context.at,
            actor=context.actor,
        )
    )


def _add_photos(
    session: Session, request: ServiceRequest, photos: tuple[Photo, ...], context: Context
) -> None:
    """The same photo given twice is kept once."""
    for photo in {each.sha256: each for each in photos}.values():
        session.add(
            RequestPhoto(
                id=context.new_id(f"photo {photo.sha256}"),
                scope=request.scope,
                request_id=request.id,
                lease_id=request.lease_id,
                sha256=photo.sha256,
                size=photo.size,
                media_type=photo.media_type,
                arrived=False,
            )
        )


def _about_answered(session: Session, command: AnswerRequest) -> Subject:
    request = session.get(ServiceRequest, command.request_id)
    return Subject(request.lease_id) if request is not None else Subject(found=False)


def _photos(command: OpenRequest) -> list[str]:
    return [photo.sha256 for photo in command.photos]


COMMANDS = (
    Entry(
        kind="request.open",
        version=1,
        command=OpenRequest,
        service=open_request,
        by=AT_THE_DESK | {Role.ADMINISTRATOR, Who.TENANT},
        stations=frozenset({StationKind.KIOSK, StationKind.COUNTER}),
        about=its_lease,
        follows_its_lease=False,
        money=Money.NONE,
        last_bytes=False,
        after=(Files(_photos),),
    ),
    Entry(
        kind="request.answer",
        version=1,
        command=AnswerRequest,
        service=answer_request,
        by=AT_THE_DESK | {Role.ADMINISTRATOR},
        stations=frozenset({StationKind.COUNTER}),
        about=_about_answered,
        follows_its_lease=False,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
)
