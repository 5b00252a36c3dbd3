"""Requests: opened by tenants, answered by staff, visible until closed."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from desktop.errors import Refused
from desktop.services.command import Status
from desktop.services.requests.photos import JPEG, MAX_BYTES, Photo
from desktop.services.requests.requests import (
    MAX_TEXT,
    PROMISED_DAYS,
    AnswerRequest,
    OpenRequest,
    open_requests,
    request_card,
    requests_of,
)
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, NOW, lease

TENANT = f"tenant:{LEASE}"
PHOTO = Photo(sha256="a" * 64, size=12_345, media_type=JPEG)


def ask_for(**said: object) -> OpenRequest:
    fields = {"lease_id": LEASE, "category": "plumbing", "place": "cuisine", "description": "Fuite"} | said
    return OpenRequest(**fields)  # type: ignore[arg-type]


def opened(place: Place, **said: object) -> str:
    at = said.pop("at", NOW)
    done = place.perform(ask_for(**said), actor=TENANT, at=at)
    assert done.result is not None
    return str(done.result["request_id"])


def answer(request_id: str, text: str = "Un plombier passe mardi.", *, close: bool = False) -> AnswerRequest:
    return AnswerRequest(request_id=request_id, text=text, close=close)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ask_for(description=" \n"), "description_missing"),
        (ask_for(description="x" * (MAX_TEXT + 1)), "text_too_long"),
        (ask_for(category="weather"), "category_unknown"),
        (ask_for(photos=(PHOTO,) * 6), "too_many_photos"),
        (ask_for(photos=(Photo(sha256="a", size=MAX_BYTES + 1, media_type=JPEG),)), "photo_too_big"),
        (ask_for(photos=(Photo(sha256="a", size=0, media_type=JPEG),)), "photo_too_big"),
        (ask_for(photos=(Photo(sha256="a", size=1, media_type="text/html"),)), "photo_not_image"),
        (ask_for(lease_id="0"), "lease_unknown"),
    ],
)
def test_a_request_that_says_nothing_useful_is_refused(
    station: Place, command: OpenRequest, code: str
) -> None:
    with pytest.raises(Refused) as refusal:
        station.perform(command, actor="staff:nadia")
    assert refusal.value.code == code
    assert station.rows("service_request")["service_request"] == []


def test_a_request_is_promised_a_day_and_a_number_one_can_read_out(station: Place) -> None:
    done = station.perform(ask_for(description="  Fuite sous l’évier "), actor=TENANT)
    assert done.result is not None
    assert done.result["promised_on"] == "2026-11-25"
    assert done.result["number"].startswith("D-")
    assert len(done.result["number"]) == 8
    assert not set(done.result["number"]) & set("01IO")
    (row,) = station.ask(requests_of, LEASE)
    assert (row.description, row.names, row.state) == ("Fuite sous l’évier", ("EL AMRANI Diane",), "open")


@pytest.mark.parametrize("category", PROMISED_DAYS)
def test_no_promise_falls_on_a_weekend(station: Place, category: str) -> None:
    for day in range(7):
        opened(station, category=category, at=NOW + timedelta(days=day))
    assert {row.promised_on.weekday() for row in station.ask(requests_of, LEASE)} <= set(range(5))


def test_a_promise_counts_from_the_local_day(station: Place) -> None:
    opened(station, at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert str(station.ask(requests_of, LEASE)[0].promised_on) == "2026-11-27"


def test_a_photo_given_twice_is_kept_once(station: Place) -> None:
    request = opened(station, photos=(PHOTO, PHOTO))
    card = station.ask(request_card, request)
    assert [(each.sha256, each.arrived) for each in card.photos] == [("a" * 64, False)]
    assert card.row.photos == 1


def test_the_timeline_tells_everything_in_order(station: Place) -> None:
    request = opened(station)
    station.perform(answer(request), at=NOW + timedelta(hours=1))
    station.perform(answer(request, "C’est réparé.", close=True), at=NOW + timedelta(days=2))
    card = station.ask(request_card, request)
    assert [(step.kind, step.actor) for step in card.steps] == [
        ("opened", TENANT),
        ("answered", "staff:nadia"),
        ("closed", "staff:nadia"),
    ]
    assert card.steps[2].text == "C’est réparé."
    assert (card.row.state, card.opened_by) == ("closed", TENANT)


def test_an_answer_needs_words_and_a_request(station: Place) -> None:
    request = opened(station)
    cases = [
        (answer(request, " "), "text_missing"),
        (answer(request, "x" * (MAX_TEXT + 1)), "text_too_long"),
        (answer("nothing"), "request_unknown"),
    ]
    for command, code in cases:
        with pytest.raises(Refused, match=code):
            station.perform(command)
    with pytest.raises(Refused, match="request_unknown"):
        station.ask(request_card, "nothing")


def test_a_closed_request_takes_no_answer_at_the_desk(station: Place) -> None:
    request = opened(station)
    station.perform(answer(request, close=True))
    with pytest.raises(Refused, match="request_closed"):
        station.perform(answer(request))


def test_central_keeps_an_answer_given_while_another_desk_closed_the_request(central: Place) -> None:
    request = opened(central)
    central.perform(answer(request, close=True))
    done = central.perform(answer(request, "Et le joint ?"))
    assert done.warning == "request_closed"
    card = central.ask(request_card, request)
    assert (card.row.state, len(card.steps)) == ("closed", 3)


def test_the_list_of_open_requests_begins_with_those_nobody_answered(station: Place) -> None:
    answered = opened(station, category="lift")
    station.perform(answer(answered))
    closed = opened(station)
    station.perform(answer(closed, close=True))
    later = opened(station, category="other")
    sooner = opened(station, category="heating")
    assert [row.id for row in station.ask(open_requests)] == [sooner, later, answered]
    assert [row.id for row in station.ask(open_requests, 1)] == [sooner]


def test_the_same_command_again_changes_nothing(central: Place) -> None:
    key, other = uuid4(), uuid4()
    done = central.perform(ask_for(photos=(PHOTO,)), key=key)
    assert done.result is not None
    reply = answer(done.result["request_id"])
    central.perform(reply, key=other)
    before = central.rows()
    again = [central.perform(ask_for(photos=(PHOTO,)), key=key), central.perform(reply, key=other)]
    assert [each.status for each in again] == [Status.NOOP, Status.NOOP]
    assert again[0].result == done.result
    assert central.rows() == before


def test_station_and_central_make_the_same_rows(station: Place, central: Place) -> None:
    keys = uuid4(), uuid4()
    for place in (station, central):
        done = place.perform(ask_for(photos=(PHOTO,)), key=keys[0], actor=TENANT)
        assert done.result is not None
        place.perform(answer(done.result["request_id"], close=True), key=keys[1])
    assert station.rows() == central.rows()


def test_a_request_about_a_lease_that_is_gone_is_kept_with_a_warning(central: Place) -> None:
    assert central.perform(ask_for(lease_id="0")).warning == "lease_unknown"
    central.add(lease("55", scope="AG02"))
    assert central.perform(ask_for(lease_id="55")).warning == "lease_of_another_agency"
    assert {row["scope"] for row in central.rows("service_request")["service_request"]} == {"AG01", "AG02"}
