"""Reporting a problem: five steps, photos that are looked at, a number and a day at the end."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.errors import StoreFull
from desktop.hardware.camera import NullCamera
from desktop.services.requests.photos import MAX_BYTES
from desktop.services.requests.requests import MAX_PHOTOS, request_card, requests_of
from desktop.views.kiosk.new_request.presenter import NewRequestPresenter
from desktop.views.kiosk.new_request.state import ReportStep
from desktop.views.kiosk.visit import Act
from tests.unit.services.rows import LEASE
from tests.unit.views.kiosk.conftest import Companion, Opened
from tests.views.kiosk.kit import Hall

WORDS = "Le robinet de la cuisine goutte jour et nuit."


@pytest.fixture
def report(visitor: Companion, opened: Opened) -> NewRequestPresenter:
    return opened(NewRequestPresenter)


def jpeg(colour: str = "white") -> bytes:
    out = BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    return out.getvalue()


def put(kiosk: Hall, name: str, content: bytes) -> Path:
    path = kiosk.photo_folder / name
    path.write_bytes(content)
    return path


def fill(report: NewRequestPresenter) -> None:
    report.category_chosen("plumbing")
    report.place_chosen("kitchen")
    report.written(WORDS)
    report.go_on_pressed()


def send(report: NewRequestPresenter, kiosk: Hall) -> None:
    while report.state.step is not ReportStep.CHECK:
        report.go_on_pressed()
    report.go_on_pressed()
    kiosk.settle()


@pytest.mark.parametrize("online", [True, False])
def test_a_report_gets_a_number_and_a_promised_day_with_or_without_the_network(
    report: NewRequestPresenter, kiosk: Hall, visitor: Companion, online: bool
) -> None:
    kiosk.station.online = online
    fill(report)
    send(report, kiosk)
    assert (report.state.step, report.state.promised_on) == (ReportStep.SENT, date(2026, 11, 25))
    assert report.state.online is online
    (kept,) = kiosk.station.ask(requests_of, LEASE)
    assert (kept.number, kept.place, kept.description) == (report.state.number, "Cuisine", WORDS)
    assert [deed.act for deed in visitor.visit.deeds] == [Act.REQUESTED]
    report.go_on_pressed()
    assert visitor.places == ["home"]


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_without_a_word_one_stays_at_the_question(report: NewRequestPresenter, words: str) -> None:
    report.category_chosen("heating")
    report.place_chosen("bedroom")
    report.written(words)
    report.go_on_pressed()
    assert (report.state.step, report.state.problem) == (ReportStep.DESCRIPTION, "description_missing")


def test_a_photo_goes_along_without_its_secrets(report: NewRequestPresenter, kiosk: Hall) -> None:
    path = put(kiosk, "leak.jpg", jpeg())
    report.again_pressed()
    kiosk.settle()
    fill(report)
    report.photo_touched(path)
    send(report, kiosk)
    (row,) = kiosk.station.ask(requests_of, LEASE)
    (photo,) = kiosk.station.ask(request_card, row.id).photos
    assert kiosk.station.photo(photo.sha256).startswith(b"\xff\xd8")


def test_a_photo_can_be_left_out_again(report: NewRequestPresenter, kiosk: Hall) -> None:
    path = put(kiosk, "leak.jpg", jpeg())
    report.again_pressed()
    kiosk.settle()
    report.photo_touched(path)
    assert report.state.chosen == (path,)
    report.photo_touched(path)
    assert report.state.chosen == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (jpeg()[:200], "photo_not_image"),
        (jpeg() + b"\0" * MAX_BYTES, "photo_too_large"),
    ],
)
def test_what_is_broken_or_too_large_is_said_and_stays_out(
    report: NewRequestPresenter, kiosk: Hall, content: bytes, problem: str
) -> None:
    path = put(kiosk, "odd.jpg", content)
    report.again_pressed()
    kiosk.settle()
    report.photo_touched(path)
    assert (report.state.photo_problem, report.state.chosen) == (problem, ())


def test_five_photos_at_most(report: NewRequestPresenter, kiosk: Hall) -> None:
    paths = []
    for number in range(MAX_PHOTOS + 1):
        paths.append(put(kiosk, f"{number}.jpg", jpeg(f"rgb({number},0,0)")))
    report.again_pressed()
    kiosk.settle()
    for path in paths:
        report.photo_touched(path)
    assert (len(report.state.chosen), report.state.photo_problem) == (MAX_PHOTOS, "too_many_photos")


def test_a_photo_that_is_gone_is_no_longer_chosen(report: NewRequestPresenter, kiosk: Hall) -> None:
    path = put(kiosk, "leak.jpg", jpeg())
    report.again_pressed()
    kiosk.settle()
    report.photo_touched(path)
    path.unlink()
    report.again_pressed()
    kiosk.settle()
    assert (report.state.pictures, report.state.chosen) == ((), ())


def test_without_a_camera_one_goes_on_without_photos(report: NewRequestPresenter, kiosk: Hall) -> None:
    kiosk.photo_folder.rmdir()
    report.again_pressed()
    kiosk.settle()
    assert report.state.pictures == ()


def test_a_full_disk_is_said_and_nothing_written_is_lost(report: NewRequestPresenter, kiosk: Hall) -> None:
    fill(report)

    def full(*_said: object) -> None:
        raise StoreFull

    kiosk.station.perform = full
    send(report, kiosk)
    assert report.state.trouble.code == "store_full"
    assert (report.state.step, report.state.description, report.state.busy) == (
        ReportStep.CHECK,
        WORDS,
        False,
    )


def test_a_second_touch_while_sending_is_ignored(report: NewRequestPresenter, kiosk: Hall) -> None:
    fill(report)
    report.go_on_pressed()
    report.go_on_pressed()
    report.go_on_pressed()
    report.back_pressed()
    kiosk.settle()
    assert len(kiosk.station.ask(requests_of, LEASE)) == 1


def test_one_can_walk_back_and_home_without_losing_a_word(
    report: NewRequestPresenter, visitor: Companion
) -> None:
    fill(report)
    for _ in range(3):
        report.back_pressed()
    assert (report.state.step, report.state.description) == (ReportStep.CATEGORY, WORDS)
    report.back_pressed()
    assert visitor.places == ["home"]


def test_a_kiosk_where_no_photo_can_come_from_does_not_ask_for_one(
    visitor: Companion, kiosk: Hall, opened: Opened
) -> None:
    kiosk.parts = replace(kiosk.parts, photos=NullCamera())
    report = opened(NewRequestPresenter)
    fill(report)
    assert report.state.step is ReportStep.CHECK
    report.back_pressed()
    assert report.state.step is ReportStep.DESCRIPTION
    report.go_on_pressed()
    send(report, kiosk)
    assert report.state.step is ReportStep.SENT
